"""A narrow screen: a low head, ways in on one row, targets that a finger hits."""

import pytest
from chromium import resize
from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

HEIGHT = "return document.querySelector(arguments[0]).getBoundingClientRect().height"


def test_the_head_leaves_the_screen_to_the_page(browser: Chrome, address: str) -> None:
    """Name, search and ways in take a sixth of a phone at most; the ways in are one row, the present one in it."""
    resize(browser, 390)
    browser.get(f"{address}numbers/")
    here = "const box = document.querySelector('.hubs .here').getBoundingClientRect(); return [box.left, box.right]"
    left, right = browser.execute_script(here)

    assert browser.execute_script(HEIGHT, ".top") < 844 / 6
    assert browser.execute_script(HEIGHT, ".hubs ul") < 45
    assert 0 <= left < right <= 390


def test_links_of_charts_can_be_hit(browser: Chrome, address: str) -> None:
    """Each is 24 by 24 CSS pixels at least (WCAG 2.2, 2.5.8)."""
    resize(browser, 390)
    browser.get(f"{address}numbers/")
    script = (
        "return Array.from(document.querySelectorAll('.bars a, .map a'), link => link.getBoundingClientRect())"
        ".filter(box => box.width).map(box => [box.width, box.height])"
    )
    boxes = browser.execute_script(script)

    assert len(boxes) > 10
    assert [box for box in boxes if min(box) < 24] == []
