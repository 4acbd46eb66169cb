"""Rules on days: their order, and the publicity window."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import pairwise
from typing import Literal

from gongshi.diagnostics import Diagnostic, Place
from gongshi.model.base import Day
from gongshi.model.calendar import CalendarYear
from gongshi.model.result import PublicityWindow
from gongshi.model.whole import Model, Round
from gongshi.rules.places import in_application, in_notice, in_objections, in_programme, in_results, in_reviews

AFTER_THE_WINDOW = {"award", "approval"}
"""Kinds of notice that tell an outcome, so that they come after the publicity window."""
LONG_HOLIDAY = 7
"""Days from which a holiday is long enough to keep people from reading a notice (春节, 国庆节)."""

Dated = tuple[str, Day, Place]
"""A date's Chinese name, the date, and where it stands."""


def _not_before(earlier: Dated, later: Dated) -> Iterator[Diagnostic]:
    """One diagnostic if `later` is before `earlier`; the same day is in order."""
    if later[1] < earlier[1]:
        facts = (
            ("relation", "不早于"),
            ("relation_en", "on or after"),
            ("other", earlier[0]),
            ("other_day", earlier[1].isoformat()),
        )
        yield Diagnostic("date-order", later[2], later[0], later[1].isoformat(), facts)


def stages_in_order(model: Model) -> Iterator[Diagnostic]:
    """Call, deadline, review, publicity and announcement follow each other."""
    for round_ in model.rounds.values():
        stages = _stages(round_)
        for earlier, later in pairwise(stages):
            yield from _not_before(earlier, later)


def _stages(round_: Round) -> list[Dated]:
    programme, schedule, results = round_.programme, round_.programme.schedule, round_.results
    review = round_.review
    stages = [
        ("发布日期", schedule.called_on, in_programme(programme, "schedule", "called_on")),
        ("申报截止日期", schedule.apply_by, in_programme(programme, "schedule", "apply_by")),
    ]
    if review:
        stages.append(("评审日期", review.held_on, in_reviews(programme, "held_on")))
    for window in results.publicities if results else ():
        place = in_results(programme, "publicities", f"#id={window.id}", "published_on")
        stages.append(("公示发布日期", window.published_on, place))
    if results and results.announced_on:
        stages.append(("公布日期", results.announced_on, in_results(programme, "announced_on")))
    return stages


def year_fits(model: Model) -> Iterator[Diagnostic]:
    """A round is called in its year or the year before, and its name bears no other year."""
    for round_ in model.rounds.values():
        programme, year = round_.programme, round_.programme.year
        facts = (("year", str(year)),)
        called_on = programme.schedule.called_on
        if called_on.year not in {year - 1, year}:
            place = in_programme(programme, "schedule", "called_on")
            yield Diagnostic("year-differs", place, "发布日期", called_on.isoformat(), facts)
        if any(int(found) != year for found in re.findall(r"(?:19|20)[0-9]{2}", programme.name)):
            yield Diagnostic("year-differs", in_programme(programme, "name"), "申报名称", programme.name, facts)


def applications_in_time(model: Model) -> Iterator[Diagnostic]:
    """The county's document is dated, submitted and received before the deadline; plans end after they start."""
    for round_ in model.rounds.values():
        programme = round_.programme
        deadline: Dated = ("申报截止日期", programme.schedule.deadline, in_programme(programme, "schedule", "apply_by"))
        for a in round_.applications:
            submitted: Dated = ("上报日期", a.submitted_on, in_application(programme, a.id, "submitted_on"))
            dated: Dated = ("来文日期", a.incoming.dated, in_application(programme, a.id, "incoming", "dated"))
            yield from _not_before(dated, submitted)
            if submitted[1] > deadline[1]:
                relation = (("relation", "不晚于"), ("relation_en", "on or before"))
                facts = (*relation, ("other", deadline[0]), ("other_day", deadline[1].isoformat()))
                yield Diagnostic("date-order", submitted[2], submitted[0], submitted[1].isoformat(), facts)
            spans = [(a.starts, a.ends, in_application(programme, a.id, "ends"), "方案")]
            spans += [
                (p.starts, p.ends, in_application(programme, a.id, "projects", i, "ends"), "项目")
                for i, p in enumerate(a.projects)
            ]
            for starts, ends, place, what in spans:
                if ends < starts:
                    relation = (("relation", "不早于"), ("relation_en", "on or after"))
                    facts = (*relation, ("other", f"{what}起始年月"), ("other_day", starts))
                    yield Diagnostic("date-order", place, f"{what}结束年月", ends, facts)


def notices_dated_as_recorded(model: Model) -> Iterator[Diagnostic]:
    """The call, the 公示 and the 公布 bear the days that the round's records name for them."""
    for round_ in model.rounds.values():
        results = round_.results
        recorded = {
            "call": ("发布日期", round_.programme.schedule.called_on),
            "publicity": ("公示发布日期", round_.publicity.published_on if round_.publicity else None),
            "award": ("公布日期", results.announced_on if results else None),
        }
        for notice in round_.notices:
            name, day = recorded.get(notice.kind, ("", None))
            if day and notice.issued_on != day:
                facts = (("other", name), ("other_day", day.isoformat()))
                place = in_notice(round_.programme, notice.id, "issued_on")
                yield Diagnostic("date-differs", place, "成文日期", notice.issued_on.isoformat(), facts)


def approvals_after_announcement(model: Model) -> Iterator[Diagnostic]:
    """A 批复 is not dated before the results were announced."""
    for round_, window in _windows(model):
        announced_on = round_.results.announced_on if round_.results else None
        for notice in round_.notices:
            # Before the end of the window: award_after_window says so.
            if announced_on and notice.kind == "approval" and notice.issued_on > window.last_day:
                announced: Dated = ("公布日期", announced_on, in_results(round_.programme, "announced_on"))
                place = in_notice(round_.programme, notice.id, "issued_on")
                yield from _not_before(announced, ("成文日期", notice.issued_on, place))


def publicised_before_announced(model: Model) -> Iterator[Diagnostic]:
    """A notice that tells an outcome is not approved while the 公示 is a draft or missing."""
    for round_ in model.rounds.values():
        states = {notice.state for notice in round_.notices if notice.kind == "publicity"}
        for notice in round_.notices:
            if notice.kind in AFTER_THE_WINDOW and notice.state != "draft" and not states - {"draft"}:
                place = in_notice(round_.programme, notice.id, "state")
                clause = round_.programme.publicity.clause
                yield Diagnostic("not-publicised", place, "状态", notice.state, clause=clause)


def not_dated_ahead(model: Model) -> Iterator[Diagnostic]:
    """An approved notice that is dated after today is pointed out."""
    for round_ in model.rounds.values():
        for notice in round_.notices:
            if notice.state != "draft" and notice.issued_on > model.today:
                place = in_notice(round_.programme, notice.id, "issued_on")
                facts = (("today", model.today.isoformat()),)
                yield Diagnostic("future-notice", place, "成文日期", notice.issued_on.isoformat(), facts)


def notices_in_order(model: Model) -> Iterator[Diagnostic]:
    """A notice is printed on or after the day it is issued."""
    for round_ in model.rounds.values():
        for n in round_.notices:
            if n.printed_on:
                issued: Dated = ("成文日期", n.issued_on, in_notice(round_.programme, n.id, "issued_on"))
                printed: Dated = ("印发日期", n.printed_on, in_notice(round_.programme, n.id, "printed_on"))
                yield from _not_before(issued, printed)


def _windows(model: Model) -> Iterator[tuple[Round, PublicityWindow]]:
    for round_ in model.rounds.values():
        for window in round_.results.publicities if round_.results else ():
            yield round_, window


def _workday(calendar: CalendarYear | None, day: Day) -> bool | None:
    return None if calendar is None else calendar.is_workday(day)


def counted_days(
    window: PublicityWindow, unit: Literal["calendar", "working"], calendar: Mapping[int, CalendarYear]
) -> list[Day]:
    """The days of a window that count, both ends included; in a year without a calendar none is a working day."""
    days = [window.first_day + timedelta(n) for n in range((window.last_day - window.first_day).days + 1)]
    return days if unit == "calendar" else [day for day in days if _workday(calendar.get(day.year), day)]


def window_long_enough(model: Model) -> Iterator[Diagnostic]:
    """The window has at least the programme's days, first and last both counted."""
    for round_, window in _windows(model):
        rule = round_.programme.publicity
        days = counted_days(window, rule.unit, model.calendar)
        if len(days) < rule.minimum_days:
            facts = (
                ("first_day", window.first_day.isoformat()),
                ("last_day", window.last_day.isoformat()),
                ("length", str(len(days))),
                ("unit", "工作日" if rule.unit == "working" else "日历日"),
                ("unit_en", "working days" if rule.unit == "working" else "days"),
                ("minimum", str(rule.minimum_days)),
            )
            place = in_results(round_.programme, "publicities", f"#id={window.id}", "last_day")
            last = window.last_day.isoformat()
            yield Diagnostic("window-too-short", place, "公示末日", last, facts, clause=rule.clause)


def window_starts_after_publication(model: Model) -> Iterator[Diagnostic]:
    """The first day comes after the day of publication, or on it where the programme says so."""
    for round_, window in _windows(model):
        rule = round_.programme.publicity
        on_the_day = window.first_day == window.published_on and not rule.may_start_on_publication
        if window.first_day < window.published_on or on_the_day:
            place = in_results(round_.programme, "publicities", f"#id={window.id}", "first_day")
            facts = (("published_on", window.published_on.isoformat()),)
            first = window.first_day.isoformat()
            yield Diagnostic("window-starts-early", place, "公示首日", first, facts, clause=rule.clause)


def window_against_calendar(model: Model) -> Iterator[Diagnostic]:
    """Holidays within the window and a last day that is none of work are pointed out; an unknown year is refused."""
    for round_, window in _windows(model):
        place = in_results(round_.programme, "publicities", f"#id={window.id}", "last_day")
        years = [model.calendar.get(year) for year in range(window.first_day.year, window.last_day.year + 1)]
        for number, year in enumerate(years, window.first_day.year):
            if year is None and not {"content/calendar.yaml", str(number)} & model.unread:
                yield Diagnostic("calendar-missing", place, "公示末日", str(number))
        if _workday(model.calendar.get(window.last_day.year), window.last_day) is False:
            yield Diagnostic("window-ends-off", place, "公示末日", window.last_day.isoformat())
        for holiday in (holiday for year in years if year for holiday in year.holidays):
            long = (holiday.last_day - holiday.first_day).days + 1 >= LONG_HOLIDAY
            if long and holiday.first_day <= window.last_day and window.first_day <= holiday.last_day:
                facts = (
                    ("holiday", holiday.name),
                    ("first_day", holiday.first_day.isoformat()),
                    ("last_day", holiday.last_day.isoformat()),
                )
                yield Diagnostic("window-holiday", place, "公示末日", window.last_day.isoformat(), facts)


def award_after_window(model: Model) -> Iterator[Diagnostic]:
    """Nothing is announced or approved before the window has ended."""
    for round_, window in _windows(model):
        programme, announced_on = round_.programme, round_.results.announced_on if round_.results else None
        named = [
            ("成文日期", n.issued_on, in_notice(programme, n.id, "issued_on"))
            for n in round_.notices
            if n.kind in AFTER_THE_WINDOW
        ]
        if announced_on and announced_on >= window.published_on:  # earlier still: stages_in_order says so
            named.append(("公布日期", announced_on, in_results(programme, "announced_on")))
        for field, day, place in named:
            if day <= window.last_day:
                facts = (("last_day", window.last_day.isoformat()),)
                yield Diagnostic("award-in-window", place, field, day.isoformat(), facts, programme.publicity.clause)


def no_objection_stands(model: Model) -> Iterator[Diagnostic]:
    """Nothing is announced while an objection stands."""
    for round_ in model.rounds.values():
        for objection in round_.objections if round_.results and round_.results.announced_on else ():
            if objection.standing:
                place = in_objections(round_.programme, objection.id, "state")
                clause = round_.programme.publicity.clause
                yield Diagnostic("objection-stands", place, "异议", objection.id, clause=clause)
