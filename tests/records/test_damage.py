"""Damaged records: whatever happens to a line, a run ends with a report and never with an accident."""

from pathlib import Path

from drawn import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from workspace_factory import MINIMAL, NEW_YEAR, REPOSITORY

from gongshi.diagnostics import Place, Report
from gongshi.documents.compose import compose
from gongshi.documents.writers import WRITERS
from gongshi.projection.projection import public_view
from gongshi.records.load import RecordFile, Records, load, parse
from gongshi.records.locate import locate
from gongshi.records.structure import structure
from gongshi.rules.check import check
from gongshi.rules.table import RULES

RECORDS, _ = load(MINIMAL / "content")
LINES = [(file, number) for file in RECORDS for number in range(RECORDS[file].text.count("\n"))]
VALUES = [
    *("", "null", '""', "[]", "{}", "0", "-1", "1.5", "true", "甲", "[a]", "{a: 1}", ".nan", "~", "|", "- a", "!!x y"),
    *(
        "&a b",
        "*a",
        '"',
        "2021-02-30",
        "2021-01-01",
        "2021-04-27 10:00:00",
        '"2021-13"',
        "{{ x }}",
        "{% x %}",
        "9" * 20,
    ),
]
"""What people, programs and accidents put in the place of a value."""
TEMPLATES: tuple[Path, ...] = (REPOSITORY / "templates",)


def told(records: Records, report: Report) -> Report:
    """A whole run up to the public view."""
    model, report = structure(records, report, NEW_YEAR)
    if model is None:
        return locate(report, records)
    report = check(model, RULES, report)
    if not report.has_errors:
        notices, views, report = compose(model, WRITERS, TEMPLATES, report)
        if not report.has_errors:
            public_view(model, notices, views)
    return locate(report, records)


@given(
    st.sampled_from(LINES),
    st.sampled_from(["delete", "repeat", "indent", "outdent", "cut"]) | st.sampled_from(VALUES).map(": {}".format),
)
@settings(examples(120), derandomize=True)
def test_a_damaged_line_is_told_with_its_line_or_does_no_harm(line: tuple[str, int], damage: str) -> None:
    """A line deleted, repeated, shifted, cut or given another value gives a report whose problems all have a line."""
    file, number = line
    whole = RECORDS[file].text.split("\n")
    old = whole[number]
    key = old.partition(":")[0]
    new = {
        "delete": [],
        "repeat": [old, old],
        "indent": [f"  {old}"],
        "outdent": [old[2:]],
        "cut": [old[: len(old) // 2]],
    }
    text = "\n".join([*whole[:number], *new.get(damage, [key + damage]), *whole[number + 1 :]])

    data, problems = parse(text, Place(file))
    damaged = {} if problems else {file: RecordFile(file, RECORDS[file].kind, text, data)}
    records = {name: record for name, record in RECORDS.items() if name != file} | damaged
    report = told(records, Report(tuple(problems)))

    for problem in report.diagnostics:
        assert problem.place.line is not None
        assert all(problem.words)
