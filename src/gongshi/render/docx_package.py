"""The DOCX as a package of parts: read, added to, and written in one fixed form."""

import re
import zipfile
from pathlib import Path
from typing import IO, Literal

from lxml import etree

from gongshi.render.ooxml import Element, R, W, element, qualified, serialise

__all__ = ["Package", "Parts", "read_parts", "write_parts"]

Parts = dict[str, bytes]
"""Name of each part, without a leading slash, and its bytes."""

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can name; every part bears it."""
_KEPT = ("styles", "settings", "fontTable", "numbering", "header", "footer", "hyperlink")
"""Relations of the main part that we use; pandoc's theme, comments and notes stay out."""


def read_parts(file: Path | IO[bytes]) -> Parts:
    """All parts of a package."""
    with zipfile.ZipFile(file) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}


def write_parts(parts: Parts, out: Path) -> None:
    """Write a package: the list of types first, then by name, with nothing that tells the machine or the time."""
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, parts[name])


class Package:
    """A DOCX of pandoc's on its way to its final form."""

    def __init__(self, file: Path, reference: Path) -> None:
        self._parts = read_parts(file)
        own = read_parts(reference)
        # pandoc adds styles and settings that no notice uses; the reference's are complete.
        self._parts.update({name: own[name] for name in ("word/styles.xml", "word/settings.xml")})
        self.document: Element = etree.fromstring(self._parts["word/document.xml"])
        relations = etree.fromstring(self._parts["word/_rels/document.xml.rels"])
        lists = b"w:numPr" in self._parts["word/document.xml"]
        self._relations = [
            relation
            for relation in relations
            if (kind := relation.get("Type", "").rsplit("/", 1)[-1]) in _KEPT and (kind != "numbering" or lists)
        ]

    def add(self, kind: Literal["header", "footer"], content: Element) -> str:
        """Add a part that the document refers to; returns the relation's id."""
        number = 1 + sum(relation.get("Type", "").endswith(kind) for relation in self._relations)
        identity = f"rId{1 + max(int(relation.get('Id', 'rId0')[3:]) for relation in self._relations)}"
        name = f"{kind}{number}.xml"
        self._relations.append(_relation(identity, f"{_OFFICE}/{kind}", name))
        self._parts[f"word/{name}"] = serialise(content)
        return identity

    def set_up(self, name: str, *, after: str) -> None:
        """Add a setting without a value at its place in the schema, behind another one."""
        settings = etree.fromstring(self._parts["word/settings.xml"])
        settings[[node.tag for node in settings].index(qualified(after))].addnext(element(name))
        self._parts["word/settings.xml"] = serialise(settings)

    def write(self, properties: Element, out: Path) -> None:
        """Write the document and the parts it refers to.

        Args:
            properties: The package's core properties.
            out: Where the file goes.
        """
        etree.cleanup_namespaces(self.document, top_nsmap={"w": W, "r": R})
        inside = [node for node in self._relations if node.get("TargetMode") != "External"]
        names = [f"word/{node.get('Target')}" for node in inside]
        kept = {name: self._parts[name] for name in names}
        kept["word/document.xml"] = serialise(self.document)
        kept["docProps/core.xml"] = serialise(properties)
        root = [
            _relation("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            _relation("rId2", _CORE, "docProps/core.xml"),
        ]
        kept["_rels/.rels"] = _relations(root)
        kept["word/_rels/document.xml.rels"] = _relations(self._relations)
        kept["[Content_Types].xml"] = _content_types(kept)
        write_parts(kept, out)


def _relation(identity: str, kind: str, target: str) -> Element:
    return etree.Element(f"{{{_RELATIONS}}}Relationship", {"Id": identity, "Type": kind, "Target": target})


def _relations(rows: list[Element]) -> bytes:
    root = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
    root.extend(rows)
    return serialise(root)


def _content_types(parts: Parts) -> bytes:
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
