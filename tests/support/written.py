"""A DOCX opened for reading: its parts, its paragraphs by style, its text."""

import atexit
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

from lxml import etree
from printed import parsed

from gongshi.documents.notice import Notice
from gongshi.project import FontRole, Fonts
from gongshi.render.docx import ImprintPage, write_docx
from gongshi.render.ooxml import Element, R, W
from gongshi.render.parsed import ParsedNotice

OFFICIAL = {
    "title": "方正小标宋简体",
    "body": "仿宋_GB2312",
    "kai": "楷体_GB2312",
    "hei": "黑体",
    "song": "宋体",
}
FONTS = Fonts((), tuple(FontRole(name, family, (), licensed=False) for name, family in OFFICIAL.items()))
_NUMBERS = count()


@dataclass(frozen=True)
class Written:
    """A DOCX that was written."""

    path: Path
    parts: dict[str, bytes]

    def xml(self, name: str = "word/document.xml") -> Element:
        """A part as a tree."""
        return etree.fromstring(self.parts[name])

    def paragraphs(self, style: str) -> list[Element]:
        """Paragraphs of the text in the style of that id."""
        return [node for node in self.xml().iter(q("p")) if value(node, "pPr/pStyle") == style]

    def tables(self) -> list[Element]:
        """Tables of the prose; head and imprint are not among them."""
        return [node for node in self.xml().iter(q("tbl")) if value(node, "tblPr/tblStyle") == "Table"]

    def style(self, identity: str) -> Element:
        """The style of that id."""
        styles = self.xml("word/styles.xml")
        return next(node for node in styles if node.get(q("styleId")) == identity)

    def referred(self, kind: str, section: int = -1) -> dict[str, Element]:
        """Headers or footers (`kind`) of a section, by side: default (odd pages) and even."""
        relations = {node.get("Id"): node.get("Target") for node in self.xml("word/_rels/document.xml.rels")}
        references = list(self.xml().iter(q("sectPr")))[section].findall(q(f"{kind}Reference"))
        return {node.get(q("type"), ""): self.xml(f"word/{relations[node.get(f'{{{R}}}id')]}") for node in references}


def q(name: str) -> str:
    """The qualified name of w:name."""
    return f"{{{W}}}{name}"


def value(node: Element, path: str, name: str = "val") -> str | None:
    """An attribute of a descendant, by the names of the elements that lead to it; None if it is not there."""
    found = node.find("/".join(q(step) for step in path.split("/")))
    return None if found is None else found.get(q(name))


def has(node: Element, path: str) -> bool:
    """Whether such a descendant is there."""
    return node.find("/".join(q(step) for step in path.split("/"))) is not None


def text(node: Element) -> str:
    """The text of all runs."""
    return "".join(run.text or "" for run in node.iter(q("t")))


@cache
def folder() -> Path:
    """A folder for this process, removed at its end."""
    path = Path(tempfile.mkdtemp(prefix="gongshi-docx-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


@cache
def written(notice: Notice | ParsedNotice, imprint_page: ImprintPage = "same") -> Written:
    """The notice as DOCX; equal notices are written once."""
    document = notice if isinstance(notice, ParsedNotice) else parsed(notice)
    path = folder() / f"{next(_NUMBERS)}.docx"
    path.write_bytes(write_docx(document, FONTS, imprint_page=imprint_page))
    with zipfile.ZipFile(path) as archive:
        return Written(path, {name: archive.read(name) for name in archive.namelist()})
