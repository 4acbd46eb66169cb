"""The site of the sample workspace as visitors meet it."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from chromium import complaints, hosts_asked, resize
from lxml import html
from sample_workspace import Published
from search_page import said
from selenium.webdriver import Chrome

PAGES = (
    "",
    "programmes/2014-lianghua/",
    "programmes/2016-software-bases/",
    "awards/2016-software-bases.2016-yinzhou/",
    "counties/330110/",
    "notices/2014-lianghua/call/",
    "notices/2016-software-bases/award/",
    "data/",
    "search/",
)


def _results(browser: Chrome, sample_address: str, query: str) -> list[str]:
    browser.get(f"{sample_address}search/?q={query}")
    assert re.match(r"找到 \d+ 条结果", said(browser))
    return list(
        map(str, browser.execute_script("return Array.from(document.querySelectorAll('main a'), (a) => a.href)"))
    )


@pytest.mark.browser
def test_search_finds_a_county(browser: Chrome, sample_address: str) -> None:
    """余杭区 leads to its own page."""
    assert f"{sample_address}counties/330110/" in _results(browser, sample_address, "余杭区")


@pytest.mark.browser
def test_search_finds_a_project_by_name(browser: Chrome, sample_address: str, sample: Published) -> None:
    """A winner's project, taken from the data, leads to the winner's page."""
    projects = json.loads((sample.project.site / "data" / "projects.json").read_text(encoding="utf-8"))
    found = _results(browser, sample_address, projects[7]["name"])

    assert any("/awards/" in link for link in found)


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_asks_another_host_or_is_wider_than_the_screen(
    browser: Chrome, sample_address: str, width: int
) -> None:
    """Each kind of page asks this host alone, fits the screen, and leaves the console silent."""
    resize(browser, width)
    wide = []
    for page in PAGES:
        browser.get(sample_address + page)
        if browser.execute_script("return document.documentElement.scrollWidth") > width:
            wide.append(page)

    assert hosts_asked(browser) == {urlsplit(sample_address).netloc}
    assert complaints(browser) == []
    assert wide == []


def test_no_link_is_dead(sample: Published) -> None:
    """Every link of every page leads to a file of the site."""
    site = sample.project.site.resolve()
    dead = set()
    for file in site.rglob("*.html"):
        if file.name == "404.html":
            continue  # served at any path, so its links begin at the site's own address
        elements = html.fromstring(file.read_bytes()).iter()
        for link in (element.get(name) for element in elements for name in ("href", "src")):
            parts = urlsplit(link or "")
            if parts.scheme or not parts.path:
                continue
            target = (file.parent / unquote(parts.path)).resolve()
            if not (target.is_file() or (target / "index.html").is_file()):
                dead.add(f"{file.relative_to(site)}: {link}")

    assert dead == set()


def test_losing_applications_stay_inside(sample: Published) -> None:
    """Neither a score nor a county that was not selected stands in the round's data."""
    data = sample.project.site / "data"
    text = "".join(file.read_text(encoding="utf-8-sig") for file in sorted(Path(data).glob("*.json")))

    assert "江干区软件和信息服务产业创业基地" not in text
    assert "not_selected" not in text
    assert "points" not in text
