"""Long lists: head on each page, rows whole and in order, amounts at the right, merged cells named on each page."""

import re
from dataclasses import replace
from functools import cache
from itertools import chain, groupby, pairwise
from pathlib import Path

import notice_factory as make
import pytest
from document_text import docx_text, pdf_text
from lxml import etree
from office import to_pdf
from printed import REPOSITORY, TEMPLATES, fonts, parsed
from written import Written, folder, has, q, text, value, written

from gongshi.documents.notice import Notice
from gongshi.measure.page import Line, Page
from gongshi.measure.reading import open_pdf
from gongshi.render.parsed import ParsedNotice
from gongshi.render.pdf import PdfResult, write_pdf
from gongshi.render.text import Run, Table
from gongshi.render.text import plain as plain_of
from gongshi.render.to_html import write_html

COLUMNS = {False: (28.0, 156.0), True: (35.0, 225.0)}
"""Left edge and width of the list, upright and turned."""
SHARES = (3, 7, 6, 8, 8)
"""Widths of the columns."""
TURNED = pytest.mark.parametrize("landscape", [False, True], ids=["upright", "turned"])
CITY = dict(enumerate(make.cities(60), start=1))


@cache
def printed_list(rows: int, *, landscape: bool = False) -> PdfResult:
    """A list as PDF."""
    return write_pdf(parsed(make.grouped_list(rows, landscape=landscape)), fonts(), [TEMPLATES])


def written_list(rows: int, *, landscape: bool = False) -> Written:
    """The same list as DOCX."""
    pdf = printed_list(rows, landscape=landscape)
    return written(pdf.document, pdf.imprint_page)


@cache
def _office() -> dict[str, Path]:
    """Lists as LibreOffice prints them; one has a longer head than its PDF had."""
    documents = {
        "upright": written_list(60),
        "turned": written_list(60, landscape=True),
        "moved": written(longer_head(printed_list(60).document), "next_even"),
    }
    pdfs = to_pdf([docx.path for docx in documents.values()], REPOSITORY / ".fonts", folder() / "lists")
    return dict(zip(documents, pdfs, strict=True))


def longer_head(document: ParsedNotice) -> ParsedNotice:
    """The list with a head of two lines."""
    ((table,),) = document.attachments
    assert isinstance(table, Table)
    head = tuple((Run("申报的项目的全部名称"),) if plain_of(cell) == "项目名称" else cell for cell in table.head)
    return replace(document, attachments=((replace(table, head=head),),))


def list_pages(data: bytes) -> list[Page]:
    """The pages of a PDF that the list is on."""
    with open_pdf(data) as pdf:
        return [page for page in pdf.pages if any("申报地区" in line.text for line in page.lines)]


def cell(line: Line, column: int, *, landscape: bool = False) -> str:
    """What stands in a column of a line."""
    left, width = COLUMNS[landscape]
    edges = [left + width * sum(SHARES[:at]) / sum(SHARES) for at in (column, column + 1)]
    return "".join(glyph.char for glyph in line.glyphs if edges[0] < glyph.x < edges[1])


def rows_of(page: Page, *, landscape: bool = False) -> list[Line]:
    """Lines of a page that begin a row: those with a number in the first column, below the head."""
    lines = [line for line in page.lines if cell(line, 0, landscape=landscape).isdigit() and line.size < 16]
    return [line for line in lines if "县" in line.text]


def numbers(data: bytes, *, landscape: bool = False) -> list[list[int]]:
    """Numbers of the rows of each page."""
    pages = list_pages(data)
    return [[int(cell(line, 0, landscape=landscape)) for line in rows_of(page, landscape=landscape)] for page in pages]


def starts_of(docx: Written) -> list[int]:
    """Numbers of the rows of a DOCX that a city's cell begins at."""
    rows = docx.tables()[0].findall(q("tr"))[1:]
    merges = [value(row.findall(q("tc"))[1], "tcPr/vMerge") for row in rows]
    return [number for number, merge in enumerate(merges, start=1) if merge != "continue"]


def test_a_list_of_2000_rows_is_whole_in_the_pdf() -> None:
    """Every row once and in order, each with its county and amount; the head leads each of some 100 pages."""
    pages = list_pages(printed_list(2000).data)
    assert len(pages) > 90
    found = [line for page in pages for line in rows_of(page)]
    assert [cell(line, 0) for line in found] == [str(number) for number in range(1, 2001)]
    assert [cell(line, 2) for line in found] == [f"样例{number}县" for number in range(1, 2001)]
    assert [cell(line, 4) for line in found] == [f"{make.amount(number):,}" for number in range(1, 2001)]
    heads = [next(line.text for line in page.lines if "申报地区" in line.text) for page in pages]
    assert len({re.sub("[资金（万元）]", "", head) for head in heads}) == 1
    # 1.6 mm before the rule at the right.
    assert {round(line.x1, 1) for line in found} == {182.4}


def test_no_row_of_2000_is_split_in_the_pdf() -> None:
    """A name of two lines has both on one page; the list ends above the edge of the text."""
    for page in list_pages(printed_list(2000).data):
        firsts = sum("样例云平台建设" in cell(line, 3) for line in page.lines)
        lasts = sum(cell(line, 3).endswith("应用") for line in page.lines)
        assert firsts == lasts == sum(int(cell(line, 0)) % 7 == 0 for line in rows_of(page))
        assert max(rule.y for rule in page.rules) < 262.5


def test_a_list_of_2000_rows_is_whole_in_the_docx() -> None:
    """Every row once and in order, none may be split, the head repeats, amounts stand at the right."""
    (table,) = written_list(2000).tables()
    head, *rows = table.findall(q("tr"))
    assert has(head, "trPr/tblHeader")
    assert all(has(row, "trPr/cantSplit") for row in (head, *rows))
    cells = [row.findall(q("tc")) for row in rows]
    assert [text(row[0]) for row in cells] == [str(number) for number in range(1, 2001)]
    assert [text(row[4]) for row in cells] == [f"{make.amount(number):,}" for number in range(1, 2001)]
    assert {value(row[4], "p/pPr/jc") for row in cells} == {"right"}


@TURNED
def test_each_city_is_named_once_on_each_page_it_is_on(*, landscape: bool) -> None:
    """Its name stands beside its rows, also beside those that a page begins with."""
    pages = list_pages(printed_list(60, landscape=landscape).data)
    assert len(pages) > 2
    for page in pages:
        rows = [int(cell(line, 0, landscape=landscape)) for line in rows_of(page, landscape=landscape)]
        found = [name for line in page.lines if (name := cell(line, 1, landscape=landscape)).endswith("样市")]
        assert found == [name for name, _ in groupby(CITY[number] for number in rows)]


@TURNED
def test_the_docx_merges_what_the_pdf_merges(tmp_path: Path, *, landscape: bool) -> None:
    """A merged cell for each city and page; the same text in both files."""
    pdf, docx = printed_list(60, landscape=landscape), written_list(60, landscape=landscape)
    pages = numbers(pdf.data, landscape=landscape)
    runs = [len(list(run)) for rows in pages for _, run in groupby(CITY[number] for number in rows)]
    assert [following - first for first, following in pairwise([*starts_of(docx), 61])] == runs
    (tmp_path / "list.pdf").write_bytes(pdf.data)
    assert pdf_text(tmp_path / "list.pdf") == docx_text(docx.path)


@pytest.mark.office
@pytest.mark.parametrize("name", ["upright", "turned"])
def test_libreoffice_breaks_the_list_where_the_pdf_does(name: str) -> None:
    """The same rows on the same pages."""
    landscape = name == "turned"
    expected = numbers(printed_list(60, landscape=landscape).data, landscape=landscape)
    assert numbers(_office()[name].read_bytes(), landscape=landscape) == expected


@pytest.mark.office
def test_merged_cells_go_over_as_a_whole_where_libreoffice_breaks_the_list_elsewhere() -> None:
    """A head of two lines moves the page breaks; still each page begins with a cell's first row, so with its name."""
    firsts = set(starts_of(written_list(60)))
    found = [[int(cell(line, 0)) for line in rows_of(page)] for page in list_pages(_office()["moved"].read_bytes())]
    assert found != numbers(printed_list(60).data)
    assert list(chain(*found)) == list(range(1, 61))
    assert {rows[0] for rows in found} <= firsts


def test_rows_of_a_merged_cell_stay_together_in_the_docx() -> None:
    """All but the last stay with the next, and so does the head; no cell has more than twelve rows."""
    rows = written(make.grouped_list(22)).tables()[0].findall(q("tr"))  # 6, 1, 13 and 2 rows
    kept = [all(has(content, "pPr/keepNext") for content in row.iter(q("p"))) for row in rows]
    parts = [5 * [True], [], 6 * [True], 5 * [True], [True]]
    assert kept == [True, *(keep for part in parts for keep in (*part, False))]


def plain(notice: Notice) -> Notice:
    """The list without its mark."""
    (attachment,) = notice.attachments
    return replace(notice, attachments=(replace(attachment, body=attachment.body.replace("**", "")),))


def test_columns_without_the_mark_are_not_merged() -> None:
    """Equal amounts or names below each other are not one."""
    cells = written(plain(make.grouped_list(8))).tables()[0].iter(q("vMerge"))
    assert list(cells) == []


def test_the_mark_is_not_printed() -> None:
    """Neither asterisks nor bold type in any output."""
    document = parsed(make.grouped_list(8))
    docx = written(document)
    assert not list(docx.xml().iter(q("b")))
    page = write_html(document)
    assert page == write_html(parsed(plain(make.grouped_list(8))))
    for found in (etree.tostring(docx.xml(), encoding="unicode"), *(passage.html for passage in page)):
        assert "**" not in found
        assert "strong" not in found


def test_pages_that_do_not_match_the_rows_merge_nothing() -> None:
    """Rather every name in every row than a name that is on another page."""
    document = parsed(make.grouped_list(8)).with_pages([3, 3, 4])
    assert list(written(document).tables()[0].iter(q("vMerge"))) == []


def test_a_head_too_long_for_its_column_breaks_before_its_unit() -> None:
    """资金 above （万元）, in both files; where the column has room the head is one line."""
    body = "| 名称 | 资金（万元） |\n|{}|---:|\n| 样例县 | 100 |\n"
    narrow, wide = (make.notice(body=body.format("-" * share)) for share in (20, 6))
    assert [len(list(written(notice).tables()[0].iter(q("br")))) for notice in (narrow, wide)] == [1, 0]
    for notice, lines in ((narrow, ["资金", "（万元）"]), (wide, ["资金（万元）"])):
        with open_pdf(write_pdf(parsed(notice), fonts(), [TEMPLATES]).data) as pdf:
            found = [line.text.removeprefix("名称") for line in pdf.pages[0].lines]
        assert [text for text in found if text in lines] == lines
