"""The text of a notice as values: headings, paragraphs and tables, as every writer takes them."""

from dataclasses import dataclass
from typing import Literal

Side = Literal["", "left", "center", "right"]
"""Alignment of a column; empty if the source does not set it."""

LEVEL_ROLES = {1: "hei", 2: "kai", 3: "body", 4: "body"}
"""Role of the type in which headings are set, by their level (GB/T 9704-2012, 7.3.3)."""
_AS_TEXT = 3
"""Headings are set as the text is from this level on."""


@dataclass(frozen=True)
class Run:
    """Text of one look. A line feed in it is a forced line break."""

    text: str
    strong: bool = False
    emphasised: bool = False
    link: str = ""
    """Address that it leads to, with http, https, mailto or tel; empty if it leads nowhere."""


Line = tuple[Run, ...]
"""The text of a heading, a paragraph or a cell. Runs beside each other differ in look."""


@dataclass(frozen=True)
class Heading:
    """A heading, of the four levels of GB/T 9704-2012, 7.3.3."""

    level: int
    """1 to 4."""
    line: Line
    """What is printed: the number, if it has one, is part of it."""
    numbered: bool
    """Whether it has a number; a heading alone on its level has none."""

    @property
    def type_level(self) -> int:
        """The level in whose font it is set: a heading without a number is set as text."""
        return self.level if self.numbered else _AS_TEXT

    @property
    def role(self) -> str:
        """The role of its type: hei, kai or body."""
        return LEVEL_ROLES[self.type_level]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    line: Line
    lead: Heading | None = None
    """A heading that ends in 。 and so stands at the beginning of the paragraph."""


@dataclass(frozen=True)
class Table:
    """A table of one head row at most; every row has a cell for each column."""

    head: tuple[Line, ...]
    """Empty if it has no head."""
    rows: tuple[tuple[Line, ...], ...]
    shares: tuple[float, ...]
    """Widths of the columns, as parts of 1."""
    sides: tuple[Side, ...]
    groups: tuple[int, ...] = ()
    """Columns, counted from 0, in which equal cells below each other are one on paper (docs/adr/0015)."""
    pages: tuple[int, ...] = ()
    """The page of each row, once a layout has found it: a merged cell begins anew on each page."""


Block = Heading | Paragraph | Table
Text = tuple[Block, ...]
"""A body of a notice from top to bottom."""


def plain(line: Line) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line)
