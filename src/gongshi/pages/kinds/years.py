"""A page for each year: its rounds, each category in figures, everybody who was listed."""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest_of_programme
from gongshi.pages.charts.tally import TALLY, Tally, tally_of
from gongshi.pages.tables.award_list import award_list
from gongshi.pages.values.cells import category_cell, round_cell
from gongshi.pages.values.page import Entry, Page
from gongshi.pages.values.table import Column, Spec, Table, cells_of, count_cell, fill, sum_row, through
from gongshi.public.category import PublicCategory
from gongshi.public.round import PublicProgramme


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


class _Counted(NamedTuple):
    """A category with its round, and its awards in that round counted."""

    round: PublicProgramme
    category: PublicCategory
    tally: Tally


_CATEGORIES: Spec[_Counted] = (
    (Column("programme", "申报项目", "name"), lambda counted: round_cell(counted.round)),
    (
        Column("category", "类别", "name", heads=True),
        lambda counted: category_cell(counted.category.name, counted.round.scheme, counted.category.id),
    ),
    (Column("places", "名额", "number"), lambda counted: count_cell(counted.category.places)),
    *through(TALLY, attrgetter("tally")),
)


def _categories_table(year: int, rounds: list[PublicProgramme]) -> Table:
    """Places and awards of each category in that year."""
    found = [
        _Counted(round_, category, tally_of(a for a in (*round_.awards, *round_.pilots) if a.category == category.id))
        for round_ in rounds
        for category in round_.categories
    ]
    columns, rows = fill(_CATEGORIES, found)
    whole = tally_of(award for round_ in rounds for award in (*round_.awards, *round_.pilots))
    places = count_cell(sum(round_.places for round_ in rounds))
    total = sum_row(columns, "合计", places=places, **cells_of(TALLY, whole))
    return Table("categories", f"{year}年各类别情况", columns, rows, (total,))
