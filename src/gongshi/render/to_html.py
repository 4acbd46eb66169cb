"""A notice's full text as HTML for its page on the site, cut after each table."""

from collections.abc import Iterator, Sequence
from html import escape

from gongshi.documents.notice import Attachment, Imprint, Signature
from gongshi.public.passage import Passage
from gongshi.render.parsed import ParsedNotice
from gongshi.render.text import Block, Heading, Line, Paragraph, Run, Side, Table, plain


def write_html(document: ParsedNotice) -> tuple[Passage, ...]:
    """Addressees, body, signature, enclosure, attachments and imprint; the page itself has the title.

    Each h2 can be linked to; each table is in a frame that scrolls and takes the keyboard's focus.
    """
    passages: list[Passage] = []
    html: list[str] = []
    caption, sections = "", 0
    for piece in _pieces(document):
        match piece:
            case Table():
                number = len(passages) + 1
                html.append(_table(piece, number))
                head, rows = _cell_texts(piece.head), tuple(map(_cell_texts, piece.rows))
                passages.append(Passage("\n".join(html), caption or f"正文表{number}", head, rows))
                html = [""]
            case Heading():
                caption = " ".join(plain(piece.line).split())
                sections += piece.level == 1
                html.append(_heading(piece, sections))
            case Paragraph():
                html.append(_paragraph(piece))
            case _:
                html.append(piece)
    return (*passages, Passage("\n".join(html)))


def _pieces(document: ParsedNotice) -> Iterator[Block | str]:
    """The notice from top to bottom; finished HTML stands between the blocks of its texts."""
    notice = document.notice
    if notice.addressees:
        yield f'<p class="addressees">{escape(notice.addressees)}：</p>'
    yield from document.body
    yield from _list(notice.attachments)
    yield _signature(notice.signature, notice.issued_on)
    attachments = list(zip(notice.attachments, document.attachments, strict=True))
    if notice.enclosure:
        yield '<section class="enclosure">'
        yield _title(notice.enclosure.title)
        yield from document.enclosure
        yield from _list(notice.enclosure.attachments)
        yield "</section>"
        attachments += zip(notice.enclosure.attachments, document.enclosed, strict=True)
    for attachment, text in attachments:
        yield f'<section class="attachment">\n<p class="label">{escape(attachment.label)}</p>'
        yield _title(attachment.plain_title)
        yield from _cover(attachment)
        yield from text
        yield "</section>"
    if notice.imprint:
        yield _imprint(notice.imprint)


def _title(title: str) -> Heading:
    return Heading(1, (Run(title),), numbered=False)


def _list(attachments: Sequence[Attachment]) -> Iterator[str]:
    """The 附件说明."""
    if len(attachments) == 1:
        yield f'<p class="attachments">附件：{escape(attachments[0].plain_title)}</p>'
    elif attachments:
        names = "<br>".join(f"{n}．{escape(a.plain_title)}" for n, a in enumerate(attachments, 1))
        yield f'<p class="attachments">附件：{names}</p>'


def _signature(signature: Signature, issued_on: str) -> str:
    """Names, and the date of issue (7.3.5.4) in a <time> element."""
    organs = "".join(f"<span>{escape(organ)}</span>" for organ in signature.organs)
    return f'<p class="signature">{organs}<time datetime="{issued_on}">{escape(signature.date)}</time></p>'


def _cover(attachment: Attachment) -> Iterator[str]:
    if attachment.cover:
        fields = "".join(f"<li>{escape(field)}：</li>" for field in attachment.cover.fields)
        yield f'<div class="cover"><p>（封面格式）</p><p>{escape(attachment.cover.title)}</p><ul>{fields}</ul></div>'


def _imprint(imprint: Imprint) -> str:
    copies = f"抄送：{'，'.join(imprint.copied_to)}。" if imprint.copied_to else ""
    printed = f"{imprint.office} {imprint.printed_on}印发" if imprint.printed_on else ""
    return f'<p class="imprint">{"<br>".join(escape(line) for line in (copies, printed) if line)}</p>'


def _heading(heading: Heading, section: int) -> str:
    tag = f"h{heading.level + 1}"
    anchor = f' id="text-{section}"' if heading.level == 1 else ""
    return f"<{tag}{anchor}>{_inline(heading.line)}</{tag}>"


def _paragraph(paragraph: Paragraph) -> str:
    lead = paragraph.lead
    run_in = f'<span class="level{lead.type_level}">{_inline(lead.line)}</span>' if lead else ""
    return f"<p>{run_in}{_inline(paragraph.line)}</p>"


def _table(table: Table, number: int) -> str:
    head = "".join(_cell("th", line, side, ' scope="col"') for line, side in zip(table.head, table.sides, strict=False))
    rows = "\n".join(
        f"<tr>{''.join(_cell('td', line, side) for line, side in zip(row, table.sides, strict=True))}</tr>"
        for row in table.rows
    )
    thead = f"<thead>\n<tr>{head}</tr>\n</thead>\n" if head else ""
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="正文表{number}"><table class="data">\n'
        f"{thead}<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _cell(tag: str, line: Line, side: Side, scope: str = "") -> str:
    aligned = f' class="align-{side}"' if side else ""
    return f"<{tag}{scope}{aligned}>{_inline(line)}</{tag}>"


def _inline(line: Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    html = escape(run.text).replace("\n", "<br>")
    html = f"<strong>{html}</strong>" if run.strong else html
    html = f"<em>{html}</em>" if run.emphasised else html
    return f'<a href="{escape(run.link)}">{html}</a>' if run.link else html


def _cell_texts(cells: Sequence[Line]) -> tuple[str, ...]:
    """The texts of cells, each on one line."""
    return tuple(" ".join(plain(line).split()) for line in cells)
