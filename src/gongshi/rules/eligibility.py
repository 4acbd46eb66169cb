"""Eligibility (资格审查): a scheme's conditions and task minimums held against an application, each with a sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gongshi import typography
from gongshi.model.application import Application, Figure, Finding
from gongshi.model.scheme import Condition, Metric, Scheme, TaskMinimum
from gongshi.rules.verdict import WORDS, Assessment, Verdict, all_of, any_of

_PLACEHOLDER = re.compile(r"\{\{\s*(value|unit)\s*\}\}")
_RANK = "位"
"""The unit of a rank: 第12位, not 12位."""


@dataclass(frozen=True)
class _Facts:
    """The facts that an application records, by id, and the scheme's metrics."""

    document: str
    """The document whose clauses the scheme cites, as `document_of` names it."""
    metrics: Mapping[str, Metric]
    figures: Mapping[str, Figure]
    findings: Mapping[str, Finding]
    planned: Mapping[str, int]


def assess(scheme: Scheme, application: Application) -> tuple[Assessment, ...]:
    """The scheme's common conditions, those of the application's category, and the category's task minimums, in order.

    A condition with a metric is decided by the applicant's figure, a group by its parts, any other by the finding that
    staff recorded; a fact that is not on record leaves it open. Where a finding needs evidence, one without any leaves
    it open too. Of a category that the scheme does not have only the common conditions are assessed.
    """
    facts = _Facts(
        document_of(scheme),
        {metric.id: metric for metric in scheme.metrics},
        {figure.metric: figure for figure in application.figures},
        {finding.condition: finding for finding in application.findings},
        {plan.task: plan.number for plan in application.tasks},
    )
    category = next((c for c in scheme.categories if c.id == application.category), None)
    conditions = (*scheme.conditions, *(category.conditions if category else ()))
    tasks = category.tasks if category else ()
    return (*(_condition(c, facts) for c in conditions), *(_task(task, facts) for task in tasks))


def document_of(scheme: Scheme) -> str:
    """The document whose clauses the scheme cites: 方案 if it has one, or the 通知 that carries its terms."""
    return "方案" if scheme.plan_title else "通知"


def _condition(condition: Condition, facts: _Facts) -> Assessment:
    if condition.all_of or condition.any_of:
        return _group(condition, facts)
    return _by_figure(condition, condition.metric, facts) if condition.metric else _by_finding(condition, facts)


def _by_figure(condition: Condition, metric_id: str, facts: _Facts) -> Assessment:
    metric, figure = facts.metrics.get(metric_id), facts.figures.get(metric_id)
    name, clause = metric.name if metric else metric_id, facts.document + condition.clause
    unit = condition.unit or (metric.unit if metric else None) or ""
    rank = unit == _RANK and condition.comparison == "at_most"
    verdict = _compare(condition, figure)
    words = "不少于" if condition.comparison == "at_least" else "不超过"
    wanted = f"{words}{_with_unit(condition.value, unit, rank=rank)}" if condition.value is not None else "未写明"
    if figure is None:
        found = f"{name}没有填报"
    else:
        found = f"{name}{'' if rank else '为'}{_with_unit(figure.value, unit, rank=rank)}（来源：{figure.source}）"
    sentence = f"{found}，要求{wanted}（{clause}），{WORDS[verdict]}。"
    return Assessment(condition.id, verdict, sentence, clause, ("figures", f"#metric={metric_id}"))


def _compare(condition: Condition, figure: Figure | None) -> Verdict:
    """The figure against the value; a rank counts as within the first n if it is n."""
    if figure is None or condition.value is None or condition.comparison is None:
        return Verdict.UNKNOWN
    enough = figure.value >= condition.value if condition.comparison == "at_least" else figure.value <= condition.value
    return Verdict.MET if enough else Verdict.NOT_MET


def _with_unit(number: Decimal, unit: str, *, rank: bool) -> str:
    return f"第{number}{unit}" if rank else f"{number}{unit}"


def _by_finding(condition: Condition, facts: _Facts) -> Assessment:
    finding, clause = facts.findings.get(condition.id), facts.document + condition.clause
    evidence = finding.evidence if finding else None
    if finding is None:
        verdict, found = Verdict.UNKNOWN, "没有审核意见"
    elif not finding.met:
        verdict, found = Verdict.NOT_MET, f"经审核（依据：{evidence}）" if evidence else "经审核"
    elif evidence:
        verdict, found = Verdict.MET, f"经审核，有佐证材料（{evidence}）"
    elif condition.needs_evidence:
        verdict, found = Verdict.UNKNOWN, "审核认为符合，但没有佐证材料"
    else:
        verdict, found = Verdict.MET, "经审核"
    sentence = f"{_statement(condition) or '此项条件'}（{clause}）：{found}，{WORDS[verdict]}。"
    where = ("findings", f"#condition={condition.id}")
    on_evidence = verdict is Verdict.MET and condition.needs_evidence
    return Assessment(condition.id, verdict, sentence, clause, where, on_evidence=on_evidence)


def _statement(condition: Condition) -> str:
    """The condition in words with value and unit filled in; empty if its text uses other Jinja expressions."""
    values = {"value": condition.value, "unit": condition.unit}
    text = _PLACEHOLDER.sub(
        lambda found: "" if values[found[1]] is None else str(values[found[1]]), condition.statement or ""
    )
    return "" if "{{" in text or "{%" in text else " ".join(text.split()).rstrip("。；，")


def _group(condition: Condition, facts: _Facts) -> Assessment:
    clause = facts.document + condition.clause
    every = tuple(_condition(part, facts) for part in condition.all_of)
    some = tuple(_condition(part, facts) for part in condition.any_of)
    verdict, found = all_of(part.verdict for part in every), []
    if every:
        found.append(f"{len(every)}项条件须同时满足，{_sum_of_all(every)}")
    if some:
        verdict = all_of((verdict, any_of(part.verdict for part in some)))
        found.append(f"{len(some)}项条件满足其一即可，{_sum_of_any(some, len(every))}")
    statement, parts = _statement(condition), every + some
    head = f"{statement}（{clause}）：" if statement else f"{clause}："
    decisive = next((part for part in parts if part.verdict is verdict), parts[0])
    on_evidence = any(part.on_evidence for part in every) or _only_on_evidence(some)
    sentence = f"{head}{'；'.join(found)}，{WORDS[verdict]}。"
    return Assessment(
        condition.id, verdict, sentence, clause, decisive.where, parts, verdict is Verdict.MET and on_evidence
    )


def _only_on_evidence(parts: Sequence[Assessment]) -> bool:
    """Whether some part is met, and none without evidence."""
    met = [part for part in parts if part.verdict is Verdict.MET]
    return bool(met) and all(part.on_evidence for part in met)


def _sum_of_all(parts: Sequence[Assessment]) -> str:
    verdict = all_of(part.verdict for part in parts)
    return "均已满足" if verdict is Verdict.MET else _numbers(parts, verdict, 0) + _SHORT[verdict]


def _sum_of_any(parts: Sequence[Assessment], before: int) -> str:
    verdict = any_of(part.verdict for part in parts)
    if verdict is Verdict.NOT_MET:
        return "均不满足"
    if verdict is Verdict.MET and _only_on_evidence(parts):
        return f"凭佐证材料按{_numbers(parts, verdict, before)}认定"
    return _numbers(parts, verdict, before) + _SHORT[verdict]


_SHORT = {Verdict.MET: "已满足", Verdict.NOT_MET: "不满足", Verdict.UNKNOWN: WORDS[Verdict.UNKNOWN]}
"""The verdicts on some of several conditions."""


def _numbers(parts: Sequence[Assessment], verdict: Verdict, before: int) -> str:
    """The parts with that verdict by their numbers, counted on from `before`: 第1、3项."""
    numbers = (str(n) for n, part in enumerate(parts, start=before + 1) if part.verdict is verdict)
    return f"第{'、'.join(numbers)}项"


def _task(task: TaskMinimum, facts: _Facts) -> Assessment:
    """The verdict on a task by the number planned; with evidence an applicant may be exempted from the minimum."""
    number, clause = facts.planned.get(task.id), facts.document + task.clause
    waiver = facts.findings.get(task.id) if task.waivable else None
    found = f"{task.name}方案安排{number}{task.unit}" if number is not None else f"{task.name}数量没有填报"
    where: tuple[str, ...] = ("tasks", f"#task={task.id}")
    waived = False
    if number is not None and task.minimum <= number <= (task.maximum or number):
        verdict = Verdict.MET
    elif waiver is None or not waiver.met:
        verdict = Verdict.UNKNOWN if number is None else Verdict.NOT_MET
    else:
        waived, where = bool(waiver.evidence), ("findings", f"#condition={task.id}")
        verdict = Verdict.MET if waived else Verdict.UNKNOWN
        reason = f"有佐证材料（{waiver.evidence}）" if waived else "但没有佐证材料"
        found += f"，审核认为可不承担，{reason}"
    wanted = typography.at_least(task.minimum, task.maximum, task.unit)
    sentence = f"{found}，要求{wanted}（{clause}），{WORDS[verdict]}。"
    return Assessment(task.id, verdict, sentence, clause, where, on_evidence=waived)
