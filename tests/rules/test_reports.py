"""Progress reports: what is due when, where each stands, and what is refused."""

from dataclasses import replace

import pytest
from round_changes import base, day, found_by, id_of, model_of, results, supervised, told

from gongshi.diagnostics import Report
from gongshi.model.base import YearMonth
from gongshi.model.round import Round
from gongshi.model.supervision import ProgressReport, Revocation
from gongshi.public.follow_up import ReportStatus
from gongshi.rules import reports
from gongshi.rules.check import check
from gongshi.rules.reports import due_day, due_months, due_reports, planned_months, report_status
from gongshi.rules.table import RULES


@pytest.mark.parametrize(
    ("received", "today", "status"),
    [
        ("06-30", "07-15", "received"),
        ("07-01", "07-15", "late"),
        (None, "06-30", "due"),
        (None, "07-01", "missing"),
        ("06-02", "06-15", "received"),
        ("06-15", "06-15", "received"),
        ("07-02", "07-01", "missing"),
    ],
)
def test_a_report_is_in_time_until_the_end_of_its_month(received: str | None, today: str, status: ReportStatus) -> None:
    """The last day of the month is in time, the next is late; else it is due, then missing."""
    assert report_status("2021-06", day(received) if received else None, day(today)) == status


@pytest.mark.parametrize(
    ("month", "last"), [("2021-06", "2021-06-30"), ("2021-12", "2021-12-31"), ("2016-02", "2016-02-29")]
)
def test_reports_are_due_on_the_last_day(month: YearMonth, last: str) -> None:
    """The end of June, of December, and of a February with a 29th."""
    assert due_day(month) == day(last)


def planned(starts: str, ends: str, announced: str = "05-10") -> Round:
    """A round announced that day, whose first applicant's plan has that span."""
    round_ = results(base(), announced_on=day(announced))
    first = round_.applications[0].model_copy(update={"starts": starts, "ends": ends})
    return replace(round_, applications=(first, *round_.applications[1:]))


@pytest.mark.parametrize(
    ("starts", "ends", "announced", "months"),
    [
        ("2021-06", "2022-12", "05-10", ["2021-06", "2021-12", "2022-06", "2022-12"]),
        ("2021-07", "2022-11", "05-10", ["2021-12", "2022-06", "2022-12"]),
        ("2021-07", "2022-06", "05-10", ["2021-12", "2022-06"]),
        ("2021-01", "2021-12", "09-01", ["2021-12"]),
        ("2021-01", "2021-12", "2021-12-31", ["2021-12"]),
        ("2021-06", "2021-06", "05-10", ["2021-06"]),
    ],
)
def test_reports_span_the_plan(starts: str, ends: str, announced: str, months: list[str]) -> None:
    """The first is due after announcement and start, the last at the reporting month that closes the plan."""
    round_ = planned(starts, ends, announced)

    assert list(planned_months(round_, round_.applications[0])) == months


def test_before_the_announcement_no_report_is_due() -> None:
    """Nobody has won yet, so nobody reports."""
    round_ = results(base(), announced_on=None)

    assert planned_months(round_, round_.applications[0]) == ()


@pytest.mark.parametrize(("revoked", "months"), [("2021-12-31", ["2021-06"]), ("2022-01-01", ["2021-06", "2021-12"])])
def test_a_cancelled_title_ends_the_reports(revoked: str, months: list[str]) -> None:
    """A report whose day had passed before the title was cancelled is owed, a later one is not."""
    cancelled = Revocation(application=id_of("hubin"), decided_on=day(revoked), reason="样例")
    round_ = supervised(planned("2021-06", "2022-12"), revocations=(cancelled,))

    assert list(due_months(round_, round_.applications[0])) == months


def test_the_board_sees_each_winners_reports() -> None:
    """Every winner's reports are listed by month, in the order of the applications, each with where it stands."""
    found = due_reports(base(), day("07-05"))

    assert [(r.application, r.status) for r in found if r.due == "2021-06"] == [
        ("2021-hubin", "received"),
        ("2021-bailu", "received"),
        ("2021-songling", "missing"),
    ]
    assert [r.due for r in found] == sorted(r.due for r in found)
    assert {r.status for r in found if r.due > "2021-06"} == {"due"}


def report(due: str, name: str = "hubin") -> ProgressReport:
    """A report on record."""
    return ProgressReport(application=id_of(name), due=due, received_on=day("06-28"))


@pytest.mark.parametrize(
    ("due", "months", "plan"),
    [
        ("2021-06", [], []),
        ("2022-12", [], []),
        ("2021-05", ["2021-05"], []),
        ("2020-12", [], ["2020-12"]),
        ("2023-06", [], ["2023-06"]),
    ],
)
def test_a_report_has_its_month_and_its_time(due: str, months: list[str], plan: list[str]) -> None:
    """A month that is none for reports and one outside the plan are told, each by its own rule."""
    round_ = supervised(base(), reports=(report(due),))

    both = RULES.only(reports.reports_for_reporting_months, reports.reports_within_plan)
    found = [(d.code, d.value) for d in check(model_of(round_), both, Report()).diagnostics]

    assert found == [("report-month", month) for month in months] + [("report-beside-plan", month) for month in plan]


@pytest.mark.parametrize(
    ("today", "missing"), [("06-30", []), ("07-01", ["2021-06"]), ("2022-01-01", ["2021-06", "2021-12"])]
)
def test_missing_reports_are_told_once_a_month(today: str, missing: list[str]) -> None:
    """Each month that has passed is one warning, however many winners it concerns."""
    assert told(reports.no_report_missing, base(), today) == [("report-missing", month) for month in missing]


def test_missing_reports_name_the_counties_that_keep_their_title() -> None:
    """A winner whose title was cancelled after its report was due is asked for it no more, as on the board."""
    cancelled = Revocation(application=id_of("bailu"), decided_on=day("08-01"), reason="样例")
    round_ = supervised(base(), revocations=(cancelled,))

    before, after = (
        [dict(d.facts)["winners"] for d in found_by(reports.no_report_missing, model_of(round_, today))]
        for today in ("07-31", "08-01")
    )

    assert before == ["湖滨区、白鹭区、松岭市"]
    assert after == ["湖滨区、松岭市"]


def test_missing_reports_are_told_at_a_report_of_their_month() -> None:
    """The place is the month's own, or the list where nothing came for that month."""
    found = found_by(reports.no_report_missing, model_of(base(), "2022-01-01"))

    assert [d.place.path for d in found] == [("reports", "#due=2021-06", "due"), ("reports",)]


def test_only_reports_that_have_not_come_are_owed() -> None:
    """Of a month for which some have reported the others are named."""
    found = found_by(reports.no_report_missing, model_of(base(), "07-01"))

    assert [dict(d.facts)["winners"] for d in found] == ["松岭市"]


def test_before_the_announcement_a_report_is_beside_no_plan() -> None:
    """There is no time for reports yet; that one came all the same is told by another rule."""
    round_ = supervised(results(base(), announced_on=None), reports=(report("2021-06"),))

    assert told(reports.reports_within_plan, round_) == []
