"""The PDF of a notice: PDF/A-2a and PDF/UA-1 by Typst, laid out by templates/print/gongwen.typ."""

import datetime as dt
import json
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

import typst

from gongshi.documents.notice import Attachment, Enclosure, Head, Imprint, Notice, Signature
from gongshi.errors import GongshiError
from gongshi.project import Fonts
from gongshi.render.fonts import typst_fonts
from gongshi.render.grouping import begin_at_pages, has_groups
from gongshi.render.keywords import keywords
from gongshi.render.mark import mark_of
from gongshi.render.pandoc import Pandoc
from gongshi.render.refused import refuse_unplaceable
from gongshi.render.signature_rows import SEAL_STEP, blank_lines, sealed_rows, unsealed_lines
from gongshi.render.title import Breaker, breaker

_LAYOUT = Path("print") / "gongwen.typ"
_STANDARDS: list[Any] = ["a-2a", "ua-1"]
_UNDISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")

# A compiler keeps what it has laid out and serves one caller at a time, so each thread has its own.
_THREAD = threading.local()


class PdfError(GongshiError):
    """Typst refused the document or had a warning; the message is Typst's own, with file and line."""

    sentence = "不能排成 PDF：{0}。The PDF cannot be made."

    def __init__(self, message: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.missing = missing
        """Characters that no font of their role has, in order of appearance."""


@dataclass(frozen=True)
class PdfResult:
    """A PDF and what only its layout knows."""

    data: bytes
    pages: int
    imprint_page: Literal["same", "next_even"]
    """Whether the imprint stands below the end of the text or on a page after it, an even one (7.4, 7.5)."""
    crowded: bool
    """Whether the addressees would drive the text from the first page and so stand in the imprint (7.3.2)."""
    notice: Notice
    """The notice with a mark where a page begins inside a merged cell (see grouping.py)."""


def write_pdf(
    notice: Notice, pandoc: Pandoc, fonts: Fonts, templates: Sequence[Path], *, press: bool = False
) -> PdfResult:
    """The notice as PDF; equal inputs give equal bytes.

    Args:
        notice: The notice.
        pandoc: Turns the bodies into Typst markup; not shared with another thread.
        fonts: Who plays the roles of type.
        templates: Template folders; the first that has print/gongwen.typ gives the layout.
        press: Whether it is for the press: red as CMYK 0/80/80/0 (6.2), which PDF/A does not allow.

    Raises:
        PdfError: If a character is in no font, a font is not there, or the layout fails.
        RefusedError: If the standard has no place for a part of it.
        PandocError: If a body holds what a notice must not.
    """
    refuse_unplaceable(notice)
    layout = next((folder / _LAYOUT for folder in templates if (folder / _LAYOUT).is_file()), None)
    if layout is None:
        raise PdfError(f"{_LAYOUT.as_posix()} is in no template folder")
    day = dt.date.fromisoformat(notice.issued_on)
    edition = {
        "day": [day.year, day.month, day.day],
        "fonts": {role.name: role.families for role in fonts.roles},
        "press": press,
        "licensed": [role.name for role in fonts.roles if role.licensed],
    }
    compiler = _compiler(layout, fonts)
    try:
        notice = _grouped(notice, pandoc, compiler, edition)
        data = _compiled(compiler, _fields(notice, pandoc.typst) | edition, day, [] if press else _STANDARDS)
    except typst.TypstError as error:
        raise _refusal(error) from error
    # The layout is still at hand, so asking for its page numbers costs nothing.
    end, pages, crowded = json.loads(compiler.query("<pages>", field="value", one=True))
    return PdfResult(data, pages, "same" if pages == end else "next_even", crowded, notice)


def _grouped(notice: Notice, pandoc: Pandoc, compiler: typst.Compiler, edition: dict[str, Any]) -> Notice:
    """The notice with its merged cells begun anew on each page, as a first layout of its rows tells."""
    if not has_groups(notice):
        return notice
    labelled = _fields(notice, partial(pandoc.typst, labelled=True))
    compiler.compile(sys_inputs=_inputs(labelled | edition), format="pdf", pdf_tags=False)
    return begin_at_pages(notice, json.loads(compiler.query("<row-pages>", field="value", one=True)))


def _compiled(compiler: typst.Compiler, fields: dict[str, Any], day: dt.date, standards: list[Any]) -> bytes:
    """The PDF of what the layout reads; raises PdfError at a warning."""
    pdf, warnings = compiler.compile_with_warnings(
        sys_inputs=_inputs(fields),
        format="pdf",
        pdf_standards=standards,
        timestamp=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
    )
    if warnings:
        raise PdfError("\n".join(warning.diagnostic for warning in warnings))
    if not isinstance(pdf, bytes):
        raise PdfError("no file")
    return pdf


def _refusal(error: typst.TypstError) -> PdfError:
    """What Typst refused, with the characters that no font has."""
    undisplayed = "".join(_UNDISPLAYED.findall(error.diagnostic))
    missing = _CODE_POINT.sub(lambda found: chr(int(found[1], 16)), undisplayed)
    return PdfError(error.diagnostic, tuple(dict.fromkeys(missing)))


def _inputs(data: dict[str, Any]) -> dict[str, str]:
    return {"notice": json.dumps(data, ensure_ascii=False)}


def _compiler(layout: Path, fonts: Fonts) -> typst.Compiler:
    """This thread's compiler for a layout and a set of fonts."""
    compilers = _THREAD.__dict__.setdefault("compilers", {})
    key = (layout, fonts.folders)
    if key not in compilers:
        compilers[key] = typst.Compiler(str(layout), root=str(layout.parent), font_paths=typst_fonts(fonts))
    compiler: typst.Compiler = compilers[key]
    return compiler


def _fields(notice: Notice, markup: Callable[[str], str]) -> dict[str, Any]:
    """What the layout reads."""
    lines = breaker(notice)
    title = lines(notice.title) if notice.title else ()
    return {
        "name": notice.plain_title or _mark(notice.head),
        "keywords": keywords(notice),
        "mirrored": notice.mirrored,
        "title": title,
        "head": _head(notice, len(title)),
        "addressees": notice.addressees,
        "body": markup(notice.body),
        "signature": _signature(notice.signature),
        "annotation": notice.annotation,
        "attendance": [asdict(group) for group in notice.attendance],
        "attachments": [_attachment(attachment, markup, lines) for attachment in notice.attachments],
        "enclosure": _enclosure(notice.enclosure, markup, lines),
        "imprint": _imprint(notice.imprint),
        "marks": " · ".join(notice.marks),
    }


def _head(notice: Notice, title_lines: int) -> dict[str, Any] | None:
    head = notice.head
    if head is None:
        return None
    return {**asdict(head), "number": head.document_no, "mark": asdict(mark_of(head, title_lines))}


def _mark(head: Head | None) -> str:
    """What an order, which has no title, is called: 样例厅令第1号."""
    return "".join((*head.organs, head.suffix, head.document_no)) if head else ""


def _attachment(attachment: Attachment, markup: Callable[[str], str], lines: Breaker) -> dict[str, Any]:
    cover = attachment.cover
    return {
        "label": attachment.label,
        "name": attachment.plain_title,
        "title": lines(attachment.title),
        "body": markup(attachment.body),
        "landscape": attachment.landscape,
        "cover": cover and {"title": lines(cover.title), "fields": cover.fields},
    }


def _signature(signature: Signature) -> dict[str, Any]:
    rows = sealed_rows(signature.organs, signature.date)
    return {
        **asdict(signature),
        "rows": [{"above": blank_lines(rows, at), "organs": row} for at, row in enumerate(rows)],
        "lines": unsealed_lines(signature.organs),
        "step": SEAL_STEP,
    }


def _enclosure(enclosure: Enclosure | None, markup: Callable[[str], str], lines: Breaker) -> dict[str, Any] | None:
    if enclosure is None:
        return None
    return {
        "title": lines(enclosure.title),
        "body": markup(enclosure.body),
        "attachments": [_attachment(attachment, markup, lines) for attachment in enclosure.attachments],
    }


def _imprint(imprint: Imprint | None) -> dict[str, Any] | None:
    if imprint is None:
        return None
    return {
        "copied_to": "，".join(imprint.copied_to),
        "office": imprint.office,
        "printed_on": imprint.printed_on,
    }
