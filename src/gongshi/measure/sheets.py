"""The text of each page of a PDF, for finding the page on which something stands."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from gongshi.measure.reading import LOCK, UnreadableError


def sheets_of(data: bytes) -> tuple[str, ...]:
    """The text of each page in the order in which it was set, white space and control characters taken out.

    Raises:
        UnreadableError: If it is no PDF or needs a password.
    """
    with LOCK:
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise UnreadableError
        try:
            return tuple(_sheet(document, at) for at in range(pdfium.FPDF_GetPageCount(document)))
        finally:
            pdfium.FPDF_CloseDocument(document)


def _sheet(document: Any, at: int) -> str:
    page = pdfium.FPDF_LoadPage(document, at)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        # PDFium counts in units of 16 bits and adds one for the end.
        room = 2 * pdfium.FPDFText_CountChars(text) + 1
        units = (ctypes.c_ushort * room)()
        written = pdfium.FPDFText_GetText(text, 0, room // 2, units)
        words = bytes(units)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    return "".join(char for char in words if char.isprintable() and not char.isspace())
