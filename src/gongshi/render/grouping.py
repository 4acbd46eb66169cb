"""Lists with merged cells: where a page begins inside one, the cell begins anew, so that its name stands on each page.

A column whose head is strong (`| **设区市** |`) groups the rows of its table: equal cells below each other are merged.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from gongshi.documents.notice import Attachment, Notice

__all__ = ["begin_at_pages", "has_groups"]

_CELLS = re.compile(r"(?<!\\)\|")
_STRONG = re.compile(r"\s*\*\*[^*]+\*\*\s*")
_RULE = re.compile(r"\|[|:\- ]*-[|:\- ]*")


def has_groups(notice: Notice) -> bool:
    """Whether any list of the notice has merged cells."""
    return any(True for body in _bodies(notice) for _ in _rows(body.split("\n")))


def begin_at_pages(notice: Notice, pages: Sequence[int]) -> Notice:
    """The notice with a mark at each row of a grouped list that begins a page: its cell does not join the one above.

    Args:
        notice: The notice.
        pages: The page of each row of its grouped lists, from first to last. If there are not as many as rows, no cell
            joins another.
    """
    count = sum(1 for body in _bodies(notice) for _ in _rows(body.split("\n")))
    left = iter(pages if len(pages) == count else range(count))

    def marked(body: str) -> str:
        lines, above = body.split("\n"), (-1, -1)
        for at, column in _rows(lines):
            page = next(left)
            if above[0] == at - 1 and above[1] != page:
                lines[at] = _mark(lines[at], column)
            above = (at, page)
        return "\n".join(lines)

    return _changed(notice, marked)


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each row of grouped tables: the number of its line, and that of the first column that groups."""
    column = None
    for at, line in enumerate(lines):
        if not line.startswith("|"):
            column = None
        elif column is not None and not _RULE.fullmatch(line.rstrip()):
            yield at, column
        elif _RULE.fullmatch(line.rstrip()) and at:
            strong = (place for place, cell in enumerate(_CELLS.split(lines[at - 1])) if _STRONG.fullmatch(cell))
            column = next(strong, None)


def _mark(line: str, column: int) -> str:
    cells = _CELLS.split(line)
    if column < len(cells) and cells[column].strip():
        cells[column] = f" **{cells[column].strip()}** "
    return "|".join(cells)


def _bodies(notice: Notice) -> Iterator[str]:
    """Markdown of the notice in the order of its pages."""
    yield notice.body
    yield from (attachment.body for attachment in notice.attachments)
    if notice.enclosure:
        yield notice.enclosure.body
        yield from (attachment.body for attachment in notice.enclosure.attachments)


def _changed(notice: Notice, change: Callable[[str], str]) -> Notice:
    """The notice with each Markdown body changed, in the order of its pages."""

    def attachments(items: Sequence[Attachment]) -> tuple[Attachment, ...]:
        return tuple(replace(item, body=change(item.body)) for item in items)

    notice = replace(notice, body=change(notice.body), attachments=attachments(notice.attachments))
    enclosure = notice.enclosure
    if enclosure is None:
        return notice
    enclosure = replace(enclosure, body=change(enclosure.body), attachments=attachments(enclosure.attachments))
    return replace(notice, enclosure=enclosure)
