"""Finished HTML: its text, headings and way back, a notice's text for its page, a form Markdown leaves alone."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from itertools import count

__all__ = ["as_source", "crumbs_of", "headings_of", "notice_markup", "text_of"]


_INLINE = frozenset({"a", "b", "code", "em", "i", "s", "strong", "sub", "sup", "u"})


class _Reader(HTMLParser):
    """Collects the text, the text of each h2 that has an id, and that of each link."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self._heading: str | None = None
        self._link = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A span without a class is a line of its own in a signature; one with a class only sets type.
        if not (tag in _INLINE or (tag == "span" and attrs)):
            self.words.append(" ")
        if tag == "h2":
            self._heading = dict(attrs).get("id")
            if self._heading:
                self.headings.append((self._heading, ""))
        if tag == "a":
            self._link = True
            self.links.append(("", dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE and tag != "span":
            self.words.append(" ")
        if tag == "h2":
            self._heading = None
        if tag == "a":
            self._link = False

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._heading:
            anchor, text = self.headings[-1]
            self.headings[-1] = (anchor, text + data)
        if self._link:
            text, href = self.links[-1]
            self.links[-1] = (text + data, href)


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def text_of(html: str) -> str:
    """The words of an HTML fragment on one line; what only sets type parts no words."""
    return " ".join("".join(_read(html).words).split())


def headings_of(html: str) -> tuple[tuple[str, str], ...]:
    """Id and text of each h2 that has an id."""
    return tuple((anchor, " ".join(text.split())) for anchor, text in _read(html).headings)


def crumbs_of(html: str) -> tuple[tuple[str, str], ...]:
    """Text and link of each step of a page's way back; empty if it shows none."""
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', html, re.DOTALL)
    return tuple((" ".join(text.split()), href) for text, href in _read(crumbs[0]).links) if crumbs else ()


def notice_markup(html: str) -> str:
    """A notice's text as its page needs it.

    Each table stands in a frame that scrolls and takes the keyboard's focus, its heads are scoped, its alignment is
    a class and its columns as wide as the screen lets them; each h2 can be linked to.
    """
    text = re.sub(r"<colgroup>.*?</colgroup>\s*", "", html, flags=re.DOTALL)
    text = re.sub(r'(<t[hd]) style="text-align: (left|center|right);"', r'\1 class="align-\2"', text)
    text = re.sub(r"<th(?=[\s>])(?![^>]*\bscope=)", '<th scope="col"', text)
    frame = '<div class="scroll" role="region" tabindex="0" aria-label="正文表{}">'
    text = _numbered(r"<table[^>]*>", f'{frame}<table class="data">', text)
    text = text.replace("</table>", "</table></div>")
    return _numbered(r"<h2(?=[\s>])(?![^>]*\bid=)", '<h2 id="text-{}"', text)


def _numbered(pattern: str, replacement: str, text: str) -> str:
    """Replace each match, counting from 1 into the {} of the replacement."""
    numbers = count(1)
    return re.sub(pattern, lambda _: replacement.format(next(numbers)), text)


def as_source(front: Mapping[str, str], html: str) -> str:
    """A Markdown file whose body is one block of finished HTML that Markdown passes on as it is.

    Args:
        front: Front matter, each value already a JSON (and so YAML) scalar.
        html: One block element that encloses everything.
    """
    # Code fences are looked for before raw blocks are set aside, but only at the start of a line.
    body = re.sub(r"(?m)^[ \t]*([`~])", lambda match: f"&#{ord(match[1])};", html.strip())
    head = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\n{head}---\n{body}\n"
