"""The search page as people use it: what it loads, what it says, more hits, kinds, going back, failures, phones."""

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from chromium import complaints, resize, served, until
from search_page import loaded, said, titles
from search_reader import looked_through
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from gongshi.pages.search.index import Document, search_files

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'"
)


@pytest.fixture(name="copy")
def _copy(built: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site that may be changed, two folders below its server's root, and its address."""
    folder = tmp_path / "a" / "b"
    shutil.copytree(built, folder)
    with served(tmp_path) as root:
        yield folder, f"{root}a/b/"


def test_nothing_is_loaded_before_something_is_asked(
    browser: Chrome, address: str, documents: Sequence[Document]
) -> None:
    """Neither on the home page nor on the search page; then the manifest and a few small files."""
    browser.get(address)
    assert loaded(browser) == []
    browser.get(f"{address}search/")
    assert said(browser) == ""
    assert loaded(browser) == []

    browser.get(f"{address}search/?q={quote('余杭区')}")
    assert said(browser) == f"找到 {len(looked_through(documents, '余杭区'))} 条结果，显示前 10 条"
    assert sum("manifest" in name for name in loaded(browser)) == 1
    assert sum("/pairs/" in name for name in loaded(browser)) <= 2


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("区", "每个查询词至少要有两个字：“区”只有一个字。"),
        ("余杭 区 𠮷", "每个查询词至少要有两个字：“区”“𠮷”只有一个字。"),
        ("〔〕", "请输入文字或者数字。"),
        ("   ", ""),
        ("长" * 101, "查询内容太长，请缩短到100个字以内。"),
        ("没有的词", "没有找到符合的内容，请减少或者更换查询词。"),
    ],
)
def test_what_cannot_be_answered_is_said(browser: Chrome, address: str, query: str, answer: str) -> None:
    """In plain words, with no hits."""
    browser.get(f"{address}search/?q={quote(query)}")

    assert said(browser) == answer
    assert titles(browser) == []


def test_more_hits_come_by_the_keyboard(browser: Chrome, address: str) -> None:
    """更多结果 adds ten, moves the focus to the first of them, says how many there are, and goes when all are shown."""
    browser.get(f"{address}search/?q={quote('间机器联网与生')}")
    assert said(browser) == "找到 20 条结果，显示前 10 条"
    browser.execute_script("document.getElementById('search-more').focus()")
    browser.switch_to.active_element.send_keys("\ue007")
    until(browser, lambda page: len(titles(page)) == 20)

    assert said(browser) == "找到 20 条结果"
    assert browser.switch_to.active_element == browser.find_elements(By.CSS_SELECTOR, "#search-hits a")[10]
    assert not browser.find_element(By.ID, "search-more").is_displayed()
    browser.execute_script("window.old = true")
    browser.refresh()
    until(browser, lambda page: page.execute_script("return !window.old && document.readyState === 'complete'"))
    assert said(browser) == "找到 20 条结果"


def test_hits_are_narrowed_down_by_kind_with_true_counts(
    browser: Chrome, address: str, documents: Sequence[Document]
) -> None:
    """Each kind with its number of hits; one that is chosen stands in the address and keeps the focus."""
    hits = [documents[number].group for number in looked_through(documents, "余杭区")]
    counts = [
        f"{group} {hits.count(group)}" for group in dict.fromkeys(each.group for each in documents) if group in hits
    ]
    browser.get(f"{address}search/?q={quote('余杭区')}")
    said(browser)
    chips = browser.find_elements(By.CSS_SELECTOR, "#search-groups button")

    assert [chip.text for chip in chips] == [f"全部 {len(hits)}", *counts]
    chips[1].send_keys(" ")
    assert said(browser) == f"找到 {hits.count(hits[0])} 条结果"
    assert browser.switch_to.active_element.get_attribute("aria-pressed") == "true"
    assert browser.current_url.endswith(f"&kind={quote(hits[0])}")


def test_the_back_button_goes_back_to_the_query_before(browser: Chrome, address: str) -> None:
    """Query, hits and field follow the address."""
    browser.get(f"{address}search/?q={quote('滨江区')}")
    said(browser)
    before = titles(browser)
    field = browser.find_element(By.ID, "search-query")
    field.clear()
    field.send_keys("乐清市\n")
    said(browser)
    assert titles(browser)[0] == "温州市乐清市"
    browser.back()
    until(browser, lambda page: titles(page) == before)

    assert field.get_attribute("value") == "滨江区"


def test_a_file_that_does_not_come_is_told_and_asked_for_again(browser: Chrome, address: str) -> None:
    """The page says so and stays usable; the next try loads it."""
    browser.get(f"{address}search/")
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/pairs/*"]})
    submit = "document.querySelector('#search form').requestSubmit()"
    browser.find_element(By.ID, "search-query").send_keys("余杭区\n")
    assert said(browser) == "查询数据没有取到，请检查网络后重试。"
    browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
    browser.execute_script(submit)

    assert said(browser).endswith("条结果，显示前 10 条")


def test_a_site_published_anew_is_read_anew(
    browser: Chrome, copy: tuple[Path, str], documents: Sequence[Document]
) -> None:
    """An open page whose index has been taken away reads the new one, below any path and under a strict policy."""
    folder, root = copy
    page = folder / "search" / "index.html"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    page.write_text(page.read_text(encoding="utf-8").replace("<head>", f"<head>{meta}", 1), encoding="utf-8")
    browser.get(f"{root}search/?q={quote('余杭区')}")
    assert said(browser).startswith(f"找到 {len(looked_through(documents, '余杭区'))} 条")
    assert complaints(browser) == []

    edition = json.loads((folder / "search" / "manifest.json").read_bytes())["edition"]
    shutil.rmtree(folder / "search" / edition)
    for path, content in search_files(documents[:5]).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    browser.find_element(By.ID, "search-query").clear()
    browser.find_element(By.ID, "search-query").send_keys("淳安县\n")

    assert said(browser) == "找到 1 条结果"


def test_hostile_text_is_shown_as_text(browser: Chrome, copy: tuple[Path, str]) -> None:
    """Markup in titles, names and texts of hits reads as it was written, marks included."""
    folder, root = copy
    title = "<script>alert(1)</script> {{ 7*7 }} <b>示范</b> &amp; 𠮷"
    hostile = Document("counties/330110/", title, "<i>公文</i>", "公文", f"{title}名", f"𠮷{title}" * 20)
    for path, content in search_files([hostile]).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    browser.get(f"{root}search/?q={quote('alert(1 ＜b＞示范')}")

    assert said(browser) == "找到 1 条结果"
    assert titles(browser) == [title]
    marks = browser.find_elements(By.CSS_SELECTOR, "#search-hits a mark")
    assert [mark.text for mark in marks] == ["alert(1", "b>示范"]
    assert browser.find_elements(By.CSS_SELECTOR, "#search script, #search b, #search i") == []


def test_hits_and_buttons_fit_a_phone(browser: Chrome, address: str) -> None:
    """Nothing is wider than the screen, and what is pressed is at least 24 pixels high and wide."""
    resize(browser, 390)
    browser.get(f"{address}search/?q={quote('示范 系统')}")
    said(browser)
    buttons = browser.find_elements(By.CSS_SELECTOR, "#search button")

    assert browser.execute_script("return document.documentElement.scrollWidth") == 390
    assert all(min(each.rect["height"], each.rect["width"]) >= 24 for each in buttons if each.is_displayed())
