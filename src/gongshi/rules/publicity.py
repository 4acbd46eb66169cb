"""Rules on publicity windows: length, days, whom they make public; and on the calendar by which days are counted."""

from collections.abc import Iterator
from datetime import timedelta

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.model import Model
from gongshi.model.programme import PublicityRule
from gongshi.model.result import OUTCOME_NAMES, PublicityWindow
from gongshi.model.round import Round
from gongshi.rules.dates import counted_days, is_workday
from gongshi.rules.order import not_before

LONG_HOLIDAY = 7
"""Days from which a holiday is long enough to keep people from reading a notice (春节, 国庆节)."""
_SATURDAY = 5


def _unknown_year(model: Model, window: PublicityWindow) -> int | None:
    """The first year of a window that the calendar does not hold."""
    years = range(window.first_day.year, window.last_day.year + 1)
    return next((year for year in years if year not in model.calendar), None)


WINDOW_TOO_SHORT = error(
    "window-too-short",
    "公示期 {first_day} 至 {last_day} 共 {length} 个{unit}，不得少于 {minimum} 个。",
    "请推迟公示末日，最早为 {earliest}；公示中已经到期的，另行补足公示。",
    "The window has {length} {unit_en}; at least {minimum} are required. The earliest last day is {earliest}.",
)


def window_long_enough(r: Round, model: Model) -> Iterator[Diagnostic]:
    """The window has at least the programme's days, first and last both counted."""
    rule = r.programme.publicity
    for window in r.windows:
        length = (window.last_day - window.first_day).days + 1
        if rule.unit == "working" and length > 0:
            if _unknown_year(model, window):  # without the calendar, working days cannot be counted
                continue
            length = len(counted_days(window, rule.unit, model.calendar))
        if length < rule.minimum_days:
            yield model.at(window, "last_day").problem(
                WINDOW_TOO_SHORT,
                clause=rule.clause,
                first_day=window.first_day,
                last_day=window.last_day,
                length=max(length, 0),
                unit="工作日" if rule.unit == "working" else "日历日",
                unit_en="working days" if rule.unit == "working" else "days",
                minimum=rule.minimum_days,
                earliest=_earliest_last_day(model, window, rule),
            )


def _earliest_last_day(model: Model, window: PublicityWindow, rule: PublicityRule) -> str:
    """The earliest last day with which the window is long enough; the missing year if the calendar ends before it."""
    day, counted = window.first_day, 0
    while rule.unit == "calendar" or day.year in model.calendar:
        counted += rule.unit == "calendar" or is_workday(model.calendar.get(day.year), day) is True
        if counted >= rule.minimum_days:
            return day.isoformat()
        day += timedelta(1)
    return f"（日历中没有 {day.year} 年）"


WINDOW_STARTS_EARLY = error(
    "window-starts-early",
    "公示首日（{value}）应在发布之日（{published_on}）之后。",
    "请推迟公示首日；确按发布当日起算的，请在 programme.yaml 中写明 may_start_on_publication: true。",
    "The first day of publicity must come after the day of publication, unless the programme allows otherwise.",
)


def window_starts_after_publication(r: Round, model: Model) -> Iterator[Diagnostic]:
    """The first day comes after the day of publication, or on it where the programme says so."""
    rule = r.programme.publicity
    for window in r.windows:
        on_the_day = window.first_day == window.published_on and not rule.may_start_on_publication
        if window.first_day < window.published_on or on_the_day:
            found = model.at(window, "first_day")
            yield found.problem(WINDOW_STARTS_EARLY, clause=rule.clause, published_on=window.published_on)


WINDOW_HOLIDAY = warning(
    "window-holiday",
    "公示期与{holiday}假期（{first_day} 至 {last_day}）重叠。",
    "请考虑顺延公示期。",
    "The publicity window overlaps the holiday {holiday}. Consider extending it.",
)
WINDOW_ENDS_OFF = warning(
    "window-ends-off",
    "公示末日（{value}）不是工作日。",
    "请考虑顺延到下一个工作日。",
    "The last day of publicity is not a working day. Consider the next working day.",
)
CALENDAR_MISSING = error(
    "calendar-missing",
    "日历中没有 {value} 年的放假安排，不能计算工作日。",
    "请在 content/calendar.yaml 中补上该年安排。",
    "The calendar has no arrangement for {value}; working days cannot be counted. Add the year.",
)


def window_against_calendar(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Warnings for holidays in the window and a last day that is no working day; an error without a calendar."""
    for window in r.windows:
        last = model.at(window, "last_day")
        unknown = _unknown_year(model, window)
        if unknown and not {"content/calendar.yaml", str(unknown)} & model.unread:
            yield last.problem(CALENDAR_MISSING, value=unknown)
        if is_workday(model.calendar.get(window.last_day.year), window.last_day) is False:
            yield last.problem(WINDOW_ENDS_OFF)
        for holiday in (holiday for year in model.calendar.values() for holiday in year.holidays):
            long = (holiday.last_day - holiday.first_day).days + 1 >= LONG_HOLIDAY
            if long and holiday.first_day <= window.last_day and window.first_day <= holiday.last_day:
                first, until = holiday.first_day, holiday.last_day
                yield last.problem(WINDOW_HOLIDAY, holiday=holiday.name, first_day=first, last_day=until)


def windows_follow_substitutions(r: Round, model: Model) -> Iterator[Diagnostic]:
    """An application that steps in is made public in a window that opens after the decision."""
    for window in r.windows:
        named = set(window.applications)
        for substitution in (s for s in r.substitutions if s.steps_in in named):
            decided, published = model.at(substitution, "decided_on"), model.at(window, "published_on")
            yield from not_before(decided.called("递补决定日期"), published, r.programme.publicity.clause)


PUBLICISED_UNPROPOSED = error(
    "publicised-unproposed",
    "申报 {value}（{outcome}）没有拟列入，也没有递补，不得公示。",
    "请从公示的申报号中删去，或核对评审结果和递补。",
    "The application {value} was neither proposed nor stepped in; it must not be made public.",
)


def windows_name_the_proposed(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A window makes public only applications that were proposed or that step in."""
    stepped = {substitution.steps_in for substitution in r.substitutions}
    for window in r.windows:
        for index, application in enumerate(window.applications):
            outcome = r.proposed.get(application)
            if outcome is not None and outcome != "selected" and application not in stepped:
                found, clause = model.at(window, "applications", index), r.programme.publicity.clause
                yield found.problem(PUBLICISED_UNPROPOSED, clause=clause, outcome=OUTCOME_NAMES[outcome])


PUBLICISED_FALLEN = error(
    "publicised-fallen",
    "申报 {value} 已于 {decided_on} 退出，不得再公示。",
    "请从公示的申报号中删去，或核对退出的决定日期。",
    "{value} had fallen out on {decided_on}, before the window was published. Take it out, or correct the day.",
)


def windows_leave_out_the_fallen(r: Round, model: Model) -> Iterator[Diagnostic]:
    """No application is made public in a window that opened after it had fallen out."""
    for window in r.windows:
        for substitution in (s for s in r.substitutions if s.decided_on < window.published_on):
            if substitution.falls_out in r.publicised[window.id]:
                found, clause = model.at(window, "applications"), r.programme.publicity.clause
                fallen, day = substitution.falls_out, substitution.decided_on
                yield found.problem(PUBLICISED_FALLEN, value=fallen, clause=clause, decided_on=day)


PUBLICISED_TWICE = error(
    "publicised-twice",
    "申报 {value} 在同一次公示中列了两次。",
    "请只保留一次。",
    "The window names {value} twice. Keep one.",
)


def windows_name_once(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A window names no application twice."""
    for window in r.windows:
        seen: set[str] = set()
        for index, application in enumerate(window.applications):
            if application in seen:
                yield model.at(window, "applications", index).problem(PUBLICISED_TWICE)
            seen.add(application)


CALENDAR_DAY = error(
    "calendar-day",
    "{field}（{value}）不合 {year} 年的日历：日期应在该年之内，末日不早于首日，调休上班日应为星期六或星期日。",
    "请对照国务院办公厅的放假通知改正；跨年的假期分两年登记。",
    "The day {value} does not fit the calendar of {year}: days lie in their year, make-up workdays on weekends.",
)


def calendar_days_in_their_year(model: Model) -> Iterator[Diagnostic]:
    """Days of a calendar year lie in it, holidays end after they begin, and make-up workdays are weekend days."""
    for year in model.calendar.values():
        held = [(model.at(year, "workdays", i), day.weekday() >= _SATURDAY) for i, day in enumerate(year.workdays)]
        for holiday in year.holidays:
            held.append((model.at(holiday, "first_day"), True))
            held.append((model.at(holiday, "last_day"), holiday.first_day <= holiday.last_day))
        for day, sound in held:
            if day.day.year != year.year or not sound:
                yield day.problem(CALENDAR_DAY, year=year.year)
