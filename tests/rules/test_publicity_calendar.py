"""The calendar's own days are held against its years."""

from dataclasses import replace

import pytest
from round_changes import day
from workspace_factory import minimal_model

from gongshi.model.calendar import CalendarYear, Holiday
from gongshi.rules.publicity import calendar_days_in_their_year


@pytest.mark.parametrize(
    ("first", "last", "worked", "wrong"),
    [
        ("10-01", "10-07", "10-09", []),
        ("2020-12-31", "01-03", "10-09", ["2020-12-31"]),
        ("12-31", "2022-01-02", "10-09", ["2022-01-02"]),
        ("10-07", "10-01", "10-09", ["2021-10-01"]),
        ("10-01", "10-07", "10-11", ["2021-10-11"]),
        ("10-01", "10-07", "2022-10-08", ["2022-10-08"]),
    ],
)
def test_days_lie_in_their_year_and_make_up_days_on_weekends(
    first: str, last: str, worked: str, wrong: list[str]
) -> None:
    """A holiday over New Year is entered in both years; nobody makes up for days off on a Monday."""
    holiday = Holiday(name="样例", first_day=day(first), last_day=day(last))
    year = CalendarYear(year=2021, source="样例", holidays=(holiday,), workdays=(day(worked),))

    found = list(calendar_days_in_their_year(replace(minimal_model(), calendar={2021: year})))

    assert [(d.code, d.value) for d in found] == [("calendar-day", value) for value in wrong]
