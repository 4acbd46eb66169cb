"""Any round that passes the gates is sound: held against the plain meaning of the rules, for invented rounds."""

import datetime as dt
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from round_changes import base, day, model_of, results, substitution, window

from gongshi.diagnostics import Report
from gongshi.model.objection import STATE_NAMES, Objection
from gongshi.model.programme import Quota
from gongshi.model.result import OUTCOME_NAMES, Outcome, OutcomeName, Substitution
from gongshi.model.round import Round
from gongshi.model.supervision import Supervision
from gongshi.rules import announcement, dates, objections, publicity, references, selection, substitutions
from gongshi.rules.check import check
from gongshi.rules.table import RULES

GATES = RULES.only(
    references.round_references_exist,
    selection.within_quota,
    dates.stages_in_order,
    *(rule for rule in RULES.every if rule.__module__ in {m.__name__ for m in (publicity, announcement, objections)}),
    *(rule for rule in RULES.every if rule.__module__ == substitutions.__name__),
)
IDS = tuple(application.id for application in base().applications)
BY_SCORE = tuple(f"2021-{name}" for name in ("hubin", "bailu", "songling", "qingxi"))
"""The applications from the best score to the lowest."""
DAYS = st.integers(0, 24).map(lambda n: day("04-20") + dt.timedelta(n))
"""Days around the window and the announcement."""


@st.composite
def objections_to(draw: st.DrawFn, application: str) -> Objection:
    """An objection in any state, in time and with what the states need."""
    received = day("04-21") + dt.timedelta(draw(st.integers(0, 6)))
    return Objection(
        id=f"y-{application}",
        publicity="first",
        application=application,
        received_on=received,
        matter="样例",
        state=draw(st.sampled_from(("upheld", "upheld", "upheld", *STATE_NAMES))),
        accepted_on=received,
        refusal="样例",
        decided_on=day("04-28"),
        investigation="样例",
        evidence=("样例",),
        conclusion="样例",
    )


@st.composite
def regular(draw: st.DrawFn) -> Round:
    """A round as it should go: by rank within the quota, upheld objections followed up; objections may still stand."""
    category = st.sampled_from(("upland", "upland", "upland", "river"))
    # Findings, tasks and payments that name the tasks of another category would name nothing.
    applications = tuple(
        a.model_copy(update={"category": draw(category), "findings": (), "tasks": ()}) for a in base().applications
    )
    of: dict[str, OutcomeName] = {}
    quotas: list[Quota] = []
    raised: list[Objection] = []
    changed: list[Substitution] = []
    for name in ("river", "upland"):
        queue = [i for i in BY_SCORE if next(a for a in applications if a.id == i).category == name]
        places, waiting = draw(st.sampled_from((1, 1, 2))), draw(st.sampled_from((1, 2, 0)))
        quotas.append(Quota(category=name, places=places))
        for at, one in enumerate(queue):
            of[one] = "selected" if at < places else "reserve" if at < places + waiting else "pilot"
        reserve = queue[places : places + waiting]
        for winner in queue[:places]:
            objection: Objection | None = draw(st.one_of(st.none(), objections_to(winner)))
            raised += [objection] if objection else []
            if objection and objection.state == "upheld":
                filled = draw(st.sampled_from((True, True, True, False)))
                steps_in = reserve.pop(0) if reserve and filled else None
                gone, then = winner.partition("-")[2], (steps_in or "").partition("-")[2]
                changed.append(substitution(gone, "04-29", then or None, objection.id))
    stepped = tuple(s.steps_in for s in changed if s.steps_in)
    second = (window("05-01", "05-07", "04-30", *(i.partition("-")[2] for i in stepped)),) if stepped else ()
    round_ = results(
        base(),
        outcomes=tuple(Outcome(application=i, outcome=of[i]) for i in IDS),
        publicities=(window("04-21", "04-27", "04-20", id_="first"), *second),
        substitutions=tuple(changed),
        announced_on=draw(st.sampled_from((None, *(day(f"05-{n:02}") for n in (8, 9, 10, 20))))),
    )
    programme = round_.programme.model_copy(update={"quotas": tuple(quotas)})
    made = replace(round_, programme=programme, applications=applications, objections=tuple(raised))
    return replace(made, notices=(), supervision=Supervision())


@st.composite
def disturbed(draw: st.DrawFn) -> Round:
    """A regular round with up to two of its records changed at random."""
    round_ = draw(regular())
    for _ in range(draw(st.integers(0, 2))):
        made = round_.results
        assert made is not None
        windows, changed = list(made.publicities), list(made.substitutions)
        match draw(st.sampled_from(("announced", "window", "shown", "objection", "substitution", "outcome"))):
            case "announced":
                round_ = results(round_, announced_on=draw(DAYS))
            case "window":
                one = draw(st.sampled_from(windows))
                days = {"published_on": draw(DAYS), "first_day": draw(DAYS), "last_day": draw(DAYS)}
                days = {name: draw(st.sampled_from((getattr(one, name), other))) for name, other in days.items()}
                windows[windows.index(one)] = one.model_copy(update=days)
                round_ = results(round_, publicities=tuple(windows))
            case "shown":
                names = tuple(draw(st.lists(st.sampled_from(IDS), unique=True)))
                windows[-1] = windows[-1].model_copy(update={"applications": names})
                round_ = results(round_, publicities=tuple(windows))
            case "objection":
                late = {"received_on": draw(DAYS), "decided_on": draw(DAYS)}
                other = draw(objections_to(draw(st.sampled_from(IDS)))).model_copy(update=late)
                round_ = replace(round_, objections=(*round_.objections[:1], other))
            case "substitution":
                who, steps_in = draw(st.sampled_from(IDS)), draw(st.none() | st.sampled_from(IDS))
                another = Substitution(falls_out=who, steps_in=steps_in, decided_on=draw(DAYS))
                kept = changed[: draw(st.integers(0, len(changed)))]
                round_ = results(round_, substitutions=(*kept, *draw(st.sampled_from(((), (another,))))))
            case _:
                place, outcome = draw(st.integers(0, len(IDS) - 1)), draw(st.sampled_from(tuple(OUTCOME_NAMES)))
                outcomes = list(made.outcomes)
                outcomes[place] = outcomes[place].model_copy(update={"outcome": outcome})
                round_ = results(round_, outcomes=tuple(outcomes))
    return round_


def passes(round_: Round) -> bool:
    """Whether no gate has an error for the round."""
    model = model_of(round_)
    return not check(model, GATES, Report()).has_errors


def winners(round_: Round) -> set[str]:
    """Who wins: worked out from the records alone."""
    assert round_.results is not None
    won = {o.application for o in round_.results.outcomes if o.outcome == "selected"}
    for one in round_.results.substitutions:
        won = (won - {one.falls_out}) | ({one.steps_in} if one.steps_in else set())
    return won


def assert_sound(round_: Round) -> None:
    """Quota, publicity, objections and substitution of an announced round, in plain words."""
    assert round_.results is not None
    made, won, announced = round_.results, winners(round_), round_.results.announced_on
    for quota in round_.programme.quotas:
        assert len([a for a in round_.applications if a.id in won and a.category == quota.category]) <= quota.places
    if announced is None:
        return
    proposed = {o.application for o in made.outcomes if o.outcome == "selected"}
    for winner in won:
        shown = [w for w in made.publicities if winner in (w.applications or proposed)]
        assert any(w.last_day < announced and (w.last_day - w.first_day).days + 1 >= 7 for w in shown)
    for objection in round_.objections:
        assert objection.state not in {"received", "accepted", "investigating"}
        assert objection.state != "upheld" or objection.application not in won
    for one in made.substitutions:
        own = [w for w in made.publicities if one.steps_in in w.applications]
        assert all(w.published_on >= one.decided_on for w in own)
        assert one.steps_in is None or made.outcomes[IDS.index(one.steps_in)].outcome == "reserve"


def test_a_round_that_passes_the_gates_is_sound() -> None:
    """Winners keep to the quota, were public in an ended window, and nothing stands against them; 1,000 rounds."""
    passed: list[Round] = []

    @settings(max_examples=1000, database=None, suppress_health_check=list(HealthCheck))
    @given(disturbed())
    def held(round_: Round) -> None:
        if passes(round_):
            assert_sound(round_)
            passed.append(round_)

    held()

    announced = [r for r in passed if r.announced_on]
    stepped = [r for r in announced if r.results and any(s.steps_in for s in r.results.substitutions)]
    assert len(announced) >= 100
    assert len(stepped) >= 10
