"""Characters that the first family of a role lacks, and the families that Typst takes them from."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongshi.diagnostics import Diagnostic, Place, note
from gongshi.documents.notice import Notice
from gongshi.project import Fonts
from gongshi.render.coverage import ROLE_NAMES, fallback_families
from gongshi.render.parsed import ParsedNotice
from gongshi.render.roles import texts_by_role
from gongshi.typography import cited

_UNPRINTED = {"Cc", "Cf", "Zl", "Zp", "Zs"}
"""Categories of characters that need no glyph of their own: controls, marks of format, spaces."""
_SELECTORS = frozenset(chr(point) for point in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))

_GLYPHS_SHOWN = 30
_NOTICES_SHOWN = 3
"""How many of each a note names; the list of all is `invoke fonts`."""


@dataclass(frozen=True)
class FallbackGlyph:
    """A character that the first family of a role lacks."""

    role: str
    """title, body, kai, hei or song."""
    character: str
    family: str | None
    """The family that has it; None if no family of the role has it, so that it cannot be printed."""
    notices: tuple[Notice, ...]
    """The notices that have it."""


def fallback_glyphs(fonts: Fonts, documents: Iterable[ParsedNotice]) -> tuple[FallbackGlyph, ...]:
    """What the first families lack of the notices' characters, in the order of roles and of appearance."""
    notices_of: dict[tuple[str, str], list[Notice]] = {}
    for document in documents:
        pieces = texts_by_role(document)
        for key in dict.fromkeys((role, character) for role, text in pieces for character in text):
            notices_of.setdefault(key, []).append(document.notice)
    found = []
    for role in fonts.roles:
        needed = [character for name, character in notices_of if name == role.name and _is_printed(character)]
        for character, family in fallback_families(fonts, role, needed).items():
            found.append(FallbackGlyph(role.name, character, family, tuple(notices_of[role.name, character])))
    return tuple(found)


BORROWED_GLYPH = note(
    "borrowed-glyph",
    "现用字体缺字，由其他字体补字，字形略有不同：{value}。",
    "请核对这些字的字形；正式字体放入 .fonts/ 后重新发布，一般不再缺字。全部清单见 invoke fonts。",
    "Glyphs lent by other fonts: {value_en}. Look at their shapes; invoke fonts lists all.",
)


def fallback_note(found: Sequence[FallbackGlyph]) -> Iterator[Diagnostic]:
    """One note of all glyphs that are taken from another family, or none."""
    lent = [glyph for glyph in found if glyph.family]
    by_role = [[glyph for glyph in lent if glyph.role == role] for role in ROLE_NAMES]
    if lent:
        value = "；".join(_in_chinese(glyphs) for glyphs in by_role if glyphs)
        english = "; ".join(_in_english(glyphs) for glyphs in by_role if glyphs)
        yield Diagnostic(BORROWED_GLYPH, Place(".fonts/"), value=value, facts=(("value_en", english),))


def _in_chinese(glyphs: Sequence[FallbackGlyph]) -> str:
    """Glyphs of one role: 正文仿宋：喆、堃（LXGW WenKai），见《…》."""
    families = "、".join(f"{'、'.join(characters)}（{family}）" for family, characters in _by_family(glyphs))
    more = f"等 {len(glyphs)} 字" if len(glyphs) > _GLYPHS_SHOWN else ""
    notices = _notices(glyphs)
    titles = "".join(cited(notice.plain_title) for notice in notices[:_NOTICES_SHOWN])
    others = f"等 {len(notices)} 份公文" if len(notices) > _NOTICES_SHOWN else ""
    return f"{ROLE_NAMES[glyphs[0].role][0]}：{families}{more}，见{titles}{others}"


def _in_english(glyphs: Sequence[FallbackGlyph]) -> str:
    """The same with the notices' paths: text: 喆 堃 (LXGW WenKai) in 2016-bases/02-publicity."""
    families = ", ".join(f"{' '.join(characters)} ({family})" for family, characters in _by_family(glyphs))
    more = f", {len(glyphs)} in all," if len(glyphs) > _GLYPHS_SHOWN else ""
    notices = _notices(glyphs)
    paths = ", ".join(str(notice.path) for notice in notices[:_NOTICES_SHOWN])
    others = f" and {len(notices) - _NOTICES_SHOWN} more" if len(notices) > _NOTICES_SHOWN else ""
    return f"{ROLE_NAMES[glyphs[0].role][1]}: {families}{more} in {paths}{others}"


def _by_family(glyphs: Sequence[FallbackGlyph]) -> list[tuple[str | None, list[str]]]:
    shown = glyphs[:_GLYPHS_SHOWN]
    families = dict.fromkeys(glyph.family for glyph in shown)
    return [(family, [glyph.character for glyph in shown if glyph.family == family]) for family in families]


def _notices(glyphs: Sequence[FallbackGlyph]) -> list[Notice]:
    return list({notice.path: notice for glyph in glyphs for notice in glyph.notices}.values())


def _is_printed(character: str) -> bool:
    return unicodedata.category(character) not in _UNPRINTED and character not in _SELECTORS
