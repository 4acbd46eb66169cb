"""The gates before the announcement, on changes of the minimal round."""

from dataclasses import replace

import pytest
from round_changes import (
    base,
    day,
    found_by,
    id_of,
    model_of,
    objected,
    outcomes,
    results,
    substitution,
    supervised,
    told,
    upland,
    window,
)
from workspace_factory import minimal_model

from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import ObjectionState
from gongshi.model.round import Round
from gongshi.model.round_on import RoundOn
from gongshi.model.supervision import Revocation
from gongshi.rules import announcement, dates, notices, publicity


def substituted(published: str = "04-29", *names: str) -> Round:
    """A round in which qingxi steps in for songling and has a second window of its own."""
    second = window("04-30", "05-08", published, *(names or ("qingxi",)))
    of = outcomes(hubin="selected", qingxi="reserve", bailu="selected", songling="selected")
    round_ = upland(base())
    assert round_.results is not None
    return results(
        round_,
        outcomes=of,
        publicities=(*round_.results.publicities, second),
        substitutions=(substitution("songling", "04-29", "qingxi"),),
    )


def notice(id_: str, kind: str, issued: str, **fields: str) -> NoticeRecord:
    """An approved notice."""
    return NoticeRecord.model_validate(
        {"id": id_, "kind": kind, "state": "approved", "issued_on": day(issued)} | fields
    )


@pytest.mark.parametrize(("announced", "codes"), [("05-08", ["award-in-window"]), ("05-09", [])])
def test_the_award_waits_for_the_second_window(announced: str, codes: list[str]) -> None:
    """A later window must have ended as well as the first."""
    round_ = replace(results(substituted(), announced_on=day(announced)), notices=())

    assert [code for code, _ in told(announcement.award_after_window, round_)] == codes


@pytest.mark.parametrize(
    "kind",
    ["award", "pilots", "approval", "funding", "report-request", "evaluation", "reward", "revocation", "recheck"],
)
def test_no_notice_of_an_outcome_is_dated_in_a_window(kind: str) -> None:
    """Whatever kind tells an outcome or builds on one comes after the window."""
    round_ = replace(base(), notices=(notice("n", kind, "04-27"),))

    assert told(announcement.award_after_window, round_) == [("award-in-window", "2021-04-27")]


@pytest.mark.parametrize(("kind", "wrong"), [("funding", True), ("reward", True), ("second-publicity", False)])
def test_what_builds_on_the_results_follows_the_announcement(kind: str, *, wrong: bool) -> None:
    """Money is not noticed between the window and the announcement; a second 公示 belongs there."""
    round_ = replace(base(), notices=(notice("n", kind, "05-09"),))

    assert told(announcement.notices_after_announcement, round_) == ([("date-order", "2021-05-09")] if wrong else [])


def test_an_award_needs_the_second_publicity_too() -> None:
    """The 公布 is refused while the 公示 of the second window is missing, and passes once it is approved."""
    award = notice("award", "award", "05-10")
    first = notice("first", "publicity", "04-20")
    second = notice("again", "second-publicity", "04-29", publicity="second")
    lacking, complete = (replace(substituted(), notices=(first, award, *more)) for more in ((), (second,)))

    assert told(announcement.publicised_before_announced, lacking) == [("not-publicised", "approved")]
    assert told(announcement.publicised_before_announced, complete) == []


def withdrawn(concerns: str, issued: str, id_: str = "withdrawal") -> NoticeRecord:
    """An approved withdrawal."""
    return notice(id_, "withdrawal", issued, concerns=concerns, reason="名单有误")


@pytest.mark.parametrize(
    ("withdrawals", "codes"),
    [
        ([], []),
        ([("publicity", "05-08")], ["not-publicised"]),
        ([("publicity", "05-10")], ["not-publicised"]),
        ([("publicity", "05-11")], []),
        ([("award", "05-11")], []),
        ([("publicity", "05-08"), ("withdrawal0", "05-09")], []),
    ],
)
def test_a_withdrawn_publicity_opens_no_gate(withdrawals: list[tuple[str, str]], codes: list[str]) -> None:
    """What was withdrawn by the day of the 公布 was not made public; a withdrawal can be withdrawn itself."""
    gates = (notice("publicity", "publicity", "04-20"), notice("award", "award", "05-10"))
    more = (withdrawn(concerns, issued, f"withdrawal{n}") for n, (concerns, issued) in enumerate(withdrawals))
    found = told(announcement.publicised_before_announced, replace(base(), notices=(*gates, *more)))

    assert [code for code, _ in found] == codes


@pytest.mark.parametrize(
    ("state", "gone", "expected"),
    [
        ("approved", None, []),
        ("approved", "05-12", [("not-announced", "approved")]),
        ("approved", "05-21", []),
        ("draft", None, [("not-announced", "draft")]),
    ],
)
def test_what_follows_rests_on_a_standing_announcement(
    state: str, gone: str | None, expected: list[tuple[str, str]]
) -> None:
    """批复, money and a report request are refused at the 公布 that is a draft or withdrawn, as one problem."""
    kinds = ("approval", "funding", "report-request")
    following = [notice(kind, kind, "05-20") for kind in kinds]
    award = notice("award", "award", "05-10", state=state)
    issued = (award, *following, *([withdrawn("award", gone)] if gone else []))

    assert told(announcement.announced_before_followed_up, replace(base(), notices=issued)) == expected


def test_two_notices_tell_the_same_only_if_one_was_withdrawn() -> None:
    """Two funding notices of one year are refused; two supplements, or one in the place of a withdrawn one, are not."""
    first, second = (notice(id_, "funding", "05-20") for id_ in ("a", "b"))
    twice = replace(base(), notices=(first, second))
    again = replace(base(), notices=(first, withdrawn("a", "05-20"), second))
    supplements = replace(base(), notices=tuple(notice(id_, "supplement", "03-20") for id_ in ("a", "b")))

    assert told(notices.notices_issued_once, twice) == [("notice-repeated", "funding")]
    assert told(notices.notices_issued_once, again) == []
    assert told(notices.notices_issued_once, supplements) == []


@pytest.mark.parametrize(("decided", "codes"), [("04-19", ["publicised-fallen"]), ("04-20", []), ("04-29", [])])
def test_whoever_fell_out_before_is_not_publicised(decided: str, codes: list[str]) -> None:
    """The first window leaves out who had already fallen out when it was published."""
    round_ = results(base(), substitutions=(substitution("songling", decided),))

    assert [code for code, _ in told(publicity.windows_leave_out_the_fallen, round_)] == codes


@pytest.mark.parametrize(
    ("submitted", "issued", "reason", "told_"),
    [
        ("03-31", None, None, False),
        ("04-01", None, None, True),
        ("04-01", "03-30", "材料较多", False),
        ("04-01", "03-30", None, True),
        ("04-01", "04-11", "材料较多", True),
    ],
)
def test_an_extension_is_told_by_a_supplement(
    submitted: str, issued: str | None, reason: str | None, *, told_: bool
) -> None:
    """Who applies after the first deadline rests on a supplement with a reason that was issued by the new one."""
    first = base().applications[0].model_copy(update={"submitted_on": day(submitted)})
    schedule = base().programme.schedule.model_copy(update={"extended_to": day("04-10")})
    supplement = [notice("s", "supplement", issued).model_copy(update={"reason": reason})] if issued else []
    programme = base().programme.model_copy(update={"schedule": schedule})
    round_ = replace(base(), programme=programme, applications=(first,), notices=tuple(supplement))

    assert bool(told(dates.extension_announced, round_)) == told_


@pytest.mark.parametrize(("submitted", "wrong"), [("02-28", ["2021-02-28"]), ("03-01", [])])
def test_nobody_applies_before_the_call(submitted: str, wrong: list[str]) -> None:
    """A county's document may be older than the call, its submission is not."""
    first = base().applications[0]
    incoming = first.incoming.model_copy(update={"dated": day("02-01")})
    first = first.model_copy(update={"submitted_on": day(submitted), "incoming": incoming})

    found = told(dates.applications_in_time, replace(base(), applications=(first,)))

    assert found == [("date-order", value) for value in wrong]


def test_a_draft_may_bear_a_day_in_the_window() -> None:
    """What is prepared ahead is held against the window once it is approved."""
    draft = notice("n", "award", "04-27", state="draft")

    assert told(announcement.award_after_window, replace(base(), notices=(draft,))) == []


def test_a_second_publicity_bears_the_day_of_its_window() -> None:
    """The notice of a later window is dated the day on which that window was published."""
    for issued, codes in (("04-29", []), ("04-28", ["date-differs"])):
        round_ = replace(substituted(), notices=(notice("n", "second-publicity", issued, publicity="second"),))
        assert [code for code, _ in told(notices.notices_dated_as_recorded, round_)] == codes


@pytest.mark.parametrize(("names", "missing"), [(("qingxi",), []), (("bailu",), ["2021-qingxi"])])
def test_whoever_steps_in_is_publicised(names: tuple[str, ...], missing: list[str]) -> None:
    """The first window shows those proposed; who steps in needs a window that names it."""
    found = told(announcement.winners_publicised, substituted("04-29", *names))

    assert found == [("winner-unpublicised", value) for value in missing]


def test_before_the_announcement_a_window_may_be_to_come() -> None:
    """A substitution may be on record before its window is."""
    round_ = results(substituted("04-29", "bailu"), announced_on=None)

    assert told(announcement.winners_publicised, round_) == []


def test_an_announcement_without_any_window_is_refused() -> None:
    """Without publicity there is no winner."""
    assert len(told(announcement.winners_publicised, results(base(), publicities=()))) == 3


@pytest.mark.parametrize(("published", "wrong"), [("04-28", True), ("04-29", False), ("04-30", False)])
def test_a_second_window_follows_the_decision(published: str, *, wrong: bool) -> None:
    """Nobody is made public as stepping in before that was decided."""
    found = told(publicity.windows_follow_substitutions, substituted(published))

    assert found == ([("date-order", f"2021-{published}")] if wrong else [])


def test_a_pilot_is_not_publicised_as_proposed() -> None:
    """The list of a window holds those proposed and those that step in; a pilot or a loser is told."""
    round_ = results(base(), outcomes=outcomes(hubin="selected", qingxi="pilot", bailu="selected", songling="selected"))
    assert round_.results is not None
    round_ = results(round_, publicities=(window("04-21", "04-27", "04-20", "hubin", "qingxi", id_="first"),))

    assert told(publicity.windows_name_the_proposed, round_) == [("publicised-unproposed", "2021-qingxi")]
    assert told(publicity.windows_name_the_proposed, substituted()) == []


@pytest.mark.parametrize(
    ("state", "stands"),
    [
        ("received", True),
        ("accepted", True),
        ("investigating", True),
        ("not_accepted", False),
        ("upheld", False),
        ("partly_upheld", False),
        ("rejected", False),
        ("withdrawn", False),
    ],
)
def test_what_stands_blocks_the_announcement(state: ObjectionState, *, stands: bool) -> None:
    """Received, accepted and under investigation block; a decided, refused or withdrawn objection does not."""
    found = told(announcement.no_objection_stands, objected(base(), state=state))

    assert found == ([("objection-stands", "y1")] if stands else [])


@pytest.mark.parametrize(("kind", "blocked"), [("funding", True), ("approval", True), ("objection-reply", False)])
def test_what_stands_blocks_money_and_approvals(kind: str, *, blocked: bool) -> None:
    """An approved funding notice or 批复 is refused, even if no day of announcement is on record; a reply is not."""
    round_ = objected(results(base(), announced_on=None), state="received")
    round_ = replace(round_, notices=(notice("n", kind, "05-20"),))

    assert bool(told(announcement.no_objection_stands, round_)) == blocked


@pytest.mark.parametrize(("target", "revoked", "over"), [(2, False, False), (1, False, True), (1, True, False)])
def test_cancelled_titles_leave_room_in_the_target(target: int, *, revoked: bool, over: bool) -> None:
    """Two winners exceed a target of one, unless one of them has lost its title."""
    round_ = base()
    categories = tuple(c.model_copy(update={"target": target}) for c in round_.scheme.categories)
    round_ = replace(round_, scheme=round_.scheme.model_copy(update={"categories": categories}))
    cancelled = Revocation(application=id_of("bailu"), decided_on=day("06-20"), reason="样例")
    round_ = supervised(round_, revocations=(cancelled,) if revoked else ())

    assert told(announcement.within_target, round_) == ([("target-exceeded", "1")] if over else [])


def test_the_target_is_counted_over_all_rounds() -> None:
    """Two rounds with two winners each exceed a target of three; the later round is to blame."""
    first = base()
    categories = tuple(c.model_copy(update={"target": 3}) for c in first.scheme.categories)
    first = replace(first, scheme=first.scheme.model_copy(update={"categories": categories}))
    programme = first.programme.model_copy(update={"id": "2022-water-parks", "year": 2022})
    later = replace(results(first), programme=programme)
    model = replace(minimal_model(), schemes={first.scheme.id: first.scheme}, rounds={"b": later, "a": first})

    (found,) = announcement.within_target(model)

    assert found.place.file == "content/programmes/2022-water-parks/results.yaml"
    assert found.place.path == ("outcomes", "#application=2021-songling", "outcome")
    assert dict(found.facts)["count"] == "4"


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ((), ["approval-hubin"]),
        ((("second", "award", "06-02", {}),), []),
        ((("late", "funding", "06-02", {"year": 2021}),), ["approval-hubin"]),
        ((("early", "funding", "05-20", {"year": 2021}),), ["approval-hubin、early"]),
        ((("again", "withdrawal", "06-03", {"concerns": "approval-hubin", "reason": "样例"}),), []),
        ((("again", "withdrawal", "06-03", {"concerns": "withdrawal", "reason": "样例"}),), []),
        ((("early", "funding", "05-20", {"year": 2021, "state": "draft"}),), ["approval-hubin"]),
    ],
)
def test_a_withdrawn_announcement_leaves_nothing_untold(
    more: tuple[tuple[str, str, str, dict[str, object]], ...], left: list[str]
) -> None:
    """What was issued while the 公布 stood and outlives its withdrawal is named, unless another 公布 took its place."""
    added = (
        NoticeRecord.model_validate({"id": i, "kind": k, "state": "approved", "issued_on": day(d)} | f)
        for i, k, d, f in more
    )
    round_ = replace(base(), notices=(*base().notices, withdrawn("award", "06-01"), *added))

    said = found_by(announcement.nothing_left_by_withdrawal, model_of(round_))

    assert [dict(d.facts)["notices"] for d in said] == left


def test_only_a_withdrawal_takes_a_notice_back() -> None:
    """A correction concerns a notice too, and leaves it standing; a withdrawal counts from its day on."""
    corrected = notice("c", "correction", "06-01", concerns="award")
    issued = (*base().notices, corrected, withdrawn("publicity", "06-02"))

    stand = {
        n: {"award", "publicity"} & {one.id for one in RoundOn(base(), day(n), issued).in_force}
        for n in ("06-01", "06-02")
    }

    assert stand == {"06-01": {"award", "publicity"}, "06-02": {"award"}}
