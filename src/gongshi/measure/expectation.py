"""What is expected of a document: its fonts and the tolerances of its maker."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from gongshi.measure.page import Glyph
from gongshi.measure.result import Finding, holds
from gongshi.measure.text import is_hanzi


@dataclass(frozen=True)
class Tolerances:
    """Largest deviations in millimetres, unless said otherwise."""

    place: float
    """Edges and positions that the standard gives with ±1 mm."""
    fine: float
    """Centres, rules, indents."""
    pitch: float
    """Pitch of lines."""
    weight: float
    """Thickness of rules."""
    signature: float
    """Centre of a signature above the date's, and right edge of the date."""
    gap: float
    """Blank lines between elements."""


EXACT = Tolerances(place=1.0, fine=0.5, pitch=0.106, weight=0.05, signature=1.0, gap=2.0)
"""For PDF; pitch is 0.3 pt."""
RENDERED = Tolerances(place=1.0, fine=0.7, pitch=0.12, weight=0.06, signature=4.0, gap=3.0)
"""For a DOCX printed by LibreOffice, which widens the gaps between hanzi and figures whatever the DOCX says."""

_CLASSES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "title": re.compile(r"biaosong|小标宋|xbs|fzxbs|serif.*(bold|black|heavy|medium)|song.*bold", re.IGNORECASE),
        "body": re.compile(r"fang|仿宋|fzfs", re.IGNORECASE),
        "kai": re.compile(r"kai|楷", re.IGNORECASE),
        "hei": re.compile(r"hei|黑|sans", re.IGNORECASE),
        "song": re.compile(r"(?<!biao)(?<!fang)song|simsun|(?<!仿)(?<!小标)宋|serif|ming", re.IGNORECASE),
    }
)
"""Patterns of the names of the fonts that fit each role."""
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)


@dataclass(frozen=True)
class Expected:
    """What is expected of a document."""

    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Families of each role (title, body, kai, hei, song) in order of preference; empty: judged by their names."""
    rendered: bool = False
    """Whether it is a DOCX printed by LibreOffice."""

    @property
    def tolerances(self) -> Tolerances:
        """Largest deviations."""
        return RENDERED if self.rendered else EXACT

    def plays(self, role: str, glyph: Glyph) -> bool:
        """Whether a character is set in a font of the role; a rare one may come from any font.

        Figures and Latin letters of stand-ins may come from another role (仿宋 and 楷体 from 宋体).
        """
        if is_hanzi(glyph.char) and not _common(glyph.char):
            return True
        roles = (role, "song", "hei") if glyph.char.isascii() and role != "title" else (role,)
        return any(self._is(each, glyph.face.font) for each in roles)

    def _is(self, role: str, font: str) -> bool:
        return font_plays(role, font, "".join(self.families.get(role, ())[:1]))


_NAMES = MappingProxyType({"title": "小标宋", "body": "仿宋", "kai": "楷体", "hei": "黑体", "song": "宋体"})


def set_in(role: str, glyphs: Iterable[Glyph], expected: Expected, aspect: str = "字体", page: int = 0) -> Finding:
    """Whether all characters are set in a font of the role; else the wrong fonts with their first few characters."""
    wrong: dict[str, str] = {}
    for glyph in glyphs:
        if not expected.plays(role, glyph):
            wrong[glyph.face.font] = (wrong.get(glyph.face.font, "") + glyph.char)[:6]
    shown = "；".join(f"“{text}”用{font}" for font, text in wrong.items())
    return holds(aspect, page, _NAMES[role], shown or _NAMES[role], good=not wrong)


def is_bold(glyph: Glyph) -> bool:
    """Whether a character is bold, by its font or by its outline."""
    return glyph.face.stroked or _is_bold(glyph.face.font)


@lru_cache(maxsize=256)
def _is_bold(font: str) -> bool:
    return _BOLD.search(font) is not None


@lru_cache(maxsize=1024)
def font_plays(role: str, font: str, family: str = "") -> bool:
    """Whether a font's name fits the role, or it is of `family`, which stands in for the role here."""
    return _CLASSES[role].search(font) is not None or (family != "" and _plain(font).startswith(_plain(family)))


def _common(char: str) -> bool:
    """Whether every font of the standard's roles has the hanzi (GB/T 2312)."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).lower()
