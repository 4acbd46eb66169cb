"""Rules on objections (异议): in time, by name, with what their state needs, and followed up."""

from collections.abc import Iterator
from itertools import pairwise

from gongshi.diagnostics import Diagnostic
from gongshi.model.objection import DECIDED, STATE_NAMES, Objection, distinguishing
from gongshi.model.result import PublicityWindow
from gongshi.model.whole import Model, Round
from gongshi.rules.order import Dated, not_before
from gongshi.rules.places import in_objections, in_results

_NEEDED = (
    ("accepted_on", "受理日期", DECIDED | {"accepted", "investigating"}),
    ("refusal", "不予受理的理由", {"not_accepted"}),
    ("evidence", "证据材料", {"upheld", "partly_upheld"}),
    ("investigation", "核查情况", DECIDED),
    ("decided_on", "办结日期", DECIDED | {"withdrawn"}),
    ("conclusion", "处理意见", DECIDED),
)
"""Field, its Chinese name, and the states in which an objection must have it."""


def _with_window(model: Model) -> Iterator[tuple[Round, Objection, PublicityWindow]]:
    for round_ in model.rounds.values():
        windows = {window.id: window for window in round_.results.publicities} if round_.results else {}
        for objection in round_.objections:
            if objection.publicity in windows:
                yield round_, objection, windows[objection.publicity]


def objections_in_time(model: Model) -> Iterator[Diagnostic]:
    """An objection received after the last day of its window is recorded, but not accepted."""
    for round_, objection, window in _with_window(model):
        late = objection.received_on > window.last_day >= window.first_day  # a window that ends first is told itself
        if late and objection.state != "not_accepted":
            place = in_objections(round_.programme, objection.id, "received_on")
            facts = (("last_day", window.last_day.isoformat()), ("state", STATE_NAMES[objection.state]))
            received, clause = objection.received_on.isoformat(), round_.programme.publicity.clause
            yield Diagnostic("objection-late", place, "收到日期", received, facts, clause)


def objections_to_the_publicised(model: Model) -> Iterator[Diagnostic]:
    """An objection to somebody whom its window did not make public is recorded, but not accepted."""
    for round_, objection, window in _with_window(model):
        known = objection.application in {application.id for application in round_.applications}
        beside = known and objection.application not in round_.publicised_in(window)
        if beside and objection.state != "not_accepted":
            place = in_objections(round_.programme, objection.id, "application")
            facts = (("objection", objection.id), ("window", window.id), ("state", STATE_NAMES[objection.state]))
            clause = round_.programme.publicity.clause
            yield Diagnostic("objection-beside-window", place, "申报号", objection.application, facts, clause)


def objections_by_name(model: Model) -> Iterator[Diagnostic]:
    """Where the programme wants real names, an anonymous objection is recorded, but not accepted."""
    for round_ in model.rounds.values():
        for objection in round_.objections if round_.programme.publicity.real_name else ():
            if objection.objector is None and objection.state != "not_accepted":
                place = in_objections(round_.programme, objection.id, "state")
                facts = (("state", STATE_NAMES[objection.state]),)
                clause = round_.programme.publicity.clause
                yield Diagnostic("objection-anonymous", place, "异议", objection.id, facts, clause)


def objections_complete(model: Model) -> Iterator[Diagnostic]:
    """An objection has the days and the texts that its state needs."""
    for round_ in model.rounds.values():
        for objection in round_.objections:
            for field, title, states in _NEEDED:
                if objection.state in states and not getattr(objection, field):
                    place = in_objections(round_.programme, objection.id, "state")
                    facts = (("needed", title), ("needed_en", field), ("state", STATE_NAMES[objection.state]))
                    clause = round_.programme.publicity.clause
                    yield Diagnostic("objection-lacks", place, "异议", objection.id, facts, clause)


def conclusions_name_nobody(model: Model) -> Iterator[Diagnostic]:
    """A conclusion, which is made public, names nobody who objected; the identity of an objector is confidential."""
    for round_, objection, other in _objectors(model):
        if other.objector and objection.conclusion_names(other.objector):
            yield _telling("conclusion-names-objector", round_, objection, other)


def conclusions_hint_at_nobody(model: Model) -> Iterator[Diagnostic]:
    """A unit that objected stands in a conclusion by no shorter name either; pointed out, for it may be chance."""
    for round_, objection, other in _objectors(model):
        part = distinguishing(other.objector or "") if other.objector_kind == "unit" else ""
        whole = other.objector and objection.conclusion_names(other.objector)  # conclusions_name_nobody says so
        if part and not whole and objection.conclusion_names(part):
            yield _telling("conclusion-hints-objector", round_, objection, other, part)


def _objectors(model: Model) -> Iterator[tuple[Round, Objection, Objection]]:
    """Every objection with each of its round that has an objector, itself too, unless that is the one objected to."""
    for round_ in model.rounds.values():
        counties = {a.id: model.county_of(a) for a in round_.applications}
        for objection in round_.objections:
            county = counties.get(objection.application)
            for other in round_.objections:
                if other.objector and not (county and other is not objection and county in other.objector):
                    yield round_, objection, other


def _telling(code: str, round_: Round, objection: Objection, other: Objection, part: str = "") -> Diagnostic:
    own = other is objection
    facts = (
        ("whose", "异议人" if own else f"异议 {other.id} 的异议人"),
        ("whose_en", "the objector" if own else f"the objector of {other.id}"),
        ("part", part),
    )
    place = in_objections(round_.programme, objection.id, "conclusion")
    return Diagnostic(code, place, "异议", objection.id, facts, round_.programme.publicity.clause)


def objections_in_order(model: Model) -> Iterator[Diagnostic]:
    """An objection is received once its window is published, then accepted, then decided, then all is announced."""
    for round_, objection, window in _with_window(model):
        programme = round_.programme
        published = in_results(programme, "publicities", f"#id={window.id}", "published_on")
        steps: list[Dated] = [
            ("公示发布日期", window.published_on, published),
            ("收到日期", objection.received_on, in_objections(programme, objection.id, "received_on")),
        ]
        if objection.accepted_on:
            accepted = in_objections(programme, objection.id, "accepted_on")
            steps.append(("受理日期", objection.accepted_on, accepted))
        if objection.decided_on:
            steps.append(("办结日期", objection.decided_on, in_objections(programme, objection.id, "decided_on")))
        for earlier, later in pairwise(steps):
            yield from not_before(earlier, later, programme.publicity.clause)
        # Before the end of the window: award_after_window says so.
        if round_.announced_on and objection.decided_on and round_.announced_on > window.last_day:
            announced: Dated = ("公布日期", round_.announced_on, in_results(programme, "announced_on"))
            yield from not_before(steps[-1], announced, programme.publicity.clause)


def upheld_fall_out(model: Model) -> Iterator[Diagnostic]:
    """Before the announcement whoever an objection was upheld against has fallen out."""
    for round_ in model.rounds.values():
        for objection in round_.objections if round_.announced_on else ():
            if objection.state == "upheld" and round_.outcomes.get(objection.application) == "selected":
                place = in_objections(round_.programme, objection.id, "application")
                facts = (("objection", objection.id),)
                clause = round_.programme.publicity.clause
                yield Diagnostic("upheld-still-in", place, "申报号", objection.application, facts, clause)
