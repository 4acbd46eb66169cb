"""The publicity window: how its days are counted, and from when."""

import datetime as dt
from dataclasses import replace
from typing import Any, Literal

import pytest
from pydantic import ValidationError
from round_changes import found_by
from workspace_factory import minimal_model, minimal_round, sample_model, with_round

from gongshi.model.model import Model
from gongshi.model.programme import PublicityRule
from gongshi.model.result import PublicityWindow
from gongshi.rules.announcement import award_after_window
from gongshi.rules.dates import counted_days
from gongshi.rules.publicity import window_against_calendar, window_long_enough, window_starts_after_publication


def day(text: str) -> dt.date:
    """A day of 2021, written 04-21."""
    return dt.date.fromisoformat(f"2021-{text}")


def window(first: str, last: str, published: str = "04-20") -> PublicityWindow:
    """A window of 2021."""
    return PublicityWindow(id="first", published_on=day(published), first_day=day(first), last_day=day(last))


def model(publicity: PublicityWindow, **rule: Any) -> Model:
    """The minimal model with that window and those changes of the programme's demands."""
    round_ = minimal_round()
    results = round_.results
    assert results is not None
    programme = round_.programme
    changed = programme.model_copy(update={"publicity": programme.publicity.model_copy(update=rule)})
    results = results.model_copy(update={"publicities": (publicity,)})
    return with_round(replace(round_, programme=changed, results=results))


def test_a_publicity_has_a_day_at_least() -> None:
    """No programme may do without: a window of no days could end before it begins."""
    rule = minimal_round().programme.publicity.model_dump()

    with pytest.raises(ValidationError, match="minimum_days"):
        PublicityRule.model_validate({**rule, "minimum_days": 0})


@pytest.mark.parametrize("last", ["2021-04-27", "9999-12-31"])
def test_a_window_in_unknown_years_is_one_problem(last: str) -> None:
    """Only the first year without a calendar is told; how many working days there are nobody claims to know."""
    typed = window("04-21", "04-27").model_copy(update={"last_day": dt.date.fromisoformat(last)})
    unknown = replace(model(typed, unit="working"), calendar={})

    found = [d for rule in (window_long_enough, window_against_calendar) for d in found_by(rule, unknown)]

    assert [(d.code, d.value) for d in found] == [("calendar-missing", "2021")]


@pytest.mark.parametrize(
    ("first", "last", "unit", "length"),
    [
        ("04-21", "04-27", "calendar", 7),
        ("04-21", "04-21", "calendar", 1),
        ("04-21", "04-20", "calendar", 0),
        ("04-30", "05-06", "calendar", 7),
        ("04-21", "04-27", "working", 6),
        ("04-21", "04-28", "working", 7),
        ("04-24", "04-25", "working", 1),
        ("04-30", "05-06", "working", 2),
        ("10-01", "10-07", "working", 0),
    ],
)
def test_first_and_last_day_are_both_counted(
    first: str, last: str, unit: Literal["calendar", "working"], length: int
) -> None:
    """A window from the 21st to the 27th has seven days; working days leave out holidays and count worked Sundays."""
    assert len(counted_days(window(first, last), unit, minimal_model().calendar)) == length


def test_without_a_calendar_no_day_is_a_working_day() -> None:
    """An unknown year is never guessed."""
    assert counted_days(window("04-21", "04-27"), "working", {}) == []


@pytest.mark.parametrize(
    ("last", "unit", "enough"),
    [
        ("04-27", "calendar", True),
        ("04-26", "calendar", False),
        ("04-28", "working", True),
        ("04-27", "working", False),
    ],
)
def test_seven_days_are_enough_and_six_are_not(last: str, unit: str, *, enough: bool) -> None:
    """The window is held against the programme's minimum in the programme's unit."""
    told = list(found_by(window_long_enough, model(window("04-21", last), unit=unit)))

    assert [d.code for d in told] == ([] if enough else ["window-too-short"])
    assert [dict(d.facts)["length"] for d in told] == ([] if enough else ["6"])


def test_the_programme_sets_the_minimum() -> None:
    """Ten days where the programme wants ten, three where it wants three."""
    assert list(found_by(window_long_enough, model(window("04-21", "04-27"), minimum_days=10)))
    assert not list(found_by(window_long_enough, model(window("04-21", "04-23"), minimum_days=3)))


@pytest.mark.parametrize(
    ("first", "same_day_allowed", "accepted"),
    [("04-21", False, True), ("04-20", False, False), ("04-20", True, True), ("04-19", True, False)],
)
def test_both_habits_of_counting_are_known(first: str, *, same_day_allowed: bool, accepted: bool) -> None:
    """The first day is the day after publication, or the day itself where the programme says so; never earlier."""
    changed = model(window(first, "04-30"), may_start_on_publication=same_day_allowed)

    told = [d.code for d in found_by(window_starts_after_publication, changed)]

    assert told == ([] if accepted else ["window-starts-early"])


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("04-21", "04-27", []),
        ("04-21", "04-25", []),
        ("04-17", "04-24", ["window-ends-off"]),
        ("04-28", "05-07", []),
        ("02-03", "02-11", ["window-ends-off", "window-holiday"]),
        ("02-05", "02-12", ["window-ends-off", "window-holiday"]),
        ("02-04", "02-10", []),
        ("02-17", "02-24", ["window-holiday"]),
        ("02-18", "02-24", []),
    ],
)
def test_long_holidays_and_ends_off_work_are_pointed_out(first: str, last: str, told: list[str]) -> None:
    """A holiday of seven days that touches the window is told, one of five is not; a worked Sunday is a working day."""
    assert [d.code for d in found_by(window_against_calendar, model(window(first, last)))] == told


def test_every_year_of_the_window_must_be_on_record() -> None:
    """A window over New Year needs both years."""
    over = PublicityWindow(id="first", published_on=day("12-27"), first_day=day("12-28"), last_day=dt.date(2022, 1, 5))

    told = list(found_by(window_against_calendar, model(over)))

    assert [(d.code, d.value) for d in told] == [("calendar-missing", "2022")]


@pytest.mark.parametrize(("announced", "told"), [("04-27", True), ("04-20", True), ("04-28", False)])
def test_the_award_waits_until_the_day_after_the_window(announced: str, *, told: bool) -> None:
    """The last day still belongs to the objectors; the day after it the result may be announced."""
    changed = model(window("04-21", "04-27"))
    round_ = next(iter(changed.rounds.values()))
    assert round_.results is not None
    results = round_.results.model_copy(update={"announced_on": day(announced)})

    said = found_by(award_after_window, with_round(replace(round_, results=results, notices=())))

    assert [d.code for d in said] == (["award-in-window"] if told else [])


def calendared(first: dt.date, last: dt.date, published: dt.date, **rule: Any) -> Model:
    """The minimal model with such a window, and the calendar of the sample, 2014 to 2026."""
    one = PublicityWindow(id="first", published_on=published, first_day=first, last_day=last)
    return replace(model(one, **rule), calendar=sample_model().calendar)


@pytest.mark.parametrize("year", range(2014, 2027))
@pytest.mark.parametrize(
    ("published", "first", "last", "on_the_day"),
    [("04-29", "04-29", "05-05", True), ("03-04", "03-05", "03-11", False)],
)
def test_both_habits_in_real_use_have_seven_days(
    year: int, published: str, first: str, last: str, *, on_the_day: bool
) -> None:
    """29 April to 5 May from 29 April needs the programme's leave; 5 to 11 March from 4 March does not."""
    days = [dt.date.fromisoformat(f"{year}-{text}") for text in (first, last, published)]

    for allowed in (True, False):
        changed = calendared(days[0], days[1], days[2], may_start_on_publication=allowed)
        told = [
            d.code
            for d in (*found_by(window_starts_after_publication, changed), *found_by(window_long_enough, changed))
        ]
        assert told == ([] if allowed or not on_the_day else ["window-starts-early"])


@pytest.mark.parametrize("year", range(2014, 2027))
def test_a_window_over_national_day_is_warned_of_in_every_year(year: int) -> None:
    """28 September to 9 October straddles a holiday of seven days or more, whatever the year's arrangement."""
    first, last = dt.date(year, 9, 28), dt.date(year, 10, 9)

    told = list(found_by(window_against_calendar, calendared(first, last, dt.date(year, 9, 27))))

    assert [("国庆节" in dict(d.facts)["holiday"]) for d in told if d.code == "window-holiday"] == [True]


def test_each_window_is_judged_by_itself() -> None:
    """A second window that is too short, starts on its publication and ends on a Sunday is told, the first is not."""
    changed = model(window("04-21", "04-27"))
    round_ = changed.rounds["2021-water-parks"]
    assert round_.results is not None
    second = window("05-12", "05-16", published="05-12").model_copy(update={"id": "second"})
    results = round_.results.model_copy(update={"publicities": (*round_.results.publicities, second)})
    both = with_round(replace(round_, results=results))

    told = [
        d
        for rule in (window_long_enough, window_starts_after_publication, window_against_calendar)
        for d in found_by(rule, both)
    ]

    assert [d.code for d in told] == ["window-too-short", "window-starts-early", "window-ends-off"]
    assert {d.place.path[1] for d in told} == {"#id=second"}


@pytest.mark.parametrize(
    ("first", "last", "unit", "minimum", "earliest"),
    [
        ("04-21", "04-22", "calendar", 7, "2021-04-27"),
        ("04-21", "04-20", "calendar", 1, "2021-04-21"),
        ("04-21", "04-22", "working", 7, "2021-04-28"),
        ("09-27", "09-28", "working", 5, "2021-10-08"),
        ("12-30", "12-31", "working", 5, "（日历中没有 2022 年）"),
        ("12-30", "12-31", "calendar", 5, "2022-01-03"),
    ],
)
def test_a_short_window_is_told_its_earliest_last_day(
    first: str, last: str, unit: str, minimum: int, earliest: str
) -> None:
    """The day with which the window would be long enough, by the programme's way of counting; never a guess."""
    (told,) = found_by(window_long_enough, model(window(first, last), unit=unit, minimum_days=minimum))

    assert dict(told.facts)["earliest"] == earliest


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [("09-24", "09-30", 0), ("09-24", "10-01", 1), ("10-07", "10-13", 1), ("10-08", "10-14", 0)],
)
def test_the_first_and_the_last_day_off_touch_a_window(first: str, last: str, told: int) -> None:
    """A window that ends on the first day off or begins on the last overlaps; one day earlier or later does not."""
    found = [d for d in found_by(window_against_calendar, model(window(first, last))) if d.code == "window-holiday"]

    assert [(dict(d.facts)["first_day"], dict(d.facts)["last_day"]) for d in found] == (
        [("2021-10-01", "2021-10-07")] * told
    )
