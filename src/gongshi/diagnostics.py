"""What is wrong, where, and what to do: problems as values, never as exceptions; and the report of a run."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error stops the run before anything is written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of problem and its words; it is defined beside the rule or the step that finds it.

    `{value}`, `{field}`, `{clause}` and the facts of a diagnostic may stand in the words.
    """

    code: str
    """Stable name, e.g. quota-exceeded; unique in the program."""
    severity: Severity
    rule: str
    """What was found and what the rule wants, in Chinese."""
    remedy: str
    """What to do, in Chinese."""
    english: str
    """Rule and remedy in one or two English sentences."""


def error(code: str, rule: str, remedy: str, english: str) -> Problem:
    """A problem that stops the run."""
    return Problem(code, Severity.ERROR, rule, remedy, english)


def warning(code: str, rule: str, remedy: str, english: str) -> Problem:
    """A problem that is shown and left to staff."""
    return Problem(code, Severity.WARNING, rule, remedy, english)


def note(code: str, rule: str, remedy: str, english: str) -> Problem:
    """Something that staff should know and need not change."""
    return Problem(code, Severity.NOTE, rule, remedy, english)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is: a file, and inside it either a path of keys or a line."""

    file: str
    """Path relative to the workspace, with forward slashes."""
    path: tuple[str | int, ...] = ()
    """Keys and list positions (from 0) that lead to the value, e.g. ("applications", 3, "category")."""
    line: int | None = None
    """Line, counted from 1; None until it has been worked out."""
    column: int | None = None
    """Column, counted from 1; None until it has been worked out."""
    offset: int = 0
    """Lines below the start of a block text at `path`, counted from 1; 0 if it is not inside one."""

    def below(self, *path: str | int) -> "Place":
        """The place of a value that stands inside the one at this place."""
        return replace(self, path=(*self.path, *path))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem that was found."""

    problem: Problem
    place: Place
    field: str = ""
    """The field's Chinese name as staff know it."""
    value: str = ""
    """The offending value, as written."""
    facts: tuple[tuple[str, str], ...] = ()
    """Further named values for the problem's words."""
    clause: str = ""
    """The source of the rule: a clause of the scheme, of GB/T 9704-2012, of the handbook."""

    @property
    def code(self) -> str:
        """The stable name of its problem."""
        return self.problem.code

    @property
    def severity(self) -> Severity:
        """The severity of its problem."""
        return self.problem.severity

    @property
    def words(self) -> tuple[str, str, str]:
        """Rule and remedy in Chinese, and both in English, with this diagnostic's values filled in."""
        values = {"field": self.field, "value": self.value, "clause": self.clause, **dict(self.facts)}
        problem = self.problem
        return problem.rule.format(**values), problem.remedy.format(**values), problem.english.format(**values)


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one part of a run took, in seconds."""

    part: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Report:
    """Problems, timings and outputs of a run; frozen, `plus` gives a longer one."""

    diagnostics: tuple[Diagnostic, ...] = ()
    timings: tuple[Timing, ...] = ()
    written: tuple[str, ...] = ()
    """Outputs that were (or, in a dry run, would be) written, relative to the workspace."""
    removed: tuple[str, ...] = ()
    """Outputs that were (or would be) taken away because nothing makes them any more."""
    kept: int = 0
    """Outputs that were up to date."""
    reasons: tuple[tuple[str, str], ...] = ()
    """Task and why it had to be run again."""
    language: str = "zh"
    """Language the workspace wants on the terminal: zh or en."""

    def plus(self, *diagnostics: Diagnostic, timings: tuple[Timing, ...] = ()) -> "Report":
        """The same report with more diagnostics and timings."""
        return replace(self, diagnostics=self.diagnostics + diagnostics, timings=self.timings + timings)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many problems there are of each severity."""
        found = [diagnostic.severity for diagnostic in self.diagnostics]
        return {severity: found.count(severity) for severity in Severity}

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error: then nothing is written."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)
