"""The properties of a DOCX: title, author, language, day, keywords."""

from lxml import etree

from gongshi.render.ooxml import Element

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def core_properties(title: str, creator: str, day: str, keywords: str = "") -> Element:
    """The package's properties; `day` (2014-07-01, or empty) stands for the time of writing."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for name, value in (("title", title), ("creator", creator), ("language", "zh-CN")):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = value
    if keywords:
        etree.SubElement(root, f"{{{_CORE}}}keywords").text = keywords
    for name in ("created", "modified") if day else ():
        moment = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
        moment.text = f"{day}T00:00:00Z"
    return root
