"""A page for each award and pilot."""

from collections.abc import Iterator

from gongshi.pages.former import former_names, present_names
from gongshi.pages.latest import latest_of_awards
from gongshi.pages.linked import linked_award
from gongshi.pages.origins import award_origins, windows_of_award
from gongshi.pages.page import Catalogue, Entry, Page
from gongshi.pages.wording import AWARD_STATUS
from gongshi.public.types import PublicAward

__all__ = ["award_pages"]


def award_pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each award and pilot."""
    for award in catalogue.awards.values():
        programme = catalogue.programmes[award.programme]
        status = AWARD_STATUS[award.status]
        yield Page(
            url=f"awards/{award.id}/",
            template="award.html",
            title=f"{award.city}{award.county} {programme.year}年{award.category_name}",
            description=f"{award.city}{award.county}：{programme.name}，{award.category_name}，{status}。",
            hub="programmes/",
            facts={
                "award": award,
                "programme": programme,
                "category": catalogue.category(award),
                "origins": award_origins(catalogue, award),
                "windows": windows_of_award(catalogue, award),
            },
            entry=Entry(status, _text(catalogue, award), group="列入情况"),
            updated=latest_of_awards(catalogue, (award,)),
            linked=linked_award(catalogue.site, programme, award),
            feed=f"programmes/{programme.id}/feed.xml",
        )


def _text(catalogue: Catalogue, award: PublicAward) -> str:
    """What an award is found by beside its title: plan, projects, other names of its area, numbers of its notices."""
    places = [former_names(catalogue, award.division), present_names(catalogue, award.division)]
    projects = [f"{item.firm} {item.name} {item.brief}" for item in award.projects]
    numbers = [catalogue.notices[key].document_no for key in award.notices]
    return " ".join([catalogue.programmes[award.programme].name, award.plan_title, *projects, *places, *numbers])
