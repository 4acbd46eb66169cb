"""Styles of the DOCX: one row per kind of paragraph, with its clause of GB/T 9704-2012."""

from dataclasses import dataclass

from gongshi.project import Fonts
from gongshi.render.docx_measures import (
    CHARACTER,
    FOOTER_LINE,
    IMPRINT_LINE,
    LETTER_OVERHANG,
    LETTER_RULE,
    LETTER_RULE_ABOVE,
    LETTER_WEIGHT,
    MARK_LINE,
    NUMBER_ABOVE,
    NUMBER_LINE,
    NUMBER_SPACE,
    OUTER_CHARACTER,
    OVERHANG,
    PITCH,
    TABLE_LINES,
    TIGHTEN,
)
from gongshi.render.ooxml import Element, element, markup, qualified
from gongshi.render.text import LEVEL_ROLES


@dataclass(frozen=True)
class _Style:
    """One paragraph style; what it does not set it inherits from `base`."""

    id: str
    name: str
    base: str = "Normal"
    role: str = ""
    """Which of the five roles of type it takes."""
    points: int = 16
    layout: str = ""
    """Paragraph properties as markup, in the order of the schema."""
    colour: str = ""
    follower: str = ""
    """Style that Word gives to the paragraph typed after one in this style."""


_CENTRE = '<w:jc w:val="center"/>'
_LEFT = '<w:jc w:val="left"/>'
_RIGHT = '<w:jc w:val="right"/>'
_FREE = '<w:snapToGrid w:val="0"/>'
"""Not on the grid's lines."""


def _exact(line: int, before: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def _heading(level: int, role: str) -> _Style:
    layout = f'<w:keepNext/>{_LEFT}<w:outlineLvl w:val="{level - 1}"/>'
    return _Style(f"Heading{level}", f"heading {level}", "BodyText", role, 16, layout, "", "BodyText")


# overflowPunct: Word keeps punctuation inside the margin at 0; LibreOffice 7.4 reads it the other way round.
_NORMAL = (
    '<w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>'
    f'<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/>{_exact(PITCH)}<w:jc w:val="both"/>'
)
# Word reads the characters of an indent, LibreOffice the twips.
_FULL_LINE = f'<w:ind w:right="-{OVERHANG}"/>'
_TWO_CHARACTERS = f'<w:ind w:right="-{OVERHANG}" w:firstLine="{2 * CHARACTER}" w:firstLineChars="200"/>'
_RED_RULE = (
    f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="{NUMBER_SPACE}" w:color="FF0000"/></w:pBdr>'
    f"{_FREE}{_exact(NUMBER_LINE, before=NUMBER_ABOVE)}{_CENTRE}"
)


def _double_rule(kind: str, before: int = 0) -> str:
    """A line of no text whose lower border is the double red rule of a letter, 170 mm long (10.1)."""
    border = f'<w:pBdr><w:bottom w:val="{kind}" w:sz="{LETTER_WEIGHT}" w:space="0" w:color="FF0000"/></w:pBdr>'
    return (
        f'{border}{_FREE}{_exact(LETTER_RULE, before)}<w:ind w:left="-{LETTER_OVERHANG}" w:right="-{LETTER_OVERHANG}"/>'
    )


_COVER_FIELD = f'{_exact(PITCH, after=PITCH // 2)}<w:ind w:left="{2 * CHARACTER}"/>{_LEFT}'
_TOGETHER = "<w:keepNext/><w:keepLines/>"

_ROWS = (
    _Style("Normal", "Normal", "", "body", 16, _NORMAL),
    # The text: paragraphs, and headings in 黑 楷 仿宋 仿宋, black and not bold (7.3.3).
    _Style("BodyText", "Body Text", layout=_TWO_CHARACTERS),
    *(_heading(level, role) for level, role in LEVEL_ROLES.items()),
    # 版头, clause 7.2.
    _Style("Mast", "版头", layout=_LEFT),
    _Style("CopyNumber", "份号", "Mast"),
    _Style("Secrecy", "密级和保密期限", "Mast", "hei"),
    _Style("Urgency", "紧急程度", "Mast", "hei"),
    _Style("OrganMark", "发文机关标志", "Normal", "title", 42, f"{_FREE}{_LEFT}", "FF0000"),
    _Style("DocumentNumber", "发文字号", layout=_RED_RULE),
    _Style("Signers", "签发人", layout=f"{_FREE}{_LEFT}"),
    _Style("OrderNumber", "令号", layout=f"{_FREE}{_exact(NUMBER_LINE, NUMBER_ABOVE, 2 * PITCH)}{_CENTRE}"),
    _Style("LetterHeadRule", "信函首线", "Anchor", layout=_double_rule("thickThinMediumGap", LETTER_RULE_ABOVE)),
    _Style("LetterFootRule", "信函尾线", "Anchor", layout=_double_rule("thinThickMediumGap")),
    # 主体, clause 7.3.
    _Style("NoticeTitle", "公文标题", "Normal", "title", 22, f"{_TOGETHER}{_FREE}{_CENTRE}"),
    _Style("Addressees", "主送机关", layout=f"{_FULL_LINE}{_LEFT}"),
    _Style("AttachmentNote", "附件说明", layout=_FULL_LINE),
    _Style("Signature", "署名", layout=f"{_TOGETHER}{_LEFT}"),
    _Style("IssueDate", "成文日期", layout=f'<w:ind w:right="{4 * CHARACTER}"/>{_RIGHT}'),
    _Style("Annotation", "附注", layout=_TWO_CHARACTERS),
    _Style("Attendance", "出席人员",
         layout=f'<w:ind w:left="{5 * CHARACTER}" w:right="-{OVERHANG}" w:hanging="{3 * CHARACTER}"/>'),
    _Style("AttachmentLabel", "附件标识", "Normal", "hei", 16, f"<w:keepNext/><w:pageBreakBefore/>{_LEFT}"),
    _Style("AttachmentTitle", "附件标题", "NoticeTitle"),
    _Style("EnclosureTitle", "印发文件标题", "NoticeTitle", layout="<w:pageBreakBefore/>"),
    _Style("CoverCaption", "封面说明", layout=_CENTRE),
    _Style("CoverTitle", "封面标题", "NoticeTitle"),
    _Style("CoverField", "封面栏目", layout=_COVER_FIELD),
    _Style("TableText", "表格文字", "Normal", "body", 14, f"{_FREE}{_exact(TABLE_LINES[14])}{_LEFT}"),
    _Style("TableTextHead", "表头", "TableText", "hei", 14, _CENTRE),
    _Style("TableSmallText", "表格小字", "TableText", "body", 12, _exact(TABLE_LINES[12])),
    _Style("TableSmallTextHead", "表头小字", "TableSmallText", "hei", 12, _CENTRE),
    # 版记, page number (clauses 7.4 and 7.5), 样例 and 草稿.
    _Style("Imprint", "版记", "Normal", "body", 14, f"{_FREE}{_exact(IMPRINT_LINE)}{_LEFT}"),
    _Style("Anchor", "锚点", "Normal", "body", 1, f"{_FREE}{_exact(20)}{_LEFT}"),
    _Style("PortraitEnd", "竖排节尾", "Anchor"),
    _Style("LandscapeEnd", "横排节尾", "Anchor"),
    _Style("PageNumberRight", "单页页码", "Normal", "song", 14, f"{_FREE}{_exact(FOOTER_LINE)}"
         f'<w:ind w:right="{OUTER_CHARACTER}"/>{_RIGHT}'),
    _Style("PageNumberLeft", "双页页码", "Normal", "song", 14, f"{_FREE}{_exact(FOOTER_LINE)}"
         f'<w:ind w:left="{OUTER_CHARACTER}"/>{_LEFT}'),
    _Style("Mark", "样例标记", "Normal", "hei", 9, f"{_FREE}{_exact(MARK_LINE)}{_CENTRE}", "808080"),
)  # fmt: skip


def styles(fonts: Fonts) -> list[Element]:
    """All styles, with the official families of `fonts` in each attribute that names a font."""
    official = {role.name: role.official for role in fonts.roles}
    # Figures and Latin letters are English: as Chinese, LibreOffice would break a number at the end of a line.
    language = element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    defaults = element("rPrDefault", element("rPr", _fonts(official["body"]), *_size(16), language))
    return [
        element("docDefaults", defaults, element("pPrDefault")),
        *(_paragraph_style(row, official) for row in _ROWS),
        *_run_styles(official),
        *_other_styles(),
    ]


def _paragraph_style(row: _Style, official: dict[str, str]) -> Element:
    style = _style("paragraph", row.id, row.name, row.base)
    if row.follower:
        style.append(element("next", val=row.follower))
    style.append(element("qFormat"))
    style.append(element("pPr", *markup(row.layout)))
    if row.role:
        # Only the 16 pt of the text are set tighter; larger and smaller sizes keep their own advance.
        style.append(
            element(
                "rPr",
                _fonts(official[row.role]),
                element("color", val=row.colour) if row.colour else None,
                element("spacing", val=TIGHTEN if row.points == 16 else 0),  # noqa: PLR2004 - 3号, the body's size
                *_size(row.points),
            )
        )
    return style


def _run_styles(official: dict[str, str]) -> list[Element]:
    """Character styles: headings that run in to a paragraph look like those of their level; links look like text."""
    rows = [_style("character", "DefaultParagraphFont", "Default Paragraph Font")]
    leads = ((f"Level{level}RunIn", f"level{level} run-in", role) for level, role in LEVEL_ROLES.items())
    for identity, name, role in (*leads, ("Signer", "签发人姓名", "kai"), ("AttendanceLabel", "出席字样", "hei")):
        style = _style("character", identity, name, "DefaultParagraphFont")
        style.append(element("rPr", _fonts(official[role])))
        rows.append(style)
    rows.append(_style("character", "Hyperlink", "Hyperlink", "DefaultParagraphFont"))
    return rows


def _other_styles() -> list[Element]:
    """The default styles of tables and lists, by name only."""
    plain = _style("table", "TableNormal", "Normal Table")
    plain.append(element("tblPr", *markup('<w:tblInd w:w="0" w:type="dxa"/>')))
    return [plain, _style("table", "Table", "Table", "TableNormal"), _style("numbering", "NoList", "No List")]


_KNOWN = ("Normal", "Body Text", "heading", "Default", "Hyperlink", "No List")
"""How the names of Word's own styles begin; the others are ours."""
_DEFAULTS = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")


def _style(kind: str, identity: str, name: str, base: str = "") -> Element:
    style = element("style", element("name", val=name), type=kind, styleId=identity)
    if identity in _DEFAULTS:
        style.set(qualified("default"), "1")
    if not name.startswith(_KNOWN):
        style.set(qualified("customStyle"), "1")
    if base:
        style.append(element("basedOn", val=base))
    return style


def _fonts(family: str) -> Element:
    return element("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)


def _size(points: int) -> tuple[Element, Element]:
    return element("sz", val=2 * points), element("szCs", val=2 * points)
