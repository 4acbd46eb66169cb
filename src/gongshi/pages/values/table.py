"""A table of the site as a value: its page and its files show the same cells."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, TypeVar

from gongshi import typography
from gongshi.pages.values.wording import day

Kind = Literal["text", "short", "number", "day", "name", "plan", "brief", "period", "clause", "code", "checksum"]
"""What a column holds; it sets the column's width and alignment. `short`, `day` and `clause` stand on one line.

Points of a `number` column stand in line.
"""


@dataclass(frozen=True)
class Source:
    """Where a figure comes from: a notice, the clause in it, and words that stand beside the figure there."""

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
    """Where its text leads, from the site's root; with `#page=3` for a page of a PDF; or mailto: and an address."""
    badge: str = ""
    """The class of the badge that its text is shown as, e.g. awarded; empty for plain text."""
    struck: bool = False
    """Whether its text is struck through: a title that was taken away. Another cell says so in words."""


@dataclass(frozen=True)
class Table:
    """A table; its files are named <page><id> and the end of their format."""

    id: str
    """Its name within its page: lower-case ASCII, no dot."""
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[tuple[Cell, ...], ...] = ()
    """Rows of sums."""
    sources: tuple[Source, ...] = field(default=())
    """Where its figures come from, told below it."""
    records: str = ""
    """Records of the office that its figures come from where no notice tells them, e.g. 业务记录; told below it too."""
    stacked: bool = False
    """Whether a narrow screen shows each row as a block, cell below cell, instead of moving the table sideways."""

    def __post_init__(self) -> None:
        wrong = [row for row in (*self.rows, *self.foot) if len(row) != len(self.columns)]
        if wrong:
            raise ValueError(f"{self.id}: {len(wrong)} rows do not fit its {len(self.columns)} columns")

    @property
    def long(self) -> bool:
        """Whether it is so long that readers want to search in it."""
        return len(self.rows) > _LONG

    def spanned(self, row: Sequence[Cell]) -> int:
        """How many empty cells a row of sums has before its label; on a page the label takes their place."""
        heads = next((place for place, column in enumerate(self.columns) if column.heads), 0)
        return heads if all(cell == Cell(NONE) for cell in row[:heads]) else 0


Item = TypeVar("Item")
Held = TypeVar("Held")
Spec = tuple[tuple[Column, Callable[[Item], Cell]], ...]
"""The columns of a table, each with what makes its cell of an item."""
Filled = tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]
"""Columns and rows that fit them."""
_LONG = 20
"""More rows than this do not fit on one screen."""
NONE = "—"
"""What an empty cell shows, so that nobody takes it for forgotten."""


def text_cell(text: str, link: str = "") -> Cell:
    """Text, or a dash if there is none."""
    return Cell(text or NONE, link=link)


def count_cell(number: int | None, otherwise: str = NONE) -> Cell:
    """A whole number; `otherwise` where there is none."""
    return Cell(otherwise) if number is None else Cell(str(number), Decimal(number))


def money_cell(amount: int | None, otherwise: str = NONE) -> Cell:
    """Money, given in 元 and shown in 万元."""
    if amount is None:
        return Cell(otherwise)
    return Cell(typography.in_ten_thousands(amount), Decimal(amount) / 10_000)


def day_cell(iso: str) -> Cell:
    """An ISO date or month in Chinese."""
    return Cell(day(iso) if iso else NONE)


def through(spec: Spec[Held], held_by: Callable[[Item], Held]) -> Spec[Item]:
    """The columns of something that an item holds, as columns of the item."""
    return tuple((column, _composed(cell_of, held_by)) for column, cell_of in spec)


def _composed(cell_of: Callable[[Held], Cell], held_by: Callable[[Item], Held]) -> Callable[[Item], Cell]:
    return lambda item: cell_of(held_by(item))


def cells_of(spec: Spec[Item], item: Item) -> dict[str, Cell]:
    """The cells of one item by the keys of their columns."""
    return {column.key: cell_of(item) for column, cell_of in spec}


def fill(spec: Spec[Item], items: Iterable[Item]) -> Filled:
    """The columns of a table, and its rows: one for each item."""
    columns = tuple(column for column, _ in spec)
    return columns, tuple(tuple(cell_of(item) for _, cell_of in spec) for item in items)


def numbered(filled: Filled) -> Filled:
    """The same with a column before the others that counts the rows from 1."""
    columns, rows = filled
    number = Column("number", "序号", "number")
    return (number, *columns), tuple((count_cell(place), *row) for place, row in enumerate(rows, start=1))


def sum_row(columns: Sequence[Column], label: str, **sums: Cell) -> tuple[Cell, ...]:
    """A row of sums: the label in the column of row heads, each sum in the column of its key, dashes elsewhere."""
    return tuple(Cell(label) if column.heads else sums.get(column.key, Cell(NONE)) for column in columns)


def align_decimals(table: Table) -> Table:
    """The table with the numbers of each `number` column written with equally many decimals, so that points align."""
    numbers = [column.kind == "number" for column in table.columns]
    lines = zip(*table.rows, *table.foot, strict=True)
    places = [max(map(_decimals, cells)) if number else 0 for number, cells in zip(numbers, lines, strict=False)]
    rows, foot = (
        tuple(tuple(map(_to_places, row, places)) for row in part) if any(places) else part
        for part in (table.rows, table.foot)
    )
    return replace(table, rows=rows, foot=foot)


def _decimals(cell: Cell) -> int:
    """How many decimals its text shows; 0 for text that is no number."""
    return len(cell.text.partition(".")[2]) if cell.number is not None else 0


def _to_places(cell: Cell, places: int) -> Cell:
    missing = places - _decimals(cell)
    if cell.number is None or not missing:
        return cell
    point = "" if "." in cell.text else "."
    return replace(cell, text=f"{cell.text}{point}{'0' * missing}")
