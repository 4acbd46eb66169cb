"""The home page: what is open, in publicity and decided."""

from collections.abc import Iterator

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest
from gongshi.pages.data.linked import linked_home
from gongshi.pages.values.money import money_of
from gongshi.pages.values.page import Page
from gongshi.public.round import Stage

_RECENT = 8
"""How many changes the home page names."""
_DECIDED = 4
"""How many decided rounds it shows, the latest."""

_GROUPS: tuple[tuple[str, frozenset[Stage]], ...] = (
    ("open", frozenset({"upcoming", "open"})),
    ("publicity", frozenset({"reviewing", "in_publicity", "publicity_ended", "objections"})),
    ("decided", frozenset({"decided", "supervision", "finished"})),
)
"""The home page's groups of rounds, by stage."""


def home_page(catalogue: Catalogue) -> Iterator[Page]:
    """The home page, with the latest changes and all money in one figure."""
    programmes = catalogue.site.programmes
    groups = {name: [item for item in programmes if item.stage in stages] for name, stages in _GROUPS}
    decided = groups["decided"]
    yield Page(
        url="",
        template="home.html",
        title=catalogue.site.name,
        description=catalogue.site.description,
        facts={
            "groups": groups | {"decided": decided[:_DECIDED]},
            "more": len(decided) > _DECIDED,
            "recent": catalogue.changes[:_RECENT],
            "awarded": sum(award.status == "awarded" for award in catalogue.awards.values()),
            "money": money_of(catalogue.awards.values()),
            "unstated": [item for item in programmes if money_of(item.awards).unstated],
        },
        updated=latest(catalogue),
        linked=linked_home(catalogue.site),
    )
