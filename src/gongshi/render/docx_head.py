"""版头 as WordprocessingML: names in red, number, red rule (GB/T 9704-2012, 7.2)."""

from collections.abc import Sequence

from gongshi.documents.notice import Head
from gongshi.render.docx_letter import letter_head, upper_left
from gongshi.render.docx_measures import (
    CHARACTER,
    HEADER_TOP,
    INK_DROP,
    NUMBER_ABOVE,
    NUMBER_LINE,
    ORDER_TOP,
    PITCH,
    SIGNERS_BELOW,
    TEXT_WIDTH,
    width_of,
)
from gongshi.render.masthead import Masthead
from gongshi.render.ooxml import Element, element, markup, paragraph, run, tab
from gongshi.render.refused import RefusedError

_FULL = 100
"""Width of letters as the font draws them, in per cent."""
_TWIPS = 1440 / 25.4
"""Twips in a millimetre."""
_GAP = 8
"""Points between the names and the suffix of a joint issue."""
_SIGNERS = "签发人："


def head(it: Head, masthead: Masthead) -> list[Element]:
    """All that is printed above the title, by the format of the document; `masthead` is the size of the names."""
    if it.form == "letter":
        return letter_head(it, masthead.points)
    if it.form == "order":
        return [_names(it, masthead, ORDER_TOP, []), paragraph("OrderNumber", run(it.document_no))]
    return [_names(it, masthead, HEADER_TOP, _room_above(it)), *_number(it)]


def _names(it: Head, masthead: Masthead, top: float, above: list[Element]) -> Element:
    """A table of the names in red.

    Args:
        it: The head.
        masthead: The size of the names.
        top: Twips from the top of the text to the ink of the names.
        above: Paragraphs above the names.
    """
    size = masthead.points
    beside = it.suffix if len(it.organs) > 1 else ""
    names = it.organs if len(it.organs) > 1 else (it.organs[0] + it.suffix,)
    longest = max(len(name) for name in names)
    # Names and suffix are narrowed alike until the longest fits.
    room = TEXT_WIDTH / 20 - (_GAP if beside else 0)
    scale = min(_FULL, int(_FULL * room / ((longest + len(beside)) * size)))
    advance = size * scale / 5
    # Small names and their suffix do not fill the line: what is left is halved.
    margin = max(0, round((20 * room - advance * (longest + len(beside))) / 2)) if scale == _FULL and beside else 0
    suffix_width = round(advance * len(beside)) + 4 + margin if beside else 0
    widths = [TEXT_WIDTH - suffix_width, *([suffix_width] if beside else [])]
    side = "left" if beside else "center"
    apart = max(0, round(masthead.step * _TWIPS - 24 * size)) if beside else 0
    lines = [
        _line(_spread(name, longest * advance, advance), size, scale, (side, apart if at else 0, margin))
        for at, name in enumerate(names)
    ]
    cells = [_cell(widths[0], lines)]
    if beside:
        cells.append(_cell(suffix_width, [_line([(beside, 0)], size, scale, ("right", 0, margin))]))
    return element(
        "tbl",
        *markup(_FIXED),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
        _table_row(round(top - INK_DROP * size * 20), [_span(len(widths), above or [paragraph("Mast")])]),
        _table_row(round(24 * size * len(it.organs)) + apart * (len(it.organs) - 1), cells),
    )


def _number(it: Head) -> list[Element]:
    """The number over the red rule; beside it, in a document to a higher organ, who signed it (7.2.5 to 7.2.7)."""
    if not it.signers:
        return [paragraph("DocumentNumber", run(it.document_no))]
    pairs, stops = _signers(it)
    rows = []
    for at, pair in enumerate(pairs):
        is_last = at == len(pairs) - 1
        names = [piece for name in pair for piece in (tab(), run(name, style="Signer"))]
        caption = [tab(), run(_SIGNERS), *names[1:]] if at == 0 else [tab(), *names]
        # The number's own line is lower than those above it, whose baselines lie further down.
        above = (NUMBER_ABOVE if at == 0 else 0) + (SIGNERS_BELOW if is_last else 0) - (SIGNERS_BELOW if at == 0 else 0)
        layout = [
            element("tabs", *(element("tab", val="left", pos=place) for place in stops)),
            element("spacing", before=above, after=0, line=NUMBER_LINE if is_last else PITCH, lineRule="exact"),
            element("jc", val="left"),
        ]
        number = [run(it.document_no)] if is_last else []
        style = "DocumentNumber" if is_last else "Signers"
        rows.append(paragraph(style, tab(), *number, *caption, properties=layout))
    return rows


def _signers(it: Head) -> tuple[list[tuple[str, ...]], list[int]]:
    """Signers by row, two a row or one if there is no room, and the tab stops (twips) of number, caption and names.

    From the right edge: one blank character, the second names, one blank, the first names, the caption 签发人：.
    """
    for count in (2, 1):
        rows = [it.signers[at : at + count] for at in range(0, len(it.signers), count)]
        widths = [max(width_of(name) for name in it.signers[at::count]) for at in range(len(rows[0]))]
        first = TEXT_WIDTH - sum(width + CHARACTER for width in widths)
        caption = first - width_of(_SIGNERS)
        if 2 * CHARACTER + width_of(it.document_no) <= caption:
            return rows, [CHARACTER, caption, first, first + widths[0] + CHARACTER][: 2 + len(widths)]
    raise RefusedError("发文字号与签发人在同一行排不下", "7.2.6")


_FIXED = f"""<w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>
<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>"""


def _spread(name: str, width: float, advance: float) -> list[tuple[str, int]]:
    """Pieces of a name with the spacing (twips) that spreads it to a width; the last character has none after it."""
    if len(name) == 1:
        return [(name, 0)]
    return [(name[:-1], round((width - len(name) * advance) / (len(name) - 1))), (name[-1], 0)]


def _line(pieces: Sequence[tuple[str, int]], size: float, scale: int, place: tuple[str, int, int]) -> Element:
    """A line of a name's pieces, each a text with its spacing in twips.

    Args:
        pieces: Texts with the spacing after each character.
        size: Points.
        scale: Width of letters in per cent.
        place: Alignment (left, center, right), twips above the line, twips from that side.
    """
    runs = [
        run(
            text,
            element("spacing", val=spacing),
            element("w", val=scale),
            element("sz", val=round(2 * size)),
            element("szCs", val=round(2 * size)),
        )
        for text, spacing in pieces
    ]
    # 1.2 em, where Word and LibreOffice put the baseline alike.
    side, before, margin = place
    inset = element("ind", **{side: margin}) if margin else element("ind")
    height = element("spacing", before=before, after=0, line=round(24 * size), lineRule="exact")
    return paragraph("OrganMark", *runs, properties=[height, inset, element("jc", val=side)])


def _cell(width: int, lines: Sequence[Element]) -> Element:
    layout = [element("tcW", w=width, type="dxa"), element("noWrap"), element("vAlign", val="center")]
    return element("tc", element("tcPr", *layout), *lines)


def _room_above(it: Head) -> list[Element]:
    """Copy number, secrecy and urgency, one line each from the first on (7.2.1 to 7.2.3); the rest is left free."""
    lines = upper_left(it)
    return [*lines, *(paragraph("Mast") for _ in range(3 - len(lines)))]


def _span(columns: int, lines: Sequence[Element]) -> Element:
    span = element("gridSpan", val=columns)
    layout = element("tcPr", element("tcW", w=TEXT_WIDTH, type="dxa"), span if columns > 1 else None)
    return element("tc", layout, *lines)


def _table_row(height: int, cells: Sequence[Element]) -> Element:
    exact = element("trPr", element("cantSplit"), element("trHeight", val=height, hRule="exact"))
    return element("tr", exact, *cells)
