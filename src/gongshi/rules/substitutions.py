"""Rules on substitution (递补): who falls out, who steps in, on what ground, and when."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from gongshi.diagnostics import Diagnostic, Place, error
from gongshi.model.model import Model
from gongshi.model.objection import STATE_NAMES
from gongshi.model.result import OUTCOME_NAMES, OutcomeName, Substitution
from gongshi.model.round import Round
from gongshi.rules.order import Dated, days_in_order
from gongshi.rules.places import in_objections, in_results
from gongshi.rules.review import is_sound

Turn = tuple[Round, Substitution, Mapping[str, OutcomeName]]
"""A substitution with the outcomes as they were when its turn came."""


def _turns(model: Model) -> Iterator[Turn]:
    for round_ in model.rounds.values():
        outcomes = dict(round_.proposed)
        for substitution in round_.results.substitutions if round_.results else ():
            yield round_, substitution, dict(outcomes)
            outcomes[substitution.falls_out] = "not_selected"
            if substitution.steps_in:
                outcomes[substitution.steps_in] = "selected"


def waiting(round_: Round, category: str, outcomes: Mapping[str, OutcomeName]) -> tuple[str, ...]:
    """Ids of a category's reserve in the order in which they may step in; equal ranks in the order of their ids."""
    ranks = {s.application: s.rank for s in round_.ranking.get(category, ())}
    ids = [a.id for a in round_.applications if a.category == category and outcomes.get(a.id) == "reserve"]
    return tuple(sorted(ids, key=lambda i: (ranks.get(i, len(ranks) + 1), i)))


FALLS_OUT_UNPROPOSED = error(
    "falls-out-unproposed",
    "退出的申报 {value}（{outcome}）没有拟列入，没有名额可以递补。",
    "请核对退出的申报号；候补放弃递补的，不填递补的申报号。",
    "The application {value} has no place to give up. Correct which one falls out.",
)


def who_falls_out_was_in(model: Model) -> Iterator[Diagnostic]:
    """Only who has a place makes room for another; one of the reserve that steps back makes room for nobody."""
    for round_, substitution, outcomes in _turns(model):
        outcome = outcomes.get(substitution.falls_out)
        steps_back = outcome == "reserve" and substitution.steps_in is None
        if outcome is not None and outcome != "selected" and not steps_back:
            place = in_results(round_.programme, "substitutions", f"#falls_out={substitution.falls_out}", "falls_out")
            facts = (("outcome", OUTCOME_NAMES[outcome]),)
            clause = round_.programme.publicity.clause
            yield Diagnostic(FALLS_OUT_UNPROPOSED, place, "退出的申报号", substitution.falls_out, facts, clause)


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


def who_steps_in_is_next(model: Model) -> Iterator[Diagnostic]:
    """The best of the same category's reserve that is still waiting steps in."""
    for round_, substitution, outcomes in _turns(model):
        steps_in, categories = substitution.steps_in, {a.id: a.category for a in round_.applications}
        if steps_in not in categories or substitution.falls_out not in categories:
            continue
        category = categories[substitution.falls_out]
        queue = waiting(round_, category, outcomes)
        names = {c.id: c.name for c in round_.scheme.categories}
        place = in_results(round_.programme, "substitutions", f"#falls_out={substitution.falls_out}", "steps_in")
        facts: tuple[tuple[str, str], ...] = (("category", names.get(category, category)),)
        clause = round_.programme.publicity.clause
        if not queue:
            yield Diagnostic(RESERVE_EMPTY, place, "递补的申报号", steps_in, facts, clause)
        elif steps_in not in _first(round_, category, queue):
            outcome = OUTCOME_NAMES[outcomes.get(steps_in, "not_selected")]
            facts += (("next", queue[0]), ("outcome", outcome))
            yield Diagnostic(RESERVE_ORDER, place, "递补的申报号", steps_in, facts, clause)


def _first(round_: Round, category: str, queue: tuple[str, ...]) -> set[str]:
    """Those at the head of the queue: more than one where no rule tells them apart."""
    ranks = {s.application: s.rank for s in round_.ranking.get(category, ())}
    return {i for i in queue if ranks.get(i) == ranks.get(queue[0])}


RESERVE_TIED = error(
    "reserve-tied",
    "候补 {tied} 名次相同，按同分比较次序不能分出先后，由 {value} 递补须有理由。",
    "请在 {falls_out} 退出的这条记录中写明 reason（同分递补的理由），如评审组织复议决定。",
    "No rule tells {tied} of the reserve apart; say in the field reason why {value} steps in.",
)


def equals_step_in_for_a_reason(model: Model) -> Iterator[Diagnostic]:
    """Where no rule tells the next in the reserve apart, the record says why this one steps in."""
    faulty = {name for name, r in model.rounds.items() if not is_sound(r, model)}
    for round_, substitution, outcomes in _turns(model):
        categories = {a.id: a.category for a in round_.applications}
        category = categories.get(substitution.falls_out)
        if category is None or substitution.reason or round_.programme.id in faulty:
            continue
        queue = waiting(round_, category, outcomes)
        first = _first(round_, category, queue) if queue else set()
        if len(first) > 1 and substitution.steps_in in first:
            place = in_results(round_.programme, "substitutions", f"#falls_out={substitution.falls_out}", "steps_in")
            facts = (("tied", "、".join(i for i in queue if i in first)), ("falls_out", substitution.falls_out))
            clause = round_.programme.review.clause if round_.programme.review else ""
            yield Diagnostic(RESERVE_TIED, place, "递补的申报号", substitution.steps_in, facts, clause)


SUBSTITUTION_GROUNDLESS = error(
    "substitution-groundless",
    "异议 {value}（{state}，针对申报 {about}）不能作为申报 {falls_out} 退出的依据。",
    "请核对异议编号和异议的状态；申报单位自行放弃的，不填异议编号。",
    "The objection {value} is no ground for {falls_out} to fall out: not upheld, or about {about}.",
)


def substitutions_have_their_ground(model: Model) -> Iterator[Diagnostic]:
    """The objection that a substitution names was upheld, in whole or in part, against who falls out."""
    for round_, substitution, _ in _turns(model):
        objection = {o.id: o for o in round_.objections}.get(substitution.objection or "")
        if objection is None:
            continue
        about = objection.application == substitution.falls_out
        if objection.state not in {"upheld", "partly_upheld"} or not about:
            place = in_results(round_.programme, "substitutions", f"#falls_out={substitution.falls_out}", "objection")
            facts = (
                ("state", STATE_NAMES[objection.state]),
                ("about", objection.application),
                ("falls_out", substitution.falls_out),
            )
            clause = round_.programme.publicity.clause
            yield Diagnostic(SUBSTITUTION_GROUNDLESS, place, "异议编号", objection.id, facts, clause)


def substitutions_in_order(model: Model) -> Iterator[Diagnostic]:
    """A substitution is decided once its objection and the one before it are, and before the announcement."""
    for round_ in model.rounds.values():
        decisions = [(s.decided_on, s.falls_out) for s in (round_.results.substitutions if round_.results else ())]
        for earlier, later in pairwise(decisions):
            places = [in_results(round_.programme, "substitutions", f"#falls_out={who}") for _, who in (earlier, later)]
            first: Dated = ("前一次递补决定日期", earlier[0], places[0])
            at = Place(places[1].file, (*places[1].path, "decided_on"))
            yield from days_in_order(first, ("递补决定日期", later[0], at), round_.programme.publicity.clause)
    for round_, substitution, _ in _turns(model):
        programme = round_.programme
        place = in_results(programme, "substitutions", f"#falls_out={substitution.falls_out}", "decided_on")
        decided: Dated = ("递补决定日期", substitution.decided_on, place)
        objection = {o.id: o for o in round_.objections}.get(substitution.objection or "")
        if objection and objection.decided_on:
            settled = in_objections(programme, objection.id, "decided_on")
            yield from days_in_order(
                ("异议办结日期", objection.decided_on, settled), decided, programme.publicity.clause
            )
        if round_.announced_on:
            announced: Dated = ("公布日期", round_.announced_on, in_results(programme, "announced_on"))
            yield from days_in_order(decided, announced, programme.publicity.clause)
