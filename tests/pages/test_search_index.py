"""The search index: what it folds, that its postings tell exactly what the texts hold, and what pages put into it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from public_factory import notice_files, site
from public_pieces import programme
from search_reader import from_postings, looked_through, numbers_in

from gongshi.pages.markup import text_of
from gongshi.pages.page import Entry, Page, catalogue_of
from gongshi.pages.plan import pages_of
from gongshi.pages.search.folding import folded, terms_of
from gongshi.pages.search.index import Document, documents_of, search_files
from gongshi.pages.search.postings import number_in_symbols, shard_of

LETTERS = "甲乙丙aé𠮷 〔)、1"
"""Few letters, so that pairs repeat and terms overlap themselves."""


def document(number: int, title: str, text: str, names: str = "") -> Document:
    """A document of a group of its own for every ten."""
    return Document(f"d/{number}/", title, "公文", f"组{number // 10}", names, text)


TEXTS = st.lists(st.tuples(st.text(LETTERS, max_size=6), st.text(LETTERS, max_size=30)), max_size=12)


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


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.data())
def test_postings_tell_what_the_texts_hold(texts: list[tuple[str, str]], data: st.DataObject) -> None:
    """For any piece of any text, and for what stands nowhere, the postings give the hits of looking through all."""
    documents = [document(number, title, text, names=title[::-1]) for number, (title, text) in enumerate(texts)]
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

    assert text_of(fragment) == "一、同意列入余杭区 第二行 次段 甲 乙 某厅 某局 今日"


def test_an_empty_site_has_an_empty_index() -> None:
    """Nothing to find is no error."""
    files = search_files([])

    assert json.loads(files["search/manifest.json"])["groups"] == []
    assert from_postings(files, "余杭区") == []


def test_pages_without_an_entry_are_not_found() -> None:
    """Lists and the search itself are left out; white space and decomposed letters are settled."""
    listed = Page("a/", "a.html", "名  称", "", entry=Entry("公文", "e\u0301\n文", names=" 号 "))

    assert documents_of([Page("b/", "b.html", "乙", ""), listed]) == (
        Document("a/", "名 称", "公文", "公文", "号", "é 文"),
    )


@pytest.fixture(scope="module", name="documents")
def _documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    public = site()
    catalogue = catalogue_of(public, notice_files(public, tmp_path_factory.mktemp("files")))
    return {document.url: document for document in documents_of(pages_of(catalogue))}


def test_a_former_name_leads_to_the_county_of_today_and_to_its_award(documents: dict[str, Document]) -> None:
    """富阳市 is found in what 富阳区 is called and in its own award; its award is found under 富阳区 too."""
    found = [url for url, each in documents.items() if "富阳市" in each.fields[0]]
    awards = [url for url, each in documents.items() if "富阳区" in each.fields[1] and url.startswith("awards/")]

    assert found[:2] == ["counties/330183/", "counties/330111/"]
    assert "awards/2014-lianghua-03/" in found
    assert "awards/2014-lianghua-03/" in awards
    assert documents["counties/330111/"].names == "原区划：富阳市"
    assert "现区划：富阳区" in documents["counties/330183/"].text


def test_an_award_is_found_by_firm_project_and_number(documents: dict[str, Document]) -> None:
    """Firms, projects and the numbers of its notices stand in its text; a notice is called by its number."""
    award = site().programmes[0].awards[0]
    text = documents[f"awards/{award.id}/"].text

    assert all(item.firm in text and item.name in text for item in award.projects)
    assert "浙经信信息〔2014〕9002号" in text
    assert documents["notices/2014-lianghua/call/"].names == programme().notices[0].document_no
    assert {each.group for each in documents.values()} == {"县（市、区）", "申报项目", "列入情况", "公文"}
