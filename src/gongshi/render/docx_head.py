"""版头 as WordprocessingML: names in red, number, red rule (GB/T 9704-2012, 7.2)."""

from collections.abc import Sequence

from gongshi.documents.notice import Head
from gongshi.render.docx_measures import HEADER_TOP, INK_DROP, TEXT_WIDTH
from gongshi.render.ooxml import Element, element, markup, paragraph, run

__all__ = ["head"]

_LARGEST = 42
"""初号, in points."""
_STACK = 144
"""Points that all names of a joint issue may take together, so that page 1 still shows text (7.3.3)."""
_GAP = 8
"""Points between the names and the suffix of a joint issue."""


def head(it: Head) -> list[Element]:
    """The table of names, ink 35 mm below the top of the text, then the number over the red rule (7.2.4 to 7.2.7)."""
    size = min(_LARGEST, _STACK // len(it.organs))
    beside = it.suffix if len(it.organs) > 1 else ""
    names = it.organs if len(it.organs) > 1 else (it.organs[0] + it.suffix,)
    longest = max(len(name) for name in names)
    # Names and suffix are narrowed alike until the longest fits.
    room = TEXT_WIDTH / 20 - (_GAP if beside else 0)
    scale = min(100, int(100 * room / ((longest + len(beside)) * size)))
    advance = size * scale / 5
    suffix_width = round(advance * len(beside)) + 4 if beside else 0
    widths = [TEXT_WIDTH - suffix_width, *([suffix_width] if beside else [])]
    side = "left" if beside else "center"
    cells = [_cell(widths[0], [_line(_spread(name, longest * advance, advance), size, scale, side) for name in names])]
    if beside:
        cells.append(_cell(suffix_width, [_line([(beside, 0)], size, scale, "right")]))
    table = element(
        "tbl",
        *markup(_FIXED),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
        _row(round(HEADER_TOP - INK_DROP * size * 20), [_room_above(len(widths))]),
        _row(24 * size * len(it.organs), cells),
    )
    return [table, paragraph("DocumentNumber", run(it.document_no))]


_FIXED = f"""<w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>
<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>"""


def _spread(name: str, width: float, advance: float) -> list[tuple[str, int]]:
    """Pieces of a name with the spacing (twips) that spreads it to a width; the last character has none after it."""
    if len(name) == 1:
        return [(name, 0)]
    return [(name[:-1], round((width - len(name) * advance) / (len(name) - 1))), (name[-1], 0)]


def _line(pieces: Sequence[tuple[str, int]], size: int, scale: int, align: str) -> Element:
    runs = [
        run(
            text,
            element("spacing", val=spacing),
            element("w", val=scale),
            element("sz", val=2 * size),
            element("szCs", val=2 * size),
        )
        for text, spacing in pieces
    ]
    # 1.2 em, where Word and LibreOffice put the baseline alike.
    height = element("spacing", before=0, after=0, line=24 * size, lineRule="exact")
    return paragraph("OrganMark", *runs, properties=[height, element("jc", val=align)])


def _cell(width: int, lines: Sequence[Element]) -> Element:
    layout = [element("tcW", w=width, type="dxa"), element("noWrap"), element("vAlign", val="center")]
    return element("tc", element("tcPr", *layout), *lines)


def _room_above(columns: int) -> Element:
    """The room above the names, where an office types copy number, secrecy and urgency (7.2.1 to 7.2.3)."""
    span = element("gridSpan", val=columns)
    layout = element("tcPr", element("tcW", w=TEXT_WIDTH, type="dxa"), span if columns > 1 else None)
    return element("tc", layout, *(paragraph("Mast") for _ in range(3)))


def _row(height: int, cells: Sequence[Element]) -> Element:
    exact = element("trPr", element("cantSplit"), element("trHeight", val=height, hRule="exact"))
    return element("tr", exact, *cells)
