"""One day before another: the check that all rules on the order of days share."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error
from gongshi.model.located import Located

DATE_ORDER = error(
    "date-order",
    "{field}（{value}）应{relation}{other}（{other_day}）。",
    "请核对两个日期。",
    "The date {value} must be {relation_en} {other_day}. Check both dates.",
)


def not_before(earlier: Located, later: Located, clause: str = "") -> Iterator[Diagnostic]:
    """A diagnostic at `later` if that day or month is before `earlier`; the same day is in order."""
    if later.value < earlier.value:
        relation = {"relation": "不早于", "relation_en": "on or after"}
        yield later.problem(DATE_ORDER, clause=clause, **relation, other=earlier.title, other_day=earlier.value)
