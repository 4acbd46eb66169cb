"""One day before another: the check that all rules on the order of days share."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, Place, error
from gongshi.model.base import Day
from gongshi.model.located import Located

DATE_ORDER = error(
    "date-order",
    "{field}（{value}）应{relation}{other}（{other_day}）。",
    "请核对两个日期。",
    "The date {value} must be {relation_en} {other_day}. Check both dates.",
)


def not_before(earlier: Located, later: Located, clause: str = "") -> Iterator[Diagnostic]:
    """One diagnostic at the later day, or month, if it lies before the earlier one; the same day is in order."""
    if later.value < earlier.value:
        relation = {"relation": "不早于", "relation_en": "on or after"}
        yield later.problem(DATE_ORDER, clause=clause, **relation, other=earlier.title, other_day=earlier.value)


Dated = tuple[str, Day, Place]
"""A date's Chinese name, the date, and where it stands."""


def days_in_order(earlier: Dated, later: Dated, clause: str = "") -> Iterator[Diagnostic]:
    """One diagnostic at `later` if it is before `earlier`; the same day is in order."""
    yield from not_before(
        Located(earlier[2], earlier[0], earlier[1]), Located(later[2], later[0], later[1]), clause=clause
    )
