"""The site by keyboard alone, with scripts off, and on paper, in a real browser."""

import base64
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pypdfium2
import pytest
from chromium import arrived, resize
from lxml import html
from page_types import page_types
from public_factory import site
from public_pieces import notice_files
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

pytestmark = pytest.mark.browser

WIDE = 768
"""From this width on, in CSS pixels, a list is a table on every page."""
MANY = 400
"""More stops than any page on the way has."""
FOCUSED = """
const it = document.activeElement;
const drawn = it.matches(".md-option") ? it.nextElementSibling : it; // a switch is drawn as its label
const box = drawn.getBoundingClientRect();
const style = getComputedStyle(drawn);
const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
const seen = box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
return [it.outerHTML.slice(0, 90), it.textContent.trim(), it.getAttribute("href") || "", ring && seen];
"""


@pytest.fixture
def without_scripts(browser: Chrome) -> Chrome:
    """The browser with scripts off."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    return browser


def press(browser: Chrome, key: str) -> None:
    """One key, on whatever has the focus."""
    ActionChains(browser).send_keys(key).perform()


def tab_to(browser: Chrome, words: str, href: str = "") -> list[str]:
    """Press Tab until the focus is on what has these words and leads there; the stops at which no focus was seen."""
    unseen = []
    for _ in range(MANY):
        press(browser, Keys.TAB)
        tag, text, target, visible = browser.execute_script(FOCUSED)
        if not visible:
            unseen.append(f"{browser.current_url}: {tag} {text[:40]}")
        if text == words and href in target:
            return unseen
    raise AssertionError(f"{browser.current_url}: no way to {words}")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_download_is_reached_by_keyboard_alone(browser: Chrome, address: str, width: int) -> None:
    """From the home page to a round's list as CSV with Tab and Enter only; the focus is seen at every stop."""
    resize(browser, width)
    browser.get(address)
    unseen = tab_to(browser, "申报项目", "programmes/")
    press(browser, Keys.ENTER)
    arrived(browser, f"{address}programmes/")
    unseen += tab_to(browser, site().programmes[-1].name, site().programmes[-1].id)
    press(browser, Keys.ENTER)
    arrived(browser, f"{address}programmes/{site().programmes[-1].id}/")
    unseen += tab_to(browser, "CSV", ".csv")
    found = browser.execute_async_script(
        "const done = arguments[0]; fetch(document.activeElement.href).then((answer) => done(answer.status));"
    )

    assert found == 200
    assert unseen == []


def test_the_first_stop_leads_past_the_head(browser: Chrome, address: str) -> None:
    """The first Tab shows “跳到正文”; Enter leads there, and the next stop is in the text."""
    browser.get(f"{address}programmes/")
    assert tab_to(browser, "跳到正文") == []
    press(browser, Keys.ENTER)
    arrived(browser, f"{address}programmes/#content")
    press(browser, Keys.TAB)

    assert browser.execute_script("return document.getElementById('content').contains(document.activeElement)")


@pytest.mark.parametrize("width", [390, 1280])
def test_every_kind_of_page_is_readable_without_scripts(
    without_scripts: Chrome, address: str, tmp_path: Path, width: int
) -> None:
    """With scripts off the browser shows every heading, list, table and notice that the page holds."""
    resize(without_scripts, width)
    public, hidden = site(), {}
    for name, place in page_types(public, notice_files(public, tmp_path), "余杭区").items():
        without_scripts.get(address + place)
        shown = "".join(shown_text(without_scripts).split())
        # On a phone a list's rows are blocks: its heads stand in the cells, and a state's badge needs none.
        heads = "//div[contains(@class, 'table--stacked')]//thead" if width < WIDE else "//nothing"
        hidden[name] = [text for text in texts_of(without_scripts.page_source, heads) if text not in shown]

    assert {name: missing for name, missing in hidden.items() if missing} == {}


def texts_of(source: str, besides: str) -> list[str]:
    """The text of each heading, cell, entry and paragraph.

    Left out is what waits for a script, what stands behind a summary, which opens without one, and `besides`, an XPath.
    """
    page: Any = html.fromstring(source)  # `Any` because what an XPath gives has no one type
    for part in page.xpath(f"//*[@hidden] | //details/*[not(self::summary)] | {besides}"):
        part.drop_tree()
    parts = page.xpath("//*[@id='content']//*[self::h1 or self::h2 or self::td or self::th or self::li or self::p]")
    texts = ("".join(part.text_content().split()) for part in parts)
    return [text for text in texts if text]


def shown_text(browser: Chrome) -> str:
    """The text that the page paints or tells; found by the browser itself, without a script of the page's."""
    document = browser.execute_cdp_cmd("DOMSnapshot.captureSnapshot", {"computedStyles": []})
    strings, layout = document["strings"], document["documents"][0]["layout"]
    return "".join(strings[text] for text in layout["text"] if text >= 0)


def test_a_list_prints_on_a4(browser: Chrome, address: str) -> None:
    """The list of a round comes out on A4 with every winner, its address at the foot, and no navigation."""
    programme = site().programmes[-1]
    browser.get(f"{address}programmes/{programme.id}/")
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    pdf = pypdfium2.PdfDocument(base64.b64decode(printed["data"]))
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in pdf)

    assert {tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in pdf} == {(210, 297)}
    assert [award.county for award in programme.awards if award.county not in text] == []
    assert "第1页，共" in text
    assert "如何申报" not in text[:60]
    assert quote(f"programmes/{programme.id}/") in text
