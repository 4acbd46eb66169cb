"""The list of all awards and a page for each award, pilot and area that fell out."""

from collections.abc import Iterator

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest_of_awards
from gongshi.pages.catalogue.lineage import former_names, present_names
from gongshi.pages.catalogue.sources import sources_of_award, windows_of_award
from gongshi.pages.data.linked import linked_award
from gongshi.pages.tables.award import award_tables
from gongshi.pages.tables.award_list import award_list
from gongshi.pages.values.page import Entry, Page
from gongshi.pages.values.wording import AWARD_STATUS
from gongshi.public.award import PublicAward


def award_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of all awards and a page for each."""
    listed = [award for award in catalogue.awards.values() if award.status != "dropped"]
    listed.sort(key=lambda award: catalogue.programmes[award.programme].year, reverse=True)
    yield Page(
        url="awards/",
        template="awards.html",
        title="列入名单",
        description="历年拟列入、已列入、试点培育和已取消的县（市、区）名单，可按年度、专项、类别和设区市查找。",
        hub="awards/",
        entry=Entry("栏目", "列入情况", lists=True),
        updated=latest_of_awards(catalogue, catalogue.awards.values()),
        tables=(award_list(catalogue, "历年全部名单", listed),) if listed else (),
    )
    for award in catalogue.awards.values():
        yield _award_page(catalogue, award)


def _award_page(catalogue: Catalogue, award: PublicAward) -> Page:
    programme = catalogue.programmes[award.programme]
    status = AWARD_STATUS[award.status]
    sources = sources_of_award(catalogue, award)
    places = [former_names(catalogue, award.division), present_names(catalogue, award.division)]
    city = next((city for city in catalogue.site.cities if city.name == award.city), None)
    return Page(
        url=f"awards/{award.id}/",
        template="award.html",
        title=f"{award.city}{award.county} {programme.year}年{award.category_name}",
        description=f"{award.city}{award.county}：{programme.name}，{award.category_name}，{status}。",
        hub="awards/",
        facts={
            "award": award,
            "programme": programme,
            "city": city,
            "sources": sources,
            "windows": windows_of_award(catalogue, award),
        },
        tables=award_tables(award, sources),
        entry=Entry(status, "列入情况", " ".join(filter(None, places))),
        updated=latest_of_awards(catalogue, (award,)),
        linked=linked_award(catalogue.site, programme, award),
        feed=f"programmes/{programme.id}/feed.xml",
    )
