"""The tables of a round's money: what its list brings by category and payer, and what was paid to whom."""

from collections.abc import Mapping
from typing import NamedTuple

from gongshi.pages.catalogue.sources import call_sources, list_sources, notice_sources
from gongshi.pages.values.cells import area_alone_cell
from gongshi.pages.values.money import sums_by
from gongshi.pages.values.table import (
    Cell,
    Column,
    Spec,
    Table,
    count_cell,
    day_cell,
    fill,
    money_cell,
    sum_row,
    text_cell,
)
from gongshi.public.award import PublicAward
from gongshi.public.category import PublicPayment
from gongshi.public.follow_up import PublicPaid
from gongshi.public.round import PublicProgramme


def payments_table(programme: PublicProgramme) -> Table:
    """Money as announced, by category and payer, with a sum for each payer and for all."""
    spec: Spec[PublicPayment] = (
        (Column("category", "类别", "name", heads=True), lambda payment: text_cell(payment.category_name)),
        (Column("payer", "资金来源", "short"), lambda payment: text_cell(payment.payer)),
        (Column("winners", f"个数（{programme.unit}）", "number"), lambda payment: count_cell(payment.winners)),
        (Column("amount", f"每{programme.unit}（万元）", "number"), lambda payment: money_cell(payment.amount)),
        (Column("total", "合计（万元）", "number"), lambda payment: money_cell(payment.total)),
    )
    payments = programme.payments
    columns, rows = fill(spec, payments)
    winners = sums_by((payment.payer, payment.winners) for payment in payments)
    totals = sums_by((payment.payer, payment.total) for payment in payments)
    by_payer = {payer: {"winners": count_cell(winners[payer]), "total": money_cell(totals[payer])} for payer in totals}
    whole = {"winners": count_cell(sum(winners.values())), "total": money_cell(sum(totals.values()))}
    made_known = "公示" if programme.awards[0].status == "proposed" else "公布"
    return Table(
        "announced_support",
        f"资金安排（按{made_known}的名单）",
        columns,
        rows,
        _sum_rows(columns, by_payer, whole),
        (*call_sources(programme, clause=programme.funding.clause), *list_sources(programme, programme.awards)),
    )


class _Paid(NamedTuple):
    """A payment with the award that it went to."""

    award: PublicAward
    payment: PublicPaid


_PAID: Spec[_Paid] = (
    (Column("year", "年度", "number"), lambda paid: count_cell(paid.payment.year)),
    (Column("city", "设区市", "short"), lambda paid: text_cell(paid.award.city)),
    (Column("county", "县（市、区）", heads=True), lambda paid: area_alone_cell(paid.award)),
    (Column("amount", "金额（万元）", "number"), lambda paid: money_cell(paid.payment.amount)),
    (Column("payer", "资金来源", "short"), lambda paid: text_cell(paid.payment.payer)),
    (Column("notice_date", "文件日期", "day"), lambda paid: day_cell(paid.payment.notice_date)),
)


def paid_table(programme: PublicProgramme) -> Table:
    """What was paid to whom, by year, winners in their order, with sums."""
    paid = [_Paid(award, payment) for award in programme.awards for payment in award.paid]
    paid.sort(key=lambda each: each.payment.year)
    columns, rows = fill(_PAID, paid)
    totals = sums_by((payment.payer, payment.amount) for _, payment in paid)
    by_payer = {payer: {"amount": money_cell(total)} for payer, total in totals.items()}
    foot = _sum_rows(columns, by_payer, {"amount": money_cell(sum(totals.values()))})
    first = paid[0].award
    sources = notice_sources(programme, "funding", words=(first.city, first.county))
    return Table("paid", "已下达资金", columns, rows, foot, sources)


def _sum_rows(
    columns: tuple[Column, ...], by_payer: Mapping[str, Mapping[str, Cell]], whole: Mapping[str, Cell]
) -> tuple[tuple[Cell, ...], ...]:
    """A row of sums for each payer if there are several, then one for all; sums are given by the keys of columns."""
    parts = sorted(by_payer.items()) if len(by_payer) > 1 else []
    rows = [sum_row(columns, "小计", payer=text_cell(payer), **sums) for payer, sums in parts]
    return (*rows, sum_row(columns, "合计", **whole))
