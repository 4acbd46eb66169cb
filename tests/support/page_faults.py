"""Deliberate faults in a finished PDF: objects of a page moved, recoloured, thickened or taken away."""

import ctypes
import math
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

from gongshi.measure.page import MM

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in millimetres from the upper left corner."""
Change = Callable[[Any, Any], None]
"""What to do with an object of a page; the page comes first."""

EVERYTHING = (0.0, 0.0, 400.0, 400.0)


def changed(data: bytes, pages: tuple[int, ...], box: Box, change: Change, kind: str = "any") -> bytes:
    """The PDF with every object of one kind (text, path, any) whose middle lies in a box changed.

    Args:
        data: The PDF.
        pages: Pages from 1.
        box: Where the objects lie.
        change: What to do with each.
        kind: Which objects.
    """
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    count = 0
    for number in pages:
        page = pdfium.FPDF_LoadPage(document, number - 1)
        height = pdfium.FPDF_GetPageHeightF(page)
        for item in [pdfium.FPDFPage_GetObject(page, at) for at in range(pdfium.FPDFPage_CountObjects(page))]:
            _keep_colour(item)
            if kind in ("any", _kind(item)) and _inside(item, height, box):
                change(page, item)
                count += 1
        assert pdfium.FPDFPage_GenerateContent(page)
        pdfium.FPDF_ClosePage(page)
    assert count, "nothing was there to be changed"
    saved = _saved(document)
    pdfium.FPDF_CloseDocument(document)
    return saved


def _keep_colour(item: Any) -> None:
    """Say the colour again: PDFium writes colours of a profile as black."""
    for get, put in (
        (pdfium.FPDFPageObj_GetFillColor, pdfium.FPDFPageObj_SetFillColor),
        (pdfium.FPDFPageObj_GetStrokeColor, pdfium.FPDFPageObj_SetStrokeColor),
    ):
        parts = [ctypes.c_uint() for _ in range(4)]
        if get(item, *parts):
            put(item, *(part.value for part in parts))


def _kind(item: Any) -> str:
    return {1: "text", 2: "path"}.get(pdfium.FPDFPageObj_GetType(item), "other")


def _inside(item: Any, height: float, box: Box) -> bool:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    x, y = (left + right) / 2 * MM, (height - (bottom + top) / 2) * MM
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _saved(document: Any) -> bytes:
    pieces: list[bytes] = []

    def write(_self: Any, data: Any, size: int) -> int:
        pieces.append(ctypes.string_at(data, size))
        return 1

    writer = pdfium.FPDF_FILEWRITE()
    writer.version = 1
    kept = type(writer.WriteBlock)(write)
    writer.WriteBlock = kept
    assert pdfium.FPDF_SaveAsCopy(document, ctypes.byref(writer), 0)
    return b"".join(pieces)


def nothing(_page: Any, _item: Any) -> None:
    """Leave it."""


def move(right: float = 0, down: float = 0) -> Change:
    """Move by millimetres."""

    def change(_page: Any, item: Any) -> None:
        pdfium.FPDFPageObj_Transform(item, 1, 0, 0, 1, right / MM, -down / MM)

    return change


def widen(factor: float, axis: float = 106) -> Change:
    """Stretch from left to right about an axis."""

    def change(_page: Any, item: Any) -> None:
        pdfium.FPDFPageObj_Transform(item, factor, 0, 0, 1, axis / MM * (1 - factor), 0)

    return change


def stroke(weight: float) -> Change:
    """Give a stroke a weight in millimetres."""

    def change(_page: Any, item: Any) -> None:
        pdfium.FPDFPageObj_SetStrokeWidth(item, weight / MM)

    return change


def slant(degrees: float, x: float, y: float) -> Change:
    """Turn about a point in millimetres; `y` from the upper edge of A4."""

    def change(_page: Any, item: Any) -> None:
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        left, low = x / MM, (297 - y) / MM
        shift = left - cos * left + sin * low, low - sin * left - cos * low
        pdfium.FPDFPageObj_Transform(item, cos, sin, -sin, cos, *shift)

    return change


def ink(red: int, green: int, blue: int) -> Change:
    """Give a stroke a colour."""

    def change(_page: Any, item: Any) -> None:
        pdfium.FPDFPageObj_SetStrokeColor(item, red, green, blue, 255)

    return change


def fill(red: int, green: int, blue: int) -> Change:
    """Give letters a colour."""

    def change(_page: Any, item: Any) -> None:
        pdfium.FPDFPageObj_SetFillColor(item, red, green, blue, 255)

    return change


def remove(page: Any, item: Any) -> None:
    """Take it away."""
    pdfium.FPDFPage_RemoveObject(page, item)


def embolden(_page: Any, item: Any) -> None:
    """Draw the outline of letters too."""
    pdfium.FPDFTextObj_SetTextRenderMode(item, 2)


def shrink(factor: float, x: float, y: float) -> Change:
    """Make smaller about a point in millimetres; `y` from the upper edge of A4."""

    def change(_page: Any, item: Any) -> None:
        left, low = x / MM, (297 - y) / MM
        pdfium.FPDFPageObj_Transform(item, factor, 0, 0, factor, left * (1 - factor), low * (1 - factor))

    return change


def squeeze(factor: float, top: float) -> Change:
    """Bring lines nearer to each other, the one at `top` staying where it is."""

    def change(_page: Any, item: Any) -> None:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(item, matrix)
        down = (297 / MM - matrix.f) - top / MM
        pdfium.FPDFPageObj_Transform(item, 1, 0, 0, 1, 0, down * (1 - factor))

    return change


def written(data: bytes, page: int, text: str, place: tuple[float, float]) -> bytes:
    """The PDF with a text of 14 pt more on a page, at a place in millimetres."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    handle = pdfium.FPDF_LoadPage(document, page - 1)
    item = pdfium.FPDFPageObj_NewTextObj(document, b"Times-Roman", 14)
    letters = (ctypes.c_ushort * (len(text) + 1))(*map(ord, text), 0)
    assert pdfium.FPDFText_SetText(item, letters)
    pdfium.FPDFPageObj_Transform(item, 1, 0, 0, 1, place[0] / MM, (297 - place[1]) / MM)
    pdfium.FPDFPage_InsertObject(handle, item)
    assert pdfium.FPDFPage_GenerateContent(handle)
    pdfium.FPDF_ClosePage(handle)
    saved = _saved(document)
    pdfium.FPDF_CloseDocument(document)
    return saved


def resized(data: bytes, width: float, height: float) -> bytes:
    """The PDF with its first page on another sheet, cut at the left upper corner."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    page = pdfium.FPDF_LoadPage(document, 0)
    top = 297 / MM
    pdfium.FPDFPage_SetMediaBox(page, 0, top - height / MM, width / MM, top)
    pdfium.FPDFPage_GenerateContent(page)
    pdfium.FPDF_ClosePage(page)
    saved = _saved(document)
    pdfium.FPDF_CloseDocument(document)
    return saved


def turned(data: bytes, page: int, quarters: int) -> bytes:
    """The PDF with a page that viewers turn by quarters."""

    def turn(handle: Any) -> None:
        pdfium.FPDFPage_SetRotation(handle, quarters)

    return _with_page(data, page, turn)


def on_larger_sheet(data: bytes, page: int) -> bytes:
    """The PDF with a page of A4 that is cut out of a sheet of 220 × 310 mm."""

    def enlarge(handle: Any) -> None:
        pdfium.FPDFPage_SetMediaBox(handle, 0, 0, 220 / MM, 310 / MM)
        pdfium.FPDFPage_SetCropBox(handle, 0, 0, 210 / MM, 297 / MM)

    return _with_page(data, page, enlarge)


def _with_page(data: bytes, page: int, change: Callable[[Any], None]) -> bytes:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    handle = pdfium.FPDF_LoadPage(document, page - 1)
    change(handle)
    pdfium.FPDF_ClosePage(handle)
    saved = _saved(document)
    pdfium.FPDF_CloseDocument(document)
    return saved
