"""The board's stages: each row of the table, and the day by which its next step is due."""

import datetime as dt
from dataclasses import replace

import pytest
from workspace_factory import minimal_round

from gongshi.board.items import BLOCKS
from gongshi.board.stages import STAGES, stage_of
from gongshi.board.status import RoundStatus
from gongshi.model.base import Day
from gongshi.model.objection import Objection, ObjectionState
from gongshi.model.result import Substitution
from gongshi.model.round import Round
from gongshi.model.round_on import RoundOn
from gongshi.model.supervision import Evaluation, Payment, ProgressReport, Supervision
from gongshi.model.workspace import Reminders

WINNERS = ("2021-hubin", "2021-bailu", "2021-songling")
PAID = tuple(
    Payment(id=f"z-{name}", application=name, payer="czt", year=2021, amount=1, decided_on=Day(2021, 6, 10))
    for name in WINNERS
)
REPORTED = tuple(
    ProgressReport(application=name, due=due, received_on=Day.fromisoformat(f"{due}-20"))
    for name in WINNERS
    for due in ("2021-06", "2021-12", "2022-06", "2022-12")
)
EVALUATED = tuple(
    Evaluation(application=name, year=year, evaluator="样例机构", grade="合格", evaluated_on=Day(year + 1, 3, 1))
    for name in WINNERS
    for year in (2021, 2022)
)
"""All that follows the award for the minimal round's winners, whose plans end in 2022."""


def status(today: str, round_: Round | None = None) -> RoundStatus:
    """The minimal round, or another, on a day."""
    records = round_ or minimal_round()
    return RoundStatus(RoundOn(records, dt.date.fromisoformat(today), records.notices), Reminders())


def objected(state: ObjectionState) -> Round:
    """The minimal round, not announced, with its objection in another state."""
    round_ = minimal_round()
    assert round_.results
    objection = round_.objections[0].model_copy(update={"state": state})
    results = round_.results.model_copy(update={"announced_on": None})
    return replace(round_, objections=(objection,), results=results)


def paid(supervision: Supervision | None = None) -> Round:
    """The minimal round with all its winners paid and nothing else done, or with what is given."""
    return replace(minimal_round(), supervision=supervision or Supervision(payments=PAID))


@pytest.mark.parametrize(
    ("today", "stage", "due"),
    [
        ("2021-02-28", "upcoming", "2021-03-01"),
        ("2021-03-01", "open", "2021-03-31"),
        ("2021-03-31", "open", "2021-03-31"),
        ("2021-04-01", "reviewing", "2021-04-15"),
        ("2021-04-14", "reviewing", "2021-04-15"),
        ("2021-04-15", "listing", "2021-04-20"),
        ("2021-04-20", "in_publicity", "2021-04-27"),
        ("2021-04-27", "in_publicity", "2021-04-27"),
        ("2021-04-28", "objections", "2021-05-08"),
        ("2021-04-30", "to_announce", "2021-05-10"),
        ("2021-05-10", "announced", "2021-07-09"),
    ],
)
def test_a_round_passes_its_stages_on_its_days(today: str, stage: str, due: str) -> None:
    """The stage changes on the very day that the records name, and tells the next such day."""
    found = stage_of(status(today))
    day = found.due(status(today))

    assert (found.id, day and day.isoformat()) == (stage, due)


@pytest.mark.parametrize("state", ["received", "accepted", "investigating"])
def test_an_open_objection_keeps_the_list_from_being_announced(state: ObjectionState) -> None:
    """After the window an objection that stands is the stage."""
    assert stage_of(status("2021-04-28", objected(state))).id == "objections"


def test_an_upheld_objection_wants_another_list() -> None:
    """Upheld against one still on the list, it asks for a substitution, not for another decision."""
    assert stage_of(status("2021-04-30", objected("upheld"))).id == "relisting"


def test_who_steps_in_is_made_public_before_the_announcement() -> None:
    """A substitute in no window keeps the list from being announced, and the board names it."""
    round_ = objected("upheld")
    assert round_.results
    swap = Substitution(falls_out="2021-bailu", objection="y1", steps_in="2021-qingxi", decided_on=dt.date(2021, 4, 29))
    swapped = replace(round_, results=round_.results.model_copy(update={"substitutions": (swap,)}))

    found = status("2021-04-30", swapped)

    assert stage_of(found).id == "relisting"
    assert [(item.kind, item.applications) for kind in BLOCKS for item in kind(found) if item.applications] == [
        ("substitution", ("2021-qingxi",))
    ]


@pytest.mark.parametrize("state", ["rejected", "not_accepted", "withdrawn"])
def test_a_settled_objection_lets_the_list_pass(state: ObjectionState) -> None:
    """Objections that came to nothing leave the announcement as the next step, with no day on record."""
    found = status("2021-04-30", objected(state))

    assert stage_of(found).id == "to_announce"
    assert stage_of(found).due(found) is None


def test_an_objection_is_due_fifteen_days_after_it_came() -> None:
    """The next step of a round with a standing objection is due at the end of the office's term for it."""
    found = status("2021-04-28", objected("investigating"))

    assert stage_of(found).due(found) == Day(2021, 5, 8)


def test_an_objection_from_the_future_does_not_stand_yet() -> None:
    """What is dated after the board's day has not happened."""
    round_ = objected("received")
    later: Objection = round_.objections[0].model_copy(update={"received_on": Day(2021, 5, 1)})

    assert stage_of(status("2021-04-28", replace(round_, objections=(later,)))).id == "to_announce"


def test_a_window_still_to_come_is_waited_for() -> None:
    """After a substitution the round waits for the second window, and then is in publicity again."""
    round_ = objected("rejected")
    assert round_.results
    first = round_.results.publicities[0]
    days = {"published_on": Day(2021, 5, 6), "first_day": Day(2021, 5, 7), "last_day": Day(2021, 5, 13)}
    second = first.model_copy(update={"id": "second", **days})
    twice = replace(round_, results=round_.results.model_copy(update={"publicities": (first, second)}))

    waiting = status("2021-05-04", twice)
    assert (stage_of(waiting).id, stage_of(waiting).due(waiting)) == ("relisting", Day(2021, 5, 6))
    assert stage_of(status("2021-05-06", twice)).id == "in_publicity"
    assert stage_of(status("2021-05-14", twice)).id == "to_announce"


def test_a_paid_round_is_supervised_until_everything_is_there() -> None:
    """With every winner paid the next report is due; with all reports, evaluations and approvals the round is over."""
    unapproved = paid(Supervision(payments=PAID, reports=REPORTED, evaluations=EVALUATED))
    approval = next(notice for notice in unapproved.notices if notice.application == "2021-hubin")
    approvals = [approval.model_copy(update={"id": f"approval-{name}", "application": name}) for name in WINNERS]
    done = replace(unapproved, notices=(*unapproved.notices, *approvals))

    supervised = status("2021-07-01", paid())
    assert stage_of(supervised).id == "supervising"
    assert stage_of(supervised).due(supervised) == Day(2021, 12, 31)
    assert stage_of(status("2023-02-28", done)).id == "supervising"
    assert stage_of(status("2023-03-01", done)).id == "closed"
    assert stage_of(status("2023-03-01", unapproved)).id == "supervising"


def test_a_round_without_money_goes_on_to_supervision() -> None:
    """Where no category has an amount nothing waits for a payment."""
    round_ = minimal_round()
    categories = tuple(c.model_copy(update={"amount": None}) for c in round_.scheme.categories)
    scheme = round_.scheme.model_copy(update={"categories": categories})

    assert stage_of(status("2021-05-10", replace(round_, scheme=scheme))).id == "supervising"


def test_the_table_names_each_stage_once() -> None:
    """Ids and names of the stages are eleven, and none is used twice."""
    assert len({stage.id for stage in STAGES}) == len({stage.name for stage in STAGES}) == len(STAGES) == 11
