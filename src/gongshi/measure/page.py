"""A PDF read back as values: glyphs, lines of type and rules, in millimetres from the sheet's upper left corner."""

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from gongshi.measure.ink import Ink, ink_of
from gongshi.measure.vectors import Rule, rules_of

__all__ = ["MM", "Glyph", "Line", "Page", "PdfFile", "Unreadable", "read_pdf"]

MM = 25.4 / 72
"""Millimetres in a point."""
_SAME_LINE = 0.35
"""Baselines so many millimetres apart are one line."""
_NAME_SIZE = 256
_STROKED = (1, 2, 5, 6)
"""Text render modes that draw the outline: letters made bold by the machine."""


class Unreadable(Exception):
    """A file that is not a PDF, or one that is locked."""


@dataclass(frozen=True, slots=True)
class Face:
    """What the letters of one text object have in common."""

    font: str
    """Name of the font without the tag of its subset."""
    size: float
    """Points."""
    colour: tuple[int, int, int]
    stroked: bool
    """Whether the outline is drawn too, which makes letters bold."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character where it stands."""

    char: str
    x: float
    y: float
    """Baseline."""
    face: Face


@dataclass(frozen=True)
class Line:
    """Characters on one baseline from left to right, white space left out."""

    glyphs: tuple[Glyph, ...]
    x1: float
    """Where the advance of the last character ends, without its tracking."""

    @cached_property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def x0(self) -> float:
        """Origin of its first character."""
        return self.glyphs[0].x

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

    @property
    def top(self) -> float:
        """Upper edge of the em box."""
        return self.y - 0.88 * self.size * MM

    @property
    def bottom(self) -> float:
        """Lower edge of the em box."""
        return self.y + 0.12 * self.size * MM


@dataclass(frozen=True)
class Page:
    """One page."""

    number: int
    """From 1."""
    width: float
    height: float
    rotation: int
    """Degrees."""
    lines: tuple[Line, ...]
    """From top to bottom."""
    rules: tuple[Rule, ...]
    inks: Mapping[str, Ink]
    """Extent of the ink in regions that were asked for, by name (see `regions`)."""


@dataclass(frozen=True)
class PdfFile:
    """A PDF."""

    pages: tuple[Page, ...]
    keywords: str
    """Keywords of its metadata."""
