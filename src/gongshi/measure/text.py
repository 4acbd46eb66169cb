"""Paragraphs of running text and their levels (7.3.3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from gongshi.measure.page import Glyph, Line

__all__ = ["CELL", "PITCH", "Paragraph", "is_hanzi", "paragraphs_of"]

PITCH = 225 / 22
"""A line of the grid in millimetres (5.2.3)."""
CELL = 156 / 28
"""A character of the grid in millimetres (5.2.3)."""
_LEFT, _RIGHT = 28.0, 184.0
_HAN = "[一二三四五六七八九十]{1,3}"
_LEVELS = (
    re.compile(rf"{_HAN}[、．.，]"),
    re.compile(rf"[（(]{_HAN}[）)]"),
    re.compile(r"\d{1,2}[、．.](?!\d)"),
    re.compile(r"[（(]\d{1,2}[）)]"),
)


def is_hanzi(char: str) -> bool:
    """Whether a character is a hanzi, rare ones included."""
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text; it may go on overleaf."""

    lines: tuple[Line, ...]

    @cached_property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All characters."""
        return tuple(glyph for line in self.lines for glyph in line.glyphs)

    @cached_property
    def text(self) -> str:
        """All characters as text."""
        return "".join(line.text for line in self.lines)

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.lines[0].page

    @cached_property
    def number(self) -> str:
        """Its level number as printed, e.g. 一、 or （一）; empty for plain text."""
        found = (pattern.match(self.text) for pattern in _LEVELS)
        return next((match[0] for match in found if match), "")

    @cached_property
    def level(self) -> int:
        """1 to 4; 0 for plain text."""
        return next((at for at, pattern in enumerate(_LEVELS, start=1) if pattern.match(self.text)), 0)

    @cached_property
    def heading(self) -> tuple[Glyph, ...]:
        """The characters of its heading: all of it, or up to the first full stop if text runs in."""
        if not self.level:
            return ()
        end = self.text.find("。") + 1
        return self.glyphs[: end or len(self.glyphs)]

    @cached_property
    def plain(self) -> tuple[Glyph, ...]:
        """The characters that are no heading."""
        return self.glyphs[len(self.heading) :]


def paragraphs_of(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Lines of running text as paragraphs: one begins with an indent, with a number, or after a short line."""
    return tuple(Paragraph(tuple(group)) for group in _groups(lines))


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and _begins(line, group[-1]):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(line: Line, before: Line) -> bool:
    indented = line.x0 > _LEFT + 0.7 * CELL
    short = before.x1 < _RIGHT - 2.5 * CELL
    return indented or short or any(pattern.match(line.text) for pattern in _LEVELS[:2])
