"""What every CSV and XLSX of the site has in common: text is only text, and equal contents give equal bytes."""

import datetime as dt
import io
import unicodedata

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
"""The day that a workbook says it was made on: always the same, so that the same table gives the same bytes."""


def guarded(text: str) -> str:
    """Text that begins like a formula gets a leading apostrophe, for CSV."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def new_workbook(out: io.BytesIO, title: str) -> xlsxwriter.Workbook:
    """A workbook that takes no text for a formula, a link or a number."""
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, settings)
    book.set_properties({"title": title, "created": _MADE})
    return book


def width(text: str) -> int:
    """How wide text is in the unit of a spreadsheet's columns: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def print_on_a4(sheet: Worksheet, *, whole: bool = True) -> None:
    """The heads stay in view and on every page of A4 on its side.

    Args:
        sheet: A sheet whose first row is the heads.
        whole: Whether a page is as wide as the table, however small; else columns go on over more pages, each of which
            begins with the first.
    """
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    if whole:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.repeat_columns(0)
    sheet.repeat_rows(0)
