"""Rules on substitution (递补): who falls out, who steps in, on what ground, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from gongshi.diagnostics import Diagnostic, error
from gongshi.model.model import Model
from gongshi.model.objection import STATE_NAMES, ObjectionState
from gongshi.model.result import OUTCOME_NAMES, OutcomeName, Substitution
from gongshi.model.round import Round
from gongshi.rules.order import not_before

_GROUNDS: frozenset[ObjectionState] = frozenset({"upheld", "partly_upheld"})
"""States of an objection that are a ground for falling out."""


def _with_outcomes_before(r: Round) -> Iterator[tuple[Substitution, Mapping[str, OutcomeName]]]:
    """Each substitution with the outcomes before it; the mapping changes when the next one is taken."""
    outcomes = dict(r.proposed)
    for substitution in r.substitutions:
        yield substitution, outcomes
        outcomes[substitution.falls_out] = "not_selected"
        if substitution.steps_in:
            outcomes[substitution.steps_in] = "selected"


@dataclass(frozen=True)
class Reserve:
    """The reserve of a round as the panel proposed it."""

    by_category: Mapping[str, tuple[str, ...]]
    """Ids in the order in which they may step in; equal ranks in the order of their ids."""
    ranks: Mapping[str, int]
    """Rank of each application that was scored, in its category."""

    def waiting(self, category: str, outcomes: Mapping[str, OutcomeName]) -> tuple[str, ...]:
        """Who of a category still waits."""
        return tuple(i for i in self.by_category.get(category, ()) if outcomes.get(i) == "reserve")

    def head(self, queue: tuple[str, ...]) -> tuple[str, ...]:
        """The first in the queue, with all of the same rank."""
        return tuple(i for i in queue if self.ranks.get(i) == self.ranks.get(queue[0]))


def reserve_of(r: Round) -> Reserve:
    """The reserve of a round."""
    ranks = {ranked.application: ranked.rank for listed in r.ranking.values() for ranked in listed}
    found: dict[str, list[str]] = {}
    for application in r.applications:
        if r.proposed.get(application.id) == "reserve":
            found.setdefault(application.category, []).append(application.id)
    unranked = len(r.applications) + 1
    return Reserve(
        {name: tuple(sorted(ids, key=lambda i: (ranks.get(i, unranked), i))) for name, ids in found.items()}, ranks
    )


FALLS_OUT_UNPROPOSED = error(
    "falls-out-unproposed",
    "退出的申报 {value}（{outcome}）没有拟列入，没有名额可以递补。",
    "请核对退出的申报号；候补放弃递补的，不填递补的申报号。",
    "The application {value} has no place to give up. Correct which one falls out.",
)


def who_falls_out_was_in(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Only an application with a place can fall out; one of the reserve that steps back has none to give."""
    for substitution, outcomes in _with_outcomes_before(r):
        outcome = outcomes.get(substitution.falls_out)
        steps_back = outcome == "reserve" and substitution.steps_in is None
        if outcome is not None and outcome != "selected" and not steps_back:
            found, clause = model.at(substitution, "falls_out"), r.programme.publicity.clause
            yield found.problem(FALLS_OUT_UNPROPOSED, clause=clause, outcome=OUTCOME_NAMES[outcome])


RESERVE_EMPTY = error(
    "reserve-empty",
    "“{category}”没有候补，申报 {value} 不能递补。",
    "请删去递补的申报号，名额空缺；或核对评审结果中的候补（reserve）。",
    "{category} has no reserve left; {value} cannot step in. Leave the place empty.",
)
RESERVE_ORDER = error(
    "reserve-order",
    "“{category}”应由候补 {next} 递补，{value}（{outcome}）不能递补。",
    "请按评审排名从同类候补中依次递补；候补放弃的，另登记一条退出，不填递补。",
    "In {category} {next} is next in the reserve, not {value}. Substitutes follow the ranking of their category.",
)


def who_steps_in_is_next(r: Round, model: Model) -> Iterator[Diagnostic]:
    """The best of the same category's reserve that is still waiting steps in."""
    names = {category.id: category.name for category in r.scheme.categories}
    for substitution, outcomes, reserve in _steps(r):
        category = r.application(substitution.falls_out).category
        queue = reserve.waiting(category, outcomes)
        found = model.at(substitution, "steps_in")
        facts = {"clause": r.programme.publicity.clause, "category": names.get(category, category)}
        if not queue:
            yield found.problem(RESERVE_EMPTY, **facts)
        elif substitution.steps_in not in reserve.head(queue):
            outcome = OUTCOME_NAMES[outcomes.get(str(substitution.steps_in), "not_selected")]
            yield found.problem(RESERVE_ORDER, **facts, next=queue[0], outcome=outcome)


def _steps(r: Round) -> Iterator[tuple[Substitution, Mapping[str, OutcomeName], Reserve]]:
    """The turns in which one application of the round takes the place of another, with the reserve."""
    reserve = reserve_of(r) if r.substitutions else Reserve({}, {})
    for substitution, outcomes in _with_outcomes_before(r):
        if {substitution.steps_in, substitution.falls_out} <= r.applications_by_id.keys():
            yield substitution, outcomes, reserve


RESERVE_TIED = error(
    "reserve-tied",
    "候补 {tied} 名次相同，按同分比较次序不能分出先后，由 {value} 递补须有理由。",
    "请在 {falls_out} 退出的这条记录中写明 reason（同分递补的理由），如评审组织复议决定。",
    "No rule tells {tied} of the reserve apart; say in the field reason why {value} steps in.",
)


def equals_step_in_for_a_reason(r: Round, model: Model) -> Iterator[Diagnostic]:
    """If several of the reserve share the next rank, the record says why this one steps in."""
    clause = r.programme.review.clause if r.programme.review else ""
    for substitution, outcomes, reserve in _steps(r):
        queue = reserve.waiting(r.application(substitution.falls_out).category, outcomes)
        first = reserve.head(queue) if queue else ()
        if len(first) > 1 and substitution.steps_in in first and not substitution.reason:
            facts = {"tied": "、".join(first), "falls_out": substitution.falls_out}
            yield model.at(substitution, "steps_in").problem(RESERVE_TIED, clause=clause, **facts)


SUBSTITUTION_GROUNDLESS = error(
    "substitution-groundless",
    "异议 {value}（{state}，针对申报 {about}）不能作为申报 {falls_out} 退出的依据。",
    "请核对异议编号和异议的状态；申报单位自行放弃的，不填异议编号。",
    "The objection {value} is no ground for {falls_out} to fall out: not upheld, or about {about}.",
)


def substitutions_have_their_ground(r: Round, model: Model) -> Iterator[Diagnostic]:
    """The objection that a substitution names was upheld, in whole or in part, against who falls out."""
    for substitution in r.substitutions:
        objection = r.objections_by_id.get(substitution.objection or "")
        if objection is None:
            continue
        if objection.state not in _GROUNDS or objection.application != substitution.falls_out:
            facts = {"state": STATE_NAMES[objection.state], "clause": r.programme.publicity.clause}
            facts |= {"about": objection.application, "falls_out": substitution.falls_out}
            yield model.at(substitution, "objection").problem(SUBSTITUTION_GROUNDLESS, **facts)


def substitutions_in_order(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A substitution is decided once its objection and the one before it are, and before the announcement."""
    clause = r.programme.publicity.clause
    decisions = [model.at(s, "decided_on").called("递补决定日期") for s in r.substitutions]
    for earlier, later in pairwise(decisions):
        yield from not_before(earlier.called("前一次递补决定日期"), later, clause)
    for substitution, decided in zip(r.substitutions, decisions, strict=True):
        objection = r.objections_by_id.get(substitution.objection or "")
        if objection and objection.decided_on:
            yield from not_before(model.at(objection, "decided_on").called("异议办结日期"), decided, clause)
        if r.results and r.announced_on:
            yield from not_before(decided, model.at(r.results, "announced_on"), clause)
