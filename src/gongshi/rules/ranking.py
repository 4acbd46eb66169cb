"""From experts' points to a ranking: totals, mean without the highest and lowest, ties, order (评审排名)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gongshi.model.programme import ReviewPlan
from gongshi.model.review import Mark
from gongshi.model.whole import Round


@dataclass(frozen=True)
class Total:
    """One expert's points for one application, added up."""

    expert: str
    points: Decimal
    counts: bool
    """False if it was dropped as one of the highest or lowest."""


@dataclass(frozen=True)
class Standing:
    """Where an application stands in its category."""

    application: str
    totals: tuple[Total, ...]
    score: Decimal
    """Mean of the totals that count, rounded half up to the plan's decimals."""
    ties: tuple[Decimal, ...]
    """Means of the criteria by which equal scores are told apart, in the plan's order, not rounded."""
    rank: int
    """From 1; equal for applications that no rule tells apart."""


def rank(round_: Round) -> dict[str, tuple[Standing, ...]]:
    """The standings of every category by its id, the best first; nothing without a plan or scores.

    Equal standings share a rank and stand in the order of their ids, whatever the order of the records.
    """
    plan, review = round_.programme.review, round_.review
    if plan is None or review is None:
        return {}
    marks = {scores.application: scores.marks for scores in review.scores if scores.marks}
    ranking = {}
    for category in round_.scheme.categories:
        ids = sorted(a.id for a in round_.applications if a.category == category.id and a.id in marks)
        ranking[category.id] = _ranked([_scored(plan, i, marks[i]) for i in ids])
    return ranking


def _scored(plan: ReviewPlan, application: str, marks: Sequence[Mark]) -> Standing:
    sums = sorted(((sum(mark.points.values(), Decimal()), mark.expert) for mark in marks))
    dropped = plan.dropped if len(sums) > 2 * plan.dropped else 0
    kept = {expert for _, expert in sums[dropped : len(sums) - dropped]}
    totals = tuple(Total(expert, points, expert in kept) for points, expert in sorted(sums, key=lambda s: s[1]))
    counted = [mark for mark in marks if mark.expert in kept]
    mean = sum((total.points for total in totals if total.counts), Decimal()) / len(kept)
    ties = tuple(sum((m.points.get(c, Decimal()) for m in counted), Decimal()) / len(counted) for c in plan.ties)
    return Standing(application, totals, mean.quantize(Decimal(1).scaleb(-plan.decimals), ROUND_HALF_UP), ties, 0)


def _ranked(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    ordered = sorted(standings, key=lambda s: (-s.score, tuple(-tie for tie in s.ties), s.application))
    ranked: list[Standing] = []
    for place, standing in enumerate(ordered, start=1):
        before = ranked[-1] if ranked else None
        same = before is not None and (before.score, before.ties) == (standing.score, standing.ties)
        at = before.rank if before and same else place
        ranked.append(Standing(standing.application, standing.totals, standing.score, standing.ties, at))
    return tuple(ranked)
