"""Rules on eligibility and completeness: what applications say of conditions, and who may win at all."""

from collections.abc import Iterable, Iterator

from gongshi.diagnostics import Diagnostic, Problem, error, warning
from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.references import DUPLICATE_ID
from gongshi.model.round import Round
from gongshi.model.scheme import Condition
from gongshi.rules.completeness import received
from gongshi.rules.conditions import can_be_judged, conditions_of
from gongshi.rules.eligibility import assess
from gongshi.rules.places import in_application
from gongshi.rules.verdict import Assessment, Verdict

_Named = tuple[str, str, str, str]
"""A list of the application, the field in it, the field's Chinese name and the id that stands there."""


def facts_named_once(model: Model) -> Iterator[Diagnostic]:
    """No application has two figures of a metric, two findings on a condition, or a task or a material twice."""
    for round_ in model.rounds.values():
        for application in round_.applications:
            seen: set[tuple[str, str]] = set()
            for items, field, title, name in _named(application):
                if (items, name) in seen:
                    place = in_application(round_.programme, application.id, items, f"#{field}={name}", field)
                    yield Diagnostic(DUPLICATE_ID, place, title, name)
                seen.add((items, name))


FINDING_NOT_ASKED = error(
    "finding-not-asked",
    "对“{value}”填了审核意见，但{reason}。",
    "请删去这条审核意见；情况有误的，请改正相应的数值。",
    "There is a finding on {value}, but {reason_en}. Delete the finding, or correct the figures.",
)


def findings_where_asked(model: Model) -> Iterator[Diagnostic]:
    """A finding stands only where people judge: not on a figure, a group, or a task that nobody is let off."""
    for round_ in model.rounds.values():
        for application in _of_known_category(round_):
            conditions = _conditions(round_, application)
            tasks = {task.id: task for task in round_.scheme.category(application.category).tasks}
            for finding in application.findings:
                name = finding.condition
                if name in tasks and not tasks[name].waivable:
                    reason = ("该任务必须承担，以任务数量为准", "the task is not waivable")
                elif name in conditions and conditions[name].metric:
                    reason = ("该条件以指标数值为准", "a figure decides it")
                elif name in conditions and (conditions[name].all_of or conditions[name].any_of):
                    reason = ("该条件以其下级条件为准", "its parts decide it")
                else:
                    continue
                path = ("findings", f"#condition={name}", "condition")
                facts = (("reason", reason[0]), ("reason_en", reason[1]))
                place = in_application(round_.programme, application.id, *path)
                yield Diagnostic(FINDING_NOT_ASKED, place, "条件或任务编号", name, facts)


WINNER_NOT_ELIGIBLE = error(
    "winner-not-eligible",
    "{value} 已列入，但不符合“{item}”一项：{sentence}。",
    "请核对指标数值、审核意见和任务数量；确实不符合的，不得列入。",
    "{value} is selected, but does not meet {item}. Check its figures, findings and tasks, or do not select it.",
)


def winners_eligible(model: Model) -> Iterator[Diagnostic]:
    """Nobody wins who does not meet every condition and task minimum; a winner of whom that cannot be told is told."""
    for round_ in model.rounds.values():
        # A scheme whose conditions cannot be judged has been told for that; its winners would only repeat it.
        if can_be_judged(round_.scheme):
            found = ((winner, assess(round_.scheme, winner)) for winner in _winners(round_))
            yield from _told(round_, found, WINNER_NOT_ELIGIBLE)


WINNER_INCOMPLETE = error(
    "winner-incomplete",
    "{value} 已列入，但“{item}”一项不齐：{sentence}。",
    "请核对收件登记；确实没有收到的，不得列入。",
    "{value} is selected, but {item} has not come in full. Check what was received, or do not select it.",
)


def winners_complete(model: Model) -> Iterator[Diagnostic]:
    """Nobody wins whose materials or recommendation did not come; that all came in time has a rule of its own."""
    for round_ in model.rounds.values():
        found = ((winner, received(round_, winner)) for winner in _winners(round_))
        yield from _told(round_, found, WINNER_INCOMPLETE)


ROUND_NOT_ASSESSED = warning(
    "round-not-assessed",
    "“{value}”的申报没有登记指标数值、审核意见、任务数量和材料，不能判定列入的申报是否符合条件。",
    "请在 applications.yaml 中补上 figures、findings、tasks、materials；逐项情况可用 invoke eligibility 查看。",
    "No figures, findings, tasks or materials are on record for {value}: nobody can tell whether winners qualify.",
)


def winners_assessed(model: Model) -> Iterator[Diagnostic]:
    """A round with winners has their figures, findings, tasks and materials on record; an old one is told once."""
    for round_ in model.rounds.values():
        if _on_record(round_):
            continue
        for winner in _winners(round_):
            found = (*assess(round_.scheme, winner), *received(round_, winner))
            if any(assessment.verdict is Verdict.UNKNOWN for assessment in found):
                place = in_application(round_.programme, winner.id)
                yield Diagnostic(ROUND_NOT_ASSESSED, place, "申报名称", round_.programme.name)
                break


WINNER_NOT_SETTLED = warning(
    "winner-not-settled",
    "{value} 已列入，但“{item}”一项尚不能判定：{sentence}。",
    "请在 applications.yaml 中补上指标数值、审核意见及佐证、任务数量或收件登记。",
    "{value} is selected, but the records cannot tell whether it meets {item}. Add what is missing.",
)


def _told(
    round_: Round, found: Iterable[tuple[Application, Iterable[Assessment]]], refused: Problem
) -> Iterator[Diagnostic]:
    """What is not met is that error; what is open is a warning, unless the whole round is of old times."""
    problems = {Verdict.NOT_MET: refused}
    if _on_record(round_):
        problems[Verdict.UNKNOWN] = WINNER_NOT_SETTLED
    for winner, assessments in found:
        for assessment in assessments:
            if problem := problems.get(assessment.verdict):
                place = in_application(round_.programme, winner.id, *assessment.where)
                facts = (("sentence", assessment.in_full.removesuffix("。")), ("item", assessment.item))
                yield Diagnostic(problem, place, "申报号", winner.id, facts)


def _on_record(round_: Round) -> bool:
    """Whether anything of the assessment was recorded for anybody; rounds of old times have nothing."""
    return any(a.figures or a.findings or a.tasks or a.materials for a in round_.applications)


def _winners(round_: Round) -> Iterator[Application]:
    """Winners of a known category; an unknown one has a rule of its own."""
    return (a for a in _of_known_category(round_) if round_.outcomes.get(a.id) == "selected")


def _of_known_category(round_: Round) -> Iterator[Application]:
    known = {category.id for category in round_.scheme.categories}
    return (application for application in round_.applications if application.category in known)


def _conditions(round_: Round, application: Application) -> dict[str, Condition]:
    """Every condition that an application has to meet, parts of groups too, by id."""
    category = round_.scheme.category(application.category)
    walked = (*conditions_of(round_.scheme), *conditions_of(category))
    return {condition.id: condition for condition in walked}


def _named(application: Application) -> Iterator[_Named]:
    yield from (("figures", "metric", "指标编号", figure.metric) for figure in application.figures)
    yield from (("findings", "condition", "条件或任务编号", finding.condition) for finding in application.findings)
    yield from (("tasks", "task", "任务编号", plan.task) for plan in application.tasks)
    yield from (("materials", "material", "材料编号", material.material) for material in application.materials)
