"""Rules on a scheme's conditions and tasks: each can be judged, and no two for the same applicant share an id."""

from collections.abc import Iterable, Iterator

from gongshi.diagnostics import Diagnostic, error
from gongshi.model.model import Model
from gongshi.model.references import DUPLICATE_ID
from gongshi.model.scheme import Category, Condition, Scheme, TaskMinimum
from gongshi.model.walk import walk

_Fault = tuple[str, str, str]
"""The field at fault, and what is wrong with it in Chinese and in English."""


def conditions_of(holder: Scheme | Category) -> Iterator[Condition]:
    """A scheme's common conditions or a category's own, in their order; groups and their parts alike."""
    for condition in holder.conditions:
        yield from (found.record for found in walk(condition) if isinstance(found.record, Condition))


def _every_condition(scheme: Scheme) -> Iterator[Condition]:
    yield from conditions_of(scheme)
    for category in scheme.categories:
        yield from conditions_of(category)


CONDITION_MALFORMED = error(
    "condition-malformed",
    "条件或任务“{value}”不能据以判定：{reason}。",
    "请在专项记录中改正。",
    "The condition or task {value} cannot be judged: {reason_en}. Correct it in the scheme.",
)


def conditions_well_formed(model: Model) -> Iterator[Diagnostic]:
    """Every condition can be judged: by a figure and a value, by its parts, or by people who can read what it says."""
    for scheme in model.schemes.values():
        for item, (field, reason, reason_en) in _faults(scheme):
            found = model.at(item, field).called("条件或任务编号")
            yield found.problem(CONDITION_MALFORMED, value=item.id, reason=reason, reason_en=reason_en)


def can_be_judged(scheme: Scheme) -> bool:
    """Whether every condition and task of a scheme is well formed and every metric it names is on record."""
    metrics = {metric.id for metric in scheme.metrics}
    named = all(condition.metric in metrics for condition in _every_condition(scheme) if condition.metric)
    return named and not any(_faults(scheme))


def _faults(scheme: Scheme) -> Iterator[tuple[Condition | TaskMinimum, _Fault]]:
    tasks = (task for category in scheme.categories for task in category.tasks)
    found: list[tuple[Condition | TaskMinimum, _Fault | None]] = [
        (c, _fault(scheme, c)) for c in _every_condition(scheme)
    ]
    found += [(task, _fault_of_task(task)) for task in tasks]
    yield from ((item, fault) for item, fault in found if fault)


def _fault(scheme: Scheme, condition: Condition) -> _Fault | None:
    unit = {metric.id: metric.unit for metric in scheme.metrics}.get(condition.metric or "")
    group = bool(condition.all_of or condition.any_of)
    faults: tuple[tuple[bool, _Fault], ...] = (
        (group and bool(condition.metric), ("metric", "有下级条件的不能再有指标", "a group has no metric")),
        (
            bool(condition.all_of and condition.any_of),
            ("any_of", "“同时满足”和“满足之一”不能并列，应分为两层", "all_of and any_of cannot stand side by side"),
        ),
        (
            bool(condition.metric) and (condition.comparison is None or condition.value is None),
            ("metric", "有指标的应写明比较方式和数值", "a metric needs a comparison and a value"),
        ),
        (
            bool(condition.unit and unit and condition.unit != unit),
            ("unit", f"单位应与指标的单位“{unit}”相同", f"the unit must be the metric's, {unit}"),
        ),
        (
            condition.needs_evidence and (group or bool(condition.metric)),
            ("needs_evidence", "只有由审核意见判定的条件才要佐证", "only a finding can need evidence"),
        ),
        (
            condition.statement is None and not group and condition.metric is None,
            (
                "statement",
                "没有指标和下级条件的应写明条件内容",
                "a condition without metric and parts needs a statement",
            ),
        ),
    )
    return next((fault for wrong, fault in faults if wrong), None)


def _fault_of_task(task: TaskMinimum) -> _Fault | None:
    if task.maximum is not None and task.maximum < task.minimum:
        return "maximum", "最多数量不能小于最少数量", "its maximum is below its minimum"
    return None


def condition_ids_unique(model: Model) -> Iterator[Diagnostic]:
    """No two conditions or tasks for the same applicant have the same id, by which findings refer to them."""
    for scheme in model.schemes.values():
        seen: set[str] = set()
        yield from _repeated_ids(model, conditions_of(scheme), seen)
        for category in scheme.categories:
            yield from _repeated_ids(model, (*conditions_of(category), *category.tasks), set(seen))


def _repeated_ids(model: Model, items: Iterable[Condition | TaskMinimum], seen: set[str]) -> Iterator[Diagnostic]:
    """A diagnostic for each item whose id is in `seen`; ids of the others are added to it."""
    for item in items:
        if item.id in seen:
            yield model.at(item, "id").called("条件或任务编号").problem(DUPLICATE_ID)
        seen.add(item.id)
