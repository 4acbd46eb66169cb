"""The search in a real browser: what it finds, in what order, how much it loads, and what it says when it cannot."""

import json
import random
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from chromium import complaints, resize, served
from public_factory import notice_files, site
from search_reader import documents_in, from_postings, looked_through
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from gongshi.pages.search.folding import folded, terms_of
from gongshi.pages.search.index import Document, search_files

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LINES = (Path(__file__).parent / "searches.txt").read_text(encoding="utf-8").splitlines()
QUERIES = [line for line in LINES if line and not line.startswith("#")]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'"
)

ASK = """
const [queries, done] = arguments;
const page = (id) => document.getElementById(id);
const idle = async () => {
  while (page("search").hasAttribute("aria-busy")) await new Promise((next) => setTimeout(next, 2));
};
const links = () => Array.from(document.querySelectorAll("#search-hits a"), (link) => link.href);
const asked = async (query) => {
  page("search-query").value = query;
  document.querySelector("#search form").requestSubmit();
  await idle();
  const answer = { said: page("search-count").textContent, first: links() };
  answer.marks = Array.from(document.querySelectorAll("#search-hits li"), (hit) => hit.querySelectorAll("mark").length);
  if (!page("search-more").hidden) { // Once only: a browser lets a page change its address 200 times in ten seconds.
    page("search-more").click();
    await idle();
  }
  return { ...answer, shown: links() };
};
(async () => {
  const answers = [];
  for (const query of queries) answers.push(await asked(query));
  return answers;
})().then(done, (error) => done(String(error)));
"""
FIND = """
const [script, manifest, queries, done] = arguments;
(async () => {
  const { openIndex } = await import(script);
  const index = await openIndex(manifest);
  const found = [];
  for (const query of queries) found.push(await index.find(query));
  return found;
})().then(done, (error) => done(String(error)));
"""
FOLD = """
const [script, texts, done] = arguments;
const plain = (traced) => texts.map((text) => traced(text).characters.join(""));
import(script).then(({ traced }) => done(plain(traced)), (error) => done(String(error)));
"""


@pytest.fixture(scope="module", name="documents")
def _documents(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Document]:
    public, folder = site(), tmp_path_factory.mktemp("files")
    return documents_in(public, notice_files(public, folder), folder / "pages")


@pytest.fixture(name="copy")
def _copy(built: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site that may be changed, two folders below its server's root, and its address."""
    folder = tmp_path / "a" / "b"
    shutil.copytree(built, folder)
    with served(tmp_path) as root:
        yield folder, f"{root}a/b/"


def run(browser: Chrome, script: str, *values: object) -> Any:
    """What a script hands back when it is done."""
    browser.set_script_timeout(60)
    found = browser.execute_async_script(script, *values)
    assert not isinstance(found, str), found
    return found


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


def test_every_query_finds_exactly_what_there_is(browser: Chrome, address: str, documents: Sequence[Document]) -> None:
    """All hits and no others, in order, counted truly, ten at first, each showing what was sought."""
    browser.get(f"{address}search/")
    complaints(browser)
    answers = run(browser, ASK, QUERIES)
    found = run(browser, FIND, f"{address}assets/search/postings.js", f"{address}search/manifest.json", QUERIES)
    wrong = []
    for query, answer, numbers in zip(QUERIES, answers, found, strict=True):
        expected = looked_through(documents, query) if min(map(len, terms_of(query)), default=0) > 1 else []
        hits = [address + documents[number].url for number in expected]
        words = str(answer["said"])
        count = int(match[1]) if (match := re.match(r"找到 (\d+) 条结果", words)) else 0
        shown = (numbers, answer["first"], answer["shown"], count)
        if shown != (expected, hits[:10], hits[:20], len(hits)) or not all(answer["marks"]):
            wrong.append((query, words, len(hits), answer["first"][:3], hits[:3]))

    assert wrong == []
    assert len(QUERIES) >= 60
    assert sum(map(bool, found)) >= 60
    assert sum(len(numbers) > 10 for numbers in found) >= 10
    assert complaints(browser) == []


def test_a_county_is_found_by_its_name(browser: Chrome, address: str) -> None:
    """The county's own page comes first, then its awards."""
    browser.get(f"{address}search/?q={quote('余杭区')}")
    said(browser)

    assert titles(browser)[:3] == [
        "杭州市余杭区",
        "杭州市余杭区 2014年综合性示范区域",
        "杭州市余杭区 2016年软件和信息服务产业创业基地（园区、小镇）",
    ]


@pytest.mark.parametrize("query", ["〔2014〕9002", "[2014]9002号", "（2014）9002", "20149002", "２０１４〕９００２"])
def test_a_document_number_leads_to_its_notice(browser: Chrome, address: str, query: str) -> None:
    """Brackets and widths of figures make no difference; the notice comes before the awards it names."""
    browser.get(f"{address}search/?q={quote(query)}")
    said(browser)

    assert titles(browser)[0] == "关于公布2014年省两化深度融合国家示范区域名单的通知"
    assert "2014" in browser.find_element(By.CSS_SELECTOR, "#search-hits .names mark").text


def test_a_query_is_never_markup(browser: Chrome, address: str) -> None:
    """A query of markup finds nothing and makes no element."""
    browser.get(f"{address}search/?q={quote('<img src=x onerror=alert(1)>')}")

    assert said(browser).startswith("没有找到")
    assert browser.find_elements(By.CSS_SELECTOR, "#search img") == []


def test_the_form_in_the_header_leads_to_the_search(browser: Chrome, address: str) -> None:
    """From any page, below any path, with the query in the address."""
    resize(browser, 1280)
    browser.get(f"{address}counties/330110/")
    field = browser.find_element(By.CSS_SELECTOR, ".top-search input")
    field.send_keys("乐清市")
    field.submit()
    WebDriverWait(browser, 5).until(lambda driver: "/search/" in driver.current_url and titles(driver))

    assert browser.current_url == f"{address}search/?q={quote('乐清市')}"
    assert titles(browser)[0] == "温州市乐清市"


def test_the_browser_folds_every_character_as_the_index_does(browser: Chrome, address: str) -> None:
    """Each assigned character between others, and hostile texts: the same on both sides."""
    browser.get(f"{address}search/")
    assigned = [c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) not in {"Cn", "Cs", "Co"}]
    rng = random.Random(5)  # noqa: S311 - no secret
    several = ["".join(rng.choices(assigned, k=12)) for _ in range(300)]
    several += ["e\u0301 \u1100\u1161\u11a8 İI ΑΣ ΣΑΣ ﬀ ㍻ ½ ﷺ \u200d\u2028\u0085\t甲", "A\u030a\u0327", " 〔 〕 ", ""]
    texts = [f"甲{character}乙" for character in assigned] + several
    theirs = run(browser, FOLD, f"{address}assets/search/folding.js", texts)

    assert [
        (text, folded(text), there) for text, there in zip(texts, theirs, strict=True) if folded(text) != there
    ] == []


def test_postings_are_joined_exactly(browser: Chrome, address: str, built: Path) -> None:
    """In texts of few letters, where pairs repeat and overlap, each query gives the hits of looking through all.

    Pairs of the most frequent letter have files of their own; of rare ones a few texts are read instead.
    """
    rng = random.Random(6)  # noqa: S311 - no secret
    letters = "甲" * 8 + "乙丙𠮷〔 1戊己庚辛壬癸"
    made = [["".join(rng.choices(letters, k=rng.randrange(size))) for size in (6, 90, 40)] for _ in range(600)]
    documents = [Document(f"{n}/", title, "公文", "公文", "", *texts) for n, (title, *texts) in enumerate(made)]
    files = search_files(documents)
    for path, content in files.items():
        (built.parent / "other" / path).parent.mkdir(parents=True, exist_ok=True)
        (built.parent / "other" / path).write_bytes(content)
    pieces = [
        text[begin:][: rng.randrange(2, 9)] for _, text, _ in made if len(text) > 8 and (begin := rng.randrange(8))
    ]
    queries = [piece for piece in pieces if min(map(len, terms_of(piece)), default=0) > 1][:250]
    queries += ["".join(rng.choices("甲甲乙丙𠮷1", k=rng.randrange(2, 9))) for _ in range(100)]
    queries += [" ".join(queries[n : n + 2]) for n in range(0, 100, 2)]
    browser.get(f"{address}search/")
    manifest = f"{address.removesuffix(built.name + '/')}other/search/manifest.json"
    found = run(browser, FIND, f"{address}assets/search/postings.js", manifest, queries)
    kinds = {name.rsplit("/", 2)[1] for name in loaded(browser)}

    assert found == [looked_through(documents, query) for query in queries]
    assert found[:50] == [from_postings(files, query) for query in queries[:50]]
    assert sum(map(bool, found)) > 250
    assert sum(len(hits) > 10 for hits in found) > 50
    assert kinds == {"search", "pairs", "often", "texts"}


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
    WebDriverWait(browser, 5).until(lambda _: len(titles(browser)) == 20)

    assert said(browser) == "找到 20 条结果"
    assert browser.switch_to.active_element == browser.find_elements(By.CSS_SELECTOR, "#search-hits a")[10]
    assert not browser.find_element(By.ID, "search-more").is_displayed()
    browser.refresh()
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
    WebDriverWait(browser, 5).until(lambda _: titles(browser) == before)

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
    complaints(browser)


def test_a_site_published_anew_is_read_anew(
    browser: Chrome, copy: tuple[Path, str], documents: Sequence[Document]
) -> None:
    """An open page whose index has been taken away reads the new one, below any path and under a strict policy."""
    folder, root = copy
    page = folder / "search" / "index.html"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    page.write_text(page.read_text(encoding="utf-8").replace("<head>", f"<head>{meta}", 1), encoding="utf-8")
    complaints(browser)
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
    complaints(browser)


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
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    resize(browser, 1280)

    assert wide == 390
    assert all(min(each.rect["height"], each.rect["width"]) >= 24 for each in buttons if each.is_displayed())
