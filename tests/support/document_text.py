"""Text read back from finished documents, without what differs by nature between DOCX and PDF."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_text(file: Path) -> str:
    """All text of the document part, in order, without white space."""
    with zipfile.ZipFile(file) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return squeezed("".join(text.text or "" for text in root.iter(f"{W}t")))


def pdf_text(file: Path) -> str:
    """All text of a tagged PDF in the order of its tags, as a screen reader has it, without white space.

    Page numbers, marks and repeated table heads are artifacts, so they have no tag.
    """
    data = file.read_bytes()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    pages = [pdfium.FPDF_LoadPage(document, at) for at in range(pdfium.FPDF_GetPageCount(document))]
    # PDFium gives a rare hanzi as its two halves.
    halves = "".join(_page_text(page) for page in pages)
    text = squeezed(halves.encode("utf-16", "surrogatepass").decode("utf-16"))
    for page in pages:
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return text


def _page_text(page: Any) -> str:
    reader = pdfium.FPDFText_LoadPage(page)
    pieces: dict[int, str] = {}
    for at in range(pdfium.FPDFText_CountChars(reader)):
        item = pdfium.FPDFText_GetTextObject(reader, at)
        identity = pdfium.FPDFPageObj_GetMarkedContentID(item) if item else -1
        pieces[identity] = pieces.get(identity, "") + chr(pdfium.FPDFText_GetUnicode(reader, at))
    pdfium.FPDFText_ClosePage(reader)
    pieces.pop(-1, None)
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    tops = [
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    text = "".join(pieces.get(identity, "") for top in tops for identity in _content(top))
    pdfium.FPDF_StructTree_Close(tree)
    return text


def _content(tag: Any) -> Iterator[int]:
    """Ids of the marked content below a tag, in the order of the document."""
    for at in range(pdfium.FPDF_StructElement_CountChildren(tag)):
        inner = pdfium.FPDF_StructElement_GetChildAtIndex(tag, at)
        if inner:
            yield from _content(inner)
        else:
            yield pdfium.FPDF_StructElement_GetChildMarkedContentID(tag, at)


def squeezed(text: str) -> str:
    """Text without white space of any kind."""
    return re.sub(r"\s+", "", text)
