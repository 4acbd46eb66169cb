"""署名 and date of issue as WordprocessingML (GB/T 9704-2012, 7.3.5)."""

from collections.abc import Sequence
from copy import deepcopy

from gongshi.documents.notice import Signature
from gongshi.render.docx_elements import blank
from gongshi.render.docx_measures import CHARACTER, TEXT_WIDTH, TIGHTEN, width_of
from gongshi.render.ooxml import Element, element, paragraph, run, tab

__all__ = ["order_signature", "signature"]

_WIDE_SPACE = "\u3000"
_DATE_END = TEXT_WIDTH - 4 * CHARACTER
"""The date of issue ends four characters before the right edge (7.3.5.1)."""
_SEALS_OF_THREE = 2665
"""Distance of seals of 42 mm, three a row: 47 mm."""


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
    date, widest = width_of(it.date), max(width_of(name) for name in it.organs)
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
        for at, name in enumerate(it.organs)
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
    last = _DATE_END - width_of(it.date) // 2
    rows = [
        paragraph(
            "Signature",
            *(piece for name, _ in row for piece in (tab(), run(name))),
            properties=[
                element("tabs", *(element("tab", val="center", pos=middle) for _, middle in row)),
                *blank(4 if at else 2),
            ],
        )
        for at, row in enumerate(_rows(it.organs, last))
    ]
    return [*rows, paragraph("IssueDate", run(it.date))]


def _rows(organs: Sequence[str], last: int) -> list[list[tuple[str, int]]]:
    """Organs side by side, each with the middle of its name: three a row if their names are short, else two, else one.

    The last of a row stands above the date, the others left of it at equal distances.
    """
    widest = max(width_of(name) for name in organs)
    for count, least in ((3, _SEALS_OF_THREE), (2, 2 * last - TEXT_WIDTH)):
        step = max(least, widest + CHARACTER)
        if len(organs) >= count and last - (count - 1) * step >= widest / 2:
            break
    else:
        count, step = 1, 0
    rows = [organs[at : at + count] for at in range(0, len(organs), count)]
    return [
        [(name, _inside(last - (len(row) - 1 - at) * step, width_of(name))) for at, name in enumerate(row)]
        for row in rows
    ]


def _inside(middle: int, width: int) -> int:
    """The middle, moved as far as the width needs to stay on the text area."""
    return max(width // 2, min(middle, TEXT_WIDTH - (width + 1) // 2))
