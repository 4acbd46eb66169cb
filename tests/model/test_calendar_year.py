"""Working days of the workspaces' calendars."""

import datetime as dt

import chinese_calendar
import pytest
from workspace_factory import MINIMAL, REPOSITORY

from gongshi.model.calendar import CalendarYear
from gongshi.records.files import CalendarFile
from gongshi.records.load import load


def years_of(workspace: str) -> dict[int, CalendarYear]:
    """The years in a workspace's content/calendar.yaml."""
    records, _ = load(REPOSITORY / workspace / "content")
    years = CalendarFile.model_validate(records["content/calendar.yaml"].data).years
    return {year.year: year for year in years}


@pytest.mark.parametrize("workspace", [".", MINIMAL.relative_to(REPOSITORY).as_posix()])
def test_every_day_agrees_with_the_published_arrangements(workspace: str) -> None:
    """For every day of every year on record, working days are those of the independent package `chinesecalendar`."""
    years = years_of(workspace)
    days = [dt.date(number, 1, 1) + dt.timedelta(n) for number in years for n in range(366)]
    judged = {day: years[day.year].is_workday(day) for day in days if day.year in years}

    wrong = [day.isoformat() for day, works in judged.items() if works != chinese_calendar.is_workday(day)]

    assert judged
    assert wrong == []


def test_the_sample_knows_each_day_from_2014_to_2026() -> None:
    """Thirteen years without a gap are on record, 4,748 days."""
    first, after = dt.date(2014, 1, 1), dt.date(2027, 1, 1)

    assert sorted(years_of(".")) == list(range(first.year, after.year))
    assert (after - first).days == 4748
