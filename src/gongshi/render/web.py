"""A notice's full text as an HTML fragment for its page on the site."""

import html
import re
from collections.abc import Iterator, Sequence

from gongshi.documents.notice import Attachment, Notice
from gongshi.render.pandoc import Pandoc


def write_html(notice: Notice, pandoc: Pandoc) -> str:
    """Addressees, body, signature, enclosure, attachments and imprint; the title stands on the page itself."""
    return "\n".join(_parts(notice, pandoc))


def _parts(notice: Notice, pandoc: Pandoc) -> Iterator[str]:
    if notice.addressees:
        yield f'<p class="addressees">{html.escape(notice.addressees)}：</p>'
    yield pandoc.html(notice.body)
    yield from _list(notice.attachments)
    organs = "".join(f"<span>{html.escape(organ)}</span>" for organ in notice.signature.organs)
    yield f'<p class="signature">{organs}{_date(notice.signature.date)}</p>'
    if notice.enclosure:
        yield f'<section class="enclosure"><h2>{html.escape(notice.enclosure.title)}</h2>'
        yield pandoc.html(notice.enclosure.body)
        yield from _list(notice.enclosure.attachments)
        yield "</section>"
    for attachment in (*notice.attachments, *(notice.enclosure.attachments if notice.enclosure else ())):
        yield from _attachment(attachment, pandoc)
    if notice.imprint:
        copies = f"抄送：{'，'.join(notice.imprint.copied_to)}。" if notice.imprint.copied_to else ""
        printed = f"{notice.imprint.office} {notice.imprint.printed_on}印发" if notice.imprint.printed_on else ""
        lines = (copies, printed)
        yield f'<p class="imprint">{"<br>".join(html.escape(line) for line in lines if line)}</p>'


def _date(written: str) -> str:
    """The date of issue (7.3.5.4), for programs too."""
    year, month, day = map(int, re.findall(r"\d+", written))
    return f'<time datetime="{year:04}-{month:02}-{day:02}">{html.escape(written)}</time>'


def _list(attachments: Sequence[Attachment]) -> Iterator[str]:
    """The 附件说明."""
    if len(attachments) == 1:
        yield f'<p class="attachments">附件：{html.escape(attachments[0].plain_title)}</p>'
    elif attachments:
        names = "<br>".join(f"{n}．{html.escape(a.plain_title)}" for n, a in enumerate(attachments, 1))
        yield f'<p class="attachments">附件：{names}</p>'


def _attachment(attachment: Attachment, pandoc: Pandoc) -> Iterator[str]:
    yield '<section class="attachment">'
    yield f'<p class="label">{html.escape(attachment.label)}</p><h2>{html.escape(attachment.plain_title)}</h2>'
    if attachment.cover:
        fields = "".join(f"<li>{html.escape(field)}：</li>" for field in attachment.cover.fields)
        title = html.escape(attachment.cover.title)
        yield f'<div class="cover"><p>（封面格式）</p><p>{title}</p><ul>{fields}</ul></div>'
    yield pandoc.html(attachment.body)
    yield "</section>"
