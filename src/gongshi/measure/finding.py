"""Finding the elements of a document on its pages by position, size, colour and wording."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from gongshi.measure.finding_close import find_attendance, find_imprint, find_note, find_rows
from gongshi.measure.finding_head import TITLE, find_addressees, find_head_elements, find_header, find_title
from gongshi.measure.form import Form, declared_form
from gongshi.measure.layout import ABOVE, BELOW, Header, Imprint, Layout, Opening, Row
from gongshi.measure.page import Ink, Line, Page, Rule, is_red
from gongshi.measure.reading import OpenPdf
from gongshi.measure.text import Paragraph, paragraphs_of

_WIDE = 120.0
"""Millimetres from which a rule goes across the text."""
_LABEL = re.compile(r"附件\d{0,2}[：:]?")
_DATE = re.compile(
    r"[\d〇○零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
_NOTE = re.compile(r"附件[：:]")
_TO_ALL = frozenset({Form.ORDER, Form.MINUTES})
"""Formats without addressees (10.2, 10.3)."""
_COVER = "（封面格式）"
_FOLIO = re.compile(r"[-—–－一]?\d+[-—–－一]?")


def find_layout(pdf: OpenPdf, form: Form | None = None) -> Layout:
    """The elements of an open PDF; its format is taken from its metadata or its first page unless `form` names it."""
    imprint = find_imprint(pdf.pages)
    area = tuple(tuple(_area(page, imprint)) for page in pdf.pages)
    header = find_header(pdf)
    red_rules = tuple(rule for rule in pdf.pages[0].rules if is_red(rule.colour) and rule.length > _WIDE)
    form = form or declared_form(pdf.keywords) or _form_of(header, area[0], red_rules)
    head = find_head_elements(header, red_rules, area[0], form)
    title, rest = find_title(area[0], header, head.number)
    flat = [*rest, *(line for lines in area[1:] for line in lines)]
    end = next((at for at, line in enumerate(flat) if _DATE.fullmatch(line.text)), None)
    date = flat[end] if end is not None else None
    openings = tuple(_openings(area, date))
    main = flat[:end] if end is not None else [line for line in flat if not openings or line.page < openings[0].page]
    body = _find_body(main, header, date, form)
    folios = tuple(_folio(page) for page in pdf.pages)
    return Layout(
        pages=pdf.pages,
        area=area,
        form=form,
        binding=pdf.binding,
        header=header,
        upper_left=head.upper_left,
        number=head.number,
        signers=head.rows,
        red_rules=red_rules,
        title=title,
        addressees=body.addressees,
        main=paragraphs_of(_running(body.text, pdf.pages)),
        later=tuple(_later(openings, area, pdf.pages)),
        note=body.note,
        rows=body.rows,
        attendance=body.attendance,
        annotation=_annotation(flat, end, body.note) if end else None,
        date=date,
        openings=openings,
        imprint=imprint,
        folios=folios,
        dashes=tuple(_dash(pdf, folio) if folio else None for folio in folios),
    )


@dataclass(frozen=True, slots=True)
class _Body:
    """The elements between title and date."""

    addressees: tuple[Line, ...]
    text: list[Line]
    attendance: tuple[Line, ...]
    rows: tuple[Row, ...]
    """Rows of signatures."""
    note: tuple[Line, ...]
    """附件说明."""


def _find_body(lines: list[Line], header: Header | None, date: Line | None, form: Form) -> _Body:
    """The elements among the lines between title and date."""
    addressees, lines = find_addressees(lines, has_header=header is not None and form not in _TO_ALL)
    organs = [name.text.removesuffix("文件") for name in header.names] if header else []
    attendance, lines = find_attendance(lines, form)
    rows, lines = find_rows(lines, date, organs, form)
    note, lines = find_note(lines)
    return _Body(addressees, lines, attendance, rows, note)


def _area(page: Page, imprint: Imprint | None) -> Iterator[Line]:
    """The text of a page; on a landscape page the number is turned and all lines are text."""
    taken = imprint.lines if imprint and imprint.page == page.number else ()
    for line in page.lines:
        if line not in taken and (page.landscape or ABOVE < line.y < BELOW):
            yield line


def _form_of(header: Header | None, lines: Sequence[Line], red_rules: Sequence[Rule]) -> Form:
    """The format by page 1: a document has its number above one red rule (7.2.7), a letter has double rules (10.1)."""
    if header is None:
        return Form.PUBLICITY
    last = header.names[-1].text
    if any("签发人" in line.text for line in lines):
        return Form.UPWARD
    endings = {"纪要": Form.MINUTES, "命令": Form.ORDER, "令": Form.ORDER}
    for ending, form in endings.items():
        if last.endswith(ending):
            return form
    number = find_head_elements(header, red_rules, lines, Form.DOCUMENT).number
    is_document = header.suffix is not None or last.endswith("文件") or (number is not None and len(red_rules) == 1)
    if is_document or (header.ink.top > _LETTER_TOP and len(red_rules) < 2):  # noqa: PLR2004 - a double rule
        return Form.DOCUMENT
    return Form.LETTER


_LETTER_TOP = 45.0
"""Names above this are those of a letter, which stand 30 mm from the sheet's edge (10.1)."""


def _annotation(flat: list[Line], date: int, note: tuple[Line, ...]) -> Line | None:
    """附注 below the date, where it belongs, or below 附件说明, where some documents put it."""
    above = (date, flat.index(note[-1])) if note else (date,)
    return next((line for at in above for line in flat[at + 1 : at + 2] if line.text[0] in "（("), None)


def _openings(area: Sequence[Sequence[Line]], date: Line | None) -> Iterator[Opening]:
    """Attachments by their labels, and documents issued by a title at the top of a page."""
    for lines in area[date.page - 1 if date else 1 :]:
        for at, line in enumerate(lines):
            title = tuple(takewhile(lambda later: later.size > TITLE, lines[at + 1 :]))
            if _LABEL.fullmatch(line.text) and title:
                yield Opening(line.page, line, lines[0], title)
            elif at == 0 and line.size > TITLE and date and line.page > date.page:
                yield Opening(line.page, None, line, (line, *title))


def _later(openings: Sequence[Opening], area: Sequence[Sequence[Line]], pages: Sequence[Page]) -> Iterator[Paragraph]:
    """Running text after the date; covers to fill in are not running text."""
    for at, opening in enumerate(openings, start=1):
        end = openings[at].page if at < len(openings) else len(area) + 1
        inside = [lines for lines in area[opening.page - 1 : end - 1] if all(line.text != _COVER for line in lines)]
        flat = [line for lines in inside for line in lines]
        last = opening.title[-1]
        text = flat[flat.index(last) + 1 :] if last in flat else flat
        yield from paragraphs_of(_running(list(takewhile(lambda line: not _NOTE.match(line.text), text)), pages))


def _running(lines: Sequence[Line], pages: Sequence[Page]) -> list[Line]:
    """Lines that do not stand in a table."""
    return [
        line
        for line in lines
        if not pages[line.page - 1].landscape
        and not any(upright.y0 < line.y < upright.y1 for upright in pages[line.page - 1].uprights)
    ]


def _folio(page: Page) -> Line | None:
    """The page number below the type area."""
    below = (line for line in page.lines if not page.landscape and line.y >= BELOW)
    return next((line for line in below if _FOLIO.fullmatch(line.text)), None)


def _dash(pdf: OpenPdf, folio: Line) -> Ink | None:
    first = folio.glyphs[0]
    half = first.face.size / 5
    if first.char.isdigit():
        return None
    return pdf.ink(folio.page, (first.x, folio.y - half, first.x1, folio.y + half / 2))
