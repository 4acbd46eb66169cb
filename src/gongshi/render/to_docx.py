"""A text as WordprocessingML: headings and paragraphs in their styles, tables with thin rules over the full width."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from gongshi.render.docx_measures import (
    CELL_SIDE,
    CHARACTER,
    LINES,
    PITCH,
    TABLE_LINES,
    TABLE_ROW,
    TABLE_RULE,
    TEXT_WIDTH,
    TURNED_WIDTH,
    width_of,
)
from gongshi.render.merging import is_dense, paper_head, row_spans
from gongshi.render.ooxml import Element, R, element, line_break, markup, paragraph, run
from gongshi.render.text import Block, Heading, Line, Paragraph, Run, Side, Table, Text, plain

Link = Callable[[str], str]
"""A function from an address to the id of the relation by which a link refers to it."""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_FEW = 3
"""Rows, head included, up to which a table stays on one page."""
_RULES = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>' for side in _SIDES)


def docx_blocks(text: Text, link: Link, *, turned: bool = False) -> list[Element]:
    """The blocks of a text; `turned` if they stand on turned pages, whose lines are longer."""
    return [_block(block, link, turned=turned) for block in text]


def _block(block: Block, link: Link, *, turned: bool) -> Element:
    match block:
        case Heading():
            return paragraph(f"Heading{block.type_level}", *_line(block.line, link))
        case Paragraph():
            lead = block.lead
            run_in = _line(lead.line, link, f"Level{lead.type_level}RunIn") if lead else ()
            return paragraph("BodyText", *run_in, *_line(block.line, link))
        case Table():
            return _table(block, link, turned=turned)


def _line(line: Line, link: Link, style: str = "") -> Iterator[Element]:
    """The runs of a line, in the character style of that id if there is one."""
    for each in line:
        if each.link:
            hyperlink = element("hyperlink", *_run(each, "Hyperlink"))
            hyperlink.set(f"{{{R}}}id", link(each.link))
            yield hyperlink
        else:
            yield from _run(each, style)


def _run(it: Run, style: str) -> Iterator[Element]:
    looks = [*(("b", "bCs") if it.strong else ()), *(("i", "iCs") if it.emphasised else ())]
    for at, text in enumerate(it.text.split("\n")):
        if at:
            yield line_break()
        if text:
            yield run(text, *map(element, looks), style=style)


@dataclass(frozen=True)
class _Cell:
    """A cell of a table: its text, width in twips, alignment, and how many rows it takes."""

    line: Line
    width: int
    side: Side = ""
    span: int = 1
    """Rows that it takes; 0 if it belongs to a merged cell above."""

    @property
    def merge(self) -> Element | None:
        """Its property if a merged cell begins or goes on in it; else None."""
        return None if self.span == 1 else element("vMerge", val="restart" if self.span else "continue")


_CellRow = tuple[_Cell, ...]


def _table(table: Table, link: Link, *, turned: bool) -> Element:
    """A table over the full width; from six columns on in the smaller type."""
    full = TURNED_WIDTH if turned else TEXT_WIDTH
    widths = _widths(table.shares, full)
    points, style = (12, "TableSmallText") if is_dense(table) else (14, "TableText")
    rows: list[_CellRow] = [tuple(map(_Cell, paper_head(table), widths))] if table.head else []
    rows += [
        tuple(map(_Cell, row, widths, table.sides, spans))
        for row, spans in zip(table.rows, row_spans(table), strict=True)
    ]
    styles = [*([f"{style}Head"] if table.head else []), *(style for _ in table.rows)]
    kept = _kept_rows(rows, points, TEXT_WIDTH if turned else LINES * PITCH)
    return element(
        "tbl",
        *_properties(points, full),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
        *(
            _table_row(row, name, link, kept=at in kept)
            for at, (row, name) in enumerate(zip(rows, styles, strict=True))
        ),
    )


def _properties(points: int, full: int) -> list[Element]:
    """Thin rules all round, and blanks in the cells such that a row of one line has the height of TABLE_ROW."""
    air = TABLE_ROW - TABLE_LINES[points] - TABLE_RULE
    margins = (("top", air // 2), ("left", CELL_SIDE), ("bottom", air - air // 2), ("right", CELL_SIDE))
    return markup(
        f'<w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="{full}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{_RULES}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        + "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in margins)
        + '</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _widths(shares: Sequence[float], full: int) -> list[int]:
    """Widths in whole twips that add up to the full width."""
    edges = [round(full * sum(shares[:at])) for at in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _table_row(row: _CellRow, style: str, link: Link, *, kept: bool) -> Element:
    """A row that does not split; the head repeats on each page."""
    head = element("tblHeader") if style.endswith("Head") else None
    cells = (_cell(cell, style, link, kept=kept) for cell in row)
    return element("tr", element("trPr", element("cantSplit"), head), *cells)


def _cell(cell: _Cell, style: str, link: Link, *, kept: bool) -> Element:
    """A cell; that of a head is centred by its style, whatever the alignment of its column."""
    properties = element("tcPr", element("tcW", w=cell.width, type="dxa"), cell.merge, element("vAlign", val="center"))
    shown = cell.span > 0
    layout = [element("keepNext")] if kept else []
    layout += [element("jc", val=cell.side)] if shown and cell.side else []
    content = _line(cell.line, link) if shown else ()
    return element("tc", properties, paragraph(style, *content, properties=layout))


def _kept_rows(rows: Sequence[_CellRow], points: int, room: int) -> set[int]:
    """Rows that stay on the page of the next one.

    All but the last of a table that takes half a page at most. Of a longer one the head; the last but one, so that the
    last never begins a page alone; and those above the last of a merged cell: if it crossed pages, it would show its
    name on the first alone.
    """
    if sum(_height(row, points) for row in rows) <= room / 2:
        return set(range(len(rows) - 1))
    merged = {at for at, (_, below) in enumerate(pairwise(rows)) if any(cell.span == 0 for cell in below)}
    return merged | {0} | ({len(rows) - 2} if len(rows) > _FEW else set())


def _height(row: _CellRow, points: int) -> float:
    """The approximate height of a row in twips: good enough to tell a short table from a long one, which is broken."""
    lines = (
        ceil(width_of(plain(cell.line)) / CHARACTER * points * 20 / (cell.width - 2 * CELL_SIDE))
        for cell in row
        if cell.span
    )
    return TABLE_ROW + max(0, max(lines, default=0) - 1) * TABLE_LINES[points]
