"""Notice → DOCX: prose by pandoc, the parts with places of their own as WordprocessingML, one fixed package."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from lxml import etree

from gongshi.documents.notice import Attachment, Enclosure, Form, Head, Notice
from gongshi.render import docx_elements as parts
from gongshi.render.docx_flow import begin_pages_after_covers, keep_last_rows, keep_with_signature, space_tables
from gongshi.render.docx_head import head
from gongshi.render.docx_letter import number_letter_pages
from gongshi.render.docx_package import Package
from gongshi.render.docx_properties import core_properties
from gongshi.render.docx_sections import (
    add_marks,
    confine_first_page,
    give_imprint_page,
    mirror_margins,
    turn_pages,
)
from gongshi.render.docx_signature import order_signature, signature
from gongshi.render.docx_tables import rewrite_tables
from gongshi.render.keywords import keywords
from gongshi.render.mark import mark_of
from gongshi.render.ooxml import DocxError, Element, fragment, paragraph
from gongshi.render.pandoc import Pandoc
from gongshi.render.refused import refuse_unplaceable
from gongshi.render.title import Breaker, breaker

__all__ = ["DocxError", "ImprintPage", "write_docx"]

ImprintPage = Literal["same", "next_even"]


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
        RefusedError: The standard has no place for a part of it.
        PandocError: The prose holds what it must not.
    """
    refuse_unplaceable(notice)
    try:
        with tempfile.TemporaryDirectory() as folder:
            raw = Path(folder) / "pandoc.docx"
            pandoc.docx(list(_blocks(notice)), reference, raw)
            package = Package(raw, reference)
        rewrite_tables(package.document)
        space_tables(package.document)
        keep_last_rows(package.document)
        keep_with_signature(package.document)
        begin_pages_after_covers(package.document)
        if _form(notice) == "letter":
            number_letter_pages(package)
        add_marks(package, notice.marks)
        turn_pages(package, mirrored=notice.mirrored)
        if notice.mirrored:
            mirror_margins(package, letter=_form(notice) == "letter")
        if _has_imprint(notice) and imprint_page == "next_even":
            # A letter's imprint stands on the last page, odd or even (10.1).
            give_imprint_page(package, "nextPage" if _form(notice) == "letter" else "evenPage")
        confine_first_page(package.document)
        package.write(_properties(notice), out)
    except (ValueError, etree.XMLSyntaxError) as error:
        raise DocxError(str(error)) from error


def _blocks(notice: Notice) -> Iterator[dict[str, str]]:
    """The notice from top to bottom, as pandoc takes it."""
    lines = breaker(notice)
    title = lines(notice.title) if notice.title else ()
    top = head(notice.head, mark_of(notice.head, len(title))) if notice.head else []
    if title:
        # Below the number of an order two lines are free anyway.
        above = 0 if _form(notice) == "order" else 2
        top.append(parts.title(title, "NoticeTitle", above=above))
    if notice.addressees:
        top.append(parts.addressees(notice.addressees))
    yield _openxml(top)
    yield {"markdown": notice.body}
    yield _openxml([*_note(notice.attachments), *_closing(notice)])
    yield from _attachments(notice.attachments, lines)
    if notice.enclosure:
        yield from _enclosure(notice.enclosure, lines)
    if notice.imprint:
        yield _openxml(parts.imprint(notice.imprint, letter=_form(notice) == "letter"))


def _form(notice: Notice) -> Form:
    return notice.head.form if notice.head else "document"


def _has_imprint(notice: Notice) -> bool:
    """A letter's imprint names nothing but who gets a copy (10.1)."""
    return notice.imprint is not None and (_form(notice) != "letter" or bool(notice.imprint.copied_to))


def _closing(notice: Notice) -> list[Element]:
    """What stands below the text: who was there, or who signs, and the annotation (7.3.5, 7.3.6, 10.2, 10.3)."""
    if _form(notice) == "minutes":
        return parts.attendance(notice.attendance)
    sign = order_signature if _form(notice) == "order" else signature
    annotation = [parts.annotation(notice.annotation)] if notice.annotation else []
    return [*sign(notice.signature), *annotation]


def _openxml(elements: Sequence[Element]) -> dict[str, str]:
    return {"openxml": fragment(elements)}


def _note(attachments: Sequence[Attachment]) -> list[Element]:
    return parts.attachment_note([attachment.plain_title for attachment in attachments])


def _enclosure(enclosure: Enclosure, lines: Breaker) -> Iterator[dict[str, str]]:
    yield _openxml([parts.title(lines(enclosure.title), "EnclosureTitle", above=2)])
    yield {"markdown": enclosure.body}
    yield _openxml(_note(enclosure.attachments))
    yield from _attachments(enclosure.attachments, lines)


def _attachments(attachments: Sequence[Attachment], lines: Breaker) -> Iterator[dict[str, str]]:
    turned = False
    for attachment in attachments:
        if attachment.landscape and not turned:
            yield _openxml([paragraph("PortraitEnd")])
        turned = attachment.landscape
        opening = [parts.label(attachment.label), parts.title(lines(attachment.title), "AttachmentTitle", above=1)]
        if attachment.cover:
            opening.extend(parts.cover(attachment.cover, lines(attachment.cover.title)))
        yield _openxml(opening)
        yield {"markdown": attachment.body}
        if attachment.landscape:
            yield _openxml([paragraph("LandscapeEnd")])


def _marked(head: Head | None) -> str:
    """Mark and number of an order, which may have no title."""
    return "".join((*head.organs, head.suffix, head.document_no)) if head else ""


def _properties(notice: Notice) -> Element:
    """Title, organs, language, format, and the day of issue."""
    title, creator = notice.plain_title or _marked(notice.head), "、".join(notice.signature.organs)
    return core_properties(title, creator, notice.issued_on, "；".join(keywords(notice)))
