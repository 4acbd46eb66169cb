"""The list of rounds and a page for each."""

from collections.abc import Iterator

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest, latest_of_programme
from gongshi.pages.catalogue.sources import sources_of_round
from gongshi.pages.data.linked import linked_programme
from gongshi.pages.feeds.calendars import dates_of
from gongshi.pages.tables.round import programme_tables
from gongshi.pages.values.page import Entry, Page
from gongshi.pages.values.wording import STAGE


def programme_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of rounds and a page for each."""
    hub = "programmes/"
    about = "历年申报项目、所处阶段和办理结果。"
    yield Page(
        hub,
        "programmes.html",
        "申报项目",
        about,
        hub,
        updated=latest(catalogue),
        entry=Entry("栏目", "申报项目", lists=True),
    )
    for programme in catalogue.site.programmes:
        yield Page(
            url=f"{hub}{programme.id}/",
            template="programme.html",
            title=programme.name,
            description=f"{programme.name}（{STAGE[programme.stage]}）：时间安排、类别名额、办理结果、资金和公文。",
            hub=hub,
            facts={
                "programme": programme,
                "calendar": any(dates_of(programme)),
                "sources": sources_of_round(catalogue, programme),
            },
            tables=programme_tables(programme),
            contents=True,
            entry=Entry("申报项目"),
            updated=latest_of_programme(catalogue, programme),
            linked=linked_programme(catalogue.site, programme),
            feed=f"{hub}{programme.id}/feed.xml",
        )
