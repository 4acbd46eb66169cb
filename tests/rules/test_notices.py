"""No notice is dated before what it tells, each kind by the day that counts for it."""

from dataclasses import replace

import pytest
from round_changes import day, found_by
from round_factory import RECORDS, model_of, whole_round

from gongshi.model.kinds import KINDS
from gongshi.model.notice_facts import tells_nothing
from gongshi.model.round import Round
from gongshi.rules.notices import notices_after_what_they_tell

LAST = {
    "supplement": "2021-03-01",
    "minutes": "2021-04-15",
    "score-summary": "2021-04-15",
    "objection-reply": "2021-04-28",
    "funding": "2021-06-10",
    "evaluation": "2022-01-20",
    "reward": "2022-02-20",
    "revocation": "2022-03-01",
    "recheck": "2022-03-01",
}
"""The last of the days that each kind tells of in the whole round."""


def dated(kind: str, on: str) -> Round:
    """The whole round with the first notice of that kind alone, on that day."""
    notice = next(notice for notice in RECORDS if notice.kind == kind)
    return replace(whole_round(), notices=(notice.model_copy(update={"issued_on": day(on)}),))


def told(round_: Round) -> list[tuple[str, str]]:
    """Code and other day of whatever the rule says."""
    return [(d.code, dict(d.facts)["other_day"]) for d in found_by(notices_after_what_they_tell, model_of(round_))]


def test_every_kind_that_tells_something_is_tried() -> None:
    """The kinds whose column says that they tell something are those whose days are tried here."""
    assert {kind.name for kind in KINDS if kind.tells is not tells_nothing} == set(LAST)


@pytest.mark.parametrize("kind", LAST)
def test_a_notice_is_not_dated_before_what_it_tells(kind: str) -> None:
    """The day itself is in order, the day before is refused, and so is a day long before."""
    last = day(LAST[kind])
    before = last.replace(day=last.day - 1) if last.day > 1 else last.replace(month=last.month - 1, day=28)

    assert told(dated(kind, last.isoformat())) == []
    assert told(dated(kind, before.isoformat())) == [("date-order", LAST[kind])]
    assert told(dated(kind, "2020-12-01")) == [("date-order", LAST[kind])]


def test_all_notices_of_a_whole_round_are_in_order() -> None:
    """In a round that went its way nothing is told, whatever the kinds."""
    assert told(whole_round()) == []


def test_a_refusal_is_not_answered_before_the_objection_came() -> None:
    """An objection that was not accepted has no day of decision; the day on which it came counts."""
    reply = next(notice for notice in RECORDS if notice.objection == "y2")
    round_ = replace(whole_round(), notices=(reply.model_copy(update={"issued_on": day("2021-04-29")}),))

    assert told(round_) == [("date-order", "2021-04-30")]


def test_only_what_the_notice_is_about_counts() -> None:
    """Payments of another year and the cancelled title of another application do not hold a notice back."""
    funding = next(notice for notice in RECORDS if notice.kind == "funding")
    revocation = next(notice for notice in RECORDS if notice.kind == "revocation")
    of_others = (
        funding.model_copy(update={"year": 2020, "issued_on": day("2020-12-01")}),
        revocation.model_copy(update={"application": "2021-hubin", "issued_on": day("2020-12-01")}),
    )

    assert told(replace(whole_round(), notices=of_others)) == []
