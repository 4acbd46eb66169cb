"""The search page as tests read it: what it says, which hits it shows, what it loaded."""

import re

from chromium import settled
from selenium.webdriver import Chrome


def said(browser: Chrome) -> str:
    """What the page says once it has answered."""
    settled(browser)
    return browser.find_element("id", "search-count").text


def titles(browser: Chrome) -> list[str]:
    """The titles of the hits shown."""
    script = "return Array.from(document.querySelectorAll('#search-hits a'), (link) => link.innerText)"
    return [str(title) for title in browser.execute_script(script)]


def loaded(browser: Chrome) -> list[str]:
    """Addresses of what the page loaded out of the search index."""
    names = browser.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    return [name for name in names if re.search(r"/search/.*\.json$", name)]
