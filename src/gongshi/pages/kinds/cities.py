"""A page for each city: its counties with their awards and money, and everybody who was listed."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest_of_awards
from gongshi.pages.charts.tally import TALLY, Tally, tally_of
from gongshi.pages.tables.award_list import award_list
from gongshi.pages.values.page import Entry, Page
from gongshi.pages.values.table import Column, Spec, Table, cells_of, fill, sum_row, text_cell, through
from gongshi.pages.values.wording import lasted
from gongshi.public.places import PublicCity, PublicCounty


def city_pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each city."""
    for city in catalogue.site.cities:
        counties = [county for county in catalogue.site.counties if county.city_code == city.code]
        awards = catalogue.awards_of({county.id for county in counties})
        listed = (award_list(catalogue, f"{city.name}历年名单", awards, without="city"),) if awards else ()
        yield Page(
            url=f"cities/{city.code}/",
            template="city.html",
            title=city.name,
            description=f"{city.name}各县（市、区）历年列入情况和支持资金。",
            hub="counties/",
            facts={"city": city, "tally": tally_of(awards)},
            updated=latest_of_awards(catalogue, awards),
            entry=Entry("设区市", "县（市、区）", lists=True),
            tables=(*((_counties_table(city, counties),) if counties else ()), *listed),
        )


class _Counted(NamedTuple):
    """A county with its awards counted."""

    county: PublicCounty
    tally: Tally


_COUNTIES: Spec[_Counted] = (
    (
        Column("county", "县（市、区）", heads=True),
        lambda counted: text_cell(counted.county.name, f"counties/{counted.county.id}/"),
    ),
    (Column("note", "存续"), lambda counted: text_cell(lasted(counted.county))),
    *through(TALLY, attrgetter("tally")),
)


def _counties_table(city: PublicCity, counties: Sequence[PublicCounty]) -> Table:
    """Each county's awards under the name it had then."""
    columns, rows = fill(_COUNTIES, (_Counted(county, tally_of(county.awards)) for county in counties))
    whole = tally_of(award for county in counties for award in county.awards)
    total = sum_row(columns, "合计", **cells_of(TALLY, whole))
    return Table("counties", f"{city.name}各县（市、区）历年列入情况", columns, rows, (total,))
