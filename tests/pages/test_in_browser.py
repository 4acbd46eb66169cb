"""The site in a real browser: its widths, its palette, and no request elsewhere."""

from urllib.parse import quote, urlsplit

import pytest
from chromium import complaints, hosts_asked, resize, settled, until
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
    for place in PLACES:
        browser.get(address + place)
        settled(browser)

    assert hosts_asked(browser) == {urlsplit(address).netloc}
    assert complaints(browser) == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_screen(browser: Chrome, address: str, width: int) -> None:
    """Tables scroll inside their frames, never the page."""
    resize(browser, width)
    wide = []
    for place in PLACES:
        browser.get(address + place)
        settled(browser)
        if browser.execute_script("return document.documentElement.scrollWidth > innerWidth"):
            wide.append(place)

    assert wide == []


def test_the_palette_is_switched_and_kept(browser: Chrome, address: str) -> None:
    """The switch changes light to dark, and the next page remembers."""
    scheme = "return document.body.dataset.mdColorScheme"
    browser.get(address)
    browser.execute_script("localStorage.clear()")
    browser.get(address)
    before = browser.execute_script(scheme)
    browser.find_element(By.CSS_SELECTOR, ".md-header__option label:not([hidden])").click()
    after = ({"default", "slate"} - {before}).pop()
    until(browser, lambda page: page.execute_script(scheme) == after)
    browser.get(f"{address}about/")

    assert browser.execute_script(scheme) == after
