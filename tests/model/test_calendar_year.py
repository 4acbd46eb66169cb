"""Working days of the sample workspace's calendar."""

import datetime as dt

import chinese_calendar
import pytest
from workspace_factory import MINIMAL, REPOSITORY

from gongshi.model.calendar import CalendarYear
from gongshi.records.files import CalendarFile
from gongshi.records.load import load


def years_of(workspace: str) -> list[CalendarYear]:
    """The years in a workspace's content/calendar.yaml."""
    records, _ = load(REPOSITORY / workspace / "content")
    return list(CalendarFile.model_validate(records["content/calendar.yaml"].data).years)


@pytest.mark.parametrize("workspace", [".", MINIMAL.relative_to(REPOSITORY).as_posix()])
def test_every_day_agrees_with_the_published_arrangements(workspace: str) -> None:
    """For every day of every year on record, working days are those of the independent package `chinesecalendar`."""
    years = years_of(workspace)
    days = [dt.date(year.year, 1, 1) + dt.timedelta(n) for year in years for n in range(366)]

    wrong = [
        day.isoformat()
        for year, day in zip([year for year in years for _ in range(366)], days, strict=True)
        if day.year == year.year and year.is_workday(day) != chinese_calendar.is_workday(day)
    ]

    assert years
    assert wrong == []


def test_holidays_of_a_year_lie_in_that_year_and_do_not_overlap() -> None:
    """A holiday ends on or after its first day, before the next begins, in the year it is listed under."""
    for year in years_of("."):
        days = [day for holiday in year.holidays for day in (holiday.first_day, holiday.last_day)]
        assert days == sorted(days)
        assert {day.year for day in [*days, *year.workdays]} == {year.year}
