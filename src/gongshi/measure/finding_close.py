"""Finding what follows the text: 附件说明, attendance, signatures, imprint (7.3.4, 7.3.5, 7.4, 10.3)."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from gongshi.measure.form import Form
from gongshi.measure.layout import ABOVE, BELOW, BOTTOM, LEFT, Imprint, Row
from gongshi.measure.page import Line, Page, Rule, is_red
from gongshi.measure.text import CELL, PITCH, pieces_of

_WIDE = 120.0
"""Millimetres from which a rule goes across the text."""
_SMALL = 15.0
"""Points below which type is that of the imprint, 14."""
_COPIES = re.compile(r"(抄送|主送)[：:]")
_PRINTED = re.compile(r"日印发。?$")
_NOTE = re.compile(r"附件[：:]")
_PRESENT = re.compile(r"(出席|请假|列席)[：:]")
_INSIDE = LEFT + 3 * CELL
"""Text begins left of this, flush or two characters in; short signatures begin right of it."""
_REACH, _ORDER_REACH = 1.6, 3.6
"""Lines at most from a date to the name above it; an order leaves room for stamps (7.3.5.3)."""
_SEAL_ROOM = (3.6, 6.5)
"""Lines between rows of names that bear seals."""
_NEAR = CELL / 4
"""Millimetres by which the centres of two parts of one name may differ."""
_SENTENCE = re.compile(r"[。；：，、]$")
"""Ends a line of text; no name ends so."""
_WORD_SPACE = 1.5
"""Characters from which a gap parts the post from the name that signs an order."""


def find_rows(
    lines: list[Line], date: Line | None, organs: list[str], form: Form
) -> tuple[tuple[Row, ...], list[Line]]:
    """Rows of signatures above the date, and the lines before them.

    The first stands on the line above the date. Others leave room for seals, hold nothing but names of the header, or
    follow each other without seals and begin further in than text does. A long name takes several lines, of which the
    last one counts as its row.
    """
    if date is None:
        return (), lines
    while lines and is_red(lines[-1].glyphs[0].face.colour):
        lines = lines[:-1]  # the caption of a seal, or of the space for one
    rows: list[Line] = []
    tops: list[float] = []
    below = date
    for line in reversed(lines):
        if line.page != date.page or _SENTENCE.search(line.text):
            break
        if rows and line.text not in organs and _goes_on(line, below, rows[-1], date):
            tops[0] = line.y
        elif _is_signature(line, rows, date, organs, form):
            rows.insert(0, line)
            tops.insert(0, line.y)
        else:
            break
        below = line
    gap = _WORD_SPACE if form is Form.ORDER else 0.7
    split = [(line,) if line.text in organs else _names(line, gap * CELL) for line in rows]
    return tuple(map(Row, split, tops)), [
        line for line in lines if not tops or (line.page, line.y) < (date.page, tops[0])
    ]


def _goes_on(line: Line, below: Line, last: Line, date: Line) -> bool:
    """Whether each name of a line has its next part centred on the line below.

    So have names without seals that stand below each other in the same width; the date begins two characters right of
    them (7.3.5.2), not so of a name with a seal.
    """
    unsealed = abs(date.x0 - last.x0 - 2 * CELL) < CELL / 2
    if unsealed and _same_place(line, below):
        return False
    parts = pieces_of(below)
    centred = all(any(abs(name.centre - part.centre) < _NEAR for part in parts) for name in pieces_of(line))
    return below.y - line.y < _REACH * PITCH and centred


def _same_place(line: Line, below: Line) -> bool:
    return abs(line.x0 - below.x0) < _NEAR and abs(line.x1 - below.x1) < _NEAR


def _names(line: Line, gap: float) -> tuple[Line, ...]:
    """The names on a line, parted by wide gaps; a name that is spread character by character is one name."""
    pieces = pieces_of(line, gap)
    return (line,) if all(len(piece.glyphs) == 1 for piece in pieces) else pieces


def _is_signature(line: Line, rows: list[Line], date: Line, organs: list[str], form: Form) -> bool:
    below = rows[0] if rows else date
    gap = (below.y - line.y) / PITCH
    if form is Form.ORDER:
        return 0.5 < gap < _ORDER_REACH and line.x0 > _INSIDE  # noqa: PLR2004 - not the same line
    names = pieces_of(line)
    if line.text in organs or all(name.text in organs for name in names):
        return True
    if not rows:
        return 0.5 < gap < _REACH  # noqa: PLR2004 - as above
    stacked = gap < _REACH and (line.x0 > _INSIDE or _same_place(line, below))
    above = abs(names[-1].centre - pieces_of(below)[-1].centre) < 2 * CELL
    return stacked or (above and _SEAL_ROOM[0] < gap < _SEAL_ROOM[1])


def find_attendance(lines: list[Line], form: Form) -> tuple[tuple[Line, ...], list[Line]]:
    """出席, 请假, 列席 of 纪要, and the lines before them."""
    present = (at for at, line in enumerate(lines) if form is Form.MINUTES and _PRESENT.match(line.text))
    start = next(present, len(lines))
    return tuple(lines[start:]), lines[:start]


def find_note(lines: list[Line]) -> tuple[tuple[Line, ...], list[Line]]:
    """附件说明 at the end of the text, and the lines before it."""
    for at in range(len(lines) - 1, -1, -1):
        if _NOTE.match(lines[at].text) and lines[at].x0 > LEFT - CELL:
            close = (below for above, below in pairwise(lines[at:]) if below.y - above.y < 1.6 * PITCH)
            return (lines[at], *takewhile(lambda line: line.text[0] not in "（(", close)), lines[:at]
    return (), lines


def find_imprint(pages: Sequence[Page]) -> Imprint | None:
    """The lines from 抄送 to 印发 and the rules about them; a letter's, which has neither, ends the last page."""
    written = [(page, [line for line in page.lines if ABOVE < line.y < BELOW]) for page in pages]
    filled = [(page, lines) for page, lines in written if lines]
    for page, lines in reversed(filled):
        if _PRINTED.search(lines[-1].text):
            start = next((at for at, line in enumerate(lines) if _COPIES.match(line.text)), len(lines) - 1)
            return _imprint(page, lines, start, printed=True)
    if not filled:
        return None
    page, lines = filled[-1]
    small = len(lines)
    while small and lines[small - 1].size < _SMALL:
        small -= 1
    start = next((at for at in range(small, len(lines)) if _COPIES.match(lines[at].text)), len(lines))
    return _imprint(page, lines, start, printed=False) if start < len(lines) else None


def _imprint(page: Page, lines: list[Line], start: int, *, printed: bool) -> Imprint:
    rules = _imprint_rules(page, lines[start])
    return Imprint(page.number, tuple(lines[start:]), rules, alone=start == 0, printed=printed)


def _imprint_rules(page: Page, first: Line) -> tuple[Rule, ...]:
    """Rules across the text from the line above the imprint on; without a letter's second double rule."""
    in_tables = [rule for rule in page.rules for upright in page.uprights if upright.y0 - 1 < rule.y < upright.y1 + 1]
    low = BOTTOM + PITCH
    return tuple(
        rule
        for rule in page.rules
        if rule.length > _WIDE and first.top - PITCH < rule.y < low and rule not in in_tables
    )
