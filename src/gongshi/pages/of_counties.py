"""The list of counties by city and a page for each."""

from collections.abc import Iterator

from gongshi.pages.cells import amount_cell, status_cell
from gongshi.pages.feeds import feeds_of
from gongshi.pages.former import former_names, present_names
from gongshi.pages.latest import latest_of_awards
from gongshi.pages.linked import linked_county
from gongshi.pages.origins import listed_in
from gongshi.pages.page import Catalogue, Entry, Page
from gongshi.pages.table import Cell, Column, Table, count_cell, text_cell, wan_cell
from gongshi.public.types import PublicCounty

__all__ = ["county_pages"]


def county_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of counties by city and a page for each."""
    hub = "counties/"
    cities: dict[str, list[PublicCounty]] = {}
    for county in catalogue.site.counties:
        cities.setdefault(county.city, []).append(county)
    fed = {feed.place for feed in feeds_of(catalogue)}
    yield Page(
        url=hub,
        template="counties.html",
        title="县（市、区）",
        description="按设区市查看各县（市、区）的列入情况。",
        hub=hub,
        facts={"cities": cities},
        updated=latest_of_awards(catalogue, (award for county in catalogue.site.counties for award in county.awards)),
    )
    for county in catalogue.site.counties:
        yield Page(
            url=f"{hub}{county.id}/",
            template="county.html",
            title=f"{county.city}{county.name}",
            description=f"{county.city}{county.name}历年列入情况。",
            hub=hub,
            facts={"county": county},
            tables=(_awards(catalogue, county),) if county.awards else (),
            entry=_entry(catalogue, county),
            updated=latest_of_awards(catalogue, county.awards),
            linked=linked_county(catalogue, county),
            feed=f"{hub}{county.id}/feed.xml" if f"{hub}{county.id}/" in fed else "",
        )


def _entry(catalogue: Catalogue, county: PublicCounty) -> Entry:
    """A county is found by its former names as by its own, and by its awards."""
    awards = [f"{award.category_name} {award.plan_title}" for award in county.awards]
    text = " ".join([present_names(catalogue, county.id), *awards])
    return Entry("县（市、区）", text, names=former_names(catalogue, county.id))


_AWARDS = (
    Column("year", "年度", "number"),
    Column("programme", "申报项目", "plan"),
    Column("category", "类别", "plan"),
    Column("status", "状态"),
    Column("plan", "实施方案", "plan", heads=True),
    Column("amount", "支持资金（万元）", "number"),
    Column("paid", "已下达（万元）", "number"),
)


def _awards(catalogue: Catalogue, county: PublicCounty) -> Table:
    """What a county was proposed, awarded, cancelled, over the years."""
    rows = []
    for award in county.awards:
        programme = catalogue.programmes[award.programme]
        rows.append(
            (
                count_cell(programme.year),
                text_cell(programme.name, f"programmes/{programme.id}/"),
                text_cell(award.category_name),
                status_cell(award.status),
                Cell(award.plan_title, link=f"awards/{award.id}/", struck=award.status == "revoked"),
                amount_cell(award),
                wan_cell(sum(paid.amount for paid in award.paid) if award.paid else None),
            )
        )
    sources = dict.fromkeys(source for award in county.awards for source in listed_in(catalogue, award))
    return Table("awards", f"{county.name}历年列入情况", _AWARDS, tuple(rows), sources=tuple(sources))
