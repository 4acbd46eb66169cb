"""Parts of a notice around its text (title, addressees, 附件说明, 版记 …) as WordprocessingML (7.3 and 7.4)."""

from collections.abc import Sequence

from gongshi.documents.notice import Attendance, Cover, Imprint
from gongshi.render.docx_measures import (
    CHARACTER,
    IMPRINT_LEFT,
    OUTER_CHARACTER,
    PITCH,
    TEXT_WIDTH,
    width_of,
)
from gongshi.render.ooxml import Element, element, line_break, markup, paragraph, run, tab


def title(lines: Sequence[str], style: str, above: int = 0, below: int = 1) -> Element:
    """A title of one or more lines (7.3.1).

    Args:
        lines: Its lines, broken where the sense allows.
        style: Id of its paragraph style.
        above: Blank lines above it.
        below: Blank lines below it.
    """
    content = [piece for line in lines for piece in (line_break(), run(line))]
    return paragraph(style, *content[1:], properties=blank(above, below))


def addressees(names: str) -> Element:
    """主送机关, from the left edge (7.3.2)."""
    return paragraph("Addressees", run(f"{names}："))


def attachment_note(titles: Sequence[str]) -> list[Element]:
    """附件说明, one line below the text; further lines hang under the first character of the name (7.3.4)."""
    lead = 2 * CHARACTER
    heading = 3 * CHARACTER
    number = round(1.5 * CHARACTER) if len(titles) > 1 else 0
    rows = []
    for at, name in enumerate(titles):
        first = at == 0
        text = f"{at + 1}．{name}" if number else name
        hanging = number + (heading if first else 0)
        indent = element("ind", left=lead + heading + number, hanging=hanging)
        layout = [*markup("<w:keepNext/><w:keepLines/>"), *blank(1 if first else 0), indent]
        rows.append(paragraph("AttachmentNote", run(f"附件：{text}" if first else text), properties=layout))
    return rows


def annotation(text: str) -> Element:
    """附注 in brackets, two characters in, on the line after the date (7.3.6)."""
    return paragraph("Annotation", run(f"（{text}）"))


def attendance(groups: Sequence[Attendance]) -> list[Element]:
    """出席, 请假 and 列席 of minutes, one line below the text; further lines hang under the first name (10.3)."""
    return [
        paragraph(
            "Attendance",
            run(f"{group.label}：", style="AttendanceLabel"),
            run(group.names),
            properties=blank(0 if at else 1),
        )
        for at, group in enumerate(groups)
    ]


def label(text: str) -> Element:
    """附件, 附件1 …, on line 1 of a new page (7.3.7)."""
    return paragraph("AttachmentLabel", run(text))


def cover(it: Cover, lines: Sequence[str]) -> list[Element]:
    """A cover to fill in: caption, title, and each field with a line to write on."""
    inset = 2 * CHARACTER
    start = inset + max(width_of(f"{name}：") for name in it.fields) + CHARACTER // 2
    rows = []
    for name in it.fields:
        stops = element(
            "tabs", element("tab", val="left", pos=start), element("tab", val="right", pos=TEXT_WIDTH - inset)
        )
        line = element("r", element("rPr", element("u", val="single")), element("tab"))
        rows.append(paragraph("CoverField", run(f"{name}："), tab(), line, properties=[stops]))
    caption = paragraph("CoverCaption", run("（封面格式）"))
    return [caption, title(lines, "CoverTitle", 3, 5), *rows]


def page_number(style: str) -> Element:
    """The page number between dashes (7.5)."""
    field = markup(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return paragraph(style, run("— "), *field, run(" —"))


def imprint(it: Imprint, *, letter: bool = False) -> list[Element]:
    """版记: a floating table whose last rule is the lower edge of the text area (7.4).

    That of a letter has no rules and names no printing office (10.1). The paragraph after the table anchors it; it
    must carry no section, else LibreOffice leaves the table in the text.
    """
    hang = 4 * OUTER_CHARACTER
    receivers = [("主送", it.sent_to), ("抄送", "，".join(it.copied_to))]
    lines = [
        paragraph(
            "Imprint",
            run(f"{label}：{names}。"),
            properties=[element("ind", left=hang, right=OUTER_CHARACTER, hanging=hang - OUTER_CHARACTER)],
        )
        for label, names in receivers
        if names
    ]
    rows = [lines] if lines else []
    if letter:
        return _floating(_IMPRINT.replace("single", "nil"), rows) if rows else []
    edge = markup(f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH - OUTER_CHARACTER}"/></w:tabs>')
    inset = element("ind", left=OUTER_CHARACTER)
    printed = [run(it.office), tab(), run(f"{it.printed_on}印发")]
    rows.append([paragraph("Imprint", *printed, properties=[*edge, inset])])
    return _floating(_IMPRINT, rows)


def _floating(layout: str, rows: Sequence[Sequence[Element]]) -> list[Element]:
    table = element("tbl", *markup(layout), *(_imprint_row(row) for row in rows))
    return [paragraph("Anchor"), table, paragraph("Anchor")]


_IMPRINT = f"""<w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" w:bottomFromText="0"
 w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{IMPRINT_LEFT}" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>
<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>
<w:insideH w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tblBorders><w:tblLayout w:type="fixed"/>
<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{TEXT_WIDTH}"/></w:tblGrid>"""
"""Rules of 0.35 mm outside and 0.25 mm between (7.4.1)."""


def _imprint_row(lines: Sequence[Element]) -> Element:
    cell = element("tc", element("tcPr", element("tcW", w=TEXT_WIDTH, type="dxa")), *lines)
    return element("tr", element("trPr", element("cantSplit")), cell)


def blank(above: int, below: int = 0) -> list[Element]:
    """Paragraph properties that leave `above` and `below` blank lines around a paragraph."""
    return [element("spacing", before=above * PITCH, after=below * PITCH, line=PITCH, lineRule="exact")]
