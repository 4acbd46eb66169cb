"""Internal documents of the review: minutes, score sheets, the summary of scores. They never leave the commission."""

from dataclasses import replace
from typing import Any

from gongshi.documents.composing import Composing
from gongshi.documents.notice import Attendance, Notice
from gongshi.documents.writer import Lacking
from gongshi.model.notice import NoticeRecord
from gongshi.model.review import Review
from gongshi.model.round import Round

SPACE = "\u3000"
_MANY = 3
"""Experts whose totals fit beside each other on an upright page."""


def compose_minutes(c: Composing) -> Notice:
    """评审会议纪要: who met, by which rules, what they proposed (GB/T 9704-2012, 10.3)."""
    review = _review(c.round)
    names = [expert.name + ("（组长）" if expert.id == review.chair else "") for expert in review.experts]
    made = c.notice(addressees=None, body=c.block("body", **_ranked(c), recusals=_recusals(c)))
    head = made.head and replace(made.head, organs=(f"{c.organs[0].name}专家评审会议纪要",))
    return replace(made, head=head, attendance=(Attendance("出席", SPACE.join(names)),))


def compose_score_sheet(c: Composing) -> Notice:
    """专家评分表: what one expert has to score, to be printed, filled in and signed."""
    review = _review(c.round)
    expert = next(expert for expert in review.experts if expert.id == c.record.expert)
    away = {application.id for application in c.round.applications if expert.id in c.round.recused[application.id]}
    groups = c.by_category(a for a in c.round.applications if a.id not in away)
    plan = c.round.programme.review
    body = c.block("body", plan=plan, expert=expert, groups=groups, recused=c.in_order(away))
    return _of_the_panel(c, c.notice(addressees=None, body=body))


def compose_score_summary(c: Composing) -> Notice:
    """得分汇总表: every expert's total, the score that counts, the rank."""
    more = _ranked(c)
    wide = len(_review(c.round).experts) > _MANY
    attachments = c.lists("scores", landscape=wide, **more)
    return _of_the_panel(c, c.notice(addressees=None, body=c.block("body", **more), attachments=attachments))


def _of_the_panel(c: Composing, made: Notice) -> Notice:
    """The notice, signed with the panel's name in place of the organs'."""
    return replace(made, signature=replace(made.signature, organs=(_review(c.round).panel,)))


def _ranked(c: Composing) -> dict[str, Any]:
    """Names for the template: the ranking by category, with every expert's total in the order of the experts."""
    review, ranking = _review(c.round), c.round.ranking
    decimals = max(
        (-int(t.points.as_tuple().exponent) for each in ranking.values() for s in each for t in s.totals), default=0
    )
    groups = []
    for category, ranked in ranking.items():
        rows = []
        for one in ranked:
            totals = {
                total.expert: {"points": f"{total.points:.{decimals}f}", "counts": total.counts} for total in one.totals
            }
            rows.append(
                {
                    "rank": one.rank,
                    "applicant": c.applicant(one.application),
                    "totals": [totals.get(expert.id) for expert in review.experts],
                    "score": one.score,
                    "outcome": _OUTCOMES.get(c.round.proposed.get(one.application, ""), ""),
                }
            )
        if rows:
            groups.append({"name": c.round.scheme.category(category).name, "rows": rows})
    number = sum(len(group["rows"]) for group in groups)
    return {
        "review": review,
        "plan": c.round.programme.review,
        "criteria": _criteria(c),
        "groups": groups,
        "number": number,
    }


_OUTCOMES = {"selected": "拟列入", "reserve": "候补", "pilot": "试点培育", "not_selected": "未列入"}


def _criteria(c: Composing) -> dict[str, str]:
    """Names of the criteria by id."""
    plan = c.round.programme.review
    return {criterion.id: criterion.name for criterion in plan.criteria} if plan else {}


def _recusals(c: Composing) -> list[dict[str, Any]]:
    """Experts with those they did not score."""
    review = _review(c.round)
    found = (
        (expert, c.in_order(a.id for a in c.round.applications if expert.id in c.round.recused[a.id]))
        for expert in review.experts
    )
    return [{"expert": expert, "applicants": applicants} for expert, applicants in found if applicants]


def _review(r: Round) -> Review:
    assert r.review is not None, "the kind lacks a review"  # noqa: S101 - lacks_experts has asked
    return r.review


def lacks_experts(r: Round, _record: NoticeRecord) -> Lacking:
    """What is missing if there is no review with experts, or no plan that says what they score."""
    if r.programme.review is None:
        return "评审办法", "a plan of the review"
    return None if r.review and r.review.experts else ("评审专家（reviews.yaml 的 experts）", "experts")


def lacks_scores(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing for a score sheet, or scores."""
    missing = lacks_experts(r, record)
    return missing or (None if any(r.ranking.values()) else ("评审得分（reviews.yaml 的 scores）", "scores"))


def lacks_proposal(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing for a summary of scores, or the panel's proposal."""
    return lacks_scores(r, record) or (None if r.proposed else ("评审结果（results.yaml 的 outcomes）", "outcomes"))
