"""Charts of money: announced and paid, by category, city, year and payer; what no document states is never zero."""

from collections.abc import Callable, Hashable
from decimal import Decimal

from gongshi import typography
from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.charts.bars import Bar, Figure, Fill, Stretch, bar_chart
from gongshi.pages.charts.grouping import Grouping, by_category, by_city, by_year
from gongshi.pages.values.cells import NO_MONEY, announced_cell
from gongshi.pages.values.money import GIVEN, Money, money_by, total_of
from gongshi.pages.values.table import NONE, Cell, Column, Spec, Table, cells_of, count_cell, fill, money_cell, sum_row
from gongshi.public.award import PublicAward
from gongshi.public.follow_up import PublicPaid, PublicReward

_NOT_PAID = "未见下达"
_TEN_THOUSAND = 10_000
_KEYS: tuple[tuple[Fill, str], ...] = (("whole", "已公布"), ("done", "已下达"))
_MONEY: Spec[Money] = (
    (Column("announced", "已公布（万元）", "number"), announced_cell),
    (Column("unstated", "金额未载明（个）", "number"), lambda money: count_cell(money.unstated)),
    (
        Column("paid", "已下达（万元）", "number"),
        lambda money: money_cell(money.paid, _NOT_PAID if _is_owed(money) else NONE),
    ),
    (Column("rewards", "奖励（万元）", "number"), lambda money: money_cell(money.rewards)),
)


def money_figures(catalogue: Catalogue) -> tuple[Figure, ...]:
    """Money by category, by city of the winners, by year, and by the treasury that pays.

    What was announced counts for the year of its round, a payment for the year that it was made for.
    """
    given = [award for award in catalogue.awards.values() if award.status in GIVEN]
    payments = [payment for award in given for payment in _payments_of(award)]
    years = by_year(catalogue, {payment.year for payment in payments})
    payers = _by_payer(given, payments)
    return (
        _figure(catalogue, "money-by-category", "各类别资金", by_category(catalogue)),
        _figure(catalogue, "money-by-city", "各设区市资金", by_city(catalogue)),
        _figure(catalogue, "money-by-year", "各年度资金", years, lambda payment: payment.year),
        _figure(catalogue, "money-by-payer", "各级财政资金", payers, lambda payment: payment.payer),
    )


def _payments_of(award: PublicAward) -> tuple[PublicPaid | PublicReward, ...]:
    return (*award.paid, *award.rewards)


def _by_payer(given: list[PublicAward], payments: list[PublicPaid | PublicReward]) -> Grouping:
    """Treasuries, the one that is named most often first, the unnamed one last."""
    named = [award.payer for award in given if award.funded] + [payment.payer for payment in payments]
    payers = tuple(sorted(dict.fromkeys(named), key=lambda name: (not name, -named.count(name))))
    labels = tuple((Cell(name or "文件未载明资金来源"),) for name in payers)
    heads = (Column("payer", "资金来源", "name", heads=True),)
    return Grouping(heads, labels, payers, lambda award: award.payer if award.funded else None)


def _figure(
    catalogue: Catalogue,
    name: str,
    title: str,
    grouping: Grouping,
    key_of_payment: Callable[[PublicPaid | PublicReward], Hashable] | None = None,
) -> Figure:
    """A chart and table of money; a payment belongs to the group of its award unless its own key is given."""
    key_of = grouping.key_of
    found = money_by(
        catalogue.awards.values(),
        key_of,
        lambda award, payment: key_of_payment(payment) if key_of_payment else key_of(award),
    )
    money = [found.get(key, Money()) for key in grouping.keys]
    pairs = list(zip(grouping.labels, money, strict=True)) if any(each != Money() for each in money) else []
    money_columns, money_rows = fill(_MONEY, (each for _, each in pairs))
    columns = (*grouping.heads, *money_columns)
    rows = tuple((*label, *cells) for (label, _), cells in zip(pairs, money_rows, strict=True))
    total = sum_row(columns, "合计", **cells_of(_MONEY, _sum_of(money)))
    table = Table(name, title, columns, rows, (total,))
    chart = bar_chart(title, "万元", [_money_bar(label, each) for label, each in pairs], _KEYS, paired=True)
    return Figure(chart, table, "目前没有已公布的列入名单，也没有已下达的资金。")


def _sum_of(money: list[Money]) -> Money:
    return Money(
        total_of(each.announced for each in money),
        sum(each.unstated for each in money),
        sum(each.unfunded for each in money),
        total_of(each.paid for each in money),
        total_of(each.rewards for each in money),
    )


def _money_bar(label: tuple[Cell, ...], money: Money) -> Bar:
    """What was paid, within a frame of what was announced."""
    return Bar(
        label[-1].text,
        _money_in_words(money),
        (Stretch("done", Decimal(money.paid or 0) / _TEN_THOUSAND),),
        None if money.announced is None else Stretch("whole", Decimal(money.announced) / _TEN_THOUSAND),
        more=_unstated_in_words(money),
        link=label[-1].link,
        group=label[0].text if len(label) > 1 else "",
    )


def _is_owed(money: Money) -> bool:
    """Whether money was announced, stated or not."""
    return money.announced is not None or money.unstated > 0


def _money_in_words(money: Money) -> str:
    amounts = (("已公布", money.announced), ("已下达", money.paid), ("奖励", money.rewards))
    words = {name: f"{name}{typography.in_ten_thousands(amount)}" for name, amount in amounts if amount is not None}
    if money.paid is None and _is_owed(money):
        words["已下达"] = _NOT_PAID
    said = [words[name] for name, _ in amounts if name in words]
    return "，".join(said) or (NO_MONEY if money.unfunded else "没有")


def _unstated_in_words(money: Money) -> str:
    """How many winners get money of which no document states how much; empty if none."""
    also = "" if money.announced is None else "另有"
    return f"{also}{money.unstated}个金额未载明" if money.unstated else ""
