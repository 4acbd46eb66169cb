"""The list of counties by city and a page for each, with what was listed under its former names."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest_of_awards
from gongshi.pages.catalogue.lineage import former_names, former_of, successions_of
from gongshi.pages.charts.tilemap import Place, places_of
from gongshi.pages.data.linked import linked_county
from gongshi.pages.feeds.feeds import feeds_of
from gongshi.pages.tables.award_list import county_list
from gongshi.pages.values.page import Entry, Page
from gongshi.pages.values.wording import day
from gongshi.public.places import PublicCounty
from gongshi.public.site import PublicSite


def county_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of counties by city and a page for each."""
    hub = "counties/"
    cities: dict[tuple[str, str], list[_CountyLine]] = {}
    for line in _county_lines(catalogue.site):
        cities.setdefault((line.county.city, line.county.city_code), []).append(line)
    fed = {feed.place for feed in feeds_of(catalogue)}
    yield Page(
        url=hub,
        template="counties.html",
        title="县（市、区）",
        description="按设区市查看各县（市、区）的列入情况。",
        hub=hub,
        facts={"cities": cities},
        entry=Entry("栏目", "县（市、区）", lists=True),
        updated=latest_of_awards(catalogue, (award for county in catalogue.site.counties for award in county.awards)),
    )
    for county in catalogue.site.counties:
        page = _county_page(catalogue, county)
        yield replace(page, feed=f"{page.url}feed.xml" if page.url in fed else "")


@dataclass(frozen=True)
class _CountyLine:
    """A county in the list of all."""

    county: PublicCounty
    awarded: int
    """Titles that stand, those under former names among them."""
    about: str
    """Which of them were given under former names; empty if none."""
    lasting: str
    """Since when it will be there, or until when it was; empty for one that neither comes nor goes."""


def _county_lines(site: PublicSite) -> Iterator[_CountyLine]:
    places = {place.county.id: place for place in places_of(site.counties, site.today)}
    for county in site.counties:
        place = places.get(county.id) or Place(county, gone=True)
        coming = f"自{day(county.valid_from)}" if county.valid_from > site.today[:7] else ""
        going = f"至{day(county.valid_to)}" if county.valid_to else ""
        yield _CountyLine(county, place.awarded, place.about_former, coming + going)


def _county_page(catalogue: Catalogue, county: PublicCounty) -> Page:
    former = former_of(catalogue, county)
    awards = catalogue.awards_of([each.id for each in (county, *former)])
    goes_on = [catalogue.counties[name] for name in county.formerly]
    return Page(
        url=f"counties/{county.id}/",
        template="county.html",
        title=f"{county.city}{county.name}",
        description=f"{county.city}{county.name}历年列入情况。",
        hub="counties/",
        facts={
            "county": county,
            "successions": successions_of(catalogue, county),
            "former": [each for each in former if each.awards],
            "parted": [each for each in goes_on if not each.valid_to and each.awards],
        },
        tables=(county_list(catalogue, county, awards),) if awards else (),
        entry=Entry("县（市、区）", names=former_names(catalogue, county.id), lists=True),
        updated=latest_of_awards(catalogue, awards),
        linked=linked_county(catalogue, county),
    )
