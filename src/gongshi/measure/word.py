"""A DOCX read as a package: its styles with what they inherit, its paragraphs, sections, footers."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from lxml import etree

from gongshi.measure.reading import UnreadableError

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its elements
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LARGEST = 200_000_000
"""Bytes of a part beyond which a file is not opened."""


def q(name: str) -> str:
    """The qualified name of w:name."""
    return f"{{{_W}}}{name}"


def child(node: Element | None, path: str) -> Element | None:
    """A descendant by the names of the elements that lead to it."""
    return None if node is None else node.find(_qualified(path))


@lru_cache(maxsize=256)
def _qualified(path: str) -> str:
    """The path with qualified names; a document is asked for the same few paths thousands of times."""
    return "/".join(q(step) for step in path.split("/"))


def value(node: Element | None, path: str, name: str = "val") -> str | None:
    """An attribute of a descendant; None if either is missing."""
    found = child(node, path)
    return None if found is None else found.get(q(name))


def number(node: Element | None, path: str, name: str = "val") -> float | None:
    """As `value`, for a number."""
    text = value(node, path, name)
    try:
        return None if text is None else float(text)
    except ValueError:
        return None


def text_of(node: Element) -> str:
    """Text of all runs."""
    return "".join(run.text or "" for run in node.iter(q("t")))


@dataclass(frozen=True)
class Word:
    """A DOCX."""

    parts: dict[str, Element]
    """XML parts by name."""

    @property
    def document(self) -> Element:
        """The main part."""
        return self.parts["word/document.xml"]

    @cached_property
    def styles(self) -> dict[str, Element]:
        """Styles by id."""
        root = self.parts.get("word/styles.xml")
        return {} if root is None else {node.get(q("styleId"), ""): node for node in root.iter(q("style"))}

    def named(self, name: str) -> Element | None:
        """The style of that name."""
        return next((style for style in self.styles.values() if value(style, "name") == name), None)

    def paragraphs(self, name: str) -> list[Element]:
        """Paragraphs in the style of that name."""
        style = self.named(name)
        identity = None if style is None else style.get(q("styleId"))
        return self._by_style.get(identity, []) if identity else []

    @cached_property
    def _by_style(self) -> dict[str, list[Element]]:
        """Paragraphs of the main part by the id of the style they name."""
        found: dict[str, list[Element]] = {}
        for node in self.document.iter(q("p")):
            identity = value(node, "pPr/pStyle")
            if identity is not None:
                found.setdefault(identity, []).append(node)
        return found

    def inherited(self, style: Element | None, path: str, name: str = "val") -> str | None:
        """An attribute of a style, or of the nearest style it is based on that has it, or of the defaults."""
        seen: list[Element] = []
        while style is not None and style not in seen:
            found = value(style, path, name)
            if found is not None:
                return found
            seen.append(style)
            style = self.styles.get(value(style, "basedOn") or "")
        defaults = child(self.parts.get("word/styles.xml"), "docDefaults")
        return value(defaults, f"{path.split('/', maxsplit=1)[0]}Default/{path}", name)

    def sections(self) -> list[Element]:
        """Sections in order."""
        return list(self.document.iter(q("sectPr")))

    def footers(self, section: Element) -> dict[str, Element]:
        """Footers that a section names, by side: default, even."""
        relations = self.parts.get("word/_rels/document.xml.rels")
        targets = {} if relations is None else {node.get("Id"): node.get("Target") for node in relations}
        return {
            node.get(q("type"), ""): self.parts[f"word/{targets[node.get(f'{{{_R}}}id')]}"]
            for node in section.findall(q("footerReference"))
            if f"word/{targets.get(node.get(f'{{{_R}}}id'))}" in self.parts
        }

    def runs(self) -> Iterator[Element]:
        """Runs of the main part."""
        return self.document.iter(q("r"))

    @property
    def keywords(self) -> str:
        """Keywords of the document's properties."""
        core = self.parts.get("docProps/core.xml")
        found = () if core is None else (node.text or "" for node in core if node.tag.endswith("}keywords"))
        return "".join(found)


def read_word(source: Path | bytes) -> Word:
    """Read a DOCX.

    Raises:
        UnreadableError: If it is no DOCX.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [info for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
            if any(info.file_size > _LARGEST for info in names):
                raise UnreadableError
            parts = {info.filename: etree.fromstring(archive.read(info), parser) for info in names}
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise UnreadableError from error
    if "word/document.xml" not in parts:
        raise UnreadableError
    return Word(parts)
