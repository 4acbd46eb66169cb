"""Break a title into lines whose sense is whole and whose shape is a trapezoid or a diamond (GB/T 9704-2012, 7.3.1)."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from itertools import accumulate
from math import inf

from gongshi.documents.notice import Notice
from gongshi.render.words import LAWFUL, anywhere, break_points
from gongshi.typography import BREAK

Breaker = Callable[[str], tuple[str, ...]]
"""Gives the lines of a title."""

TITLE_WIDTH = 20.0
"""Characters of 22 pt in the 156 mm of the type area."""

_CostedLines = tuple[float, tuple[str, ...]]
"""Lines of a title: their cost, and the lines."""
_STUMP = 2
"""Characters up to which a line is too short to stand."""
_SHORT = 5
"""Characters below which a line looks too short."""
_IS_STUMP = 5 * LAWFUL
_IS_HOURGLASS = LAWFUL
_LINE = 8.0
"""Cost of one more line, to be weighed against the cost of breaks that hurt the sense."""
_MARKED = -6.0
"""Gain of a break at a BREAK character where those alone do not suffice: less than a line."""


def breaker(notice: Notice) -> Breaker:
    """The function that breaks the titles of a notice, its attachments and its enclosure, for every writer."""
    return partial(break_title, organs=notice.signature.organs, names=notice.names)


@lru_cache(maxsize=64)
def break_title(
    title: str, organs: tuple[str, ...] = (), names: tuple[str, ...] = (), width: float = TITLE_WIDTH
) -> tuple[str, ...]:
    """The lines of a title; the PDF and the DOCX of a notice ask for the same ones, so the last are kept.

    In order of weight: no line is wider than `width`; none splits a word or begins or ends with a forbidden character;
    none has only one or two characters; issuing organs' names are whole; no line is shorter than both its neighbours,
    so that the lines grow, shrink, or grow and then shrink; last come the sense, few lines, and even steps.

    Args:
        title: The title; BREAK marks where a line ends if the title needs more than one.
        organs: The issuing organs, whose names stay on a line if it has room.
        names: Names that are split only where nothing else fits.
        width: Width of a line in characters.

    Returns:
        The lines without BREAK, and without spaces at their ends. They end at BREAK alone if that suffices.
    """
    plain, marks = _without_breaks(title)
    if _width(plain) <= width:
        return (plain,)
    cost, lines = _best(plain, dict.fromkeys(marks, 0.0), width)
    if cost < _IS_STUMP:
        return lines
    fitting = [organ for organ in organs if _width(organ) <= width]
    costs = break_points(plain, fitting, names) | dict.fromkeys(marks, _MARKED)
    cost, lines = _best(plain, costs, width)
    if cost == inf:
        _, lines = _best(plain, anywhere(plain) | costs, width)
    return lines


def _width(text: str) -> float:
    """Room a text takes, in characters; figures and capitals as wide as those of a bold Song."""
    return round(sum(1.0 if ord(c) > 0x2000 else 0.8 if c.isupper() else 0.6 for c in text), 1)  # noqa: PLR2004 - U+2000


def _without_breaks(title: str) -> tuple[str, tuple[int, ...]]:
    """The title without BREAK, and the positions where BREAK was."""
    parts = title.split(BREAK)
    positions = accumulate(len(part) for part in parts)
    plain = "".join(parts)
    return plain, tuple(at for at in positions if 0 < at < len(plain))


def _best(plain: str, costs: Mapping[int, float], width: float) -> tuple[float, tuple[str, ...]]:
    """The lines that cost least, and their cost; infinite if no ends at these positions give lines that fit.

    For what follows a position, only the width of the last line and whether lines have begun to shrink matter; of all
    ways to set the text before it that are equal in this, the cheapest is kept.
    """
    ends = (*sorted(costs), len(plain))
    ways: dict[int, dict[tuple[float, bool], _CostedLines]] = {0: {(0.0, False): (0.0, ())}}
    for end in ends:
        found = ways.setdefault(end, {})
        for start in (at for at in (0, *ends) if at < end):
            line = plain[start:end].strip()
            room = _width(line)
            if room > width:
                continue
            alone = costs.get(end, 0.0) + _LINE + _cost_of_length(line)
            for (above, shrinking), (cost, lines) in ways[start].items():
                total = cost + alone + (_cost_of_step(above, room, shrinking=shrinking) if lines else 0.0)
                key = (room, shrinking or room < above)
                found[key] = min(found.get(key, (inf, ())), (total, (*lines, line)))
    return min(ways[len(plain)].values(), default=(inf, ()))


def _cost_of_length(line: str) -> float:
    """The cost of a line that is too short."""
    return _IS_STUMP if len(line) <= _STUMP else max(0.0, _SHORT - len(line)) * 1.5


def _cost_of_step(above: float, below: float, *, shrinking: bool) -> float:
    """The cost of the shape of two lines: highest for an hourglass; a block or a large step costs something too."""
    step = below - above
    hourglass = _IS_HOURGLASS if shrinking and step > 0 else 0.0
    return hourglass + max(0.0, abs(step) - 4.0) * 0.8 + (1.0 if abs(step) < 1.0 else 0.0)
