"""Conditions, task minimums and materials held against an application: verdicts, and sentences to the letter."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from workspace_factory import minimal_round

from gongshi.model.application import Application, Figure, Finding, IncomingDocument, ReceivedMaterial, TaskPlan
from gongshi.model.programme import Material
from gongshi.model.round import Round
from gongshi.model.scheme import Condition, Metric, Scheme, TaskMinimum
from gongshi.rules.completeness import in_time, received
from gongshi.rules.eligibility import assess
from gongshi.rules.verdict import Assessment, Verdict

MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
METRICS = (
    Metric(id="rank", name="产业规模全省排名", unit="位"),
    Metric(id="index", name="融合指数"),
    Metric(id="teams", name="初创团队数", unit="家"),
)
RANK = Condition(id="c", metric="rank", comparison="at_most", value=Decimal(12), unit="位", clause="二（一）")
INDEX = Condition(id="c", metric="index", comparison="at_least", value=Decimal(60), clause="二（一）")
TEAMS = Condition(id="c", metric="teams", comparison="at_least", value=Decimal(21), clause="二（三）")
STRONG = Condition(
    id="strong", statement="原则上为全省{{ value }}{{ unit }}试点之一", value=Decimal(7), unit="个", clause="三"
)
POLICY = Condition(id="policy", statement="有强有力的政策措施。", needs_evidence=True, clause="三")
SHARE = Condition(id="share", metric="index", comparison="at_least", value=Decimal("3.50"), unit="%", clause="二（一）")
LEADING = Condition(id="leading", metric="rank", comparison="at_most", value=Decimal(5), clause="三")
EXCEPTION = Condition(id="exception", all_of=(POLICY, LEADING), clause="三")
PILOT = Condition(id="pilot", any_of=(STRONG, EXCEPTION), clause="三")
TASK = TaskMinimum(id="t", name="联网项目", minimum=4, maximum=6, clause="四")
FREE = TASK.model_copy(update={"waivable": True, "maximum": None})


def scheme(*conditions: Condition, tasks: tuple[TaskMinimum, ...] = (), plan: str | None = "样例实施方案") -> Scheme:
    """The minimal scheme with these conditions for all and these tasks for its first category."""
    given = minimal_round().scheme
    first, *others = given.categories
    own = first.model_copy(update={"conditions": (), "tasks": tasks})
    changes = {"conditions": conditions, "metrics": METRICS, "categories": (own, *others), "plan_title": plan}
    return given.model_copy(update=changes)


def application(**facts: Any) -> Application:
    """The first application with these facts and no others."""
    nothing = {"figures": (), "findings": (), "tasks": (), "materials": ()}
    return minimal_round().applications[0].model_copy(update=nothing | facts)


def figures(**values: str) -> tuple[Figure, ...]:
    """Figures by metric."""
    return tuple(Figure(metric=m, value=Decimal(v), source="样例年报") for m, v in values.items())


def finding(condition: str, *, met: bool = True, evidence: str | None = None) -> Finding:
    """A finding."""
    return Finding(condition=condition, met=met, evidence=evidence)


def only(found: tuple[Assessment, ...]) -> tuple[Verdict, str]:
    """Verdict and sentence of the one assessment."""
    (one,) = found
    return one.verdict, one.sentence


@pytest.mark.parametrize(
    ("condition", "facts", "verdict", "sentence"),
    [
        (
            RANK,
            {"rank": "12"},
            MET,
            "产业规模全省排名第12位（来源：样例年报），要求不超过第12位（方案二（一）），符合。",
        ),
        (
            RANK,
            {"rank": "13"},
            NOT_MET,
            "产业规模全省排名第13位（来源：样例年报），要求不超过第12位（方案二（一）），不符合。",
        ),
        (RANK, {}, UNKNOWN, "产业规模全省排名没有填报，要求不超过第12位（方案二（一）），待核实。"),
        (INDEX, {"index": "60.0"}, MET, "融合指数为60（来源：样例年报），要求不少于60（方案二（一）），符合。"),
        (
            INDEX,
            {"index": "59.95"},
            NOT_MET,
            "融合指数为59.95（来源：样例年报），要求不少于60（方案二（一）），不符合。",
        ),
        (TEAMS, {"teams": "1E+2"}, MET, "初创团队数为100家（来源：样例年报），要求不少于21家（方案二（三）），符合。"),
        (
            SHARE,
            {"index": "3.50"},
            MET,
            "融合指数为3.5%（来源：样例年报），要求不少于3.5%（方案二（一）），符合。",
        ),
        (
            SHARE,
            {"index": "3.49999999999999999"},
            NOT_MET,
            "融合指数为3.49999999999999999%（来源：样例年报），要求不少于3.5%（方案二（一）），不符合。",
        ),
        (TEAMS, {"rank": "1"}, UNKNOWN, "初创团队数没有填报，要求不少于21家（方案二（三）），待核实。"),
    ],
)
def test_a_figure_is_held_against_its_value(
    condition: Condition, facts: dict[str, str], verdict: Verdict, sentence: str
) -> None:
    """The value itself is enough; a rank is told as one; without a figure nobody can tell."""
    assert only(assess(scheme(condition), application(figures=figures(**facts)))) == (verdict, sentence)


@pytest.mark.parametrize(
    ("condition", "findings", "verdict", "sentence"),
    [
        (STRONG, (finding("strong"),), MET, "原则上为全省7个试点之一（方案三）：经审核，符合。"),
        (STRONG, (finding("strong", met=False),), NOT_MET, "原则上为全省7个试点之一（方案三）：经审核，不符合。"),
        (STRONG, (), UNKNOWN, "原则上为全省7个试点之一（方案三）：没有审核意见，待核实。"),
        (
            POLICY,
            (finding("policy"),),
            UNKNOWN,
            "有强有力的政策措施（方案三）：审核认为符合，但没有佐证材料，待核实。",
        ),
        (
            POLICY,
            (finding("policy", evidence="样政发〔2021〕9008号"),),
            MET,
            "有强有力的政策措施（方案三）：经审核，有佐证材料（样政发〔2021〕9008号），符合。",
        ),
        (
            POLICY,
            (finding("policy", met=False, evidence="现场核查记录"),),
            NOT_MET,
            "有强有力的政策措施（方案三）：经审核（依据：现场核查记录），不符合。",
        ),
    ],
)
def test_what_people_judge_is_decided_by_their_finding(
    condition: Condition, findings: tuple[Finding, ...], verdict: Verdict, sentence: str
) -> None:
    """Where evidence is wanted, a finding without it leaves the condition open."""
    assert only(assess(scheme(condition), application(findings=findings))) == (verdict, sentence)


def test_prose_that_asks_for_more_than_its_value_is_left_out() -> None:
    """A statement with other expressions is not evaluated here: the sentence names the clause."""
    condition = STRONG.model_copy(update={"statement": "{{ scheme.name }}的{{ value }}个条件"})

    assert only(assess(scheme(condition), application()))[1] == "此项条件（方案三）：没有审核意见，待核实。"


def test_clauses_are_those_of_the_notice_where_there_is_no_plan() -> None:
    """A scheme whose call carries its terms is cited as 通知."""
    (found,) = assess(scheme(STRONG, plan=None), application())

    assert found.clause == "通知三"
    assert "（通知三）" in found.sentence


@pytest.mark.parametrize(
    ("facts", "verdict", "sentence"),
    [
        (
            {"findings": (finding("strong"),)},
            MET,
            "方案三：2项条件满足其一即可，第1项已满足，符合。",
        ),
        (
            {
                "findings": (finding("strong", met=False), finding("policy", evidence="政策文件")),
                "figures": figures(rank="5"),
            },
            MET,
            "方案三：2项条件满足其一即可，凭佐证材料按第2项认定，符合。",
        ),
        (
            {"findings": (finding("strong", met=False), finding("policy")), "figures": figures(rank="5")},
            UNKNOWN,
            "方案三：2项条件满足其一即可，第2项待核实，待核实。",
        ),
        (
            {
                "findings": (finding("strong", met=False), finding("policy", evidence="政策文件")),
                "figures": figures(rank="6"),
            },
            NOT_MET,
            "方案三：2项条件满足其一即可，均不满足，不符合。",
        ),
        ({}, UNKNOWN, "方案三：2项条件满足其一即可，第1、2项待核实，待核实。"),
    ],
)
def test_an_exception_needs_its_evidence_and_its_figure(facts: dict[str, Any], verdict: Verdict, sentence: str) -> None:
    """A county that is no pilot may come in by strong policy on evidence together with a leading rank, and only so."""
    assert only(assess(scheme(PILOT), application(**facts))) == (verdict, sentence)


def test_a_group_tells_its_parts() -> None:
    """In full, a group's sentence is followed by those of its parts, down to the last."""
    facts = application(
        findings=(finding("strong", met=False), finding("policy", evidence="政策文件")), figures=figures(rank="3")
    )
    (found,) = assess(scheme(PILOT), facts)

    assert found.on_evidence
    assert [part.item for part in found.parts] == ["strong", "exception"]
    assert found.in_full == (
        "方案三：2项条件满足其一即可，凭佐证材料按第2项认定，符合。"
        "（1）原则上为全省7个试点之一（方案三）：经审核，不符合。"
        "（2）方案三：2项条件须同时满足，均已满足，符合。"
        "（2.1）有强有力的政策措施（方案三）：经审核，有佐证材料（政策文件），符合。"
        "（2.2）产业规模全省排名第3位（来源：样例年报），要求不超过第5位（方案三），符合。"
    )


@pytest.mark.parametrize(
    ("task", "number", "findings", "verdict", "sentence"),
    [
        (TASK, 4, (), MET, "联网项目方案安排4项，要求4—6项（方案四），符合。"),
        (TASK, 6, (), MET, "联网项目方案安排6项，要求4—6项（方案四），符合。"),
        (TASK, 3, (), NOT_MET, "联网项目方案安排3项，要求4—6项（方案四），不符合。"),
        (TASK, 7, (), NOT_MET, "联网项目方案安排7项，要求4—6项（方案四），不符合。"),
        (TASK, None, (), UNKNOWN, "联网项目数量没有填报，要求4—6项（方案四），待核实。"),
        (TASK, 3, (finding("t", evidence="说明"),), NOT_MET, "联网项目方案安排3项，要求4—6项（方案四），不符合。"),
        (FREE, 9, (), MET, "联网项目方案安排9项，要求4项以上（方案四），符合。"),
        (
            FREE,
            0,
            (finding("t", evidence="产业结构说明"),),
            MET,
            "联网项目方案安排0项，审核认为可不承担，有佐证材料（产业结构说明），要求4项以上（方案四），符合。",
        ),
        (
            FREE,
            None,
            (finding("t"),),
            UNKNOWN,
            "联网项目数量没有填报，审核认为可不承担，但没有佐证材料，要求4项以上（方案四），待核实。",
        ),
        (FREE, 0, (finding("t", met=False),), NOT_MET, "联网项目方案安排0项，要求4项以上（方案四），不符合。"),
    ],
)
def test_a_task_has_its_number(
    task: TaskMinimum, number: int | None, findings: tuple[Finding, ...], verdict: Verdict, sentence: str
) -> None:
    """Least and most are both allowed; only a task that may be left out is, and only on evidence."""
    planned = () if number is None else (TaskPlan(task="t", number=number),)
    facts = application(tasks=planned, findings=findings)

    assert only(assess(scheme(tasks=(task,)), facts)) == (verdict, sentence)


def test_conditions_of_all_come_before_those_of_the_category() -> None:
    """Common conditions, the category's own, its tasks: in this order, and nothing of another category."""
    round_ = minimal_round()

    found = assess(round_.scheme, round_.applications[0])

    assert [assessment.item for assessment in found] == ["plan", "firms", "reuse", "offices"]


def test_an_unknown_category_has_the_common_conditions() -> None:
    """A category that the scheme does not have breaks nothing."""
    found = assess(minimal_round().scheme, application(category="nowhere"))

    assert [assessment.item for assessment in found] == ["plan"]


def round_with(*materials: Material, recommendation: bool = False, extended_to: dt.date | None = None) -> Round:
    """The minimal round, asking for these materials."""
    round_ = minimal_round()
    schedule = round_.programme.schedule.model_copy(update={"extended_to": extended_to})
    changes = {"materials": materials, "recommendation_required": recommendation, "schedule": schedule}
    return replace(round_, programme=round_.programme.model_copy(update=changes))


PLAN = Material(id="plan", name="实施方案", copies=2, form="装订", clause="二")
EXTRA = Material(id="extra", name="附图", required=False, form="装订", clause="二")


@pytest.mark.parametrize(
    ("came", "verdict", "sentence"),
    [
        ({"plan": 2}, MET, "实施方案收到2份，要求2份（通知二），符合。"),
        ({"plan": 1}, NOT_MET, "实施方案收到1份，要求2份（通知二），不符合。"),
        ({"extra": 1}, NOT_MET, "实施方案没有收到，要求2份（通知二），不符合。"),
        ({}, UNKNOWN, "实施方案没有收件登记，要求2份（通知二），待核实。"),
    ],
)
def test_materials_must_come_in_enough_copies(came: dict[str, int], verdict: Verdict, sentence: str) -> None:
    """What need not be handed in is not asked for; an application not booked in is left open."""
    materials = tuple(ReceivedMaterial(material=material, copies=copies) for material, copies in came.items())

    assert only(received(round_with(PLAN, EXTRA), application(materials=materials))) == (verdict, sentence)


def test_a_recommendation_is_wanted_only_where_the_round_says_so() -> None:
    """Without the city's recommendation a round that requires it has an incomplete application."""
    letter = IncomingDocument(title="推荐函", document_no="样经信〔2021〕9020号", dated=dt.date(2021, 3, 28))
    asked = round_with(recommendation=True)

    assert received(round_with(), application()) == ()
    assert only(received(asked, application())) == (NOT_MET, "设区市推荐意见没有收到，不符合。")
    assert only(received(asked, application(recommendation=letter))) == (
        MET,
        "设区市推荐意见已收到（样经信〔2021〕9020号，2021年3月28日），符合。",
    )


@pytest.mark.parametrize(
    ("day", "extended_to", "verdict"),
    [("03-31", None, MET), ("04-01", None, NOT_MET), ("04-01", "04-05", MET), ("03-23", None, NOT_MET)],
)
def test_the_governments_document_comes_by_the_last_day(day: str, extended_to: str | None, verdict: Verdict) -> None:
    """Sent not before it was dated and not after the last day; an extension counts."""
    last = dt.date.fromisoformat(f"2021-{extended_to}") if extended_to else None

    found = in_time(round_with(extended_to=last), application(submitted_on=dt.date.fromisoformat(f"2021-{day}")))

    assert found.verdict is verdict
    assert ("延期后的截止日期" in found.sentence) == bool(extended_to)
