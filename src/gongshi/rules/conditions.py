"""Rules on a scheme's conditions and tasks: metrics on record, every condition able to be judged, ids told apart."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error
from gongshi.model.model import Model
from gongshi.model.references import DUPLICATE_ID, UNKNOWN_REFERENCE
from gongshi.model.scheme import Category, Condition, Scheme, TaskMinimum
from gongshi.rules.places import in_scheme

Path = tuple[str | int, ...]

_Fault = tuple[str, str, str]
"""The field at fault, and what is wrong with it in Chinese and in English."""


def conditions_of(scheme: Scheme, category: Category | None = None) -> Iterator[tuple[Path, Condition]]:
    """The scheme's common conditions, or a category's own, groups and their parts alike, with their paths."""
    if category is None:
        yield from _walked(scheme.conditions, ("conditions",))
    else:
        yield from _walked(category.conditions, ("categories", f"#id={category.id}", "conditions"))


def _walked(conditions: tuple[Condition, ...], path: Path) -> Iterator[tuple[Path, Condition]]:
    for index, condition in enumerate(conditions):
        here = (*path, index)
        yield here, condition
        yield from _walked(condition.all_of, (*here, "all_of"))
        yield from _walked(condition.any_of, (*here, "any_of"))


def _every_condition(scheme: Scheme) -> Iterator[tuple[Path, Condition]]:
    yield from conditions_of(scheme)
    for category in scheme.categories:
        yield from conditions_of(scheme, category)


def metrics_exist(model: Model) -> Iterator[Diagnostic]:
    """Every metric that a condition names is one of the scheme's."""
    for scheme in model.schemes.values():
        known = {metric.id for metric in scheme.metrics} | model.unread
        facts = (("kind", "指标"), ("kind_en", "metric"), ("file", f"content/schemes/{scheme.id}.yaml"))
        for path, condition in _every_condition(scheme):
            if condition.metric and condition.metric not in known:
                place = in_scheme(scheme, *path, "metric")
                yield Diagnostic(UNKNOWN_REFERENCE, place, "指标编号", condition.metric, facts)


CONDITION_MALFORMED = error(
    "condition-malformed",
    "条件或任务“{value}”不能据以判定：{reason}。",
    "请在专项记录中改正。",
    "The condition or task {value} cannot be judged: {reason_en}. Correct it in the scheme.",
)


def conditions_well_formed(model: Model) -> Iterator[Diagnostic]:
    """Every condition can be judged: by a figure and a value, by its parts, or by people who can read what it says."""
    for scheme in model.schemes.values():
        found = [(path, condition.id, _fault(scheme, condition)) for path, condition in _every_condition(scheme)]
        found += [
            (("categories", f"#id={category.id}", "tasks", f"#id={task.id}"), task.id, _fault_of_task(task))
            for category in scheme.categories
            for task in category.tasks
        ]
        for path, item, fault in found:
            if fault:
                facts = (("reason", fault[1]), ("reason_en", fault[2]))
                place = in_scheme(scheme, *path, fault[0])
                yield Diagnostic(CONDITION_MALFORMED, place, "条件或任务编号", item, facts)


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
    """No two conditions or tasks that one applicant has to meet bear the same id: findings name them by it."""
    for scheme in model.schemes.values():
        common = list(conditions_of(scheme))
        seen: set[str] = set()
        yield from _twice(scheme, [(path, c.id) for path, c in common], seen)
        for category in scheme.categories:
            own = [(path, c.id) for path, c in conditions_of(scheme, category)]
            at: Path = ("categories", f"#id={category.id}", "tasks")
            own += [((*at, index), task.id) for index, task in enumerate(category.tasks)]
            yield from _twice(scheme, own, set(seen))


def _twice(scheme: Scheme, named: list[tuple[Path, str]], seen: set[str]) -> Iterator[Diagnostic]:
    """Those already seen; the others are added to `seen`."""
    for path, name in named:
        if name in seen:
            yield Diagnostic(DUPLICATE_ID, in_scheme(scheme, *path, "id"), "条件或任务编号", name)
        seen.add(name)
