"""The elements of a document with their positions on its pages, as every clause takes them."""

from dataclasses import dataclass

from gongshi.measure.binding import Binding
from gongshi.measure.form import Form
from gongshi.measure.page import MM, Ink, Line, Page, Rule
from gongshi.measure.text import Paragraph

LEFT, TOP, RIGHT, BOTTOM = 28.0, 37.0, 184.0, 262.0
"""Edges of the type area (5.2.1)."""
ABOVE, BELOW = 30.0, 265.0
"""Lines with baselines between these are text; 样例 and 草稿 lie above, the page number below."""
CENTRE = (LEFT + RIGHT) / 2
EM = 16 * MM
"""A character of 3号."""


@dataclass(frozen=True)
class Header:
    """版头: the names of the organs (7.2.4)."""

    names: tuple[Line, ...]
    suffix: Line | None
    """文件, where it stands apart from several names."""
    ink: Ink
    names_ink: Ink | None
    """Ink of the names alone, if there is a suffix."""
    suffix_ink: Ink | None


@dataclass(frozen=True)
class Row:
    """A row of signatures: the name of each organ, or the last line of it, as a line of its own."""

    names: tuple[Line, ...]
    top: float
    """Baseline of its first line; above that of the names if a name takes several lines."""


@dataclass(frozen=True)
class Opening:
    """The first page of an attachment or of a document that is issued (7.3.7)."""

    page: int
    label: Line | None
    first: Line
    """The first line of its page."""
    title: tuple[Line, ...]


@dataclass(frozen=True)
class Imprint:
    """版记 (7.4)."""

    page: int
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    alone: bool
    """Whether its page holds nothing else."""
    printed: bool
    """Whether it ends with the printing office and date; a letter's does not (10.1)."""


@dataclass(frozen=True)
class Layout:
    """A document's elements; what was not found is None or empty."""

    pages: tuple[Page, ...]
    area: tuple[tuple[Line, ...], ...]
    """Per page the lines of the type area, without those of the imprint."""
    form: Form
    binding: Binding
    header: Header | None
    upper_left: tuple[Line, ...]
    """Copy number, secrecy, urgency: above the names, or in a letter below its first double rule."""
    number: Line | None
    signers: tuple[Line, ...]
    """The rows that end with the number's: those above it, and its right half, name who signed (7.2.6)."""
    red_rules: tuple[Rule, ...]
    title: tuple[Line, ...]
    addressees: tuple[Line, ...]
    main: tuple[Paragraph, ...]
    """The main text."""
    later: tuple[Paragraph, ...]
    """Text of attachments and of documents issued."""
    note: tuple[Line, ...]
    rows: tuple[Row, ...]
    date: Line | None
    attendance: tuple[Line, ...]
    """出席, 请假, 列席 of 纪要 (10.3)."""
    annotation: Line | None
    """附注 (7.3.6)."""
    openings: tuple[Opening, ...]
    imprint: Imprint | None
    folios: tuple[Line | None, ...]
    """Page numbers."""
    dashes: tuple[Ink | None, ...]
    """Ink of the first dash of each page number."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All running text."""
        return self.main + self.later
