"""Where ink lies: a region drawn at 300 dpi, because the boxes of fonts do not say where their letters are black."""

import ctypes
from typing import Any, Literal

import pypdfium2.raw as pdfium

from gongshi.measure.page import Ink

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in millimetres."""
InkColour = Literal["any", "red"]
_DOT = 25.4 / 300
_DARK = bytes(1 if value < 150 else 0 for value in range(256))  # noqa: PLR2004 - half of the light
_LIGHT = bytes(1 - value for value in _DARK)


def ink_of(page: Any, height: float, box: Box, colour: InkColour) -> Ink | None:
    """The extent of the ink in a region of an open page; None if there is none.

    Args:
        page: PDFium's handle of the page.
        height: Height of the page in millimetres.
        box: The region.
        colour: Any ink, or red ink alone.
    """
    left, top, right, bottom = (round(edge / _DOT) for edge in box)
    rows = _rows(page, (left, top, right - left, bottom - top), round(height / _DOT))
    masks = [_mask(row, colour) for row in rows]
    inked = [at for at, mask in enumerate(masks) if mask]
    if not inked:
        return None
    union = 0
    for mask in masks:
        union |= mask
    dots = union.to_bytes(right - left, "big")
    return Ink(
        left=(left + dots.index(1)) * _DOT,
        top=(top + inked[0]) * _DOT,
        right=(left + dots.rindex(1) + 1) * _DOT,
        bottom=(top + inked[-1] + 1) * _DOT,
    )


def _mask(row: bytes, colour: InkColour) -> int:
    """A row of dots as one integer with a byte for each dot: 1 where there is ink.

    In `row` a dot has four bytes: blue, green, red and one that is not used.
    """
    dark = int.from_bytes(row[1::4].translate(_DARK), "big")
    if colour == "any" or not dark:
        return dark
    return dark & int.from_bytes(row[2::4].translate(_LIGHT), "big")


def _rows(page: Any, area: tuple[int, int, int, int], height: int) -> list[bytes]:
    """The region's rows of dots, white where nothing is printed."""
    x, y, columns, lines = area
    bitmap = pdfium.FPDFBitmap_Create(columns, lines, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, lines, 0xFFFFFFFF)
        width = round(pdfium.FPDF_GetPageWidthF(page) / pdfium.FPDF_GetPageHeightF(page) * height)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, -x, -y, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * lines)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return [dots[at * stride : at * stride + 4 * columns] for at in range(lines)]
