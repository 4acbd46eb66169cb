"""The rows of a data set as CSV that opens in a Chinese spreadsheet, as JSON and as XLSX."""

import csv
import datetime as dt
import io
import json
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gongshi.pages.data.dataset import Cell, Column, Dataset, Row, Type
from gongshi.pages.data.dictionary import HEADS, described
from gongshi.pages.sheets.workbook import guarded, new_workbook, print_on_a4, width

_WIDTHS: dict[Type, int] = {"integer": 14, "date": 12, "yearmonth": 12, "boolean": 8}
_WIDEST, _ARROW = 60, 3
"""The widest column, and what the arrow of a filter takes."""
_LOOKED_AT = 100
"""So many rows are looked at for the width of a column."""
_EXPLAINED, _LINE = (24, 24, 28, 8, 26, 56, 56), 15
"""Widths of the columns of the sheet that explains, and the height of a line in points."""
_LONGEST = 32_767
"""Characters that a cell of XLSX can hold."""


def in_words(cell: Cell) -> str | int | None:
    """A cell as CSV and XLSX show it: yes and no in Chinese."""
    return ("是" if cell else "否") if isinstance(cell, bool) else cell


def csv_bytes(dataset: Dataset[Any], rows: Sequence[Row]) -> bytes:
    """UTF-8 with a byte order mark, Chinese heads, CRLF, no cell that a spreadsheet would take for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.title for column in dataset.fields)
    writer.writerows([guarded(w) if isinstance(w := in_words(cell), str) else w for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def json_bytes(dataset: Dataset[Any], rows: Sequence[Row]) -> bytes:
    """A list of objects, keys in the order of the columns; what has no value is null."""
    keys = [column.key for column in dataset.fields]
    objects = [dict(zip(keys, row, strict=True)) for row in rows]
    return (json.dumps(objects, ensure_ascii=False, indent=2) + "\n").encode()


def xlsx_bytes(dataset: Dataset[Any], rows: Sequence[Row]) -> bytes:
    """A sheet of the rows, with dates as dates and a filter on the heads, and a sheet that explains the columns."""
    out = io.BytesIO()
    with new_workbook(out, dataset.title) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        data = book.add_worksheet(dataset.title)
        for place, column in enumerate(dataset.fields):
            data.set_column(place, place, _width(column, [row[place] for row in rows]))
            data.write_string(0, place, column.title, head)
        types = [column.type for column in dataset.fields]
        for line, row in enumerate(rows, start=1):
            for place, (type_, cell) in enumerate(zip(types, row, strict=True)):
                _write(data, (line, place), cell, day if type_ == "date" else None)
        data.autofilter(0, 0, len(rows), len(types) - 1)
        print_on_a4(data, whole=False)
        _explain(book, dataset, head)
    return out.getvalue()


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, day: Format | None) -> None:
    shown = in_words(cell)
    if isinstance(shown, int):
        sheet.write_number(*at, shown)
    elif shown and day:
        sheet.write_datetime(*at, dt.date.fromisoformat(shown), day)
    elif shown:
        sheet.write_string(*at, shown[:_LONGEST])


def _width(column: Column[Any], cells: Sequence[Cell]) -> int:
    """Wide enough for its head and for most cells."""
    if column.type in _WIDTHS:
        return max(_WIDTHS[column.type], width(column.title) + _ARROW)
    texts = [column.title, *(str(cell) for cell in cells[:_LOOKED_AT])]
    return min(_WIDEST, max(width(text) for text in texts) + _ARROW)


def _explain(book: xlsxwriter.Workbook, dataset: Dataset[Any], head: Format) -> None:
    """A second sheet with the part of the dictionary that is about this data set."""
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet("字段说明")
    for place, wide in enumerate(_EXPLAINED):
        sheet.set_column(place, place, wide)
    for line, row in enumerate([HEADS, *described(dataset)]):
        # Spreadsheets do not all make room for lines by themselves.
        sheet.set_row(
            line, _LINE * max(-(-width(text) // (wide - 2)) for text, wide in zip(row, _EXPLAINED, strict=True))
        )
        for place, text in enumerate(row):
            sheet.write_string(line, place, text, wrapped if line else head)
    print_on_a4(sheet)
