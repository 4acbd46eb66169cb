"""Days left: right whenever and wherever a page is opened; the dates stand there without any script."""

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

pytestmark = pytest.mark.browser

PLACE = "programmes/2016-ruanjian/"


def badge_at(browser: Chrome, address: str, moment: str, zone: str = "Asia/Shanghai") -> str:
    """What the badge of the round in publicity says when the page is opened at a moment, in a time zone."""
    source = f"Date.now = () => Date.parse({moment!r})"
    script = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    browser.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": zone})
    try:
        browser.get(address + PLACE)
        return browser.find_element(By.CSS_SELECTOR, ".status-line .badge").text
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)
        browser.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": ""})


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2016-03-18T00:00:00+08:00", "公示中·还剩6天"),
        ("2016-03-23T23:59:59+08:00", "公示中·还剩1天"),
        ("2016-03-24T00:00:00+08:00", "公示中·今天截止"),
        ("2016-03-24T23:59:59+08:00", "公示中·今天截止"),
        ("2016-03-25T00:00:00+08:00", "公示期满"),
        ("2026-01-01T00:00:00+08:00", "公示期满"),
    ],
)
def test_the_days_left_are_those_of_the_day(browser: Chrome, address: str, moment: str, words: str) -> None:
    """They change at midnight in China; after the last day the window is over until the site says more."""
    assert badge_at(browser, address, moment) == words


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_the_day_is_that_of_china(browser: Chrome, address: str, zone: str) -> None:
    """A reader elsewhere sees the same: at half past midnight of the 24th in China it is the last day."""
    assert badge_at(browser, address, "2016-03-24T00:30:00+08:00", zone) == "公示中·今天截止"
    assert badge_at(browser, address, "2016-03-23T23:30:00+08:00", zone) == "公示中·还剩1天"


def steps(browser: Chrome) -> list[str]:
    """The steps that are under way."""
    return [step.text.split("\n")[1] for step in browser.find_elements(By.CSS_SELECTOR, "[aria-current=step]")]


def test_the_timeline_goes_on_by_itself(browser: Chrome, address: str) -> None:
    """What is under way follows the day as well."""
    badge_at(browser, address, "2016-03-24T12:00:00+08:00")
    during = steps(browser)
    badge_at(browser, address, "2016-03-25T12:00:00+08:00")

    assert during == ["公示进行中"]
    assert steps(browser) == []
