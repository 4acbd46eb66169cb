"""The PDF of a notice: PDF/A-2a and PDF/UA-1 by Typst, laid out by templates/print/gongwen.typ."""

import datetime as dt
import json
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import typst

from gongshi.documents.notice import Attachment, Enclosure, Head, Imprint, Notice
from gongshi.project import Fonts
from gongshi.render.fonts import typst_fonts
from gongshi.render.pandoc import Pandoc
from gongshi.render.title import break_title

_LAYOUT = Path("print") / "gongwen.typ"
_STANDARDS: list[Any] = ["a-2a", "ua-1"]
_UNDISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")

# A compiler keeps what it has laid out and serves one caller at a time, so each thread has its own.
_THREAD = threading.local()


class PdfError(Exception):
    """Typst refused the document or had a warning; the message is Typst's own, with file and line."""

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
    """Whether the imprint stands below the end of the text or on an even page after it (7.4, 7.5)."""


def write_pdf(notice: Notice, pandoc: Pandoc, fonts: Fonts, templates: Sequence[Path]) -> PdfResult:
    """The notice as PDF; equal inputs give equal bytes.

    Args:
        notice: The notice.
        pandoc: Turns the bodies into Typst markup; not shared with another thread.
        fonts: Who plays the roles of type.
        templates: Template folders; the first that has print/gongwen.typ gives the layout.

    Raises:
        PdfError: If a character is in no font, a font is not there, or the layout fails.
        PandocError: If a body holds what a notice must not.
    """
    layout = next((folder / _LAYOUT for folder in templates if (folder / _LAYOUT).is_file()), None)
    if layout is None:
        raise PdfError(f"{_LAYOUT.as_posix()} is in no template folder")
    day = dt.date.fromisoformat(notice.issued_on)
    data = {
        **_fields(notice, pandoc),
        "day": [day.year, day.month, day.day],
        "fonts": {role.name: role.families for role in fonts.roles},
        "licensed": [role.name for role in fonts.roles if role.licensed],
    }
    compiler = _compiler(layout, fonts)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            sys_inputs={"notice": json.dumps(data, ensure_ascii=False)},
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
        )
    except typst.TypstError as error:
        undisplayed = "".join(_UNDISPLAYED.findall(error.diagnostic))
        missing = _CODE_POINT.sub(lambda found: chr(int(found[1], 16)), undisplayed)
        raise PdfError(error.diagnostic, tuple(dict.fromkeys(missing))) from error
    if warnings:
        raise PdfError("\n".join(warning.diagnostic for warning in warnings))
    if not isinstance(pdf, bytes):
        raise PdfError("no file")
    # The layout is still at hand, so asking for its page numbers costs nothing.
    end, pages = json.loads(compiler.query("<pages>", field="value", one=True))
    return PdfResult(pdf, pages, "same" if pages == end else "next_even")


def _compiler(layout: Path, fonts: Fonts) -> typst.Compiler:
    """This thread's compiler for a layout and a set of fonts."""
    compilers = _THREAD.__dict__.setdefault("compilers", {})
    key = (layout, fonts.folders)
    if key not in compilers:
        compilers[key] = typst.Compiler(str(layout), root=str(layout.parent), font_paths=typst_fonts(fonts))
    compiler: typst.Compiler = compilers[key]
    return compiler


def _fields(notice: Notice, pandoc: Pandoc) -> dict[str, Any]:
    """What the layout reads."""
    return {
        "name": notice.plain_title,
        "title": break_title(notice.title),
        "head": _head(notice.head),
        "addressees": notice.addressees,
        "body": pandoc.typst(notice.body),
        "signature": {"organs": notice.signature.organs, "date": notice.signature.date},
        "attachments": [_attachment(attachment, pandoc) for attachment in notice.attachments],
        "enclosure": _enclosure(notice.enclosure, pandoc),
        "imprint": _imprint(notice.imprint),
        "marks": " · ".join(notice.marks),
    }


def _head(head: Head | None) -> dict[str, Any] | None:
    if head is None:
        return None
    return {"organs": head.organs, "suffix": head.suffix, "number": head.document_no}


def _attachment(attachment: Attachment, pandoc: Pandoc) -> dict[str, Any]:
    cover = attachment.cover
    return {
        "label": attachment.label,
        "name": attachment.title.replace("|", ""),
        "title": break_title(attachment.title),
        "body": pandoc.typst(attachment.body),
        "cover": cover and {"title": break_title(cover.title), "fields": cover.fields},
    }


def _enclosure(enclosure: Enclosure | None, pandoc: Pandoc) -> dict[str, Any] | None:
    if enclosure is None:
        return None
    return {
        "title": break_title(enclosure.title),
        "body": pandoc.typst(enclosure.body),
        "attachments": [_attachment(attachment, pandoc) for attachment in enclosure.attachments],
    }


def _imprint(imprint: Imprint | None) -> dict[str, Any] | None:
    if imprint is None:
        return None
    return {
        "copied_to": "，".join(imprint.copied_to),
        "office": imprint.office,
        "printed_on": imprint.printed_on,
    }
