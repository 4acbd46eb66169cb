"""Which pages the site has: one short function per kind of page, and the table of them."""

from collections.abc import Callable, Iterator
from itertools import groupby

from gongshi.pages.datasets import DATASETS
from gongshi.pages.markup import text_of
from gongshi.pages.page import Catalogue, Entry, Page
from gongshi.pages.wording import AWARD_STATUS, STAGE
from gongshi.public.types import PublicAward, PublicCounty, PublicPaid, PublicProgramme, Stage

__all__ = ["pages_of"]

_RECENT = 8
"""How many notices the home page names."""

_GROUPS: tuple[tuple[str, frozenset[Stage]], ...] = (
    ("open", frozenset({"upcoming", "open"})),
    ("publicity", frozenset({"reviewing", "in_publicity", "publicity_ended", "objections"})),
    ("decided", frozenset({"decided", "supervision", "finished"})),
)
"""The home page's groups of rounds, by stage."""


def home(catalogue: Catalogue) -> Iterator[Page]:
    """The way in: what is open, in publicity and decided."""
    programmes = catalogue.site.programmes
    groups = [(name, [item for item in programmes if item.stage in stages]) for name, stages in _GROUPS]
    decided = dict(groups)["decided"]
    yield Page(
        url="",
        template="home.html",
        title=catalogue.site.name,
        description=catalogue.site.description,
        facts={
            "groups": groups,
            "recent": list(catalogue.notices.values())[:_RECENT],
            "awarded": sum(award.status == "awarded" for award in catalogue.awards.values()),
            "paid": sum(payment.total for programme in decided for payment in programme.payments),
            "unstated": [item for item in decided if not item.payments],
        },
        updated=catalogue.site.today,
    )


def programme_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of rounds and a page for each."""
    hub = "programmes/"
    yield Page(hub, "programmes.html", "申报项目", "历年申报项目、所处阶段和办理结果。", hub)
    for programme in catalogue.site.programmes:
        yield Page(
            url=f"{hub}{programme.id}/",
            template="programme.html",
            title=programme.name,
            description=f"{programme.name}（{STAGE[programme.stage]}）：时间安排、类别名额、申报条件、办理结果和公文。",
            hub=hub,
            facts={
                "programme": programme,
                "listed": _by_category(programme),
                "paid": _paid(programme),
                "months": sorted({report.due for award in programme.awards for report in award.reports}),
                "years": sorted({grade.year for award in programme.awards for grade in award.evaluations}),
            },
            contents=True,
            entry=Entry("申报项目", _programme_text(programme)),
            updated=max(
                [notice.issued_on for notice in programme.notices]
                + [event.last_day for event in programme.timeline if event.state == "past"],
                default="",
            ),
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


def award_pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each award and pilot."""
    for award in catalogue.awards.values():
        programme = catalogue.programmes[award.programme]
        status = AWARD_STATUS[award.status]
        projects = [f"{item.firm} {item.name} {item.brief}" for item in award.projects]
        yield Page(
            url=f"awards/{award.id}/",
            template="award.html",
            title=f"{award.city}{award.county} {programme.year}年{award.category_name}",
            description=f"{award.city}{award.county}：{programme.name}，{award.category_name}，{status}。",
            hub="programmes/",
            facts={"award": award, "programme": programme, "category": catalogue.category(award)},
            entry=Entry(status, " ".join([programme.name, award.plan_title, *projects])),
            updated=max((catalogue.notices[key].issued_on for key in award.notices), default=""),
        )


def county_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of counties by city and a page for each."""
    hub = "counties/"
    cities: dict[str, list[PublicCounty]] = {}
    for county in catalogue.site.counties:
        cities.setdefault(county.city, []).append(county)
    yield Page(hub, "counties.html", "县（市、区）", "按设区市查看各县（市、区）的列入情况。", hub, {"cities": cities})
    for county in catalogue.site.counties:
        awards = " ".join(f"{award.category_name} {award.plan_title}" for award in county.awards)
        yield Page(
            url=f"{hub}{county.id}/",
            template="county.html",
            title=f"{county.city}{county.name}",
            description=f"{county.city}{county.name}历年列入情况。",
            hub=hub,
            facts={"county": county},
            entry=Entry("县（市、区）", awards),
        )


def notice_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of notices and a page for each, with its full text."""
    hub = "notices/"
    yield Page(hub, "notices.html", "公文", "申报通知、公示、公布等公文的全文和文件。", hub)
    for key, notice in catalogue.notices.items():
        files = catalogue.files[key]
        yield Page(
            url=f"{hub}{key}/",
            template="notice.html",
            title=notice.title,
            description=f"{notice.kind_name} {notice.document_no}".strip() + f"：{notice.title}",
            hub=hub,
            facts={
                "notice": notice,
                "programme": catalogue.programmes[notice.programme],
                "award": catalogue.awards.get(notice.award),
                "text": files.html,
                "files": (("PDF", f"{hub}{key}.pdf", files.pdf), ("DOCX", f"{hub}{key}.docx", files.docx)),
            },
            contents=True,
            entry=Entry(notice.kind_name, " ".join([notice.document_no, *notice.organs, text_of(files.html)])),
            updated=notice.issued_on,
        )


def other_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Data, search, about."""
    datasets = [(dataset, len(dataset.rows(catalogue.site))) for dataset in DATASETS]
    yield Page(
        "data/", "data.html", "数据", "本站全部数据的下载与字段说明。", "data/", {"datasets": datasets}, contents=True
    )
    yield Page("search/", "search.html", "查询", "查询县（市、区）、企业、项目和公文。", "search/")
    yield Page("about/", "about.html", "关于", "本站内容来源、数据口径和使用说明。", "about/", contents=True)


_KINDS: tuple[Callable[[Catalogue], Iterator[Page]], ...] = (
    home,
    county_pages,
    programme_pages,
    award_pages,
    notice_pages,
    other_pages,
)


def pages_of(catalogue: Catalogue) -> tuple[Page, ...]:
    """Every page of the site; hits of a search come in this order."""
    return tuple(page for pages in _KINDS for page in pages(catalogue))
