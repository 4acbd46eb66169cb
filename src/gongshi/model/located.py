"""A value of a record with its position in the files and the Chinese title of its field."""

from dataclasses import dataclass
from typing import Any

from gongshi.diagnostics import Diagnostic, Place, Problem
from gongshi.model.base import Day, Record


@dataclass(frozen=True, slots=True)
class Located:
    """A value of a record."""

    place: Place
    title: str
    """The Chinese title of its field."""
    value: Any

    def called(self, title: str) -> "Located":
        """The same with another title, where the field's own would be unclear in a message."""
        return Located(self.place, title, self.value)

    def problem(self, problem: Problem, *, value: object = None, clause: str = "", **facts: object) -> Diagnostic:
        """The diagnostic that something is wrong with this value.

        Args:
            problem: What is wrong.
            value: Shown in place of the value itself.
            clause: The clause that makes the rule; empty if none does.
            facts: Further values for the problem's words; days are written 2014-07-10.
        """
        shown = self.value if value is None else value
        return Diagnostic(
            problem,
            self.place,
            self.title,
            "" if shown is None or isinstance(shown, Record) else str(shown),
            tuple((name, str(fact)) for name, fact in facts.items()),
            clause,
        )

    @property
    def day(self) -> Day:
        """The value of a field that holds a day."""
        assert isinstance(self.value, Day), self.title  # noqa: S101 - rules ask for the day of day fields only
        return self.value
