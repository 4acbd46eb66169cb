"""Every page is valid HTML: no error that a parser of the HTML standard tells of, and no control that is none."""

import re
from pathlib import Path

from tinyhtml5.parser import HTMLParser


def errors(text: str) -> list[str]:
    """What the parser finds wrong: line and column, and its name of the error."""
    parser = HTMLParser()
    parser.parse(text)
    return [f"{place}: {error}" for place, error, _ in parser.errors]


def test_no_page_has_an_error_of_syntax(built: Path) -> None:
    """Tags are nested and closed, attributes stand once, entities exist, on every page."""
    pages = {path.relative_to(built).as_posix(): path.read_text(encoding="utf-8") for path in built.rglob("*.html")}
    wrong = {place: found for place, text in pages.items() if (found := errors(text))}

    assert len(pages) > 50
    assert wrong == {}


def test_errors_of_syntax_are_found() -> None:
    """An unclosed section, a block in a paragraph and an attribute given twice are told."""
    head = "<!doctype html><html lang=zh><head><title>x</title></head><body>"

    assert errors(f"{head}</body></html>") == []
    for broken in (
        "<section>",
        "<p><div></div></p>",
        "<p id=a id=b></p>",
        "<table><p></p></table>",
        "<p>&nothing;</p>",
    ):
        assert errors(f"{head}{broken}</body></html>"), broken


def test_controls_that_nothing_uses_are_left_out(built: Path) -> None:
    """The switches of the theme's own menu and search, which are no valid HTML, stand on no page."""
    pages = {path: path.read_text(encoding="utf-8") for path in built.rglob("*.html")}
    assert [path for path, text in pages.items() if re.search(r"md-toggle|md-overlay|md-dialog", text)] == []
    assert [path for path, text in pages.items() if "<time>" in text] == []
