"""署名 and date of issue as WordprocessingML (GB/T 9704-2012, 7.3.5)."""

from collections.abc import Sequence
from copy import deepcopy

from gongshi.documents.notice import Signature
from gongshi.render.docx_elements import blank
from gongshi.render.docx_measures import CHARACTER, TEXT_WIDTH, TIGHTEN, width_of
from gongshi.render.ooxml import Element, element, paragraph, run, tab
from gongshi.render.signature_rows import SEAL_STEP, blank_lines, sealed_rows, unsealed_lines

_WIDE_SPACE = "\u3000"
_DATE_END = TEXT_WIDTH - 4 * CHARACTER
"""The date of issue ends four characters before the right edge (7.3.5.1)."""
_THREE = 3
"""How many short names a row may have."""


def signature(it: Signature) -> list[Element]:
    """署名 and date: with room for seals (7.3.5.1), or further right without them (7.3.5.2)."""
    return _sealed(it) if it.sealed else _unsealed(it)


def order_signature(it: Signature) -> list[Element]:
    """Post and name of who signs an order, two lines below the text, and the date one line below them (10.2).

    Name and date stand four characters in, the post two characters left of the name, as where a name is stamped
    (7.3.5.3); in the record the first wide space parts the two.
    """
    place = element("ind", right=4 * CHARACTER), element("jc", val="right")
    names = [
        paragraph(
            "Signature", run(name.replace(_WIDE_SPACE, _WIDE_SPACE * 2, 1)), properties=[*blank(2), *deepcopy(place)]
        )
        for name in it.organs
    ]
    return [*names, paragraph("IssueDate", run(it.date), properties=blank(1))]


def _unsealed(it: Signature) -> list[Element]:
    """Names below each other, two characters in; the date begins two characters right of them (7.3.5.2).

    Shorter names are spread to the width of the widest. A date wider than that ends two characters in itself, and the
    names give way to the left.
    """
    lines = unsealed_lines(it.organs)
    date, widest = width_of(it.date), max(width_of(line) for line in lines)
    end = TEXT_WIDTH - 2 * CHARACTER
    if date > widest:
        start = end - date - 2 * CHARACTER
        place = [element("ind", right=2 * CHARACTER)]
    else:
        start = max(0, end - widest)
        # LibreOffice widens the date at its figures; the room right of the text keeps it on one line.
        place = [element("ind", left=start + 2 * CHARACTER, right=-CHARACTER), element("jc", val="left")]
    names = [
        paragraph("Signature", *_spread(name, widest), properties=[*blank(0 if at else 1), element("ind", left=start)])
        for at, name in enumerate(lines)
    ]
    return [*names, paragraph("IssueDate", run(it.date), properties=place)]


def _spread(name: str, width: int) -> list[Element]:
    """Runs of a name that is spread to a width; nothing is added after its last character."""
    gaps = len(name) - 1
    if gaps < 1 or width_of(name) >= width:
        return [run(name)]
    wider = element("spacing", val=TIGHTEN + round((width - width_of(name)) / gaps))
    return [run(name[:-1], wider), run(name[-1])]


def _sealed(it: Signature) -> list[Element]:
    """The last organ centred above the date."""
    middle = _DATE_END - width_of(it.date) // 2
    rows = sealed_rows(it.organs, it.date)
    placed = [piece for at, row in enumerate(rows) for piece in _signature_row(row, blank_lines(rows, at), middle)]
    return [*placed, paragraph("IssueDate", run(it.date))]


def _signature_row(row: Sequence[Sequence[str]], above: int, middle: int) -> list[Element]:
    """Organs side by side: the last above the date, the others left of it at equal distances (`middle` in twips).

    Names of several lines end on the same line. Cells of a table would keep each together, but LibreOffice lets a
    table go to another page than the date.
    """
    step = round(SEAL_STEP * CHARACTER) if len(row) == _THREE else 2 * middle - TEXT_WIDTH
    middles = [middle - at * step for at in reversed(range(len(row)))]
    depth = max(len(lines) for lines in row)
    shown = [
        [(lines[at - depth], centre) for lines, centre in zip(row, middles, strict=True) if len(lines) >= depth - at]
        for at in range(depth)
    ]
    return [_at_stops(line, 0 if at else above) for at, line in enumerate(shown)]


def _at_stops(names: Sequence[tuple[str, int]], above: int) -> Element:
    """One line of names, each centred at its position in twips as far as the type area and the next name allow."""
    stops: list[int] = []
    limit = TEXT_WIDTH
    for name, middle in reversed(names):
        width = width_of(name)
        start = max(0, min(middle - width // 2, limit - width))
        stops.insert(0, start + width // 2)
        limit = start - CHARACTER
    tabs = element("tabs", *(element("tab", val="center", pos=stop) for stop in stops))
    content = [piece for name, _ in names for piece in (tab(), run(name))]
    return paragraph("Signature", *content, properties=[tabs, *blank(above)])
