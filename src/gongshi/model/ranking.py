"""From experts' points to a ranking (评审排名): who may score, totals, mean, ties, order."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import floor

from gongshi.model.application import Application
from gongshi.model.programme import ReviewPlan
from gongshi.model.review import Mark, Review
from gongshi.model.scheme import Category

Recusals = Mapping[str, Mapping[str, str]]
"""By application id the experts who may not score it (回避), in the order of the panel, each with the reason."""


@dataclass(frozen=True)
class Total:
    """One expert's points for one application, added up."""

    expert: str
    points: Decimal
    counts: bool
    """False if it was dropped as one of the highest or lowest."""


@dataclass(frozen=True)
class RankedApplication:
    """An application with its score and its rank in its category."""

    application: str
    """Its id."""
    totals: tuple[Total, ...]
    """Of the experts who may score it, in the order of their ids."""
    recused: tuple[str, ...]
    """Experts who may not score it (回避), in the order of the panel; points of theirs do not count."""
    mean: Fraction
    """Mean of the totals that count, exact."""
    score: Decimal
    """The mean, rounded half up to the plan's decimals."""
    ties: tuple[Fraction, ...]
    """Exact means of the criteria that decide between equal scores, in the plan's order, over all experts' points."""
    rank: int
    """From 1; equal for applications with the same score and the same means."""


def rank(
    plan: ReviewPlan,
    review: Review,
    recused: Recusals,
    categories: Iterable[Category],
    applications: Iterable[Application],
) -> dict[str, tuple[RankedApplication, ...]]:
    """The applications of every category by its id, the best first.

    Those of equal rank are in the order of their ids, whatever the order of the records. An application with no more
    totals than the plan drops is not ranked.
    """
    marks = {scores.application: scores.marks for scores in review.scores}
    scored: dict[str, list[RankedApplication]] = {category.id: [] for category in categories}
    for application in applications:
        if application.category in scored and application.id in marks:
            found = _scored(plan, application.id, marks[application.id], tuple(recused[application.id]))
            scored[application.category] += [found] if found else []
    return {category: _ranked(found) for category, found in scored.items()}


def recusals(review: Review, applications: Iterable[Application]) -> Recusals:
    """The experts who may not score each application.

    An expert is tied by the applicant's division, by a firm in its project table, or recused on record.
    """
    recorded: dict[tuple[str, str], list[str]] = {}
    for recusal in review.recusals:
        recorded.setdefault((recusal.expert, recusal.application), []).append(recusal.reason)
    firms_of = {expert.id: {firm: _plain(firm) for firm in expert.firms} for expert in review.experts}
    found: dict[str, dict[str, str]] = {}
    for application in applications:
        firms = {_plain(project.firm) for project in application.projects}
        found[application.id] = {}
        for expert in review.experts:
            reasons = ["与申报地区有关联"] if application.division in expert.divisions else []
            reasons += [f"与{firm}有关联" for firm, plain in firms_of[expert.id].items() if plain in firms]
            reasons += recorded.get((expert.id, application.id), [])
            if reasons:
                found[application.id][expert.id] = "；".join(reasons)
    return found


def _plain(firm: str) -> str:
    """A firm's name with full-width brackets, letters and figures as half-width ones, for comparing names."""
    return unicodedata.normalize("NFKC", firm)


def _scored(
    plan: ReviewPlan, application: str, marks: Sequence[Mark], recused_experts: tuple[str, ...]
) -> RankedApplication | None:
    counted = [mark for mark in marks if mark.expert not in recused_experts]
    sums = sorted((sum(mark.points.values(), Decimal()), mark.expert) for mark in counted)
    kept = {expert for _, expert in sums[plan.dropped : len(sums) - plan.dropped]}
    if not kept:
        return None
    totals = tuple(Total(expert, points, expert in kept) for points, expert in sorted(sums, key=lambda s: s[1]))
    mean = _mean([total.points for total in totals if total.counts])
    # Which of two equal totals is dropped must not matter, so criteria are compared by the points of all experts.
    ties = tuple(_mean([mark.points.get(criterion, Decimal()) for mark in counted]) for criterion in plan.ties)
    return RankedApplication(application, totals, recused_experts, mean, _rounded(mean, plan.decimals), ties, 0)


def _mean(values: Sequence[Decimal]) -> Fraction:
    return sum(map(Fraction, values), Fraction()) / len(values)


def _rounded(mean: Fraction, decimals: int) -> Decimal:
    """The exact mean rounded half up, in one step."""
    return Decimal(floor(mean * 10**decimals + Fraction(1, 2))).scaleb(-decimals)


def _ranked(scored: Sequence[RankedApplication]) -> tuple[RankedApplication, ...]:
    def merit(one: RankedApplication) -> tuple[Decimal, tuple[Fraction, ...]]:
        return -one.score, tuple(-tie for tie in one.ties)

    ordered = sorted(scored, key=lambda one: (merit(one), one.application))
    ranked: list[RankedApplication] = []
    for position, one in enumerate(ordered, start=1):
        shared = ranked and merit(ranked[-1]) == merit(one)
        ranked.append(replace(one, rank=ranked[-1].rank if shared else position))
    return tuple(ranked)
