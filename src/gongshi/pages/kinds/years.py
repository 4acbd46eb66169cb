"""A page for each year: its rounds, each category in figures, everybody who was listed."""

from collections.abc import Iterator

from gongshi.pages.catalogue import Catalogue
from gongshi.pages.charts.tally import TALLY, tally_cells
from gongshi.pages.latest import latest_of_programme
from gongshi.pages.tables.award_list import award_list
from gongshi.pages.values.page import Entry, Page
from gongshi.pages.values.table import Column, Table, count_cell, row_of, sum_row, text_cell
from gongshi.public.types import PublicProgramme


def year_pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each year that has a round."""
    for year in catalogue.years:
        rounds = [programme for programme in catalogue.site.programmes if programme.year == year]
        awards = [award for round_ in rounds for award in (*round_.awards, *round_.pilots)]
        listed = (award_list(catalogue, f"{year}年名单", awards, without="year"),) if awards else ()
        yield Page(
            url=f"years/{year}/",
            template="year.html",
            title=f"{year}年",
            description=f"{year}年的申报项目、各类别情况和列入名单。",
            hub="awards/",
            facts={"year": year, "rounds": rounds},
            updated=max(latest_of_programme(catalogue, round_) for round_ in rounds),
            entry=Entry("年度", "列入情况", lists=True),
            tables=(_categories_table(year, rounds), *listed),
        )


_COLUMNS = (
    Column("programme", "申报项目", "name"),
    Column("category", "类别", "name", heads=True),
    Column("places", "名额", "number"),
    *TALLY,
)


def _categories_table(year: int, rounds: list[PublicProgramme]) -> Table:
    """Places and awards of each category in that year."""
    rows = []
    for round_ in rounds:
        for category in round_.categories:
            awards = [award for award in (*round_.awards, *round_.pilots) if award.category == category.id]
            cells = {
                "programme": text_cell(round_.name, f"programmes/{round_.id}/"),
                "category": text_cell(category.name, f"categories/{round_.scheme}.{category.id}/"),
                "places": count_cell(category.places),
                **tally_cells(awards),
            }
            rows.append(row_of(_COLUMNS, cells))
    whole = tally_cells(award for round_ in rounds for award in (*round_.awards, *round_.pilots))
    total = sum_row(_COLUMNS, "合计", places=count_cell(sum(round_.places for round_ in rounds)), **whole)
    return Table("categories", f"{year}年各类别情况", _COLUMNS, tuple(rows), (total,))
