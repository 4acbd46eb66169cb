"""The strict policy on every kind of page: as the pages carry it and as a server sends it, nothing breaks it."""

import re
from pathlib import Path

import pytest
from chromium import complaints, hosts_asked, resize, served, settled, until
from page_types import page_types
from public_factory import site
from public_pieces import notice_files
from selenium.webdriver import Chrome

from gongshi.pages.build.policy import HEADERS, POLICY
from gongshi.pages.sheets.formats import FORMATS

PROGRAM = Path(__file__).resolve().parents[2]
WATCH = """
window.broken = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  broken.push(`${violatedDirective} ${blockedURI}`));
"""


@pytest.fixture
def watched(browser: Chrome) -> Chrome:
    """The browser with a listener for breaches in every page, there before the page's own parts."""
    browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    return browser


def breaches(browser: Chrome) -> list[str]:
    """What the page that is open broke the policy by, once a search on it is answered."""
    settled(browser)
    return [f"{browser.current_url}: {breach}" for breach in browser.execute_script("return window.broken")]


@pytest.mark.browser
@pytest.mark.parametrize("headers", [(), HEADERS], ids=["in the page", "from the server too"])
def test_no_kind_of_page_breaks_the_policy(
    watched: Chrome, built: Path, tmp_path: Path, headers: tuple[tuple[str, str], ...]
) -> None:
    """On every kind of page, a search answered among them, nothing is refused and no other host is asked."""
    public, found = site(), []
    resize(watched, 390)
    with served(built.parent, headers) as root:
        for place in page_types(public, notice_files(public, tmp_path), "余杭区").values():
            watched.get(f"{root}{built.name}/{place}")
            found += breaches(watched)
        answered = watched.find_elements("css selector", "#search-hits li")
        hosts = hosts_asked(watched)
        watched.get("about:blank")

    assert answered
    assert found == []
    assert complaints(watched) == []
    assert {f"http://{host}/" for host in hosts} == {root}


@pytest.mark.browser
def test_a_breach_is_heard(watched: Chrome, address: str) -> None:
    """An inline style and an image from elsewhere are refused and told."""
    watched.get(address)
    watched.execute_script(
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\"><img src=//0.0.0.1/x>')"
    )
    until(watched, lambda page: len(breaches(page)) > 1)


def test_the_server_settings_know_every_format() -> None:
    """Nginx has a line for each format; Caddy, which knows the older ones itself, has what it needs for Parquet."""
    nginx, caddy = (
        (PROGRAM / "setup/server" / name).read_text(encoding="utf-8") for name in ("nginx.conf", "Caddyfile")
    )
    parquet = FORMATS[-1]

    assert [form.name for form in FORMATS if f"    {form.media_type} {form.suffix};" not in nginx] == []
    assert f"path *.{parquet.suffix}" in caddy
    assert f"Content-Type {parquet.media_type}" in caddy


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_the_server_settings_send_the_same_headers(name: str) -> None:
    """Each header stands in the settings for nginx and for Caddy as the program has it."""
    text = re.sub(r" always;", "", (PROGRAM / "setup/server" / name).read_text(encoding="utf-8"))

    assert POLICY in text
    assert [header for header, value in HEADERS if not re.search(rf'{header} "{re.escape(value)}"', text)] == []
