"""The tables of an award's page: its projects, its money, its reports and grades."""

from gongshi.pages.catalogue.sources import SourcesByFact
from gongshi.pages.values.cells import report_cell
from gongshi.pages.values.money import paid_to, rewards_of, total_of
from gongshi.pages.values.table import (
    Column,
    Spec,
    Table,
    count_cell,
    day_cell,
    fill,
    money_cell,
    numbered,
    sum_row,
    text_cell,
)
from gongshi.pages.values.wording import continued, span
from gongshi.public.award import PublicAward, PublicProjectItem
from gongshi.public.follow_up import PublicEvaluation, PublicPaid, PublicReport, PublicReward


def award_tables(award: PublicAward, sources: SourcesByFact) -> tuple[Table, ...]:
    """Those of its tables that have rows."""
    reports = Table(
        "reports", "进展报告", *fill(_REPORTS, award.reports), sources=sources["reports"], records="业务记录"
    )
    grades = Table("evaluations", "绩效评价", *fill(_EVALUATIONS, award.evaluations), sources=sources["evaluations"])
    tables = (_projects_table(award), _money_table(award, sources), reports, grades)
    return tuple(table for table in tables if table.rows)


_PROJECTS: Spec[PublicProjectItem] = (
    (Column("firm", "企业名称", "name"), lambda project: text_cell(project.firm)),
    (Column("project", "项目名称", "name", heads=True), lambda project: text_cell(project.name)),
    (Column("brief", "项目简述", "brief"), lambda project: text_cell(project.brief)),
    (Column("investment", "投入资金（万元）", "number"), lambda project: money_cell(project.investment)),
    (Column("period", "建设周期", "period"), lambda project: text_cell(span(project.starts, project.ends))),
)


def _projects_table(award: PublicAward) -> Table:
    columns, rows = numbered(fill(_PROJECTS, award.projects))
    total = sum_row(columns, "合计", investment=money_cell(sum(project.investment for project in award.projects)))
    return Table("projects", f"项目情况表（{len(rows)}项）", columns, rows, (total,), records="申报材料")


_MONEY: Spec[tuple[str, PublicPaid | PublicReward]] = (
    (Column("year", "年度", "number"), lambda given: count_cell(given[1].year)),
    (Column("matter", "事项", "short", heads=True), lambda given: text_cell(given[0])),
    (Column("payer", "资金来源", "short"), lambda given: text_cell(given[1].payer)),
    (Column("notice_date", "文件日期", "day"), lambda given: day_cell(given[1].notice_date)),
    (Column("amount", "金额（万元）", "number"), lambda given: money_cell(given[1].amount)),
)


def _money_table(award: PublicAward, sources: SourcesByFact) -> Table:
    """Payments and rewards one by one; a sum if there are several."""
    given: list[tuple[str, PublicPaid | PublicReward]] = [("资金下达", payment) for payment in award.paid]
    given += [("奖励", reward) for reward in award.rewards]
    columns, rows = fill(_MONEY, given)
    total = sum_row(columns, "合计", amount=money_cell(total_of((paid_to(award), rewards_of(award)))))
    foot = (total,) if len(rows) > 1 else ()
    return Table("money", "逐笔资金", columns, rows, foot, (*sources["paid"], *sources["rewards"]))


_REPORTS: Spec[PublicReport] = (
    (Column("due", "应报月份", "day", heads=True), lambda report: day_cell(report.due)),
    (Column("status", "报送情况", "short"), report_cell),
    (Column("received_on", "收到日期", "day"), lambda report: day_cell(report.received_on)),
)
_EVALUATIONS: Spec[PublicEvaluation] = (
    (Column("year", "年度", "short", heads=True), lambda evaluation: text_cell(f"{evaluation.year}年度")),
    (Column("grade", "等次"), lambda evaluation: text_cell(evaluation.grade)),
    (Column("continued", "次年支持"), lambda evaluation: text_cell(continued(evaluation.continued))),
)
