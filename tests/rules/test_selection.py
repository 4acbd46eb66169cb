"""Rules between applications, scores and outcomes, on literal changes of the minimal round."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from round_changes import found_by
from workspace_factory import minimal_round, with_round

from gongshi.diagnostics import Diagnostic, Report
from gongshi.model.programme import Quota
from gongshi.model.result import Outcome, OutcomeName, Substitution
from gongshi.model.round import Round
from gongshi.rules import applications, selection
from gongshi.rules.check import check
from gongshi.rules.review import SOUND_SCORES
from gongshi.rules.table import RULES


def applied(**changes: dict[str, Any]) -> Round:
    """The minimal round with changes of applications, by the last part of their ids."""
    changed = tuple(a.model_copy(update=changes.get(a.id.partition("-")[2], {})) for a in minimal_round().applications)
    return replace(minimal_round(), applications=changed)


def decided(round_: Round, **outcomes: OutcomeName) -> Round:
    """The round with those outcomes in the place of its own."""
    assert round_.results is not None
    made = tuple(Outcome(application=f"2021-{name}", outcome=outcome) for name, outcome in outcomes.items())
    return replace(round_, results=round_.results.model_copy(update={"outcomes": made}))


def values(found: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """Code and value of each diagnostic."""
    return [(d.code, d.value) for d in found]


def test_a_second_application_of_a_county_is_told_only_where_it_is_forbidden() -> None:
    """The same two applications are a fault in a round that allows one for each county, and none in another."""
    twice = applied(qingxi={"division": "990102"})
    free = replace(twice, programme=twice.programme.model_copy(update={"one_application_per_county": False}))

    (found,) = found_by(applications.one_application_per_county, with_round(twice))

    assert found.place.path == ("applications", "#id=2021-qingxi", "division")
    assert dict(found.facts) == {"county": "湖滨区", "others": "2021-hubin、2021-qingxi"}
    assert values(found_by(applications.one_application_per_county, with_round(free))) == []


def test_each_application_after_the_first_is_told() -> None:
    """Three applications of one county are two too many."""
    thrice = applied(qingxi={"division": "990102"}, bailu={"division": "990102"})

    assert len(values(found_by(applications.one_application_per_county, with_round(thrice)))) == 2


@pytest.mark.parametrize(
    ("division", "day", "others"),
    [("990183", "2020-07-01", "白鹭区（990112）"), ("990112", "2020-06-30", "白鹭市（990183）")],
)
def test_a_division_out_of_its_time_is_told_with_its_successor(division: str, day: str, others: str) -> None:
    """The remedy names the division of the same stem that existed on the day."""
    late = applied(bailu={"division": division, "submitted_on": dt.date.fromisoformat(day)})

    (found,) = found_by(applications.division_valid_at_its_date, with_round(late))

    assert (found.code, found.value) == ("county-not-valid", division)
    assert dict(found.facts)["others"] == others
    assert dict(found.facts)["day"] == day


@pytest.mark.parametrize(("length", "told"), [(300, False), (301, True)])
def test_a_brief_may_have_300_characters(length: int, *, told: bool) -> None:
    """The limit itself is allowed; one character more is told with the count."""
    project = minimal_round().applications[0].projects[0].model_copy(update={"brief": "水" * length})

    found = list(found_by(applications.brief_within_limit, with_round(applied(hubin={"projects": (project,)}))))

    assert [dict(d.facts)["length"] for d in found] == (["301"] if told else [])


def test_the_limit_of_briefs_is_the_guides_own() -> None:
    """A guide that allows ten characters is obeyed."""
    round_ = minimal_round()
    guide = round_.scheme.guide.model_copy(update={"brief_limit": 10})
    strict = replace(round_, scheme=round_.scheme.model_copy(update={"guide": guide}))

    assert len(list(found_by(applications.brief_within_limit, with_round(strict)))) == 4


def test_pilots_take_no_place() -> None:
    """Only winners count against the quota."""
    pilots = decided(minimal_round(), hubin="selected", qingxi="pilot", bailu="selected", songling="pilot")

    assert values(found_by(selection.within_quota, with_round(pilots))) == []


def test_a_category_without_places_has_no_winners() -> None:
    """A winner of a category that has no quota this year is one too many."""
    round_ = minimal_round()
    quotas = tuple(quota for quota in round_.programme.quotas if quota.category != "river")
    none = replace(round_, programme=round_.programme.model_copy(update={"quotas": quotas}))

    assert values(found_by(selection.within_quota, with_round(none))) == [("quota-exceeded", "0")]


def tied(round_: Round, *names: str, places: int = 1) -> Round:
    """The round with all applications in one category of so many places, those named with the first one's marks."""
    assert round_.review is not None
    programme = round_.programme.model_copy(update={"quotas": (Quota(category="river", places=places),)})
    same = {f"2021-{name}" for name in names}
    marks = round_.review.scores[0].marks
    scores = tuple(s.model_copy(update={"marks": marks}) if s.application in same else s for s in round_.review.scores)
    in_one = tuple(a.model_copy(update={"category": "river"}) for a in round_.applications)
    review = round_.review.model_copy(update={"scores": scores})
    return replace(round_, programme=programme, applications=in_one, review=review)


def all_of(outcomes: str) -> dict[str, OutcomeName]:
    """Outcomes of hubin, bailu, songling, qingxi, the best first, by their initials."""
    names: dict[str, OutcomeName] = {"s": "selected", "r": "reserve", "p": "pilot", "n": "not_selected"}
    return dict(zip(("hubin", "bailu", "songling", "qingxi"), (names[o] for o in outcomes), strict=True))


@pytest.mark.parametrize(
    ("outcomes", "codes"),
    [
        ("ssrn", []),
        ("snnn", []),
        ("srrn", []),
        ("snsn", ["rank-broken"]),
        ("rsnn", ["rank-broken"]),
        ("psnn", ["rank-broken"]),
        ("snrn", ["reserve-broken"]),
        ("sprn", ["reserve-broken"]),
        ("snpn", []),
    ],
)
def test_outcomes_follow_the_ranks(outcomes: str, codes: list[str]) -> None:
    """Winners are the best, the reserve comes next; who of the others is a pilot is the panel's choice."""
    model = with_round(decided(tied(minimal_round(), places=2), **all_of(outcomes)))

    told = check(model, RULES.only(selection.winners_by_rank, selection.reserve_by_rank), Report()).diagnostics

    assert [d.code for d in told] == codes


@pytest.mark.parametrize(("reason", "codes"), [(None, ["rank-broken"]), ("申报单位撤回申报", [])])
def test_one_may_be_passed_over_for_a_recorded_reason(reason: str | None, codes: list[str]) -> None:
    """The best withdraws: with the reason on record the second may win, and without scores nothing is missing."""
    round_ = decided(tied(minimal_round(), places=2), **all_of("nssn"))
    assert round_.results is not None
    first, *others = round_.results.outcomes
    outcomes = (first.model_copy(update={"reason": reason}), *others)
    passed = replace(round_, results=round_.results.model_copy(update={"outcomes": outcomes}))
    assert passed.review is not None
    unscored = replace(passed, review=passed.review.model_copy(update={"scores": passed.review.scores[1:]}))

    assert [d.code for d in found_by(selection.winners_by_rank, with_round(passed))] == codes
    missing = [] if reason else [("score-missing", "2021-hubin")]
    assert values(found_by(selection.every_outcome_has_a_score, with_round(unscored))) == missing


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        ("ssnn", False),
        ("snnn", True),
        ("rrnn", False),
        ("srnn", True),
        ("nnnn", False),
        ("pnnn", False),
    ],
)
def test_a_tie_matters_where_outcomes_differ(outcomes: str, *, told: bool) -> None:
    """Two that no rule tells apart are both in, both waiting or both out."""
    round_ = decided(tied(minimal_round(), "bailu", places=2), **all_of(outcomes))

    assert [d.code for d in found_by(selection.ties_settled, with_round(round_))] == ["tie-unsettled"] * told
    assert values(found_by(selection.winners_by_rank, with_round(round_))) == []


@pytest.mark.parametrize(("places", "told"), [(0, False), (1, True), (2, False), (4, False)])
def test_before_the_outcomes_a_tie_matters_at_the_quota(places: int, *, told: bool) -> None:
    """Two at rank 1 are told if there is one place for them, before anybody writes down an outcome."""
    round_ = replace(tied(minimal_round(), "bailu", places=places), results=None)

    assert [d.code for d in found_by(selection.ties_settled, with_round(round_))] == ["tie-unsettled"] * told


def test_ranks_of_faulty_scores_are_not_judged() -> None:
    """Where a score breaks a rule that is told; what would follow for ranks is not told as well."""
    round_ = decided(tied(minimal_round(), "bailu", places=2), **all_of("snsn"))
    assert round_.programme.review is not None
    plan = round_.programme.review.model_copy(update={"minimum_experts": 5})
    faulty = with_round(replace(round_, programme=round_.programme.model_copy(update={"review": plan})))

    alone = RULES.only(selection.winners_by_rank, selection.ties_settled)
    after_others = RULES.only(*SOUND_SCORES, selection.winners_by_rank, selection.ties_settled)

    assert {d.code for d in check(faulty, alone, Report()).diagnostics} == {"rank-broken", "tie-unsettled"}
    assert {d.code for d in check(faulty, after_others, Report()).diagnostics} == {"experts-too-few"}


def test_ranks_are_not_judged_while_a_score_is_unread() -> None:
    """Where an application's scores have a fault of their own, the ranks of the others are not final."""
    model = with_round(decided(tied(minimal_round(), places=2), **all_of("nssn")))

    assert len(values(found_by(selection.winners_by_rank, model))) == 1
    assert values(found_by(selection.winners_by_rank, replace(model, unread=frozenset({"2021-qingxi"})))) == []


def test_whoever_steps_in_keeps_the_quota() -> None:
    """A substitution for one that had no place makes one winner too many."""
    round_ = decided(tied(minimal_round(), places=1), **all_of("srnn"))
    assert round_.results is not None
    ids = [o.application for o in round_.results.outcomes if o.outcome in {"reserve", "not_selected"}]
    steps_in = Substitution(falls_out=ids[-1], steps_in=ids[0], decided_on=dt.date(2021, 4, 30))
    later = replace(round_, results=round_.results.model_copy(update={"substitutions": (steps_in,)}))

    assert values(found_by(selection.within_quota, with_round(later))) == [("quota-exceeded", "1")]


def test_the_panels_list_keeps_the_quota_even_if_one_fell_out_later() -> None:
    """Two winners of one place are one too many, although a substitution left one."""
    round_ = decided(tied(minimal_round(), places=1), **all_of("ssnn"))
    assert round_.results is not None
    fell = Substitution(falls_out="2021-bailu", decided_on=dt.date(2021, 4, 30))
    later = replace(round_, results=round_.results.model_copy(update={"substitutions": (fell,)}))

    assert values(found_by(selection.within_quota, with_round(later))) == [("quota-exceeded", "1")]


def test_ranks_are_compared_within_a_category() -> None:
    """A winner of one category may have a lower score than a loser of another."""
    crossed = decided(minimal_round(), hubin="selected", qingxi="not_selected", bailu="not_selected", songling="pilot")

    assert values(found_by(selection.winners_by_rank, with_round(crossed))) == []


def test_before_the_review_nothing_is_missing() -> None:
    """A round without results and scores is not yet so far, and nothing is found of it."""
    early = replace(minimal_round(), review=None, results=None)

    assert values(found_by(selection.every_application_has_an_outcome, with_round(early))) == []
    assert values(found_by(selection.every_outcome_has_a_score, with_round(early))) == []
    assert values(found_by(selection.winners_by_rank, with_round(early))) == []


def test_outcomes_without_any_review_lack_their_scores() -> None:
    """Where there are outcomes but no reviews.yaml, every score is missing."""
    unscored = replace(minimal_round(), review=None)

    assert len(values(found_by(selection.every_outcome_has_a_score, with_round(unscored)))) == 4
