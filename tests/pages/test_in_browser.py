"""The site in a real browser: its widths, its palette, and no request elsewhere."""

from urllib.parse import quote, urlsplit

import pytest
from chromium import complaints, hosts_asked, resize
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

pytestmark = pytest.mark.browser

PLACES = (
    "",
    "programmes/",
    "programmes/2014-lianghua/",
    "programmes/2016-ruanjian/",
    "programmes/2014-lianghua/apply/",
    "apply/",
    "schemes/",
    "schemes/ruanjian/",
    "categories/ruanjian.demo/",
    "years/2014/",
    "cities/330100/",
    "awards/",
    "awards/2016-ruanjian-08/",
    "awards/2014-lianghua-22/",
    "counties/",
    "counties/330110/",
    "counties/330111/",
    "notices/",
    "notices/2014-lianghua/call/",
    "numbers/",
    "data/",
    "search/?q=" + quote("余杭区"),
    "about/",
    "accessibility/",
    "404.html",
)


def test_no_page_asks_another_host_or_complains(browser: Chrome, address: str) -> None:
    """Every request goes to the site's own host; the console stays empty."""
    hosts_asked(browser)
    complaints(browser)
    for place in PLACES:
        browser.get(address + place)

    assert hosts_asked(browser) == {urlsplit(address).netloc}
    assert complaints(browser) == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_screen(browser: Chrome, address: str, width: int) -> None:
    """Tables scroll inside their frames, never the page."""
    resize(browser, width)
    wide = []
    for place in PLACES:
        browser.get(address + place)
        if browser.execute_script("return document.documentElement.scrollWidth > innerWidth"):
            wide.append(place)

    assert wide == []


def test_the_palette_is_switched_and_kept(browser: Chrome, address: str) -> None:
    """The switch changes light to dark, and the next page remembers."""
    resize(browser, 1280)
    browser.get(address)
    browser.execute_script("localStorage.clear()")
    browser.get(address)
    before = browser.execute_script("return document.body.dataset.mdColorScheme")
    browser.find_element(By.CSS_SELECTOR, ".md-header__option label:not([hidden])").click()
    after = browser.execute_script("return document.body.dataset.mdColorScheme")
    browser.get(f"{address}about/")

    assert {before, after} == {"default", "slate"}
    assert browser.execute_script("return document.body.dataset.mdColorScheme") == after
