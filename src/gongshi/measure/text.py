"""Paragraphs of running text and their levels (7.3.3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from gongshi.measure.page import Glyph, Line
from gongshi.typography import chinese_numeral

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


_VALUES = {chinese_numeral(number): number for number in range(1, 100)}
RESTART = -1
"""The level given to a paragraph after which the numbers of all levels begin again."""
_ARTICLE = re.compile(rf"第({_HAN}|[百零〇]|\d)+[条章节编]")
_FREE_LEVELS = 3
"""From this level on a list may begin again below the same heading."""
_NO_TEXT = re.compile(
    r"[此本该][页面頁](以下)?[均是为]?((无|無|没有|沒有)(正文|内容|內容|文字)|空白)|以下[此本]?[页面]?(无|没有)(正文|内容)|"
    r"^[（(【〔\[]*(无正文|以下空白|空白页|正文完)[）)】〕\]]*。?$"
)


def says_no_text(text: str) -> bool:
    """Whether a line says that its page has no text, e.g. 此页无正文, （本页无正文）, 以下无正文 (7.3.5.5)."""
    return _NO_TEXT.search(re.sub(r"\s", "", text)) is not None


def step_of(text: str) -> tuple[int, str]:
    """Level (1 to 4; 0 for plain text) and number of a paragraph, e.g. 2 and （一）, as `gap_in` takes them.

    For an article or a chapter (第一条) the level is RESTART.
    """
    if _ARTICLE.match(text):
        return RESTART, ""
    found = ((level, pattern.match(text)) for level, pattern in enumerate(_LEVELS, start=1))
    return next(((level, match[0]) for level, match in found if match), (0, ""))


def gap_in(numbers: Sequence[tuple[int, str]]) -> tuple[str, str] | None:
    """The first number that does not follow the one before it on the same level.

    Args:
        numbers: Level (1 to 4; 0 for plain text; RESTART) and number as printed, e.g. 2 and （三）, in order.

    Returns:
        The number before (empty if there is none) and the wrong one; None if all follow.
    """
    latest: dict[int, tuple[int, str]] = {}
    for level, printed in numbers:
        if level == RESTART:
            latest = {}
        if level <= 0:
            continue
        digits = re.sub(r"[（()）、．.，]", "", printed)
        value = int(digits) if digits.isascii() else _VALUES.get(digits, 0)
        before, text = latest.get(level, (0, ""))
        if value != before + 1 and not (value == 1 and level >= _FREE_LEVELS):
            return text, printed
        latest = {known: found for known, found in latest.items() if known < level}
        latest[level] = (value, printed)
    return None


def pieces_of(line: Line, gap: float = 0.7 * CELL) -> tuple[Line, ...]:
    """Pieces of a line with wide gaps (millimetres) between them."""
    glyphs = line.glyphs
    cuts = [at for at in range(1, len(glyphs)) if glyphs[at].x - glyphs[at - 1].x1 > gap]
    bounds = zip([0, *cuts], [*cuts, len(glyphs)], strict=True)
    return tuple(Line(line.page, glyphs[start:end]) for start, end in bounds)


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
    def step(self) -> tuple[int, str]:
        """Its level and number, as `step_of` says."""
        return step_of(self.text)

    @property
    def number(self) -> str:
        """Its level number as printed, e.g. 一、 or （一）; empty for plain text."""
        return self.step[1]

    @property
    def level(self) -> int:
        """1 to 4; 0 for plain text."""
        return max(0, self.step[0])

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
    """Lines of running text as paragraphs: one begins with an indent or after a short line."""
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
    return indented or short
