"""Rules on the review: the plan, the panel, who scores what, and points by criterion."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from gongshi.diagnostics import Diagnostic, Place, error
from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.programme import ReviewPlan
from gongshi.model.references import DUPLICATE_ID
from gongshi.model.review import Mark, Review, Scores
from gongshi.model.round import Round
from gongshi.rules.places import in_programme, in_reviews
from gongshi.rules.ranking import recused
from gongshi.rules.references import review_references_exist

FULL_SCORE = 100
"""What the criteria of a round add up to."""


def _reviewed(model: Model) -> Iterator[tuple[Round, ReviewPlan, Review]]:
    for round_ in model.rounds.values():
        if round_.programme.review and round_.review:
            yield round_, round_.programme.review, round_.review


def _scored(model: Model) -> Iterator[tuple[Round, ReviewPlan, Scores, Application]]:
    """Each application that was scored."""
    for round_, plan, review in _reviewed(model):
        applications = {application.id: application for application in round_.applications}
        for scores in review.scores:
            if scores.application in applications:
                yield round_, plan, scores, applications[scores.application]


def _marks(model: Model) -> Iterator[tuple[Round, ReviewPlan, Mark, Place]]:
    """Each mark, with the place of its points."""
    for round_, plan, review in _reviewed(model):
        for scores in review.scores:
            for mark in scores.marks:
                key = (f"#application={scores.application}", "marks", f"#expert={mark.expert}", "points")
                yield round_, plan, mark, in_reviews(round_.programme, "scores", *key)


REVIEW_PLAN_MISSING = error(
    "review-plan-missing",
    "已有评审得分，但申报没有写明评审办法。",
    "请在 programme.yaml 的 review 中补上评审指标、专家人数、计分和同分比较的办法。",
    "There are scores, but the programme states no review plan. Add it.",
)


def plan_stated(model: Model) -> Iterator[Diagnostic]:
    """Scores need a method that the programme states beforehand."""
    for round_ in model.rounds.values():
        if round_.review and round_.review.scores and round_.programme.review is None:
            yield Diagnostic(REVIEW_PLAN_MISSING, in_programme(round_.programme))


def criteria_named_once(model: Model) -> Iterator[Diagnostic]:
    """No two criteria of a plan have the same id."""
    for round_ in model.rounds.values():
        ids = [criterion.id for criterion in round_.programme.review.criteria] if round_.programme.review else []
        for repeated in sorted({i for i in ids if ids.count(i) > 1}):
            place = in_programme(round_.programme, "review", "criteria", f"#id={repeated}", "id")
            yield Diagnostic(DUPLICATE_ID, place, "评审指标编号", repeated)


CRITERIA_SUM = error(
    "criteria-sum",
    "各评审指标的分值合计 {value} 分，应为 {full} 分。",
    "请核对各项分值。",
    "The points of all criteria add up to {value}; they must add up to {full}.",
)


def criteria_add_up(model: Model) -> Iterator[Diagnostic]:
    """The points of all criteria add up to 100."""
    for round_ in model.rounds.values():
        if plan := round_.programme.review:
            total = sum(criterion.points for criterion in plan.criteria)
            if total != FULL_SCORE:
                place = in_programme(round_.programme, "review", "criteria")
                facts = (("full", str(FULL_SCORE)),)
                yield Diagnostic(CRITERIA_SUM, place, "分值", str(total), facts, clause=plan.clause)


PLAN_DROPS_ALL = error(
    "plan-drops-all",
    "专家人数下限为 {value} 人，去掉最高分、最低分各 {dropped} 个后没有得分可以平均。",
    "请把专家人数下限改为至少 {least} 人，或减少去掉的个数。",
    "With {value} experts nothing is left after {dropped} highest and lowest are dropped; at least {least} needed.",
)


def plan_leaves_totals(model: Model) -> Iterator[Diagnostic]:
    """The fewest experts are more than the totals that are dropped, so that a mean can be taken."""
    for round_ in model.rounds.values():
        plan = round_.programme.review
        if plan and plan.minimum_experts <= 2 * plan.dropped:
            place = in_programme(round_.programme, "review", "minimum_experts")
            facts = (("dropped", str(plan.dropped)), ("least", str(2 * plan.dropped + 1)))
            value = str(plan.minimum_experts)
            yield Diagnostic(PLAN_DROPS_ALL, place, "专家人数下限", value, facts, clause=plan.clause)


EXPERT_SCORED_TWICE = error(
    "expert-scored-twice",
    "专家 {value} 对申报 {application} 评了 {count} 次分。",
    "请核对评分表，每名专家只留一次；误写了专家编号的，请改正编号。",
    "The expert {value} scored {application} {count} times. Keep one, or correct the expert.",
)


def experts_score_once(model: Model) -> Iterator[Diagnostic]:
    """No expert scores an application twice."""
    for round_, plan, scores, application in _scored(model):
        experts = [mark.expert for mark in scores.marks]
        for expert in sorted({e for e in experts if experts.count(e) > 1}):
            key = (f"#application={application.id}", "marks", f"#expert={expert}", "expert")
            place = in_reviews(round_.programme, "scores", *key)
            facts = (("application", application.id), ("count", str(experts.count(expert))))
            yield Diagnostic(EXPERT_SCORED_TWICE, place, "专家编号", expert, facts, clause=plan.clause)


EXPERT_SCORE_MISSING = error(
    "expert-score-missing",
    "申报 {application} 缺少专家 {value} 的评分。",
    "每名不回避的专家都应评分，请补上；应当回避的，请在 recusals 中写明理由。",
    "The experts {value} did not score {application}. Add their marks, or record why they are recused.",
)


def every_expert_scores(model: Model) -> Iterator[Diagnostic]:
    """Each expert scores each application that was scored, unless recused.

    Where a mark is by a stranger or the second of one expert, that is told instead: it is the missing one, misnamed.
    """
    for round_, plan, scores, application in _scored(model):
        panel = [expert.id for expert in round_.review.experts] if round_.review else []
        experts = [mark.expert for mark in scores.marks]
        away = recused(round_, application)
        missing = [expert for expert in panel if expert not in away and expert not in experts]
        if missing and set(experts) <= set(panel) and len(set(experts)) == len(experts):
            place = in_reviews(round_.programme, "scores", f"#application={application.id}", "marks")
            facts = (("application", application.id),)
            yield Diagnostic(EXPERT_SCORE_MISSING, place, "专家评分", "、".join(missing), facts, clause=plan.clause)


RECUSED_SCORED = error(
    "recused-scored",
    "专家 {value} 应当回避申报 {application}（{reason}），不得评分。",
    "请删去这名专家对这项申报的评分；关联有误的，请改正。",
    "The expert {value} is tied to {application} or recused and must not score it. Take the mark out.",
)


def nobody_recused_scores(model: Model) -> Iterator[Diagnostic]:
    """An expert tied to the applicant's division or to a firm of its projects, or recused on record, does not score."""
    for round_, plan, scores, application in _scored(model):
        away = recused(round_, application)
        for expert in dict.fromkeys(mark.expert for mark in scores.marks if mark.expert in away):
            key = (f"#application={application.id}", "marks", f"#expert={expert}", "expert")
            place = in_reviews(round_.programme, "scores", *key)
            facts = (("application", application.id), ("reason", away[expert]))
            yield Diagnostic(RECUSED_SCORED, place, "专家编号", expert, facts, clause=plan.clause)


EXPERTS_TOO_FEW = error(
    "experts-too-few",
    "{whose}只有 {value} 人，不得少于 {minimum} 人。",
    "请增补专家并补评；人数有误的，请改正。",
    "{whose_en} has {value} experts; at least {minimum} are required. Add experts and their scores.",
)


def panel_large_enough(model: Model) -> Iterator[Diagnostic]:
    """The panel has at least the plan's fewest experts."""
    for round_, plan, review in _reviewed(model):
        panel = len(review.experts)
        if panel < plan.minimum_experts and not _panel_unread(model, review):
            facts = (("minimum", str(plan.minimum_experts)), ("whose", "评审专家"), ("whose_en", "The panel"))
            place = in_reviews(round_.programme, "experts")
            yield Diagnostic(EXPERTS_TOO_FEW, place, "评审专家", str(panel), facts, clause=plan.clause)


def enough_may_score(model: Model) -> Iterator[Diagnostic]:
    """Where the panel is large enough, each application still has the plan's fewest experts after recusal."""
    for round_, plan, scores, application in _scored(model):
        panel = len(round_.review.experts) if round_.review else 0
        away = recused(round_, application)
        if panel >= plan.minimum_experts > panel - len(away):
            place = in_reviews(round_.programme, "scores", f"#application={scores.application}")
            whose = f"申报 {application.id} 除去回避的 {'、'.join(away)}，评审专家"
            whose_en = f"Without the recused, {application.id}"
            facts = (("minimum", str(plan.minimum_experts)), ("whose", whose), ("whose_en", whose_en))
            yield Diagnostic(EXPERTS_TOO_FEW, place, "评审专家", str(panel - len(away)), facts, clause=plan.clause)


def _panel_unread(model: Model, review: Review) -> bool:
    """Whether someone who scored is missing from the panel only because of a fault in the own record."""
    return any(mark.expert in model.unread for scores in review.scores for mark in scores.marks)


CRITERION_UNSCORED = error(
    "criterion-unscored",
    "专家 {expert} 没有给评审指标 {value} 打分，全部得分中共缺 {count} 处。",
    "请按评分表补上；确为零分的写 0。",
    "The expert {expert} gave no points for {value}; it is missing {count} times in all. Add them, 0 for none.",
)


def marks_by_criterion(model: Model) -> Iterator[Diagnostic]:
    """Each mark has points for all criteria of the plan; each criterion that lacks some is told once."""
    missing = defaultdict(list)
    for round_, plan, mark, place in _marks(model):
        criteria = {criterion.id for criterion in plan.criteria}
        # A criterion that the plan does not have is the missing one, misspelt: `review_references_exist` speaks of it.
        for name in criteria - mark.points.keys() if mark.points.keys() <= criteria else ():
            missing[round_.programme.id, name, plan.clause].append((place, mark.expert))
    for (_, criterion, clause), marks in sorted(missing.items(), key=lambda item: item[0]):
        place, expert = marks[0]
        facts = (("expert", expert), ("count", str(len(marks))))
        yield Diagnostic(CRITERION_UNSCORED, place, "各项得分", criterion, facts, clause=clause)


POINTS_ABOVE_CRITERION = error(
    "points-above-criterion",
    "专家 {expert} 给“{criterion}”打了 {value} 分，超过分值 {most} 分。",
    "请核对评分表。",
    "The expert {expert} gave {value} points; the criterion is worth {most}. Check the score sheet.",
)


def points_in_range(model: Model) -> Iterator[Diagnostic]:
    """No criterion gets more points than it is worth; that points are not negative is a matter of the record."""
    for _, plan, mark, place in _marks(model):
        ids = [criterion.id for criterion in plan.criteria]
        for criterion in plan.criteria:
            points = mark.points.get(criterion.id) if ids.count(criterion.id) == 1 else None
            if points is not None and points > criterion.points:
                at = Place(place.file, (*place.path, criterion.id))
                facts = (("expert", mark.expert), ("criterion", criterion.name), ("most", str(criterion.points)))
                yield Diagnostic(POINTS_ABOVE_CRITERION, at, "得分", str(points), facts, clause=plan.clause)


SOUND_SCORES: tuple[Callable[[Model], Iterator[Diagnostic]], ...] = (
    plan_stated,
    criteria_named_once,
    criteria_add_up,
    plan_leaves_totals,
    experts_score_once,
    every_expert_scores,
    nobody_recused_scores,
    panel_large_enough,
    enough_may_score,
    marks_by_criterion,
    points_in_range,
)
"""What must hold before a ranking means anything."""


def unsound(model: Model) -> frozenset[str]:
    """Ids of the rounds whose scores break a rule: what their ranking says is not told as well."""
    files = {diagnostic.place.file for rule in SOUND_SCORES for diagnostic in rule(model)}
    strangers = {name for name, r in model.rounds.items() if any(review_references_exist(r, model))}
    return frozenset(file.split("/")[2] for file in files) | strangers
