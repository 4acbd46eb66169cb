"""Rules on objections (异议): in time, under a real name, with the fields that their state needs, carried out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from gongshi.diagnostics import Diagnostic, Problem, error, warning
from gongshi.model.model import Model
from gongshi.model.objection import DECIDED, STATE_NAMES, Objection, bare, distinguishing
from gongshi.model.result import PublicityWindow
from gongshi.model.round import Round
from gongshi.rules.order import not_before

_NEEDED = (
    ("accepted_on", DECIDED | {"accepted", "investigating"}),
    ("refusal", {"not_accepted"}),
    ("evidence", {"upheld", "partly_upheld"}),
    ("investigation", DECIDED),
    ("decided_on", DECIDED | {"withdrawn"}),
    ("conclusion", DECIDED),
)
"""Field, and the states in which an objection must have it."""


def _with_window(r: Round) -> Iterator[tuple[Objection, PublicityWindow]]:
    """The objections of a round, each with its window; an unknown window is reported by `round_references_exist`."""
    for objection in r.objections:
        if objection.publicity in r.windows_by_id:
            yield objection, r.windows_by_id[objection.publicity]


OBJECTION_LATE = error(
    "objection-late",
    "异议收到日期（{value}）在公示期满（{last_day}）之后，状态却为{state}。",
    "逾期的异议只登记、不受理，请把状态改为 not_accepted 并写明理由；或核对收到日期。",
    "The objection came after the window's last day, {last_day}. It is recorded, but not accepted.",
)


def objections_in_time(r: Round, model: Model) -> Iterator[Diagnostic]:
    """An objection received after the last day of its window is recorded, but not accepted."""
    for objection, window in _with_window(r):
        # A window that ends before it begins is reported by `window_long_enough`.
        late = objection.received_on > window.last_day >= window.first_day
        if late and objection.state != "not_accepted":
            found, clause = model.at(objection, "received_on"), r.programme.publicity.clause
            state = STATE_NAMES[objection.state]
            yield found.problem(OBJECTION_LATE, clause=clause, last_day=window.last_day, state=state)


OBJECTION_BESIDE_WINDOW = error(
    "objection-beside-window",
    "异议 {objection} 针对的申报 {value} 不在公示 {window} 的名单中，状态却为{state}。",
    "请核对申报号和公示编号；不针对公示名单的异议只登记、不受理，请把状态改为 not_accepted 并写明理由。",
    "The objection {objection} is about {value}, which its window {window} did not make public. Do not accept it.",
)


def objections_to_the_publicised(r: Round, model: Model) -> Iterator[Diagnostic]:
    """An objection to somebody whom its window did not make public is recorded, but not accepted."""
    for objection, window in _with_window(r):
        known = objection.application in r.applications_by_id
        beside = known and objection.application not in r.publicised[window.id]
        if beside and objection.state != "not_accepted":
            facts = {"objection": objection.id, "window": window.id, "state": STATE_NAMES[objection.state]}
            found, clause = model.at(objection, "application"), r.programme.publicity.clause
            yield found.problem(OBJECTION_BESIDE_WINDOW, clause=clause, **facts)


OBJECTION_ANONYMOUS = error(
    "objection-anonymous",
    "本次公示要求实名，异议 {value} 没有异议人，状态却为{state}。",
    "匿名的异议只登记、不受理，请把状态改为 not_accepted 并写明理由；或补上异议人。",
    "The round wants real names, but the objection {value} is anonymous. It is recorded, but not accepted.",
)


def objections_by_name(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Where the programme wants real names, an anonymous objection is recorded, but not accepted."""
    for objection in r.objections if r.programme.publicity.real_name else ():
        if objection.objector is None and objection.state != "not_accepted":
            found, clause = model.at(objection, "state").called("异议"), r.programme.publicity.clause
            state = STATE_NAMES[objection.state]
            yield found.problem(OBJECTION_ANONYMOUS, value=objection.id, clause=clause, state=state)


OBJECTION_LACKS = error(
    "objection-lacks",
    "异议 {value} 的状态为{state}，应当有“{needed}”。",
    "请补上，或核对状态。",
    "The objection {value} needs the field {needed_en} in its state. Add it.",
)


def objections_complete(r: Round, model: Model) -> Iterator[Diagnostic]:
    """An objection has the days and the texts that its state needs."""
    for objection in r.objections:
        for field, states in _NEEDED:
            if objection.state in states and not getattr(objection, field):
                facts = {"needed": model.at(objection, field).title, "needed_en": field}
                facts |= {"state": STATE_NAMES[objection.state], "clause": r.programme.publicity.clause}
                yield model.at(objection, "state").called("异议").problem(OBJECTION_LACKS, value=objection.id, **facts)


CONCLUSION_NAMES_OBJECTOR = error(
    "conclusion-names-objector",
    "异议 {value} 的处理意见写出了{whose}。处理意见要公开，异议人的身份应当保密。",
    "请改写处理意见，不出现异议人的姓名或名称，如改用“异议人”。",
    "The conclusion of the objection {value} is made public, but names {whose_en}. Word it without the name.",
)


def conclusions_name_nobody(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A conclusion, which is made public, names no objector; the identity of an objector is confidential."""
    for objection, text, other in _conclusions(r, model):
        if other.name in text:
            yield _recognised(CONCLUSION_NAMES_OBJECTOR, model, r, objection, other)


CONCLUSION_HINTS_OBJECTOR = warning(
    "conclusion-hints-objector",
    "异议 {value} 的处理意见中有“{part}”，可能使人认出{whose}。处理意见要公开，异议人的身份应当保密。",
    "请核对；指的是异议人的，请改写，如改用“异议人”。",
    "The conclusion of the objection {value} is made public; the words {part} may tell who is {whose_en}.",
)


def conclusions_hint_at_nobody(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A warning if a conclusion holds the distinguishing part of the name of a unit that objected; it may be chance."""
    for objection, text, other in _conclusions(r, model):
        # An objector whose whole name stands there is reported by `conclusions_name_nobody`.
        if other.part and bare(other.part) in text and other.name not in text:
            yield _recognised(CONCLUSION_HINTS_OBJECTOR, model, r, objection, other)


@dataclass(frozen=True, slots=True)
class _Objector:
    """Who raised an objection."""

    objection: Objection
    name: str
    """The name as `bare` makes names comparable."""
    part: str
    """The part of a unit's name that distinguishes it from others of its sort; empty for a person."""


def _conclusions(r: Round, model: Model) -> Iterator[tuple[Objection, str, _Objector]]:
    """Each conclusion, made comparable by `bare`, with each objector of the round except the applicant concerned."""
    objectors = [
        _Objector(o, bare(o.objector), distinguishing(o.objector) if o.objector_kind == "unit" else "")
        for o in r.objections
        if o.objector
    ]
    for objection in (o for o in r.objections if o.conclusion):
        application = r.applications_by_id.get(objection.application)
        county = model.county_of(application) if application else None
        text = bare(objection.conclusion or "")
        for other in objectors:
            own = other.objection is objection
            if own or not (county and county in (other.objection.objector or "")):
                yield objection, text, other


def _recognised(problem: Problem, model: Model, r: Round, objection: Objection, other: _Objector) -> Diagnostic:
    """The diagnostic that an objector can be recognised in a conclusion."""
    own = other.objection is objection
    return (
        model.at(objection, "conclusion")
        .called("异议")
        .problem(
            problem,
            value=objection.id,
            clause=r.programme.publicity.clause,
            whose="异议人" if own else f"异议 {other.objection.id} 的异议人",
            whose_en="the objector" if own else f"the objector of {other.objection.id}",
            part=other.part,
        )
    )


def objections_in_order(r: Round, model: Model) -> Iterator[Diagnostic]:
    """An objection is received once its window is published, then accepted, then decided, then all is announced."""
    clause = r.programme.publicity.clause
    for objection, window in _with_window(r):
        steps = [model.at(window, "published_on"), model.at(objection, "received_on")]
        steps += [model.at(objection, name) for name in ("accepted_on", "decided_on") if getattr(objection, name)]
        if r.results and r.announced_on and objection.decided_on:
            steps.append(model.at(r.results, "announced_on"))
        for earlier, later in pairwise(steps):
            yield from not_before(earlier, later, clause)


UPHELD_STILL_IN = error(
    "upheld-still-in",
    "异议 {objection} 成立，申报 {value} 仍然列入，不得公布。",
    "请在 results.yaml 的 substitutions 中登记该申报退出，有候补的同时登记递补。",
    "The objection {objection} was upheld, but {value} is still a winner. Record its substitution.",
)


def upheld_fall_out(r: Round, model: Model) -> Iterator[Diagnostic]:
    """An application against which an objection was upheld has fallen out before the announcement."""
    for objection in r.objections if r.announced_on else ():
        if objection.state == "upheld" and r.outcomes.get(objection.application) == "selected":
            found, clause = model.at(objection, "application"), r.programme.publicity.clause
            yield found.problem(UPHELD_STILL_IN, clause=clause, objection=objection.id)
