"""A page for each category of a scheme: its target, and all its awards over the years."""

from collections.abc import Iterator

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest_of_awards
from gongshi.pages.tables.award_list import award_list
from gongshi.pages.values.page import Entry, Page


def category_pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each category of each scheme."""
    for scheme in catalogue.schemes.values():
        rounds = [catalogue.programmes[programme] for programme in scheme.programmes]
        for target in scheme.targets:
            listed = [a for r in rounds for a in (*r.awards, *r.pilots) if a.category == target.category]
            called = [r for r in rounds if any(category.id == target.category for category in r.categories)]
            yield Page(
                url=f"categories/{scheme.id}.{target.category}/",
                template="category.html",
                title=f"{target.name}（{scheme.name}）" if target.name != scheme.name else target.name,
                description=f"{scheme.name}，{target.name}：总目标、支持资金和历年列入名单。",
                hub="awards/",
                facts={"scheme": scheme, "target": target, "latest": called[0] if called else None},
                entry=Entry("类别", "列入情况", lists=True),
                updated=latest_of_awards(catalogue, listed),
                tables=(award_list(catalogue, "历年名单", listed, without="category"),) if listed else (),
            )
