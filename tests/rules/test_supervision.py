"""What follows the award: of winners, in its time, once, on its ground."""

from dataclasses import replace
from typing import Any

import pytest
from round_changes import asked, base, day, found_by, id_of, model_of, outcomes, results, supervised, told

from gongshi.model.notice import NoticeRecord
from gongshi.model.result import OutcomeName
from gongshi.model.round import Round
from gongshi.model.supervision import (
    Evaluation,
    LeadingGroup,
    Payment,
    Plaque,
    ProgressReport,
    Revocation,
    Reward,
    SiteMeeting,
    Supervision,
)
from gongshi.rules import supervision
from gongshi.rules.evaluations import (
    evaluations_graded,
    evaluations_of_all,
    evaluations_of_their_year,
    rewards_after_evaluation,
    rewards_earned,
)
from gongshi.rules.meetings import (
    leading_groups_of_their_round,
    leading_groups_set_up,
    site_meetings_held,
    site_meetings_of_their_year,
)


def records(name: str, on: str) -> dict[str, tuple[Any, ...]]:
    """One record of every kind about a county's application, on that day."""
    a, d = id_of(name), day(on)
    return {
        "payments": (Payment(id="z", application=a, payer="czt", year=2021, amount=1, decided_on=d),),
        "reports": (ProgressReport(application=a, due=f"{d:%Y-%m}", received_on=d),),
        "evaluations": (Evaluation(application=a, year=2021, evaluator="样例", grade="优秀", evaluated_on=d),),
        "rewards": (Reward(application=a, year=2021, amount=1, payer="czt", decided_on=d),),
        "plaques": (Plaque(application=a, given_on=d),),
        "leading_groups": (LeadingGroup(application=a, established_on=d),),
        "revocations": (Revocation(application=a, decided_on=d, reason="样例"),),
    }


KINDS = sorted(records("hubin", "06-01"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("outcome", "codes"),
    [("selected", []), ("pilot", ["not-a-winner"]), ("reserve", ["not-a-winner"]), ("not_selected", ["not-a-winner"])],
)
def test_only_winners_are_supervised(kind: str, outcome: OutcomeName, codes: list[str]) -> None:
    """Whatever is recorded of a pilot, of the reserve or of a loser is told."""
    round_ = results(base(), outcomes=outcomes(hubin="selected", qingxi=outcome))
    round_ = supervised(round_, **{kind: records("qingxi", "06-01")[kind]})

    assert [code for code, _ in told(supervision.supervised_are_winners, round_)] == codes


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "leading_groups"])
@pytest.mark.parametrize(("announced", "wrong"), [("05-31", False), ("06-01", False), ("06-02", True)])
def test_nothing_comes_before_the_announcement(kind: str, announced: str, *, wrong: bool) -> None:
    """Money, report, evaluation, reward, plaque and cancelled title are of the day of announcement or later."""
    round_ = results(base(), announced_on=day(announced))
    round_ = supervised(round_, **{kind: records("hubin", "06-01")[kind]})

    found = told(supervision.nothing_before_announcement, round_)

    assert found == ([("before-announcement", "2021-06-01")] if wrong else [])


@pytest.mark.parametrize(("continued", "wrong"), [(True, False), (None, False), (False, True)])
def test_no_reward_where_support_ended(continued: bool | None, *, wrong: bool) -> None:
    """An evaluation that ended the support earns nothing; one that leaves it open may."""
    made = records("hubin", "06-01")
    (evaluation,) = made["evaluations"]
    evaluations = (evaluation.model_copy(update={"continued": continued}),)
    round_ = supervised(base(), evaluations=evaluations, rewards=made["rewards"])

    assert bool(told(rewards_earned, round_)) == wrong


@pytest.mark.parametrize(("plaque", "wrong"), [(True, False), (False, True)])
def test_plaques_are_given_where_the_scheme_gives_them(plaque: bool, *, wrong: bool) -> None:
    """In another scheme one is pointed out."""
    round_ = supervised(asked(base(), plaque=plaque), plaques=records("hubin", "06-01")["plaques"])

    assert bool(told(supervision.plaques_of_the_scheme, round_)) == wrong


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, True),
        ({"application": "2021-hubin"}, False),
        ({"application": "2021-bailu"}, True),
        ({"year": 2021}, False),
        ({"year": 2020}, True),
        ({"application": "2021-hubin", "state": "draft"}, True),
    ],
)
def test_a_cancelled_title_has_its_notice(fields: dict[str, Any], *, wrong: bool) -> None:
    """Its own, or that of all cancelled in the year; a draft tells nobody."""
    record = {"id": "r", "kind": "revocation", "state": "approved", "issued_on": day("06-02"), **fields}
    notices = (NoticeRecord.model_validate(record),) if fields else ()
    round_ = replace(supervised(base(), revocations=records("hubin", "06-01")["revocations"]), notices=notices)

    assert bool(told(supervision.cancellations_published, round_)) == wrong


def test_a_missing_announcement_is_told_once() -> None:
    """However much is recorded of what follows it, the day that is missing is one problem."""
    round_ = supervised(results(base(), announced_on=None), **records("hubin", "06-01"))

    assert told(supervision.nothing_before_announcement, round_) == [("announcement-missing", "6")]


def test_what_is_dated_ahead_is_told_once() -> None:
    """A day after today is pointed out with the first such record; today's is in order."""
    round_ = supervised(base(), **records("hubin", "06-01"))

    assert told(supervision.nothing_recorded_ahead, round_, "05-31") == [("future-record", "2021-06-01")]
    assert told(supervision.nothing_recorded_ahead, round_, "06-01") == []


@pytest.mark.parametrize(("received", "value"), [("06-29", []), ("07-09", ["2021-07-09"])])
def test_a_report_that_comes_after_the_title_is_cancelled_is_told(received: str, value: list[str]) -> None:
    """What was owed before may come until the day of the decision, and not later."""
    cancelled = (Revocation(application=id_of("hubin"), decided_on=day("07-05"), reason="样例"),)
    report = ProgressReport(application=id_of("hubin"), due="2021-06", received_on=day(received))
    round_ = supervised(base(), revocations=cancelled, reports=(report,))

    assert [value for _, value in told(supervision.nothing_after_revocation, round_)] == value


@pytest.mark.parametrize(("formed", "wrong"), [("2021-02-28", True), ("2021-03-01", False)])
def test_a_leading_group_is_not_older_than_the_call(formed: str, *, wrong: bool) -> None:
    """A group of an earlier year is not the one that the round asks for."""
    round_ = supervised(base(), leading_groups=records("hubin", formed)["leading_groups"])

    assert bool(told(leading_groups_of_their_round, round_)) == wrong


@pytest.mark.parametrize("kind", ["payments", "evaluations", "rewards", "plaques", "leading_groups"])
@pytest.mark.parametrize(("revoked", "wrong"), [("05-31", True), ("06-01", False), ("06-02", False)])
def test_a_cancelled_title_brings_nothing_more(kind: str, revoked: str, *, wrong: bool) -> None:
    """What is dated after the day on which the title was cancelled is told."""
    cancelled = (Revocation(application=id_of("hubin"), decided_on=day(revoked), reason="样例"),)
    round_ = supervised(base(), revocations=cancelled, **{kind: records("hubin", "06-01")[kind]})

    assert [code for code, _ in told(supervision.nothing_after_revocation, round_)] == ["after-revocation"] * wrong


@pytest.mark.parametrize(("kind", "value"), [("reports", "2021-06"), ("evaluations", "2021"), ("rewards", "2021")])
def test_nothing_is_recorded_twice(kind: str, value: str) -> None:
    """Two reports for one month, evaluations or rewards for one year are told; two winners' are not."""
    mine, others = (records(name, "06-01")[kind] for name in ("hubin", "bailu"))

    assert told(supervision.recorded_once, supervised(base(), **{kind: mine + mine})) == [("recorded-twice", value)]
    assert told(supervision.recorded_once, supervised(base(), **{kind: mine + others})) == []


def evaluated(year: int = 2021, grade: str = "优秀", on: str = "2022-03-01") -> Round:
    """A round with one evaluation, of a scheme with two grades."""
    evaluation = Evaluation(application=id_of("hubin"), year=year, evaluator="样例", grade=grade, evaluated_on=day(on))
    return supervised(asked(base(), grades=("优秀", "合格")), evaluations=(evaluation,))


def test_grades_are_the_schemes() -> None:
    """A grade that the scheme does not name is told; a scheme without grades takes any."""
    assert told(evaluations_graded, evaluated(grade="合格")) == []
    assert told(evaluations_graded, evaluated(grade="甲等")) == [("grade-unknown", "甲等")]
    assert told(evaluations_graded, asked(evaluated(grade="甲等"), grades=())) == []


@pytest.mark.parametrize(("year", "wrong"), [(2020, True), (2021, False), (2022, False), (2023, True)])
def test_an_evaluation_is_of_a_year_since_the_announcement(year: int, *, wrong: bool) -> None:
    """Announced in 2021 and evaluated in 2022: it is of one of these years."""
    found = told(evaluations_of_their_year, evaluated(year))

    assert found == ([("evaluation-year", str(year))] if wrong else [])


@pytest.mark.parametrize(
    ("year", "decided", "wrong"), [(2021, "2022-03-01", False), (2021, "2022-02-28", True), (2022, "2022-04-01", True)]
)
def test_a_reward_rests_on_an_evaluation(year: int, decided: str, *, wrong: bool) -> None:
    """The evaluation is of the same year and not later than the reward."""
    reward = Reward(application=id_of("hubin"), year=year, amount=1, payer="czt", decided_on=day(decided))
    kept: Supervision = evaluated().supervision

    found = told(rewards_after_evaluation, supervised(base(), evaluations=kept.evaluations, rewards=(reward,)))

    assert found == ([("reward-unevaluated", str(year))] if wrong else [])


@pytest.mark.parametrize(
    ("today", "held", "missing"),
    [
        ("2022-12-31", (), []),
        ("2023-01-01", (), ["2022"]),
        ("2023-01-01", (2022,), []),
        ("2030-01-01", (), ["2022"]),
    ],
)
def test_each_whole_year_has_its_site_meeting(today: str, held: tuple[int, ...], missing: list[str]) -> None:
    """From the year after the announcement to the end of the plans, once the year is over."""
    meetings = tuple(SiteMeeting(year=year, held_on=day(f"{year}-05-20"), place="湖滨区") for year in held)
    round_ = supervised(base(), site_meetings=meetings)

    found = told(site_meetings_held, asked(round_, site_meeting=True), today)

    assert [value for _, value in found] == missing
    assert told(site_meetings_held, round_, today) == []


def test_a_site_meeting_counts_for_its_year() -> None:
    """A meeting of January does not make up for the year before."""
    meeting = SiteMeeting(year=2022, held_on=day("2023-01-10"), place="湖滨区")

    found = told(site_meetings_of_their_year, supervised(base(), site_meetings=(meeting,)))

    assert found == [("year-differs", "2023-01-10")]


def test_winners_without_a_leading_group_are_named_after_the_year() -> None:
    """Once the year of the announcement is over; who has one, or has lost the title, is not named."""
    group = LeadingGroup(application=id_of("hubin"), established_on=day("06-01"))
    cancelled = Revocation(application=id_of("bailu"), decided_on=day("12-01"), reason="样例")
    round_ = asked(supervised(base(), leading_groups=(group,), revocations=(cancelled,)), leading_group=True)

    assert told(leading_groups_set_up, round_, "12-31") == []
    assert told(leading_groups_set_up, round_, "2022-01-01") == [("leading-group-missing", "2021-songling")]


@pytest.mark.parametrize(
    ("judged", "revoked", "year", "lacking"),
    [
        (("hubin",), (), 2021, "白鹭区、松岭市"),
        (("hubin",), ("bailu",), 2021, "松岭市"),
        (("hubin", "bailu", "songling"), (), 2021, None),
        ((), (), 2021, None),
        (("hubin",), (), 2020, None),
    ],
)
def test_an_evaluation_notice_is_of_all_winners(
    judged: tuple[str, ...], revoked: tuple[str, ...], year: int, lacking: str | None
) -> None:
    """Winners under plan that keep their title and were not evaluated for the year of an approved notice are named."""
    one = {"evaluator": "样例", "grade": "样例", "evaluated_on": day("06-28"), "year": year}
    evaluations = tuple(Evaluation.model_validate({"application": id_of(name), **one}) for name in judged)
    revocations = tuple(Revocation(application=id_of(n), decided_on=day("06-30"), reason="样例") for n in revoked)
    record = {"id": "e", "kind": "evaluation", "state": "approved", "issued_on": day("06-29"), "year": year}
    for state, told_of in (("approved", lacking), ("draft", None)):
        notice = NoticeRecord.model_validate({**record, "state": state})
        round_ = replace(supervised(base(), evaluations=evaluations, revocations=revocations), notices=(notice,))
        found = found_by(evaluations_of_all, model_of(round_))
        assert [dict(d.facts)["winners"] for d in found] == ([told_of] if told_of else [])


def test_what_follows_a_cancelled_title_is_told_once_and_of_nobody_else() -> None:
    """A report for a later month that came later still is one problem; another winner's report is none."""
    cancelled = Revocation(application=id_of("bailu"), decided_on=day("06-01"), reason="样例")
    sent = tuple(
        ProgressReport(application=id_of(name), due="2021-06", received_on=day("06-28")) for name in ("hubin", "bailu")
    )
    round_ = supervised(base(), revocations=(cancelled,), reports=sent)

    assert told(supervision.nothing_after_revocation, round_) == [("after-revocation", "2021-06")]


def test_a_round_without_announcement_and_records_is_in_order() -> None:
    """As long as nothing follows, nobody asks for the day of the announcement."""
    round_ = supervised(results(base(), announced_on=None))

    assert told(supervision.nothing_before_announcement, round_) == []


@pytest.mark.parametrize(("year", "told_of"), [(2020, ["2020"]), (2021, []), (2022, ["2022"])])
def test_in_the_year_of_the_announcement_only_that_year_is_evaluated(year: int, told_of: list[str]) -> None:
    """An evaluation made in the year of the announcement is of that year."""
    judged = {"application": id_of("hubin"), "evaluator": "样例", "grade": "样例", "evaluated_on": day("12-28")}
    evaluation = Evaluation.model_validate({**judged, "year": year})

    found = told(evaluations_of_their_year, supervised(base(), evaluations=(evaluation,)))

    assert [value for _, value in found] == told_of
