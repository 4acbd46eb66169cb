"""Progress reports (进展报告): which are due when, whether each has come, and the rules on them."""

import calendar
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.application import Application
from gongshi.model.base import Day, YearMonth, first_day_of
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.model.supervision import ProgressReport
from gongshi.public.follow_up import ReportStatus


@dataclass(frozen=True)
class DueReport:
    """A report that a winner owes or has handed in."""

    application: str
    due: YearMonth
    received_on: Day | None
    status: ReportStatus


def due_day(month: YearMonth) -> Day:
    """The last day on which a report for the period ending with that month is in time."""
    first = first_day_of(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def report_status(due: YearMonth, received_on: Day | None, today: Day) -> ReportStatus:
    """The state of a report on a day: received in time, received late, missing, or not yet past its day.

    A report received after that day counts as not received.
    """
    if received_on and received_on <= today:
        return "received" if received_on <= due_day(due) else "late"
    return "missing" if today > due_day(due) else "due"


def planned_months(r: Round, application: Application) -> tuple[YearMonth, ...]:
    """Months at whose end a winner reports: from announcement and start of its plan until the plan is over.

    The last is the first reporting month in which or before which the plan ends; none before the announcement.
    """
    if r.announced_on is None:
        return ()
    begin = max(application.starts, f"{r.announced_on:%Y-%m}")
    years = range(int(begin[:4]), int(application.ends[:4]) + 2)
    months = [f"{year}-{month:02}" for year in years for month in sorted(r.scheme.reporting.months)]
    last = next((month for month in months if month >= application.ends), application.ends)
    return tuple(month for month in months if begin <= month <= last)


def due_months(r: Round, application: Application) -> tuple[YearMonth, ...]:
    """The planned months of a winner, without those after its title was cancelled."""
    revoked = r.revoked.get(application.id)
    months = planned_months(r, application)
    return tuple(month for month in months if revoked is None or due_day(month) < revoked.decided_on)


def due_reports(r: Round, today: Day) -> tuple[DueReport, ...]:
    """All reports of a round's winners, past and to come, by month and then in the order of the applications."""
    received = {(r.application, r.due): r.received_on for r in r.supervision.reports}
    owed = sorted(
        ((month, winner.id) for winner in r.with_outcome("selected") for month in due_months(r, winner)),
        key=lambda one: one[0],
    )
    days = [(winner, month, received.get((winner, month))) for month, winner in owed]
    return tuple(DueReport(winner, month, day, report_status(month, day, today)) for winner, month, day in days)


def _reports_of_winners(r: Round) -> Iterator[tuple[ProgressReport, Application]]:
    """Reports of winners, each with its application; those of others are reported by `supervised_are_winners`."""
    for report in r.supervision.reports:
        if report.application in r.applications_by_id and r.outcomes.get(report.application) == "selected":
            yield report, r.application(report.application)


REPORT_MONTH = error(
    "report-month",
    "应报月份（{value}）不是规定的报送月份（{months}）。",
    "请改正应报月份。",
    "No report is due for {value}: it is not one of the scheme's reporting months.",
)


def reports_for_reporting_months(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A report is for a period that ends with one of the scheme's reporting months."""
    reporting = r.scheme.reporting
    for report, _ in _reports_of_winners(r):
        if int(report.due[5:]) not in reporting.months:
            months = "、".join(f"{month}月" for month in reporting.months)
            yield model.at(report, "due").problem(REPORT_MONTH, clause=reporting.clause, months=months)


REPORT_BESIDE_PLAN = error(
    "report-beside-plan",
    "应报月份（{value}）不在申报 {application} 的报送时间之内，该申报从 {first} 报到 {last}。",
    "请核对应报月份和方案起止年月。",
    "{application} reports from {first} to {last}, not for {value}.",
)


def reports_within_plan(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A report is for a time between the announcement and the end of the winner's plan."""
    for report, winner in _reports_of_winners(r):
        planned = planned_months(r, winner)
        if planned and report.due not in planned:
            facts = {"application": winner.id, "first": planned[0], "last": planned[-1]}
            clause = r.scheme.reporting.clause
            yield model.at(report, "due").problem(REPORT_BESIDE_PLAN, clause=clause, **facts)


def owed_reports(r: Round, today: Day) -> dict[YearMonth, list[Application]]:
    """By month, past and to come, the winners that keep their title on a day and whose report has not come by then."""
    owed: dict[YearMonth, list[Application]] = defaultdict(list)
    gone = r.revoked_by(today)
    for report in due_reports(r, today):
        if report.status in {"missing", "due"} and report.application not in gone:
            owed[report.due].append(r.application(report.application))
    return owed


REPORT_MISSING = warning(
    "report-missing",
    "{value} 的进展报告已过期，还有 {count} 家没有收到：{winners}。",
    "请催报；已经收到的，请在 supervision.yaml 的 reports 中登记收到日期。",
    "{count} reports for {value} are overdue: {winners}. Remind them, or record what came in.",
)


def no_report_missing(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A warning for each month whose reports are past their day and have not all come in."""
    # A file that could not be read may hold them.
    unread = f"{r.folder}/supervision.yaml" in model.unread
    months = {report.due for report in r.supervision.reports}
    for month, winners in owed_reports(r, model.today).items() if not unread else ():
        if due_day(month) < model.today:
            # At the last report for the month; if none has come, at the list itself.
            path = (f"#due={month}", "due") if month in months else ()
            found, clause = model.at(r.supervision, "reports", *path).called("应报月份"), r.scheme.reporting.clause
            names = "、".join(model.county_of(winner) for winner in winners)
            yield found.problem(REPORT_MISSING, value=month, clause=clause, winners=names, count=len(winners))
