"""Sections of the DOCX: the marks above the text, and an even page of its own for the imprint."""

from collections.abc import Sequence
from copy import deepcopy

from gongshi.render.docx_measures import FOOTER_ROOM
from gongshi.render.docx_package import Package
from gongshi.render.ooxml import Element, R, element, paragraph, paragraphs, put_property, qualified, run

__all__ = ["add_marks", "give_imprint_even_page"]

_SIDES = ("default", "even")


def add_marks(package: Package, marks: Sequence[str]) -> None:
    """Put the marks into the headers of odd and even pages, outside the text; later sections inherit them."""
    if not marks:
        return
    section = _last_section(package)
    for at, side in enumerate(_SIDES):
        header = element("hdr", paragraph("Mark", run(" · ".join(marks))))
        section.insert(at, _reference("header", side, package.add("header", header)))


def give_imprint_even_page(package: Package) -> None:
    """Begin the next even page at the imprint; that page and a blank one before it have no number (7.5)."""
    section = _last_section(package)
    put_property(_end_of_text(package.document), deepcopy(section))
    for old in [node for node in section if node.tag.endswith("Reference")]:
        section.remove(old)
    for at, side in enumerate(_SIDES):
        # The line's height keeps LibreOffice from giving the footer's room to the text.
        room = element("spacing", before=0, after=0, line=FOOTER_ROOM, lineRule="exact")
        footer = element("ftr", paragraph("PageNumberRight", properties=[room]))
        section.insert(at, _reference("footer", side, package.add("footer", footer)))
    section.insert(len(_SIDES), element("type", val="evenPage"))


def _end_of_text(document: Element) -> Element:
    """The paragraph before the imprint; after a table a tiny one is added."""
    imprint = list(paragraphs(document, "Anchor"))[-2]
    last = imprint.getprevious()
    if last is None or last.tag != qualified("p"):
        last = paragraph("Anchor")
        imprint.addprevious(last)
    return last


def _last_section(package: Package) -> Element:
    """What the end of the document says of its last section."""
    return package.document[0][-1]


def _reference(kind: str, side: str, identity: str) -> Element:
    node = element(f"{kind}Reference", type=side)
    node.set(f"{{{R}}}id", identity)
    return node
