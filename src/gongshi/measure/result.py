"""Results of measuring: one row per element, with what the standard wants, what was found, and the verdict."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from gongshi.measure.form import Form

_ROUNDING = 1e-6
_SIZE = 0.1
"""Points that a size of type may be off."""


class Verdict(Enum):
    """The value is what people read."""

    PASS = "合格"  # noqa: S105 - no password
    FAIL = "不合格"
    NOT_JUDGED = "未判定"


@dataclass(frozen=True)
class Finding:
    """One fact that a clause's function measured; the table of clauses adds clause number and element."""

    aspect: str
    """Which property of the element was measured, in Chinese."""
    page: int
    """From 1; 0 for the document as a whole."""
    expected: str
    measured: str
    tolerance: str
    unit: str
    verdict: Verdict


@dataclass(frozen=True)
class Measurement:
    """One row of the report."""

    clause: str
    """Number in GB/T 9704-2012, e.g. 7.2.4."""
    element: str
    """The element and the property that was measured, in Chinese."""
    page: int
    """From 1; 0 for the document as a whole."""
    expected: str
    measured: str
    """For a row that was not judged: why."""
    tolerance: str
    unit: str
    verdict: Verdict


@dataclass(frozen=True)
class Measured:
    """All rows of a document."""

    format: Form
    measurements: tuple[Measurement, ...]
    note: str = ""
    """A remark on all rows, in Chinese; empty if there is none."""

    @property
    def unjudged(self) -> tuple[Measurement, ...]:
        """The rows that could not be judged."""
        return tuple(row for row in self.measurements if row.verdict is Verdict.NOT_JUDGED)

    @property
    def broken(self) -> tuple[Measurement, ...]:
        """The rows that fail."""
        return tuple(row for row in self.measurements if row.verdict is Verdict.FAIL)


def measurement_of(clause: str, element: str, found: Finding) -> Measurement:
    """A finding as a row of the report, under the clause and the element it is about."""
    return Measurement(
        clause,
        element if found.aspect == element else f"{element}·{found.aspect}",
        found.page,
        found.expected,
        found.measured,
        found.tolerance,
        found.unit,
        found.verdict,
    )


def near(aspect: str, page: int, expected: float, measured: float | None, tolerance: float) -> Finding:
    """A length in millimetres that should be `expected`, give or take `tolerance`; None was not found."""
    good = measured is not None and abs(measured - expected) <= tolerance + _ROUNDING
    shown = f"±{_number(tolerance)}"
    return Finding(aspect, page, _number(expected), _number(measured), shown, "毫米", _verdict(good))


def points(aspect: str, page: int, expected: float, sizes: Iterable[float | None]) -> Finding:
    """Sizes of type in points; the finding shows the one that is farthest off."""
    found = [size for size in sizes if size is not None]
    worst = max(found, key=lambda size: abs(size - expected), default=None)
    good = worst is not None and abs(worst - expected) <= _SIZE + _ROUNDING
    return Finding(aspect, page, _number(expected), _number(worst), f"±{_number(_SIZE)}", "磅", _verdict(good))


def within(
    aspect: str, page: int, bounds: tuple[float | None, float | None], measured: float, unit: str = "毫米"
) -> Finding:
    """A length, size or count that should lie between two bounds, each of them allowed; None is no bound."""
    low, high = bounds
    good = (low is None or low - _ROUNDING <= measured) and (high is None or measured <= high + _ROUNDING)
    return Finding(aspect, page, _between(low, high), _number(measured), "", unit, _verdict(good))


def _between(low: float | None, high: float | None) -> str:
    if low is None:
        return f"不大于{_number(high)}"
    if high is None:
        return f"不小于{_number(low)}"
    return _number(low) if low == high else f"{_number(low)}～{_number(high)}"


def holds(aspect: str, page: int, expected: str, measured: str, *, good: bool) -> Finding:
    """A fact that either is as it should be (`good`) or is not; `expected` and `measured` are words for people."""
    return Finding(aspect, page, expected, measured, "", "", _verdict(good))


def open_question(aspect: str, expected: str, reason: str) -> Finding:
    """What could not be judged, and why."""
    return Finding(aspect, 0, expected, reason, "", "", Verdict.NOT_JUDGED)


def _verdict(good: bool) -> Verdict:
    return Verdict.PASS if good else Verdict.FAIL


def _number(value: float | None) -> str:
    if value is None:
        return "未找到"
    return f"{value:.2f}".rstrip("0").rstrip(".")
