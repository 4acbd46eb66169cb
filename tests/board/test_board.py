"""The board: what is due, late and blocking, and how people and programs read it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from catalogue import CATALOGUE
from workspace_factory import RECORDS, ROUND, minimal_model, minimal_round, project_of, rewrite, with_round

from gongshi.board.board import Board, board
from gongshi.desk.board import HEAD, ITEMS_HEAD, as_data, items, open_board, table
from gongshi.diagnostics import Diagnostic, Place, Severity
from gongshi.model.base import Day
from gongshi.model.model import Model
from gongshi.model.supervision import Plaque, Revocation, Supervision

COUNTS = {Severity.ERROR: 0, Severity.WARNING: 2, Severity.NOTE: 1}


def on(day: str, model: Model | None = None) -> Board:
    """The board of the minimal workspace, or of another, on a day."""
    return board(replace(model or minimal_model(), today=Day.fromisoformat(day)), (), [ROUND])


def told(found: Board, nature: str) -> list[tuple[str, str]]:
    """Kind and wording of the only round's items: late, coming or blocks."""
    return [(item.kind, item.what) for item in getattr(found.rows[0], nature)]


def test_a_report_is_due_until_the_end_of_its_month() -> None:
    """On the last day the report is due, on the next it is late, and only those who have not sent it are named."""
    last, next_day = on("2021-06-30").rows[0], on("2021-07-01").rows[0]

    assert ("report", ("2021-songling",)) in [(item.kind, item.applications) for item in last.coming]
    assert ("report", Day(2021, 6, 30)) in [(item.kind, item.day) for item in next_day.late]


def test_the_offices_terms_decide_what_is_late() -> None:
    """Payments and approvals are late after the days, evaluations after the month, that the workspace names."""
    assert told(on("2021-06-09"), "late") == []
    assert told(on("2021-06-10"), "late") == [("approval", "批复")]
    assert told(on("2021-07-10"), "late") == [
        ("approval", "批复"),
        ("report", "2021年6月进展报告"),
        ("payment", "资金下达"),
    ]
    assert ("evaluation", "2021年度绩效评价") in told(on("2022-07-01"), "late")


@pytest.mark.parametrize(
    ("form", "kept", "lacking"),
    [
        ("reply", (), ("2021-hubin", "2021-bailu", "2021-songling")),
        ("letter", ("approval-hubin",), ("2021-bailu", "2021-songling")),
        ("reply", ("approval-hubin", "approval-bailu"), ("2021-bailu", "2021-songling")),
        ("reply", ("approval-hubin", "withdrawal"), ("2021-hubin", "2021-bailu", "2021-songling")),
        (None, ("approval-hubin",), ("2021-bailu", "2021-songling")),
        (None, (), ()),
    ],
)
def test_every_winner_gets_its_approval_where_plans_are_approved(
    form: str | None, kept: tuple[str, ...], lacking: tuple[str, ...]
) -> None:
    """A 批复 is owed to each winner of a round that approves plans, though none is on record; a draft is none."""
    round_ = minimal_round()
    of_hubin = next(notice for notice in round_.notices if notice.id == "approval-hubin")
    taken_back = {"id": "withdrawal", "kind": "withdrawal", "concerns": "approval-hubin", "application": None}
    notices = (*round_.notices, of_hubin.model_copy(update=taken_back))
    kinds = tuple(n for n in notices if n.kind not in {"approval", "withdrawal"} or n.id in kept)
    programme = round_.programme.model_copy(update={"approval_form": form})
    model = with_round(replace(round_, programme=programme, notices=kinds))

    found = {item.kind: item for item in on("2021-06-09", model).rows[0].coming}

    assert (found["approval"].applications if "approval" in found else ()) == lacking
    assert ("approval" in dict(told(on("2021-06-10", model), "late"))) == bool(lacking)
    assert "approval" not in dict(told(on("2021-05-09", model), "coming"))


def test_a_cancelled_title_owes_nothing_more() -> None:
    """From the day its title is cancelled a winner is asked for no report and no evaluation and is paid nothing."""
    revoked = Revocation(application="2021-songling", decided_on=Day(2021, 7, 5), reason="未实施方案")
    old = minimal_round().supervision
    supervision = Supervision(payments=old.payments, reports=old.reports, revocations=(revoked,))
    model = with_round(replace(minimal_round(), supervision=supervision))

    before, after = on("2021-07-04", model).rows[0], on("2021-07-05", model).rows[0]

    assert any("2021-songling" in item.applications for item in before.late)
    assert not any("2021-songling" in item.applications for item in (*after.late, *after.coming))


def test_an_objection_that_stands_blocks_and_grows_late() -> None:
    """A standing objection blocks from its day on, and is late once the office's term for it has run out."""
    objection = minimal_round().objections[0].model_copy(update={"state": "accepted"})
    model = with_round(replace(minimal_round(), objections=(objection,)))

    assert ("objection", "异议 y1 未办结，不得公布") in told(on("2021-05-08", model), "blocks")
    assert "objection" not in [kind for kind, _ in told(on("2021-05-08", model), "late")]
    assert ("objection", "办结异议 y1") in told(on("2021-05-09", model), "late")


def test_an_objection_stands_until_the_day_of_its_decision() -> None:
    """On an earlier day it blocks, whatever became of it later; the public site counts it as pending then."""
    assert ("objection" in [kind for kind, _ in told(on("2021-04-29"), "blocks")]) is True
    assert ("objection" in [kind for kind, _ in told(on("2021-04-30"), "blocks")]) is False


def test_the_board_does_not_name_who_objected() -> None:
    """The objector stays out of both forms of the board."""
    objection = minimal_round().objections[0].model_copy(update={"state": "accepted"})
    found = on("2021-05-09", with_round(replace(minimal_round(), objections=(objection,))))

    assert objection.objector is not None
    assert objection.objector not in json.dumps([as_data(found, COUNTS), items(found)], ensure_ascii=False)


def test_a_draft_blocks_from_its_day_on() -> None:
    """From its date of issue on a draft blocks, as draft and for the number it lacks; before that day it does not."""
    assert told(on("2021-05-23"), "blocks") == []
    assert told(on("2021-05-24"), "blocks") == [
        ("draft", "批复（approval-bailu）已到成文日期，仍是草稿"),
        ("number", "批复（approval-bailu）没有发文字号"),
    ]


def test_a_step_without_its_notice_blocks() -> None:
    """A round that was called, publicised and announced on record needs a notice for each of these steps."""
    model = with_round(replace(minimal_round(), notices=()))

    assert [kind for kind, _ in told(on("2021-04-20", model), "blocks")] == ["notice", "notice"]
    assert told(on("2021-05-10", model), "blocks")[-1] == ("notice", "没有公布通知的公文记录")


def test_what_the_rules_refuse_blocks() -> None:
    """Errors in a round's records stand on the board, the same one once with its number; warnings do not."""
    file = f"{RECORDS}/applications.yaml"
    errors = [Diagnostic(CATALOGUE["score-missing"], Place(file), value=name) for name in ("a", "b")]
    other = Diagnostic(CATALOGUE["score-missing"], Place("content/programmes/another/applications.yaml"), value="c")
    warned = Diagnostic(
        CATALOGUE["year-differs"], Place(f"{RECORDS}/programme.yaml"), "申报名称", "x", (("year", "2021"),)
    )

    found = board(minimal_model(), [*errors, other, warned], [ROUND])

    assert ("score-missing", f"{errors[0].words[0].removesuffix('。')}（共2处）。") in told(found, "blocks")
    assert [kind for kind, _ in told(found, "blocks")].count("score-missing") == 1
    assert "year-differs" not in [kind for kind, _ in told(found, "blocks")]


def test_tables_and_data_tell_the_same() -> None:
    """People's tables have the columns of their heads, and JSON has its stable keys and the same days."""
    found = on("2021-06-30")
    data = json.loads(json.dumps(as_data(found, COUNTS)))
    (row,) = data["programmes"]

    assert [len(line) for line in table(found)] == [len(HEAD)]
    assert {len(line) for line in items(found)} == {len(ITEMS_HEAD)}
    assert set(data) == {"today", "problems", "unreadable", "programmes"}
    assert data["problems"] == {"error": 0, "warning": 2}
    assert set(row) == {"id", "name", "scheme", "year", "stage", "next", "due", "late", "blocks"}
    assert row["stage"] == {"id": "announced", "name": "已公布·资金下达"}
    assert row["next"] == {"step": "下达资金", "day": "2021-07-09", "days_left": 9}
    assert set(row["late"][0]) == {"kind", "what", "day", "days_left", "applications", "notice"}
    assert row["late"][0]["days_left"] == -21
    assert ("2021-06-30\n今天") in [line[-1] for line in items(found)]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (f"{RECORDS}/programme.yaml", "year: 2021\n", "year: 待填\n"),
        (f"{RECORDS}/programme.yaml", "year: 2021\n", "year: [\n"),
        ("content/schemes/water-parks.yaml", "unit: 个\nfirst_year", "units: 个\nfirst_year"),
    ],
)
def test_a_round_with_faults_of_its_own_is_named(workspace: Path, file: str, old: str, new: str) -> None:
    """A round that cannot be read, or whose scheme cannot, is not on the board but named below it."""
    rewrite(workspace / file, old, new)

    found, report = open_board(project_of(workspace))

    assert found is not None
    assert (found.rows, found.unreadable) == ((), (ROUND,))
    assert report.has_errors


def test_there_is_no_board_without_settings(workspace: Path) -> None:
    """A workspace whose settings cannot be read has no board, and the report says why."""
    rewrite(workspace / "content" / "workspace.yaml", "site_name:", "site_names:")

    found, report = open_board(project_of(workspace))

    assert found is None
    assert report.has_errors


def test_a_day_that_was_asked_for_goes_before_the_pinned_one(workspace: Path) -> None:
    """The workspace's day goes before the clock's, and a day that was asked for before both."""
    project = project_of(workspace)
    pinned, _ = open_board(project)
    asked, _ = open_board(replace(project, today=Day(2021, 4, 25), pinned=False))

    assert pinned is not None
    assert asked is not None
    assert (pinned.today, asked.today) == (Day(2021, 6, 30), Day(2021, 4, 25))
    assert asked.rows[0].stage.id == "in_publicity"


def test_a_winner_that_is_not_eligible_blocks(workspace: Path) -> None:
    """What the rules on eligibility refuse stands on the board without further ado."""
    rewrite(workspace / RECORDS / "applications.yaml", "metric: firms, value: 36", "metric: firms, value: 1")

    found, _ = open_board(project_of(workspace))

    assert found is not None
    assert "winner-not-eligible" in [kind for kind, _ in told(found, "blocks")]


def test_meetings_and_leading_groups_are_due_where_the_scheme_asks() -> None:
    """A leading group is due by the end of the year of the award, an on-site meeting in every year after it."""
    round_ = minimal_round()
    reporting = round_.scheme.reporting.model_copy(update={"leading_group": True, "site_meeting": True})
    scheme = round_.scheme.model_copy(update={"reporting": reporting})
    found = on("2021-06-30", with_round(replace(round_, scheme=scheme))).rows[0]

    days = {item.kind: (item.what, item.day) for item in found.coming}
    assert days["group"] == ("成立领导小组", Day(2021, 12, 31))
    assert days["meeting"] == ("2022年现场会", Day(2022, 12, 31))
    assert "meeting" not in {item.kind for item in on("2021-06-30").rows[0].coming}


@pytest.mark.parametrize(
    ("wanted", "given", "today", "lacking"),
    [
        (True, (), "2021-05-10", ("2021-hubin", "2021-bailu", "2021-songling")),
        (True, (), "2021-05-09", ()),
        (True, ("hubin",), "2021-06-30", ("2021-bailu", "2021-songling")),
        (True, ("hubin",), "2021-06-01", ("2021-hubin", "2021-bailu", "2021-songling")),
        (False, (), "2021-06-30", ()),
    ],
)
def test_plaques_are_due_and_never_late(
    wanted: bool, given: tuple[str, ...], today: str, lacking: tuple[str, ...]
) -> None:
    """Where the scheme gives plaques each winner without one is due for it from the announcement on, by no day."""
    round_ = minimal_round()
    reporting = round_.scheme.reporting.model_copy(update={"plaque": wanted})
    plaques = tuple(Plaque(application=f"2021-{name}", given_on=Day(2021, 6, 2)) for name in given)
    model = with_round(
        replace(
            round_,
            scheme=round_.scheme.model_copy(update={"reporting": reporting}),
            supervision=round_.supervision.model_copy(update={"plaques": plaques}),
        )
    )

    row = on(today, model).rows[0]

    assert [item.applications for item in row.coming if item.kind == "plaque"] == ([lacking] if lacking else [])
    assert "plaque" not in {item.kind for item in row.late}
    assert [line[3] for line in items(on(today, model)) if line[2].startswith("授牌")] == (["—"] if lacking else [])
