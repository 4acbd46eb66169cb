"""Progress reports (进展报告): which are due when, where each stands, and the rules on them."""

import calendar
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.application import Application
from gongshi.model.base import Day, YearMonth, first_day_of
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.model.supervision import ProgressReport
from gongshi.rules.places import in_supervision

ReportStatus = Literal["received", "late", "missing", "due"]
"""按时收到, 逾期收到, 逾期未报, 未到期."""


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
    """Where a report stands on a day: received in time, received late, missing, or not yet past its day.

    One that is to come in after that day has not come.
    """
    if received_on and received_on <= today:
        return "received" if received_on <= due_day(due) else "late"
    return "missing" if today > due_day(due) else "due"


def planned_months(round_: Round, application: Application) -> tuple[YearMonth, ...]:
    """Months at whose end a winner reports: from announcement and start of its plan until the plan is over.

    The last is the first reporting month in which or before which the plan ends; none before the announcement.
    """
    if round_.announced_on is None:
        return ()
    begin = max(application.starts, f"{round_.announced_on:%Y-%m}")
    years = range(int(begin[:4]), int(application.ends[:4]) + 2)
    months = [f"{year}-{month:02}" for year in years for month in sorted(round_.scheme.reporting.months)]
    last = next((month for month in months if month >= application.ends), application.ends)
    return tuple(month for month in months if begin <= month <= last)


def due_months(round_: Round, application: Application) -> tuple[YearMonth, ...]:
    """The planned months of a winner, without those after its title was cancelled."""
    revoked = round_.revoked.get(application.id)
    months = planned_months(round_, application)
    return tuple(month for month in months if revoked is None or due_day(month) < revoked.decided_on)


def due_reports(round_: Round, today: Day) -> tuple[DueReport, ...]:
    """All reports of a round's winners, past and to come, by month and then in the order of the applications."""
    received = {(r.application, r.due): r.received_on for r in round_.supervision.reports}
    owed = sorted(
        ((month, winner.id) for winner in round_.with_outcome("selected") for month in due_months(round_, winner)),
        key=lambda one: one[0],
    )
    days = [(winner, month, received.get((winner, month))) for month, winner in owed]
    return tuple(DueReport(winner, month, day, report_status(month, day, today)) for winner, month, day in days)


def _reports(model: Model) -> Iterator[tuple[Round, int, ProgressReport, Application]]:
    """Reports of winners, with their positions; others are told by supervised_are_winners."""
    for round_ in model.rounds.values():
        winners = {winner.id: winner for winner in round_.with_outcome("selected")}
        for index, report in enumerate(round_.supervision.reports):
            if report.application in winners:
                yield round_, index, report, winners[report.application]


REPORT_MONTH = error(
    "report-month",
    "应报月份（{value}）不是规定的报送月份（{months}）。",
    "请改正应报月份。",
    "No report is due for {value}: it is not one of the scheme's reporting months.",
)


def reports_for_reporting_months(model: Model) -> Iterator[Diagnostic]:
    """A report is for a period that ends with one of the scheme's reporting months."""
    for round_, index, report, _ in _reports(model):
        months = round_.scheme.reporting.months
        if int(report.due[5:]) not in months:
            place = in_supervision(round_.programme, "reports", index, "due")
            facts = (("months", "、".join(f"{month}月" for month in months)),)
            yield Diagnostic(REPORT_MONTH, place, "应报月份", report.due, facts, round_.scheme.reporting.clause)


REPORT_BESIDE_PLAN = error(
    "report-beside-plan",
    "应报月份（{value}）不在申报 {application} 的报送时间之内，该申报从 {first} 报到 {last}。",
    "请核对应报月份和方案起止年月。",
    "{application} reports from {first} to {last}, not for {value}.",
)


def reports_within_plan(model: Model) -> Iterator[Diagnostic]:
    """A report is for a time between the announcement and the end of the winner's plan."""
    for round_, index, report, winner in _reports(model):
        planned = planned_months(round_, winner)
        if planned and int(report.due[5:]) in round_.scheme.reporting.months and report.due not in planned:
            place = in_supervision(round_.programme, "reports", index, "due")
            facts = (("application", winner.id), ("first", planned[0]), ("last", planned[-1]))
            yield Diagnostic(REPORT_BESIDE_PLAN, place, "应报月份", report.due, facts, round_.scheme.reporting.clause)


def owed_reports(round_: Round, today: Day) -> dict[YearMonth, list[Application]]:
    """By month, past and to come, the winners that keep their title on a day and whose report has not come by then."""
    owed: dict[YearMonth, list[Application]] = defaultdict(list)
    gone = round_.revoked_by(today)
    for report in due_reports(round_, today):
        if report.status in {"missing", "due"} and report.application not in gone:
            owed[report.due].append(round_.application(report.application))
    return owed


REPORT_MISSING = warning(
    "report-missing",
    "{value} 的进展报告已过期，还有 {count} 家没有收到：{winners}。",
    "请催报；已经收到的，请在 supervision.yaml 的 reports 中登记收到日期。",
    "{count} reports for {value} are overdue: {winners}. Remind them, or record what came in.",
)


def no_report_missing(model: Model) -> Iterator[Diagnostic]:
    """Reports past their day that have not come in are pointed out, month by month."""
    for round_ in model.rounds.values():
        unread = f"content/programmes/{round_.programme.id}/supervision.yaml" in model.unread
        overdue = [(month, w) for month, w in owed_reports(round_, model.today).items() if due_day(month) < model.today]
        for month, winners in overdue if not unread else ():
            names = "、".join(model.county_of(winner) for winner in winners)
            facts = (("winners", names), ("count", str(len(winners))))
            place = in_supervision(round_.programme, "reports", *_of_month(round_, month))
            yield Diagnostic(REPORT_MISSING, place, "应报月份", month, facts, round_.scheme.reporting.clause)


def _of_month(round_: Round, month: YearMonth) -> tuple[str, ...]:
    """Path to the last report for a month; none has come: the list itself, at its name."""
    return (f"#due={month}", "due") if any(report.due == month for report in round_.supervision.reports) else ()
