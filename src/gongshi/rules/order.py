"""One day before another: the check that all rules on the order of days share."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, Place
from gongshi.model.base import Day

Dated = tuple[str, Day, Place]
"""A date's Chinese name, the date, and where it stands."""


def not_before(earlier: Dated, later: Dated, clause: str = "") -> Iterator[Diagnostic]:
    """One diagnostic at `later` if it is before `earlier`; the same day is in order."""
    if later[1] < earlier[1]:
        yield _told(later, earlier, ("不早于", "on or after"), clause)


def _told(wrong: Dated, other: Dated, relation: tuple[str, str], clause: str) -> Diagnostic:
    facts = (
        ("relation", relation[0]),
        ("relation_en", relation[1]),
        ("other", other[0]),
        ("other_day", other[1].isoformat()),
    )
    return Diagnostic("date-order", wrong[2], wrong[0], wrong[1].isoformat(), facts, clause)
