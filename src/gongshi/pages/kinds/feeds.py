"""The page on feeds and calendars: which there are and how to subscribe."""

from collections.abc import Iterator

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.feeds.calendars import calendars_of
from gongshi.pages.feeds.feeds import MOST, Feed, feeds_of
from gongshi.pages.values.address import absolute
from gongshi.pages.values.page import Page


def feeds_page(catalogue: Catalogue) -> Iterator[Page]:
    """The feeds of the site, of each round, and of the counties by city, with the calendars."""
    site = catalogue.site
    feeds = {feed.place: feed for feed in feeds_of(catalogue)}
    cities: dict[str, list[tuple[str, Feed]]] = {}
    for county in site.counties:
        if feed := feeds.get(f"counties/{county.id}/"):
            cities.setdefault(county.city, []).append((county.name, feed))
    yield Page(
        url="feeds/",
        template="feeds.html",
        title="订阅",
        description="订阅公文、公示和办理动态，把申报截止日期和公示期加入日历。",
        hub="feeds/",
        facts={
            "whole": {name: absolute(name, site.url) for name in ("feed.xml", "feed.json", "calendar.ics")},
            "rounds": [(programme, feeds[f"programmes/{programme.id}/"]) for programme in site.programmes],
            "cities": cities,
            "calendars": frozenset(calendars_of(catalogue)),
            "most": MOST,
        },
        contents=True,
    )
