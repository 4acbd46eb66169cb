"""Notice → DOCX: its text, and the parts whose position the standard sets, as WordprocessingML in one package."""

from collections.abc import Iterator, Sequence
from typing import Literal

from lxml import etree

from gongshi.documents.notice import Attachment, Form, Notice
from gongshi.project import Fonts
from gongshi.render import docx_elements as parts
from gongshi.render import metadata
from gongshi.render.docx_flow import begin_pages_after_covers, keep_with_signature, space_tables
from gongshi.render.docx_head import head
from gongshi.render.docx_letter import number_letter_pages
from gongshi.render.docx_package import Package
from gongshi.render.docx_properties import core_properties
from gongshi.render.docx_sections import (
    add_watermarks,
    confine_first_page,
    give_imprint_page,
    mirror_margins,
    turn_pages,
)
from gongshi.render.docx_signature import order_signature, signature
from gongshi.render.masthead import masthead_of
from gongshi.render.ooxml import DocxError, Element, paragraph
from gongshi.render.parsed import ParsedNotice
from gongshi.render.refused import refuse_unplaceable
from gongshi.render.text import Text
from gongshi.render.title import Breaker, breaker
from gongshi.render.to_docx import Link, docx_blocks

ImprintPage = Literal["same", "next_even"]


def write_docx(document: ParsedNotice, fonts: Fonts, *, imprint_page: ImprintPage = "same") -> bytes:
    """The final DOCX of a notice; equal notices give equal bytes.

    Args:
        document: The notice; with the page of each list row where merged cells are to begin anew as in its PDF.
        fonts: The roles of type; the DOCX names their official families.
        imprint_page: Whether the imprint stands at the foot of the last page of text or of the next even page,
            as the PDF of the same notice shows: a DOCX does not know its pages (GB/T 9704-2012, 7.4, 7.5).

    Raises:
        DocxError: The text cannot be written as XML.
        RefusedError: The notice has a part that the standard does not provide for.
    """
    notice = document.notice
    refuse_unplaceable(notice)
    try:
        package = Package(fonts)
        package.append(*_content(document, package.link))
        space_tables(package.document)
        keep_with_signature(package.document)
        begin_pages_after_covers(package.document)
        if _form(notice) == "letter":
            number_letter_pages(package)
        add_watermarks(package, notice.watermarks)
        turn_pages(package, mirrored=notice.mirrored)
        if notice.mirrored:
            mirror_margins(package, letter=_form(notice) == "letter")
        if _has_imprint(notice) and imprint_page == "next_even":
            # A letter's imprint stands on the last page, odd or even (10.1).
            give_imprint_page(package, "nextPage" if _form(notice) == "letter" else "evenPage")
        confine_first_page(package.document)
        return package.file(_properties(notice))
    except (ValueError, etree.XMLSyntaxError) as error:
        raise DocxError(str(error)) from error


def _content(document: ParsedNotice, link: Link) -> Iterator[Element]:
    """The notice from top to bottom."""
    notice = document.notice
    lines = breaker(notice)
    title = lines(notice.title) if notice.title else ()
    if notice.head:
        yield from head(notice.head, masthead_of(notice.head, len(title)))
    if title:
        # Below the number of an order two lines are free anyway.
        yield parts.title(title, "NoticeTitle", above=0 if _form(notice) == "order" else 2)
    if notice.addressees:
        yield parts.addressees(notice.addressees)
    yield from docx_blocks(document.body, link)
    yield from _note(notice.attachments)
    yield from _closing(notice)
    yield from _attachments(notice.attachments, document.attachments, lines, link)
    if notice.enclosure:
        yield parts.title(lines(notice.enclosure.title), "EnclosureTitle", above=2)
        yield from docx_blocks(document.enclosure, link)
        yield from _note(notice.enclosure.attachments)
        yield from _attachments(notice.enclosure.attachments, document.enclosed, lines, link)
    if notice.imprint:
        yield from parts.imprint(notice.imprint, letter=_form(notice) == "letter")


def _form(notice: Notice) -> Form:
    return notice.head.form if notice.head else "document"


def _has_imprint(notice: Notice) -> bool:
    """Whether there is an imprint: that of a letter names nothing but who gets a copy (10.1)."""
    return notice.imprint is not None and (_form(notice) != "letter" or bool(notice.imprint.copied_to))


def _closing(notice: Notice) -> list[Element]:
    """Attendance or signature, and the annotation, below the text (7.3.5, 7.3.6, 10.2, 10.3)."""
    if _form(notice) == "minutes":
        return parts.attendance(notice.attendance)
    sign = order_signature if _form(notice) == "order" else signature
    annotation = [parts.annotation(notice.annotation)] if notice.annotation else []
    return [*sign(notice.signature), *annotation]


def _note(attachments: Sequence[Attachment]) -> list[Element]:
    return parts.attachment_note([attachment.plain_title for attachment in attachments])


def _attachments(
    attachments: Sequence[Attachment], texts: Sequence[Text], lines: Breaker, link: Link
) -> Iterator[Element]:
    turned = False
    for attachment, text in zip(attachments, texts, strict=True):
        if attachment.landscape and not turned:
            yield paragraph("PortraitEnd")
        turned = attachment.landscape
        yield parts.label(attachment.label)
        yield parts.title(lines(attachment.title), "AttachmentTitle", above=1)
        if attachment.cover:
            yield from parts.cover(attachment.cover, lines(attachment.cover.title))
        yield from docx_blocks(text, link, turned=turned)
        if turned:
            yield paragraph("LandscapeEnd")


def _properties(notice: Notice) -> Element:
    """Title, organs, language, format, and the day of issue."""
    organs, keywords = "、".join(notice.signature.organs), "；".join(metadata.keywords(notice))
    return core_properties(metadata.name(notice), organs, notice.issued_on, keywords)
