"""Feeds: valid Atom and JSON Feed, with names that stay and text that stays text."""

import datetime as dt
import json
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from public_factory import site
from public_pieces import notice, notice_files, programme

from gongshi.pages.catalogue.catalogue import Catalogue, catalogue_of
from gongshi.pages.feeds.feeds import MOST, feed_files, feeds_of
from gongshi.public.site import PublicSite

SPACES = {"a": "http://www.w3.org/2005/Atom"}
HOSTILE = """<script>alert(1)</script> ]]> &amp; {{ 7*7 }} "d" 'e' © 𠮷"""
PLACES = ("", "programmes/2014-lianghua/", "counties/330110/", "counties/330108/")


def catalogue(public: PublicSite, folder: Path) -> Catalogue:
    """The look-ups for a site."""
    return catalogue_of(public, notice_files(public, folder))


def values(tree: Any, path: str) -> list[str]:
    """What an XPath finds in Atom, as text."""
    return [str(value) for value in tree.xpath(path, namespaces=SPACES)]


def is_time(text: str) -> bool:
    """Whether a text is a time with its zone, as RFC 3339 writes it."""
    return dt.datetime.fromisoformat(text).tzinfo is not None and text[10] == "T"


@pytest.mark.parametrize("place", PLACES)
def test_an_atom_feed_has_what_the_standard_requires(built: Path, place: str) -> None:
    """One id, title and time for the feed and each entry, an author, links with their kinds; ids do not repeat."""
    tree: Any = etree.fromstring((built / place / "feed.xml").read_bytes())
    entries = tree.xpath("//a:entry", namespaces=SPACES)
    ids = values(tree, "//a:id/text()")
    home = site().url

    assert tree.tag == "{http://www.w3.org/2005/Atom}feed"
    assert values(tree, "/a:feed/a:author/a:name/text()") == [site().publisher]
    assert values(tree, "/a:feed/a:link[@rel='self']/@href") == [f"{home}{place}feed.xml"]
    assert values(tree, "/a:feed/a:link[@rel='alternate']/@href") == [home + place]
    assert len(set(ids)) == len(ids) == len(entries) + 1
    assert all(uuid.UUID(name.removeprefix("urn:uuid:")).urn == name for name in ids)
    for element in (tree, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", SPACES)) == 1
    times = values(tree, "//a:updated/text() | //a:published/text()")
    assert all(map(is_time, times))
    assert values(tree, "/a:feed/a:updated/text()") == [max(times)]
    assert all(link.startswith(home) for link in values(tree, "//a:entry/a:link/@href"))


@pytest.mark.parametrize("place", PLACES)
def test_a_json_feed_holds_the_entries_of_the_atom_feed(built: Path, place: str) -> None:
    """With the keys that version 1.1 requires, and the same ids, titles, days and links."""
    feed = json.loads((built / place / "feed.json").read_bytes())
    tree: Any = etree.fromstring((built / place / "feed.xml").read_bytes())
    items = feed["items"]

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{site().url}{place}feed.json"
    assert all(item["content_text"] for item in items)
    for key, path in (
        ("id", "//a:entry/a:id/text()"),
        ("title", "//a:entry/a:title/text()"),
        ("content_text", "//a:entry/a:summary/text()"),
        ("date_published", "//a:entry/a:published/text()"),
        ("url", "//a:entry/a:link/@href"),
    ):
        assert [item[key] for item in items] == values(tree, path)


def test_a_county_learns_what_concerns_it_alone(built: Path) -> None:
    """Its lists, its approval and that it stepped in; not the approval of another."""
    titles = [item["title"] for item in json.loads((built / "counties/330110/feed.json").read_bytes())["items"]]

    assert any("由杭州市余杭区递补" in title for title in titles)
    assert any("余杭区综合性示范区域建设实施方案的批复" in title for title in titles)
    assert not any("滨江区" in title for title in titles)


def test_a_county_without_awards_can_be_subscribed_to_unless_it_is_gone(tmp_path: Path) -> None:
    """People subscribe before something happens; a former name without a past has no feed."""
    public = site(programmes=(programme(),))
    feeds = {feed.place: feed for feed in feeds_of(catalogue(public, tmp_path))}

    assert feeds["counties/330110/"].changes == ()
    assert feeds["counties/330110/"].updated == "2014-06-10"
    assert "counties/330183/" not in feeds


def test_the_same_names_on_another_day(tmp_path: Path) -> None:
    """What a reader has seen keeps its id; a new day adds entries."""
    first = json.loads(feed_files(catalogue(site(), tmp_path))["feed.json"])["items"]
    later = json.loads(feed_files(catalogue(replace(site(), today="2016-03-25"), tmp_path))["feed.json"])["items"]

    assert later[1:] == first
    assert later[0]["tags"] == ["公示期满"]


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """A title of markup reads back as the record has it, in both formats."""
    call = notice("2014-lianghua", "call", title=HOSTILE)
    files = feed_files(catalogue(site(name=HOSTILE, sample=False, programmes=(programme(notices=(call,)),)), tmp_path))
    tree: Any = etree.fromstring(files["feed.xml"])

    assert values(tree, "//a:title/text()")[0] == HOSTILE
    assert HOSTILE in values(tree, "//a:entry/a:title/text()")
    assert json.loads(files["feed.json"])["title"] == HOSTILE


def test_an_entry_of_a_sample_says_so(built: Path, tmp_path: Path) -> None:
    """It is read apart from the site; without the setting no title carries the mark."""
    real = feed_files(catalogue(site(sample=False), tmp_path))["feed.json"].decode()

    assert all(i["title"].startswith("【样例】") for i in json.loads((built / "feed.json").read_bytes())["items"])
    assert "样例】" not in real
    assert "虚构" not in real


def test_a_feed_holds_the_latest_only(tmp_path: Path) -> None:
    """With many notices the oldest fall out of the feed."""
    days = [(dt.date(2014, 1, 1) + dt.timedelta(days=number)).isoformat() for number in range(MOST + 20)]
    notices = tuple(notice("2014-lianghua", f"n{number}", issued_on=day) for number, day in enumerate(days))
    (whole, *_) = feeds_of(catalogue(site(programmes=(programme(notices=notices),)), tmp_path))

    assert len(whole.changes) == MOST
    assert whole.changes[-1].day == days[21]


def test_an_empty_site_has_a_valid_feed(tmp_path: Path) -> None:
    """No entry, but an id, a title and a time."""
    files = feed_files(catalogue(site(programmes=(), counties=()), tmp_path))
    tree: Any = etree.fromstring(files["feed.xml"])

    assert set(files) == {"feed.xml", "feed.json"}
    assert values(tree, "/a:feed/a:updated/text()") == ["2016-03-20T00:00:00+08:00"]
    assert json.loads(files["feed.json"])["items"] == []


def test_the_page_names_every_feed_and_calendar(built: Path) -> None:
    """Each file that can be subscribed to is linked from the page on subscribing."""
    page: Any = etree.HTML((built / "feeds/index.html").read_bytes())
    links = {str(link) for link in page.xpath("//main//a/@href")}
    files = [path for name in ("feed.xml", "feed.json", "calendar.ics") for path in built.rglob(name)]

    assert len(files) > 40
    assert {f"../{path.relative_to(built).as_posix()}" for path in files} <= links


def test_pages_name_their_feed_in_their_head(built: Path) -> None:
    """A round's page its own first, every page the site's; the page itself links its own visibly."""
    page: Any = etree.HTML((built / "programmes/2014-lianghua/index.html").read_bytes())
    kind = "//link[@rel='alternate' and @type='application/atom+xml']/@href"

    assert page.xpath(kind) == ["feed.xml", "../../feed.xml"]
    assert page.xpath("//p[@class='subscribe']//a/@href") == ["feed.xml", "feed.json", "calendar.ics", "../../feeds/"]
