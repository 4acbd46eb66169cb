"""Which characters the fonts of a role have: counted against the national sets, and character by character."""

import bz2
import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError  # it ships no types

from gongshi.project import FontRole, Fonts
from gongshi.render.fonts import typst_fonts

ROLE_NAMES: Mapping[str, tuple[str, str]] = {
    "title": ("标题小标宋", "title"),
    "body": ("正文仿宋", "text"),
    "kai": ("楷体", "kai"),
    "hei": ("黑体", "hei"),
    "song": ("页码宋体", "folio"),
}
"""Names of the roles of type for people, in Chinese and in English."""
SETS = ("GB2312", "GBK", "8105")
"""National sets of hanzi: GB/T 2312-1980, GBK, 通用规范汉字表 (2013)."""
_BOLD_ROLE = "title"
"""The one role that the layout sets in bold where the family has it."""
_BOLD, _REGULAR = 700, 400
_BLOCKS = ((0x3400, 0x9FFF), (0xF900, 0xFAFF))
"""Where hanzi of two bytes stand in Unicode: unified with extension A, and compatibility ideographs."""
_STANDARD_HANZI = re.compile(r"^U\+([0-9A-F]+)\tkTGH\t", flags=re.MULTILINE)
_UNIHAN = "Unihan_OtherMappings.txt.bz2"


@dataclass(frozen=True)
class Share:
    """How much of a set of hanzi a font has."""

    name: str
    """One of SETS."""
    present: int
    total: int


@dataclass(frozen=True)
class RoleCoverage:
    """How much of the national sets the font that is used for a role of type has."""

    role: FontRole
    file: Path
    """File of the first family; other families supply only the glyphs that it lacks."""
    shares: tuple[Share, ...]
    """For each of SETS whose list is installed."""


def cover(fonts: Fonts) -> tuple[RoleCoverage, ...]:
    """What the first family of each role has of the national sets of hanzi; 0.1 to 0.3 s.

    The 8,105 are counted where a folder of fonts holds Unicode's file that names them (in Debian's unicode-data).
    """
    sets = {**_codec_sets(), **_standard_set(fonts)}
    return tuple(_cover(fonts, role, sets) for role in fonts.roles)


def fallback_families(fonts: Fonts, role: FontRole, characters: Iterable[str]) -> Mapping[str, str | None]:
    """The characters that the role's first family lacks, in order, and the family that has each.

    None stands for a character that no family of the role has; it cannot be printed. A file is read when the first
    character needs it.
    """
    wanted = dict.fromkeys(characters)
    families: dict[str, str | None] = dict.fromkeys(wanted)
    for family in role.families:
        having = _characters(*_face(fonts, role, family))
        found = [character for character in wanted if ord(character) in having]
        for character in found:
            del wanted[character]
            families[character] = family
        if not wanted:
            break
    return {character: family for character, family in families.items() if family != role.families[0]}


def _codec_sets() -> dict[str, frozenset[int]]:
    """6,763 hanzi of GB2312; 20,923 of GBK, with those of the compatibility block; as Python's codecs have them."""
    points = [point for first, last in _BLOCKS for point in range(first, last + 1)]
    return {name: frozenset(point for point in points if chr(point).encode(name, errors="ignore")) for name in SETS[:2]}


def _standard_set(fonts: Fonts) -> dict[str, frozenset[int]]:
    """The 8,105 hanzi of 通用规范汉字表, or nothing."""
    for folder in fonts.folders:
        for file in sorted(folder.rglob(_UNIHAN)):
            text = bz2.decompress(file.read_bytes()).decode("utf-8")
            return {SETS[2]: frozenset(int(point, 16) for point in _STANDARD_HANZI.findall(text))}
    return {}


def _cover(fonts: Fonts, role: FontRole, sets: Mapping[str, frozenset[int]]) -> RoleCoverage:
    file, index = _face(fonts, role, role.families[0])
    having = _characters(file, index)
    return RoleCoverage(role, file, tuple(Share(name, len(hanzi & having), len(hanzi)) for name, hanzi in sets.items()))


def _face(fonts: Fonts, role: FontRole, family: str) -> tuple[Path, int]:
    """File and index in it of the face that Typst takes: the one nearest in weight, the first among equals."""
    weight = _BOLD if role.name == _BOLD_ROLE else _REGULAR
    faces = [face for face in typst_fonts(fonts).fonts() if face.family == family and face.path]
    best = min(faces, key=lambda face: (face.style != "normal", abs(face.weight - weight)))
    return Path(str(best.path)), best.index


@lru_cache(maxsize=32)
def _characters(file: Path, index: int) -> frozenset[int]:
    """Code points that a face has a glyph for; none if its table of characters is damaged, as Typst sees it too.

    Reading costs 10 to 30 ms, so each face is read once.
    """
    try:
        with TTFont(file, fontNumber=index, lazy=True) as font:
            # Names of glyphs do not matter here and are slow to read: all but the first, 'no such glyph', get the same.
            font.setGlyphOrder(["", *["glyph"] * (font["maxp"].numGlyphs - 1)])
            return frozenset(point for point, glyph in (font.getBestCmap() or {}).items() if glyph)
    except (TTLibError, AssertionError, KeyError, ValueError, struct.error):
        return frozenset()
