"""A page's finished body, read once: its sections, its way back, and its words for the search."""

from dataclasses import dataclass
from typing import Any

from lxml import html

_APART = frozenset({"nav", "form", "h1", "script", "noscript", "svg"})
"""Ways to elsewhere, what is pressed, the title (found by itself), programs, drawings."""
_INLINE = frozenset({"a", "b", "code", "em", "i", "s", "span", "strong", "sub", "sup", "time", "u"})
_BOXES = frozenset({"a", "span", "time"})
"""Inline elements that stand apart where one follows another with no sign between."""


@dataclass(frozen=True)
class PageText:
    """The words of a page, without its title."""

    own: str
    listed: str
    """Those of rows and items that lead to another page, where it is said in full; heads of tables, and sources."""


@dataclass(frozen=True)
class PageReading:
    """What a page's body says of itself."""

    headings: tuple[tuple[str, str], ...]
    """Id and text of each h2 that has an id."""
    crumbs: tuple[tuple[str, str], ...]
    """Text and link of each step of its way back; empty if it shows none."""
    text: PageText


def read_body(body: str) -> PageReading:
    """The finished HTML of a page's body, read."""
    root = html.fragment_fromstring(body, create_parent="div")
    listed: list[str] = []
    own = _words(root, listed)
    return PageReading(
        headings=tuple((anchor, _line(h2.text_content())) for h2 in root.iter("h2") if (anchor := h2.get("id"))),
        crumbs=tuple((_line(a.text_content()), a.get("href", "")) for a in root.iterfind(".//nav[@class='crumbs']//a")),
        text=PageText(_line("".join(own)), _line("".join(listed))),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _words(element: Any, listed: list[str]) -> list[str]:
    """The words of an element, without those that it only lists of other pages: they go to `listed`.

    What only sets type parts no words.
    """
    words = [element.text or ""]
    before = None
    for child in element.iterchildren(tag=html.etree.Element):
        is_block, is_apart = child.tag not in _INLINE, _is_apart(child)
        is_next_box = child.tag in _BOXES and before is not None and not before.tail and not is_apart
        words.append(" " if is_block or is_next_box else "")
        words += [] if is_apart else _own_words(child, listed)
        words += [" " if is_block else "", child.tail or ""]
        before = child
    return words


def _own_words(child: Any, listed: list[str]) -> list[str]:
    words = _words(child, listed)
    if _is_item(child) and _leads(child):
        listed += [*words, " "]
        return []
    return words


def _is_apart(element: Any) -> bool:
    """Whether its words do not count."""
    return element.tag in _APART or "hidden" in element.attrib or element.get("data-search") == "no"


def _is_aside(element: Any) -> bool:
    """Whether it names columns or sources."""
    return bool(element.tag == "thead" or element.get("class") == "sources")


def _is_item(element: Any) -> bool:
    """Whether its words are taken together: a row, an item of a list, the head of a table or a line of sources."""
    return element.tag in {"li", "tr"} or _is_aside(element)


def _leads(item: Any) -> bool:
    """Whether its words are only listed: it leads to another page, or names columns or sources."""
    links = (a for a in item.iter("a") if a.get("href", "").partition("#")[0].endswith("/"))
    return _is_aside(item) or any(next(filter(_is_item, a.iterancestors())) is item for a in links)
