"""Rules on days: which of them count, and the order in which things happen."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import pairwise
from typing import Literal

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.application import Application
from gongshi.model.base import Day
from gongshi.model.calendar import CalendarYear
from gongshi.model.model import Model
from gongshi.model.result import PublicityWindow
from gongshi.model.round import Round
from gongshi.rules.order import DATE_ORDER, Dated, days_in_order
from gongshi.rules.places import in_application, in_notice, in_programme, in_results, in_reviews
from gongshi.rules.standing import standing


def stages_in_order(model: Model) -> Iterator[Diagnostic]:
    """Call, deadline, review, publicity and announcement follow each other."""
    for round_ in model.rounds.values():
        stages = _stages(round_)
        for earlier, later in pairwise(stages):
            yield from days_in_order(earlier, later)


def _stages(round_: Round) -> list[Dated]:
    programme, schedule, results = round_.programme, round_.programme.schedule, round_.results
    review = round_.review
    stages = [
        ("发布日期", schedule.called_on, in_programme(programme, "schedule", "called_on")),
        ("申报截止日期", schedule.apply_by, in_programme(programme, "schedule", "apply_by")),
    ]
    if schedule.extended_to:
        place = in_programme(programme, "schedule", "extended_to")
        stages.append(("延期后的截止日期", schedule.extended_to, place))
    if review:
        stages.append(("评审日期", review.held_on, in_reviews(programme, "held_on")))
    for window in results.publicities if results else ():
        place = in_results(programme, "publicities", f"#id={window.id}", "published_on")
        stages.append(("公示发布日期", window.published_on, place))
    if results and results.announced_on:
        stages.append(("公布日期", results.announced_on, in_results(programme, "announced_on")))
    return stages


YEAR_DIFFERS = warning(
    "year-differs",
    "{field}（{value}）与年度 {year} 不符。",
    "请核对；由上一轮复制来的记录，年度、名称和日期都要改。",
    "{value} does not fit the year {year} of the round. Check what was copied from an earlier round.",
)


def year_fits(model: Model) -> Iterator[Diagnostic]:
    """A round is called in its year or the year before, and its name bears no other year."""
    for round_ in model.rounds.values():
        programme, year = round_.programme, round_.programme.year
        facts = (("year", str(year)),)
        called_on = programme.schedule.called_on
        if called_on.year not in {year - 1, year}:
            place = in_programme(programme, "schedule", "called_on")
            yield Diagnostic(YEAR_DIFFERS, place, "发布日期", called_on.isoformat(), facts)
        if any(int(found) != year for found in re.findall(r"(?:19|20)[0-9]{2}", programme.name)):
            yield Diagnostic(YEAR_DIFFERS, in_programme(programme, "name"), "申报名称", programme.name, facts)


def applications_in_time(model: Model) -> Iterator[Diagnostic]:
    """The county's document is dated, then submitted, from the call to the deadline; plans end after they start."""
    for round_ in model.rounds.values():
        programme = round_.programme
        called: Dated = ("发布日期", programme.schedule.called_on, in_programme(programme, "schedule", "called_on"))
        for a in round_.applications:
            submitted: Dated = ("上报日期", a.submitted_on, in_application(programme, a.id, "submitted_on"))
            dated: Dated = ("来文日期", a.incoming.dated, in_application(programme, a.id, "incoming", "dated"))
            yield from days_in_order(dated, submitted)
            if called[1] <= programme.schedule.deadline:  # else stages_in_order says so
                yield from days_in_order(called, submitted)
            if a.submitted_on > programme.schedule.deadline:
                yield _late(a, submitted, programme.schedule.deadline)
            spans = [(a.starts, a.ends, in_application(programme, a.id, "ends"), "方案")]
            spans += [
                (p.starts, p.ends, in_application(programme, a.id, "projects", i, "ends"), "项目")
                for i, p in enumerate(a.projects)
            ]
            for starts, ends, place, what in spans:
                if ends < starts:
                    relation = (("relation", "不早于"), ("relation_en", "on or after"))
                    facts = (*relation, ("other", f"{what}起始年月"), ("other_day", starts))
                    yield Diagnostic(DATE_ORDER, place, f"{what}结束年月", ends, facts)


SUBMITTED_LATE = error(
    "submitted-late",
    "申报 {application} 的{field}（{value}）应不晚于申报截止日期（{deadline}）。",
    "请核对两个日期；逾期的不登记；延期的，在 programme.yaml 的 schedule 中写 extended_to（延期后的截止日期）。",
    "{application} came on {value}, after the deadline {deadline}. Check both; one that is late is not recorded.",
)


def _late(application: Application, submitted: Dated, deadline: Day) -> Diagnostic:
    field, day, place = submitted
    facts = (("application", application.id), ("deadline", deadline.isoformat()))
    return Diagnostic(SUBMITTED_LATE, place, field, day.isoformat(), facts)


EXTENSION_UNTOLD = error(
    "extension-untold",
    "{count} 项申报在原截止日期（{apply_by}）之后上报，却没有在延期后的截止日期（{value}）以前印发的延期通知。",
    "请核准写明延期事由的补充通知，或核对上报日期和延期。",
    "{count} applications came after {apply_by}, but no supplement issued by {value} extends the deadline.",
)


def extension_told(model: Model) -> Iterator[Diagnostic]:
    """Whoever applies after the first deadline may do so because a supplement, issued by the new one, extended it."""
    for round_ in model.rounds.values():
        schedule = round_.programme.schedule
        late = [a.id for a in round_.applications if a.submitted_on > schedule.apply_by]
        supplements = (n for n in standing(round_.notices, model.today) if n.kind == "supplement" and n.reason)
        if schedule.extended_to and late and not any(n.issued_on <= schedule.extended_to for n in supplements):
            place = in_programme(round_.programme, "schedule", "extended_to")
            facts = (("count", str(len(late))), ("apply_by", schedule.apply_by.isoformat()))
            day = schedule.extended_to.isoformat()
            yield Diagnostic(EXTENSION_UNTOLD, place, "延期后的截止日期", day, facts)


DATE_DIFFERS = error(
    "date-differs",
    "{field}（{value}）与记录中的{other}（{other_day}）不一致。",
    "请核对两处日期。",
    "The date of issue {value} differs from the round's own record, {other_day}. Correct one.",
)


def notices_dated_as_recorded(model: Model) -> Iterator[Diagnostic]:
    """The call, each 公示 and the 公布 bear the days that the round's records name for them."""
    for round_ in model.rounds.values():
        windows = {window.id: window.published_on for window in round_.results.publicities} if round_.results else {}
        for notice in round_.notices:
            recorded = {
                "call": ("发布日期", round_.programme.schedule.called_on),
                "publicity": ("公示发布日期", round_.publicity.published_on if round_.publicity else None),
                "second-publicity": ("公示发布日期", windows.get(notice.publicity or "")),
                "award": ("公布日期", round_.announced_on),
            }
            name, day = recorded.get(notice.kind, ("", None))
            if day and notice.issued_on != day:
                facts = (("other", name), ("other_day", day.isoformat()))
                place = in_notice(round_.programme, notice.id, "issued_on")
                yield Diagnostic(DATE_DIFFERS, place, "成文日期", notice.issued_on.isoformat(), facts)


FUTURE_NOTICE = warning(
    "future-notice",
    "成文日期（{value}）晚于今天（{today}），公文已生成，到日才上网。",
    "请核对日期。",
    "The date of issue {value} is after today, {today}: the files are made, the site shows them on that day.",
)


def not_dated_ahead(model: Model) -> Iterator[Diagnostic]:
    """An approved notice that is dated after today is pointed out."""
    for round_ in model.rounds.values():
        for notice in round_.notices:
            if notice.state != "draft" and notice.issued_on > model.today:
                place = in_notice(round_.programme, notice.id, "issued_on")
                facts = (("today", model.today.isoformat()),)
                yield Diagnostic(FUTURE_NOTICE, place, "成文日期", notice.issued_on.isoformat(), facts)


def notices_in_order(model: Model) -> Iterator[Diagnostic]:
    """A notice is printed on or after the day it is issued."""
    for round_ in model.rounds.values():
        for n in round_.notices:
            if n.printed_on:
                issued: Dated = ("成文日期", n.issued_on, in_notice(round_.programme, n.id, "issued_on"))
                printed: Dated = ("印发日期", n.printed_on, in_notice(round_.programme, n.id, "printed_on"))
                yield from days_in_order(issued, printed)


def is_workday(calendar: CalendarYear | None, day: Day) -> bool | None:
    """Whether `day` is a working day; None if its year is not on record."""
    return None if calendar is None else calendar.is_workday(day)


def counted_days(
    window: PublicityWindow, unit: Literal["calendar", "working"], calendar: Mapping[int, CalendarYear]
) -> list[Day]:
    """The days of a window that count, both ends included; in a year without a calendar none is a working day."""
    days = [window.first_day + timedelta(n) for n in range((window.last_day - window.first_day).days + 1)]
    return days if unit == "calendar" else [day for day in days if is_workday(calendar.get(day.year), day)]
