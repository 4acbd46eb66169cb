"""Notice → DOCX: prose by pandoc, the parts with places of their own as WordprocessingML, one fixed package."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from lxml import etree

from gongshi.documents.notice import Attachment, Enclosure, Notice
from gongshi.render import docx_elements as parts
from gongshi.render.docx_flow import begin_pages_after_covers, keep_with_signature, space_tables
from gongshi.render.docx_head import head
from gongshi.render.docx_package import Package
from gongshi.render.docx_sections import add_marks, give_imprint_even_page
from gongshi.render.docx_tables import rewrite_tables
from gongshi.render.ooxml import Element, fragment
from gongshi.render.pandoc import Pandoc
from gongshi.render.title import break_title

__all__ = ["DocxError", "ImprintPage", "write_docx"]

ImprintPage = Literal["same", "next_even"]


class DocxError(Exception):
    """A notice that cannot be a DOCX: its text holds a character that XML does not allow."""


def write_docx(
    notice: Notice, pandoc: Pandoc, reference: Path, out: Path, *, imprint_page: ImprintPage = "same"
) -> None:
    """Write the final DOCX of a notice; equal notices give equal bytes.

    Args:
        notice: The document.
        pandoc: A running pandoc; one for each thread.
        reference: What `build_reference` wrote.
        out: Where the file goes; its folder exists.
        imprint_page: Whether the imprint stands at the foot of the last page of text or of the next even page,
            as the PDF of the same notice shows: a DOCX does not know its pages (GB/T 9704-2012, 7.4, 7.5).

    Raises:
        DocxError: The text cannot be written as XML.
        PandocError: The prose holds what it must not.
    """
    try:
        with tempfile.TemporaryDirectory() as folder:
            raw = Path(folder) / "pandoc.docx"
            pandoc.docx(list(_blocks(notice)), reference, raw)
            package = Package(raw, reference)
        rewrite_tables(package.document)
        space_tables(package.document)
        keep_with_signature(package.document)
        begin_pages_after_covers(package.document)
        add_marks(package, notice.marks)
        if notice.imprint and imprint_page == "next_even":
            give_imprint_even_page(package)
        package.write(_properties(notice), out)
    except (ValueError, etree.XMLSyntaxError) as error:
        raise DocxError(str(error)) from error


def _blocks(notice: Notice) -> Iterator[dict[str, str]]:
    """The notice from top to bottom, as pandoc takes it."""
    top = head(notice.head) if notice.head else []
    top.append(parts.title(break_title(notice.title), "NoticeTitle", above=2))
    if notice.addressees:
        top.append(parts.addressees(notice.addressees))
    yield _openxml(top)
    yield {"markdown": notice.body}
    note = _note(notice.attachments)
    yield _openxml([*note, *parts.signature(notice.signature)])
    yield from _attachments(notice.attachments)
    if notice.enclosure:
        yield from _enclosure(notice.enclosure)
    if notice.imprint:
        yield _openxml(parts.imprint(notice.imprint))


def _openxml(elements: Sequence[Element]) -> dict[str, str]:
    return {"openxml": fragment(elements)}


def _note(attachments: Sequence[Attachment]) -> list[Element]:
    return parts.attachment_note([attachment.title.replace("|", "") for attachment in attachments])


def _enclosure(enclosure: Enclosure) -> Iterator[dict[str, str]]:
    yield _openxml([parts.title(break_title(enclosure.title), "EnclosureTitle", above=2)])
    yield {"markdown": enclosure.body}
    yield _openxml(_note(enclosure.attachments))
    yield from _attachments(enclosure.attachments)


def _attachments(attachments: Sequence[Attachment]) -> Iterator[dict[str, str]]:
    for attachment in attachments:
        lines = break_title(attachment.title)
        opening = [parts.label(attachment.label), parts.title(lines, "AttachmentTitle", above=1)]
        if attachment.cover:
            opening.extend(parts.cover(attachment.cover, break_title(attachment.cover.title)))
        yield _openxml(opening)
        yield {"markdown": attachment.body}


_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def _properties(notice: Notice) -> Element:
    """Title, organs, language, and the day of issue in the place of the machine's clock."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for name, value in (
        ("title", notice.plain_title),
        ("creator", "、".join(notice.signature.organs)),
        ("language", "zh-CN"),
    ):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = value
    for name in ("created", "modified") if notice.issued_on else ():
        moment = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
        moment.text = f"{notice.issued_on}T00:00:00Z"
    return root
