"""How the rules are asked: each in its turn, the silent ones where another has spoken."""

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
    """Rules further up: where one of them has found something, this one says nothing of the same place again."""
    given: tuple[RoundRule, ...] = ()
    """Rules further up: where one of them has found something in the round, this one is not asked of the round."""


@dataclass(frozen=True)
class Rules:
    """All rules there are."""

    workspace: tuple[WorkspaceRule, ...]
    rounds: tuple[Row, ...]

    @property
    def every(self) -> tuple[RoundRule | WorkspaceRule, ...]:
        """The rules themselves, without what the table says of them."""
        return (*self.workspace, *(row.rule for row in self.rounds))

    def only(self, *wanted: RoundRule | WorkspaceRule) -> "Rules":
        """Those rules alone."""
        return Rules(
            tuple(rule for rule in self.workspace if rule in wanted),
            tuple(row for row in self.rounds if row.rule in wanted),
        )


def check(model: Model, rules: Rules, report: Report) -> Report:
    """The report with what the rules have to say of the model."""
    found = [diagnostic for rule in rules.workspace for diagnostic in rule(model)]
    for r in model.rounds.values():
        found += _check_round(r, model, rules.rounds)
    return report.plus(*found)


def _check_round(r: Round, model: Model, rows: tuple[Row, ...]) -> Iterator[Diagnostic]:
    spoken: dict[RoundRule, set[Place]] = {}
    for row in rows:
        if any(spoken.get(rule) for rule in row.given):
            continue
        silent = {place for rule in row.unless for place in spoken.get(rule, ())}
        kept = [diagnostic for diagnostic in row.rule(r, model) if diagnostic.place not in silent]
        spoken[row.rule] = {diagnostic.place for diagnostic in kept}
        yield from kept
