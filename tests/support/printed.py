"""A PDF opened for measuring: lengths in millimetres from the sheet's upper left corner."""

import atexit
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pylopdf_fonts_zh_cn
import pymupdf

from gongshi.documents.notice import Notice
from gongshi.project import Fonts
from gongshi.render.fonts import find_fonts
from gongshi.render.parsed import ParsedNotice
from gongshi.render.pdf import write_pdf
from gongshi.render.tools import RenderTools, open_tools

REPOSITORY = Path(__file__).resolve().parents[2]
TEMPLATES = REPOSITORY / "templates"
PIP_FONTS = Path(pylopdf_fonts_zh_cn.__file__).parent
FONT_FOLDERS = (REPOSITORY / ".fonts", PIP_FONTS)
_PYMUPDF: Any = pymupdf  # its types are too incomplete to check against
MM = 25.4 / 72
PITCH, CELL = 225 / 22, 156 / 28
FIRST_BASELINE = 37 + (PITCH - 16 * MM) / 2 + 0.88 * 16 * MM


class Line(NamedTuple):
    """A line of type: its text, the lower edge of its letters, its ends, its size in points and its fonts."""

    text: str
    y: float
    x0: float
    x1: float
    size: float
    fonts: frozenset[str]


@dataclass(frozen=True)
class Printed:
    """A PDF opened for measuring."""

    data: bytes
    imprint_page: str
    document: Any

    def lines(self, page: int) -> list[Line]:
        """Lines of a page (from 1) from top to bottom; only what stands in the type area, unless it is asked for."""
        return [line for line in self.all_lines(page) if 37 < line.y < 262]

    def all_lines(self, page: int) -> list[Line]:
        """As `lines`, with page number and mark."""
        rows: dict[float, list[tuple[float, float, str, float, str]]] = {}
        for block in self.document[page - 1].get_text("rawdict")["blocks"]:
            for span in (span for line in block.get("lines", ()) for span in line["spans"]):
                for char in (char for char in span["chars"] if not char["c"].isspace()):
                    row = rows.setdefault(round(char["origin"][1] * MM, 1), [])
                    row.append((char["origin"][0], char["bbox"][2], char["c"], span["size"], span["font"]))
        return [_line(y, sorted(row)) for y, row in sorted(rows.items())]

    def find(self, text: str) -> tuple[int, Line]:
        """The first line that holds a text, and its page."""
        return next((page, line) for page in self.numbers() for line in self.all_lines(page) if text in line.text)

    def numbers(self) -> range:
        """Page numbers."""
        return range(1, len(self.document) + 1)

    def rules(self, page: int) -> list[tuple[float, float, float, float]]:
        """Rules of a page: middle, left, right, thickness."""
        found = []
        for drawing in self.document[page - 1].get_drawings():
            box = drawing["rect"] * MM
            weight = (drawing["width"] or 0) * MM or box.height
            if box.width > 100:
                found.append(((box.y0 + box.y1) / 2, box.x0, box.x1, weight))
        return sorted(found)

    def ink(self, page: int, left: float, top: float, right: float, bottom: float) -> tuple[float, float]:
        """Upper and lower edge of the ink in a rectangle."""
        clip = _PYMUPDF.Rect(left, top, right, bottom) / MM
        picture = self.document[page - 1].get_pixmap(dpi=300, clip=clip, colorspace=_PYMUPDF.csGRAY)
        rows = [picture.samples[y * picture.stride : (y + 1) * picture.stride] for y in range(picture.height)]
        dark = [y for y, row in enumerate(rows) if min(row) < 200]
        return top + dark[0] * 25.4 / 300, top + (dark[-1] + 1) * 25.4 / 300


def _line(y: float, row: list[tuple[float, float, str, float, str]]) -> Line:
    text = "".join(char[2] for char in row)
    return Line(text, y, row[0][0] * MM, row[-1][1] * MM, row[0][3], frozenset(char[4] for char in row))


def opened(data: bytes) -> Any:
    """The bytes as PyMuPDF's document."""
    return _PYMUPDF.open(stream=data)


@cache
def fonts() -> Fonts:
    """The fonts of the checkout and those that pip brings."""
    return find_fonts(TEMPLATES / "print/fonts.yaml", FONT_FOLDERS)


@cache
def tools() -> RenderTools:
    """Tools for all tests of a process; their one pandoc ends with it."""
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(open_tools(fonts(), [TEMPLATES], jobs=1))


def parsed(notice: Notice) -> ParsedNotice:
    """The notice with its bodies read; equal ones are read once."""
    return tools().parsed(notice)


@cache
def printed(notice: Notice) -> Printed:
    """The notice as PDF; equal notices are written once."""
    result = write_pdf(parsed(notice), fonts(), [TEMPLATES])
    return Printed(result.data, result.imprint_page, opened(result.data))
