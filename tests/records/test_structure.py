"""From parsed data to the model: faulty items are left out, the rest is checked all the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from workspace_factory import RECORDS, ROUND, lines, minimal_model, project_of, read, rewrite

from gongshi.composed import compose_project
from gongshi.model.base import Record
from gongshi.records.load import load
from gongshi.records.messages import named
from gongshi.records.structure import structure
from gongshi.rules.check import check
from gongshi.rules.table import RULES


def test_the_minimal_workspace_becomes_one_round() -> None:
    """Organs, divisions, calendar, scheme and round stand in the model under their ids."""
    model = minimal_model()

    assert set(model.organs) == {"jxt", "czt", "xlczj"}
    assert set(model.schemes) == {"water-parks"}
    assert set(model.calendar) == {2021}
    assert set(model.rounds) == {ROUND}
    assert [a.id for a in model.rounds[ROUND].applications] == [
        "2021-hubin",
        "2021-qingxi",
        "2021-bailu",
        "2021-songling",
    ]
    assert model.unread == frozenset()


def test_a_misspelt_field_is_told_with_the_nearest(workspace: Path) -> None:
    """The field that was probably meant comes first in the remedy; what is like nothing has no guess."""
    rewrite(workspace / "content" / "organs.yaml", "    address:", "    adress:")
    told = next(d for d in read(workspace)[2].diagnostics if d.code == "unknown-key")
    rewrite(workspace / "content" / "organs.yaml", "    adress:", "    zzz:")
    strange = next(d for d in read(workspace)[2].diagnostics if d.code == "unknown-key")

    assert told.words[1].startswith("似应为 address（通信地址）。可用的栏目：")
    assert strange.words[1].startswith("可用的栏目：")


def test_a_pinned_day_counts_before_the_clock(workspace: Path) -> None:
    """`today` of the workspace is taken for today; without it the clock's day is."""
    pinned = read(workspace)[0].today
    rewrite(workspace / "content" / "workspace.yaml", "today: 2021-06-30\n", "")

    assert pinned.isoformat() == "2021-06-30"
    assert read(workspace)[0].today.isoformat() == "2022-01-01"


def test_a_faulty_item_is_left_out_and_noted(workspace: Path) -> None:
    """One faulty application is reported; the other three are in the model, and its id is known as unread."""
    rewrite(workspace / RECORDS / "applications.yaml", "investment: 8000000", "investment: 八百万")

    model, _, report = read(workspace)

    assert [d.code for d in report.diagnostics] == ["wrong-type"]
    assert [a.id for a in model.rounds[ROUND].applications] == ["2021-hubin", "2021-bailu", "2021-songling"]
    assert "2021-qingxi" in model.unread


def test_what_could_not_be_read_is_not_told_twice(workspace: Path) -> None:
    """References to a faulty application, and its missing outcome, are not reported on top of its own fault."""
    rewrite(workspace / RECORDS / "applications.yaml", "investment: 8000000", "investment: 八百万")
    rewrite(workspace / RECORDS / "results.yaml", "  - {application: 2021-qingxi, outcome: not_selected}\n", "")

    report = compose_project(project_of(workspace)).report

    assert lines(report.diagnostics) == [f"{RECORDS}/applications.yaml:46:21 错误 wrong-type 投入资金（元） 八百万"]


@pytest.mark.parametrize(
    "file",
    ["organs.yaml", "calendar.yaml", "schemes/water-parks.yaml"]
    + [f"programmes/{ROUND}/{name}.yaml" for name in ("programme", "applications", "reviews", "results", "notices")],
)
def test_a_file_that_cannot_be_read_is_the_only_complaint(workspace: Path, file: str) -> None:
    """Whichever file is broken, nothing is said of what other files want from it."""
    with (workspace / "content" / file).open("a", encoding="utf-8") as end:
        end.write("\n]")

    report = compose_project(project_of(workspace)).report

    assert {d.code for d in report.diagnostics} == {"yaml-syntax"}


@pytest.mark.parametrize("file", ["workspace.yaml", "regions.yaml"])
def test_without_settings_or_regions_there_is_no_model(workspace: Path, file: str) -> None:
    """Nothing can be checked without the workspace's settings and its divisions, so only their fault is told."""
    with (workspace / "content" / file).open("a", encoding="utf-8") as end:
        end.write("surprise: 1\n")

    records, report = load(workspace / "content")
    model, report = structure(records, report, minimal_model().today)

    assert model is None
    assert [d.code for d in report.diagnostics] == ["unknown-key"]


@pytest.mark.parametrize("name", ["applications", "reviews", "results", "notices"])
def test_a_round_grows_file_by_file(workspace: Path, name: str) -> None:
    """A round may lack applications, reviews, results or notices: it has not come so far."""
    (workspace / RECORDS / f"{name}.yaml").unlink()

    model, _, report = read(workspace)

    assert report.diagnostics == ()
    assert ROUND in model.rounds


def test_choices_are_listed_as_chinese_lists_them(workspace: Path) -> None:
    """A word that is none of the allowed ones is answered with all that are and what they mean, joined by 、."""
    rewrite(workspace / RECORDS / "results.yaml", "2021-hubin, outcome: selected", "2021-hubin, outcome: chosen")

    found = read(workspace)[2].diagnostics[0]

    assert dict(found.facts)["expected"] == (
        "应为 selected（列入）、reserve（候补）、pilot（试点培育）、not_selected（未列入）"
    )


def test_unknown_keys_are_answered_with_the_known_ones(workspace: Path) -> None:
    """The remedy lists the fields of that very record with their Chinese names."""
    rewrite(workspace / RECORDS / "results.yaml", "first_day: ", "frist_day: ")

    found = next(d for d in read(workspace)[2].diagnostics if d.code == "unknown-key")

    assert dict(found.facts)["allowed"] == (
        "id（公示编号）、published_on（公示发布日期）、first_day（公示首日）、last_day（公示末日）、"
        "applications（公示的申报号）"
    )


def choices(annotation: Any) -> Iterator[tuple[str, ...]]:
    """The lists of words from which a field's value is one."""
    if get_origin(annotation) is Literal:
        yield get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from choices(part)


def test_every_choice_has_a_meaning() -> None:
    """No list of English words is shown to staff without their Chinese, but for what is Chinese itself."""
    fields = [info for record in Record.__subclasses__() for info in record.model_fields.values()]
    found = {listed for info in fields for listed in choices(info.annotation)}

    assert len(found) == 11
    assert all(not shown.isascii() for listed in found for shown in named(listed))


@pytest.mark.parametrize("points", ["三十五分", "-1"])
def test_a_value_under_a_key_of_its_own_is_told_by_its_field(workspace: Path, points: str) -> None:
    """Points stand below the criterion's id; the field that holds them is named."""
    rewrite(workspace / RECORDS / "reviews.yaml", "plan: 36.39", f"plan: {points}")

    assert [found.field for found in read(workspace)[2].diagnostics] == ["各项得分"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (f"{RECORDS}/programme.yaml", "id: 2021-water-parks", "id: 2021-parks"),
        ("content/schemes/water-parks.yaml", "id: water-parks", "id: parks"),
    ],
)
def test_a_record_that_calls_itself_otherwise_is_known_by_its_name(
    workspace: Path, file: str, old: str, new: str
) -> None:
    """Only the id is told; whatever else is told of the round or its scheme names a file that exists."""
    rewrite(workspace / file, old, new)
    rewrite(workspace / RECORDS / "programme.yaml", "addressees: 各市", "addressees: 各市,")
    rewrite(workspace / "content/schemes/water-parks.yaml", "applicant: 县", "applicant: 县,")

    model, _, report = read(workspace)
    found = check(model, RULES, report).diagnostics

    assert sorted(d.code for d in found) == ["half-width-punctuation", "half-width-punctuation", "id-differs"]
    assert all((workspace / d.place.file).is_file() for d in found)


def test_a_scheme_is_found_under_the_id_it_gives_itself(workspace: Path) -> None:
    """A round that names its scheme by the wrong id is checked all the same; the id is the only complaint."""
    rewrite(workspace / "content/schemes/water-parks.yaml", "id: water-parks", "id: parks")
    rewrite(workspace / RECORDS / "programme.yaml", "scheme: water-parks", "scheme: parks")

    model, _, report = read(workspace)

    assert [d.code for d in report.diagnostics] == ["id-differs"]
    assert model.rounds[ROUND].scheme.id == "water-parks"
