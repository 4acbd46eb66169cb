"""A page read back as values: characters, lines of type, rules; millimetres from the sheet's upper left corner."""

from dataclasses import dataclass
from functools import cached_property

MM = 25.4 / 72
"""Millimetres in a point."""
Colour = tuple[int, int, int]
"""Red, green, blue from 0 to 255."""
BLACK: Colour = (0, 0, 0)
_EM_ABOVE = 0.88
"""Share of the em box above the baseline."""
_MIDDLE = 128
_OPENING = "（《〈〔【“‘「"
_CLOSING = "）》〉〕】”’」，。；：、！？"


def is_red(colour: Colour) -> bool:
    """Whether a colour is red, as RGB or as CMYK gives it."""
    return colour[0] > _MIDDLE > max(colour[1:])


@dataclass(frozen=True, slots=True)
class Face:
    """What the characters of one text object have in common."""

    font: str
    """Name of the font without the tag of its subset."""
    size: float
    """Points."""
    colour: Colour
    stroked: bool
    """Whether the outline is drawn too, which makes letters bold."""
    turned: bool
    """Whether the line runs from top to bottom."""
    slant: float = 0.0
    """How far a line falls or rises per unit of its length."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character at its origin."""

    char: str
    x: float
    y: float
    x1: float
    """Where its advance ends, its tracking left out."""
    face: Face


@dataclass(frozen=True, eq=False)
class Line:
    """The characters on one baseline from left to right, white space left out."""

    page: int
    """From 1."""
    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def x0(self) -> float:
        """Origin of its first character."""
        return self.glyphs[0].x

    @property
    def x1(self) -> float:
        """End of its last character."""
        return self.glyphs[-1].x1

    @property
    def y(self) -> float:
        """Baseline."""
        return self.glyphs[0].y

    @property
    def size(self) -> float:
        """Points, of its first character."""
        return self.glyphs[0].face.size

    @property
    def centre(self) -> float:
        """Middle between its ends."""
        return (self.x0 + self.x1) / 2

    def off_centre(self, axis: float) -> float:
        """How far its middle is from an axis; the empty half of a bracket at either end may count or not."""
        half = self.size * MM / 4
        shift = half * (self.text[0] in _OPENING) - half * (self.text[-1] in _CLOSING)
        return min(self.centre - axis, self.centre + shift - axis, key=abs)

    def off_left(self, edge: float) -> float:
        """How far it begins from an edge; the empty half of an opening bracket may count or not."""
        shift = self.size * MM / 2 * (self.text[0] in _OPENING)
        return min(self.x0 - edge, self.x0 + shift - edge, key=abs)

    @property
    def top(self) -> float:
        """Upper edge of the em box."""
        return self.y - _EM_ABOVE * self.size * MM

    @property
    def bottom(self) -> float:
        """Lower edge of the em box."""
        return self.y + (1 - _EM_ABOVE) * self.size * MM


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule from left to right."""

    page: int
    x0: float
    x1: float
    y: float
    """Its middle."""
    thickness: float
    colour: Colour

    @property
    def length(self) -> float:
        """From end to end."""
        return self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class Upright:
    """A straight rule from top to bottom, as tables have them."""

    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class Ink:
    """The extent of what is printed in a region."""

    left: float
    top: float
    right: float
    bottom: float

    def __or__(self, other: "Ink") -> "Ink":
        """The extent of both."""
        return Ink(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True)
class Page:
    """One page."""

    number: int
    """From 1."""
    width: float
    height: float
    media: tuple[float, float]
    """Width and height of the sheet, which may be more than is shown of it."""
    rotation: int
    """Degrees."""
    lines: tuple[Line, ...]
    """From top to bottom."""
    turned: tuple[Glyph, ...]
    """Characters of lines that run from top to bottom."""
    rules: tuple[Rule, ...]
    uprights: tuple[Upright, ...]

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height
