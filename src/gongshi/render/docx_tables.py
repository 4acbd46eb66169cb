"""pandoc's tables, rewritten in place: the full width of the text, thin rules all round, a head that repeats."""

from collections.abc import Iterator
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
from gongshi.render.ooxml import Element, element, markup, put_property, qualified, style_of

__all__ = ["rewrite_tables"]

_MANY = 6
"""From so many columns on the smaller type is used."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULES = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>' for side in _SIDES)


def _properties(points: int, full: int) -> list[Element]:
    air = TABLE_ROW - TABLE_LINES[points] - TABLE_RULE
    margins = (("top", air // 2), ("left", CELL_SIDE), ("bottom", air - air // 2), ("right", CELL_SIDE))
    return markup(
        f'<w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="{full}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{_RULES}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        + "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in margins)
        + '</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def rewrite_tables(document: Element) -> None:
    """Rewrite every table that pandoc made; those of head and imprint are not its own."""
    for style in document.iterfind(f".//{qualified('tblPr')}/{qualified('tblStyle')}"):
        properties = style.getparent()
        table = None if properties is None else properties.getparent()
        if table is not None and style.get(qualified("val")) == "Table":
            _rewrite(table, TURNED_WIDTH if _is_turned(table) else TEXT_WIDTH)


def _is_turned(table: Element) -> bool:
    """Whether it stands on turned pages."""
    ends = (style for node in table.itersiblings() if (style := style_of(node)) in ("PortraitEnd", "LandscapeEnd"))
    return next(ends, "") == "LandscapeEnd"


def _rewrite(table: Element, full: int) -> None:
    shares = [int(column.get(qualified("w"), "1")) for column in table.iter(qualified("gridCol"))]
    widths = _widths(shares, full)
    rows = table.findall(qualified("tr"))
    for child in list(table):
        if child.tag != qualified("tr"):
            table.remove(child)
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    points, text = (14, "TableText") if len(widths) < _MANY else (12, "TableSmallText")
    for at, part in enumerate([*_properties(points, full), grid]):
        table.insert(at, part)
    for row in rows:
        _rewrite_row(row, widths, text)
    room = TEXT_WIDTH if full == TURNED_WIDTH else LINES * PITCH
    whole = sum(_height(row, widths, points) for row in rows) <= room / 2
    for at in range(len(rows) - 1) if whole else _kept(rows):
        _keep_with_next(rows[at])


def _widths(shares: list[int], full: int) -> list[int]:
    """Widths in proportion to pandoc's that add up to the width of the text."""
    total = sum(shares)
    edges = [round(full * sum(shares[:at]) / total) for at in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _rewrite_row(row: Element, widths: list[int], text: str) -> None:
    is_head = row.find(f"{qualified('trPr')}/{qualified('tblHeader')}") is not None
    for old in row.findall(qualified("trPr")):
        row.remove(old)
    row.insert(0, element("trPr", element("cantSplit"), element("tblHeader") if is_head else None))
    for cell, width in zip(row.findall(qualified("tc")), widths, strict=True):
        merged = cell.find(f"{qualified('tcPr')}/{qualified('vMerge')}")
        for old in cell.findall(qualified("tcPr")):
            cell.remove(old)
        middle = element("vAlign", val="center")
        cell.insert(0, element("tcPr", element("tcW", w=width, type="dxa"), merged, middle))
        for layout in cell.iter(qualified("pPr")):
            # A head is centred over whatever stands in its column; other cells keep the column's alignment.
            aligned = [] if is_head else layout.findall(qualified("jc"))
            layout[:] = [element("pStyle", val=f"{text}Head" if is_head else text), *aligned]


def _height(row: Element, widths: list[int], points: int) -> float:
    """About how high a row becomes, in twips: enough to tell a short table, which is not broken, from a long one."""
    texts = ("".join(text.text or "" for text in cell.iter(qualified("t"))) for cell in row.findall(qualified("tc")))
    rooms = (width - 2 * CELL_SIDE for width in widths)
    depth = max(ceil(width_of(text) / CHARACTER * points * 20 / room) for text, room in zip(texts, rooms, strict=True))
    return TABLE_ROW + max(0, depth - 1) * TABLE_LINES[points]


def _kept(rows: list[Element]) -> Iterator[int]:
    """Rows of a long table that stay on the page of the next one: the head, and those above the last of a merged cell.

    A merged cell that crossed pages would show its name on the first alone.
    """
    for at, (_, below) in enumerate(pairwise(rows)):
        if at == 0 or _continues(below):
            yield at


def _continues(row: Element) -> bool:
    """Whether a merged cell goes on in it."""
    merges = row.iterfind(f"{qualified('tc')}/{qualified('tcPr')}/{qualified('vMerge')}")
    return any(merge.get(qualified("val")) == "continue" for merge in merges)


def _keep_with_next(row: Element) -> None:
    """Keep a row on the page of the next one: Word asks every paragraph of it, LibreOffice the first."""
    for content in row.iter(qualified("p")):
        put_property(content, element("keepNext"))
