"""The last row of a table never begins a page alone, and short tables are not broken, in PDF and DOCX alike."""

from functools import cache

import notice_factory as make
import pytest
from office import to_pdf
from printed import REPOSITORY, Printed, opened, printed
from written import folder, has, q, written

from gongshi.documents.notice import Attachment, Notice

SAMPLES = {
    "award of 18": (make.award(rows=18), "样例县第{}区", 18),
    "wide table of 7": (make.wide_table(rows=7), "{}样例市样例县", 7),
    "wide table of 16": (make.wide_table(rows=16), "{}样例市样例县", 16),
}
"""Tables of which all rows but the last would fill their pages."""


def _together(pdf: Printed, name: str) -> bool:
    """Whether the last two rows begin a page together, and the third from the end stands before them."""
    _, row, count = SAMPLES[name]
    third, second, last = (pdf.find(row.format(count - back))[0] for back in (2, 1, 0))
    return third < second == last


@pytest.mark.parametrize("name", SAMPLES)
def test_the_last_row_takes_the_one_above_it_along(name: str) -> None:
    """Two rows stand on the last page of the table."""
    assert _together(printed(SAMPLES[name][0]), name)


@cache
def _office() -> dict[str, Printed]:
    """The samples as LibreOffice prints them."""
    documents = [written(notice, printed(notice).imprint_page).path for notice, _, _ in SAMPLES.values()]
    pdfs = to_pdf(documents, REPOSITORY / ".fonts", folder() / "rows")
    pages = [Printed(data=b"", imprint_page="", document=opened(pdf.read_bytes())) for pdf in pdfs]
    return dict(zip(SAMPLES, pages, strict=True))


@pytest.mark.office
@pytest.mark.parametrize("name", SAMPLES)
def test_the_last_row_takes_the_one_above_it_along_in_the_docx(name: str) -> None:
    """Two rows stand on the last page of the table as LibreOffice prints it."""
    assert _together(_office()[name], name)


def _kept(notice: Notice) -> list[bool]:
    """Of each row of the first table whether it stays on the page of the next one."""
    rows = written(notice).tables()[0].findall(q("tr"))
    return [all(has(content, "pPr/keepNext") for content in row.iter(q("p"))) for row in rows]


def test_of_a_long_table_the_head_and_the_last_row_but_one_are_kept_with_the_next() -> None:
    """Other rows may end a page."""
    assert _kept(make.award(rows=30)) == [True, *[False] * 28, True, False]


def test_a_short_table_is_kept_whole() -> None:
    """One of less than half a page; cells of several lines make it a long one."""
    assert _kept(make.award(rows=5)) == [True] * 5 + [False]
    assert not all(_kept(make.grouped_list(rows=11, landscape=False))[:-1])
    assert all(_kept(make.wide_table(rows=3))[:-1])


@pytest.mark.office
@pytest.mark.parametrize("lines", range(1, 8))
def test_a_short_table_stands_on_one_page_in_both_formats(lines: int) -> None:
    """Wherever on the page the text above it ends."""
    table = make.award(rows=6).attachments[0].body
    notice = make.notice(body="\n\n".join(["样例正文一段。"] * lines) + "\n\n" + table)
    (pdf,) = to_pdf([written(notice).path], REPOSITORY / ".fonts", folder() / f"short-{lines}")
    office = Printed(data=b"", imprint_page="", document=opened(pdf.read_bytes()))
    for pages in (printed(notice), office):
        assert len({pages.find(f"样例县第{row}区")[0] for row in range(1, 7)}) == 1


@pytest.mark.parametrize(("rows", "lines"), [(15, 3), (16, 2)])
def test_a_table_that_fills_its_page_brings_no_empty_page(rows: int, lines: int) -> None:
    """The room below a table that finds no place on the page does not carry the end of the text to the next one."""
    table = "".join(f"| {number} | 样例县 | 样例 |\n" for number in range(1, rows + 1))
    body = "说明。\n\n" * lines + f"| 序号 | 名称 | 结果 |\n|:-:|---|---|\n{table}"
    paper = printed(make.notice(attachments=(Attachment("附件", "样例名单", body),)))

    assert paper.find(f"{rows}样例县样例")[0] == len(paper.document)
