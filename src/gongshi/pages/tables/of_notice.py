"""The tables inside a notice's text as values, for their files; the page shows them as the text has them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lxml import html as markup

from gongshi.pages.markup import text_of
from gongshi.pages.values.table import Cell, Column, Table

__all__ = ["Passage", "passages"]

_TABLE = re.compile(r"(<table[\s>].*?</table>)</div>", re.DOTALL)
"""With the end of its frame."""
_HEADING = re.compile(r"<h[1-6][\s>].*?</h[1-6]>", re.DOTALL)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]+)?")
"""A number that people add up: short, and not a code that begins with a zero."""
_WIDEST = 100
"""A cell that says it spans more columns is not believed."""


@dataclass(frozen=True)
class Passage:
    """A stretch of a notice's text up to the end of a table, or to the end of the text."""

    html: str
    table: Table | None = None
    """The table that it ends with, if that has heads and rows; a form to fill in has none."""


def passages(html: str) -> tuple[Passage, ...]:
    """A notice's text, as `notice_markup` leaves it, cut after each table; they are called text-1, text-2 and so on."""
    found, begin, heading = [], 0, ""
    for number, match in enumerate(_TABLE.finditer(html), start=1):
        headings = _HEADING.findall(html, begin, match.start())
        heading = text_of(headings[-1]) if headings else heading
        table = _table(f"text-{number}", heading or f"正文表{number}", markup.fragment_fromstring(match[1]))
        found.append(Passage(html[begin : match.end()], table))
        begin = match.end()
    return (*found, Passage(html[begin:]))


def _table(name: str, caption: str, element: Any) -> Table | None:
    """The table of a <table> element; None if it has no heads or no rows. A merged cell is repeated."""
    lines = element.xpath(".//tr")
    first = next((place for place, line in enumerate(lines) if line.xpath("./td")), len(lines))
    grid = _grid(lines)
    width = max((column + 1 for _, column in grid), default=0)
    rows = [[grid.get((line, column), "") for column in range(width)] for line in range(len(lines))]
    if not rows[:first] or not rows[first:]:
        return None
    titles = [" ".join(dict.fromkeys(filter(None, parts))) for parts in zip(*rows[:first], strict=True)]
    columns = tuple(Column(f"column_{place}", title) for place, title in enumerate(titles, start=1))
    return Table(name, caption, columns, tuple(tuple(map(_cell, row)) for row in rows[first:]))


def _grid(lines: list[Any]) -> dict[tuple[int, int], str]:
    """The words at each line and column."""
    grid: dict[tuple[int, int], str] = {}
    for line, element in enumerate(lines):
        column = 0
        for cell in element.xpath("./th | ./td"):
            while (line, column) in grid:
                column += 1
            across, down = (min(int(cell.get(name) or 1), _WIDEST) for name in ("colspan", "rowspan"))
            places = [(line + y, column + x) for y in range(down) for x in range(across) if line + y < len(lines)]
            grid.update(dict.fromkeys(places, _words(cell)))
    return grid


def _words(cell: Any) -> str:
    for part in cell.iter("br", "p"):
        part.tail = f"\n{part.tail or ''}"
    return " ".join(cell.text_content().split())


def _cell(text: str) -> Cell:
    return Cell(text, Decimal(text) if _NUMBER.fullmatch(text) else None)
