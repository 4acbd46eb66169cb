"""The search page as tests read it: what it says, which hits it shows, what it loaded."""

import re

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

__all__ = ["loaded", "said", "titles"]


def said(browser: Chrome) -> str:
    """What the page says once it has answered."""
    WebDriverWait(browser, 5).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, "#search:not([aria-busy])"))
    return browser.find_element(By.ID, "search-count").text


def titles(browser: Chrome) -> list[str]:
    """The titles of the hits shown."""
    return [link.text for link in browser.find_elements(By.CSS_SELECTOR, "#search-hits a")]


def loaded(browser: Chrome) -> list[str]:
    """Addresses of what the page loaded out of the search index."""
    names = browser.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    return [name for name in names if re.search(r"/search/.*\.json$", name)]
