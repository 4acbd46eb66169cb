"""The text of each page of a finished PDF."""

import pytest
from notice_factory import notice
from printed import printed

from gongshi.measure.reading import UnreadableError
from gongshi.measure.sheets import sheets_of


def test_each_page_has_its_text_without_white_space() -> None:
    """Words that the page breaks over two lines are whole again, and each page ends with its number."""
    made = notice()
    sheets = sheets_of(printed(made).data)

    assert "".join(made.plain_title.split()) in sheets[0]
    assert [sheet.count(f"—{number}—") for number, sheet in enumerate(sheets, start=1)] == [1] * len(sheets)
    assert not any(char.isspace() for sheet in sheets for char in sheet)


def test_what_is_no_pdf_is_refused() -> None:
    """Bytes that PDFium cannot open are no empty document."""
    with pytest.raises(UnreadableError):
        sheets_of(b"%PDF-1.7 nothing")
