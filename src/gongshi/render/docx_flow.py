"""Which paragraphs of the DOCX stay together and which begin a page."""

from gongshi.render.docx_measures import LINE_CHARACTERS
from gongshi.render.ooxml import Element, element, paragraph, paragraphs, qualified, style_of

__all__ = ["begin_pages_after_covers", "keep_with_signature"]

_LONG = 6 * LINE_CHARACTERS
"""A paragraph of more characters may be split between two pages."""


def keep_with_signature(document: Element) -> None:
    """Let the end of the text go over with the signature, so that no page holds a signature alone (7.3.5.5)."""
    last = next(paragraphs(document, "Signature")).getprevious()
    while last is not None and style_of(last) == "AttachmentNote":
        last = last.getprevious()
    length = _keep_with_next(last)
    if last is not None and 0 < length < LINE_CHARACTERS:
        # A single line takes the paragraph before it along.
        _keep_with_next(last.getprevious())


def begin_pages_after_covers(document: Element) -> None:
    """What follows a cover begins a page."""
    for field in paragraphs(document, "CoverField"):
        follower = field.getnext()
        if follower is None or style_of(follower) == "CoverField":
            continue
        if follower.tag != qualified("p"):
            follower = paragraph("Anchor")
            field.addnext(follower)
        _layout(follower).insert(1, element("pageBreakBefore"))


def _keep_with_next(node: Element | None) -> int:
    """Keep a paragraph of the text with the next; its length in characters, 0 if it is none."""
    if node is None or style_of(node) not in ("BodyText", "FirstParagraph"):
        return 0
    length = sum(len(text.text or "") for text in node.iter(qualified("t")))
    _layout(node).insert(1, element("keepNext"))
    if length <= _LONG:
        _layout(node).insert(2, element("keepLines"))
    return length


def _layout(node: Element) -> Element:
    """Properties of a paragraph that has a style."""
    return node[0]
