"""The tables of `invoke fonts`: the font of each role of type, its coverage, glyphs from other fonts or missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gongshi.render.coverage import ROLE_NAMES, SETS, RoleCoverage
from gongshi.render.glyph_fallback import FallbackGlyph


@dataclass(frozen=True)
class Listing:
    """A table for people."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class _Words:
    """The words of the tables in one language."""

    name: int
    """Index of this language's name of a role in ROLE_NAMES: 0 or 1."""
    titles: tuple[str, str, str]
    in_use: tuple[str, ...]
    lending: tuple[str, ...]
    glyphs: tuple[str, ...]
    licensed: str
    stand_in: str
    no_list: str
    nobody: str
    others: str


_CHINESE = _Words(
    name=0,
    titles=(
        "五种字体：现用字体各有字表中的多少字",
        "补字次序：现用字体没有的字，依次由下列字体补",
        "公文中现用字体没有的字",
    ),
    in_use=("字体角色", "正式字体", "现用字体", "性质"),
    lending=("字体角色", "现用文件", "补字字体"),
    glyphs=("字体角色", "字", "编码", "补字字体", "公文"),
    licensed="正式",
    stand_in="替代",
    no_list="未附字表",
    nobody="没有",
    others="{first} 等 {count} 份",
)
_ENGLISH = _Words(
    name=1,
    titles=(
        "Fonts in use, and how many hanzi of each set they have",
        "Who lends glyphs",
        "Glyphs that the fonts in use lack",
    ),
    in_use=("role", "official", "in use", "kind"),
    lending=("role", "file in use", "lent by, in this order"),
    glyphs=("role", "glyph", "code", "lent by", "notices"),
    licensed="licensed",
    stand_in="stand-in",
    no_list="no list",
    nobody="none",
    others="{first} and {more} more",
)


def listings(roles: Sequence[RoleCoverage], found: Sequence[FallbackGlyph], language: str) -> Iterator[Listing]:
    """Tables of the fonts in use, of their fallback fonts, and of glyphs that come from those or are missing, if any.

    Args:
        roles: The fonts in use.
        found: The characters of the notices that they lack.
        language: zh or en.
    """
    words = _ENGLISH if language == "en" else _CHINESE
    totals = {share.name: f"{share.name}\n{share.total}" for share in roles[0].shares}
    head = (*words.in_use, *(totals.get(name, name) for name in SETS))
    yield Listing(words.titles[0], head, tuple(_font_row(cover, words) for cover in roles))
    lending = tuple(
        (_role_name(cover.role.name, words), cover.file.name, ", ".join(cover.role.families[1:])) for cover in roles
    )
    yield Listing(words.titles[1], words.lending, lending)
    if found:
        yield Listing(words.titles[2], words.glyphs, tuple(_glyph_row(glyph, words) for glyph in found))


def missing(found: Sequence[FallbackGlyph]) -> tuple[str, ...]:
    """The characters that no font has, each with its code: such a document cannot be made."""
    return tuple(dict.fromkeys(f"{glyph.character}（{_code(glyph)}）" for glyph in found if glyph.family is None))


def fonts_as_data(roles: Sequence[RoleCoverage], found: Sequence[FallbackGlyph]) -> dict[str, Any]:
    """The same as plain data, for other programs."""
    return {
        "roles": [
            {
                "role": cover.role.name,
                "official": cover.role.official,
                "family": cover.role.families[0],
                "licensed": cover.role.licensed,
                "file": str(cover.file),
                "coverage": {share.name: [share.present, share.total] for share in cover.shares},
                "lenders": list(cover.role.families[1:]),
            }
            for cover in roles
        ],
        "glyphs": [
            {
                "role": glyph.role,
                "character": glyph.character,
                "code": _code(glyph),
                "family": glyph.family,
                "notices": [str(notice.path) for notice in glyph.notices],
            }
            for glyph in found
        ],
    }


def _font_row(cover: RoleCoverage, words: _Words) -> tuple[str, ...]:
    shares = {share.name: str(share.present) for share in cover.shares}
    kind = words.licensed if cover.role.licensed else words.stand_in
    counts = (shares.get(name, words.no_list) for name in SETS)
    return (_role_name(cover.role.name, words), cover.role.official, cover.role.families[0], kind, *counts)


def _glyph_row(glyph: FallbackGlyph, words: _Words) -> tuple[str, ...]:
    count = len(glyph.notices)
    notices = str(glyph.notices[0].path)
    if count > 1:
        notices = words.others.format(first=notices, count=count, more=count - 1)
    return _role_name(glyph.role, words), glyph.character, _code(glyph), glyph.family or words.nobody, notices


def _code(glyph: FallbackGlyph) -> str:
    return f"U+{ord(glyph.character):04X}"


def _role_name(role: str, words: _Words) -> str:
    return ROLE_NAMES[role][words.name]
