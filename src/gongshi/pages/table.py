"""A table of the site as a value: its page, CSV, XLSX and JSON show the same cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from gongshi import typography
from gongshi.pages.wording import day

__all__ = ["Cell", "Column", "Kind", "Source", "Table", "count_cell", "day_cell", "sum_row", "text_cell", "wan_cell"]

Kind = Literal["text", "number", "day", "name", "plan", "brief", "period", "clause", "code", "checksum", "short"]
"""What a column holds; it sets the column's width and alignment. Only `number` is a number in XLSX and JSON."""


@dataclass(frozen=True)
class Source:
    """Where a figure comes from: a notice, the clause in it, and the words beside which it stands there."""

    notice: str
    """Key of the notice."""
    clause: str = ""
    """The clause of the policy document that sets it, e.g. 第三条第（一）项; empty if none does."""
    words: tuple[str, ...] = ()
    """The page of the notice's PDF is the first on which all of these stand; none means that of the clause, if the
    notice is the call that sets it, else the first."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    key: str
    """Its name in JSON: lower-case ASCII."""
    title: str
    kind: Kind = "text"
    heads: bool = False
    """Whether its cells are the heads of their rows; one column of a table does that."""
    language: str = ""
    """The language of its head and cells, e.g. en; empty for Chinese."""


@dataclass(frozen=True)
class Cell:
    """A cell: what it shows is what is downloaded."""

    text: str
    number: Decimal | None = None
    """Its value in XLSX and JSON, where it is a number; `text` shows the same value."""
    link: str = ""
    """Where its text leads, from the site's root; with `#page=3` for a page of a PDF."""
    badge: str = ""
    """The class of the badge that its text is shown as, e.g. awarded; empty for plain text."""
    struck: bool = False
    """Whether its text is struck through: a title that was taken away. Another cell says so in words."""


@dataclass(frozen=True)
class Table:
    """A table; its files are <page><id>.csv, .xlsx and .json."""

    id: str
    """Its name within its page: lower-case ASCII, no dot."""
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[tuple[Cell, ...], ...] = ()
    """Rows of sums."""
    sources: tuple[Source, ...] = field(default=())
    """Where its figures come from, told below it."""

    def __post_init__(self) -> None:
        wrong = [row for row in (*self.rows, *self.foot) if len(row) != len(self.columns)]
        if wrong:
            raise ValueError(f"{self.id}: {len(wrong)} rows do not fit its {len(self.columns)} columns")


NONE = "—"
"""What an empty cell shows, so that nobody takes it for forgotten."""


def text_cell(text: str, link: str = "") -> Cell:
    """Text, or a dash if there is none."""
    return Cell(text or NONE, link=link)


def count_cell(number: int | None, otherwise: str = NONE) -> Cell:
    """A whole number; `otherwise` where there is none."""
    return Cell(otherwise) if number is None else Cell(str(number), Decimal(number))


def wan_cell(amount: int | None, otherwise: str = NONE) -> Cell:
    """Money, given in 元 and shown in 万元."""
    if amount is None:
        return Cell(otherwise)
    return Cell(typography.in_wan(amount), Decimal(amount) / 10_000)


def day_cell(iso: str) -> Cell:
    """An ISO date or month in Chinese."""
    return Cell(day(iso) if iso else NONE)


def sum_row(columns: Sequence[Column], label: str, **sums: Cell) -> tuple[Cell, ...]:
    """A row of sums: the label under the column that heads the rows, each sum under its column, dashes elsewhere."""
    return tuple(Cell(label) if column.heads else sums.get(column.key, Cell(NONE)) for column in columns)
