"""A sheet: rows of values under heads; what every downloaded table is before a format writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Value = str | int | Decimal | None
"""A cell; a bool is yes or no; None is no value: null in JSON and Parquet, an empty cell in CSV and XLSX."""
Row = Sequence[Value]
Type = Literal["string", "integer", "boolean", "date", "yearmonth"]
"""As in Frictionless; date is 2014-07-01, yearmonth 2014-07."""


@dataclass(frozen=True)
class Head:
    """The head of a column."""

    key: str
    """Its name for programs, in JSON and Parquet: lower-case ASCII."""
    title: str
    """Its name for people, in CSV and XLSX."""
    width: int
    """How wide a spreadsheet shows it; a Chinese character takes two."""
    type: Type | None = None
    """What its values are; None where words and numbers stand as a page shows them."""
    optional: bool = True
    """Whether rows may be without a value."""


@dataclass(frozen=True)
class Sheet:
    """Heads, rows and sums."""

    title: str
    heads: tuple[Head, ...]
    rows: Sequence[Row]
    totals: Sequence[Row] = ()
    """Rows of sums."""
    dictionary: Sequence[Sequence[str]] = ()
    """Of a data set: what explains its columns, with heads of its own. A table of a page has none.

    With it, JSON holds the rows alone, and XLSX has a filter and a second sheet that explains.
    """


def in_words(value: Value) -> Value:
    """A value as CSV and XLSX show it: yes and no in Chinese."""
    return ("是" if value else "否") if isinstance(value, bool) else value


def as_number(number: Decimal) -> int | float:
    """A number as JSON and XLSX hold it."""
    return int(number) if number == number.to_integral_value() else float(number)
