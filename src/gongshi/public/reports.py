"""When a winner's progress reports are due, and whether they came in time."""

import calendar
from collections.abc import Iterable

from gongshi.model.base import Day, YearMonth, first_day_of
from gongshi.public.types import ReportStatus


def last_day_of(month: YearMonth) -> Day:
    """The last day of a month written 2014-12, on which its report is due."""
    first = first_day_of(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def months_due(months: Iterable[int], plan: tuple[YearMonth, YearMonth], announced_on: Day) -> list[YearMonth]:
    """The months at whose end a winner owes a report: from its award and the start of its plan until the plan is over.

    Args:
        months: The months of a year in which the scheme wants reports; at least one.
        plan: First and last month of the plan; the last report is due at or after its end.
        announced_on: The day of the award.
    """
    begin = max(plan[0], announced_on.isoformat()[:7])
    years = range(int(begin[:4]), int(plan[1][:4]) + 2)
    due = [f"{year}-{month:02d}" for year in years for month in sorted(months)]
    last = next(month for month in due if month >= plan[1])
    return [month for month in due if begin <= month <= last]


def report_status(due: YearMonth, received_on: Day | None, today: Day) -> ReportStatus:
    """Whether a report came by the last day of its month, later, not at all, or is not past its day yet."""
    if received_on and received_on <= today:
        return "received" if received_on <= last_day_of(due) else "late"
    return "due" if today <= last_day_of(due) else "missing"
