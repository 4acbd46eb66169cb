"""Rules between applications, scores and outcomes, on literal changes of the minimal round."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from workspace_factory import minimal_round, with_round

from gongshi.model.result import Outcome, OutcomeName
from gongshi.model.whole import Round
from gongshi.rules import applications, selection


def applied(**changes: dict[str, Any]) -> Round:
    """The minimal round with changes of applications, by the last part of their ids."""
    changed = tuple(a.model_copy(update=changes.get(a.id.partition("-")[2], {})) for a in minimal_round().applications)
    return replace(minimal_round(), applications=changed)


def decided(round_: Round, **outcomes: OutcomeName) -> Round:
    """The round with those outcomes in the place of its own."""
    assert round_.results is not None
    made = tuple(Outcome(application=f"2021-{name}", outcome=outcome) for name, outcome in outcomes.items())
    return replace(round_, results=round_.results.model_copy(update={"outcomes": made}))


def values(found: Iterator[Any]) -> list[tuple[str, str]]:
    """Code and value of each diagnostic."""
    return [(d.code, d.value) for d in found]


def test_a_second_application_of_a_county_is_told_only_where_it_is_forbidden() -> None:
    """The same two applications are a fault in a round that allows one for each county, and none in another."""
    twice = applied(qingxi={"division": "990102"})
    free = replace(twice, programme=twice.programme.model_copy(update={"one_application_per_county": False}))

    (found,) = applications.one_application_per_county(with_round(twice))

    assert found.place.path == ("applications", "#id=2021-qingxi", "division")
    assert dict(found.facts) == {"county": "湖滨区", "others": "2021-hubin、2021-qingxi"}
    assert values(applications.one_application_per_county(with_round(free))) == []


def test_each_application_after_the_first_is_told() -> None:
    """Three applications of one county are two too many."""
    thrice = applied(qingxi={"division": "990102"}, bailu={"division": "990102"})

    assert len(values(applications.one_application_per_county(with_round(thrice)))) == 2


@pytest.mark.parametrize(
    ("division", "day", "others"),
    [("990183", "2020-07-01", "白鹭区（990112）"), ("990112", "2020-06-30", "白鹭市（990183）")],
)
def test_a_division_out_of_its_time_is_told_with_its_successor(division: str, day: str, others: str) -> None:
    """The remedy names the division of the same stem that existed on the day."""
    late = applied(bailu={"division": division, "submitted_on": dt.date.fromisoformat(day)})

    (found,) = applications.division_valid_at_its_date(with_round(late))

    assert (found.code, found.value) == ("county-not-valid", division)
    assert dict(found.facts)["others"] == others
    assert dict(found.facts)["day"] == day


@pytest.mark.parametrize(("length", "told"), [(300, False), (301, True)])
def test_a_brief_may_have_300_characters(length: int, *, told: bool) -> None:
    """The limit itself is allowed; one character more is told with the count."""
    project = minimal_round().applications[0].projects[0].model_copy(update={"brief": "水" * length})

    found = list(applications.brief_within_limit(with_round(applied(hubin={"projects": (project,)}))))

    assert [dict(d.facts)["length"] for d in found] == (["301"] if told else [])


def test_the_limit_of_briefs_is_the_guides_own() -> None:
    """A guide that allows ten characters is obeyed."""
    round_ = minimal_round()
    guide = round_.scheme.guide.model_copy(update={"brief_limit": 10})
    strict = replace(round_, scheme=round_.scheme.model_copy(update={"guide": guide}))

    assert len(list(applications.brief_within_limit(with_round(strict)))) == 4


def test_pilots_take_no_place() -> None:
    """Only winners count against the quota."""
    pilots = decided(minimal_round(), hubin="selected", qingxi="pilot", bailu="selected", songling="pilot")

    assert values(selection.within_quota(with_round(pilots))) == []


def test_a_category_without_places_has_no_winners() -> None:
    """A winner of a category that has no quota this year is one too many."""
    round_ = minimal_round()
    quotas = tuple(quota for quota in round_.programme.quotas if quota.category != "river")
    none = replace(round_, programme=round_.programme.model_copy(update={"quotas": quotas}))

    assert values(selection.within_quota(with_round(none))) == [("quota-exceeded", "0")]


def test_equal_scores_break_no_rank() -> None:
    """A tie is for the panel to settle; only a higher score that was passed over is pointed out."""
    round_ = minimal_round()
    assert round_.review is not None
    scores = tuple(score.model_copy(update={"points": Decimal("88.88")}) for score in round_.review.scores)
    tie = replace(round_, review=round_.review.model_copy(update={"scores": scores}))

    assert values(selection.winners_by_rank(with_round(tie))) == []


def test_ranks_are_compared_within_a_category() -> None:
    """A winner of one category may have a lower score than a loser of another."""
    crossed = decided(minimal_round(), hubin="selected", qingxi="not_selected", bailu="not_selected", songling="pilot")

    assert values(selection.winners_by_rank(with_round(crossed))) == []


def test_before_the_review_nothing_is_missing() -> None:
    """A round without results and scores is not yet so far, and nothing is said of it."""
    early = replace(minimal_round(), review=None, results=None)

    assert values(selection.every_application_has_an_outcome(with_round(early))) == []
    assert values(selection.every_outcome_has_a_score(with_round(early))) == []
    assert values(selection.winners_by_rank(with_round(early))) == []


def test_outcomes_without_any_review_lack_their_scores() -> None:
    """Where there are outcomes but no reviews.yaml, every score is missing."""
    unscored = replace(minimal_round(), review=None)

    assert len(values(selection.every_outcome_has_a_score(with_round(unscored)))) == 4
