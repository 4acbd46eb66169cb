"""Finding what stands above the text: masthead, upper left corner, number, title, addressees (7.2, 7.3.1, 7.3.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from gongshi.measure.form import Form
from gongshi.measure.layout import CENTRE, LEFT, Header
from gongshi.measure.page import MM, Line, Rule, is_red
from gongshi.measure.reading import OpenPdf
from gongshi.measure.text import CELL, pieces_of

TITLE = 17.5
"""Points from which black type is a title."""
_NAME = TITLE
"""Points from which red type is the name of an organ."""
_LETTER_RULES = 4
"""A letter has two double rules."""


@dataclass(frozen=True)
class HeadElements:
    """The elements around the names of the organs."""

    upper_left: tuple[Line, ...]
    """Copy number, secrecy, urgency."""
    number: Line | None
    rows: tuple[Line, ...]
    """The rows that end with the number's: those above it name who signed (7.2.6)."""


def find_head_elements(header: Header | None, rules: Sequence[Rule], lines: Sequence[Line], form: Form) -> HeadElements:
    """Copy number, secrecy, urgency and number: about the names, or in a letter below its first double rule."""
    if header is None:
        return HeadElements((), None, ())
    if form is Form.LETTER and len(rules) == _LETTER_RULES:
        return _below_double_rule(rules[1], lines)
    upper_left = tuple(line for line in lines if line.y < header.ink.top and not is_red(line.glyphs[0].face.colour))
    below = [line for line in lines if line.y > header.ink.bottom and line.size < TITLE]
    if rules:
        rows = tuple(line for line in below if line.y < rules[0].y)
    else:
        rows = tuple(line for line in below[:1] if line.text.endswith("号"))
    return HeadElements(upper_left, rows[-1] if rows else None, rows)


def _below_double_rule(rule: Rule, lines: Sequence[Line]) -> HeadElements:
    """Number at the right, the others at the left of the same rows (10.1)."""
    below = takewhile(lambda line: line.size < TITLE, (line for line in lines if line.y > rule.y))
    pieces = [piece for line in below for piece in pieces_of(line)]
    number = next((piece for piece in pieces if piece.centre > CENTRE), None)
    return HeadElements(tuple(piece for piece in pieces if piece.centre < CENTRE), number, (number,) if number else ())


def _is_name(line: Line) -> bool:
    return line.size > _NAME and is_red(line.glyphs[0].face.colour)


def find_header(pdf: OpenPdf) -> Header | None:
    """The names in large red type on page 1, with the extent of their ink."""
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


def find_title(
    lines: Sequence[Line], header: Header | None, number: Line | None
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The title, and what stands below it."""
    start = number.y if number else header.ink.bottom if header else 0.0
    below = [line for line in lines if line.y > start and not _is_name(line)]
    first = next((at for at, line in enumerate(below) if line.size > TITLE), len(below))
    title = tuple(takewhile(lambda line: line.size > TITLE, below[first:]))
    return title, tuple(below[first + len(title) :] if title else below)


def find_addressees(lines: list[Line], *, has_header: bool) -> tuple[tuple[Line, ...], list[Line]]:
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
