"""The reference document: page, footers, styles and settings of GB/T 9704-2012 that pandoc gives to every DOCX."""

import io
from pathlib import Path

import docx
from lxml import etree

from gongshi.project import Fonts
from gongshi.render.docx_elements import page_number
from gongshi.render.docx_measures import GRID, MARGINS, PAGE
from gongshi.render.docx_package import read_parts, write_parts
from gongshi.render.docx_styles import styles
from gongshi.render.ooxml import Element, element, markup, serialise

__all__ = ["build_reference"]

_OTHER_NAMES = {
    "title": "FZXiaoBiaoSong-B05S",
    "body": "仿宋",
    "kai": "楷体",
    "hei": "SimHei",
    "song": "SimSun",
}
"""Under which name a machine may hold the official font, or the one nearest to it."""

_SETTINGS = """<w:zoom w:percent="100"/><w:hideSpellingErrors/><w:hideGrammaticalErrors/><w:defaultTabStop w:val="420"/>
<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/>
<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>
<w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
 w:val="15"/></w:compat><w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>
<w:listSeparator w:val=","/>"""


def build_reference(fonts: Fonts, out: Path) -> None:
    """Write the reference document; equal fonts give equal bytes.

    Args:
        fonts: The five roles of type; the DOCX names their official families and embeds none.
        out: Where the document goes; its folder exists.
    """
    # python-docx's own template brings the parts that pandoc asks for; what they hold is replaced.
    document = docx.Document()
    section = document.sections[0]
    for footer, style in ((section.footer, "PageNumberRight"), (section.even_page_footer, "PageNumberLeft")):
        footer.is_linked_to_previous = False
        _fill(footer.part.element, [page_number(style)])
    last = document.element.body.sectPr
    footers = [node for node in last if node.tag.endswith("footerReference")]
    page = [element("pgSz", **PAGE), element("pgMar", **MARGINS), element("docGrid", **GRID)]
    _fill(last, [*footers, *page])
    _fill(document.styles.element, styles(fonts))
    _fill(document.settings.element, markup(_SETTINGS))
    saved = io.BytesIO()
    document.save(saved)
    parts = read_parts(saved)
    parts["word/fontTable.xml"] = serialise(_font_table(fonts))
    write_parts(parts, out)


def _font_table(fonts: Fonts) -> Element:
    rows = (
        element(
            "font", element("altName", val=_OTHER_NAMES[role.name]), element("charset", val="86"), name=role.official
        )
        for role in fonts.roles
    )
    return element("fonts", *rows)


def _fill(node: Element, children: list[Element]) -> None:
    """Put children in the place of everything the template had, its traces of other machines included."""
    for child in list(node):
        node.remove(child)
    node.attrib.clear()
    node.extend(children)
    etree.cleanup_namespaces(node)
