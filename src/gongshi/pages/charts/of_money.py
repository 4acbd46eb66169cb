"""Figures on money: announced and paid, by category, city, year and payer; what is unstated is never zero."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gongshi import typography
from gongshi.pages.charts.chart import Bar, Figure, Fill, Part, bar_chart
from gongshi.pages.charts.grouping import Grouping, by_category, by_city, by_year, category_of, year_of
from gongshi.pages.page import Catalogue
from gongshi.pages.tables.table import Cell, Column, Table, count_cell, sum_row, wan_cell
from gongshi.public.types import PublicAward, PublicPaid

__all__ = ["money_by_category", "money_by_city", "money_by_payer", "money_by_year"]

_UNSTATED = "文件未载明"
_NOT_PAID = "未见下达"
_WAN = 10_000
_KEYS: tuple[tuple[Fill, str], ...] = (("whole", "已公布"), ("done", "已下达"))
_COLUMNS = (
    Column("announced", "已公布（万元）", "number"),
    Column("unstated", "金额未载明（个）", "number"),
    Column("paid", "已下达（万元）", "number"),
)


@dataclass(frozen=True)
class _Money:
    """Money of one group of titles, in 元."""

    announced: int | None
    """None if no document states it."""
    unstated: int
    """How many titles have no stated amount."""
    paid: int | None
    """None if no document tells of a payment."""

    @property
    def shown(self) -> bool:
        return self != _Money(None, 0, None)

    @property
    def words(self) -> str:
        if not self.shown:
            return "没有"
        told = [] if self.announced is None else [f"已公布{typography.in_wan(self.announced)}"]
        told.append(_NOT_PAID if self.paid is None else f"已下达{typography.in_wan(self.paid)}")
        return "，".join(told)

    @property
    def without(self) -> str:
        """What no document states, in words."""
        also = "" if self.announced is None else "另有"
        return f"{also}{self.unstated}个金额未载明" if self.unstated else ""

    @property
    def cells(self) -> tuple[Cell, Cell, Cell]:
        without = _UNSTATED if self.unstated else "—"
        return wan_cell(self.announced, without), count_cell(self.unstated), wan_cell(self.paid, _NOT_PAID)


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
    grouping = by_year(catalogue, [paid.year for award in _given(catalogue) for paid in award.paid])
    money = _grouped(catalogue, grouping, lambda award: year_of(catalogue, award), lambda _, paid: paid.year)
    return _figure("money-by-year", "各年度资金", grouping, money)


def money_by_payer(catalogue: Catalogue) -> Figure:
    """By the treasury that pays, the one with the most titles first."""
    given = _given(catalogue)
    named = [award.payer for award in given] + [paid.payer for award in given for paid in award.paid]
    payers = sorted(dict.fromkeys(named), key=lambda name: (not name, -named.count(name)))
    labels = tuple((Cell(name or f"{_UNSTATED}资金来源"),) for name in payers)
    grouping = Grouping((Column("payer", "资金来源", "name", heads=True),), labels, tuple(payers))
    money = _grouped(catalogue, grouping, lambda award: award.payer, lambda _, paid: paid.payer)
    return _figure("money-by-payer", "各级财政资金", grouping, money)


def _given(catalogue: Catalogue) -> list[PublicAward]:
    """Winners as announced: a cancelled title's money was announced and may have been paid."""
    return [award for award in catalogue.awards.values() if award.status in {"awarded", "revoked"}]


def _grouped(
    catalogue: Catalogue,
    grouping: Grouping,
    of_award: Callable[[PublicAward], object],
    of_paid: Callable[[PublicAward, PublicPaid], object],
) -> list[_Money]:
    """The money of each group, in their order."""
    given = _given(catalogue)
    payments = [(of_paid(award, paid), paid.amount) for award in given for paid in award.paid]
    found = []
    for key in grouping.keys:
        amounts = [award.amount for award in given if of_award(award) == key]
        stated = [amount for amount in amounts if amount is not None]
        paid = [amount for group, amount in payments if group == key]
        found.append(_Money(_sum(stated), len(amounts) - len(stated), _sum(paid)))
    return found


def _sum(amounts: Sequence[int]) -> int | None:
    return sum(amounts) if amounts else None


def _figure(name: str, title: str, grouping: Grouping, money: Sequence[_Money]) -> Figure:
    """A chart and table of money; what has neither an announced title nor a payment stands there as such."""
    columns = (*grouping.heads, *_COLUMNS)
    shown = any(each.shown for each in money)
    pairs = list(zip(grouping.labels, money, strict=True)) if shown else []
    bars = [
        Bar(
            label[-1].text,
            each.words,
            (Part("done", Decimal(each.paid or 0) / _WAN),),
            None if each.announced is None else Part("whole", Decimal(each.announced) / _WAN),
            more=each.without,
            link=label[-1].link,
            group=label[0].text if len(label) > 1 else "",
        )
        for label, each in pairs
    ]
    total = _Money(
        _sum([each.announced for each in money if each.announced is not None]),
        sum(each.unstated for each in money),
        _sum([each.paid for each in money if each.paid is not None]),
    )
    sums = dict(zip((column.key for column in _COLUMNS), total.cells, strict=True))
    rows = tuple((*label, *each.cells) for label, each in pairs)
    table = Table(name, title, columns, rows, (sum_row(columns, "合计", **sums),))
    chart = bar_chart(title, "万元", bars, _KEYS, paired=True)
    return Figure(chart, table, "目前没有已公布的列入名单，也没有已下达的资金。")
