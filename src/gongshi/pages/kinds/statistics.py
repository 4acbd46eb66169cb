"""The page of numbers: titles, money, targets and reports as charts, and counties as tiles."""

from collections.abc import Iterator
from decimal import Decimal

from gongshi.pages.catalogue import Catalogue
from gongshi.pages.charts.bars import Bar, Figure, Fill, Part, bar_chart
from gongshi.pages.charts.money import money_by_category, money_by_city, money_by_payer, money_by_year
from gongshi.pages.charts.tilemap import places_of, tile_map
from gongshi.pages.charts.titles import place_table, progress, titles_by_category, titles_by_city, titles_by_year
from gongshi.pages.values.page import Page
from gongshi.pages.values.table import Column, Table, count_cell, sum_row, text_cell
from gongshi.public.types import ReportStatus

_URL = "numbers/"


def statistics_page(catalogue: Catalogue) -> Iterator[Page]:
    """Charts, each with its table, and the tile map with its table."""
    site = catalogue.site
    titles = (titles_by_category(catalogue), titles_by_city(catalogue), titles_by_year(catalogue))
    money = (
        money_by_category(catalogue),
        money_by_city(catalogue),
        money_by_year(catalogue),
        money_by_payer(catalogue),
    )
    targets, reports = progress(catalogue), _reports(catalogue)
    places = places_of(site.counties, site.today)
    listed = place_table(places)
    tables = [figure.table for figure in (*titles, targets, *money, reports)] + [listed]
    yield Page(
        url=_URL,
        template="numbers.html",
        title="统计",
        description="历年列入数、资金、总目标完成情况和进展报告的统计图表，各县（市、区）分布方格图。",
        hub=_URL,
        facts={
            "titles": titles,
            "targets": targets,
            "money": money,
            "reports": reports,
            "map": tile_map(site.cities, places),
        },
        contents=True,
        updated=site.today,
        tables=tuple(table for table in tables if table.rows),
    )


_STATES: tuple[tuple[ReportStatus, str, Fill], ...] = (
    ("received", "按期报送", "done"),
    ("late", "逾期报送", "pending"),
    ("missing", "未报送", "missing"),
)
_REPORTS = (
    Column("year", "年度", "number"),
    Column("programme", "申报项目", "plan", heads=True),
    Column("owed", "应报", "number"),
    *(Column(status, title, "number") for status, title, _ in _STATES),
)


def _reports(catalogue: Catalogue) -> Figure:
    """Progress reports past their day, by round."""
    rows, bars, totals = [], [], [0, 0, 0]
    for programme in catalogue.programmes.values():
        reports = [report for award in programme.awards for report in award.reports]
        counts = [sum(report.status == status for report in reports) for status, _, _ in _STATES]
        if not any(counts):
            continue
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        named = text_cell(programme.name, f"programmes/{programme.id}/")
        rows.append((count_cell(programme.year), named, *map(count_cell, (sum(counts), *counts))))
        told = [f"{title}{count}" for (_, title, _), count in zip(_STATES, counts, strict=True) if count]
        parts = tuple(Part(fill, Decimal(count)) for (_, _, fill), count in zip(_STATES, counts, strict=True))
        bars.append(Bar(programme.name, "，".join(told), parts, link=named.link))
    keys = [column.key for column in _REPORTS[2:]]
    sums = dict(zip(keys, map(count_cell, (sum(totals), *totals)), strict=True))
    table = Table("reports", "各申报项目进展报告报送情况", _REPORTS, tuple(rows), (sum_row(_REPORTS, "合计", **sums),))
    chart = bar_chart("各申报项目进展报告报送情况", "份", bars, [(fill, title) for _, title, fill in _STATES])
    return Figure(chart, table, "目前没有到期的进展报告。")
