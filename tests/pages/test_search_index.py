"""The search index: what it folds, that its postings tell exactly what the texts hold, and what pages put into it."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from drawn import examples
from hypothesis import given
from hypothesis import strategies as st
from public_factory import site
from public_pieces import notice_files, programme
from search_reader import documents_in, from_postings, looked_through, numbers_in, seen_on, terms_of

from gongshi.pages.search.folding import folded
from gongshi.pages.search.index import Document, documents_of, search_files
from gongshi.pages.search.postings import number_in_symbols, shard_of
from gongshi.pages.search.reading import PageText, read_body
from gongshi.pages.values.page import Entry, Page

LETTERS = "甲乙丙aé𠮷 〔)、1"
"""Few letters, so that pairs repeat and terms overlap themselves."""


def document(number: int, title: str, text: str, listed: str = "", names: str = "") -> Document:
    """A document of a group of its own for every ten."""
    return Document(f"d/{number}/", title, "公文", f"组{number // 10}", names, text, listed)


TEXTS = st.lists(
    st.tuples(st.text(LETTERS, max_size=6), st.text(LETTERS, max_size=30), st.text(LETTERS, max_size=12)), max_size=12
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("浙经信信息〔２０１４〕9001号", "浙经信信息20149001号"),
        ("（A）【b】《ｃ》“d”<E>", "abcde"),
        ("  甲\n\t乙\u3000\u00a0丙 ", "甲 乙 丙"),
        ("甲（ 乙 ）丙", "甲 乙 丙"),
        ("甲\u200b乙\ufeff丙", "甲乙丙"),
        ("㎡ ⅳ ﬁ", "m2 iv fi"),
        ("e\u0301É", "éé"),
        ("", ""),
    ],
)
def test_brackets_widths_and_case_make_no_difference(text: str, plain: str) -> None:
    """What is compared is the same for every way to write it."""
    assert folded(text) == plain
    assert folded(plain) == plain


def test_a_query_is_its_words_each_once() -> None:
    """White space of any kind parts them; brackets alone are no word."""
    assert terms_of("余杭区　软件 （余杭区）\n【】") == ("余杭区", "软件")
    assert terms_of(" 〔〕 ") == ()


@given(st.lists(st.integers(0, 10_000_000)))
def test_numbers_read_back(numbers: list[int]) -> None:
    """What is written in symbols is read as the same numbers, without any sign between them."""
    assert numbers_in("".join(map(number_in_symbols, numbers))) == numbers


@examples(300)
@given(TEXTS, st.data())
def test_postings_tell_what_the_texts_hold(texts: list[tuple[str, str, str]], data: st.DataObject) -> None:
    """For any piece of any text, and for what stands nowhere, the postings give the hits of looking through all."""
    documents = [
        document(number, title, text, listed, title[::-1]) for number, (title, text, listed) in enumerate(texts)
    ]
    whole = "".join(map("".join, texts))
    begin = data.draw(st.integers(0, len(whole)))
    piece = whole[begin : begin + data.draw(st.integers(2, 8))]
    query = " ".join([piece, *data.draw(st.lists(st.text(LETTERS, min_size=2, max_size=3), max_size=1))])
    terms = [term for term in terms_of(query) if len(term) > 1]
    files = search_files(documents)

    if terms:
        assert from_postings(files, " ".join(terms)) == looked_through(documents, " ".join(terms))


def test_a_name_lies_in_the_folder_of_its_contents() -> None:
    """Any change gives another folder, the same contents the same; the manifest names it and stays small."""
    one = [document(n, f"标题{n}", "正文" * n) for n in range(40)]
    files, again = search_files(one), search_files(list(one))
    other = search_files([*one[:-1], replace(one[-1], text="改过的正文")])
    manifest, changed = (json.loads(each["search/manifest.json"]) for each in (files, other))

    assert files == again
    assert manifest["edition"] != changed["edition"]
    assert {path.split("/")[1] for path in files} == {"manifest.json", manifest["edition"]}
    assert manifest["groups"] == [["组0", 10], ["组1", 10], ["组2", 10], ["组3", 10]]
    assert len(files["search/manifest.json"]) < 300


def test_many_pairs_are_spread_over_many_files() -> None:
    """Files of postings stay small, and the hash leaves none of them much larger than the others."""
    letters = [chr(0x4E00 + n) for n in range(3000)]
    texts = ["".join(letters[(n * 7 + step * step) % 3000] for step in range(400)) for n in range(400)]
    files = search_files([document(n, f"标题{n}", text) for n, text in enumerate(texts)])
    sizes = [len(content) for path, content in files.items() if "/pairs/" in path]

    assert len(sizes) in {2**n for n in range(4, 12)}
    assert max(sizes) < 2 * sum(sizes) / len(sizes)
    assert {shard_of(chr(a) + chr(a + 1), 8) for a in range(0x4E00, 0x4E80)} == set(range(8))


def test_type_parts_no_words() -> None:
    """What is set in another type inside a line is found across its borders; lines, cells and paragraphs are not."""
    fragment = (
        '<p><span class="level1">一、同意</span>列入<strong>余</strong>杭区<br />第二行</p><p>次段</p>'
        "<table><tr><td>甲</td><td>乙</td></tr></table><p><span>某厅</span><span>某局</span><time>今日</time></p>"
    )

    assert read_body(fragment).text.own == "一、同意列入余杭区 第二行 次段 甲 乙 某厅 某局 今日"


def test_an_empty_site_has_an_empty_index() -> None:
    """Nothing to find is no error."""
    files = search_files([])

    assert json.loads(files["search/manifest.json"])["groups"] == []
    assert from_postings(files, "余杭区") == []


def test_a_long_text_has_a_file_of_its_own() -> None:
    """So the texts of other pages are loaded without it."""
    files = search_files([document(n, f"标题{n}", "正文" * (9000 if n == 7 else 9), "名单") for n in range(20)])
    long = [content for path, content in files.items() if "/long/" in path]
    short = [content for path, content in files.items() if "/texts/" in path]

    assert [json.loads(content) for content in long] == [["正文" * 9000, "名单"]]
    assert max(map(len, short)) < 12_000


def test_pages_without_an_entry_are_not_found() -> None:
    """The search itself is left out; what only lists has no text of its own; white space and letters are settled."""
    entry = Entry("公文", names=" 号 ")
    pages = [Page("a/", "a.html", "名  称", "", entry=entry), Page("b/", "b.html", "乙", "", entry=None)]
    lists = Page("c/", "c.html", "丙", "", entry=replace(entry, lists=True, group="组"))
    texts = {page.url: PageText("e\u0301\n文", "列 ") for page in (*pages, lists)}

    assert documents_of([*pages, lists], texts) == (
        Document("a/", "名 称", "公文", "公文", "号", "é 文", "列"),
        Document("c/", "丙", "公文", "组", "号", "", "é 文 列"),
    )


def test_what_leads_elsewhere_is_listed_and_what_is_hidden_is_no_text() -> None:
    """Rows and items with a link to a page, heads of tables and sources are listed; ways, forms, downloads are none."""
    body = (
        "<nav>路</nav><h1>题</h1><form>查</form>"
        "<p>甲<b>乙</b><span hidden>隐</span>，<br>丙 28<span>个</span><span>丁</span></p>"
        '<table><thead><tr><th>头</th></tr></thead><tr><td>戊<a href="x.pdf#page=2">第二条</a></td></tr>'
        '<tr><td>己</td><td><a href="../x/#y">庚</a></td></tr></table>'
        '<p class="sources">出处</p><p data-search="no">下载<a href="../z/">CSV</a></p><script>1</script>末'
    )

    assert read_body(body).text == PageText("甲乙， 丙 28个 丁 戊第二条 末", "头 己 庚 出处")


@pytest.fixture(scope="module", name="documents")
def _documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    public, folder = site(), tmp_path_factory.mktemp("files")
    return {each.url: each for each in documents_in(public, notice_files(public, folder), folder / "pages")}


def test_all_that_stands_on_the_pages_is_found(built: Path, documents: dict[str, Document]) -> None:
    """Each piece of text on each page but the search itself is in what the page is found by."""
    seen = seen_on(built)
    missing = [
        (url, piece)
        for url, pieces in seen.items()
        if url in documents
        for piece in pieces
        if not any(folded(piece) in field for field in documents[url].fields)
    ]

    assert missing == []
    assert set(seen) - set(documents) == {"search/"}
    assert set(documents) <= set(seen)


def test_downloads_and_ways_are_not_found(documents: dict[str, Document]) -> None:
    """What is said on every page by its frame would be found on every page."""
    framed = re.compile(r"下载全部\d|本页目录|订阅本页|下载 pdf")

    assert [url for url, each in documents.items() if any(framed.search(field) for field in each.fields)] == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("杭州市", "cities/330100/"),
        ("余杭区", "counties/330110/"),
        ("如何申报", "apply/"),
        ("申报表", "programmes/2014-lianghua/"),
        ("已下达资金", "programmes/2014-lianghua/"),
        ("浙经信信息〔2014〕9002号", "notices/2014-lianghua/award/"),
        ("余杭区软件和信息服务产业创业基地（园区、小镇）建设实施方案", "awards/2016-ruanjian-02/"),
    ],
)
def test_names_come_first_then_the_page_about_it_then_lists(
    documents: dict[str, Document], query: str, first: str
) -> None:
    """A plan leads to its award before the county that lists it; lists come last."""
    every = list(documents.values())
    hits = [every[number] for number in looked_through(every, query)]
    fields = [next(at for at, field in enumerate(hit.fields) if folded(query) in field) for hit in hits]

    assert hits[0].url == first
    assert fields == sorted(fields)


def test_a_former_name_leads_to_the_county_of_today_and_to_its_award(documents: dict[str, Document]) -> None:
    """富阳市 is found in what 富阳区 is called and in its own award; its award is found under 富阳区 too."""
    found = [url for url, each in documents.items() if "富阳市" in each.fields[0]]
    awards = [url for url, each in documents.items() if "富阳区" in each.fields[0] and url.startswith("awards/")]

    assert found[:2] == ["counties/330183/", "counties/330111/"]
    assert "awards/2014-lianghua-03/" in found
    assert "awards/2014-lianghua-03/" in awards
    assert documents["counties/330111/"].names == "原区划：富阳市"


def test_an_award_is_found_by_firm_project_and_amount(documents: dict[str, Document]) -> None:
    """Firms, projects and amounts stand in its text; a notice is called by its number; every group is there."""
    award = site().programmes[0].awards[0]
    text = documents[f"awards/{award.id}/"].text

    assert all(item.firm in text and item.name in text for item in award.projects)
    assert "资金下达" in text
    assert documents["notices/2014-lianghua/call/"].names == programme().notices[0].document_no
    assert {each.group for each in documents.values()} == {"县（市、区）", "申报项目", "列入情况", "公文", "栏目"}
