"""Rules on objections (异议): in time, by name, with what their state needs, and followed up."""

from collections.abc import Iterator
from itertools import pairwise

from gongshi.diagnostics import Diagnostic, Problem, error, warning
from gongshi.model.model import Model
from gongshi.model.objection import DECIDED, STATE_NAMES, Objection, distinguishing
from gongshi.model.result import PublicityWindow
from gongshi.model.round import Round
from gongshi.rules.order import Dated, days_in_order
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


OBJECTION_LATE = error(
    "objection-late",
    "异议收到日期（{value}）在公示期满（{last_day}）之后，状态却为{state}。",
    "逾期的异议只登记、不受理，请把状态改为 not_accepted 并写明理由；或核对收到日期。",
    "The objection came after the window's last day, {last_day}. It is recorded, but not accepted.",
)


def objections_in_time(model: Model) -> Iterator[Diagnostic]:
    """An objection received after the last day of its window is recorded, but not accepted."""
    for round_, objection, window in _with_window(model):
        late = objection.received_on > window.last_day >= window.first_day  # a window that ends first is told itself
        if late and objection.state != "not_accepted":
            place = in_objections(round_.programme, objection.id, "received_on")
            facts = (("last_day", window.last_day.isoformat()), ("state", STATE_NAMES[objection.state]))
            received, clause = objection.received_on.isoformat(), round_.programme.publicity.clause
            yield Diagnostic(OBJECTION_LATE, place, "收到日期", received, facts, clause)


OBJECTION_BESIDE_WINDOW = error(
    "objection-beside-window",
    "异议 {objection} 针对的申报 {value} 不在公示 {window} 的名单中，状态却为{state}。",
    "请核对申报号和公示编号；不针对公示名单的异议只登记、不受理，请把状态改为 not_accepted 并写明理由。",
    "The objection {objection} is about {value}, which its window {window} did not make public. Do not accept it.",
)


def objections_to_the_publicised(model: Model) -> Iterator[Diagnostic]:
    """An objection to somebody whom its window did not make public is recorded, but not accepted."""
    for round_, objection, window in _with_window(model):
        known = objection.application in {application.id for application in round_.applications}
        beside = known and objection.application not in round_.publicised_in(window)
        if beside and objection.state != "not_accepted":
            place = in_objections(round_.programme, objection.id, "application")
            facts = (("objection", objection.id), ("window", window.id), ("state", STATE_NAMES[objection.state]))
            clause = round_.programme.publicity.clause
            yield Diagnostic(OBJECTION_BESIDE_WINDOW, place, "申报号", objection.application, facts, clause)


OBJECTION_ANONYMOUS = error(
    "objection-anonymous",
    "本次公示要求实名，异议 {value} 没有异议人，状态却为{state}。",
    "匿名的异议只登记、不受理，请把状态改为 not_accepted 并写明理由；或补上异议人。",
    "The round wants real names, but the objection {value} is anonymous. It is recorded, but not accepted.",
)


def objections_by_name(model: Model) -> Iterator[Diagnostic]:
    """Where the programme wants real names, an anonymous objection is recorded, but not accepted."""
    for round_ in model.rounds.values():
        for objection in round_.objections if round_.programme.publicity.real_name else ():
            if objection.objector is None and objection.state != "not_accepted":
                place = in_objections(round_.programme, objection.id, "state")
                facts = (("state", STATE_NAMES[objection.state]),)
                clause = round_.programme.publicity.clause
                yield Diagnostic(OBJECTION_ANONYMOUS, place, "异议", objection.id, facts, clause)


OBJECTION_LACKS = error(
    "objection-lacks",
    "异议 {value} 的状态为{state}，应当有“{needed}”。",
    "请补上，或核对状态。",
    "The objection {value} needs the field {needed_en} in its state. Add it.",
)


def objections_complete(model: Model) -> Iterator[Diagnostic]:
    """An objection has the days and the texts that its state needs."""
    for round_ in model.rounds.values():
        for objection in round_.objections:
            for field, title, states in _NEEDED:
                if objection.state in states and not getattr(objection, field):
                    place = in_objections(round_.programme, objection.id, "state")
                    facts = (("needed", title), ("needed_en", field), ("state", STATE_NAMES[objection.state]))
                    clause = round_.programme.publicity.clause
                    yield Diagnostic(OBJECTION_LACKS, place, "异议", objection.id, facts, clause)


CONCLUSION_NAMES_OBJECTOR = error(
    "conclusion-names-objector",
    "异议 {value} 的处理意见写出了{whose}。处理意见要公开，异议人的身份应当保密。",
    "请改写处理意见，不出现异议人的姓名或名称，如改用“异议人”。",
    "The conclusion of the objection {value} is made public, but names {whose_en}. Word it without the name.",
)


def conclusions_name_nobody(model: Model) -> Iterator[Diagnostic]:
    """A conclusion, which is made public, names nobody who objected; the identity of an objector is confidential."""
    for round_, objection, other in _objectors(model):
        if other.objector and objection.conclusion_names(other.objector):
            yield _telling(CONCLUSION_NAMES_OBJECTOR, round_, objection, other)


CONCLUSION_HINTS_OBJECTOR = warning(
    "conclusion-hints-objector",
    "异议 {value} 的处理意见中有“{part}”，可能使人认出{whose}。处理意见要公开，异议人的身份应当保密。",
    "请核对；指的是异议人的，请改写，如改用“异议人”。",
    "The conclusion of the objection {value} is made public; the words {part} may tell who is {whose_en}.",
)


def conclusions_hint_at_nobody(model: Model) -> Iterator[Diagnostic]:
    """A unit that objected stands in a conclusion by no shorter name either; pointed out, for it may be chance."""
    for round_, objection, other in _objectors(model):
        part = distinguishing(other.objector or "") if other.objector_kind == "unit" else ""
        whole = other.objector and objection.conclusion_names(other.objector)  # conclusions_name_nobody says so
        if part and not whole and objection.conclusion_names(part):
            yield _telling(CONCLUSION_HINTS_OBJECTOR, round_, objection, other, part)


def _objectors(model: Model) -> Iterator[tuple[Round, Objection, Objection]]:
    """Every objection with each of its round that has an objector, itself too, unless that is the one objected to."""
    for round_ in model.rounds.values():
        counties = {a.id: model.county_of(a) for a in round_.applications}
        for objection in round_.objections:
            county = counties.get(objection.application)
            for other in round_.objections:
                if other.objector and not (county and other is not objection and county in other.objector):
                    yield round_, objection, other


def _telling(problem: Problem, round_: Round, objection: Objection, other: Objection, part: str = "") -> Diagnostic:
    own = other is objection
    facts = (
        ("whose", "异议人" if own else f"异议 {other.id} 的异议人"),
        ("whose_en", "the objector" if own else f"the objector of {other.id}"),
        ("part", part),
    )
    place = in_objections(round_.programme, objection.id, "conclusion")
    return Diagnostic(problem, place, "异议", objection.id, facts, round_.programme.publicity.clause)


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
            yield from days_in_order(earlier, later, programme.publicity.clause)
        # Before the end of the window: award_after_window says so.
        if round_.announced_on and objection.decided_on and round_.announced_on > window.last_day:
            announced: Dated = ("公布日期", round_.announced_on, in_results(programme, "announced_on"))
            yield from days_in_order(steps[-1], announced, programme.publicity.clause)


UPHELD_STILL_IN = error(
    "upheld-still-in",
    "异议 {objection} 成立，申报 {value} 仍然列入，不得公布。",
    "请在 results.yaml 的 substitutions 中登记该申报退出，有候补的同时登记递补。",
    "The objection {objection} was upheld, but {value} is still a winner. Record its substitution.",
)


def upheld_fall_out(model: Model) -> Iterator[Diagnostic]:
    """Before the announcement whoever an objection was upheld against has fallen out."""
    for round_ in model.rounds.values():
        for objection in round_.objections if round_.announced_on else ():
            if objection.state == "upheld" and round_.outcomes.get(objection.application) == "selected":
                place = in_objections(round_.programme, objection.id, "application")
                facts = (("objection", objection.id),)
                clause = round_.programme.publicity.clause
                yield Diagnostic(UPHELD_STILL_IN, place, "申报号", objection.application, facts, clause)
