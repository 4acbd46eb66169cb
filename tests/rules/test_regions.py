"""Former divisions: which months let one division take the place of another."""

from dataclasses import replace

import pytest
from workspace_factory import minimal_model

from gongshi.model.region import Division
from gongshi.rules.regions import former_divisions_in_time, no_division_before_itself


def division(name: str, begun: str | None, ended: str | None, *formerly: str) -> Division:
    """A division of the first city."""
    fields = {"id": name, "name": name, "city": "990100", "valid_from": begun, "valid_to": ended, "formerly": formerly}
    return Division.model_validate(fields)


@pytest.mark.parametrize(
    ("former", "begun", "fits"),
    [
        ((None, "2020-07"), "2020-07", True),
        ((None, "2020-07"), None, True),
        ((None, "2020-07"), "2019-01", True),
        ((None, "2020-07"), "2020-08", False),
        ((None, None), "2020-07", True),
        ((None, None), None, False),
        (("2020-07", None), "2020-07", False),
    ],
    ids=["renamed", "merged", "divided-earlier", "too-late", "divided", "goes-on", "as-young"],
)
def test_months_of_former_divisions(former: tuple[str | None, str | None], begun: str | None, *, fits: bool) -> None:
    """One that ended is followed at once or joins an older one; one that goes on was there first."""
    old, new = division("old", *former), division("new", begun, None, "old")
    regions = minimal_model().regions.model_copy(update={"divisions": (old, new)})

    assert (not list(former_divisions_in_time(replace(minimal_model(), regions=regions)))) == fits


def test_a_circle_of_three_is_told() -> None:
    """However long the way round, each on it is named; one that only leads into the circle is not."""
    circle = [division(name, None, "2020-07", before) for name, before in (("a", "b"), ("b", "c"), ("c", "a"))]
    into = division("d", "2020-07", None, "a")
    regions = minimal_model().regions.model_copy(update={"divisions": (*circle, into)})

    found = list(no_division_before_itself(replace(minimal_model(), regions=regions)))

    assert [dict(each.facts)["name"] for each in found] == ["a", "b", "c"]
