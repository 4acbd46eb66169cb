"""The last row of a table never begins a page alone, in PDF and DOCX alike."""

from functools import cache

import notice_factory as make
import pytest
from office import to_pdf
from printed import REPOSITORY, Printed, opened, printed
from written import folder, has, q, written

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


def test_only_the_last_but_one_row_is_kept_with_the_next() -> None:
    """A table of few rows keeps none."""
    rows = written(make.award(rows=5)).tables()[0].findall(q("tr"))
    kept = [all(has(content, "pPr/keepNext") for content in row.iter(q("p"))) for row in rows[1:]]
    assert kept == [False, False, False, True, False]
    few = written(make.award(rows=2)).tables()[0].findall(q("tr"))
    assert not any(has(content, "pPr/keepNext") for row in few[1:] for content in row.iter(q("p")))
