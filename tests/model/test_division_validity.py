"""Divisions exist from month to month."""

import datetime as dt

import pytest
from pydantic import ValidationError
from workspace_factory import REPOSITORY

from gongshi.model.base import first_day_of
from gongshi.model.region import Division, Regions
from gongshi.records.load import load


def division(valid_from: str | None = None, valid_to: str | None = None) -> Division:
    """A district with those months."""
    return Division(id="990112", name="白鹭区", city="990100", valid_from=valid_from, valid_to=valid_to)


@pytest.mark.parametrize(
    ("day", "begun", "ended"),
    [("2020-06-30", False, False), ("2020-07-01", True, True), ("2020-07-31", True, True)],
)
def test_the_month_of_change_belongs_to_the_successor(day: str, *, begun: bool, ended: bool) -> None:
    """On the last day of the month before, the old division exists; from the first of the month the new one does."""
    on = dt.date.fromisoformat(day)

    assert division(valid_from="2020-07").valid_on(on) is begun
    assert division(valid_to="2020-07").valid_on(on) is not ended


def test_a_division_without_months_exists_always() -> None:
    """An empty month means before the years in use, or still."""
    assert division().valid_on(dt.date.min)
    assert division().valid_on(dt.date.max)


def test_a_division_may_be_founded_and_dissolved() -> None:
    """A division with both months exists between them."""
    passing = division("2014-12", "2021-03")

    assert [passing.valid_on(dt.date(year, 3, 1)) for year in (2014, 2015, 2020, 2021)] == [False, True, True, False]


def test_months_begin_on_their_first_day() -> None:
    """A month stands for its first day."""
    assert first_day_of("2014-07") == dt.date(2014, 7, 1)


@pytest.mark.parametrize("month", ["2014-7", "2014-13", "2014-00", "201407", "2014-07-01", "２０１４-07"])
def test_only_year_and_month_are_a_month(month: str) -> None:
    """Anything but four figures, a hyphen and 01 to 12 is refused."""
    with pytest.raises(ValidationError, match="month must be written"):
        division(valid_from=month)


@pytest.mark.parametrize(
    ("day", "counties"), [("2014-12-31", 90), ("2015-12-31", 90), ("2016-12-31", 89), ("2023-12-31", 90)]
)
def test_the_sample_has_as_many_counties_as_the_province_had(day: str, counties: int) -> None:
    """Zhejiang had 90 counties at the ends of 2014, 2015 and 2023, and 89 at the end of 2016."""
    records, _ = load(REPOSITORY / "content")
    regions = Regions.model_validate(records["content/regions.yaml"].data)

    there = [d for d in regions.divisions if d.kind == "county" and d.valid_on(dt.date.fromisoformat(day))]

    assert len(there) == counties
    assert len({d.name for d in there}) == counties


def test_divisions_stand_in_the_order_of_their_codes() -> None:
    """Lists are printed by division, so the sample's divisions follow city by city, code by code, zones last."""
    records, _ = load(REPOSITORY / "content")
    regions = Regions.model_validate(records["content/regions.yaml"].data)

    order = [(d.city, d.kind == "zone", d.id) for d in regions.divisions]

    assert order == sorted(order)
