"""The tables of a round's money: what its list brings by category and payer, and what was paid to whom."""

from collections.abc import Callable, Mapping, Sequence

from gongshi.pages.sources import call_sources, list_sources, notice_sources
from gongshi.pages.values.cells import area_alone_cell
from gongshi.pages.values.table import Cell, Column, Table, count_cell, day_cell, sum_row, text_cell, wan_cell
from gongshi.public.types import PublicProgramme


def payments_table(programme: PublicProgramme) -> Table:
    """Money as announced, by category and payer, with a sum for each payer and for all."""
    columns = (
        Column("category", "类别", "name", heads=True),
        Column("payer", "资金来源", "short"),
        Column("winners", f"个数（{programme.unit}）", "number"),
        Column("amount", f"每{programme.unit}（万元）", "number"),
        Column("total", "合计（万元）", "number"),
    )
    payments = programme.payments
    rows = tuple(
        (
            text_cell(payment.category_name),
            text_cell(payment.payer),
            count_cell(payment.winners),
            wan_cell(payment.amount),
            wan_cell(payment.total),
        )
        for payment in payments
    )

    def sums(lines: Sequence[int]) -> Mapping[str, Cell]:
        part = [payments[line] for line in lines]
        return {
            "winners": count_cell(sum(payment.winners for payment in part)),
            "total": wan_cell(sum(payment.total for payment in part)),
        }

    made_known = "公示" if programme.awards[0].status == "proposed" else "公布"
    return Table(
        "payments",
        f"资金安排（按{made_known}的名单）",
        columns,
        rows,
        _sum_rows(columns, [payment.payer for payment in payments], sums),
        (*call_sources(programme, clause=programme.funding.clause), *list_sources(programme, programme.awards)),
    )


_PAID = (
    Column("year", "年度", "number"),
    Column("city", "设区市", "short"),
    Column("county", "县（市、区）", heads=True),
    Column("amount", "金额（万元）", "number"),
    Column("payer", "资金来源", "short"),
    Column("notice_date", "文件日期", "day"),
)


def paid_table(programme: PublicProgramme) -> Table:
    """What was paid to whom, by year, winners in their order, with sums."""
    paid = [(award, payment) for award in programme.awards for payment in award.paid]
    paid.sort(key=lambda pair: pair[1].year)
    rows = tuple(
        (
            count_cell(payment.year),
            text_cell(award.city),
            area_alone_cell(award),
            wan_cell(payment.amount),
            text_cell(payment.payer),
            day_cell(payment.told_on),
        )
        for award, payment in paid
    )

    def sums(lines: Sequence[int]) -> Mapping[str, Cell]:
        return {"amount": wan_cell(sum(paid[line][1].amount for line in lines))}

    foot = _sum_rows(_PAID, [payment.payer for _, payment in paid], sums)
    sources = notice_sources(programme, "funding", words=(paid[0][0].city, paid[0][0].county))
    return Table("paid", "已下达资金", _PAID, rows, foot, sources)


def _sum_rows(
    columns: tuple[Column, ...], payers: Sequence[str], sums: Callable[[Sequence[int]], Mapping[str, Cell]]
) -> tuple[tuple[Cell, ...], ...]:
    """A row for each payer if there are several, then one for all; `sums` adds up the lines it is given."""
    groups = {payer: [line for line, name in enumerate(payers) if name == payer] for payer in sorted(set(payers))}
    parts = groups if len(groups) > 1 else {}
    rows = [sum_row(columns, "小计", payer=text_cell(payer), **sums(lines)) for payer, lines in parts.items()]
    return (*rows, sum_row(columns, "合计", **sums(range(len(payers)))))
