"""The minimal round with a few of its records changed, for rules on what happens after the review."""

import datetime as dt
from dataclasses import replace
from typing import Any

from workspace_factory import minimal_round, with_round

from gongshi.diagnostics import Diagnostic, Report
from gongshi.model.model import Model
from gongshi.model.objection import Objection
from gongshi.model.result import Outcome, OutcomeName, PublicityWindow, Results, Substitution
from gongshi.model.round import Round
from gongshi.model.supervision import Supervision
from gongshi.rules.check import RoundRule, WorkspaceRule, check
from gongshi.rules.table import RULES


def day(text: str) -> dt.date:
    """A day, written 04-21 for one of 2021 or 2022-04-21."""
    return dt.date.fromisoformat(text if text.count("-") > 1 else f"2021-{text}")


def id_of(name: str) -> str:
    """The id of the minimal round's application of that county."""
    return f"2021-{name}"


def results(round_: Round, **changes: Any) -> Round:
    """The round with those fields of its results."""
    before = round_.results or Results(outcomes=())
    return replace(round_, results=before.model_copy(update=changes))


def outcomes(**of: OutcomeName) -> tuple[Outcome, ...]:
    """Outcomes by the county's name."""
    return tuple(Outcome(application=id_of(name), outcome=outcome) for name, outcome in of.items())


def window(first: str, last: str, published: str, *names: str, id_: str = "second") -> PublicityWindow:
    """A window that makes those counties public, or all that were proposed."""
    applications = tuple(id_of(name) for name in names)
    days = {"published_on": day(published), "first_day": day(first), "last_day": day(last)}
    return PublicityWindow(id=id_, applications=applications, **days)


def substitution(
    out: str, decided: str, steps_in: str | None = None, objection: str | None = None, reason: str | None = None
) -> Substitution:
    """A substitution by counties' names."""
    return Substitution(
        falls_out=id_of(out),
        objection=objection,
        steps_in=id_of(steps_in) if steps_in else None,
        reason=reason,
        decided_on=day(decided),
    )


def objected(round_: Round, **changes: Any) -> Round:
    """The round with its one objection changed."""
    return replace(round_, objections=(round_.objections[0].model_copy(update=changes),))


def objection(round_: Round) -> Objection:
    """The round's one objection."""
    return round_.objections[0]


def upland(round_: Round) -> Round:
    """The round with qingxi as a third applicant of the upland category."""
    moved = {"category": "upland"}
    applications = tuple(a.model_copy(update=moved) if a.id == id_of("qingxi") else a for a in round_.applications)
    return replace(round_, applications=applications)


def supervised(round_: Round, **changes: Any) -> Round:
    """The round with those records of supervision and no other."""
    return replace(round_, supervision=Supervision(**changes))


def asked(round_: Round, **reporting: Any) -> Round:
    """The round whose scheme asks for that in its reporting."""
    changed = round_.scheme.reporting.model_copy(update=reporting)
    return replace(round_, scheme=round_.scheme.model_copy(update={"reporting": changed}))


def model_of(round_: Round, today: str = "06-30") -> Model:
    """The minimal model with that round, on that day."""
    return replace(with_round(round_), today=day(today), schemes={round_.scheme.id: round_.scheme})


def found_by(rule: RoundRule | WorkspaceRule, model: Model) -> tuple[Diagnostic, ...]:
    """Whatever a rule says of a model."""
    return check(model, RULES.only(rule), Report()).diagnostics


def told(rule: RoundRule | WorkspaceRule, round_: Round, today: str = "06-30") -> list[tuple[str, str]]:
    """Code and value of whatever a rule says of a round."""
    return [(said.code, said.value) for said in found_by(rule, model_of(round_, today))]


def base() -> Round:
    """The minimal round."""
    return minimal_round()
