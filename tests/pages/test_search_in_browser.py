"""The search in a real browser: what it finds, in what order, how much it loads, and what it says when it cannot."""

import random
import re
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from chromium import arrived, complaints
from search_page import loaded, said, titles
from search_reader import from_postings, looked_through, terms_of
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from gongshi.pages.search.folding import folded
from gongshi.pages.search.index import Document, search_files

pytestmark = pytest.mark.browser

LINES = (Path(__file__).parent / "searches.txt").read_text(encoding="utf-8").splitlines()
QUERIES = [line for line in LINES if line and not line.startswith("#")]
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


def run(browser: Chrome, script: str, *values: object) -> Any:
    """What a script hands back when it is done."""
    found = browser.execute_async_script(script, *values)
    assert not isinstance(found, str), found
    return found


def test_every_query_finds_exactly_what_there_is(browser: Chrome, address: str, documents: Sequence[Document]) -> None:
    """All hits and no others, in order, counted truly, ten at first, each showing what was sought."""
    browser.get(f"{address}search/")
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
    browser.get(f"{address}counties/330110/")
    field = browser.find_element(By.CSS_SELECTOR, ".top-search input")
    field.send_keys("乐清市")
    field.submit()
    arrived(browser, f"{address}search/?q={quote('乐清市')}")
    said(browser)

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
