"""Rules on conditions, on what applications say of them, and on winners."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from round_changes import found_by
from workspace_factory import minimal_model, minimal_round, with_round

from gongshi.diagnostics import Diagnostic, Report
from gongshi.model.application import Figure, Finding
from gongshi.model.model import Model
from gongshi.model.result import Substitution
from gongshi.model.round import Round
from gongshi.model.scheme import Condition, Metric, TaskMinimum
from gongshi.rules import admission, conditions, references
from gongshi.rules.check import check
from gongshi.rules.table import RULES

LEAF = Condition(id="leaf", statement="有计划", clause="二")


def with_common(*common: Condition, tasks: tuple[TaskMinimum, ...] | None = None) -> Model:
    """The minimal model with these common conditions, and these tasks of its first category."""
    round_ = minimal_round()
    first, *others = round_.scheme.categories
    if tasks is not None:
        first = first.model_copy(update={"tasks": tasks})
    metrics = (Metric(id="m", name="指数", unit="分"), *round_.scheme.metrics)
    changes = {"conditions": common, "metrics": metrics, "categories": (first, *others)}
    scheme = round_.scheme.model_copy(update=changes)
    return replace(with_round(replace(round_, scheme=scheme)), schemes={scheme.id: scheme})


def with_facts(last: str = "hubin", **facts: Any) -> Round:
    """The minimal round with these facts of one application."""
    round_ = minimal_round()
    changed = (a.model_copy(update=facts) if a.id.endswith(last) else a for a in round_.applications)
    return replace(round_, applications=tuple(changed))


def told(found: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """Code and value of each."""
    return [(d.code, d.value) for d in found]


@pytest.mark.parametrize(
    ("condition", "field", "reason"),
    [
        ({"metric": "m", "value": 1}, "metric", "有指标的应写明比较方式和数值"),
        ({"metric": "m", "comparison": "at_least"}, "metric", "有指标的应写明比较方式和数值"),
        ({"metric": "m", "all_of": (LEAF,)}, "metric", "有下级条件的不能再有指标"),
        ({"all_of": (LEAF,), "any_of": (LEAF,)}, "any_of", "“同时满足”和“满足之一”不能并列，应分为两层"),
        ({}, "statement", "没有指标和下级条件的应写明条件内容"),
        (
            {"metric": "m", "comparison": "at_least", "value": 1, "unit": "个"},
            "unit",
            "单位应与指标的单位“分”相同",
        ),
        ({"any_of": (LEAF,), "needs_evidence": True}, "needs_evidence", "只有由审核意见判定的条件才要佐证"),
    ],
)
def test_a_condition_that_cannot_be_judged_is_told(condition: dict[str, Any], field: str, reason: str) -> None:
    """Each way of leaving a condition without a judge is told at the field, inside groups too."""
    faulty = Condition.model_validate({"id": "c", "clause": "二", **condition})
    nested = Condition(id="group", any_of=(LEAF, faulty), clause="二")

    (found,) = conditions.conditions_well_formed(with_common(nested))

    assert (found.code, found.value, dict(found.facts)["reason"]) == ("condition-malformed", "c", reason)
    assert found.place.path == ("conditions", 0, "any_of", 1, field)


def test_a_range_of_tasks_that_nobody_can_keep_is_told() -> None:
    """A task has no less at most than at least."""
    task = TaskMinimum(id="t", name="样例任务", minimum=3, maximum=2, clause="三")

    (found,) = conditions.conditions_well_formed(with_common(tasks=(task,)))

    assert found.place.path == ("categories", "#id=river", "tasks", 0, "maximum")


def test_a_metric_is_looked_for_inside_groups() -> None:
    """A part of a group that names no metric of the scheme is told."""
    part = Condition(id="c", metric="nothing", comparison="at_most", value=Decimal(1), clause="二")

    model = with_common(Condition(id="g", all_of=(LEAF, part), clause="二"))

    (found,) = references.workspace_references_exist(model)

    assert (found.value, found.place.path) == ("nothing", ("conditions", 0, "all_of", 1, "metric"))


def test_ids_are_told_apart_within_what_one_applicant_meets() -> None:
    """A part may not repeat a common id or a task's; two categories may use the same id."""
    again = Condition(id="g", any_of=(LEAF, LEAF), clause="二")
    task = TaskMinimum(id="leaf", name="样例任务", minimum=1, clause="三")
    model = with_common(again, tasks=(task,))
    scheme = next(iter(minimal_model().schemes.values()))
    same = scheme.model_copy(
        update={"categories": tuple(c.model_copy(update={"conditions": (LEAF,)}) for c in scheme.categories)}
    )

    found = list(conditions.condition_ids_unique(model))

    assert [d.place.path for d in found] == [
        ("conditions", 0, "any_of", 1, "id"),
        ("categories", "#id=river", "tasks", 0, "id"),
    ]
    assert told(conditions.condition_ids_unique(replace(model, schemes={same.id: same}))) == []


@pytest.mark.parametrize("name", ["storage", "nothing"])
def test_an_applicant_answers_only_what_its_category_asks(name: str) -> None:
    """A finding on another category's task, or on nothing, is a reference to nothing."""
    round_ = with_facts(findings=(Finding(condition=name, met=True),))

    assert told(found_by(references.round_references_exist, with_round(round_))) == [("unknown-reference", name)]


def test_what_could_not_be_read_is_not_missed() -> None:
    """A metric whose record has errors of its own is not told again."""
    round_ = with_facts(figures=(Figure.model_validate({"metric": "lost", "value": 1, "source": "年报"}),))
    unread = replace(with_round(round_), unread=frozenset({"lost"}))

    assert told(found_by(references.round_references_exist, unread)) == []


def test_a_finding_on_a_task_that_must_be_done_is_told() -> None:
    """Only a waivable task takes a finding."""
    findings = (Finding(condition="plan", met=True), Finding(condition="reuse", met=True, evidence="说明"))
    round_ = with_facts(findings=findings)
    river, *others = round_.scheme.categories
    waivable = river.model_copy(update={"tasks": tuple(t.model_copy(update={"waivable": True}) for t in river.tasks)})
    free = replace(round_, scheme=round_.scheme.model_copy(update={"categories": (waivable, *others)}))

    assert told(found_by(admission.findings_where_asked, with_round(round_))) == [("finding-not-asked", "reuse")]
    assert told(found_by(admission.findings_where_asked, with_round(free))) == []


def test_only_winners_have_to_be_eligible() -> None:
    """A county that did not win is not held up, one that steps in is, one that fell out is no longer."""
    weak = with_facts("qingxi", findings=(Finding(condition="plan", met=False),))
    assert weak.results is not None
    step = Substitution.model_validate(
        {"falls_out": "2021-hubin", "steps_in": "2021-qingxi", "decided_on": weak.results.announced_on}
    )
    stepped = replace(weak, results=weak.results.model_copy(update={"substitutions": (step,)}))

    assert told(found_by(admission.winners_eligible, with_round(weak))) == []
    assert told(found_by(admission.winners_eligible, with_round(stepped))) == [("winner-not-eligible", "2021-qingxi")]


def test_a_winner_without_booked_materials_is_open() -> None:
    """Where others were booked in, a winner who was not is pointed out, not refused."""
    assert told(found_by(admission.winners_complete, with_round(with_facts(materials=())))) == [
        ("winner-not-settled", "2021-hubin")
    ]


def test_a_winner_without_the_citys_recommendation_is_refused() -> None:
    """Where the round requires it every winner has one, even in a round of old times."""
    nothing = {"figures": (), "findings": (), "tasks": (), "materials": ()}
    round_ = minimal_round()
    old = tuple(a.model_copy(update=nothing) for a in round_.applications)
    asked = round_.programme.model_copy(update={"recommendation_required": True})

    found = told(found_by(admission.winners_complete, with_round(replace(round_, applications=old, programme=asked))))

    assert found == [("winner-incomplete", a) for a in ("2021-hubin", "2021-bailu", "2021-songling")]


def test_a_round_of_old_times_is_told_once() -> None:
    """Without any figure, finding, task or material there is one warning for the round; before the results, none."""
    nothing = {"figures": (), "findings": (), "tasks": (), "materials": ()}
    round_ = minimal_round()
    old = replace(round_, applications=tuple(a.model_copy(update=nothing) for a in round_.applications))
    model = with_round(old)

    rules = (admission.winners_eligible, admission.winners_complete, admission.winners_assessed)
    assert told(check(model, RULES.only(*rules), Report()).diagnostics) == [
        ("round-not-assessed", round_.programme.name)
    ]
    assert told(found_by(admission.winners_assessed, with_round(replace(old, results=None)))) == []


def test_a_round_that_asks_for_nothing_has_nothing_to_record() -> None:
    """Where there is no condition, task or material, only what is known to be missing is told."""
    nothing = {"figures": (), "findings": (), "tasks": (), "materials": ()}
    round_ = minimal_round()
    free = tuple(c.model_copy(update={"conditions": (), "tasks": ()}) for c in round_.scheme.categories)
    asked = round_.programme.model_copy(update={"materials": (), "recommendation_required": True})
    bare = replace(
        round_,
        scheme=round_.scheme.model_copy(update={"conditions": (), "categories": free}),
        programme=asked,
        applications=tuple(a.model_copy(update=nothing) for a in round_.applications),
    )

    assert told(found_by(admission.winners_assessed, with_round(bare))) == []
    assert len(told(found_by(admission.winners_complete, with_round(bare)))) == 3
