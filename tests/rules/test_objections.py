"""Objections and substitutions, on changes of the minimal round."""

from dataclasses import replace

import pytest
from round_changes import base, day, found_by, id_of, model_of, objected, outcomes, results, substitution, told, upland

from gongshi.diagnostics import Report
from gongshi.model.objection import ObjectionState
from gongshi.model.result import Substitution
from gongshi.model.round import Round
from gongshi.rules import objections, substitutions
from gongshi.rules.check import check
from gongshi.rules.review import SOUND_SCORES
from gongshi.rules.table import RULES


@pytest.mark.parametrize(
    ("received", "state", "codes"),
    [
        ("04-20", "rejected", []),
        ("04-27", "rejected", []),
        ("04-28", "rejected", ["objection-late"]),
        ("04-28", "received", ["objection-late"]),
        ("04-28", "not_accepted", []),
    ],
)
def test_a_late_objection_is_recorded_but_not_accepted(received: str, state: ObjectionState, codes: list[str]) -> None:
    """The last day of the window still counts; what comes the day after can only be 不予受理."""
    round_ = objected(base(), received_on=day(received), state=state)

    assert [code for code, _ in told(objections.objections_in_time, round_)] == codes


@pytest.mark.parametrize(
    ("real_name", "objector", "state", "codes"),
    [
        (True, None, "rejected", ["objection-anonymous"]),
        (True, None, "not_accepted", []),
        (True, "样例异议人甲", "rejected", []),
        (False, None, "rejected", []),
    ],
)
def test_names_are_wanted_where_the_programme_says_so(
    real_name: bool, objector: str | None, state: ObjectionState, codes: list[str]
) -> None:
    """An anonymous objection is accepted in a round that takes them, and only recorded in one that does not."""
    round_ = objected(base(), objector=objector, state=state)
    rule = round_.programme.publicity.model_copy(update={"real_name": real_name})
    programme = round_.programme.model_copy(update={"publicity": rule})

    said = told(objections.objections_by_name, replace(round_, programme=programme))

    assert [code for code, _ in said] == codes


@pytest.mark.parametrize(
    ("state", "needed"),
    [
        ("received", []),
        ("accepted", ["accepted_on"]),
        ("investigating", ["accepted_on"]),
        ("not_accepted", ["refusal"]),
        ("upheld", ["accepted_on", "evidence", "investigation", "decided_on", "conclusion"]),
        ("partly_upheld", ["accepted_on", "evidence", "investigation", "decided_on", "conclusion"]),
        ("rejected", ["accepted_on", "investigation", "decided_on", "conclusion"]),
        ("withdrawn", ["decided_on"]),
    ],
)
def test_each_state_needs_its_days_and_texts(state: ObjectionState, needed: list[str]) -> None:
    """A bare objection lacks exactly what its state asks for."""
    names = ("accepted_on", "refusal", "investigation", "decided_on", "conclusion")
    bare = objected(base(), state=state, evidence=(), **dict.fromkeys(names))
    lacking = found_by(objections.objections_complete, model_of(bare))

    assert [dict(d.facts)["needed_en"] for d in lacking] == needed


@pytest.mark.parametrize(
    ("objector", "conclusion", "named"),
    [
        ("样例异议人甲", "样例异议人甲反映的情况不属实", True),
        ("样例异议人甲", "样例异议人 甲反映的情况不属实", True),
        ("样例（乙）公司", "经核查，样例(乙)公司所称属实", True),
        ("样例异议人甲", "异议人反映的情况不属实", False),
        ("样例异议人甲", None, False),
        (None, "异议人反映的情况不属实", False),
    ],
)
def test_a_conclusion_does_not_tell_who_objected(objector: str | None, conclusion: str | None, *, named: bool) -> None:
    """The objector's name in the text that becomes public is told by the objection's id; spaces hide nothing."""
    round_ = objected(base(), objector=objector, conclusion=conclusion)

    said = told(objections.conclusions_name_nobody, round_)

    assert said == ([("conclusion-names-objector", "y1")] if named else [])


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, []),
        ({"received_on": "04-19"}, ["2021-04-19"]),
        ({"accepted_on": "04-22"}, ["2021-04-22"]),
        ({"decided_on": "04-23"}, ["2021-04-23"]),
        ({"decided_on": "05-10"}, []),
        ({"decided_on": "05-11"}, ["2021-05-10"]),
    ],
)
def test_an_objection_goes_its_way_in_order(changes: dict[str, str], wrong: list[str]) -> None:
    """Published, received, accepted, decided, announced: each on the day of the one before or later."""
    round_ = objected(base(), **{field: day(value) for field, value in changes.items()})

    assert told(objections.objections_in_order, round_) == [("date-order", value) for value in wrong]


@pytest.mark.parametrize(
    ("state", "out", "codes"),
    [
        ("upheld", None, ["upheld-still-in"]),
        ("upheld", "bailu", []),
        ("upheld", "songling", ["upheld-still-in"]),
        ("partly_upheld", None, []),
        ("rejected", None, []),
    ],
)
def test_who_was_rightly_objected_to_falls_out(state: ObjectionState, out: str | None, codes: list[str]) -> None:
    """An upheld objection wants its own applicant out before the announcement; another's falling out does not help."""
    gone = (substitution(out, "05-01"),) if out else ()
    round_ = results(objected(base(), state=state), substitutions=gone)

    assert [code for code, _ in told(objections.upheld_fall_out, round_)] == codes
    assert told(objections.upheld_fall_out, results(round_, announced_on=None)) == []


def reserve(*substituted: Substitution) -> Round:
    """A round with bailu selected and songling before qingxi in the reserve of the same category."""
    of = outcomes(hubin="selected", qingxi="reserve", bailu="selected", songling="reserve")
    return results(upland(base()), outcomes=of, substitutions=substituted)


def test_the_reserve_waits_in_the_order_of_the_ranking() -> None:
    """The better score steps in first, whatever the order of the records."""
    round_ = reserve()

    waiting = substitutions.reserve_of(round_).waiting

    assert waiting("upland", round_.proposed) == ("2021-songling", "2021-qingxi")
    assert waiting("river", round_.proposed) == ()


@pytest.mark.parametrize(
    ("round_", "expected"),
    [
        (reserve(substitution("bailu", "05-01", "songling")), []),
        (reserve(substitution("bailu", "05-01")), []),
        (reserve(substitution("bailu", "05-01", "qingxi")), [("reserve-order", "2021-qingxi")]),
        (reserve(substitution("hubin", "05-01", "songling")), [("reserve-empty", "2021-songling")]),
        (reserve(substitution("bailu", "05-01", "hubin")), [("reserve-order", "2021-hubin")]),
        (reserve(substitution("songling", "05-01"), substitution("bailu", "05-02", "qingxi")), []),
        (reserve(substitution("bailu", "05-01", "songling"), substitution("songling", "05-02", "qingxi")), []),
        (
            reserve(substitution("bailu", "05-01", "songling"), substitution("hubin", "05-02", "qingxi")),
            [("reserve-empty", "2021-qingxi")],
        ),
    ],
)
def test_the_next_of_the_same_category_steps_in(round_: Round, expected: list[tuple[str, str]]) -> None:
    """The best comes first; who stepped back or in already is passed; another category's reserve is no help."""
    assert told(substitutions.who_steps_in_is_next, round_) == expected


def equal(round_: Round) -> Round:
    """The round with qingxi as good as songling to the last point."""
    assert round_.review is not None
    marks = {scores.application: scores.marks for scores in round_.review.scores}
    scores = tuple(
        s.model_copy(update={"marks": marks["2021-songling"]}) if s.application == "2021-qingxi" else s
        for s in round_.review.scores
    )
    return replace(round_, review=round_.review.model_copy(update={"scores": scores}))


@pytest.mark.parametrize(
    ("round_", "expected"),
    [
        (reserve(substitution("bailu", "05-01", "qingxi")), ["2021-qingxi"]),
        (reserve(substitution("bailu", "05-01", "songling")), ["2021-songling"]),
        (reserve(substitution("bailu", "05-01", "songling", reason="评审组织复议决定")), []),
        (reserve(substitution("bailu", "05-01")), []),
        (reserve(substitution("songling", "05-01"), substitution("bailu", "05-02", "qingxi")), []),
        (
            reserve(substitution("bailu", "05-01", "qingxi"), substitution("qingxi", "05-02", "songling")),
            ["2021-qingxi"],
        ),
        (reserve(substitution("hubin", "05-01", "songling")), []),
    ],
)
def test_one_of_equals_steps_in_for_a_stated_reason(round_: Round, expected: list[str]) -> None:
    """Whoever of the equals steps in, the record says why; nobody is equal to the last who waits."""
    told_of = told(substitutions.equals_step_in_for_a_reason, equal(round_))

    assert told_of == [("reserve-tied", application) for application in expected]
    assert told(substitutions.equals_step_in_for_a_reason, round_) == []


def test_ranks_that_follow_from_a_slip_make_nobody_equal() -> None:
    """While scores break a rule their ranks count for nothing, and only the slip is told."""
    round_ = equal(reserve(substitution("bailu", "05-01", "qingxi")))
    assert round_.review is not None
    first, *others = round_.review.scores
    twice = first.model_copy(update={"marks": (*first.marks, first.marks[0])})
    faulty = replace(round_, review=round_.review.model_copy(update={"scores": (twice, *others)}))

    asked = RULES.only(*SOUND_SCORES, substitutions.equals_step_in_for_a_reason)

    assert [d.code for d in check(model_of(faulty), asked, Report()).diagnostics] == ["expert-scored-twice"]


def test_who_was_not_in_cannot_fall_out() -> None:
    """A loser has no place to give up; one of the reserve may step back, but makes room for nobody."""
    code = "falls-out-unproposed"

    assert told(substitutions.who_falls_out_was_in, reserve(substitution("songling", "05-01"))) == []
    assert told(substitutions.who_falls_out_was_in, reserve(substitution("songling", "05-01", "qingxi"))) == [
        (code, "2021-songling")
    ]
    assert told(substitutions.who_falls_out_was_in, results(base(), substitutions=(substitution("qingxi", "05-01"),)))


@pytest.mark.parametrize(
    ("state", "out", "wrong"),
    [
        ("upheld", "bailu", False),
        ("partly_upheld", "bailu", False),
        ("rejected", "bailu", True),
        ("investigating", "bailu", True),
        ("upheld", "songling", True),
    ],
)
def test_only_an_upheld_objection_is_a_ground(state: ObjectionState, out: str, *, wrong: bool) -> None:
    """The objection that a substitution names was upheld against the one that falls out."""
    round_ = results(objected(base(), state=state), substitutions=(substitution(out, "05-01", objection="y1"),))

    said = told(substitutions.substitutions_have_their_ground, round_)

    assert said == ([("substitution-groundless", "y1")] if wrong else [])


@pytest.mark.parametrize(("later", "wrong"), [("05-02", True), ("05-03", False), ("05-04", False)])
def test_substitutions_are_decided_one_after_the_other(later: str, *, wrong: bool) -> None:
    """Whoever stepped in cannot have fallen out before; the record keeps the order of the decisions."""
    changed = (substitution("bailu", "05-03", "qingxi"), substitution("qingxi", later))
    said = told(substitutions.substitutions_in_order, results(base(), substitutions=changed))

    assert said == ([("date-order", "2021-05-02")] if wrong else [])


@pytest.mark.parametrize(
    ("name", "state", "wrong"),
    [("qingxi", "upheld", True), ("qingxi", "not_accepted", False), ("hubin", "upheld", False)],
)
def test_objections_are_to_those_made_public(name: str, state: ObjectionState, *, wrong: bool) -> None:
    """One to a pilot or a loser, whom no window named, may be recorded, but not accepted."""
    round_ = objected(base(), application=id_of(name), state=state)

    said = told(objections.objections_to_the_publicised, round_)

    assert said == ([("objection-beside-window", id_of(name))] if wrong else [])


@pytest.mark.parametrize(("decided", "wrong"), [("04-29", "04-29"), ("04-30", ""), ("05-10", ""), ("05-11", "05-10")])
def test_a_substitution_stands_between_objection_and_announcement(decided: str, wrong: str) -> None:
    """It is decided on the day of the objection's decision or later, and by the day of the announcement."""
    changed = substitution("bailu", decided, objection="y1")
    round_ = results(objected(base(), state="upheld"), substitutions=(changed,))

    said = told(substitutions.substitutions_in_order, round_)

    assert said == ([("date-order", f"2021-{wrong}")] if wrong else [])


@pytest.mark.parametrize(
    ("objector", "kind", "conclusion", "codes"),
    [
        ("样例企业乙有限公司", "unit", "样例企业乙有限公司所述不实", ["conclusion-names-objector"]),
        ("样例企业乙有限公司", "unit", "样例企业乙公司所述不实", ["conclusion-hints-objector"]),
        ("样例企业乙股份有限公司", "unit", "经核查，样例企业乙所述不实", ["conclusion-hints-objector"]),
        ("样例丙县人民政府", "unit", "样例丙所述不实", ["conclusion-hints-objector"]),
        ("样例检测中心", "unit", "样例检测所述不实", ["conclusion-hints-objector"]),
        ("样例集团", "unit", "样例县所述不实", ["conclusion-hints-objector"]),
        ("样公司", "unit", "样品不实", []),
        ("样例企业乙有限公司", "unit", "异议人所述不实", []),
        ("样例厂", "person", "样例所述不实", []),
        (None, "unit", "样例所述不实", []),
    ],
)
def test_a_conclusion_names_the_objector_by_no_name(
    objector: str | None, kind: str, conclusion: str, codes: list[str]
) -> None:
    """The whole name is refused; of a unit the part that tells it apart is pointed out, from two characters on."""
    round_ = objected(base(), objector=objector, objector_kind=kind, conclusion=conclusion)

    assert _on_names(round_) == codes


@pytest.mark.parametrize(
    ("other", "codes"),
    [
        ("样例企业乙有限公司", ["conclusion-names-objector"]),
        ("样例企业乙集团", ["conclusion-hints-objector"]),
        ("样例企业丙有限公司", []),
        ("白鹭区人民政府", []),
        ("青溪县人民政府", ["conclusion-names-objector"]),
    ],
)
def test_a_conclusion_names_no_other_objector_of_the_round(other: str, codes: list[str]) -> None:
    """Whoever objected to somebody else is not named either, unless it is the one whom this objection is about."""
    conclusion = "白鹭区人民政府、青溪县人民政府和样例企业乙有限公司的材料属实"
    round_ = objected(base(), conclusion=conclusion)
    second = round_.objections[0].model_copy(update={"id": "y2", "objector": other, "objector_kind": "unit"})
    silent = second.model_copy(update={"conclusion": None})

    assert _on_names(replace(round_, objections=(*round_.objections, silent))) == codes


def _on_names(round_: Round) -> list[str]:
    rules = (objections.conclusions_name_nobody, objections.conclusions_hint_at_nobody)
    return [code for rule in rules for code, _ in told(rule, round_)]


def test_it_is_told_whose_name_stands_in_the_conclusion() -> None:
    """The objector of the objection itself goes without its id, that of another with it."""
    first = objected(base(), objector="样例甲某", conclusion="样例甲某、样例乙某所述不实").objections[0]
    second = first.model_copy(update={"id": "y2", "objector": "样例乙某", "conclusion": None})
    named = found_by(objections.conclusions_name_nobody, model_of(replace(base(), objections=(first, second))))

    assert [dict(d.facts)["whose"] for d in named] == ["异议人", "异议 y2 的异议人"]
