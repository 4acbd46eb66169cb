"""When a winner's progress reports are due, and whether they came in time."""

import calendar
from collections.abc import Iterable

from gongshi.model.base import Day, YearMonth, first_day_of
from gongshi.public.types import ReportStatus


def last_day_of(month: YearMonth) -> Day:
    """The last day of a month written 2014-12, on which its report is due."""
    first = first_day_of(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def months_due(months: Iterable[int], plan: tuple[YearMonth, YearMonth], first: Day, last: Day) -> list[YearMonth]:
    """The months at whose end a winner owes a report: in the years of its plan, due from one day to another.

    Args:
        months: The months of a year in which the scheme wants reports.
        plan: First and last month of the plan; its last year is reported on to its end.
        first: The day of the award.
        last: The last day that counts.
    """
    years = range(int(plan[0][:4]), int(plan[1][:4]) + 1)
    due = [f"{year}-{month:02d}" for year in years for month in sorted(months)]
    return [month for month in due if first <= last_day_of(month) <= last]


def report_status(due: YearMonth, received_on: Day | None, today: Day) -> ReportStatus:
    """Whether a report came by the last day of its month, later, not at all, or is not due yet."""
    if received_on and received_on <= today:
        return "received" if received_on <= last_day_of(due) else "late"
    return "coming" if today <= last_day_of(due) else "missing"
