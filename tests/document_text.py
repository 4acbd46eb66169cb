"""Text read back from finished documents, without what differs by nature between DOCX and PDF."""

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pymupdf
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MM = 72 / 25.4
TOP, BOTTOM = 37 * MM, 262 * MM
"""The type area; marks stand above it and page numbers below."""


def docx_text(file: Path) -> str:
    """All text of the document part, in order, without white space."""
    with zipfile.ZipFile(file) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return squeezed("".join(text.text or "" for text in root.iter(f"{W}t")))


def table_heads(file: Path) -> list[str]:
    """Text of each table's head row in a DOCX, without white space."""
    with zipfile.ZipFile(file) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    rows = [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    return [squeezed("".join(text.text or "" for text in row.iter(f"{W}t"))) for row in rows]


def pdf_text(file: Path, heads: Sequence[str] = ()) -> str:
    """All text inside the type area, in the order of the file, without white space.

    A page that begins with one of the table heads goes on with a table of the page before: the head is left out.
    """
    pieces: list[str] = []
    with pymupdf.open(file) as document:  # type: ignore[no-untyped-call] # pymupdf ships no types
        for page in document:
            lines = [
                squeezed("".join(span["text"] for span in line["spans"]))
                for block in page.get_text("dict", sort=False)["blocks"]
                for line in block.get("lines", ())
                if TOP - 1 <= (line["bbox"][1] + line["bbox"][3]) / 2 <= BOTTOM + 1
            ]
            text = "".join(lines)
            repeated = next((head for head in heads if text.startswith(head)), "")
            pieces.append(text.removeprefix(repeated))
    return "".join(pieces)


def squeezed(text: str) -> str:
    """Text without white space of any kind."""
    return re.sub(r"\s+", "", text)
