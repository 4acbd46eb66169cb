"""Rules on money (资金): how much, by whom, what for."""

from collections import defaultdict
from collections.abc import Iterator

from gongshi import typography
from gongshi.diagnostics import Diagnostic, Place, error, warning
from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.model.scheme import Category
from gongshi.model.supervision import Payment, PaymentLine
from gongshi.rules.places import in_supervision

_WAN = 10_000


def _payments(model: Model) -> Iterator[tuple[Round, Payment, Application, Category]]:
    """Every payment with its application and category, where both are on record."""
    for round_ in model.rounds.values():
        applications = {a.id: a for a in round_.applications}
        categories = {category.id: category for category in round_.scheme.categories}
        for payment in round_.supervision.payments:
            application = applications.get(payment.application)
            if application and application.category in categories:
                yield round_, payment, application, categories[application.category]


def _paid(model: Model) -> Iterator[tuple[Round, list[Payment], Category]]:
    """All payments to one application, in the order of the record, with its category."""
    paid: dict[tuple[str, str], tuple[Round, list[Payment], Category]] = {}
    for round_, payment, application, category in _payments(model):
        key = (round_.programme.id, application.id)
        paid.setdefault(key, (round_, [], category))[1].append(payment)
    yield from paid.values()


def _lines(model: Model) -> Iterator[tuple[Round, Application, Category, PaymentLine, Place]]:
    for round_, payment, application, category in _payments(model):
        for index, line in enumerate(payment.lines):
            place = in_supervision(round_.programme, "payments", f"#id={payment.id}", "lines", index)
            yield round_, application, category, line, place


PAYMENT_ABOVE_AMOUNT = error(
    "payment-above-amount",
    "申报 {application} 累计下达 {total}，“{category}”支持资金为 {limit}。",
    "请核对金额；金额以元填写。",
    "{application} is paid {total} in all; its category's amount is {limit}. Correct the amount.",
)


def payments_within_amount(model: Model) -> Iterator[Diagnostic]:
    """One winner is paid no more in all than its category's amount, where the scheme states one.

    A category without an amount has no money if others of its scheme have one.
    """
    paid: dict[tuple[str, str], int] = defaultdict(int)
    for round_, payment, application, category in _payments(model):
        before = paid[round_.programme.id, application.id]
        paid[round_.programme.id, application.id] = total = before + payment.amount
        amount = category.amount if round_.scheme.gives_money(category) else 0
        if amount is not None and before <= amount < total:
            place = in_supervision(round_.programme, "payments", f"#id={payment.id}", "amount")
            facts = (
                ("application", application.id),
                ("category", category.name),
                ("total", typography.wan(total)),
                ("limit", typography.wan(amount)),
            )
            clause = category.amount_clause or round_.scheme.funding.clause
            yield Diagnostic(PAYMENT_ABOVE_AMOUNT, place, "金额（元）", str(payment.amount), facts, clause)


PAYMENT_IN_WAN = error(
    "payment-in-wan",
    "申报 {application} 累计下达的金额似以万元填写：支持资金为 {limit}，记录的单位是元。",
    "请把 {value} 改为 {yuan}；资金安排各项的金额也以元填写。",
    "The amount {value} of {application} seems to be in tens of thousands; amounts are in yuan. Write {yuan}.",
)


def payments_in_yuan(model: Model) -> Iterator[Diagnostic]:
    """Money is recorded in 元: what ten thousand times over is the category's amount was written in 万元."""
    for round_, paid, category in _paid(model):
        total = sum(payment.amount for payment in paid)
        if category.amount and total * _WAN == category.amount:
            place = in_supervision(round_.programme, "payments", f"#id={paid[-1].id}", "amount")
            facts = (
                ("application", paid[-1].application),
                ("limit", typography.wan(category.amount)),
                ("yuan", str(paid[-1].amount * _WAN)),
            )
            clause = category.amount_clause or round_.scheme.funding.clause
            yield Diagnostic(PAYMENT_IN_WAN, place, "金额（元）", str(paid[-1].amount), facts, clause)


PAYMENT_BELOW_AMOUNT = warning(
    "payment-below-amount",
    "申报 {application} 累计下达 {total}，少于“{category}”支持资金 {limit}，{year} 预算年度已经结束。",
    "请核对金额（以元填写）；还有未登记的资金的，请补登。",
    "{application} was paid {total} in all, less than its category's {limit}, and the budget year {year} is over.",
)


def payments_in_full(model: Model) -> Iterator[Diagnostic]:
    """Who was paid less than its category's one-off amount (一次性支持资金) when the budget year ends is pointed out.

    Not so who lost its title, or whose evaluation ended its support: the rest is not owed to it.
    """
    for round_, paid, category in _paid(model):
        total, year = sum(payment.amount for payment in paid), max(payment.year for payment in paid)
        ended = {e.application for e in round_.supervision.evaluations if e.continued is False} | round_.revoked.keys()
        wrong_unit = total * _WAN == category.amount  # payments_in_yuan says so
        short = category.amount is not None and total < category.amount and not wrong_unit
        if short and year < model.today.year and paid[-1].application not in ended:
            place = in_supervision(round_.programme, "payments", f"#id={paid[-1].id}", "amount")
            facts = (
                ("application", paid[-1].application),
                ("category", category.name),
                ("year", str(year)),
                ("total", typography.wan(total)),
                ("limit", typography.wan(category.amount or 0)),
            )
            clause = category.amount_clause or round_.scheme.funding.clause
            yield Diagnostic(PAYMENT_BELOW_AMOUNT, place, "金额（元）", str(paid[-1].amount), facts, clause)


def _budget_years(round_: Round) -> range | None:
    """The years for which the scheme has money; None if it does not say."""
    funding = round_.scheme.funding
    first = funding.first_year or round_.scheme.first_year
    return range(first, first + funding.years) if funding.years else None


PAYMENT_BEYOND_YEARS = error(
    "payment-beyond-years",
    "资金 {payment} 的预算年度为 {value}，专项资金从 {first} 年起安排 {years} 年，到 {last} 年为止。",
    "请核对预算年度；资金不从专项起始年安排的，在专项记录的 funding 中写明 first_year（首个预算年度）。",
    "The payment {payment} is of {value}; there is money from {first} to {last}. Correct one of them.",
)


def payments_within_years(model: Model) -> Iterator[Diagnostic]:
    """Money comes from the budget years for which the scheme has it (连续几年), from the first on and no longer."""
    for round_, payment, _, _ in _payments(model):
        funding, years = round_.scheme.funding, _budget_years(round_)
        if years and payment.year not in years:
            place = in_supervision(round_.programme, "payments", f"#id={payment.id}", "year")
            facts = (
                ("payment", payment.id),
                ("years", str(len(years))),
                ("first", str(years[0])),
                ("last", str(years[-1])),
            )
            yield Diagnostic(PAYMENT_BEYOND_YEARS, place, "预算年度", str(payment.year), facts, funding.clause)


PAYER_WRONG = error(
    "payer-wrong",
    "申报 {application} 的资金应由{name}（{right}）承担，不是 {value}。",
    "请改正出资机关编号。",
    "{application} is paid by {right}, not by {value}. Correct the payer.",
)


def paid_by_the_right_payer(model: Model) -> Iterator[Diagnostic]:
    """Payments and rewards come from the scheme's payer, or from the winner's own city where that pays."""
    for round_ in model.rounds.values():
        divisions = {a.id: a.division for a in round_.applications}
        named = [
            (payment.application, payment.payer, in_supervision(round_.programme, "payments", f"#id={payment.id}"))
            for payment in round_.supervision.payments
        ]
        named += [
            (reward.application, reward.payer, in_supervision(round_.programme, "rewards", index))
            for index, reward in enumerate(round_.supervision.rewards)
        ]
        for application, payer, place in named:
            division = divisions.get(application, "")
            # An organ that is not on record: organs_exist says so.
            if division not in model.divisions or payer not in model.organs:
                continue
            right, name = model.payer_of(round_.scheme.funding, division)
            if payer != right:
                facts = (("application", application), ("right", right), ("name", name))
                at, clause = Place(place.file, (*place.path, "payer")), _payer_clause(model, round_, division)
                yield Diagnostic(PAYER_WRONG, at, "出资机关编号", payer, facts, clause)


def _payer_clause(model: Model, round_: Round, division: str) -> str:
    city, funding = model.divisions[division].city, round_.scheme.funding
    return {exception.city: exception.clause for exception in funding.exceptions}.get(city, funding.clause)


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


def lines_within_payment(model: Model) -> Iterator[Diagnostic]:
    """The lines of a payment add up to no more than the payment; those of earmarked money to all of it (专款专用)."""
    for round_, payment, _, _ in _payments(model):
        total = sum(line.amount for line in payment.lines)
        code = LINES_ABOVE_PAYMENT if total > payment.amount else LINES_BELOW_PAYMENT
        if total > payment.amount or (round_.scheme.funding.earmarked and total < payment.amount):
            place = in_supervision(round_.programme, "payments", f"#id={payment.id}", "lines")
            facts = (("payment", payment.id), ("amount", typography.wan(payment.amount)))
            yield Diagnostic(code, place, "资金安排", typography.wan(total), facts, round_.scheme.funding.clause)


PAYMENT_YEAR = error(
    "payment-year",
    "资金 {payment} 于 {paid_in} 年下达，预算年度应为当年或者次年，不是 {value}。",
    "请核对预算年度和下达日期。",
    "The payment {payment} was made in {paid_in}; its budget is of that year or the next, not of {value}.",
)


def payments_of_their_year(model: Model) -> Iterator[Diagnostic]:
    """Money is of the budget of the year in which it is paid, or of the next if it is paid ahead (提前下达)."""
    for round_, payment, _, _ in _payments(model):
        paid_in, years = payment.decided_on.year, _budget_years(round_)
        beyond = years is not None and payment.year not in years  # payments_within_years says so
        if payment.year not in {paid_in, paid_in + 1} and not beyond:
            place = in_supervision(round_.programme, "payments", f"#id={payment.id}", "year")
            facts, clause = (("payment", payment.id), ("paid_in", str(paid_in))), round_.scheme.funding.clause
            yield Diagnostic(PAYMENT_YEAR, place, "预算年度", str(payment.year), facts, clause)


USE_EXCLUDED = error(
    "use-excluded",
    "“{task}”（{value}）不得使用这项资金。",
    "请改正资金安排的用途。",
    "The money must not be used for the task {value}. Correct the line.",
)


def no_excluded_use(model: Model) -> Iterator[Diagnostic]:
    """No line serves a task to which the province's money may not go."""
    for _, _, category, line, place in _lines(model):
        task = {task.id: task for task in category.tasks}.get(line.task or "")
        if task and not task.funded:
            at = Place(place.file, (*place.path, "task"))
            yield Diagnostic(USE_EXCLUDED, at, "任务编号", task.id, (("task", task.name),), task.clause)


USE_WITHOUT_TASK = warning(
    "use-without-task",
    "申报 {application} 的资金安排“{value}”没有写明任务；{excluded}不得使用这项资金。",
    "请在 supervision.yaml 中写明任务编号；确实不属于任何一项任务的，请核实其用途。",
    "The line {value} of {application} names no task, so nothing tells that its use is not excluded. Name it.",
)


def uses_with_their_task(model: Model) -> Iterator[Diagnostic]:
    """Where some tasks of a category are excluded, a line without a task is pointed out: nothing tells its use."""
    for _, application, category, line, place in _lines(model):
        excluded = [task for task in category.tasks if not task.funded]
        if excluded and line.task is None:
            names = "、".join(f"“{task.name}”" for task in excluded)
            facts = (("application", application.id), ("excluded", names))
            yield Diagnostic(USE_WITHOUT_TASK, place, "用途", line.project or line.use, facts, excluded[0].clause)


NOT_EARMARKED = error(
    "not-earmarked",
    "资金专款专用，用途“{use}”应当写明申报 {application} 项目情况表中的项目，所填为“{value}”。",
    "请照项目情况表填写项目名称。",
    "The money is earmarked: each line names a project of {application}; {value} is none.",
)


def earmarked_for_projects(model: Model) -> Iterator[Diagnostic]:
    """Earmarked money goes to projects of the winner's own table, line by line (专款专用)."""
    for round_, application, _, line, place in _lines(model):
        if round_.scheme.funding.earmarked and line.project not in {project.name for project in application.projects}:
            facts = (("use", line.use), ("application", application.id))
            at = Place(place.file, (*place.path, "project"))
            clause = round_.scheme.funding.clause
            yield Diagnostic(NOT_EARMARKED, at, "项目名称", line.project or "", facts, clause)
