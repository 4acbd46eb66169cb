"""信函格式 as WordprocessingML: the masthead between sheet edge and double rule, a second rule at the foot (10.1)."""

from gongshi.documents.notice import Head
from gongshi.render.docx_elements import page_number
from gongshi.render.docx_measures import (
    IMPRINT_LEFT,
    INK_DROP,
    LETTER_BELOW_RULE,
    LETTER_FOOTER,
    LETTER_TOP,
    MARGINS,
    PITCH,
    TEXT_WIDTH,
)
from gongshi.render.docx_package import Package
from gongshi.render.ooxml import Element, element, paragraph, qualified, reference, run, tab


def upper_left(it: Head) -> list[Element]:
    """份号, 密级和保密期限, 紧急程度, as far as there are any, from the left edge (7.2.1 to 7.2.3)."""
    lines = (("CopyNumber", it.copy_no), ("Secrecy", it.secrecy), ("Urgency", it.urgency))
    return [paragraph(style, run(text)) for style, text in lines if text]


def letter_head(it: Head, points: float) -> list[Element]:
    """The masthead, 4 mm below it a double rule, then copy number etc. at the left, the number at the right (10.1).

    The masthead is the lead organ's name alone, `points` in size, its ink 30 mm below the edge of the sheet.
    """
    name = it.organs[0]
    scale = min(100, int(100 * TEXT_WIDTH / 20 / (len(name) * points)))
    height = round(24 * points)
    frame = element(
        "framePr",
        w=TEXT_WIDTH,
        h=height,
        hRule="exact",
        hSpace=0,
        wrap="notBeside",
        vAnchor="page",
        hAnchor="page",
        x=IMPRINT_LEFT,
        y=round(LETTER_TOP - INK_DROP * points * 20),
    )
    line = element("spacing", before=0, after=0, line=height, lineRule="exact")
    sizes = [element("w", val=scale), element("sz", val=round(2 * points)), element("szCs", val=round(2 * points))]
    masthead = paragraph(
        "OrganMark", run(name, element("spacing", val=0), *sizes), properties=[frame, line, element("jc", val="center")]
    )
    first, *others = upper_left(it) or [paragraph("Mast")]
    first.extend([tab(), run(it.document_no)])
    layout = first[0]
    layout.append(element("tabs", element("tab", val="right", pos=TEXT_WIDTH)))
    layout.append(element("spacing", before=LETTER_BELOW_RULE, after=0, line=PITCH, lineRule="exact"))
    return [masthead, paragraph("LetterHeadRule"), first, *others]


def number_letter_pages(package: Package) -> None:
    """Put the second double rule in the footer of page 1 and page numbers in the footers of the other pages (10.1)."""
    section = package.document[0][-1]
    for old in section.findall(qualified("footerReference")):
        section.remove(old)
    margins = section.find(qualified("pgMar"))
    if margins is not None:
        margins.set(qualified("footer"), str(LETTER_FOOTER))
    # The footer reaches further down than elsewhere; this keeps the number where it is there.
    below = int(MARGINS["footer"]) - LETTER_FOOTER
    footers = {
        "default": _footer("PageNumberRight", below),
        "even": _footer("PageNumberLeft", below),
        "first": [paragraph("LetterFootRule")],
    }
    for at, (side, content) in enumerate(footers.items()):
        section.insert(at, reference("footer", side, package.add("footer", element("ftr", *content))))
    grid = section.find(qualified("docGrid"))
    if grid is not None:
        grid.addprevious(element("titlePg"))


def _footer(style: str, below: int) -> list[Element]:
    room = element("spacing", before=0, after=0, line=below, lineRule="exact")
    return [page_number(style), paragraph(style, properties=[room])]
