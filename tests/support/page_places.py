"""Where the elements of a notice are on its pages, as boxes, for faults to be put there."""

from collections.abc import Callable
from functools import cache

import page_faults as faults
from printed import printed

from gongshi.documents.notice import Notice
from gongshi.measure.finding import find_layout
from gongshi.measure.layout import Layout
from gongshi.measure.page import MM, Line, Rule
from gongshi.measure.reading import open_pdf
from gongshi.measure.text import pieces_of

Where = Callable[[Layout], tuple[int, faults.Box]]
"""The page and the box of an element."""


@cache
def layout(notice: Notice) -> Layout:
    """Where the elements of a notice are."""
    with open_pdf(printed(notice).data) as pdf:
        return find_layout(pdf)


def around(*parts: Line | Rule) -> faults.Box:
    """A box that holds the middles of what is drawn of lines or rules."""
    edges = [
        (part.x0, part.y - 0.9 * part.size * MM, part.x1, part.y + 0.2 * part.size * MM)
        if isinstance(part, Line)
        else (part.x0, part.y - 0.5, part.x1, part.y + 0.5)
        for part in parts
    ]
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return min(lefts) - 0.1, min(tops), max(rights) + 0.1, max(bottoms)


def header(it: Layout) -> tuple[int, faults.Box]:
    """The names of two organs and 文件."""
    assert it.header
    assert it.header.suffix
    return 1, around(*it.header.names, it.header.suffix)


def mark(it: Layout) -> tuple[int, faults.Box]:
    """The names."""
    assert it.header
    return 1, around(*it.header.names)


def mast(it: Layout) -> tuple[int, faults.Box]:
    """The first line above the names."""
    return 1, around(it.upper_left[0])


def annotation(it: Layout) -> tuple[int, faults.Box]:
    """附注."""
    assert it.annotation
    return it.annotation.page, around(it.annotation)


def present(it: Layout) -> tuple[int, faults.Box]:
    """The first line of who was there."""
    return it.attendance[0].page, around(it.attendance[0])


def overleaf_present(it: Layout) -> tuple[int, faults.Box]:
    """The first line of who was there that stands on page 2."""
    line = next(line for line in it.attendance if line.page == 2)
    return 2, around(line)


def signer(row: int, column: int) -> Where:
    """A name of those who signed; columns count from the right edge, -1 the last."""

    def where(it: Layout) -> tuple[int, faults.Box]:
        return 1, around(pieces_of(it.signers[row])[column])

    return where


def classed(at: int) -> Where:
    """A line above the names, or below a letter's first double rule."""
    return lambda it: (1, around(it.upper_left[at]))


def post(it: Layout) -> tuple[int, faults.Box]:
    """The post of who signs an order."""
    return 1, around(it.rows[0].names[0])


def end_of_text(it: Layout) -> tuple[int, faults.Box]:
    """The text on the page of the signature."""
    assert it.date
    lines = [line for part in it.main for line in part.lines if line.page == it.date.page]
    return it.date.page, (20, lines[0].y - 10, 190, lines[-1].y + 1)


def name(it: Layout) -> tuple[int, faults.Box]:
    """The second name."""
    assert it.header
    return 1, around(it.header.names[1])


def suffix(it: Layout) -> tuple[int, faults.Box]:
    """文件."""
    assert it.header
    assert it.header.suffix
    return 1, around(it.header.suffix)


def number(it: Layout) -> tuple[int, faults.Box]:
    """The number."""
    assert it.number
    return 1, around(it.number)


def date(it: Layout) -> tuple[int, faults.Box]:
    """The date of issue."""
    assert it.date
    return it.date.page, around(it.date)


def last_name(it: Layout) -> tuple[int, faults.Box]:
    """The last name above the date."""
    name = it.rows[-1].names[-1]
    return name.page, around(name)


def first_name(it: Layout) -> tuple[int, faults.Box]:
    """The first name above the date."""
    name = it.rows[-1].names[0]
    return name.page, around(name)


def first_two_names(it: Layout) -> tuple[int, faults.Box]:
    """The names side by side above the date."""
    return it.rows[-1].names[0].page, around(*it.rows[-1].names)


def signature(it: Layout) -> tuple[int, faults.Box]:
    """Names and date."""
    assert it.date
    return it.date.page, around(*it.rows[-1].names, it.date)


def imprint(it: Layout) -> tuple[int, faults.Box]:
    """Text and rules of the imprint."""
    assert it.imprint
    return it.imprint.page, around(*it.imprint.lines, *it.imprint.rules)


def imprint_rule(at: int) -> Where:
    """A rule of the imprint."""

    def where(it: Layout) -> tuple[int, faults.Box]:
        assert it.imprint
        return it.imprint.page, around(it.imprint.rules[at])

    return where


def imprint_line(at: int) -> Where:
    """A line of the imprint."""

    def where(it: Layout) -> tuple[int, faults.Box]:
        assert it.imprint
        left, top, right, bottom = around(it.imprint.lines[at])
        return it.imprint.page, (left, top + 1, right, bottom - 1)

    return where


def folio(page: int) -> Where:
    """The number of a page."""

    def where(it: Layout) -> tuple[int, faults.Box]:
        folio = it.folios[page - 1]
        assert folio
        return page, around(folio)

    return where


def label(it: Layout) -> tuple[int, faults.Box]:
    """The label of the first attachment."""
    label = it.openings[0].label
    assert label
    return label.page, around(label)


def opening_title(it: Layout) -> tuple[int, faults.Box]:
    """The title of the first attachment."""
    return it.openings[0].page, around(*it.openings[0].title)


def heading(it: Layout) -> tuple[int, faults.Box]:
    """The first heading of the first level."""
    heading = next(part for part in it.main if part.level == 1)
    return heading.page, around(heading.lines[0])


def paragraph(it: Layout) -> tuple[int, faults.Box]:
    """The first line of a later paragraph."""
    plain = next(part for part in it.main[1:] if not part.level)
    return plain.page, around(plain.lines[0])


def second_line(it: Layout) -> tuple[int, faults.Box]:
    """The second line of a paragraph of three or more."""
    plain = next(part for part in it.main if len(part.lines) > 2)
    return plain.page, around(plain.lines[1])


def text_of_first_page(it: Layout) -> tuple[int, faults.Box]:
    """What stands below the addressees on page 1."""
    return 1, (20, it.addressees[-1].y + 1, 190, 265)
