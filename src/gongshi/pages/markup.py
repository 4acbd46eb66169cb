"""Small work on finished HTML: its plain text, its headings, frames for its tables, a form Markdown leaves alone."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

__all__ = ["as_source", "framed_tables", "headings_of", "text_of"]


class _Reader(HTMLParser):
    """Collects the text, and the text of each h2 that has an id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self._heading: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h2":
            self._heading = dict(attrs).get("id")
            if self._heading:
                self.headings.append((self._heading, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2":
            self._heading = None

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._heading:
            anchor, text = self.headings[-1]
            self.headings[-1] = (anchor, text + data)


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def text_of(html: str) -> str:
    """The words of an HTML fragment on one line."""
    return " ".join(" ".join(_read(html).words).split())


def headings_of(html: str) -> tuple[tuple[str, str], ...]:
    """Id and text of each h2 that has an id."""
    return tuple((anchor, " ".join(text.split())) for anchor, text in _read(html).headings)


def framed_tables(html: str) -> str:
    """The fragment with each table in a frame that scrolls and takes the keyboard's focus, and its heads scoped."""
    count = 0

    def frame(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f'<div class="scroll" role="region" tabindex="0" aria-label="正文表{count}">{match[0]}'

    framed = re.sub(r"<table(?=[\s>])", frame, html).replace("</table>", "</table></div>")
    return re.sub(r"<th(?=[\s>])(?![^>]*\bscope=)", '<th scope="col"', framed)


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
