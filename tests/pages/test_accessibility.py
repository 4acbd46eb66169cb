"""Every kind of page against WCAG 2.2 AA as axe-core checks it, on a phone and a desk, in light and dark."""

import functools
from pathlib import Path
from typing import Any

import pytest
from chromium import resize, settled
from page_types import page_types
from public_factory import site
from public_pieces import notice_files
from selenium.webdriver import Chrome

AXE = Path(__file__).resolve().parents[2] / "setup/web/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = pytest.mark.browser


@functools.cache
def axe() -> str:
    """The script of axe-core, which `setup/web.sh` gets."""
    assert AXE.exists(), "没有 axe-core，请运行 setup/web.sh。axe-core is missing; run setup/web.sh."
    return AXE.read_text(encoding="utf-8")


def set_scheme(browser: Chrome, address: str, scheme: str) -> None:
    """Let the reader's system prefer light or dark, with nothing chosen on the site."""
    browser.get(address)
    browser.execute_script("localStorage.clear()")
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def violations(browser: Chrome) -> list[str]:
    """What axe finds on the page that is open, once a search on it is answered: rule, element, advice."""
    settled(browser)
    browser.execute_script(axe())
    run = "const done = arguments[1]; axe.run({runOnly: arguments[0], resultTypes: ['violations']}).then(done);"
    results: Any = browser.execute_async_script(run, TAGS)
    return [
        f"{violation['id']}: {node['html'][:120]}: {node['failureSummary'].splitlines()[-1].strip()}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_kind_of_page_breaks_a_rule(browser: Chrome, address: str, tmp_path: Path, width: int, scheme: str) -> None:
    """axe-core finds nothing on any kind of page."""
    public = site()
    resize(browser, width)
    set_scheme(browser, address, scheme)
    found = {}
    for name, place in page_types(public, notice_files(public, tmp_path), "余杭区").items():
        browser.get(address + place)
        problems = violations(browser)
        if problems:
            found[name] = problems

    assert not found, "\n".join(f"{name}: {p}" for name, ps in found.items() for p in ps)


def test_what_axe_would_find_is_found(browser: Chrome, address: str) -> None:
    """An image without words and grey on grey are told, so that silence means something."""
    set_scheme(browser, address, "light")
    browser.get(address)
    browser.execute_script("document.querySelector('.brand img').removeAttribute('alt')")
    browser.execute_script("document.querySelector('.lead').style.color = '#ddd'")

    found = violations(browser)

    assert {problem.partition(":")[0] for problem in found} >= {"image-alt", "color-contrast"}
