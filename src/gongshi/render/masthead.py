"""How large the names of the issuing organs are, alike in PDF and DOCX (GB/T 9704-2012, 7.2.4 and 7.3.3)."""

import math
from dataclasses import dataclass

from gongshi.documents.notice import Head
from gongshi.render.refused import RefusedError

_GAP = 0.468
"""Between two names, as a share of a name."""
_LARGEST, _SMALLEST = 42.0, 22.0
"""初号, and 2号: smaller than the title the names would not stand out."""
_NARROWEST = 0.45
"""Least width of letters, as a share of their own, before they are set smaller instead."""
_WIDTH = 156 * 72 / 25.4 - 8
"""Points for names and suffix, without the gap between them."""
_PITCH = 225 / 22
_ABOVE = 35 + 0.5 + 4 - (_PITCH - 16 * 25.4 / 72) / 2
"""Millimetres above the names (35) and from number to red rule (0.5 + 4), less the blank part of the number's line."""
_NAME = (5 * _PITCH - _ABOVE) / _LARGEST
"""Millimetres that a name takes for each point of its size: with one of 42 pt the title begins on line 11 of page 1."""
_STACK = _NAME * _LARGEST + 5 * _PITCH
"""Millimetres that several names take together at most, unless they would be smaller than the title."""
_ROUNDING = 0.05
"""Share of a line up to which a height counts as the line below it."""
_LINES = 7
"""Lines of page 1 for number, blanks and one line of text (7.3.3)."""


@dataclass(frozen=True)
class Masthead:
    """发文机关标志: the names in red."""

    points: float
    """Size of the names, to half a point."""
    lines: int = 0
    """Lines of the grid that the names take beyond one name of 42 pt; whole ones, as the title is on the grid."""
    step: float = 0
    """Millimetres from a name to the next one."""


def masthead_of(head: Head, title_lines: int) -> Masthead:
    """The size and the height of the names above a title of `title_lines` lines.

    From the fourth name on they become smaller, so that number, title and text have room on page 1 (7.3.3); names that
    would have to be narrowed too far to fit the width become smaller too.

    Raises:
        RefusedError: If they would be smaller than the title.
    """
    organs = head.organs if head.form != "letter" else head.organs[:1]
    count = len(organs)
    slots = _NAME * (count + _GAP * (count - 1))
    room = (22 - _LINES - title_lines) * _PITCH - _ABOVE
    points = min(_LARGEST, max(_SMALLEST, min(_STACK, room) / slots)) if count > 1 else _LARGEST
    if count > 1 and points * slots > room:
        raise RefusedError(f"{count}个发文机关名称和{title_lines}行标题使首页排不下正文，可以只用主办机关名称", "7.3.3")
    characters = max(map(len, organs)) + len(head.suffix)
    points = min(points, _WIDTH / (characters * _NARROWEST))
    if points < _SMALLEST:
        most = int(_WIDTH / (_SMALLEST * _NARROWEST)) - len(head.suffix)
        raise RefusedError(f"发文机关名称超过{most}字，标志排不下，请用规范化简称", "7.2.4")
    points = int(2 * points) / 2
    if count == 1:
        return Masthead(points)
    lines = math.ceil((points * slots - _NAME * _LARGEST) / _PITCH - _ROUNDING)
    return Masthead(points, lines, (_NAME * (_LARGEST - points) + lines * _PITCH) / (count - 1))
