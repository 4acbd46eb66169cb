"""Opening a PDF and reading its pages with PDFium."""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from gongshi.errors import GongshiError
from gongshi.measure.binding import Binding, find_binding, moved
from gongshi.measure.ink import Box, InkColour, ink_of
from gongshi.measure.page import BLACK, MM, Colour, Face, Glyph, Ink, Line, Page
from gongshi.measure.vectors import rules_of

# PDFium serves one caller at a time, in the whole process.
LOCK = threading.Lock()
_SAME_LINE = 0.3
"""Millimetres up to which baselines count as one line."""
_LONGEST_NAME = 256
_OUTLINED = (1, 2, 5, 6)
"""Text render modes that draw the outline."""


class UnreadableError(GongshiError):
    """The file is no PDF or DOCX, or it is locked."""

    sentence = "文件不能读取：{0}。The file cannot be read."


@dataclass(frozen=True)
class OpenPdf:
    """A PDF while it is open; the pages are plain values and outlive it."""

    pages: tuple[Page, ...]
    keywords: str
    """Keywords of its metadata."""
    binding: Binding
    """Even pages of a mirrored document are moved to where odd ones stand, so that all are measured alike."""
    _handles: tuple[Any, ...]

    def ink(self, page: int, box: Box, colour: InkColour = "any") -> Ink | None:
        """The extent of the ink in a region of an upright page (from 1); None if there is none."""
        shift = self.binding.shift(self.pages[page - 1])
        left, top, right, bottom = box
        place = (left - shift, top, right - shift, bottom)
        found = ink_of(self._handles[page - 1], self.pages[page - 1].height, place, colour)
        return found and Ink(found.left + shift, found.top, found.right + shift, found.bottom)


@contextmanager
def open_pdf(data: bytes) -> Iterator[OpenPdf]:
    """Open a PDF for measuring.

    Raises:
        UnreadableError: If it is no PDF or needs a password.
    """
    with LOCK:
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise UnreadableError
        handles = tuple(pdfium.FPDF_LoadPage(document, at) for at in range(pdfium.FPDF_GetPageCount(document)))
        try:
            pages = tuple(_page(handle, number) for number, handle in enumerate(handles, start=1))
            keywords = _keywords(document)
            binding = find_binding(pages, keywords)
            pages = tuple(moved(page, binding.shift(page)) for page in pages)
            yield OpenPdf(pages, keywords, binding, handles)
        finally:
            for handle in handles:
                pdfium.FPDF_ClosePage(handle)
            pdfium.FPDF_CloseDocument(document)


def _keywords(document: Any) -> str:
    size = pdfium.FPDF_GetMetaText(document, b"Keywords", None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, b"Keywords", buffer, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _page(page: Any, number: int) -> Page:
    # Measured as it lies on the sheet, whatever rotation the file sets for viewers.
    rotation = pdfium.FPDFPage_GetRotation(page)
    pdfium.FPDFPage_SetRotation(page, 0)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        height = pdfium.FPDF_GetPageHeightF(page)
        glyphs = list(_glyphs(text, height))
        rules, uprights = rules_of(page, number, height)
        return Page(
            number=number,
            width=pdfium.FPDF_GetPageWidthF(page) * MM,
            height=height * MM,
            media=_media(page),
            rotation=90 * rotation,
            lines=tuple(_lines(number, [glyph for glyph in glyphs if not glyph.face.turned])),
            turned=tuple(glyph for glyph in glyphs if glyph.face.turned),
            rules=rules,
            uprights=uprights,
        )
    finally:
        pdfium.FPDFText_ClosePage(text)


def _media(page: Any) -> tuple[float, float]:
    """Width and height of the sheet in millimetres; those of the page if the file does not say."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPage_GetMediaBox(page, *edges):
        return pdfium.FPDF_GetPageWidthF(page) * MM, pdfium.FPDF_GetPageHeightF(page) * MM
    left, bottom, right, top = (edge.value for edge in edges)
    return abs(right - left) * MM, abs(top - bottom) * MM


def _lines(page: int, glyphs: list[Glyph]) -> Iterator[Line]:
    """Glyphs of one baseline together, from top to bottom, each from left to right."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if row and glyph.y - row[0].y > _SAME_LINE:
            yield _line(page, row)
            row = []
        row.append(glyph)
    if row:
        yield _line(page, row)


def _line(page: int, row: list[Glyph]) -> Line:
    return Line(page, tuple(sorted(row, key=lambda glyph: glyph.x)))


def _glyphs(text: Any, height: float) -> Iterator[Glyph]:
    """The characters of a page that leave ink."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    faces: dict[int, Face] = {}
    for at in range(pdfium.FPDFText_CountChars(text)):
        char = chr(pdfium.FPDFText_GetUnicode(text, at))
        item = pdfium.FPDFText_GetTextObject(text, at)
        if not item or char.isspace() or not char.isprintable():
            continue
        address = ctypes.addressof(item.contents)
        face = faces.get(address)
        if face is None:
            face = faces[address] = _face(text, at, item)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        yield Glyph(char, x.value * MM, (height - y.value) * MM, box.right * MM, face)


def _face(text: Any, at: int, item: Any) -> Face:
    matrix, size = pdfium.FS_MATRIX(), ctypes.c_float()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    pdfium.FPDFTextObj_GetFontSize(item, size)
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(item), name, _LONGEST_NAME)
    height = (matrix.c**2 + matrix.d**2) ** 0.5
    return Face(
        font=name.value.decode("utf-8", "replace").rsplit("+", 1)[-1],
        size=size.value * height,
        colour=_colour(text, at),
        stroked=pdfium.FPDFTextObj_GetTextRenderMode(item) in _OUTLINED,
        turned=abs(matrix.b) > abs(matrix.a),
        slant=matrix.b / matrix.a if abs(matrix.a) > abs(matrix.b) else 0.0,
    )


def _colour(text: Any, at: int) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFText_GetFillColor(text, at, *parts):
        return BLACK
    return (parts[0].value, parts[1].value, parts[2].value)
