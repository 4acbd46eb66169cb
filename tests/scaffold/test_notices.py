"""Scaffolds of notices: their numbers and days, what they are about, what is refused."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from scaffolded import NEXT, files, notices, problems
from workspace_factory import RECORDS, ROUND, project_of, rewrite

from gongshi.scaffold.notices import Wish, new_notices
from gongshi.scaffold.programmes import new_programme
from gongshi.scaffold.refusal import RefusedRecordError

DAY = "2021-06-30"
"""The day that the minimal workspace takes for today."""


APPROVAL = Wish(ROUND, "approval", "2021-songling")


def test_each_winner_gets_a_notice_of_its_own(workspace: Path) -> None:
    """With --all every winner without such a notice gets a draft, numbered on in the order of the record."""
    (workspace / RECORDS / "notices.yaml").write_text("notices: []\n", encoding="utf-8")

    path, added = new_notices(project_of(workspace), Wish(ROUND, "approval", every_one=True))

    assert path == f"{RECORDS}/notices.yaml"
    assert [tuple(str(value) for value in notice.values()) for notice in added] == [
        (f"approval-{name}", "approval", "draft", f"样经信〔2021〕{number}号", DAY, DAY, f"2021-{name}")
        for number, name in enumerate(("hubin", "bailu", "songling"), 1)
    ]
    assert notices(workspace) == list(added)


def test_a_notice_of_another_organ_bears_its_number(workspace: Path) -> None:
    """The lead organ that is named gives the code, and stands in the record."""
    _, (notice,) = new_notices(project_of(workspace), Wish(ROUND, "award", organ="czt", id="funds"))

    assert (notice["id"], notice["lead_organ"], notice["document_no"]) == ("funds", "czt", "样财企〔2021〕1号")


def test_a_notice_without_a_number_gets_none(workspace: Path) -> None:
    """公示 is not numbered, and takes its day from the record of the window."""
    _, (notice,) = new_notices(project_of(workspace), Wish(ROUND, "publicity", id="second"))

    assert "document_no" not in notice
    assert str(notice["issued_on"]) == "2021-04-20"


def test_what_a_kind_needs_is_left_to_fill(workspace: Path) -> None:
    """A notice that takes another one back says which and why, and the check names the two places."""
    new_notices(project_of(workspace), Wish(ROUND, "withdrawal"))

    assert [line.split(" ", 1)[1] for line in problems(workspace)] == [
        "错误 not-filled 所涉公文编号 待填",
        "错误 not-filled 事由 待填",
    ]


@pytest.mark.parametrize(
    ("kind", "day", "about"),
    [
        ("funding", "2021-07-01", {"lead_organ": "czt", "year": 2021, "document_no": "样财企〔2021〕1号"}),
        ("reward", "2021-07-01", {"lead_organ": "czt", "year": "待填"}),
        ("evaluation", "2021-07-01", {"year": "待填"}),
        ("report-request", "2021-06-30", {"year": 2021, "month": 6}),
        ("report-request", "2021-07-01", {"year": 2021, "month": 12}),
    ],
)
def test_a_notice_takes_from_the_records_what_they_tell(
    workspace: Path, kind: str, day: str, about: dict[str, object]
) -> None:
    """Money is announced by who pays it, of the latest year on record; a report is asked for that is due next."""
    project = replace(project_of(workspace), today=dt.date.fromisoformat(day), pinned=False)

    _, (notice,) = new_notices(project, Wish(ROUND, kind, id="new"))

    assert about.items() <= notice.items()
    assert ("lead_organ" in notice) == ("lead_organ" in about)


def test_after_the_last_report_of_a_year_the_next_years_first_is_due(workspace: Path) -> None:
    """A request made when no report is due any more that year asks for the first of the next."""
    rewrite(workspace / "content" / "schemes" / "water-parks.yaml", "months: [6, 12]", "months: [4]")

    _, (notice,) = new_notices(project_of(workspace), Wish(ROUND, "report-request"))

    assert (notice["year"], notice["month"]) == (2022, 4)


def test_a_payer_that_numbers_nothing_does_not_lead(workspace: Path) -> None:
    """Without a code of the payer money is announced by the round's lead organ."""
    file = workspace / "content" / "organs.yaml"
    rewrite(file, "样财企", "待填")

    _, (notice,) = new_notices(project_of(workspace), Wish(ROUND, "funding"))

    assert "lead_organ" not in notice


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("score-sheet", ["score-sheet-e1", "score-sheet-e2", "score-sheet-e3"]),
        ("objection-reply", ["objection-reply-y1"]),
    ],
)
def test_each_expert_and_objection_gets_its_own(workspace: Path, kind: str, names: list[str]) -> None:
    """With --all a score sheet is made for each expert, and a reply for each objection that can be answered."""
    _, added = new_notices(project_of(workspace), Wish(ROUND, kind, every_one=True))

    assert [notice["id"] for notice in added] == names
    assert problems(workspace) == []


def test_an_approval_in_letter_format_has_no_printing_date(workspace: Path) -> None:
    """Where the round approves by 复函 the draft has a number, but no imprint and so no printing date."""
    rewrite(workspace / RECORDS / "programme.yaml", "approval_form: reply", "approval_form: letter")

    _, (notice,) = new_notices(project_of(workspace), APPROVAL)

    assert "document_no" in notice
    assert "printed_on" not in notice


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        (Wish("", "call"), "missing"),
        (Wish(ROUND, ""), "missing"),
        (Wish(ROUND, "approval"), "missing"),
        (Wish(ROUND, "call", "2021-hubin"), "too-much"),
        (Wish(ROUND, "approval", "2021-hubin", every_one=True), "too-much"),
        (Wish(ROUND, "nonsense"), "no-kind"),
        (Wish("nonsense", "call"), "no-programme"),
        (Wish("../../..", "call"), "no-programme"),
        (Wish(ROUND, "call", organ="nonsense"), "no-organ"),
        (Wish(ROUND, "call", id="../call"), "bad-id"),
        (Wish(ROUND, "approval", "2021-qingxi"), "no-winner"),
        (Wish(ROUND, "call"), "notice-exists"),
        (Wish(ROUND, "approval", "2021-hubin"), "notice-exists"),
    ],
)
def test_a_notice_that_cannot_be_is_refused(workspace: Path, wish: Wish, reason: str) -> None:
    """A wrong option or a notice that is there already is refused in words of the table, and nothing is written."""
    before = files(workspace)

    with pytest.raises(RefusedRecordError) as refused:
        new_notices(project_of(workspace), wish)

    assert refused.value.args[0] == reason
    assert files(workspace) == before


def test_nothing_is_added_once_every_winner_has_its_notice(workspace: Path) -> None:
    """A second run of --all has nothing to add and says so."""
    project = project_of(workspace)
    new_notices(project, Wish(ROUND, "approval", every_one=True))
    before = files(workspace)

    with pytest.raises(RefusedRecordError) as refused:
        new_notices(project, Wish(ROUND, "approval", every_one=True))

    assert refused.value.args[0] == "all-there"
    assert files(workspace) == before


def test_no_number_is_given_while_notices_cannot_be_read(workspace: Path) -> None:
    """A file of another round that cannot be read may hold the highest number, so none is given."""
    other = workspace / "content" / "programmes" / "2020-other" / "notices.yaml"
    other.parent.mkdir()
    other.write_text("notices:\n  - document_no: 样经信〔2021〕9999号\n  - [\n", encoding="utf-8")

    with pytest.raises(RefusedRecordError) as refused:
        new_notices(project_of(workspace), APPROVAL)

    assert refused.value.args == ("faulty", "content/programmes/2020-other/notices.yaml")


def test_numbers_of_rounds_with_faults_count(workspace: Path) -> None:
    """Notices of a round whose own record has errors hold their numbers in the register."""
    new_programme(project_of(workspace), NEXT, "water-parks", 2022)
    new_notices(project_of(workspace), Wish(NEXT, "call"))

    _, (notice,) = new_notices(project_of(workspace), APPROVAL)

    assert notices(workspace, NEXT)[0]["document_no"] == "样经信〔2021〕9004号"
    assert notice["document_no"] == "样经信〔2021〕9005号"


def test_the_only_objection_that_can_be_answered_is_filled_in(workspace: Path) -> None:
    """A reply is to the one objection without a reply; once it has one, staff have to say which."""
    project, wish = project_of(workspace), Wish(ROUND, "objection-reply")

    _, (first,) = new_notices(project, wish)
    _, (second,) = new_notices(project, replace(wish, id="another"))

    assert (first["objection"], second["objection"]) == ("y1", "待填")


@pytest.mark.parametrize(("later", "publicity", "issued"), [(1, "w1", "2021-05-01"), (2, "待填", "2021-06-30")])
def test_the_only_later_window_is_filled_in_with_its_day(
    workspace: Path, later: int, publicity: str, issued: str
) -> None:
    """A second 公示 opens the one window after the first, on the day it is published; of two nobody guesses."""
    windows = "".join(
        f"  - {{id: w{n}, published_on: 2021-05-0{n}, first_day: 2021-05-0{n}, last_day: 2021-05-1{n}}}\n"
        for n in range(1, later + 1)
    )
    rewrite(workspace / RECORDS / "results.yaml", "announced_on:", f"{windows}\nannounced_on:")

    _, (notice,) = new_notices(project_of(workspace), Wish(ROUND, "second-publicity"))

    assert (notice["publicity"], str(notice["issued_on"])) == (publicity, issued)
