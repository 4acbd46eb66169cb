"""The tables inside a notice's text as values, for their files; the page shows them as the text has them."""

import re
from collections.abc import Sequence
from decimal import Decimal

from gongshi.pages.values.table import Cell, Column, Table
from gongshi.public.passage import Passage

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]+)?")
"""A number that people add up: short, and not a code that begins with a zero."""


def text_tables(passages: Sequence[Passage]) -> tuple[Table | None, ...]:
    """For each passage the table that it ends with, called text-1, text-2 and so on.

    None if there is none, or if it has no head or no rows, as a form to fill in.
    """
    return tuple(
        _table(f"text-{number}", passage) if passage.head and passage.rows else None
        for number, passage in enumerate(passages, start=1)
    )


def _table(name: str, passage: Passage) -> Table:
    columns = tuple(Column(f"column_{place}", title) for place, title in enumerate(passage.head, start=1))
    return Table(name, passage.caption, columns, tuple(tuple(map(_cell, row)) for row in passage.rows))


def _cell(text: str) -> Cell:
    return Cell(text, Decimal(text) if _NUMBER.fullmatch(text) else None)
