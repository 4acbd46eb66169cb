"""A small builder of WordprocessingML: text and attributes go in through lxml, which escapes them."""

from collections.abc import Iterable, Iterator

from lxml import etree

from gongshi.errors import GongshiError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""Namespace of WordprocessingML."""
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""Namespace of references from one part of the package to another."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its elements


class DocxError(GongshiError):
    """A notice that cannot be a DOCX: XML does not allow a character."""

    sentence = "不能写成 DOCX：{0}。The DOCX cannot be written."


def qualified(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML, e.g. of w:val."""
    return f"{{{W}}}{name}"


def element(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element <w:name> with w: attributes and children; a child that is None is left out."""
    node = etree.Element(qualified(name), nsmap={"w": W, "r": R})
    for key, value in attributes.items():
        node.set(qualified(key), str(value))
    node.extend([child for child in children if child is not None])
    return node


def run(text: str, *properties: Element, style: str = "") -> Element:
    """A run of literal text, in the character style of that id if there is one.

    The other `properties` stand in the order of the schema (color, spacing, w, sz …).

    The hint makes quotation marks, dashes and dots take the East Asian font, as the hanzi do; ASCII needs none.
    """
    content = element("t")
    content.set(_SPACE, "preserve")
    content.text = text
    named = element("rStyle", val=style) if style else None
    hint = None if text.isascii() else element("rFonts", hint="eastAsia")
    layout = element("rPr", named, hint, *properties)
    return element("r", layout if len(layout) else None, content)


def tab() -> Element:
    """A run that jumps to the next tab stop."""
    return element("r", element("tab"))


def line_break() -> Element:
    """A run that breaks the line inside its paragraph."""
    return element("r", element("br"))


def paragraph(style: str, *content: Element, properties: Iterable[Element] = ()) -> Element:
    """A paragraph in the style of that id; `properties` stand in the order of the schema."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *content)


def reference(kind: str, side: str, identity: str) -> Element:
    """A section's reference to a header or footer (`kind`) for one side: default, even or first."""
    node = element(f"{kind}Reference", type=side)
    node.set(f"{{{R}}}id", identity)
    return node


def markup(text: str) -> list[Element]:
    """Elements of markup that holds no text of a notice: layout written out in the code."""
    return list(etree.fromstring(f'<w:any xmlns:w="{W}" xmlns:r="{R}">{text}</w:any>'))


def serialise(root: Element) -> bytes:
    """A part of the package, with each namespace declared once."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def paragraphs(root: Element, style: str) -> Iterator[Element]:
    """Paragraphs in the style of that id, from top to bottom."""
    for node in root.iter(qualified("p")):
        if style_of(node) == style:
            yield node


def style_of(node: Element) -> str:
    """Id of a paragraph's style; empty for anything else."""
    style = node.find(f"{qualified('pPr')}/{qualified('pStyle')}")
    return "" if style is None else style.get(qualified("val"), "")


_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr"),
    *("tabs", "snapToGrid", "spacing", "ind", "jc", "rPr", "sectPr"),
)
"""Paragraph properties in the order of the schema, as far as they occur here."""


def put_property(node: Element, value: Element) -> None:
    """Give a paragraph a property in the order of the schema, in place of one of the same name."""
    layout = node.find(qualified("pPr"))
    if layout is None:
        layout = element("pPr")
        node.insert(0, layout)
    for old in layout.findall(value.tag):
        layout.remove(old)
    rank = _ORDER.index(etree.QName(value).localname)
    before = [child for child in layout if _ORDER.index(etree.QName(child).localname) < rank]
    layout.insert(len(before), value)
