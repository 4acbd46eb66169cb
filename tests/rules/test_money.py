"""Payments held against amount, payer and purpose."""

from dataclasses import replace
from typing import Any

import pytest
from round_changes import base, day, id_of, model_of, supervised, told

from gongshi.diagnostics import Report
from gongshi.model.round import Round
from gongshi.model.supervision import Evaluation, Payment, PaymentLine, Revocation, Reward
from gongshi.rules import money
from gongshi.rules.check import check
from gongshi.rules.table import RULES

PROJECT = "印染废水循环利用"


def payment(name: str = "hubin", amount: int = 2000000, payer: str = "czt", id_: str = "z1", **more: Any) -> Payment:
    """A payment to a county's application."""
    days = {"year": 2021, "decided_on": day("06-10")}
    return Payment.model_validate(
        {"id": id_, "application": id_of(name), "payer": payer, "amount": amount, **days, **more}
    )


def line(amount: int = 1000000, task: str | None = "reuse", project: str | None = PROJECT) -> PaymentLine:
    """A line of a payment."""
    return PaymentLine(use="样例用途", task=task, project=project, amount=amount)


@pytest.mark.parametrize(
    ("amounts", "over"),
    [((2000000,), []), ((2000001,), ["2000001"]), ((1000000, 1000000), []), ((1000000, 1500000, 1), ["1500000"])],
)
def test_a_winner_is_paid_no_more_than_its_amount_in_all(amounts: tuple[int, ...], over: list[str]) -> None:
    """The payment with which the sum passes the category's amount is told, once."""
    paid = tuple(payment(amount=amount, id_=f"z{number}") for number, amount in enumerate(amounts))

    found = told(money.payments_within_amount, supervised(base(), payments=paid))

    assert found == [("payment-above-amount", value) for value in over]


@pytest.mark.parametrize(
    ("years", "first", "told_of"),
    [
        (2, None, ["2020", "2023"]),
        (1, None, ["2020", "2022", "2023"]),
        (2, 2022, ["2020", "2021"]),
        (None, None, []),
        (None, 2022, []),
    ],
)
def test_money_comes_from_the_years_that_the_scheme_names(
    years: int | None, first: int | None, told_of: list[str]
) -> None:
    """The years run from the scheme's first or from the funding's own; without a number of years any will do."""
    paid = tuple(payment(amount=1, id_=f"z{year}", year=year) for year in range(2020, 2024))
    round_ = supervised(base(), payments=paid)
    funding = round_.scheme.funding.model_copy(update={"years": years, "first_year": first})
    round_ = replace(round_, scheme=round_.scheme.model_copy(update={"funding": funding}))

    assert told(money.payments_within_years, round_) == [("payment-beyond-years", year) for year in told_of]


def test_a_category_without_money_is_paid_nothing() -> None:
    """Where other categories of the scheme have an amount, one without has no money."""
    round_ = supervised(base(), payments=(payment(amount=1),))
    unpaid = tuple(c.model_copy(update={"amount": None} if c.id == "river" else {}) for c in round_.scheme.categories)
    round_ = replace(round_, scheme=round_.scheme.model_copy(update={"categories": unpaid}))

    assert told(money.payments_within_amount, round_) == [("payment-above-amount", "1")]


def test_without_a_stated_amount_any_payment_passes() -> None:
    """Where the scheme names no amount there is nothing to hold a payment against; an amount of nothing is one."""
    for amount, codes in ((None, 0), (0, 1)):
        round_ = supervised(base(), payments=(payment(),))
        categories = tuple(c.model_copy(update={"amount": amount}) for c in round_.scheme.categories)
        round_ = replace(round_, scheme=round_.scheme.model_copy(update={"categories": categories}))

        assert len(told(money.payments_within_amount, round_)) == codes


@pytest.mark.parametrize(
    ("name", "payer", "right"),
    [("hubin", "czt", ""), ("hubin", "xlczj", "czt"), ("songling", "xlczj", ""), ("songling", "czt", "xlczj")],
)
def test_a_city_that_pays_its_own_winners_pays_them(name: str, payer: str, right: str) -> None:
    """Payments and rewards come from the scheme's payer, and from the city's own where the scheme says so."""
    reward = Reward(application=id_of(name), year=2021, amount=1, payer=payer, decided_on=day("06-20"))
    round_ = supervised(base(), payments=(payment(name, payer=payer),), rewards=(reward,))

    assert told(money.paid_by_the_right_payer, round_) == ([("payer-wrong", payer)] * 2 if right else [])


@pytest.mark.parametrize("earmarked", [True, False])
@pytest.mark.parametrize(
    ("amounts", "code"),
    [
        ((), "lines-below-payment"),
        ((1000000, 999999), "lines-below-payment"),
        ((1000000, 1000000), ""),
        ((1000000, 1000001), "lines-above-payment"),
    ],
)
def test_lines_add_up_to_the_payment(amounts: tuple[int, ...], code: str, *, earmarked: bool) -> None:
    """Part of a payment may stay without a line where the money is not earmarked, but no line goes beyond it."""
    round_ = supervised(base(), payments=(payment(lines=tuple(line(amount) for amount in amounts)),))
    funding = round_.scheme.funding.model_copy(update={"earmarked": earmarked})
    round_ = replace(round_, scheme=round_.scheme.model_copy(update={"funding": funding}))
    wrong = code and (earmarked or code == "lines-above-payment")

    assert [found for found, _ in told(money.lines_within_payment, round_)] == ([code] if wrong else [])


@pytest.mark.parametrize(("year", "wrong"), [(2020, True), (2021, False), (2022, False), (2023, True)])
def test_money_is_of_the_budget_of_its_year_or_the_next(year: int, *, wrong: bool) -> None:
    """Next year's budget may be paid ahead, last year's is closed."""
    round_ = supervised(base(), payments=(payment(year=year),))
    funding = round_.scheme.funding.model_copy(update={"years": None})
    round_ = replace(round_, scheme=round_.scheme.model_copy(update={"funding": funding}))

    assert bool(told(money.payments_of_their_year, round_)) == wrong


@pytest.mark.parametrize(("task", "wrong"), [("reuse", False), ("offices", True), (None, False)])
def test_money_keeps_off_excluded_tasks(task: str | None, *, wrong: bool) -> None:
    """A line for a task that the province does not fund is told with the task's clause."""
    round_ = supervised(base(), payments=(payment(lines=(line(task=task),)),))

    assert told(money.no_excluded_use, round_) == ([("use-excluded", "offices")] if wrong else [])


def earmarking(round_: Round, *, earmarked: bool) -> Round:
    """The round of a scheme whose money is earmarked or not."""
    funding = round_.scheme.funding.model_copy(update={"earmarked": earmarked})
    return replace(round_, scheme=round_.scheme.model_copy(update={"funding": funding}))


@pytest.mark.parametrize(
    ("project", "earmarked", "wrong"),
    [
        (PROJECT, True, False),
        ("白水封闭循环", True, True),
        (None, True, True),
        (None, False, False),
        ("白水封闭循环", False, False),
    ],
)
def test_earmarked_money_goes_to_the_winners_own_projects(project: str | None, *, earmarked: bool, wrong: bool) -> None:
    """Another applicant's project will not do, nor none at all; money that is not earmarked may go anywhere."""
    round_ = supervised(base(), payments=(payment(lines=(line(project=project),)),))

    found = told(money.earmarked_for_projects, earmarking(round_, earmarked=earmarked))

    assert [code for code, _ in found] == (["not-earmarked"] if wrong else [])


@pytest.mark.parametrize(
    ("amounts", "codes"),
    [
        ((200,), ["payment-in-wan"]),
        ((100, 100), ["payment-in-wan"]),
        ((200, 2000000 - 200), []),
        ((2000000,), []),
        ((1999999,), ["payment-below-amount"]),
        ((1000000, 999999), ["payment-below-amount"]),
        ((20,), ["payment-below-amount"]),
    ],
)
def test_too_little_is_told_once_the_budget_year_is_over(amounts: tuple[int, ...], codes: list[str]) -> None:
    """What fits in 万元 was written in the wrong unit; any other sum below the amount waits until no more comes."""
    paid = tuple(payment(amount=amount, id_=f"z{number}") for number, amount in enumerate(amounts))
    round_ = supervised(base(), payments=paid)

    both = RULES.only(money.payments_in_yuan, money.payments_in_full)
    now, later = (
        [found.code for found in check(model_of(round_, today), both, Report()).diagnostics]
        for today in ("12-31", "2022-01-01")
    )

    assert later == codes
    assert now == [code for code in codes if code == "payment-in-wan"]


def test_money_of_the_next_budget_year_is_waited_for() -> None:
    """The year of the last payment decides, wherever in the record it stands."""
    paid = (payment(amount=1, year=2022), payment(amount=1, id_="z2"))

    assert told(money.payments_in_full, supervised(base(), payments=paid), "2022-12-31") == []
    assert told(money.payments_in_full, supervised(base(), payments=paid), "2023-01-01") == [
        ("payment-below-amount", "1")
    ]


def test_who_lost_its_title_or_its_support_is_owed_nothing_more() -> None:
    """A cancelled title and an evaluation that ended the support explain what was not paid; another does not."""
    paid = (payment(amount=1000000),)
    revoked = Revocation(application=id_of("hubin"), decided_on=day("09-01"), reason="样例")
    judged = {"application": id_of("hubin"), "year": 2021, "evaluator": "样例", "grade": "样例"}
    ended, going_on = (
        Evaluation.model_validate({**judged, "evaluated_on": day("12-01"), "continued": continued})
        for continued in (False, True)
    )

    for supervision, told_of in (
        ({"revocations": (revoked,)}, 0),
        ({"evaluations": (ended,)}, 0),
        ({"evaluations": (going_on,)}, 1),
    ):
        round_ = supervised(base(), payments=paid, **supervision)
        assert len(told(money.payments_in_full, round_, "2022-01-01")) == told_of


def test_where_no_amount_is_stated_none_is_missing() -> None:
    """A scheme that states no amount lets any payment be enough."""
    round_ = supervised(base(), payments=(payment(amount=1),))
    categories = tuple(category.model_copy(update={"amount": None}) for category in round_.scheme.categories)
    without = replace(round_, scheme=round_.scheme.model_copy(update={"categories": categories}))

    assert told(money.payments_in_full, without, "2022-01-01") == []
    assert told(money.payments_in_yuan, without, "2022-01-01") == []


def test_nothing_is_the_same_in_every_unit() -> None:
    """A category whose amount is nothing, and nothing paid, are in order."""
    round_ = supervised(base(), payments=(payment(amount=0),))
    categories = tuple(category.model_copy(update={"amount": 0}) for category in round_.scheme.categories)
    free = replace(round_, scheme=round_.scheme.model_copy(update={"categories": categories}))

    assert told(money.payments_in_yuan, free) == []


@pytest.mark.parametrize(
    ("application", "category"), [("nobody", "river"), ("hubin", "unknown")], ids=["application", "category"]
)
def test_money_of_the_unknown_is_left_to_other_rules(application: str, category: str) -> None:
    """A payment to an application, or in a category, that is not on record is told by the rules on references."""
    round_ = supervised(base(), payments=(payment(application, amount=9),))
    applications = tuple(a.model_copy(update={"category": category}) for a in round_.applications)

    assert told(money.payments_in_full, replace(round_, applications=applications), "2022-01-01") == []


@pytest.mark.parametrize(("own", "cited"), [("九", "九"), (None, "四")])
@pytest.mark.parametrize("amount", [200, 1999999, 2000001])
def test_an_amount_is_told_with_its_clause(own: str | None, cited: str, amount: int) -> None:
    """The clause that sets the category's amount is cited, or that on the scheme's money."""
    round_ = supervised(base(), payments=(payment(amount=amount),))
    categories = tuple(category.model_copy(update={"amount_clause": own}) for category in round_.scheme.categories)
    changed = replace(round_, scheme=round_.scheme.model_copy(update={"categories": categories}))
    model = model_of(changed, "2022-01-01")

    rules = RULES.only(money.payments_within_amount, money.payments_in_yuan, money.payments_in_full)

    assert [found.clause for found in check(model, rules, Report()).diagnostics] == [cited]


def test_where_no_task_is_excluded_a_line_needs_none() -> None:
    """In a category whose tasks may all use the money a line without a task is in order, and so is one with a task."""
    silent = payment("songling", lines=(line(task=None),))
    named = payment("hubin", lines=(line(),))

    assert told(money.uses_with_their_task, supervised(base(), payments=(silent, named))) == []


def test_a_budget_year_within_the_schemes_is_held_against_the_day_of_payment() -> None:
    """Money paid in 2022 out of the budget of 2021 is told, though the scheme has money in both years."""
    late = payment(decided_on=day("2022-06-10"))

    assert told(money.payments_of_their_year, supervised(base(), payments=(late,))) == [("payment-year", "2021")]
