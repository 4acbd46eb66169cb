"""A data set as a sheet: its columns with their types and widths, its rows, its part of the dictionary."""

from collections.abc import Mapping, Sequence
from typing import Any

from gongshi.pages.data.dataset import Column, Dataset
from gongshi.pages.data.dictionary import HEADS, described
from gongshi.pages.sheets.sheet import Head, Row, Sheet, Type, Value
from gongshi.pages.sheets.workbook import width

_WIDTHS: Mapping[Type, int] = {"integer": 14, "date": 12, "yearmonth": 12, "boolean": 8}
_WIDEST, _ARROW = 60, 3
"""The widest column, and what the arrow of a filter takes."""
_LOOKED_AT = 100
"""So many rows are looked at for the width of a column."""


def sheet_of_dataset(dataset: Dataset[Any], rows: Sequence[Row]) -> Sheet:
    """The rows, which are the data set's, as a sheet."""
    heads = tuple(
        Head(
            column.key,
            column.title,
            _width(column, [row[place] for row in rows[:_LOOKED_AT]]),
            column.type,
            column.optional,
        )
        for place, column in enumerate(dataset.fields)
    )
    return Sheet(dataset.title, heads, rows, dictionary=[HEADS, *described(dataset)])


def _width(column: Column[Any], values: Sequence[Value]) -> int:
    """Wide enough for its head and for most values."""
    if column.type in _WIDTHS:
        return max(_WIDTHS[column.type], width(column.title) + _ARROW)
    return min(_WIDEST, max(width(text) for text in (column.title, *map(str, values))) + _ARROW)
