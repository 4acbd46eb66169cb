"""The chart of progress reports: in time, late and missing, by round."""

from decimal import Decimal

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.charts.bars import Bar, Figure, Fill, Stretch, bar_chart
from gongshi.pages.values.cells import round_cell
from gongshi.pages.values.table import Column, Table, count_cell, sum_row
from gongshi.pages.values.wording import REPORT_STATUS
from gongshi.public.follow_up import ReportStatus

_TITLE = "各申报项目进展报告报送情况"
_STATES: tuple[tuple[ReportStatus, Fill], ...] = (("received", "done"), ("late", "pending"), ("missing", "missing"))
_COLUMNS = (
    Column("year", "年度", "number"),
    Column("programme", "申报项目", "plan", heads=True),
    Column("owed", "应报", "number"),
    *(Column(status, REPORT_STATUS[status], "number") for status, _ in _STATES),
)


def reports_figure(catalogue: Catalogue) -> Figure:
    """Progress reports past their day, by round."""
    rows, bars, totals = [], [], [0] * len(_STATES)
    for programme in catalogue.programmes.values():
        reports = [report for award in programme.awards for report in award.reports]
        counts = [sum(report.status == status for report in reports) for status, _ in _STATES]
        if not any(counts):
            continue
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        named = round_cell(programme)
        rows.append((count_cell(programme.year), named, *map(count_cell, (sum(counts), *counts))))
        found = [(*state, count) for state, count in zip(_STATES, counts, strict=True)]
        words = "，".join(f"{REPORT_STATUS[status]}{count}" for status, _, count in found if count)
        bars.append(
            Bar(programme.name, words, tuple(Stretch(fill, Decimal(n)) for _, fill, n in found), link=named.link)
        )
    keys = [column.key for column in _COLUMNS[2:]]
    sums = dict(zip(keys, map(count_cell, (sum(totals), *totals)), strict=True))
    table = Table("reports", _TITLE, _COLUMNS, tuple(rows), (sum_row(_COLUMNS, "合计", **sums),))
    chart = bar_chart(_TITLE, "份", bars, [(fill, REPORT_STATUS[status]) for status, fill in _STATES])
    return Figure(chart, table, "目前没有到期的进展报告。")
