"""Figures on money: announced and paid, by category, city, year and payer; what is unstated is never zero."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from gongshi import typography
from gongshi.pages.catalogue import Catalogue
from gongshi.pages.charts.bars import Bar, Figure, Fill, Part, bar_chart
from gongshi.pages.charts.grouping import Grouping, by_category, by_city, by_year, category_of, year_of
from gongshi.pages.values.cells import NO_MONEY, announced_cell
from gongshi.pages.values.money import GIVEN, Money, money_of, total_of
from gongshi.pages.values.table import NONE, Cell, Column, Table, count_cell, sum_row, wan_cell
from gongshi.public.types import PublicAward, PublicPaid, PublicReward

_UNSTATED = "文件未载明"
_NOT_PAID = "未见下达"
_WAN = 10_000
_KEYS: tuple[tuple[Fill, str], ...] = (("whole", "已公布"), ("done", "已下达"))
_COLUMNS = (
    Column("announced", "已公布（万元）", "number"),
    Column("unstated", "金额未载明（个）", "number"),
    Column("paid", "已下达（万元）", "number"),
    Column("rewards", "奖励（万元）", "number"),
)


def _words(money: Money) -> str:
    """What a bar says of the money it shows."""
    told = [] if money.announced is None else [f"已公布{typography.in_wan(money.announced)}"]
    told += [] if money.paid is None else [f"已下达{typography.in_wan(money.paid)}"]
    owed = money.paid is None and (money.announced is not None or money.unstated > 0)
    told += [_NOT_PAID] if owed else []
    told += [] if money.rewards is None else [f"奖励{typography.in_wan(money.rewards)}"]
    return "，".join(told) or (NO_MONEY if money.unfunded else "没有")


def _without(money: Money) -> str:
    """What no document states, in words."""
    also = "" if money.announced is None else "另有"
    return f"{also}{money.unstated}个金额未载明" if money.unstated else ""


def _cells(money: Money) -> tuple[Cell, Cell, Cell, Cell]:
    owed = money.announced is not None or money.unstated
    paid = wan_cell(money.paid, _NOT_PAID if owed else NONE)
    return announced_cell(money), count_cell(money.unstated), paid, wan_cell(money.rewards)


def money_by_category(catalogue: Catalogue) -> Figure:
    """By category of each scheme."""
    grouping = by_category(catalogue)
    money = _grouped(
        catalogue, grouping, lambda award: category_of(catalogue, award), lambda award, _: category_of(catalogue, award)
    )
    return _figure("money-by-category", "各类别资金", grouping, money)


def money_by_city(catalogue: Catalogue) -> Figure:
    """By city of the winners, whoever pays."""
    grouping = by_city(catalogue)
    money = _grouped(catalogue, grouping, lambda award: award.city, lambda award, _: award.city)
    return _figure("money-by-city", "各设区市资金", grouping, money)


def money_by_year(catalogue: Catalogue) -> Figure:
    """Announced by the year of the round, paid by the year it was paid for."""
    grouping = by_year(catalogue, _years_paid(catalogue))
    money = _grouped(catalogue, grouping, lambda award: year_of(catalogue, award), lambda _, paid: paid.year)
    return _figure("money-by-year", "各年度资金", grouping, money)


def _years_paid(catalogue: Catalogue) -> set[int]:
    given = _given(catalogue)
    paid = {paid.year for award in given for paid in award.paid}
    return paid | {reward.year for award in given for reward in award.rewards}


def money_by_payer(catalogue: Catalogue) -> Figure:
    """By the treasury that pays, the one with the most titles first."""
    given = _given(catalogue)
    named = [award.payer for award in given if award.funded]
    named += [paid.payer for award in given for paid in award.paid]
    named += [reward.payer for award in given for reward in award.rewards]
    payers = sorted(dict.fromkeys(named), key=lambda name: (not name, -named.count(name)))
    labels = tuple((Cell(name or f"{_UNSTATED}资金来源"),) for name in payers)
    grouping = Grouping((Column("payer", "资金来源", "name", heads=True),), labels, tuple(payers))
    money = _grouped(
        catalogue, grouping, lambda award: award.payer if award.funded else None, lambda _, paid: paid.payer
    )
    return _figure("money-by-payer", "各级财政资金", grouping, money)


def _given(catalogue: Catalogue) -> list[PublicAward]:
    """Winners as announced."""
    return [award for award in catalogue.awards.values() if award.status in GIVEN]


def _grouped(
    catalogue: Catalogue,
    grouping: Grouping,
    of_award: Callable[[PublicAward], object],
    of_paid: Callable[[PublicAward, PublicPaid | PublicReward], object],
) -> list[Money]:
    """The money of each group, in their order."""
    given = _given(catalogue)
    payments = [(of_paid(award, paid), paid.amount) for award in given for paid in award.paid]
    rewards = [(of_paid(award, reward), reward.amount) for award in given for reward in award.rewards]
    return [
        replace(
            money_of(award for award in given if of_award(award) == key),
            paid=total_of(amount for group, amount in payments if group == key),
            rewards=total_of(amount for group, amount in rewards if group == key),
        )
        for key in grouping.keys
    ]


def _figure(name: str, title: str, grouping: Grouping, money: Sequence[Money]) -> Figure:
    """A chart and table of money; what has neither an announced title nor a payment stands there as such."""
    columns = (*grouping.heads, *_COLUMNS)
    shown = any(each != Money() for each in money)
    pairs = list(zip(grouping.labels, money, strict=True)) if shown else []
    bars = [
        Bar(
            label[-1].text,
            _words(each),
            (Part("done", Decimal(each.paid or 0) / _WAN),),
            None if each.announced is None else Part("whole", Decimal(each.announced) / _WAN),
            more=_without(each),
            link=label[-1].link,
            group=label[0].text if len(label) > 1 else "",
        )
        for label, each in pairs
    ]
    total = Money(
        total_of(each.announced for each in money),
        sum(each.unstated for each in money),
        sum(each.unfunded for each in money),
        total_of(each.paid for each in money),
        total_of(each.rewards for each in money),
    )
    sums = dict(zip((column.key for column in _COLUMNS), _cells(total), strict=True))
    rows = tuple((*label, *_cells(each)) for label, each in pairs)
    table = Table(name, title, columns, rows, (sum_row(columns, "合计", **sums),))
    chart = bar_chart(title, "万元", bars, _KEYS, paired=True)
    return Figure(chart, table, "目前没有已公布的列入名单，也没有已下达的资金。")
