"""Rules on eligibility and completeness: findings on conditions, and what a winner must fulfil."""

from collections.abc import Iterable, Iterator

from gongshi.diagnostics import Diagnostic, Problem, error, warning
from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.model.scheme import Condition
from gongshi.rules.completeness import received
from gongshi.rules.conditions import can_be_judged, conditions_of
from gongshi.rules.eligibility import assess
from gongshi.rules.verdict import Assessment, Verdict

FINDING_NOT_ASKED = error(
    "finding-not-asked",
    "对“{value}”填了审核意见，但{reason}。",
    "请删去这条审核意见；情况有误的，请改正相应的数值。",
    "There is a finding on {value}, but {reason_en}. Delete the finding, or correct the figures.",
)


def findings_where_asked(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A finding is recorded only for conditions that people judge, not for those that figures or parts decide."""
    for application in _with_known_category(r):
        conditions = _conditions(r, application) if application.findings else {}
        tasks = {task.id: task for task in r.scheme.category(application.category).tasks}
        for finding in application.findings:
            condition, task = conditions.get(finding.condition), tasks.get(finding.condition)
            if task and not task.waivable:
                reason, english = "该任务必须承担，以任务数量为准", "the task is not waivable"
            elif condition and condition.metric:
                reason, english = "该条件以指标数值为准", "a figure decides it"
            elif condition and (condition.all_of or condition.any_of):
                reason, english = "该条件以其下级条件为准", "its parts decide it"
            else:
                continue
            yield model.at(finding, "condition").problem(FINDING_NOT_ASKED, reason=reason, reason_en=english)


WINNER_NOT_ELIGIBLE = error(
    "winner-not-eligible",
    "{value} 已列入，但不符合“{item}”一项：{sentence}。",
    "请核对指标数值、审核意见和任务数量；确实不符合的，不得列入。",
    "{value} is selected, but does not meet {item}. Check its figures, findings and tasks, or do not select it.",
)


def winners_eligible(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A winner meets every condition and every task minimum; a warning where the records leave that open."""
    # Faulty conditions of the scheme have a rule of their own; here they would be reported for every winner.
    if can_be_judged(r.scheme):
        found = ((winner, assess(r.scheme, winner)) for winner in _winners(r))
        yield from _shortcomings(r, model, found, WINNER_NOT_ELIGIBLE)


WINNER_INCOMPLETE = error(
    "winner-incomplete",
    "{value} 已列入，但“{item}”一项不齐：{sentence}。",
    "请核对收件登记；确实没有收到的，不得列入。",
    "{value} is selected, but {item} has not come in full. Check what was received, or do not select it.",
)


def winners_complete(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A winner's materials and recommendation have come in; that they came in time is another rule."""
    found = ((winner, received(r, winner)) for winner in _winners(r))
    yield from _shortcomings(r, model, found, WINNER_INCOMPLETE)


ROUND_NOT_ASSESSED = warning(
    "round-not-assessed",
    "“{value}”的申报没有登记指标数值、审核意见、任务数量和材料，不能判定列入的申报是否符合条件。",
    "请在 applications.yaml 中补上 figures、findings、tasks、materials；逐项情况可用 invoke eligibility 查看。",
    "No figures, findings, tasks or materials are on record for {value}: nobody can tell whether winners qualify.",
)


def winners_assessed(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A round with winners has their figures, findings, tasks and materials on record.

    For an old round without any of these, one warning is given, for the first winner that cannot be judged.
    """
    for winner in _winners(r) if not _has_assessments(r) else ():
        found = (*assess(r.scheme, winner), *received(r, winner))
        if any(assessment.verdict is Verdict.UNKNOWN for assessment in found):
            yield model.at(winner).called("申报名称").problem(ROUND_NOT_ASSESSED, value=r.programme.name)
            return


WINNER_NOT_SETTLED = warning(
    "winner-not-settled",
    "{value} 已列入，但“{item}”一项待核实：{sentence}。",
    "请在 applications.yaml 中补上指标数值、审核意见及佐证、任务数量或收件登记。",
    "{value} is selected, but the records cannot tell whether it meets {item}. Add what is missing.",
)


def _shortcomings(
    r: Round, model: Model, found: Iterable[tuple[Application, Iterable[Assessment]]], refused: Problem
) -> Iterator[Diagnostic]:
    """The error `refused` for what is not met; a warning for what is open if the round has such records at all."""
    problems = {Verdict.NOT_MET: refused}
    if _has_assessments(r):
        problems[Verdict.UNKNOWN] = WINNER_NOT_SETTLED
    for winner, assessments in found:
        for assessment in assessments:
            if problem := problems.get(assessment.verdict):
                facts = {"sentence": assessment.in_full.removesuffix("。"), "item": assessment.item}
                fact = model.at(winner, *assessment.where).called("申报号")
                yield fact.problem(problem, value=winner.id, **facts)


def _has_assessments(r: Round) -> bool:
    """Whether the round has any figures, findings, tasks or materials on record; old rounds have none."""
    return any(a.figures or a.findings or a.tasks or a.materials for a in r.applications)


def _winners(r: Round) -> Iterator[Application]:
    """Winners of a known category; an unknown one has a rule of its own."""
    return (a for a in _with_known_category(r) if r.outcomes.get(a.id) == "selected")


def _with_known_category(r: Round) -> Iterator[Application]:
    known = {category.id for category in r.scheme.categories}
    return (application for application in r.applications if application.category in known)


def _conditions(r: Round, application: Application) -> dict[str, Condition]:
    """Every condition that an application has to meet, parts of groups too, by id."""
    category = r.scheme.category(application.category)
    walked = (*conditions_of(r.scheme), *conditions_of(category))
    return {condition.id: condition for condition in walked}
