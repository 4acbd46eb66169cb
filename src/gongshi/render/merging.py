"""How a table is printed: equal cells of a grouping column are merged, and a long head breaks before its unit."""

import re
from dataclasses import replace
from itertools import pairwise
from math import ceil

from gongshi.render.text import Line, Table, plain

_MOST = 12
"""Rows of a merged cell: it stays on one page, and one of more rows could leave half a page empty before it."""
_MANY = 6
"""Number of columns from which a table is set in the smaller type."""
_WIDE, _DENSE, _AIR = 31, 36, 0.7
"""Hanzi on a line as wide as the text, of 14 pt and of 12 pt; and what the blanks beside its text cost a cell."""
_UNIT = re.compile("(.+)(（.*）)")


def is_dense(table: Table) -> bool:
    """Whether it is set in 12 pt, not in 14."""
    return len(table.shares) >= _MANY


def row_spans(table: Table) -> tuple[tuple[int, ...], ...]:
    """How many rows each cell takes, by row and column: 0 for a cell that belongs to a merged one above.

    Cells are merged only if the cells of the grouping columns to their left are, and never across pages.
    """
    spans = [[1] * len(table.shares) for _ in table.rows]
    begins = {at for at, (above, page) in enumerate(pairwise(table.pages), start=1) if page != above}
    begins |= {0, len(table.rows)}
    for column in table.groups:
        names = [plain(row[column]) for row in table.rows]
        begins |= {at for at, (above, name) in enumerate(pairwise(names), start=1) if name != above or not name}
        begins |= {cut for first, end in pairwise(sorted(begins)) for cut in _cuts(first, end)}
        for first, end in pairwise(sorted(begins)):
            for at in range(first, end):
                spans[at][column] = end - first if at == first else 0
    return tuple(map(tuple, spans))


def paper_head(table: Table) -> tuple[Line, ...]:
    """The head; where one is too long for its column it breaks before its unit: 资金 above （万元）."""
    hanzi = _DENSE if is_dense(table) else _WIDE
    rooms = [share * hanzi - _AIR for share in table.shares]
    return tuple(_broken(line) if len(plain(line)) > rooms[at] else line for at, line in enumerate(table.head))


def _cuts(first: int, end: int) -> list[int]:
    """First rows of the parts, of about equal length and not too long, into which the rows `first` to `end` are cut."""
    count = end - first
    parts = ceil(count / _MOST)
    return [first + ceil(part * count / parts) for part in range(1, parts)]


def _broken(line: Line) -> Line:
    unit = _UNIT.fullmatch(line[0].text) if len(line) == 1 else None
    return (replace(line[0], text=f"{unit[1]}\n{unit[2]}"),) if unit else line
