"""A real browser on a local server, for tests that look at the site as people do."""

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

T = TypeVar("T")

PATIENCE = 120
"""Seconds that a test waits for a page: what a quick machine does at once may take a busy one very long."""
WIDE = 1280
"""Width of a page in CSS pixels, unless a test asks for another."""

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, headers: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        self.sent = headers
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        """Add the headers that the server sends with everything."""
        for name, value in self.sent:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent's name
        """Say nothing."""


@contextmanager
def served(folder: Path, headers: Sequence[tuple[str, str]] = ()) -> Iterator[str]:
    """The folder on 127.0.0.1; gives the address of its root, with a slash at its end.

    `headers` are sent with every answer.
    """
    handler = functools.partial(_Quiet, directory=str(folder), headers=headers)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Browser(Chrome):
    """Chromium that does not go on before the page is there: its driver at times comes back while the page loads."""

    def get(self, url: str) -> None:
        """Open a page and wait until it is loaded."""
        super().get(url)
        arrived(self, url)


@contextmanager
def chromium(profile: Path) -> Iterator[Chrome]:
    """Debian's Chromium with a profile of its own, its console and its requests logged."""
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = _Browser(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_script_timeout(PATIENCE)
    try:
        yield driver
    finally:
        driver.quit()


@contextmanager
def new_tab(driver: Chrome) -> Iterator[Chrome]:
    """A tab as nobody left it: of the usual width, with scripts and without blocked files, nothing in the logs yet."""
    (first,) = driver.window_handles
    driver.switch_to.new_window("tab")
    resize(driver, WIDE)
    hosts_asked(driver)
    complaints(driver)
    try:
        yield driver
    finally:
        driver.close()
        driver.switch_to.window(first)


def until(driver: Chrome, true: Callable[[Chrome], T]) -> T:
    """What `true` gives as soon as it gives something that counts as true."""
    return WebDriverWait(driver, PATIENCE).until(true)


def settled(driver: Chrome) -> None:
    """Wait until no part of the page is still at work, such as a search that is not answered."""
    until(driver, lambda page: page.execute_script("return !document.querySelector('[aria-busy]')"))


def arrived(driver: Chrome, address: str) -> None:
    """Wait until a link or a form has led to an address and the page there is loaded."""
    loaded = "return location.href === new URL(arguments[0]).href && document.readyState === 'complete'"
    until(driver, lambda page: page.execute_script(loaded, address))


def hosts_asked(driver: Chrome) -> set[str]:
    """Hosts (with port) of all requests since the last call."""
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]  # type: ignore[no-untyped-call]
    sent = [message["params"] for message in messages if message["method"] == "Network.requestWillBeSent"]
    addresses = [urlsplit(params["request"]["url"]) for params in sent]
    return {address.netloc for address in addresses if address.scheme not in {"chrome", "data"}}


def complaints(driver: Chrome) -> list[str]:
    """What the console said since the last call."""
    return [str(entry["message"]) for entry in driver.get_log("browser")]  # type: ignore[no-untyped-call]


def resize(driver: Chrome, width: int) -> None:
    """Give the page this width in CSS pixels; below 500 as on a phone."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
