"""Which text of a notice is set in which role of type, as the layout sets it."""

from collections.abc import Iterable, Iterator, Sequence

from gongshi.documents.notice import Attachment, Head
from gongshi.render.parsed import ParsedNotice
from gongshi.render.text import Heading, Line, Paragraph, Text, plain


def texts_by_role(document: ParsedNotice) -> Iterator[tuple[str, str]]:
    """Pairs of a role of type (title, body, kai, hei) and a text set in it; what the layout adds is left out."""
    notice = document.notice
    yield "title", notice.title
    yield "hei", " ".join(notice.watermarks)
    yield "body", f"{notice.addressees or ''}{notice.annotation}"
    yield "body", " ".join((*notice.signature.organs, notice.signature.date))
    yield from _text(document.body)
    if notice.head:
        yield from _head(notice.head)
    for attendance in notice.attendance:
        yield from (("hei", attendance.label), ("body", attendance.names))
    if notice.enclosure:
        yield "title", notice.enclosure.title
        yield from _text(document.enclosure)
        yield from _attachments(notice.enclosure.attachments, document.enclosed)
    yield from _attachments(notice.attachments, document.attachments)
    if notice.imprint:
        yield "body", " ".join((*notice.imprint.copied_to, notice.imprint.office, notice.imprint.printed_on))


def _head(head: Head) -> Iterator[tuple[str, str]]:
    yield "title", f"{' '.join(head.organs)}{head.suffix}"
    yield "body", f"{head.document_no}{head.copy_no}"
    yield "hei", f"{head.secrecy}{head.urgency}"
    yield "kai", " ".join(head.signers)


def _attachments(attachments: Sequence[Attachment], texts: Sequence[Text]) -> Iterator[tuple[str, str]]:
    for attachment, text in zip(attachments, texts, strict=True):
        yield "hei", attachment.label
        yield "title", attachment.title
        yield "body", attachment.title  # it is named below the text as well (7.3.4)
        yield from _text(text)
        if attachment.cover:
            yield from (("title", attachment.cover.title), ("body", " ".join(attachment.cover.fields)))


def _text(text: Text) -> Iterator[tuple[str, str]]:
    """Headings by the level of their type, the first row of a table in 黑体, all else as text."""
    for block in text:
        match block:
            case Heading():
                yield block.role, plain(block.line)
            case Paragraph():
                if block.lead:
                    yield block.lead.role, plain(block.lead.line)
                yield "body", plain(block.line)
            case _:
                first, *others = [block.head, *block.rows] if block.head else block.rows
                yield "hei", _text_of_cells(first)
                yield "body", " ".join(map(_text_of_cells, others))


def _text_of_cells(cells: Iterable[Line]) -> str:
    return " ".join(map(plain, cells))
