"""Line and column of a problem inside a file."""

import pytest
from catalogue import CATALOGUE

from gongshi.diagnostics import Diagnostic, Place, Report
from gongshi.records.files import FILE_KINDS
from gongshi.records.load import RecordFile
from gongshi.records.locate import locate

FILE = "content/schemes/parks.yaml"
TEXT = """\
# 专项
name: 园区
categories:
  - {id: river, name: 沿河}
  - id: upland
    name: 山区
  - id: upland
    name: 又是山区
terms: |
  第一行
  第二行

  第四行
folded: >-
  第一行
  第二行
short: 一行
"""
RECORDS = {FILE: RecordFile(FILE, FILE_KINDS[4], TEXT, None)}


def located(*path: str | int, code: str = "bad-value", offset: int = 0) -> tuple[int | None, int | None]:
    """Line and column of a problem at that path."""
    report = locate(Report((Diagnostic(CATALOGUE[code], Place(FILE, path, offset=offset)),)), RECORDS)
    return report.diagnostics[0].place.line, report.diagnostics[0].place.column


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("name",), (2, 7)),
        (("categories",), (4, 3)),
        (("categories", 0), (4, 5)),
        (("categories", 0, "name"), (4, 23)),
        (("categories", 1, "name"), (6, 11)),
        (("categories", "#id=river", "name"), (4, 23)),
        (("categories", "#id=river"), (4, 5)),
    ],
)
def test_a_value_is_found_by_key_position_or_id(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """Keys, list positions and `#key=value` steps lead to the value's own line and column."""
    assert located(*path) == place


def test_of_two_items_with_one_id_the_later_is_to_blame() -> None:
    """Where an id stands twice, the second is the one to change."""
    assert located("categories", "#id=upland", "name") == (8, 11)


def test_an_unknown_key_is_shown_at_the_key() -> None:
    """A key that does not belong is pointed at itself, not at its value."""
    assert located("categories", 1, "name", code="unknown-key") == (6, 5)


@pytest.mark.parametrize(("offset", "line"), [(1, 10), (2, 11), (4, 13)])
def test_a_line_inside_block_text_is_counted_from_the_mark(offset: int, line: int) -> None:
    """Line n of a text after `|` is n lines below the mark, empty lines counted."""
    assert located("terms", offset=offset) == (line, 1)


def test_a_line_inside_folded_text_is_counted_likewise() -> None:
    """Text after `>` is found as well as text after `|`."""
    assert located("folded", offset=1) == (15, 1)


def test_a_text_on_one_line_has_its_own_place() -> None:
    """An offset inside a plain text points at the text."""
    assert located("short", offset=1) == (17, 8)


@pytest.mark.parametrize("path", [("categories", 9, "name"), ("categories", "#id=coast"), ("nothing", "here")])
def test_a_path_that_breaks_off_shows_how_far_it_came(path: tuple[str | int, ...]) -> None:
    """What is not there is told at the nearest thing that is."""
    assert located(*path) == ((4, 3) if path[0] == "categories" else (2, 1))


def test_the_top_of_a_file_that_holds_nothing_is_its_first_line() -> None:
    """A file of comments only has a place as well."""
    records = {FILE: RecordFile(FILE, FILE_KINDS[4], "# 还没有\n", None)}

    report = locate(Report((Diagnostic(CATALOGUE["wrong-type"], Place(FILE)),)), records)

    assert (report.diagnostics[0].place.line, report.diagnostics[0].place.column) == (1, 1)


def test_problems_are_sorted_by_place() -> None:
    """The report reads from the first file to the last and from top to bottom."""
    found = (
        Diagnostic(CATALOGUE["bad-value"], Place(FILE, ("short",))),
        Diagnostic(CATALOGUE["bad-value"], Place(FILE, ("name",))),
        Diagnostic(CATALOGUE["file-missing"], Place("content/organs.yaml")),
    )

    report = locate(Report(found), RECORDS)

    assert [(d.place.file, d.place.line) for d in report.diagnostics] == [
        ("content/organs.yaml", None),
        (FILE, 2),
        (FILE, 17),
    ]
