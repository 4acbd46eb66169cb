"""Rules on the review: literal changes of the minimal round's plan, panel and scores."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from round_changes import found_by
from workspace_factory import ROUND, minimal_model, minimal_round, with_round

from gongshi.diagnostics import Diagnostic
from gongshi.model.model import Model
from gongshi.model.review import Expert, Mark, Recusal, Review
from gongshi.model.round import Round
from gongshi.rules import review as rules
from gongshi.rules.check import RoundRule
from gongshi.rules.references import review_references_exist

HUBIN = "2021-hubin"
AWAY = Recusal(expert="e1", application=HUBIN, reason="参与编制实施方案")


def reviewed(**changes: Any) -> Review:
    """The minimal round's review with those changes."""
    review = minimal_round().review
    assert review is not None
    return review.model_copy(update=changes)


def with_review(review: Review, **plan: Any) -> Model:
    """The minimal model with that review, and those changes of the plan."""
    round_ = minimal_round()
    assert round_.programme.review is not None
    changed = round_.programme.review.model_copy(update=plan)
    programme = round_.programme.model_copy(update={"review": changed})
    return with_round(replace(round_, programme=programme, review=review))


def with_marks(change: Callable[[tuple[Mark, ...]], tuple[Mark, ...]]) -> Review:
    """The minimal round's review with other marks of the first application."""
    first, *others = reviewed().scores
    return reviewed(scores=(first.model_copy(update={"marks": change(first.marks)}), *others))


def told(found: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """Code and value of each diagnostic."""
    return [(d.code, d.value) for d in found]


@pytest.mark.parametrize("rule", rules.SOUND_SCORES, ids=lambda rule: rule.__name__)
def test_a_sound_review_is_passed_in_silence(rule: RoundRule) -> None:
    """No rule on scores has anything to say of the minimal round, nor before there are any."""
    early = with_round(replace(minimal_round(), review=None))

    assert told(found_by(rule, minimal_model())) == told(found_by(rule, early)) == []


@pytest.mark.parametrize(
    ("minimum", "dropped", "code"),
    [
        (3, 1, []),
        (2, 1, ["plan-drops-all"]),
        (1, 0, []),
        (0, 0, ["plan-drops-all"]),
        (5, 2, []),
        (4, 2, ["plan-drops-all"]),
    ],
)
def test_something_must_be_left_after_dropping(minimum: int, dropped: int, code: list[str]) -> None:
    """The fewest experts are at least one more than twice the number that is dropped."""
    model = with_review(reviewed(), minimum_experts=minimum, dropped=dropped)

    assert [d.code for d in found_by(rules.plan_leaves_totals, model)] == code


@pytest.mark.parametrize(("minimum", "value"), [(2, []), (3, ["2"])])
def test_recusal_may_leave_too_few(minimum: int, value: list[str]) -> None:
    """Three experts without one are enough for a minimum of two, not of three."""
    model = with_review(reviewed(recusals=(AWAY,)), minimum_experts=minimum)

    assert [d.value for d in found_by(rules.enough_may_score, model)] == value
    assert told(found_by(rules.panel_large_enough, model)) == []


def test_a_small_panel_is_told_once_and_not_for_every_application() -> None:
    """A panel of three where five are required is one problem, whoever is recused."""
    model = with_review(reviewed(recusals=(AWAY,)), minimum_experts=5)

    assert told(found_by(rules.panel_large_enough, model)) == [("experts-too-few", "3")]
    assert told(found_by(rules.enough_may_score, model)) == []


def test_an_expert_whose_record_is_faulty_is_not_missed() -> None:
    """Where an expert could not be read, neither the panel's size nor the stranger is told as well."""
    two = reviewed(experts=reviewed().experts[:2])
    model = replace(with_review(two), unread=frozenset({"e3"}))

    assert told(found_by(rules.panel_large_enough, model)) == []
    assert told(found_by(review_references_exist, model)) == []


def test_a_stranger_is_told_once_however_much_was_scored() -> None:
    """An expert who is missing from the panel and scored four applications is one problem, at the first of them."""
    model = with_review(reviewed(experts=reviewed().experts[:2]), minimum_experts=2)
    (found,) = found_by(review_references_exist, model)

    assert (found.code, found.value) == ("unknown-reference", "e3")
    assert found.place.path == ("scores", f"#application={HUBIN}", "marks", 2, "expert")
    assert told(found_by(rules.every_expert_scores, model)) == []


def test_recusals_and_the_chair_name_experts() -> None:
    """A recusal of a stranger protects nobody, and a chair who is not on the panel chairs nothing."""
    model = with_review(reviewed(chair="e8", recusals=(AWAY.model_copy(update={"expert": "e9"}),)))

    assert sorted(d.value for d in found_by(review_references_exist, model)) == ["e8", "e9"]


def test_whoever_is_recused_need_not_score_and_must_not() -> None:
    """Without a mark a recused expert is not missed; with one the reason is told."""
    scored = with_review(reviewed(recusals=(AWAY,)))
    left_out = with_review(with_marks(lambda marks: marks[1:]).model_copy(update={"recusals": (AWAY,)}))

    assert (
        told(found_by(rules.every_expert_scores, left_out))
        == told(found_by(rules.nobody_recused_scores, left_out))
        == []
    )
    (found,) = found_by(rules.nobody_recused_scores, scored)
    assert found.value == "e1"
    assert dict(found.facts) == {"application": HUBIN, "reason": AWAY.reason}


def test_all_missing_experts_of_an_application_are_told_together() -> None:
    """One mark of three is one problem with two names."""
    model = with_review(with_marks(lambda marks: marks[:1]))

    assert told(found_by(rules.every_expert_scores, model)) == [("expert-score-missing", "e2、e3")]


def test_a_mark_written_twice_is_told_and_the_expert_it_should_name_is_not() -> None:
    """Two marks of e2 and none of e3: only the double is told."""
    model = with_review(with_marks(lambda marks: (*marks[:2], marks[1])))

    assert told(found_by(rules.experts_score_once, model)) == [("expert-scored-twice", "e2")]
    assert told(found_by(rules.every_expert_scores, model)) == []


@pytest.mark.parametrize(("points", "code"), [("40", []), ("40.01", ["points-above-criterion"]), ("0", [])])
def test_points_reach_up_to_the_criterions_worth(points: str, code: list[str]) -> None:
    """40 of 40 points may be given, 40.01 may not."""
    model = with_review(with_marks(lambda marks: (_with_points(marks[0], plan=points), *marks[1:])))

    assert [d.code for d in found_by(rules.points_in_range, model)] == code


def _with_points(mark: Mark, **points: str) -> Mark:
    return mark.model_copy(update={"points": dict(mark.points) | {i: Decimal(p) for i, p in points.items()}})


def test_a_criterion_that_all_marks_lack_is_told_once() -> None:
    """A criterion added after the review is one problem with a count, not twelve."""
    plan = minimal_round().programme.review
    assert plan is not None
    late = plan.criteria[0].model_copy(update={"id": "late", "name": "后加的指标"})
    (found,) = found_by(rules.marks_by_criterion, with_review(reviewed(), criteria=(*plan.criteria, late)))

    assert (found.code, found.value) == ("criterion-unscored", "late")
    assert dict(found.facts)["count"] == "12"


def test_a_criterion_taken_out_of_the_plan_is_told_once() -> None:
    """Points for a criterion that is no longer in the plan are one problem, at the first mark."""
    plan = minimal_round().programme.review
    assert plan is not None
    model = with_review(reviewed(), criteria=plan.criteria[:2])
    (found,) = found_by(review_references_exist, model)

    assert (found.code, found.value) == ("unknown-reference", "support")
    assert found_by(rules.marks_by_criterion, model) == ()


def test_a_ranking_means_something_only_where_no_rule_on_scores_is_broken() -> None:
    """A round whose criteria do not add up has no ranking to speak of; one in order has."""
    plan = minimal_round().programme.review
    assert plan is not None
    short = with_review(reviewed(), criteria=plan.criteria[:2])

    assert not rules.is_sound(short.rounds[ROUND], short)
    assert rules.is_sound(minimal_round(), minimal_model())


def test_a_tie_to_another_county_or_firm_is_no_matter() -> None:
    """Only the applicant's own division and the firms of its own projects recuse an expert."""
    expert = Expert(
        id="e1", name="样例专家甲", employer="样例大学甲", divisions=("990281",), firms=("松岭样例竹木有限公司",)
    )
    model = with_review(reviewed(experts=(expert, *reviewed().experts[1:])))

    assert [dict(d.facts)["application"] for d in found_by(rules.nobody_recused_scores, model)] == ["2021-songling"]


def round_without_plan() -> Round:
    """The minimal round whose programme states no review plan."""
    round_ = minimal_round()
    return replace(round_, programme=round_.programme.model_copy(update={"review": None}))


def test_scores_without_a_plan_are_one_problem() -> None:
    """Where the programme states no method the other rules on scores keep silent."""
    model = with_round(round_without_plan())

    assert [d.code for rule in rules.SOUND_SCORES for d in found_by(rule, model)] == ["review-plan-missing"]
