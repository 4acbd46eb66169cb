"""Rules on money (资金): how much, by whom, what for."""

from collections import defaultdict
from collections.abc import Iterator

from gongshi import typography
from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.model.scheme import Category
from gongshi.model.supervision import Payment, PaymentLine, Reward

_TEN_THOUSAND = 10_000


def _category(r: Round, application_id: str) -> Category | None:
    """The category of an application; None where either of them is not on record."""
    application = r.applications_by_id.get(application_id)
    return next((c for c in r.scheme.categories if application and c.id == application.category), None)


def _payments(r: Round) -> Iterator[tuple[Payment, Category]]:
    """Every payment with the category of its application, where that is on record."""
    for payment in r.supervision.payments:
        if category := _category(r, payment.application):
            yield payment, category


def _payments_by_application(r: Round) -> Iterator[tuple[tuple[Payment, ...], Category]]:
    """All payments to one application, in the order of the record, with its category, where that is on record."""
    for application, payments in r.follow_up.payments_of.items():
        if category := _category(r, application):
            yield payments, category


def _payment_lines(r: Round) -> Iterator[tuple[PaymentLine, Application, Category]]:
    """Every line of a payment with its application and category, where both are on record."""
    for payment, category in _payments(r):
        for line in payment.lines:
            yield line, r.application(payment.application), category


def _amount_clause(r: Round, category: Category) -> str:
    return category.amount_clause or r.scheme.funding.clause


PAYMENT_ABOVE_AMOUNT = error(
    "payment-above-amount",
    "申报 {application} 累计下达 {total}，“{category}”支持资金为 {limit}。",
    "请核对金额；金额以元填写。",
    "{application} is paid {total} in all; its category's amount is {limit}. Correct the amount.",
)


def payments_within_amount(r: Round, model: Model) -> Iterator[Diagnostic]:
    """One winner is paid no more in all than its category's amount, where the scheme states one.

    A category without an amount has no money if others of its scheme have one.
    """
    paid: dict[str, int] = defaultdict(int)
    for payment, category in _payments(r):
        before = paid[payment.application]
        paid[payment.application] = total = before + payment.amount
        amount = category.amount if r.scheme.gives_money(category) else 0
        if amount is not None and before <= amount < total:
            facts = {
                "category": category.name,
                "total": typography.ten_thousand_yuan(total),
                "limit": typography.ten_thousand_yuan(amount),
            }
            yield model.at(payment, "amount").problem(
                PAYMENT_ABOVE_AMOUNT, clause=_amount_clause(r, category), application=payment.application, **facts
            )


PAYMENT_IN_WAN = error(
    "payment-in-wan",
    "申报 {application} 累计下达的金额似以万元填写：支持资金为 {limit}，记录的单位是元。",
    "请把 {value} 改为 {yuan}；资金安排各项的金额也以元填写。",
    "The amount {value} of {application} seems to be in tens of thousands; amounts are in yuan. Write {yuan}.",
)


def payments_in_yuan(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Money is recorded in 元: a sum that equals the category's amount only if read as 万元 has the wrong unit."""
    for paid, category in _payments_by_application(r):
        total, last = sum(payment.amount for payment in paid), paid[-1]
        if category.amount and total * _TEN_THOUSAND == category.amount:
            facts = {"limit": typography.ten_thousand_yuan(category.amount), "yuan": last.amount * _TEN_THOUSAND}
            yield model.at(last, "amount").problem(
                PAYMENT_IN_WAN, clause=_amount_clause(r, category), application=last.application, **facts
            )


PAYMENT_BELOW_AMOUNT = warning(
    "payment-below-amount",
    "申报 {application} 累计下达 {total}，少于“{category}”支持资金 {limit}，{year} 预算年度已经结束。",
    "请核对金额（以元填写）；还有未登记的资金的，请补登。",
    "{application} was paid {total} in all, less than its category's {limit}, and the budget year {year} is over.",
)


def payments_in_full(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A warning for a winner with less than its category's one-off amount (一次性支持资金) at the budget year's end.

    None for a winner that lost its title or whose evaluation ended its support: the rest is not owed to it.
    """
    for paid, category in _payments_by_application(r):
        last, total, year = paid[-1], sum(p.amount for p in paid), max(p.year for p in paid)
        evaluations = r.follow_up.evaluations_of.get(last.application, ())
        ended = last.application in r.revoked or any(e.continued is False for e in evaluations)
        if category.amount is not None and total < category.amount and year < model.today.year and not ended:
            facts = {
                "total": typography.ten_thousand_yuan(total),
                "limit": typography.ten_thousand_yuan(category.amount),
                "year": year,
            }
            clause, about = _amount_clause(r, category), {"application": last.application, "category": category.name}
            yield model.at(last, "amount").problem(PAYMENT_BELOW_AMOUNT, clause=clause, **about, **facts)


def _budget_years(r: Round) -> range | None:
    """The years for which the scheme has money; None if it does not say."""
    funding = r.scheme.funding
    first = funding.first_year or r.scheme.first_year
    return range(first, first + funding.years) if funding.years else None


PAYMENT_BEYOND_YEARS = error(
    "payment-beyond-years",
    "资金 {payment} 的预算年度为 {value}，专项资金从 {first} 年起安排 {years} 年，到 {last} 年为止。",
    "请核对预算年度；资金不从专项起始年安排的，在专项记录的 funding 中写明 first_year（首个预算年度）。",
    "The payment {payment} is of {value}; there is money from {first} to {last}. Correct one of them.",
)


def payments_within_years(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Money comes from the budget years for which the scheme has it (连续几年), from the first on and no longer."""
    years, clause = _budget_years(r), r.scheme.funding.clause
    for payment, _ in _payments(r):
        if years and payment.year not in years:
            facts = {"years": len(years), "first": years[0], "last": years[-1]}
            found = model.at(payment, "year")
            yield found.problem(PAYMENT_BEYOND_YEARS, clause=clause, payment=payment.id, **facts)


PAYER_WRONG = error(
    "payer-wrong",
    "申报 {application} 的资金应由{name}（{right}）承担，不是 {value}。",
    "请改正出资机关编号。",
    "{application} is paid by {right}, not by {value}. Correct the payer.",
)


def paid_by_the_right_payer(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Payments and rewards come from the scheme's payer, or from the winner's own city where that pays."""
    paid: tuple[Payment | Reward, ...] = (*r.supervision.payments, *r.supervision.rewards)
    for each in paid:
        application = r.applications_by_id.get(each.application)
        division = model.divisions.get(application.division) if application else None
        # An unknown payer is reported as a wrong reference.
        if division is None or each.payer not in model.organs:
            continue
        right, name = model.payer_of(r.scheme.funding, division.id)
        if each.payer != right:
            facts = {"application": each.application, "right": right, "name": name}
            yield model.at(each, "payer").problem(PAYER_WRONG, clause=_payer_clause(r, division.city), **facts)


def _payer_clause(r: Round, city: str) -> str:
    funding = r.scheme.funding
    return next((exception.clause for exception in funding.exceptions if exception.city == city), funding.clause)


LINES_ABOVE_PAYMENT = error(
    "lines-above-payment",
    "资金 {payment} 的资金安排合计 {value}，超过下达金额 {amount}。",
    "请核对各项金额。",
    "The lines of {payment} add up to {value}, more than the payment of {amount}.",
)
LINES_BELOW_PAYMENT = error(
    "lines-below-payment",
    "资金专款专用，资金 {payment} 的资金安排合计 {value}，不足下达金额 {amount}。",
    "请把下达金额逐项安排到项目，合计等于下达金额。",
    "The money of {payment} is earmarked: its lines add up to {value}, less than the payment of {amount}.",
)


def lines_within_payment(r: Round, model: Model) -> Iterator[Diagnostic]:
    """The lines of a payment add up to no more than the payment; those of earmarked money to all of it (专款专用)."""
    funding = r.scheme.funding
    for payment, _ in _payments(r):
        total = sum(line.amount for line in payment.lines)
        if total > payment.amount or (funding.earmarked and total < payment.amount):
            problem = LINES_ABOVE_PAYMENT if total > payment.amount else LINES_BELOW_PAYMENT
            facts = {"payment": payment.id, "amount": typography.ten_thousand_yuan(payment.amount)}
            found, value = model.at(payment, "lines"), typography.ten_thousand_yuan(total)
            yield found.problem(problem, value=value, clause=funding.clause, **facts)


PAYMENT_YEAR = error(
    "payment-year",
    "资金 {payment} 于 {paid_in} 年下达，预算年度应为当年或者次年，不是 {value}。",
    "请核对预算年度和下达日期。",
    "The payment {payment} was made in {paid_in}; its budget is of that year or the next, not of {value}.",
)


def payments_of_their_year(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Money is of the budget of the year in which it is paid, or of the next if it is paid ahead (提前下达)."""
    for payment, _ in _payments(r):
        paid_in, clause = payment.decided_on.year, r.scheme.funding.clause
        if payment.year not in {paid_in, paid_in + 1}:
            found = model.at(payment, "year")
            yield found.problem(PAYMENT_YEAR, clause=clause, payment=payment.id, paid_in=paid_in)


USE_EXCLUDED = error(
    "use-excluded",
    "“{task}”（{value}）不得使用这项资金。",
    "请改正资金安排的用途。",
    "The money must not be used for the task {value}. Correct the line.",
)


def no_excluded_use(r: Round, model: Model) -> Iterator[Diagnostic]:
    """No line serves a task to which the province's money may not go."""
    for line, _, category in _payment_lines(r):
        task = {task.id: task for task in category.tasks}.get(line.task or "")
        if task and not task.funded:
            yield model.at(line, "task").problem(USE_EXCLUDED, clause=task.clause, task=task.name)


USE_WITHOUT_TASK = warning(
    "use-without-task",
    "申报 {application} 的资金安排“{value}”没有写明任务；{excluded}不得使用这项资金。",
    "请在 supervision.yaml 中写明任务编号；确实不属于任何一项任务的，请核实其用途。",
    "The line {value} of {application} names no task, so nothing tells that its use is not excluded. Name it.",
)


def uses_with_their_task(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A warning for a line without a task where the money may not go to some tasks of the category."""
    for line, application, category in _payment_lines(r):
        excluded = [task for task in category.tasks if not task.funded]
        if excluded and line.task is None:
            facts = {"application": application.id, "excluded": "、".join(f"“{task.name}”" for task in excluded)}
            found, shown = model.at(line).called("用途"), line.project or line.use
            yield found.problem(USE_WITHOUT_TASK, value=shown, clause=excluded[0].clause, **facts)


NOT_EARMARKED = error(
    "not-earmarked",
    "资金专款专用，用途“{use}”应当写明申报 {application} 项目情况表中的项目，所填为“{value}”。",
    "请照项目情况表填写项目名称。",
    "The money is earmarked: each line names a project of {application}; {value} is none.",
)


def earmarked_for_projects(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Earmarked money goes to projects of the winner's own table, line by line (专款专用)."""
    funding = r.scheme.funding
    for line, application, _ in _payment_lines(r) if funding.earmarked else ():
        if line.project not in {project.name for project in application.projects}:
            found, facts = model.at(line, "project"), {"use": line.use, "application": application.id}
            yield found.problem(NOT_EARMARKED, clause=funding.clause, **facts)
