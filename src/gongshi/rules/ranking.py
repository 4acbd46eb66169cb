"""From experts' points to a ranking: who may score, totals, mean, ties, order, quota line (评审排名)."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import floor

from gongshi.model.application import Application
from gongshi.model.programme import ReviewPlan
from gongshi.model.review import Mark
from gongshi.model.round import Round


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
    """Of the experts who may score it, in the order of their ids."""
    recused: tuple[str, ...]
    """Experts who may not score it (回避), in the order of the panel; a mark of theirs does not count."""
    mean: Fraction
    """Mean of the totals that count, exact."""
    score: Decimal
    """The mean, rounded half up to the plan's decimals."""
    ties: tuple[Fraction, ...]
    """Means of the criteria by which equal scores are told apart, in the plan's order, exact; nothing is dropped."""
    rank: int
    """From 1; equal for applications that no rule tells apart."""


def rank(round_: Round) -> dict[str, tuple[Standing, ...]]:
    """The standings of every category by its id, the best first; nothing without a plan or scores.

    Equal standings share a rank and stand in the order of their ids, whatever the order of the records. An application
    with no more totals than the plan drops has no standing.
    """
    plan, review = round_.programme.review, round_.review
    if plan is None or review is None:
        return {}
    marks = {scores.application: scores.marks for scores in review.scores}
    ranking = {}
    for category in round_.scheme.categories:
        scored = [
            _scored(plan, a.id, marks[a.id], tuple(recused(round_, a)))
            for a in round_.applications
            if a.category == category.id and a.id in marks
        ]
        ranking[category.id] = _ranked([standing for standing in scored if standing])
    return ranking


def recused(round_: Round, application: Application) -> dict[str, str]:
    """The experts who may not score an application, with the reason in Chinese, in the order of the panel.

    An expert is tied by the applicant's division, by a firm in its project table, or recused on record.
    """
    firms = {_plain(project.firm) for project in application.projects}
    found = {}
    for expert in round_.review.experts if round_.review else ():
        shared = [firm for firm in expert.firms if _plain(firm) in firms]
        recorded = [
            recusal.reason
            for recusal in (round_.review.recusals if round_.review else ())
            if (recusal.expert, recusal.application) == (expert.id, application.id)
        ]
        division = ["与申报地区有关联"] if application.division in expert.divisions else []
        if reasons := [*division, *(f"与{firm}有关联" for firm in shared), *recorded]:
            found[expert.id] = "；".join(reasons)
    return found


def passed_over(round_: Round) -> Mapping[str, str]:
    """Why an application was left out although its rank may be good (withdrawn, not eligible), by its id."""
    outcomes = round_.results.outcomes if round_.results else ()
    return {o.application: o.reason for o in outcomes if o.reason and o.outcome in {"pilot", "not_selected"}}


def quota_line(round_: Round, category_id: str, standings: Sequence[Standing]) -> int:
    """How many standings are above the line that the quota draws; one that was passed over takes no place."""
    left, out = round_.programme.places(category_id), passed_over(round_)
    for index, standing in enumerate(standings):
        if left == 0:
            return index
        left -= standing.application not in out
    return len(standings)


def _plain(firm: str) -> str:
    """A firm's name with full-width brackets, letters and figures made plain: both ways of typing name one firm."""
    return unicodedata.normalize("NFKC", firm)


def _scored(plan: ReviewPlan, application: str, marks: Sequence[Mark], away: tuple[str, ...]) -> Standing | None:
    counted = [mark for mark in marks if mark.expert not in away]
    sums = sorted((sum(mark.points.values(), Decimal()), mark.expert) for mark in counted)
    kept = {expert for _, expert in sums[plan.dropped : len(sums) - plan.dropped]}
    if not kept:
        return None
    totals = tuple(Total(expert, points, expert in kept) for points, expert in sorted(sums, key=lambda s: s[1]))
    mean = _mean([total.points for total in totals if total.counts])
    # Which of two equal totals is dropped must not matter, so criteria are compared over everyone who scored.
    ties = tuple(_mean([mark.points.get(criterion, Decimal()) for mark in counted]) for criterion in plan.ties)
    return Standing(application, totals, away, mean, _rounded(mean, plan.decimals), ties, 0)


def _mean(values: Sequence[Decimal]) -> Fraction:
    return sum(map(Fraction, values), Fraction()) / len(values)


def _rounded(mean: Fraction, decimals: int) -> Decimal:
    """Rounded half up, of the exact value: a mean is never rounded twice."""
    return Decimal(floor(mean * 10**decimals + Fraction(1, 2))).scaleb(-decimals)


def _ranked(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    def merit(standing: Standing) -> tuple[Decimal, tuple[Fraction, ...]]:
        return -standing.score, tuple(-tie for tie in standing.ties)

    ordered = sorted(standings, key=lambda s: (merit(s), s.application))
    ranked: list[Standing] = []
    for place, standing in enumerate(ordered, start=1):
        shared = ranked and merit(ranked[-1]) == merit(standing)
        ranked.append(replace(standing, rank=ranked[-1].rank if shared else place))
    return tuple(ranked)
