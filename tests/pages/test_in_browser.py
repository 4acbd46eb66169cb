"""The site in a real browser: its search, its widths, its palette, and no request elsewhere."""

from urllib.parse import quote, urlsplit

import pytest
from chromium import complaints, hosts_asked, resize
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = pytest.mark.browser

PLACES = (
    "",
    "programmes/",
    "programmes/2014-lianghua/",
    "programmes/2016-ruanjian/",
    "awards/2016-ruanjian-08/",
    "counties/",
    "counties/330110/",
    "notices/",
    "notices/2014-lianghua/call/",
    "data/",
    "search/?q=" + quote("余杭区"),
    "about/",
    "404.html",
)


def search(browser: Chrome, address: str, query: str) -> list[str]:
    """Titles of the hits, once the count is shown."""
    browser.get(f"{address}search/?q={quote(query)}")
    WebDriverWait(browser, 5).until(lambda driver: driver.find_element(By.ID, "search-count").text)
    return [link.text for link in browser.find_elements(By.CSS_SELECTOR, "#search-hits a")]


def count(browser: Chrome) -> str:
    """What is said about the number of hits."""
    return browser.find_element(By.ID, "search-count").text


def test_no_page_asks_another_host_or_complains(browser: Chrome, address: str) -> None:
    """Every request goes to the site's own host; the console stays empty."""
    hosts_asked(browser)
    complaints(browser)
    for place in PLACES:
        browser.get(address + place)

    assert hosts_asked(browser) == {urlsplit(address).netloc}
    assert complaints(browser) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_screen(browser: Chrome, address: str, width: int) -> None:
    """Tables scroll inside their frames, never the page."""
    resize(browser, width)
    wide = []
    for place in PLACES:
        browser.get(address + place)
        if browser.execute_script("return document.documentElement.scrollWidth > innerWidth"):
            wide.append(place)

    assert wide == []


def test_a_county_is_found_by_its_name(browser: Chrome, address: str) -> None:
    """The county's own page comes first, then its awards; the count is that of the hits."""
    titles = search(browser, address, "余杭区")

    assert titles[:3] == [
        "杭州市余杭区",
        "杭州市余杭区 2014年综合性示范区域",
        "杭州市余杭区 2016年软件和信息服务产业创业基地（园区、小镇）",
    ]
    assert count(browser) == f"找到 {len(titles)} 条结果"


def test_a_project_is_found_from_the_middle_of_its_name(browser: Chrome, address: str) -> None:
    """Three characters out of a word are enough, and the hit is marked."""
    titles = search(browser, address, "间机器联网与生")
    marks = browser.find_elements(By.CSS_SELECTOR, "#search-hits p mark")

    assert len(titles) == 20
    assert {mark.text for mark in marks} == {"间机器联网与生"}


@pytest.mark.parametrize("query", ["〔2014〕9002", "[2014]9002号", "（2014）9002", "20149002", "２０１４〕９００２"])
def test_a_document_number_is_found_in_any_brackets(browser: Chrome, address: str, query: str) -> None:
    """Brackets and widths of figures make no difference."""
    assert search(browser, address, query) == ["关于公布2014年省两化深度融合国家示范区域名单的通知"]


def test_every_word_must_be_there(browser: Chrome, address: str) -> None:
    """Words apart are sought one by one; what is not there is not found."""
    assert search(browser, address, "滨江区　批复") == ["关于同意滨江区综合性示范区域建设实施方案的批复"]
    assert search(browser, address, "滨江区 没有的词") == []
    assert "没有找到" in count(browser)


def test_a_query_is_never_markup(browser: Chrome, address: str) -> None:
    """A query of markup finds nothing and makes no element."""
    assert search(browser, address, "<img src=x onerror=alert(1)>") == []
    assert browser.find_elements(By.CSS_SELECTOR, "#search img") == []


def test_the_form_in_the_header_leads_to_the_search(browser: Chrome, address: str) -> None:
    """From any page, below any path; the form on the search page then changes the address."""
    resize(browser, 1280)
    browser.get(f"{address}counties/330110/")
    field = browser.find_element(By.CSS_SELECTOR, ".top-search input")
    field.send_keys("乐清市")
    field.submit()
    WebDriverWait(browser, 5).until(lambda driver: "/search/" in driver.current_url and count(driver))

    assert browser.current_url == f"{address}search/?q={quote('乐清市')}"
    assert browser.find_element(By.CSS_SELECTOR, "#search-hits a").text == "温州市乐清市"


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
