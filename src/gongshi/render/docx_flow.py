"""Which paragraphs of the DOCX stay together and which begin a page."""

from gongshi.render.docx_measures import LINE_CHARACTERS, PITCH
from gongshi.render.ooxml import Element, element, paragraph, paragraphs, put_property, qualified, style_of

_LONG = 12 * LINE_CHARACTERS
"""Characters from which a paragraph is not kept with the next: LibreOffice moves all of it, Word its last lines."""
_QUARTER = PITCH // 4


def keep_with_signature(document: Element) -> None:
    """Keep the end of the text on the page of the signature, so that no page holds a signature alone (7.3.5.5)."""
    signature = next(paragraphs(document, "Signature"), None)
    last = None if signature is None else signature.getprevious()
    while last is not None and style_of(last) == "AttachmentNote":
        last = last.getprevious()
    length = _keep_with_next(last)
    if last is not None and 0 < length < LINE_CHARACTERS:
        # One line alone is not enough: the paragraph before it is kept with it.
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
        put_property(follower, element("pageBreakBefore"))


def space_tables(document: Element) -> None:
    """A quarter of a line between a table and the text above and below it."""
    for table in document.iterfind(f".//{qualified('tbl')}"):
        above, below = table.getprevious(), table.getnext()
        if above is not None and style_of(above) == "BodyText":
            put_property(above, element("spacing", after=_QUARTER, line=PITCH, lineRule="exact"))
        if below is not None and style_of(below).startswith(("BodyText", "Heading")):
            put_property(below, element("spacing", before=_QUARTER, line=PITCH, lineRule="exact"))


def _keep_with_next(node: Element | None) -> int:
    """Keep at least two lines of a paragraph with the next one; its length in characters, 0 if it cannot be kept."""
    if node is None or style_of(node) != "BodyText":
        return 0
    length = sum(len(text.text or "") for text in node.iter(qualified("t")))
    if length >= _LONG:
        return 0
    put_property(node, element("keepNext"))
    put_property(node, element("widowControl"))
    return length
