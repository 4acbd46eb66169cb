"""Sections of the DOCX: 样例 and 草稿 above the text, turned pages, and a page of its own for the imprint."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Literal

from gongshi.render.docx_elements import page_number
from gongshi.render.docx_measures import (
    FOOTER_LINE,
    IMPRINT_LEFT,
    MARGINS,
    MIRRORED_SHIFT,
    MIRRORED_TURNED_MARGINS,
    TURNED_GRID,
    TURNED_MARGINS,
    TURNED_NUMBER,
    TURNED_NUMBER_LEFT,
    TURNED_NUMBER_LENGTH,
    TURNED_PAGE,
)
from gongshi.render.docx_package import Package
from gongshi.render.ooxml import (
    Element,
    element,
    markup,
    paragraph,
    paragraphs,
    put_property,
    qualified,
    reference,
    run,
    style_of,
)

_SIDES = ("default", "even")


def add_watermarks(package: Package, watermarks: Sequence[str]) -> None:
    """Put 样例 and 草稿 into the headers of all pages, outside the text; later sections inherit them."""
    if not watermarks:
        return
    section = _last_section(package)
    first = () if section.find(qualified("titlePg")) is None else ("first",)
    for at, side in enumerate((*_SIDES, *first)):
        header = element("hdr", paragraph("Mark", run(" · ".join(watermarks))))
        section.insert(at, reference("header", side, package.add("header", header)))


def mirror_margins(package: Package, *, letter: bool) -> None:
    """Give even pages the margin for binding at their right (5.2.1).

    The imprint stands on an even page; that of a letter on any: midway between its two positions, 1 mm from either.
    """
    package.set_up("mirrorMargins", after="zoom")
    shift = MIRRORED_SHIFT // 2 if letter else MIRRORED_SHIFT
    for place in package.document.iter(qualified("tblpPr")):
        place.set(qualified("tblpX"), str(IMPRINT_LEFT - shift))


def turn_pages(package: Package, *, mirrored: bool = False) -> None:
    """Give what ends at each LandscapeEnd turned pages, and what ends at each PortraitEnd upright ones (clause 8)."""
    upright = _last_section(package)
    turned: Element | None = None
    for end in [node for node in package.document[0] if style_of(node) in ("PortraitEnd", "LandscapeEnd")]:
        turned = turned if turned is not None else _turned(package, mirrored=mirrored)
        section = deepcopy(turned if style_of(end) == "LandscapeEnd" else upright)
        if mirrored and style_of(end) == "LandscapeEnd":
            _narrow(end)
        before, after = end.getprevious(), end.getnext()
        if after is upright:
            package.document[0].replace(upright, section)
            package.document[0].remove(end)
            continue
        if after is not None and style_of(after) in _PAGE_BEGINS:
            put_property(after, element("pageBreakBefore", val=0))
        if before is not None and before.tag == qualified("p") and not list(before.iter(qualified("sectPr"))):
            # The text may fill its page: one more paragraph would begin another page.
            put_property(before, section)
            package.document[0].remove(end)
        else:
            put_property(end, section)


def _narrow(end: Element) -> None:
    """Keep the paragraphs of a section of turned pages off the right margin, which is too narrow for them."""
    for node in end.itersiblings(preceding=True):
        if style_of(node) == "PortraitEnd" or list(node.iter(qualified("sectPr"))):
            return
        if node.tag == qualified("p"):
            layout = node[0].find(qualified("ind"))
            indent = element("ind") if layout is None else layout
            indent.set(qualified("right"), str(MIRRORED_SHIFT))
            put_property(node, indent)


_PAGE_BEGINS = ("AttachmentLabel", "EnclosureTitle")


def _turned(package: Package, *, mirrored: bool) -> Element:
    """A section of turned pages, the number of each where it would be on an upright one."""
    tops = TURNED_NUMBER | ({"even": TURNED_NUMBER["even"] - MIRRORED_SHIFT} if mirrored else {})
    footers = [
        reference("footer", side, package.add("footer", _turned_footer(tops[side], style)))
        for side, style in zip(_SIDES, ("PageNumberRight", "PageNumberLeft"), strict=True)
    ]
    margins = MIRRORED_TURNED_MARGINS if mirrored else TURNED_MARGINS
    page = [element("pgSz", **TURNED_PAGE), element("pgMar", **margins), element("docGrid", **TURNED_GRID)]
    return element("sectPr", *footers, *page)


def _turned_footer(top: int, style: str) -> Element:
    number = page_number(style)
    number[0].append(element("ind", left=0, right=0))
    cell = element(
        "tc",
        element("tcPr", element("tcW", w=FOOTER_LINE, type="dxa"), element("textDirection", val="tbRl")),
        number,
    )
    room = element("trPr", element("trHeight", val=TURNED_NUMBER_LENGTH, hRule="exact"))
    place = f'w:tblpX="{TURNED_NUMBER_LEFT}" w:tblpY="{top}"'
    layout = markup(
        f'<w:tblPr><w:tblpPr w:vertAnchor="page" w:horzAnchor="page" {place}/>'
        f'<w:tblW w:w="{FOOTER_LINE}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{FOOTER_LINE}"/></w:tblGrid>'
    )
    return element("ftr", element("tbl", *layout, element("tr", room, cell)), paragraph(style))


def give_imprint_page(package: Package, begin: Literal["evenPage", "nextPage"]) -> None:
    """Begin a page at the imprint; that page and a blank one before it have no number (7.5)."""
    section = _last_section(package)
    end = _end_of_text(package.document)
    if not list(end.iter(qualified("sectPr"))):
        put_property(end, deepcopy(section))
    for old in [node for node in section if node.tag.endswith(("Reference", "titlePg"))]:
        section.remove(old)
    margins = section.find(qualified("pgMar"))
    footer_place = MARGINS["footer"] if margins is None else margins.get(qualified("footer"), "0")
    for at, side in enumerate(_SIDES):
        # The line's height keeps LibreOffice from giving the footer's room to the text.
        height = int(MARGINS["bottom"]) - int(footer_place)
        room = element("spacing", before=0, after=0, line=height, lineRule="exact")
        footer = element("ftr", paragraph("PageNumberRight", properties=[room]))
        section.insert(at, reference("footer", side, package.add("footer", footer)))
    section.insert(len(_SIDES), element("type", val=begin))


def confine_first_page(document: Element) -> None:
    """Only the first section has a first page of its own."""
    for section in list(document.iter(qualified("sectPr")))[1:]:
        for node in section.findall(qualified("titlePg")):
            section.remove(node)


def _end_of_text(document: Element) -> Element:
    """The paragraph before the imprint; after a table a tiny one is added."""
    imprint = list(paragraphs(document, "Anchor"))[-2]
    last = imprint.getprevious()
    if last is None or last.tag != qualified("p"):
        last = paragraph("Anchor")
        imprint.addprevious(last)
    return last


def _last_section(package: Package) -> Element:
    """The properties of the last section, at the end of the document."""
    return package.document[0][-1]
