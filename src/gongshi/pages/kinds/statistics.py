"""The page of statistics: titles, money, targets and reports as charts, and counties as tiles."""

from collections.abc import Iterator

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.charts.money import money_figures
from gongshi.pages.charts.reports import reports_figure
from gongshi.pages.charts.tilemap import places_of, tile_map
from gongshi.pages.charts.titles import place_table, progress_figure, title_figures
from gongshi.pages.values.page import Page

_URL = "numbers/"


def statistics_page(catalogue: Catalogue) -> Iterator[Page]:
    """Charts, each with its table, and the tile map with its table."""
    site = catalogue.site
    titles, money = title_figures(catalogue), money_figures(catalogue)
    targets, reports = progress_figure(catalogue), reports_figure(catalogue)
    places = places_of(site.counties, site.today)
    tables = [figure.table for figure in (*titles, targets, *money, reports)] + [place_table(places)]
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
