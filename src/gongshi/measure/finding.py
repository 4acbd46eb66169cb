"""Finding the elements of a document on its pages by place, size, colour and wording."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from gongshi.measure.form import Form, declared_form
from gongshi.measure.layout import BOTTOM, LEFT, Header, Imprint, Layout, Opening, Row
from gongshi.measure.page import MM, Ink, Line, Page, Rule, is_red
from gongshi.measure.reading import OpenPdf
from gongshi.measure.text import CELL, PITCH, Paragraph, paragraphs_of

__all__ = ["find_layout"]

_ABOVE, _BELOW = 30.0, 265.0
"""Lines with baselines between these are text; above stand marks, below the page number."""
_TITLE = 17.5
"""Points from which black type is a title."""
_NAME = 21.0
"""Points from which red type is the name of an organ."""
_WIDE = 120.0
"""Millimetres from which a rule goes across the text."""
_LABEL = re.compile(r"附件\d{0,2}[：:]?")
_DATE = re.compile(
    r"[\d〇○零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
_COPIES = ("抄送", "主送")
_PRINTED = re.compile(r"日印发。?$")
_NOTE = re.compile(r"附件[：:]")
_ORDER_REACH = 2.6
"""Lines at most between the date of an order and the name above it, where a stamp of the signature stands."""
_PRESENT = re.compile(r"(出席|请假|列席)[：:]")
_COVER = "（封面格式）"
_FOLIO = re.compile(r"[-—–－一]?\d+[-—–－一]?")


def find_layout(pdf: OpenPdf, form: Form | None = None) -> Layout:
    """The elements of an open PDF.

    Args:
        pdf: The PDF.
        form: Its format, if the caller knows it; else the metadata or the page tell.
    """
    pages = pdf.pages
    imprint = _imprint(pages)
    area = tuple(tuple(_area(page, imprint)) for page in pages)
    header = _header(pdf)
    form = form or declared_form(pdf.keywords) or _form_of(header, area[0])
    red_rules = tuple(rule for rule in pages[0].rules if is_red(rule.colour) and rule.length > _WIDE)
    number = _number(header, red_rules, area[0])
    title, rest = _title(area[0], header, number)
    flat = [*rest, *(line for lines in area[1:] for line in lines)]
    end = next((at for at, line in enumerate(flat) if _DATE.fullmatch(line.text)), None)
    openings = tuple(_openings(area, flat[end] if end is not None else None))
    main = flat[:end] if end is not None else [line for line in flat if not openings or line.page < openings[0].page]
    addressees, main = _addressees(main, has_header=header is not None)
    organs = [name.text.removesuffix("文件") for name in header.names] if header else []
    attendance, main = _attendance(main, form)
    reach = _ORDER_REACH if form is Form.ORDER else 1.6
    rows, main = _rows(main, flat[end] if end is not None else None, organs, reach)
    note, main = _note(main)
    folios = tuple(_folio(page) for page in pages)
    return Layout(
        pages=pages,
        area=area,
        form=form,
        header=header,
        mast=_mast(header, area[0]),
        number=number,
        red_rules=red_rules,
        title=title,
        addressees=addressees,
        main=paragraphs_of(_running(main, pages)),
        later=tuple(_later(openings, area, pages)),
        note=note,
        rows=rows,
        attendance=attendance,
        annotation=next((line for line in flat[end + 1 : end + 2] if line.text[0] in "（("), None) if end else None,
        date=flat[end] if end is not None else None,
        openings=openings,
        imprint=imprint,
        folios=folios,
        dashes=tuple(_dash(pdf, folio) if folio else None for folio in folios),
    )


def _area(page: Page, imprint: Imprint | None) -> Iterator[Line]:
    """The text of a page; on a landscape page the number is turned and all lines are text."""
    taken = imprint.lines if imprint and imprint.page == page.number else ()
    for line in page.lines:
        if line not in taken and (page.landscape or _ABOVE < line.y < _BELOW):
            yield line


def _form_of(header: Header | None, lines: Sequence[Line]) -> Form:
    """What the page looks like."""
    if header is None:
        return Form.PUBLICITY
    last = header.names[-1].text
    if any("签发人" in line.text for line in lines):
        return Form.UPWARD
    endings = {"纪要": Form.MINUTES, "命令": Form.ORDER, "令": Form.ORDER}
    for ending, form in endings.items():
        if last.endswith(ending):
            return form
    named = header.suffix is not None or last.endswith("文件")
    return Form.DOCUMENT if named or header.ink.top > _LETTER_TOP else Form.LETTER


_LETTER_TOP = 45.0
"""Names above this are those of a letter, which stand 30 mm from the sheet's edge (10.1)."""


def _is_name(line: Line) -> bool:
    return line.size > _NAME and is_red(line.glyphs[0].face.colour)


def _header(pdf: OpenPdf) -> Header | None:
    names = [line for line in pdf.pages[0].lines if _is_name(line)]
    if not names:
        return None
    top = max(0.0, names[0].top - names[0].size * MM / 3)
    box = (0.0, top, pdf.pages[0].width, names[-1].y + 0.2 * names[-1].size * MM)
    suffix = next((line for line in names if line.text == "文件"), None) if len(names) > 1 else None
    if suffix is None:
        ink = pdf.ink(1, box, "red")
        return Header(tuple(names), None, ink, None, None) if ink else None
    organs = tuple(line for line in names if line is not suffix)
    left = (max(line.x1 for line in organs) + suffix.x0) / 2
    names_ink = pdf.ink(1, (0.0, top, left, box[3]), "red")
    suffix_ink = pdf.ink(1, (left, top, box[2], box[3]), "red")
    if names_ink is None or suffix_ink is None:
        return None
    return Header(organs, suffix, names_ink | suffix_ink, names_ink, suffix_ink)


def _mast(header: Header | None, lines: Sequence[Line]) -> tuple[Line, ...]:
    if header is None:
        return ()
    return tuple(line for line in lines if line.y < header.ink.top and not is_red(line.glyphs[0].face.colour))


def _number(header: Header | None, rules: Sequence[Rule], lines: Sequence[Line]) -> Line | None:
    """The line above the red rule; without a rule the one below the names that ends in 号."""
    if header is None:
        return None
    below = [line for line in lines if line.y > header.ink.bottom and line.size < _TITLE]
    if rules:
        above = [line for line in below if line.y < rules[0].y]
        return above[-1] if above else None
    return next((line for line in below[:1] if line.text.endswith("号")), None)


def _title(
    lines: Sequence[Line], header: Header | None, number: Line | None
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The title, and what stands below it."""
    start = number.y if number else header.ink.bottom if header else 0.0
    below = [line for line in lines if line.y > start and not _is_name(line)]
    first = next((at for at, line in enumerate(below) if line.size > _TITLE), len(below))
    title = tuple(takewhile(lambda line: line.size > _TITLE, below[first:]))
    return title, tuple(below[first + len(title) :] if title else below)


def _addressees(lines: list[Line], *, has_header: bool) -> tuple[tuple[Line, ...], list[Line]]:
    """主送机关, which documents with a header have: up to the first colon that ends a line."""
    if not has_header or not lines:
        return (), lines
    end = next((at for at, line in enumerate(lines[:6]) if line.text[-1] in "：:"), None)
    flush = lines[0].x0 < LEFT + CELL
    if not flush and (end != 0 or any(mark in lines[0].text for mark in "，。")):
        return (), lines
    if end is None or any(line.x0 > LEFT + 1.5 * CELL for line in lines[1 : end + 1]):
        end = next((at for at, line in enumerate(lines[1:]) if line.x0 > LEFT + CELL), 0)
    return tuple(lines[: end + 1]), lines[end + 1 :]


def _rows(lines: list[Line], date: Line | None, organs: list[str], reach: float) -> tuple[tuple[Row, ...], list[Line]]:
    """Rows of signatures above the date, and the lines before them.

    The first stands on the line above the date; others leave room for seals, or hold nothing but names of the header.
    A long name takes several lines, of which the last one is its row.
    """
    if date is None:
        return (), lines
    rows: list[Line] = []
    below, nearest, farthest = date, 0.5, reach
    taken = 0
    for line in reversed(lines):
        if line.page != below.page:
            break
        spaced = nearest * PITCH < below.y - line.y < farthest * PITCH
        if spaced or line.text in organs:
            rows.insert(0, line)
            below, nearest, farthest = line, 3.6, 6.5
        elif not rows or not _goes_on(line, lines[len(lines) - taken]):
            break
        taken += 1
    split = [(line,) if line.text in organs else tuple(_split(line)) for line in rows]
    return tuple(Row(names) for names in split), lines[: len(lines) - taken]


def _goes_on(line: Line, next_line: Line) -> bool:
    """Whether each name of a line has its next part centred below it."""
    parts = list(_split(next_line))
    centred = all(any(abs(name.centre - part.centre) < CELL / 4 for part in parts) for name in _split(line))
    return next_line.y - line.y < 1.6 * PITCH and centred


def _attendance(lines: list[Line], form: Form) -> tuple[tuple[Line, ...], list[Line]]:
    """出席, 请假, 列席 of 纪要, and the lines before them."""
    present = (at for at, line in enumerate(lines) if form is Form.MINUTES and _PRESENT.match(line.text))
    start = next(present, len(lines))
    return tuple(lines[start:]), lines[:start]


def _split(line: Line) -> Iterator[Line]:
    """Pieces of a line with wide gaps between them."""
    start = 0
    for at in range(1, len(line.glyphs)):
        if line.glyphs[at].x - line.glyphs[at - 1].x1 > 0.7 * CELL:
            yield Line(line.page, line.glyphs[start:at])
            start = at
    yield Line(line.page, line.glyphs[start:])


def _note(lines: list[Line]) -> tuple[tuple[Line, ...], list[Line]]:
    """附件说明 at the end of the text, and the lines before it."""
    for at in range(len(lines) - 1, -1, -1):
        if _NOTE.match(lines[at].text) and lines[at].x0 > LEFT - CELL:
            note = [lines[at], *(below for above, below in pairwise(lines[at:]) if below.y - above.y < 1.6 * PITCH)]
            return tuple(note), lines[:at]
    return (), lines


def _openings(area: Sequence[Sequence[Line]], date: Line | None) -> Iterator[Opening]:
    """Attachments by their labels, and documents issued by a title at the top of a page."""
    for lines in area[date.page - 1 if date else 1 :]:
        for at, line in enumerate(lines):
            title = tuple(takewhile(lambda later: later.size > _TITLE, lines[at + 1 :]))
            if _LABEL.fullmatch(line.text) and title:
                yield Opening(line.page, line, lines[0], title)
            elif at == 0 and line.size > _TITLE and date and line.page > date.page:
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


def _imprint(pages: Sequence[Page]) -> Imprint | None:
    """The lines from 抄送 to 印发 and the rules about them."""
    for page in reversed(pages):
        lines = [line for line in page.lines if _ABOVE < line.y < _BELOW]
        if not lines or not _PRINTED.search(lines[-1].text):
            continue
        start = next((at for at, line in enumerate(lines) if line.text.startswith(_COPIES)), len(lines) - 1)
        return Imprint(page.number, tuple(lines[start:]), _imprint_rules(page, lines[start]), alone=start == 0)
    return None


def _imprint_rules(page: Page, first: Line) -> tuple[Rule, ...]:
    in_tables = [rule for rule in page.rules for upright in page.uprights if upright.y0 - 1 < rule.y < upright.y1 + 1]
    return tuple(
        rule
        for rule in page.rules
        if rule.length > _WIDE and rule.y > first.top - PITCH and rule not in in_tables and rule.y < BOTTOM + PITCH
    )


def _folio(page: Page) -> Line | None:
    """The page number below the type area."""
    below = (line for line in page.lines if not page.landscape and line.y >= _BELOW)
    return next((line for line in below if _FOLIO.fullmatch(line.text)), None)


def _dash(pdf: OpenPdf, folio: Line) -> Ink | None:
    first = folio.glyphs[0]
    half = first.face.size / 5
    if first.char.isdigit():
        return None
    return pdf.ink(folio.page, (first.x, folio.y - half, first.x1, folio.y + half / 2))
