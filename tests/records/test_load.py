"""Reading record files: what is refused before anything is built, and where."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from gongshi.diagnostics import Place
from gongshi.records.load import MAX_BYTES, load, parse
from gongshi.records.plain import MAX_DEPTH

HERE = Place("content/organs.yaml")
DEEPEST = "[" * MAX_DEPTH + "]" * MAX_DEPTH


def told(text: str) -> list[tuple[str, int | None, int | None, str]]:
    """Code, line, column and value of each problem; nothing may be built then."""
    data, problems = parse(text, HERE)
    assert data is None
    assert all(problem.place.file == HERE.file for problem in problems)
    return [(p.code, p.place.line, p.place.column, p.value) for p in problems]


def test_plain_data_comes_in_as_written() -> None:
    """Strings, numbers, days, truth values and nothing keep their types; an octal-looking figure is YAML 1.2's."""
    text = 'a: "007"\nb: 12\nc: 2014-07-10\nd: true\ne:\nf: 12:30\ng: yes\nh: 2014-07\n'

    data, problems = parse(text, HERE)

    assert problems == []
    assert data == {
        "a": "007",
        "b": 12,
        "c": dt.date(2014, 7, 10),
        "d": True,
        "e": None,
        "f": "12:30",
        "g": "yes",
        "h": "2014-07",
    }


def test_a_number_with_decimals_comes_in_exact() -> None:
    """What is written is what is read, however many digits; an exponent makes no number for records."""
    data, problems = parse("a: 3.50\nb: 0.30000000000000001\nc: -1.5\nd: .5\ne: 1e3\nf: .inf\n", HERE)

    assert problems == []
    assert [(type(v), str(v)) for v in data.values()] == [
        *((Decimal, text) for text in ("3.50", "0.30000000000000001", "-1.5", "0.5")),
        *((float, text) for text in ("1000.0", "inf")),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a:\n  b: 1\n\tc: 2\n", ("tab", 3, 1, "")),
        ("a: &x 1\n", ("anchor", 1, 4, "&x")),
        ("a: 1\nb: *x\n", ("anchor", 2, 4, "*x")),
        ("a: !secret 1\n", ("anchor", 1, 4, "!secret")),
        ("a: 1\nb:\n  c: 1\n  c: 2\n", ("duplicate-key", 4, 3, "c")),
        ("a: [1, 2\n", ("yaml-syntax", 2, 1, "did not find expected ',' or ']'")),
        ("a: 'b\n", ("yaml-syntax", 2, 1, "found unexpected end of stream")),
        ("a: 1\n---\nb: 2\n", ("yaml-syntax", 2, 1, "but found another document")),
        (f"a: [{DEEPEST}]\n", ("too-deep", 1, 3 + MAX_DEPTH, "")),
    ],
    ids=["tab", "anchor", "alias", "tag", "key twice", "bracket", "quote", "two documents", "depth"],
)
def test_refusals_say_where(text: str, problem: tuple[str, int, int, str]) -> None:
    """Each refusal names line, column and what stands there."""
    assert told(text) == [problem]


def test_every_tab_and_every_key_that_stands_twice_is_told() -> None:
    """A file with several tabs, or several keys twice, tells them all at once."""
    assert [line for _, line, _, _ in told("a:\n\tb: 1\n \tc: 2\n")] == [2, 3]
    assert [value for *_, value in told("a: 1\na: 2\nb:\n- {c: 1, c: 2}\n")] == ["a", "c"]


@pytest.mark.parametrize("day", ["2014-02-30", "2014-13-01", "2015-02-29"])
def test_a_day_that_does_not_exist_is_told_with_its_place(day: str) -> None:
    """A day that no calendar has is refused at its line, as a day that there is not."""
    assert told(f"a: 1\nb:\n  - {day}\n") == [("no-such-day", 3, 5, day)]


def test_a_number_too_long_to_be_one_is_told() -> None:
    """A number of thousands of figures is refused like any other slip; it never reads as an empty file."""
    assert [code for code, *_ in told(f"a: {'9' * 5000}\n")] == ["yaml-syntax"]


def test_a_tab_inside_text_is_left_to_the_field() -> None:
    """Only a tab that indents is YAML's business."""
    assert parse('a: "b\tc"\n', HERE) == ({"a": "b\tc"}, [])


def test_nesting_just_within_the_limit_is_read() -> None:
    """Records need six levels; sixteen are allowed."""
    assert parse(DEEPEST, HERE)[1] == []


def test_brackets_by_the_thousand_are_refused_at_once() -> None:
    """Hostile nesting is refused from the stream of events, before anything is built."""
    assert [code for code, *_ in told("a: " + "[" * 50_000)] == ["too-deep"]


def test_a_file_over_the_limit_is_refused_unread(workspace: Path) -> None:
    """A file of more than 20 MB is told and not read; the others are."""
    with (workspace / "content" / "organs.yaml").open("ab") as file:
        file.truncate(MAX_BYTES + 1)

    records, report = load(workspace / "content")

    (problem,) = report.diagnostics
    assert (problem.code, problem.place, problem.facts) == ("file-too-large", HERE, (("limit", "20 MB"),))
    assert HERE.file not in records
    assert len(records) == 11


def test_byte_order_mark_and_windows_line_ends_are_no_matter(workspace: Path) -> None:
    """A file saved by Notepad reads like any other."""
    file = workspace / "content" / "organs.yaml"
    plain, _ = load(workspace / "content")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    records, report = load(workspace / "content")

    assert report.diagnostics == ()
    assert records[HERE.file].data == plain[HERE.file].data


def test_hidden_files_are_passed_over(workspace: Path) -> None:
    """Files that editors and file managers hide are nobody's records."""
    (workspace / "content" / ".organs.yaml.swp").write_bytes(b"\xff\xfe")

    assert load(workspace / "content")[1].diagnostics == ()


def test_an_empty_content_folder_tells_what_belongs_there(tmp_path: Path) -> None:
    """Every required file is named, in the table's order."""
    (tmp_path / "content").mkdir()

    _, report = load(tmp_path / "content")

    assert [(d.code, d.place.file.removeprefix("content/")) for d in report.diagnostics] == [
        ("file-missing", "workspace.yaml"),
        ("file-missing", "organs.yaml"),
        ("file-missing", "regions.yaml"),
        ("file-missing", "calendar.yaml"),
        ("file-missing", "schemes/*.yaml"),
        ("file-missing", "programmes/*/programme.yaml"),
    ]


def test_links_are_refused_and_not_followed(workspace: Path) -> None:
    """A record file or a programme that is a link is told; what it points to is not read."""
    programmes = workspace / "content" / "programmes"
    (programmes / "2021-water-parks").rename(workspace / "elsewhere")
    (programmes / "2021-water-parks").symlink_to(workspace / "elsewhere")
    organs = workspace / "content" / "organs.yaml"
    organs.rename(workspace / "organs.yaml")
    organs.symlink_to(workspace / "organs.yaml")

    records, report = load(workspace / "content")

    links = {d.place.file for d in report.diagnostics if d.code == "file-is-link"}
    assert links == {"content/organs.yaml", "content/programmes/2021-water-parks"}
    assert not any(path.startswith("content/programmes") for path in records)
