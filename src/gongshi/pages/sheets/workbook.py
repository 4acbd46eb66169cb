"""A sheet as XLSX: text is only text, dates are dates, and equal contents give equal bytes."""

import datetime as dt
import io
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gongshi.pages.sheets.sheet import Sheet, Type, Value, as_number, in_words

_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
"""The day that a workbook says it was made on: always the same, so that the same sheet gives the same bytes."""
_SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""No text is taken for a formula, a link or a number."""
_HEAD = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"}
_DAY = {"num_format": "yyyy-mm-dd", "align": "left"}
_WRAPPED = {"text_wrap": True, "valign": "top"}
_A4 = 9
_LONGEST = 32_767
"""Characters that a cell can hold."""
_DICTIONARY_WIDTHS, _LINE = (24, 24, 28, 8, 26, 56, 56), 15
"""Widths of the columns of the sheet that explains, and the height of a line in points."""


def width(text: str) -> int:
    """How wide text is in the unit of a spreadsheet's columns: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def xlsx_bytes(sheet: Sheet) -> bytes:
    """The rows under heads that stay in view; of a data set with a filter, and a second sheet that explains."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _SETTINGS) as book:
        book.set_properties({"title": sheet.title, "created": _MADE})
        head = book.add_format(_HEAD)
        if sheet.dictionary:
            _write_data(book, sheet, head)
            _write_dictionary(book, sheet.dictionary, head)
        else:
            _write_table(book, sheet, head)
    return out.getvalue()


def _write_data(book: xlsxwriter.Workbook, sheet: Sheet, head: Format) -> None:
    """The rows of a data set, to be filtered; printed columns go on over more pages, each with the first."""
    page = book.add_worksheet(sheet.title)
    day = book.add_format(_DAY)
    _write_heads(page, sheet, head)
    for line, row in enumerate(sheet.rows, start=1):
        for place, (column, value) in enumerate(zip(sheet.heads, row, strict=True)):
            if value is not None:
                _write_value(page, (line, place), value, column.type, day if column.type == "date" else None)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    page.repeat_columns(0)
    _print_on_a4(page)


def _write_table(book: xlsxwriter.Workbook, sheet: Sheet, head: Format) -> None:
    """A table as its page shows it, sums in bold; on paper as wide as a page."""
    page = book.add_worksheet()
    body, total = (book.add_format(_WRAPPED | {"bold": bold}) for bold in (False, True))
    _write_heads(page, sheet, head)
    for line, row in enumerate((*sheet.rows, *sheet.totals), start=1):
        for place, value in enumerate(row):
            _write_value(page, (line, place), value, None, body if line <= len(sheet.rows) else total)
    page.fit_to_pages(1, 0)
    _print_on_a4(page)


def _write_dictionary(book: xlsxwriter.Workbook, rows: Sequence[Sequence[str]], head: Format) -> None:
    """A second sheet that explains the columns of a data set."""
    wrapped = book.add_format(_WRAPPED)
    page = book.add_worksheet("字段说明")
    for place, wide in enumerate(_DICTIONARY_WIDTHS):
        page.set_column(place, place, wide)
    for line, row in enumerate(rows):
        # Spreadsheets do not all make room for lines by themselves.
        lines = max(-(-width(text) // (wide - 2)) for text, wide in zip(row, _DICTIONARY_WIDTHS, strict=True))
        page.set_row(line, _LINE * lines)
        for place, text in enumerate(row):
            page.write_string(line, place, text, wrapped if line else head)
    page.fit_to_pages(1, 0)
    _print_on_a4(page)


def _write_heads(page: Worksheet, sheet: Sheet, style: Format) -> None:
    for place, column in enumerate(sheet.heads):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.title, style)


def _write_value(page: Worksheet, at: tuple[int, int], value: Value, kind: Type | None, style: Format | None) -> None:
    shown = in_words(value)
    if isinstance(shown, Decimal):
        page.write_number(*at, as_number(shown), style)
    elif isinstance(shown, int):
        page.write_number(*at, shown, style)
    elif not shown:
        page.write_blank(*at, None, style)
    elif kind == "date":
        page.write_datetime(*at, dt.date.fromisoformat(shown), style)
    else:
        page.write_string(*at, shown[:_LONGEST], style)


def _print_on_a4(page: Worksheet) -> None:
    """The heads, in the first row, stay in view and on every page of A4 on its side."""
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.repeat_rows(0)
