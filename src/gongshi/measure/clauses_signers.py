"""签发人 of documents to higher organs (7.2.6)."""

import re
from collections.abc import Iterator, Sequence

from gongshi.measure.expectation import Expected, set_in
from gongshi.measure.layout import EM, LEFT, RIGHT, Layout
from gongshi.measure.page import Line
from gongshi.measure.result import Finding, holds, near, open_question
from gongshi.measure.text import CELL, PITCH, pieces_of

_LABEL = "签发人："
_NUMBER = re.compile(r".*?号")
_A_ROW = 2
"""Names a row."""


def signers(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.6: number one character in, 签发人 at the right in its row, or above it with two names a row.

    The last names stand beside the number; names in 楷体, those below begin under the first ones, and the widest row
    ends one character from the right edge.
    """
    if layout.header is None or not layout.signers or _LABEL not in layout.signers[0].text:
        found = layout.signers[-1].text if layout.signers else "未找到"
        yield holds("“签发人：”", 1, "在第一行姓名之前", found, good=False)
        return
    place, last = expected.tolerances.place, layout.signers[-1]
    number = _NUMBER.match(last.text)
    yield holds("发文字号与最后一行姓名同排", 1, "是", "是" if number else last.text, good=number is not None)
    yield near("发文字号居左空一字", 1, LEFT + CELL, last.x0, place)
    first = layout.signers[0]
    gap = first.top - (PITCH - EM) / 2 - layout.header.ink.bottom
    yield near("标志下空二行", 1, 2 * PITCH, gap, expected.tolerances.gap)
    yield near("右空一字", 1, RIGHT - CELL, max(row.x1 for row in layout.signers), place)
    yield from _label(first, expected)
    yield from _names([_names_part(row) for row in layout.signers], expected)


def _label(row: Line, expected: Expected) -> Iterator[Finding]:
    start = row.text.find(_LABEL)
    yield set_in("body", row.glyphs[start : start + len(_LABEL)], expected, "“签发人”字体", 1)


def _names_part(row: Line) -> Line | None:
    """The part of a row after the number or the caption 签发人：; None if nothing follows."""
    label = row.text.find(_LABEL)
    number = _NUMBER.match(row.text)
    start = label + len(_LABEL) if label >= 0 else number.end() if number else 0
    return Line(row.page, row.glyphs[start:]) if start < len(row.glyphs) else None


def _names(rows: Sequence[Line | None], expected: Expected) -> Iterator[Finding]:
    filled = [row for row in rows if row]
    if len(filled) < len(rows):
        yield holds("每行姓名", 1, "每行都有", "有的行没有姓名", good=False)
        return
    yield set_in("kai", (glyph for row in filled for glyph in row.glyphs), expected, "姓名字体", 1)
    parts = [_whole(pieces_of(row, CELL / 2)) for row in filled]
    counts = [len(row) for row in parts]
    shown = "、".join(f"{count}个" for count in counts)
    if len(parts) > 1 and max(counts) == 1:
        yield open_question("每行姓名", "每行2个", "各行都只有一个姓名：姓名长，或者分不清姓名之间的空隙")
    else:
        good = all(count == _A_ROW for count in counts[:-1]) and counts[-1] <= _A_ROW
        yield holds("每行姓名", 1, "每行2个", shown, good=good)
    for row in parts[1:]:
        for name, above in zip(row, parts[0], strict=False):
            yield near("回行与上一行姓名对齐", 1, above.x0, name.x0, expected.tolerances.place)


def _whole(pieces: Sequence[Line]) -> list[Line]:
    """Names from the pieces of a row: a piece of one hanzi belongs to the next, as a name of two is spread wide."""
    names: list[Line] = []
    for piece in pieces:
        if names and len(names[-1].glyphs) == 1 and len(piece.glyphs) == 1:
            names[-1] = Line(piece.page, names[-1].glyphs + piece.glyphs)
        else:
            names.append(piece)
    return names
