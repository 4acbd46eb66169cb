"""Runs the rules: in the order of the table, without those that another rule's finding makes redundant."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gongshi.diagnostics import Diagnostic, Place, Report
from gongshi.model.model import Model
from gongshi.model.round import Round

RoundRule = Callable[[Round, Model], Iterator[Diagnostic]]
"""A rule on one round: what it finds wrong in it."""
WorkspaceRule = Callable[[Model], Iterator[Diagnostic]]
"""A rule on what lies outside the rounds, or on several of them together."""


@dataclass(frozen=True)
class Row:
    """A row of the table of rules on rounds."""

    rule: RoundRule
    unless: tuple[RoundRule, ...] = ()
    """Rules earlier in the table: where one of them found a problem, this one reports none at the same place."""
    given: tuple[RoundRule, ...] = ()
    """Rules earlier in the table: if one of them found a problem in the round, this one is not run on the round."""


@dataclass(frozen=True)
class Rules:
    """All rules there are."""

    workspace: tuple[WorkspaceRule, ...]
    rounds: tuple[Row, ...]

    @property
    def every(self) -> tuple[RoundRule | WorkspaceRule, ...]:
        """All rules as functions, without the other columns of the table."""
        return (*self.workspace, *(row.rule for row in self.rounds))

    def only(self, *wanted: RoundRule | WorkspaceRule) -> "Rules":
        """A table of the given rules alone."""
        return Rules(
            tuple(rule for rule in self.workspace if rule in wanted),
            tuple(row for row in self.rounds if row.rule in wanted),
        )


def check(model: Model, rules: Rules, report: Report) -> Report:
    """The report with the problems that the rules find in the model."""
    found = [diagnostic for rule in rules.workspace for diagnostic in rule(model)]
    for r in model.rounds.values():
        found += _check_round(r, model, rules.rounds)
    return report.plus(*found)


def _check_round(r: Round, model: Model, rows: tuple[Row, ...]) -> Iterator[Diagnostic]:
    found_at: dict[RoundRule, set[Place]] = {}
    for row in rows:
        if any(found_at.get(rule) for rule in row.given):
            continue
        reported = {place for rule in row.unless for place in found_at.get(rule, ())}
        kept = [diagnostic for diagnostic in row.rule(r, model) if diagnostic.place not in reported]
        found_at[row.rule] = {diagnostic.place for diagnostic in kept}
        yield from kept
