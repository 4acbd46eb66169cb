"""Rules on a round's days: the order in which things happen, and the year; and which days of a window count."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import pairwise
from typing import Literal

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.base import Day
from gongshi.model.calendar import CalendarYear
from gongshi.model.located import Located
from gongshi.model.model import Model
from gongshi.model.result import PublicityWindow
from gongshi.model.round import Round
from gongshi.rules.order import not_before


def stages_in_order(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Call, deadline, review, publicity and announcement follow each other."""
    for earlier, later in pairwise(_stages(r, model)):
        yield from not_before(earlier, later)


def _stages(r: Round, model: Model) -> Iterator[Located]:
    schedule = r.programme.schedule
    yield model.at(schedule, "called_on")
    yield model.at(schedule, "apply_by")
    if schedule.extended_to:
        yield model.at(schedule, "extended_to")
    if r.review:
        yield model.at(r.review, "held_on")
    for window in r.windows:
        yield model.at(window, "published_on")
    if r.results and r.announced_on:
        yield model.at(r.results, "announced_on")


YEAR_DIFFERS = warning(
    "year-differs",
    "{field}（{value}）与年度 {year} 不符。",
    "请核对；由上一轮复制来的记录，年度、名称和日期都要改。",
    "{value} does not fit the year {year} of the round. Check what was copied from an earlier round.",
)


def year_fits(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A round is called in its year or the year before, and its name bears no other year."""
    programme, year = r.programme, r.programme.year
    if programme.schedule.called_on.year not in {year - 1, year}:
        yield model.at(programme.schedule, "called_on").problem(YEAR_DIFFERS, year=year)
    if any(int(found) != year for found in re.findall(r"(?:19|20)[0-9]{2}", programme.name)):
        yield model.at(programme, "name").problem(YEAR_DIFFERS, year=year)


SUBMITTED_LATE = error(
    "submitted-late",
    "申报 {application} 的{field}（{value}）应不晚于申报截止日期（{deadline}）。",
    "请核对两个日期；逾期的不登记；延期的，在 programme.yaml 的 schedule 中写 extended_to（延期后的截止日期）。",
    "{application} came on {value}, after the deadline {deadline}. Check both; one that is late is not recorded.",
)


def applications_in_time(r: Round, model: Model) -> Iterator[Diagnostic]:
    """The county's document is dated, then submitted, from the call to the deadline; plans end after they start."""
    schedule = r.programme.schedule
    called = model.at(schedule, "called_on")
    for a in r.applications:
        submitted = model.at(a, "submitted_on")
        yield from not_before(model.at(a.incoming, "dated"), submitted)
        if schedule.called_on <= schedule.deadline:  # the other case is reported by `stages_in_order`
            yield from not_before(called, submitted)
        if a.submitted_on > schedule.deadline:
            yield submitted.problem(SUBMITTED_LATE, application=a.id, deadline=schedule.deadline)
        yield from not_before(model.at(a, "starts"), model.at(a, "ends"))
        for p in a.projects:
            starts, ends = model.at(p, "starts").called("项目起始年月"), model.at(p, "ends").called("项目结束年月")
            yield from not_before(starts, ends)


EXTENSION_UNTOLD = error(
    "extension-untold",
    "{count} 项申报在原截止日期（{apply_by}）之后上报，却没有在延期后的截止日期（{value}）以前印发的延期通知。",
    "请核准写明延期事由的补充通知，或核对上报日期和延期。",
    "{count} applications came after {apply_by}, but no supplement issued by {value} extends the deadline.",
)


def extension_announced(r: Round, model: Model) -> Iterator[Diagnostic]:
    """If an application came after the first deadline, a supplement issued by the new deadline has extended it."""
    schedule = r.programme.schedule
    late = [a.id for a in r.applications if a.submitted_on > schedule.apply_by]
    if schedule.extended_to and late:
        supplements = (n for n in model.now(r).of("supplement") if n.reason)
        if not any(n.issued_on <= schedule.extended_to for n in supplements):
            found = model.at(schedule, "extended_to")
            yield found.problem(EXTENSION_UNTOLD, count=len(late), apply_by=schedule.apply_by)


def is_workday(calendar: CalendarYear | None, day: Day) -> bool | None:
    """Whether `day` is a working day; None if its year is not on record."""
    return None if calendar is None else calendar.is_workday(day)


def counted_days(
    window: PublicityWindow, unit: Literal["calendar", "working"], calendar: Mapping[int, CalendarYear]
) -> list[Day]:
    """The days of a window that count, both ends included; in a year without a calendar none is a working day."""
    days = [window.first_day + timedelta(n) for n in range((window.last_day - window.first_day).days + 1)]
    return days if unit == "calendar" else [day for day in days if is_workday(calendar.get(day.year), day)]
