"""A real browser on a local server, for tests that look at the site as people do."""

import functools
import http.server
import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

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


@contextmanager
def chromium(profile: Path) -> Iterator[Chrome]:
    """Debian's Chromium with a profile of its own, its console and its requests logged."""
    options = ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        yield driver
    finally:
        driver.quit()


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
