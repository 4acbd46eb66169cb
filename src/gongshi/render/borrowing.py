"""Glyphs that one family lends to another: which text of a notice stands in which role, and who lends what."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongshi.diagnostics import Diagnostic, Place, note
from gongshi.documents.notice import Attachment, Head, Notice
from gongshi.project import Fonts
from gongshi.render.coverage import ROLE_NAMES, lenders
from gongshi.typography import cited

__all__ = ["Borrowed", "borrowed", "note_of_borrowed", "texts_by_role"]

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_TABLE_RULE = re.compile(r"^[|:\- ]*-[|:\- ]*$")
_HEADING = re.compile(r"^(#{1,6})(.*)$")
_LEVEL_ROLES = {1: "hei", 2: "hei", 3: "kai"}
"""Markdown's ## is the first level (7.3.3); from the third on headings are set as the text is."""
_UNPRINTED = {"Cc", "Cf", "Zl", "Zp", "Zs"}
"""Categories of characters that need no glyph of their own: controls, marks of format, spaces."""
_SELECTORS = frozenset(chr(point) for point in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))

_GLYPHS_SHOWN = 30
_NOTICES_SHOWN = 3
"""How many of each a note names; the list of all is `invoke fonts`."""


@dataclass(frozen=True)
class Borrowed:
    """A character that the first family of a role lacks."""

    role: str
    """title, body, kai, hei or song."""
    character: str
    family: str | None
    """Who lends it; None if no family of the role has it, so that it cannot be printed."""
    notices: tuple[Notice, ...]
    """Where it stands."""


def borrowed(fonts: Fonts, notices: Sequence[Notice]) -> tuple[Borrowed, ...]:
    """What the first families lack of the notices' characters, in the order of roles and of appearance."""
    places: dict[tuple[str, str], dict[Notice, None]] = {}
    for notice in notices:
        for name, text in texts_by_role(notice):
            for character in dict.fromkeys(text):
                places.setdefault((name, character), {})[notice] = None
    found = []
    for role in fonts.roles:
        needed = [character for name, character in places if name == role.name and _is_printed(character)]
        for character, family in lenders(fonts, role, needed).items():
            found.append(Borrowed(role.name, character, family, tuple(places[role.name, character])))
    return tuple(found)


BORROWED_GLYPH = note(
    "borrowed-glyph",
    "现用字体缺字，由其他字体补字，字形略有不同：{value}。",
    "请核对这些字的字形；正式字体放入 .fonts/ 后重新发布，一般不再缺字。全部清单见 invoke fonts。",
    "Glyphs lent by other fonts: {value_en}. Look at their shapes; invoke fonts lists all.",
)


def note_of_borrowed(found: Sequence[Borrowed]) -> Iterator[Diagnostic]:
    """One note of all glyphs that another family lends, or none."""
    lent = [glyph for glyph in found if glyph.family]
    by_role = [[glyph for glyph in lent if glyph.role == role] for role in ROLE_NAMES]
    if lent:
        value = "；".join(_told(glyphs) for glyphs in by_role if glyphs)
        english = "; ".join(_told_in_english(glyphs) for glyphs in by_role if glyphs)
        yield Diagnostic(BORROWED_GLYPH, Place(".fonts/"), value=value, facts=(("value_en", english),))


def _told(glyphs: Sequence[Borrowed]) -> str:
    """Glyphs of one role: 正文仿宋：喆、堃（LXGW WenKai），见《…》."""
    loans = "、".join(f"{'、'.join(characters)}（{family}）" for family, characters in _by_family(glyphs))
    more = f"等 {len(glyphs)} 字" if len(glyphs) > _GLYPHS_SHOWN else ""
    notices = _notices(glyphs)
    titles = "".join(cited(notice.plain_title) for notice in notices[:_NOTICES_SHOWN])
    others = f"等 {len(notices)} 份公文" if len(notices) > _NOTICES_SHOWN else ""
    return f"{ROLE_NAMES[glyphs[0].role][0]}：{loans}{more}，见{titles}{others}"


def _told_in_english(glyphs: Sequence[Borrowed]) -> str:
    """The same with the notices' paths: text: 喆 堃 (LXGW WenKai) in 2016-bases/02-publicity."""
    loans = ", ".join(f"{' '.join(characters)} ({family})" for family, characters in _by_family(glyphs))
    more = f", {len(glyphs)} in all," if len(glyphs) > _GLYPHS_SHOWN else ""
    notices = _notices(glyphs)
    paths = ", ".join(str(notice.path) for notice in notices[:_NOTICES_SHOWN])
    others = f" and {len(notices) - _NOTICES_SHOWN} more" if len(notices) > _NOTICES_SHOWN else ""
    return f"{ROLE_NAMES[glyphs[0].role][1]}: {loans}{more} in {paths}{others}"


def _by_family(glyphs: Sequence[Borrowed]) -> list[tuple[str | None, list[str]]]:
    shown = glyphs[:_GLYPHS_SHOWN]
    families = dict.fromkeys(glyph.family for glyph in shown)
    return [(family, [glyph.character for glyph in shown if glyph.family == family]) for family in families]


def _notices(glyphs: Sequence[Borrowed]) -> list[Notice]:
    return list(dict.fromkeys(notice for glyph in glyphs for notice in glyph.notices))


def texts_by_role(notice: Notice) -> Iterator[tuple[str, str]]:
    """Role of type and text, piece by piece, as the layout sets them; what the layout itself adds is left out."""
    yield "title", notice.title
    yield "hei", " ".join(notice.marks)
    yield "body", f"{notice.addressees or ''}{notice.annotation}"
    yield "body", " ".join((*notice.signature.organs, notice.signature.date))
    yield from _body(notice.body)
    if notice.head:
        yield from _head(notice.head)
    for attendance in notice.attendance:
        yield from (("hei", attendance.label), ("body", attendance.names))
    if notice.enclosure:
        yield "title", notice.enclosure.title
        yield from _body(notice.enclosure.body)
        yield from _attachments(notice.enclosure.attachments)
    yield from _attachments(notice.attachments)
    if notice.imprint:
        yield "body", " ".join((*notice.imprint.copied_to, notice.imprint.office, notice.imprint.printed_on))


def _head(head: Head) -> Iterator[tuple[str, str]]:
    yield "title", f"{' '.join(head.organs)}{head.suffix}"
    yield "body", f"{head.document_no}{head.copy_no}"
    yield "hei", f"{head.secrecy}{head.urgency}"
    yield "kai", " ".join(head.signers)


def _attachments(attachments: Iterable[Attachment]) -> Iterator[tuple[str, str]]:
    for attachment in attachments:
        yield "hei", attachment.label
        yield "title", attachment.title
        yield "body", attachment.title  # it is named below the text as well (7.3.4)
        yield from _body(attachment.body)
        if attachment.cover:
            yield from (("title", attachment.cover.title), ("body", " ".join(attachment.cover.fields)))


def _body(markdown: str) -> Iterator[tuple[str, str]]:
    """Headings by their level, heads of tables in 黑体, all else as text."""
    for block in _BLANK_LINE.split(markdown):
        first, _, rest = block.lstrip("\n").partition("\n")
        heading = _HEADING.match(first)
        if heading:
            yield _LEVEL_ROLES.get(len(heading[1]), "body"), html.unescape(heading[2])
        else:
            yield "hei" if _TABLE_RULE.match(rest.partition("\n")[0]) else "body", html.unescape(first)
        yield "body", html.unescape(rest)


def _is_printed(character: str) -> bool:
    return unicodedata.category(character) not in _UNPRINTED and character not in _SELECTORS
