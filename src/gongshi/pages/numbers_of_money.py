"""Figures on money: announced and paid, by category, city, year and payer; what is unstated is never zero."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gongshi import typography
from gongshi.pages.charts import Bar, Figure, Fill, Part, bar_chart
from gongshi.pages.numbers_of_titles import cities_of
from gongshi.pages.page import Catalogue
from gongshi.pages.table import Cell, Column, Table, count_cell, sum_row, text_cell, wan_cell
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
    heads = (Column("scheme", "专项", "plan"), Column("category", "类别", "plan", heads=True))
    labels, keys = [], []
    for scheme in catalogue.schemes.values():
        for kind in scheme.targets:
            labels.append((text_cell(scheme.name), Cell(kind.name)))
            keys.append((scheme.id, kind.category))

    def place(award: PublicAward) -> tuple[str, str]:
        return catalogue.programmes[award.programme].scheme, award.category

    money = _grouped(catalogue, keys, place, lambda award, _: place(award))
    return _figure("money-by-category", "各类别资金", heads, labels, money)


def money_by_city(catalogue: Catalogue) -> Figure:
    """By city of the winners, whoever pays."""
    cities = cities_of(catalogue)
    money = _grouped(catalogue, cities, lambda award: award.city, lambda award, _: award.city)
    heads = (Column("city", "设区市", heads=True),)
    return _figure("money-by-city", "各设区市资金", heads, [(Cell(name),) for name in cities], money)


def money_by_year(catalogue: Catalogue) -> Figure:
    """Announced by the year of the round, paid by the year it was paid for."""
    rounds = {programme.year for programme in catalogue.programmes.values()}
    years = sorted(rounds | {paid.year for award in _given(catalogue) for paid in award.paid})
    every = range(years[0], years[-1] + 1) if years else ()
    money = _grouped(
        catalogue, every, lambda award: catalogue.programmes[award.programme].year, lambda _, paid: paid.year
    )
    heads = (Column("year", "年度", "number", heads=True),)
    return _figure("money-by-year", "各年度资金", heads, [(count_cell(year),) for year in every], money)


def money_by_payer(catalogue: Catalogue) -> Figure:
    """By the treasury that pays."""
    given = _given(catalogue)
    named = [award.payer for award in given] + [paid.payer for award in given for paid in award.paid]
    payers = sorted(dict.fromkeys(named), key=lambda name: (not name, -named.count(name)))
    money = _grouped(catalogue, payers, lambda award: award.payer, lambda _, paid: paid.payer)
    heads = (Column("payer", "资金来源", "name", heads=True),)
    labels = [(Cell(name or f"{_UNSTATED}资金来源"),) for name in payers]
    return _figure("money-by-payer", "各级财政资金", heads, labels, money)


def _given(catalogue: Catalogue) -> list[PublicAward]:
    """Winners as announced: a cancelled title's money was announced and may have been paid."""
    return [award for award in catalogue.awards.values() if award.status in {"awarded", "revoked"}]


def _grouped(
    catalogue: Catalogue,
    keys: Iterable[object],
    of_award: Callable[[PublicAward], object],
    of_paid: Callable[[PublicAward, PublicPaid], object],
) -> list[_Money]:
    """The money of each key, in their order."""
    given = _given(catalogue)
    payments = [(of_paid(award, paid), paid.amount) for award in given for paid in award.paid]
    found = []
    for key in keys:
        amounts = [award.amount for award in given if of_award(award) == key]
        stated = [amount for amount in amounts if amount is not None]
        paid = [amount for group, amount in payments if group == key]
        found.append(_Money(_sum(stated), len(amounts) - len(stated), _sum(paid)))
    return found


def _sum(amounts: Sequence[int]) -> int | None:
    return sum(amounts) if amounts else None


def _figure(
    name: str, title: str, heads: tuple[Column, ...], labels: Sequence[tuple[Cell, ...]], money: Sequence[_Money]
) -> Figure:
    """A chart and table of money; the last of the heads names a bar, the one before it its group.

    What has neither an announced title nor a payment stands there as such.
    """
    columns = (*heads, *_COLUMNS)
    bars = [
        Bar(
            label[-1].text,
            each.words,
            (Part("done", Decimal(each.paid or 0) / _WAN),),
            None if each.announced is None else Part("whole", Decimal(each.announced) / _WAN),
            more=each.without,
            group=label[-2].text if len(label) > 1 else "",
        )
        for label, each in zip(labels, money, strict=True)
    ]
    total = _Money(
        _sum([each.announced for each in money if each.announced is not None]),
        sum(each.unstated for each in money),
        _sum([each.paid for each in money if each.paid is not None]),
    )
    sums = dict(zip((column.key for column in _COLUMNS), total.cells, strict=True))
    shown = any(each.shown for each in money)
    rows = tuple((*label, *each.cells) for label, each in zip(labels, money, strict=True)) if shown else ()
    table = Table(name, title, columns, rows, (sum_row(columns, "合计", **sums),))
    chart = bar_chart(title, "万元", bars if shown else (), _KEYS, paired=True)
    return Figure(chart, table, "目前没有已公布的列入名单，也没有已下达的资金。")
