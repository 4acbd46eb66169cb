"""The PDF of a notice: PDF/A-2a and PDF/UA-1 by Typst, laid out by templates/print/gongwen.typ."""

import datetime as dt
import json
import re
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import typst

from gongshi.documents.notice import Attachment, Imprint, Notice, Signature
from gongshi.errors import GongshiError
from gongshi.project import Fonts
from gongshi.render import metadata
from gongshi.render.fonts import typst_fonts
from gongshi.render.masthead import masthead_of
from gongshi.render.parsed import ParsedNotice
from gongshi.render.refused import refuse_unplaceable
from gongshi.render.signature_rows import SEAL_STEP, blank_lines, sealed_rows, unsealed_lines
from gongshi.render.text import Text
from gongshi.render.title import Breaker, breaker
from gongshi.render.to_typst import typst_blocks

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
    """A PDF and what its layout has found out."""

    data: bytes
    pages: int
    imprint_page: Literal["same", "next_even"]
    """Whether the imprint stands below the end of the text or on a page after it, an even one (7.4, 7.5)."""
    crowded: bool
    """Whether the addressees leave no room for text on page 1 and so belong in the imprint (7.3.2)."""
    document: ParsedNotice
    """The notice with the page of each row of its lists with merged cells."""


def write_pdf(document: ParsedNotice, fonts: Fonts, templates: Sequence[Path], *, press: bool = False) -> PdfResult:
    """The notice as PDF; equal inputs give equal bytes.

    Args:
        document: The notice.
        fonts: The families of the roles of type.
        templates: Template folders; the first that has print/gongwen.typ gives the layout.
        press: Whether it is for the press: red as CMYK 0/80/80/0 (6.2), which PDF/A does not allow.

    Raises:
        PdfError: If a character is in no font, a font is not there, or the layout fails.
        RefusedError: If it has a part that the standard does not provide for.
    """
    refuse_unplaceable(document.notice)
    layout = next((folder / _LAYOUT for folder in templates if (folder / _LAYOUT).is_file()), None)
    if layout is None:
        raise PdfError(f"{_LAYOUT.as_posix()} is in no template folder")
    day = dt.date.fromisoformat(document.notice.issued_on)
    edition = {
        "day": [day.year, day.month, day.day],
        "fonts": {role.name: role.families for role in fonts.roles},
        "press": press,
        "licensed": [role.name for role in fonts.roles if role.licensed],
    }
    compiler = _compiler(layout, fonts)
    try:
        document = _paged(document, compiler, edition)
        data = _compiled(compiler, _fields(document) | edition, day, [] if press else _STANDARDS)
    except typst.TypstError as error:
        raise _refusal(error) from error
    # The compiler still has the layout, so querying its page numbers is quick.
    end, pages, crowded = json.loads(compiler.query("<pages>", field="value", one=True))
    return PdfResult(data, pages, "same" if pages == end else "next_even", crowded, document)


def _paged(document: ParsedNotice, compiler: typst.Compiler, edition: dict[str, Any]) -> ParsedNotice:
    """The notice with the page of each row of its grouped tables, found by a first layout without merged cells."""
    if not document.grouped_tables:
        return document
    unmerged = _fields(document.with_pages(())) | edition
    compiler.compile(sys_inputs=_inputs(unmerged), format="pdf", pdf_tags=False)
    return document.with_pages(json.loads(compiler.query("<row-pages>", field="value", one=True)))


def _compiled(compiler: typst.Compiler, fields: dict[str, Any], day: dt.date, standards: list[Any]) -> bytes:
    """The PDF that the layout makes of `fields`; raises PdfError at a warning."""
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
    """Typst's error as PdfError, with the characters that no font has."""
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


def _fields(document: ParsedNotice) -> dict[str, Any]:
    """The notice as the data that gongwen.typ reads."""
    notice = document.notice
    lines = breaker(notice)
    title = lines(notice.title) if notice.title else ()
    return {
        "name": metadata.name(notice),
        "keywords": metadata.keywords(notice),
        "mirrored": notice.mirrored,
        "title": title,
        "head": _head(notice, len(title)),
        "addressees": notice.addressees,
        "body": typst_blocks(document.body),
        "signature": _signature(notice.signature),
        "annotation": notice.annotation,
        "attendance": [asdict(group) for group in notice.attendance],
        "attachments": _attachments(notice.attachments, document.attachments, lines),
        "enclosure": _enclosure(document, lines),
        "imprint": _imprint(notice.imprint),
        "marks": " · ".join(notice.watermarks),
    }


def _head(notice: Notice, title_lines: int) -> dict[str, Any] | None:
    head = notice.head
    if head is None:
        return None
    return {**asdict(head), "number": head.document_no, "masthead": asdict(masthead_of(head, title_lines))}


def _attachments(attachments: Sequence[Attachment], texts: Sequence[Text], lines: Breaker) -> list[dict[str, Any]]:
    return [
        {
            "label": attachment.label,
            "name": attachment.plain_title,
            "title": lines(attachment.title),
            "body": typst_blocks(text),
            "landscape": attachment.landscape,
            "cover": attachment.cover and {"title": lines(attachment.cover.title), "fields": attachment.cover.fields},
        }
        for attachment, text in zip(attachments, texts, strict=True)
    ]


def _signature(signature: Signature) -> dict[str, Any]:
    rows = sealed_rows(signature.organs, signature.date)
    return {
        **asdict(signature),
        "rows": [{"above": blank_lines(rows, at), "organs": row} for at, row in enumerate(rows)],
        "lines": unsealed_lines(signature.organs),
        "step": SEAL_STEP,
    }


def _enclosure(document: ParsedNotice, lines: Breaker) -> dict[str, Any] | None:
    enclosure = document.notice.enclosure
    if enclosure is None:
        return None
    return {
        "title": lines(enclosure.title),
        "body": typst_blocks(document.enclosure),
        "attachments": _attachments(enclosure.attachments, document.enclosed, lines),
    }


def _imprint(imprint: Imprint | None) -> dict[str, Any] | None:
    if imprint is None:
        return None
    return {
        "copied_to": "，".join(imprint.copied_to),
        "office": imprint.office,
        "printed_on": imprint.printed_on,
    }
