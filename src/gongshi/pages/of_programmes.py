"""The list of rounds and a page for each."""

from collections.abc import Iterator
from itertools import groupby

from gongshi.pages.calendars import dates_of
from gongshi.pages.latest import latest, latest_of_programme
from gongshi.pages.linked import linked_programme
from gongshi.pages.origins import programme_origins
from gongshi.pages.page import Catalogue, Entry, Page
from gongshi.pages.wording import STAGE
from gongshi.public.types import PublicAward, PublicPaid, PublicProgramme

__all__ = ["programme_pages"]


def programme_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of rounds and a page for each."""
    hub = "programmes/"
    about = "历年申报项目、所处阶段和办理结果。"
    yield Page(hub, "programmes.html", "申报项目", about, hub, updated=latest(catalogue))
    for programme in catalogue.site.programmes:
        yield Page(
            url=f"{hub}{programme.id}/",
            template="programme.html",
            title=programme.name,
            description=f"{programme.name}（{STAGE[programme.stage]}）：时间安排、类别名额、申报条件、办理结果和公文。",
            hub=hub,
            facts={
                "programme": programme,
                "calendar": any(dates_of(programme)),
                "listed": _by_category(programme),
                "origins": programme_origins(catalogue, programme),
                "paid": _paid(programme),
                "months": sorted({report.due for award in programme.awards for report in award.reports}),
                "years": sorted({grade.year for award in programme.awards for grade in award.evaluations}),
            },
            contents=True,
            entry=Entry("申报项目", _programme_text(programme)),
            updated=latest_of_programme(catalogue, programme),
            linked=linked_programme(catalogue.site, programme),
            feed=f"{hub}{programme.id}/feed.xml",
        )


def _by_category(programme: PublicProgramme) -> list[tuple[str, list[PublicAward]]]:
    """The awards under the names of their categories, in the order of the categories."""
    order = {category.id: place for place, category in enumerate(programme.categories)}
    awards = sorted(programme.awards, key=lambda award: order[award.category])
    return [(name, list(group)) for name, group in groupby(awards, key=lambda award: award.category_name)]


def _paid(programme: PublicProgramme) -> list[tuple[PublicAward, PublicPaid]]:
    """What was paid to whom, by year, payers and winners in their order."""
    paid = [(award, payment) for award in programme.awards for payment in award.paid]
    return sorted(paid, key=lambda pair: pair[1].year)


def _programme_text(programme: PublicProgramme) -> str:
    parts = [str(programme.year), programme.scheme_name, programme.honour, *programme.organs]
    parts += [basis.document_no for basis in programme.basis]
    for category in programme.categories:
        parts += [category.name, category.requirement, category.further_tasks]
        parts += [condition.statement for condition in category.conditions]
        parts += [task.name for task in category.tasks]
    return " ".join(parts)
