"""Feeds of public changes: Atom (RFC 4287) and JSON Feed 1.1, for the site, each round and each county."""

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.changes import Change
from gongshi.pages.values.address import absolute
from gongshi.public.site import PublicSite

MOST = 100
"""How many changes a feed holds; older ones stay on the site's pages."""
_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "zh-CN"


@dataclass(frozen=True)
class Feed:
    """What can be subscribed to."""

    place: str
    """The folder of its files, from the site's root; also its page."""
    title: str
    changes: tuple[Change, ...]
    """The latest first, at most MOST."""
    updated: str
    """ISO date of its latest change; the day of the site's first change if it has none yet."""


def feeds_of(catalogue: Catalogue) -> tuple[Feed, ...]:
    """The feed of the site, of each round, and of each county; a county that is gone has one only for its past."""
    changes, site = catalogue.changes, catalogue.site
    first = changes[-1].day if changes else site.today
    found = [_feed("", site.name, changes, first)]
    for programme in site.programmes:
        own = [change for change in changes if change.programme == programme.id]
        found.append(_feed(f"programmes/{programme.id}/", programme.name, own, first))
    of_county: dict[str, list[Change]] = {}
    for change in changes:
        for county in change.counties:
            of_county.setdefault(county, []).append(change)
    for place in site.counties:
        if place.id in of_county or not place.valid_to:
            title = f"{place.city}{place.name}"
            found.append(_feed(f"counties/{place.id}/", title, of_county.get(place.id, []), first))
    return tuple(found)


def _feed(place: str, title: str, changes: Iterable[Change], first: str) -> Feed:
    kept = tuple(changes)[:MOST]
    return Feed(place, title, kept, kept[0].day if kept else first)


def feed_files(catalogue: Catalogue) -> dict[str, bytes]:
    """The files of every feed by their path inside the site."""
    files = {}
    for feed in feeds_of(catalogue):
        files[f"{feed.place}feed.xml"] = _atom(feed, catalogue.site)
        files[f"{feed.place}feed.json"] = _json_feed(feed, catalogue.site)
    return files


def stable_id(name: str, site: PublicSite) -> uuid.UUID:
    """The identifier of something on the site; it never changes as long as the site has the same address."""
    return uuid.uuid5(uuid.NAMESPACE_URL, absolute(name, site.url))


def with_sample_mark(text: str, site: PublicSite) -> str:
    """A title for use outside the site: that of a sample begins with 【样例】."""
    return f"【样例】{text}" if site.sample else text


def _time(iso: str) -> str:
    """The beginning of a day in China, as RFC 3339 writes it."""
    return f"{iso}T00:00:00+08:00"


def _subtitle(site: PublicSite) -> str:
    return f"{site.publisher}发布的公文和办理动态。" + ("样例，申报单位和结果均为虚构。" if site.sample else "")


def _atom(feed: Feed, site: PublicSite) -> bytes:
    language = {"{http://www.w3.org/XML/1998/namespace}lang": _LANGUAGE}
    root = etree.Element(f"{{{_ATOM}}}feed", language, nsmap={None: _ATOM})  # type: ignore[dict-item]  # not in the stubs
    _add(root, "id", stable_id(f"{feed.place}feed.xml", site).urn)
    _add(root, "title", with_sample_mark(feed.title, site))
    _add(root, "subtitle", _subtitle(site))
    _add(root, "updated", _time(feed.updated))
    _add(root, "link", rel="self", type="application/atom+xml", href=absolute(f"{feed.place}feed.xml", site.url))
    _add(root, "link", rel="alternate", type="text/html", href=absolute(feed.place, site.url))
    _add(_add(root, "author"), "name", site.publisher)
    for change in feed.changes:
        entry = _add(root, "entry")
        _add(entry, "id", stable_id(change.id, site).urn)
        _add(entry, "title", with_sample_mark(change.title, site))
        _add(entry, "published", _time(change.day))
        _add(entry, "updated", _time(change.day))
        _add(entry, "link", rel="alternate", type="text/html", href=absolute(change.url, site.url))
        _add(entry, "category", term=change.kind)
        _add(entry, "summary", change.summary)
    etree.indent(root, " ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = text
    return element


def _json_feed(feed: Feed, site: PublicSite) -> bytes:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": with_sample_mark(feed.title, site),
        "home_page_url": absolute(feed.place, site.url),
        "feed_url": absolute(f"{feed.place}feed.json", site.url),
        "description": _subtitle(site),
        "language": _LANGUAGE,
        "authors": [{"name": site.publisher, "url": absolute("", site.url)}],
        "items": [
            {
                "id": stable_id(change.id, site).urn,
                "url": absolute(change.url, site.url),
                "title": with_sample_mark(change.title, site),
                "content_text": change.summary,
                "date_published": _time(change.day),
                "tags": [change.kind],
            }
            for change in feed.changes
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
