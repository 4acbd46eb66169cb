"""The tables of an award's page: its projects, its money, its reports and grades."""

from gongshi.pages.sources import SourcesByFact
from gongshi.pages.values.cells import report_cell
from gongshi.pages.values.money import paid_to, rewards_of, total_of
from gongshi.pages.values.table import Column, Table, count_cell, day_cell, sum_row, text_cell, wan_cell
from gongshi.pages.values.wording import continued, span
from gongshi.public.types import PublicAward


def award_tables(award: PublicAward, sources: SourcesByFact) -> tuple[Table, ...]:
    """Those of its tables that have rows."""
    tables = (
        _projects_table(award),
        _money_table(award, sources),
        _reports_table(award, sources),
        _evaluations_table(award, sources),
    )
    return tuple(table for table in tables if table.rows)


_PROJECTS = (
    Column("number", "序号", "number"),
    Column("firm", "企业名称", "name"),
    Column("project", "项目名称", "name", heads=True),
    Column("brief", "项目简述", "brief"),
    Column("investment", "投入资金（万元）", "number"),
    Column("period", "建设周期", "period"),
)


def _projects_table(award: PublicAward) -> Table:
    rows = tuple(
        (
            count_cell(number),
            text_cell(item.firm),
            text_cell(item.name),
            text_cell(item.brief),
            wan_cell(item.investment),
            text_cell(span(item.starts, item.ends)),
        )
        for number, item in enumerate(award.projects, start=1)
    )
    total = sum_row(_PROJECTS, "合计", investment=wan_cell(sum(item.investment for item in award.projects)))
    return Table("projects", f"项目情况表（{len(rows)}项）", _PROJECTS, rows, (total,), records="申报材料")


_MONEY = (
    Column("year", "年度", "number"),
    Column("matter", "事项", "short", heads=True),
    Column("payer", "资金来源", "short"),
    Column("notice_date", "文件日期", "day"),
    Column("amount", "金额（万元）", "number"),
)


def _money_table(award: PublicAward, sources: SourcesByFact) -> Table:
    rows = tuple(
        (
            count_cell(item.year),
            text_cell(matter),
            text_cell(item.payer),
            day_cell(item.told_on),
            wan_cell(item.amount),
        )
        for matter, items in (("资金下达", award.paid), ("奖励", award.rewards))
        for item in items
    )
    total = wan_cell(total_of((paid_to(award), rewards_of(award))))
    foot = (sum_row(_MONEY, "合计", amount=total),) if len(rows) > 1 else ()
    return Table("money", "逐笔资金", _MONEY, rows, foot, (*sources["paid"], *sources["rewards"]))


_REPORTS = (
    Column("due", "应报月份", "day", heads=True),
    Column("status", "报送情况", "short"),
    Column("received_on", "收到日期", "day"),
)


def _reports_table(award: PublicAward, sources: SourcesByFact) -> Table:
    rows = tuple((day_cell(report.due), report_cell(report), day_cell(report.received_on)) for report in award.reports)
    return Table("reports", "进展报告", _REPORTS, rows, sources=sources["reports"], records="业务记录")


_EVALUATIONS = (
    Column("year", "年度", "short", heads=True),
    Column("grade", "等次"),
    Column("continued", "次年支持"),
)


def _evaluations_table(award: PublicAward, sources: SourcesByFact) -> Table:
    rows = tuple(
        (text_cell(f"{item.year}年度"), text_cell(item.grade), text_cell(continued(item.continued)))
        for item in award.evaluations
    )
    return Table("evaluations", "绩效评价", _EVALUATIONS, rows, sources=sources["evaluations"])
