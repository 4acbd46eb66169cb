"""One entry of the catalogue: how a problem is worded."""

from dataclasses import dataclass

from gongshi.diagnostics.values import Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """Wording of one code; `{value}`, `{field}`, `{clause}` and the diagnostic's facts may stand in it."""

    severity: Severity
    rule: str
    """What is the case and what the rule wants, in Chinese."""
    remedy: str
    """What to do, in Chinese."""
    english: str
    """Rule and remedy in one or two English sentences."""


def error(rule: str, remedy: str, english: str) -> Entry:
    """An entry that stops the run."""
    return Entry(Severity.ERROR, rule, remedy, english)


def warning(rule: str, remedy: str, english: str) -> Entry:
    """An entry that is told and left to staff."""
    return Entry(Severity.WARNING, rule, remedy, english)
