"""How the names of a signature are laid out in rows and lines, alike in PDF and DOCX (GB/T 9704-2012, 7.3.5)."""

from collections.abc import Sequence

from gongshi.render.title import break_title

Rows = tuple[tuple[tuple[str, ...], ...], ...]
"""Rows of organs from the first on, each organ's name as the lines it takes."""

SEAL_STEP = 47 * 28 / 156
"""Distance of seals of 42 mm, three a row, in characters: 47 mm."""
_LINE = 28
"""Characters of a line (5.2.3); all widths here are in characters."""
_DATE_INDENT = 4
_UNSEALED = 26
"""Most characters of a name that ends two characters from the edge (7.3.5.2)."""
_ONE_LINE = 20
"""Characters up to which a name alone stays on one line: a seal then still touches the middle of name and date."""
_OF_THREE = 7.5
"""Most characters of a name where seals stand three a row."""
_SEAL = 5
"""Lines from row to row, so that seals of 42 mm do not touch."""


def sealed_rows(organs: Sequence[str], date: str) -> Rows:
    """Organs side by side in their order: three a row if their names are short, else two; one signs alone.

    A name that is too long is broken over lines, in a row of two each name in its own half, so that the last one
    always stands above the date (7.3.5.1).
    """
    middle = _LINE - _DATE_INDENT - _width(date) / 2
    count = 3 if len(organs) > 2 and max(map(_width, organs)) <= _OF_THREE else 2  # noqa: PLR2004 - two are a row
    rows = [organs[at : at + count] for at in range(0, len(organs), count)]
    return tuple(_names_on_lines(row, middle) for row in rows)


def unsealed_lines(organs: Sequence[str]) -> tuple[str, ...]:
    """Names below each other; one wider than the line less two characters takes several lines (7.3.5.2)."""
    return tuple(line for name in organs for line in _broken(name, _UNSEALED))


def blank_lines(rows: Rows, at: int) -> int:
    """Blank lines above a row: the first seal begins less than a line below the text, the next ones do not touch."""
    depth = max(len(lines) for lines in rows[at])
    return max(1, 3 - depth if at == 0 else _SEAL - depth)


def _names_on_lines(names: Sequence[str], middle: float) -> tuple[tuple[str, ...], ...]:
    if len(names) == 1:
        return (_broken(names[0], 2 * (_LINE - middle), _ONE_LINE),)
    if len(names) == 2 and not _fit(names, middle):  # noqa: PLR2004 - two share the line
        # The half of the line on either side, less one character between them.
        return tuple(_broken(name, 2 * middle - _LINE - 1) for name in names)
    return tuple((name,) for name in names)


def _fit(names: Sequence[str], middle: float) -> bool:
    """Whether two names stand side by side, the second above the date and inside the line."""
    first, second = map(_width, names)
    return second <= 2 * (_LINE - middle) and first + 1 <= middle - second / 2


def _broken(name: str, room: float, one_line: float = 0) -> tuple[str, ...]:
    return (name,) if _width(name) <= max(room, one_line) else break_title(name, width=room)


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1 for char in text)
