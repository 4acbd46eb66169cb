"""The DOCX as a package of parts: the parts that every document has, those that one adds, and the zip file of all."""

import io
import re
import zipfile
from typing import Literal

from lxml import etree

from gongshi.project import Fonts
from gongshi.render.docx_elements import page_number
from gongshi.render.docx_measures import GRID, MARGINS, PAGE
from gongshi.render.docx_styles import styles
from gongshi.render.ooxml import Element, element, markup, qualified, reference, serialise

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can record; every part has it, so that equal documents give equal bytes."""
_OTHER_NAMES = {
    "title": "FZXiaoBiaoSong-B05S",
    "body": "仿宋",
    "kai": "楷体",
    "hei": "SimHei",
    "song": "SimSun",
}
"""Other names under which a machine may have an official font or the one nearest to it."""

_SETTINGS = """<w:zoom w:percent="100"/><w:hideSpellingErrors/><w:hideGrammaticalErrors/><w:defaultTabStop w:val="420"/>
<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/>
<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>
<w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
 w:val="15"/></w:compat><w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>
<w:listSeparator w:val=","/>"""


class Package:
    """A DOCX that is being written: elements and parts are added, then `file` gives its bytes."""

    def __init__(self, fonts: Fonts) -> None:
        self._parts: dict[str, Element] = {}
        """What the document refers to, by name in the folder word."""
        self._relations: list[Element] = []
        self._settings = element("settings", *markup(_SETTINGS))
        self._relate("styles", element("styles", *styles(fonts)))
        self._relate("settings", self._settings)
        self._relate("fontTable", _font_table(fonts))
        sides = (("default", "PageNumberRight"), ("even", "PageNumberLeft"))
        footers = [
            reference("footer", side, self.add("footer", element("ftr", page_number(style)))) for side, style in sides
        ]
        page = [element("pgSz", **PAGE), element("pgMar", **MARGINS), element("docGrid", **GRID)]
        self.document: Element = element("document", element("body", element("sectPr", *footers, *page)))

    def append(self, *content: Element) -> None:
        """Add elements to the end of the text, before what the body says of its last section."""
        for node in content:
            self.document[0][-1].addprevious(node)

    def add(self, kind: Literal["header", "footer"], content: Element) -> str:
        """Add a header or footer; returns the id by which a section refers to it."""
        number = 1 + sum(name.startswith(kind) for name in self._parts)
        return self._relate(kind, content, f"{number}")

    def link(self, address: str) -> str:
        """The id by which the text refers to an address outside."""
        return self._relation("hyperlink", address, TargetMode="External")

    def set_up(self, name: str, *, after: str) -> None:
        """Add a setting without a value behind the setting `after`, as the order of the schema wants."""
        self._settings[[node.tag for node in self._settings].index(qualified(after))].addnext(element(name))

    def file(self, properties: Element) -> bytes:
        """The package as a file: the list of types first, then by name; it holds no trace of the machine or the time.

        Args:
            properties: The package's core properties.
        """
        parts = {f"word/{name}": serialise(part) for name, part in self._parts.items()}
        parts["word/document.xml"] = serialise(self.document)
        parts["docProps/core.xml"] = serialise(properties)
        root = [
            _related("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            _related("rId2", _CORE, "docProps/core.xml"),
        ]
        parts["_rels/.rels"] = _relations(root)
        parts["word/_rels/document.xml.rels"] = _relations(self._relations)
        types = _content_types(parts)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, part in (("[Content_Types].xml", types), *sorted(parts.items())):
                info = zipfile.ZipInfo(name, _EARLIEST)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0
                archive.writestr(info, part)
        return out.getvalue()

    def _relate(self, kind: str, content: Element, number: str = "") -> str:
        name = f"{kind}{number}.xml"
        self._parts[name] = content
        return self._relation(kind, name)

    def _relation(self, kind: str, target: str, **more: str) -> str:
        identity = f"rId{1 + len(self._relations)}"
        self._relations.append(_related(identity, f"{_OFFICE}/{kind}", target, **more))
        return identity


def _font_table(fonts: Fonts) -> Element:
    """The official families; the DOCX embeds none."""
    rows = (
        element(
            "font", element("altName", val=_OTHER_NAMES[role.name]), element("charset", val="86"), name=role.official
        )
        for role in fonts.roles
    )
    return element("fonts", *rows)


def _related(identity: str, kind: str, target: str, **more: str) -> Element:
    attributes = {"Id": identity, "Type": kind, "Target": target, **more}
    return etree.Element(f"{{{_RELATIONS}}}Relationship", attributes)


def _relations(rows: list[Element]) -> bytes:
    root = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
    root.extend(rows)
    return serialise(root)


def _content_types(parts: dict[str, bytes]) -> bytes:
    root = etree.fromstring(f'<Types xmlns="{_TYPES}"/>')
    for extension, kind in (("rels", "relationships+xml"), ("xml", "xml")):
        prefix = "application/vnd.openxmlformats-package." if extension == "rels" else "application/"
        etree.SubElement(root, f"{{{_TYPES}}}Default", {"Extension": extension, "ContentType": prefix + kind})
    for name in sorted(parts):
        if name.endswith(".rels"):
            continue
        attributes = {"PartName": f"/{name}", "ContentType": _content_type(name)}
        etree.SubElement(root, f"{{{_TYPES}}}Override", attributes)
    return serialise(root)


def _content_type(name: str) -> str:
    if name == "docProps/core.xml":
        return "application/vnd.openxmlformats-package.core-properties+xml"
    kind = re.sub(r"^word/([A-Za-z]+)\d*\.xml$", r"\1", name)
    return _WORD + ("document.main+xml" if kind == "document" else f"{kind}+xml")
