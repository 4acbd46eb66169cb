"""A finished page's words for the search: what is its own, and what it only lists of other pages."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["PageText", "page_text"]

_APART = frozenset({"nav", "form", "h1", "script", "noscript", "svg"})
"""Ways to elsewhere, what is pressed, the title (found by itself), programs, drawings."""
_INLINE = frozenset({"a", "b", "code", "em", "i", "s", "span", "strong", "sub", "sup", "time", "u"})
_BOXES = frozenset({"a", "span", "time"})
"""Inline elements that stand apart where one follows another with no sign between."""
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


@dataclass(frozen=True)
class PageText:
    """The words of a page, without its title."""

    own: str
    listed: str
    """Those of rows and items that lead to another page, where it is said in full; heads of tables, and sources."""


@dataclass
class _Open:
    """An element that is not closed yet."""

    tag: str
    apart: bool
    """Whether its words do not count."""
    item: bool
    """Whether it is a row, an item of a list, the head of a table or a line of sources."""
    words: list[str] = field(default_factory=list)
    leads: bool = False
    """Whether its words are listed: it leads to another page, or names columns or sources."""


class _Reader(HTMLParser):
    """Collects words; an item's are sorted when it is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [_Open("", apart=False, item=True)]
        self.listed: list[str] = []
        self._after_end = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        out = tag in _APART or "hidden" in named or named.get("data-search") == "no"
        if tag not in _INLINE or (tag in _BOXES and self._after_end and not out):
            self._item.words.append(" ")
        if tag == "a" and (named.get("href") or "").partition("#")[0].endswith("/"):
            self._item.leads = True
        if tag not in _VOID:
            aside = tag == "thead" or named.get("class") == "sources"
            item = tag in {"li", "tr"} or aside
            self.open.append(_Open(tag, self.open[-1].apart or out, item, leads=aside))
        self._after_end = False

    def handle_endtag(self, tag: str) -> None:
        self._after_end = True
        if tag not in _INLINE:
            self._item.words.append(" ")
        if all(each.tag != tag for each in self.open):
            return
        while (closed := self.open.pop()).tag != tag:
            self._close(closed)
        self._close(closed)

    def handle_data(self, data: str) -> None:
        self._after_end = False
        if not self.open[-1].apart:
            self._item.words.append(data)

    @property
    def _item(self) -> _Open:
        return next(each for each in reversed(self.open) if each.item)

    def _close(self, closed: _Open) -> None:
        if closed.item:
            into = self.listed if closed.leads else self._item.words
            into += [*closed.words, " "]


def page_text(html: str) -> PageText:
    """The words of a page's finished body, each part on one line; what only sets type parts no words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    own = [word for each in reader.open if each.item for word in each.words]
    return PageText(" ".join("".join(own).split()), " ".join("".join(reader.listed).split()))
