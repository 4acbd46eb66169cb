"""From points to ranks: dropping, rounding, ties, recusal, and what the order of the records must not change."""

import functools
import random
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from drawn import examples
from hypothesis import given
from hypothesis import strategies as st
from workspace_factory import minimal_round

from gongshi.model.programme import Criterion, Quota, ReviewPlan
from gongshi.model.ranking import RankedApplication, recusals
from gongshi.model.result import Outcome
from gongshi.model.review import Expert, Mark, Recusal, Review, Scores
from gongshi.model.round import Round
from gongshi.rules.selection import quota_line

Points = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Application → expert → points for plan, tasks, support."""
CRITERIA = ("plan", "tasks", "support")
MOST = (40, 35, 25)


@functools.cache
def _bare() -> Round:
    """The minimal round with one category for all, two places, and no results."""
    round_ = minimal_round()
    applications = tuple(a.model_copy(update={"category": "river"}) for a in round_.applications)
    programme = round_.programme.model_copy(update={"quotas": (Quota(category="river", places=2),)})
    return replace(round_, programme=programme, applications=applications, results=None)


def scored(points: Points, dropped: int = 0, decimals: int = 2, ties: tuple[str, ...] = ("plan", "tasks")) -> Round:
    """The round with those points by a plan of three criteria."""
    bare = _bare()
    plan = ReviewPlan(
        criteria=tuple(Criterion(id=i, name=i, points=most) for i, most in zip(CRITERIA, MOST, strict=True)),
        minimum_experts=2 * dropped + 1,
        dropped=dropped,
        decimals=decimals,
        ties=ties,
        clause="三",
    )
    names = sorted({expert for marks in points.values() for expert in marks})
    review = Review(
        held_on=bare.programme.schedule.apply_by,
        panel="样例专家组",
        experts=tuple(Expert(id=name, name=f"样例{name}", employer="样例大学") for name in names),
        scores=tuple(
            Scores(application=application, marks=tuple(_mark(expert, p) for expert, p in marks.items()))
            for application, marks in points.items()
        ),
    )
    return replace(bare, programme=bare.programme.model_copy(update={"review": plan}), review=review)


def _mark(expert: str, points: tuple[str, ...]) -> Mark:
    return Mark(expert=expert, points={i: Decimal(p) for i, p in zip(CRITERIA, points, strict=True)})


def ranked(round_: Round) -> tuple[RankedApplication, ...]:
    """The ranking of the only category that has applications."""
    return round_.ranking["river"]


def only(points: Mapping[str, tuple[str, ...]], dropped: int = 0, decimals: int = 2) -> RankedApplication:
    """What becomes of one application with those points."""
    (one,) = ranked(scored({"2021-hubin": points}, dropped, decimals))
    return one


ONE_HIGH_ONE_LOW = {"e1": ("30", "20", "10"), "e2": ("40", "35", "25"), "e3": ("31", "21", "11"), "e4": ("0", "0", "0")}


def test_the_highest_and_the_lowest_total_are_dropped() -> None:
    """Of 60, 100, 63 and 0 the 100 and the 0 do not count, and the mean of the rest is 61.5."""
    one = only(ONE_HIGH_ONE_LOW, dropped=1)

    assert [(t.expert, t.points, t.counts) for t in one.totals] == [
        ("e1", Decimal(60), True),
        ("e2", Decimal(100), False),
        ("e3", Decimal(63), True),
        ("e4", Decimal(0), False),
    ]
    assert one.score == Decimal("61.50")


def test_an_application_with_no_more_totals_than_are_dropped_is_not_ranked() -> None:
    """Two totals of which two are dropped leave nothing to take a mean of: no score is made up."""
    two = {expert: ONE_HIGH_ONE_LOW[expert] for expert in ("e1", "e2")}

    assert ranked(scored({"2021-hubin": two}, dropped=1)) == ()


@pytest.mark.parametrize(
    ("points", "decimals", "mean", "score"),
    [
        (("0.01", "0.02"), 2, "3/200", "0.02"),  # 0.015: half up, where rounding to even would give the same
        (("0.02", "0.03"), 2, "1/40", "0.03"),  # 0.025: rounding to even would give 0.02
        (("0.02", "0.02", "0.03"), 2, "7/300", "0.02"),
        (("1", "1", "2"), 4, "4/3", "1.3333"),
        (("1", "2", "2"), 4, "5/3", "1.6667"),
        (("2.4449", "2.4449"), 2, "24449/10000", "2.44"),  # once, not by way of 2.445
        (("1", "2"), 0, "3/2", "2"),
    ],
)
def test_a_mean_is_rounded_half_up_once(points: tuple[str, ...], decimals: int, mean: str, score: str) -> None:
    """The exact mean is kept; the score is its half-up rounding to the plan's decimals."""
    one = only({f"e{n}": (p, "0", "0") for n, p in enumerate(points)}, decimals=decimals)

    assert one.mean == Fraction(mean)
    assert str(one.score) == score


def test_equal_scores_are_told_apart_by_the_plans_criteria_in_their_order() -> None:
    """Three of 90 points: the best plan first, then of equal plans the best tasks."""
    round_ = scored(
        {
            "2021-bailu": {"e1": ("36", "30", "24")},
            "2021-hubin": {"e1": ("36", "31", "23")},
            "2021-qingxi": {"e1": ("37", "29", "24")},
        }
    )

    assert [(s.application, s.rank) for s in ranked(round_)] == [
        ("2021-qingxi", 1),
        ("2021-hubin", 2),
        ("2021-bailu", 3),
    ]


def test_applications_that_no_rule_tells_apart_share_a_rank() -> None:
    """After two at rank 1 comes rank 3; the two stand by id."""
    same = {"e1": ("36", "30", "24")}
    round_ = scored({"2021-qingxi": same, "2021-bailu": {"e1": ("36", "30", "23")}, "2021-hubin": same})

    assert [(s.application, s.rank) for s in ranked(round_)] == [
        ("2021-hubin", 1),
        ("2021-qingxi", 1),
        ("2021-bailu", 3),
    ]


def test_scores_that_differ_beyond_the_decimals_are_equal() -> None:
    """90.001 and 90.004 are both 90.00; the stated order of ties decides, not the third decimal."""
    round_ = scored({"2021-hubin": {"e1": ("36.004", "30", "24")}, "2021-qingxi": {"e1": ("36.001", "30", "24")}})
    by_support = scored(
        {"2021-hubin": {"e1": ("36.004", "30", "24")}, "2021-qingxi": {"e1": ("36", "30", "24.001")}}, ties=("support",)
    )

    assert [s.rank for s in ranked(round_)] == [1, 2]
    assert [s.application for s in ranked(by_support)] == ["2021-qingxi", "2021-hubin"]


def test_criteria_are_compared_over_all_who_scored() -> None:
    """Which of two equal totals is dropped is a matter of ids, so the comparison of ties drops nobody."""
    one = only({"e1": ("40", "20", "0"), "e2": ("30", "30", "0"), "e3": ("30", "20", "0")}, dropped=1)

    assert one.ties == (Fraction(100, 3), Fraction(70, 3))


@pytest.mark.parametrize(
    ("ties", "recorded", "reason"),
    [
        ({"divisions": ("990102",)}, False, "与申报地区有关联"),
        ({"firms": ("湖滨样例印染有限公司",)}, False, "与湖滨样例印染有限公司有关联"),
        ({}, True, "参与编制实施方案"),
        ({"divisions": ("990102",)}, True, "与申报地区有关联；参与编制实施方案"),
        ({"divisions": ("990121",), "firms": ("湖滨样例印染厂",)}, False, None),
    ],
)
def test_who_may_not_score(ties: dict[str, tuple[str, ...]], reason: str | None, *, recorded: bool) -> None:
    """An expert tied by division or firm, or recused on record, does not count; others' ties are no matter."""
    round_ = scored({"2021-hubin": {"e1": ("40", "35", "25"), "e2": ("30", "30", "20")}})
    assert round_.review is not None
    first, second = round_.review.experts
    recusals = (Recusal(expert="e1", application="2021-hubin", reason="参与编制实施方案"),) if recorded else ()
    changes = {"experts": (first.model_copy(update=ties), second), "recusals": recusals}
    tied = replace(round_, review=round_.review.model_copy(update=changes))
    (one,) = ranked(tied)

    assert tied.recused["2021-hubin"] == ({"e1": reason} if reason else {})
    assert one.recused == (("e1",) if reason else ())
    assert one.score == Decimal("80.00" if reason else "90.00")


def test_a_firm_is_known_by_both_ways_of_typing_its_brackets() -> None:
    """样例（湖滨）公司 with full-width brackets is 样例(湖滨)公司 with half-width ones."""
    round_ = scored({"2021-hubin": {"e1": ("40", "35", "25")}})
    assert round_.review is not None
    hubin = round_.application("2021-hubin")
    project = hubin.projects[0].model_copy(update={"firm": "样例（湖滨）公司"})
    expert = round_.review.experts[0].model_copy(update={"firms": ("样例(湖滨)公司",)})
    review = round_.review.model_copy(update={"experts": (expert,)})

    assert list(recusals(review, (hubin.model_copy(update={"projects": (project,)}),))["2021-hubin"]) == ["e1"]


def test_one_that_was_passed_over_takes_no_place() -> None:
    """With two places the line is after the second, or after the third if one above withdrew."""
    points = {a.id: {"e1": (str(n), "0", "0")} for n, a in enumerate(_bare().applications)}
    round_ = scored(points)
    best = ranked(round_)[0].application
    outcome = Outcome(application=best, outcome="not_selected", reason="申报单位撤回申报")
    results = minimal_round().results
    assert results is not None
    withdrawn = replace(round_, results=results.model_copy(update={"outcomes": (outcome,)}))

    assert quota_line(round_, "river", ranked(round_)) == 2
    assert quota_line(withdrawn, "river", ranked(withdrawn)) == 3
    assert quota_line(round_, "upland", ()) == 0


def test_without_a_plan_or_scores_there_is_no_ranking() -> None:
    """Before the review nothing is ranked, and a review without a plan is not guessed at."""
    round_ = scored({"2021-hubin": {"e1": ("40", "35", "25")}})

    assert replace(round_, review=None).ranking == {}
    assert replace(round_, programme=round_.programme.model_copy(update={"review": None})).ranking == {}


# Few different values, so that ties and equal totals are frequent.
_POINTS = st.tuples(*(st.sampled_from(("0", "9.5", "10", "10.25", "20")) for _ in CRITERIA))
_EXPERTS = tuple(f"e{n}" for n in range(1, 8))


@st.composite
def _rounds(draw: st.DrawFn) -> tuple[Points, int]:
    """Points of up to four applications by the same experts, and how many totals are dropped."""
    ids = draw(st.sets(st.sampled_from([a.id for a in _bare().applications]), min_size=1))
    dropped = draw(st.integers(0, 2))
    experts = _EXPERTS[: draw(st.integers(2 * dropped + 1, len(_EXPERTS)))]
    return {i: {expert: draw(_POINTS) for expert in experts} for i in sorted(ids)}, dropped


def by_application(points: Points, dropped: int) -> dict[str, RankedApplication]:
    """RankedApplications by application."""
    return {s.application: s for s in ranked(scored(points, dropped))}


@examples(310)
@given(_rounds(), st.randoms(use_true_random=False))
def test_ranking_does_not_depend_on_the_order_of_the_records(
    given_round: tuple[Points, int], shuffle: random.Random
) -> None:
    """Applications, experts, scores and marks in any order give the same standings, to the last digit."""
    points, dropped = given_round
    round_ = scored(points, dropped)
    assert round_.review is not None

    def mixed(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(shuffle.sample(items, len(items)))

    scores = tuple(s.model_copy(update={"marks": mixed(s.marks)}) for s in round_.review.scores)
    review = round_.review.model_copy(update={"scores": mixed(scores), "experts": mixed(round_.review.experts)})
    applications = tuple(shuffle.sample(round_.applications, len(round_.applications)))

    assert replace(round_, review=review, applications=applications).ranking == round_.ranking


@examples(240)
@given(_rounds(), st.randoms(use_true_random=False))
def test_ranking_does_not_depend_on_who_is_called_what(given_round: tuple[Points, int], shuffle: random.Random) -> None:
    """Other ids for the same experts give the same scores, ties and ranks."""
    points, dropped = given_round
    names = dict(zip(_EXPERTS, shuffle.sample(_EXPERTS, len(_EXPERTS)), strict=True))
    renamed = {i: {names[expert]: p for expert, p in marks.items()} for i, marks in points.items()}

    def merits(found: dict[str, RankedApplication]) -> dict[str, tuple[object, ...]]:
        return {i: (s.mean, s.score, s.ties, s.rank) for i, s in found.items()}

    assert merits(by_application(renamed, dropped)) == merits(by_application(points, dropped))


@examples(240)
@given(_rounds(), st.sampled_from(("0.01", "0.5", "3")), st.data())
def test_more_points_from_everybody_never_worsen_a_rank(
    given_round: tuple[Points, int], more: str, data: st.DataObject
) -> None:
    """The same addition to each criterion in all marks of one application leaves its rank or betters it."""
    points, dropped = given_round
    lucky = data.draw(st.sampled_from(sorted(points)))
    better = {
        i: {
            expert: tuple(str(Decimal(p) + Decimal(more)) if i == lucky else p for p in marks)
            for expert, marks in by_expert.items()
        }
        for i, by_expert in points.items()
    }
    before, after = by_application(points, dropped), by_application(better, dropped)

    assert after[lucky].rank <= before[lucky].rank
    assert after[lucky].mean == before[lucky].mean + 3 * Fraction(more)


@examples(240)
@given(_rounds())
def test_what_is_dropped_and_who_shares_a_rank(given_round: tuple[Points, int]) -> None:
    """As many highest as lowest totals are dropped; ranks are equal exactly where score and criteria are."""
    points, dropped = given_round
    found = ranked(scored(points, dropped))

    for one in found:
        totals = sorted(sum(map(Decimal, marks), Decimal()) for marks in points[one.application].values())
        kept = totals[dropped : len(totals) - dropped]
        assert sorted(t.points for t in one.totals if t.counts) == kept
        assert one.mean == sum(map(Fraction, kept), Fraction()) / len(kept)
        assert abs(Fraction(one.score) - one.mean) <= Fraction(1, 200)
        assert one.rank == 1 + sum((other.score, other.ties) > (one.score, one.ties) for other in found)
