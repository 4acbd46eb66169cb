"""Where the margin for binding is: 28 mm at the left of every face, or mirrored on even ones (5.2.1)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongshi.measure.page import Glyph, Line, Page

_KEYWORD = re.compile(r"装订边距[：:=]\s*(\w+)")
_LEFT = 28.0
_SHIFT = 2.0
"""Millimetres by which the type area of an even page lies further left if margins are mirrored: 28 - 26."""
_NEAR = 0.3


@dataclass(frozen=True)
class Binding:
    """Where a document has its binding margin, and the pages that do not keep to it."""

    mirrored: bool
    declared: bool
    """Whether the metadata name the margin; if not, it was worked out from the pages."""
    strayed: tuple[int, ...]
    """Upright pages whose lines and rules begin 2 mm beside where they should."""

    def shift(self, page: Page) -> float:
        """By how many millimetres the page must be moved to compare it with an odd one."""
        return _SHIFT if self.mirrored and page.number % 2 == 0 else 0.0


def find_binding(pages: Sequence[Page], keywords: str) -> Binding:
    """The binding margin: as the keywords say or, if they do not, as most lines of the even pages show."""
    named = _KEYWORD.search(keywords)
    if named:
        mirrored = named[1] == "镜像"
    else:
        even = [page for page in pages if page.number % 2 == 0]
        mirrored = _begin(even, _LEFT - _SHIFT) > _begin(even, _LEFT)
    found = Binding(mirrored, declared=named is not None, strayed=())
    return replace(found, strayed=tuple(page.number for page in pages if _strays(page, _LEFT - found.shift(page))))


def _strays(page: Page, left: float) -> bool:
    beside = max(_begin([page], left - _SHIFT), _begin([page], left + _SHIFT))
    return beside > _begin([page], left)


def _begin(pages: Sequence[Page], edge: float) -> int:
    """How many lines and rules of upright pages begin at `edge` (mm from the left); text in tables is not counted."""
    starts = [
        item.x0
        for page in pages
        if not page.landscape
        for items in ([line for line in page.lines if not _in_table(line, page)], page.rules)
        for item in items
    ]
    return sum(abs(start - edge) < _NEAR for start in starts)


def _in_table(line: Line, page: Page) -> bool:
    return any(upright.y0 < line.y < upright.y1 for upright in page.uprights)


def moved(page: Page, shift: float) -> Page:
    """The page with its content moved to the right; a landscape one, seen upright, so downwards."""
    if not shift:
        return page
    x, y = (0.0, shift) if page.landscape else (shift, 0.0)
    return replace(
        page,
        lines=tuple(replace(line, glyphs=tuple(_glyph(glyph, x, y) for glyph in line.glyphs)) for line in page.lines),
        turned=tuple(_glyph(glyph, x, y) for glyph in page.turned),
        rules=tuple(replace(rule, x0=rule.x0 + x, x1=rule.x1 + x, y=rule.y + y) for rule in page.rules),
        uprights=tuple(replace(upright, y0=upright.y0 + y, y1=upright.y1 + y) for upright in page.uprights),
    )


def _glyph(glyph: Glyph, x: float, y: float) -> Glyph:
    return replace(glyph, x=glyph.x + x, y=glyph.y + y, x1=glyph.x1 + x)
