"""The page of a PDF on which a clause begins, found by the numbers of headings: 一、 and （一）."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from gongshi import typography

_CLAUSE = re.compile(r"(?P<section>[一二三四五六七八九十]+)(?:（(?P<item>[一二三四五六七八九十]+)）)?")
_NUMERALS = [typography.chinese_numeral(number) for number in range(99)]
_LONGEST_MARK = 8
"""A mark such as 样例 or 草稿 may stand above the title on a page."""


def sheet_of_clause(sheets: Sequence[str], clause: str, title: str = "") -> int | None:
    """The page, from 1, on which a clause begins; None if it is written in another way or is not there.

    Args:
        sheets: The text of each page without white space.
        clause: Section and item as in 四（一）, or a section alone.
        title: Title of the document that holds the clause, if it begins on a later page of the notice that issues it.
    """
    parts = _CLAUSE.fullmatch("".join(clause.split()))
    if not parts:
        return None
    skipped = next((at for at, sheet in enumerate(sheets) if at and _begins(sheet, title)), 0)
    text = "".join(sheets[skipped:])
    position = _position(text, parts["section"], parts["item"])
    ends = list(accumulate(len(sheet) for sheet in sheets[skipped:]))
    return None if position is None else skipped + bisect_right(ends, position) + 1


def _begins(sheet: str, title: str) -> bool:
    wanted = "".join(title.split())
    return bool(wanted) and wanted in sheet[: len(wanted) + _LONGEST_MARK]


def _position(text: str, section: str, item: str | None) -> int | None:
    """Where in the text the item begins, in the first section of that number that has the item; else the section."""
    if section not in _NUMERALS:
        return None
    following = typography.chinese_numeral(_NUMERALS.index(section) + 1)
    for heading in re.finditer(rf"(?<![一二三四五六七八九十]){section}、", text):
        if item is None:
            return heading.start()
        end = text.find(f"{following}、", heading.end())
        position = text.find(f"（{item}）", heading.end(), end if end >= 0 else len(text))
        if position >= 0:
            return position
    return None
