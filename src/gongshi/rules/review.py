"""Rules on the review: the plan, the panel, who scores what, and points by criterion."""

from collections import Counter
from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error
from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.programme import ReviewPlan
from gongshi.model.review import Mark, Scores
from gongshi.model.round import Round
from gongshi.rules.check import RoundRule
from gongshi.rules.references import review_references_exist

FULL_SCORE = 100
"""What the criteria of a round add up to."""


def _with_scores(r: Round) -> Iterator[tuple[ReviewPlan, Scores, Application]]:
    """Each application that was scored, where the programme states how."""
    for scores in r.review.scores if r.review else ():
        if r.programme.review and scores.application in r.applications_by_id:
            yield r.programme.review, scores, r.application(scores.application)


def _scores_by_expert(r: Round) -> Iterator[Mark]:
    """One expert's points for one application, of all experts and all applications."""
    return (mark for scores in (r.review.scores if r.review else ()) for mark in scores.marks)


REVIEW_PLAN_MISSING = error(
    "review-plan-missing",
    "已有评审得分，但申报没有写明评审办法。",
    "请在 programme.yaml 的 review 中补上评审指标、专家人数、计分和同分比较的办法。",
    "There are scores, but the programme states no review plan. Add it.",
)


def plan_stated(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Scores need a method that the programme states beforehand."""
    if r.review and r.review.scores and r.programme.review is None:
        yield model.at(r.programme).problem(REVIEW_PLAN_MISSING)


CRITERIA_SUM = error(
    "criteria-sum",
    "各评审指标的分值合计 {value} 分，应为 {full} 分。",
    "请核对各项分值。",
    "The points of all criteria add up to {value}; they must add up to {full}.",
)


def criteria_add_up(r: Round, model: Model) -> Iterator[Diagnostic]:
    """The points of all criteria add up to 100."""
    plan = r.programme.review
    total = sum(criterion.points for criterion in plan.criteria) if plan else FULL_SCORE
    if plan and total != FULL_SCORE:
        found = model.at(plan, "criteria").called("分值")
        yield found.problem(CRITERIA_SUM, value=total, clause=plan.clause, full=FULL_SCORE)


PLAN_DROPS_ALL = error(
    "plan-drops-all",
    "专家人数下限为 {value} 人，去掉最高分、最低分各 {dropped} 个后没有得分可以平均。",
    "请把专家人数下限改为至少 {least} 人，或减少去掉的个数。",
    "With {value} experts nothing is left after {dropped} highest and lowest are dropped; at least {least} needed.",
)


def plan_leaves_totals(r: Round, model: Model) -> Iterator[Diagnostic]:
    """The fewest experts are more than the totals that are dropped, so that a mean can be taken."""
    plan = r.programme.review
    if plan and plan.minimum_experts <= 2 * plan.dropped:
        facts = {"dropped": plan.dropped, "least": 2 * plan.dropped + 1}
        yield model.at(plan, "minimum_experts").problem(PLAN_DROPS_ALL, clause=plan.clause, **facts)


EXPERT_SCORED_TWICE = error(
    "expert-scored-twice",
    "专家 {value} 对申报 {application} 评了 {count} 次分。",
    "请核对评分表，每名专家只留一次；误写了专家编号的，请改正编号。",
    "The expert {value} scored {application} {count} times. Keep one, or correct the expert.",
)


def experts_score_once(r: Round, model: Model) -> Iterator[Diagnostic]:
    """No expert scores an application twice."""
    for plan, scores, application in _with_scores(r):
        times = Counter(mark.expert for mark in scores.marks)
        for mark in {mark.expert: mark for mark in scores.marks}.values():
            if (count := times[mark.expert]) > 1:
                facts = {"application": application.id, "count": count}
                yield model.at(mark, "expert").problem(EXPERT_SCORED_TWICE, clause=plan.clause, **facts)


EXPERT_SCORE_MISSING = error(
    "expert-score-missing",
    "申报 {application} 缺少专家 {value} 的评分。",
    "每名不回避的专家都应评分，请补上；应当回避的，请在 recusals 中写明理由。",
    "The experts {value} did not score {application}. Add their marks, or record why they are recused.",
)


def every_expert_scores(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Each expert scores each application that was scored, unless recused."""
    panel = [expert.id for expert in r.review.experts] if r.review else []
    for plan, scores, application in _with_scores(r):
        experts = {mark.expert for mark in scores.marks}
        missing = [each for each in panel if each not in experts and each not in r.recused[application.id]]
        # An expert who is unknown or scored twice is probably the missing one, and reported already.
        if missing and experts <= set(panel) and len(experts) == len(scores.marks):
            found, clause = model.at(scores, "marks"), plan.clause
            yield found.problem(
                EXPERT_SCORE_MISSING, value="、".join(missing), clause=clause, application=application.id
            )


RECUSED_SCORED = error(
    "recused-scored",
    "专家 {value} 应当回避申报 {application}（{reason}），不得评分。",
    "请删去这名专家对这项申报的评分；关联有误的，请改正。",
    "The expert {value} is tied to {application} or recused and must not score it. Take the mark out.",
)


def nobody_recused_scores(r: Round, model: Model) -> Iterator[Diagnostic]:
    """An expert tied to the applicant's division or to a firm of its projects, or recused on record, does not score."""
    for plan, scores, application in _with_scores(r):
        away = r.recused[application.id]
        for mark in {mark.expert: mark for mark in scores.marks if mark.expert in away}.values():
            facts = {"application": application.id, "reason": away[mark.expert]}
            yield model.at(mark, "expert").problem(RECUSED_SCORED, clause=plan.clause, **facts)


EXPERTS_TOO_FEW = error(
    "experts-too-few",
    "{whose}只有 {value} 人，不得少于 {minimum} 人。",
    "请增补专家并补评；人数有误的，请改正。",
    "{whose_en} has {value} experts; at least {minimum} are required. Add experts and their scores.",
)


def panel_large_enough(r: Round, model: Model) -> Iterator[Diagnostic]:
    """The panel has at least the plan's fewest experts."""
    plan, review = r.programme.review, r.review
    if plan is None or review is None or len(review.experts) >= plan.minimum_experts:
        return
    # An expert may be missing from the panel only because the record could not be read.
    if not any(mark.expert in model.unread for mark in _scores_by_expert(r)):
        facts = {"minimum": plan.minimum_experts, "whose": "评审专家", "whose_en": "The panel"}
        panel = len(review.experts)
        yield model.at(review, "experts").problem(EXPERTS_TOO_FEW, value=panel, clause=plan.clause, **facts)


def enough_may_score(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Where the panel is large enough, each application still has the plan's fewest experts after recusal."""
    panel = len(r.review.experts) if r.review else 0
    for plan, scores, application in _with_scores(r):
        away = r.recused[application.id]
        if panel >= plan.minimum_experts > panel - len(away):
            whose = f"申报 {application.id} 除去回避的 {'、'.join(away)}，评审专家"
            whose_en, found = f"Without the recused, {application.id}", model.at(scores).called("评审专家")
            facts = {"minimum": plan.minimum_experts, "whose": whose, "whose_en": whose_en}
            yield found.problem(EXPERTS_TOO_FEW, value=panel - len(away), clause=plan.clause, **facts)


CRITERION_UNSCORED = error(
    "criterion-unscored",
    "专家 {expert} 没有给评审指标 {value} 打分，全部得分中共缺 {count} 处。",
    "请按评分表补上；确为零分的写 0。",
    "The expert {expert} gave no points for {value}; it is missing {count} times in all. Add them, 0 for none.",
)


def marks_by_criterion(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Each expert gives points for every criterion of the plan; a criterion left out is reported once, with a count."""
    plan = r.programme.review
    criteria = {criterion.id for criterion in plan.criteria} if plan else set()
    missing: dict[str, list[Mark]] = {}
    for mark in _scores_by_expert(r):
        # A criterion that the plan does not have is probably the missing one, and reported already.
        for criterion in criteria - mark.points.keys() if mark.points.keys() <= criteria else ():
            missing.setdefault(criterion, []).append(mark)
    for criterion, marks in sorted(missing.items()):
        found, clause = model.at(marks[0], "points"), plan.clause if plan else ""
        facts = {"expert": marks[0].expert, "count": len(marks)}
        yield found.problem(CRITERION_UNSCORED, value=criterion, clause=clause, **facts)


POINTS_ABOVE_CRITERION = error(
    "points-above-criterion",
    "专家 {expert} 给“{criterion}”打了 {value} 分，超过分值 {most} 分。",
    "请核对评分表。",
    "The expert {expert} gave {value} points; the criterion is worth {most}. Check the score sheet.",
)


def points_in_range(r: Round, model: Model) -> Iterator[Diagnostic]:
    """No criterion gets more points than it is worth; negative points are refused when records are read."""
    plan = r.programme.review
    named = Counter(criterion.id for criterion in plan.criteria) if plan else Counter()
    # For a criterion that the plan names twice the points are unknown; that is reported already.
    criteria = [criterion for criterion in plan.criteria if named[criterion.id] == 1] if plan else []
    for mark in _scores_by_expert(r):
        for criterion in criteria:
            points = mark.points.get(criterion.id)
            if plan and points is not None and points > criterion.points:
                facts = {"expert": mark.expert, "criterion": criterion.name, "most": criterion.points}
                found = model.at(mark, "points", criterion.id).called("得分")
                yield found.problem(POINTS_ABOVE_CRITERION, clause=plan.clause, **facts)


SOUND_SCORES: tuple[RoundRule, ...] = (
    plan_stated,
    criteria_add_up,
    plan_leaves_totals,
    review_references_exist,
    experts_score_once,
    every_expert_scores,
    nobody_recused_scores,
    panel_large_enough,
    enough_may_score,
    marks_by_criterion,
    points_in_range,
)
"""Rules that must find nothing in a round before its ranking means anything."""


def is_sound(r: Round, model: Model) -> bool:
    """Whether the ranking of a round means anything."""
    return not any(True for rule in SOUND_SCORES for _ in rule(r, model))
