"""Calendars (RFC 5545) of deadlines, publicity windows, reports due and meetings, for the site and each round."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from icalendar import Calendar, Event, vText

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.feeds.feeds import stable_id, with_sample_mark
from gongshi.pages.values.address import absolute
from gongshi.pages.values.days import last_day
from gongshi.pages.values.wording import day
from gongshi.public.round import PublicProgramme
from gongshi.public.site import PublicSite

_CHINA = dt.timezone(dt.timedelta(hours=8))
_CALLS = ("call", "supplement")
"""Kinds of notice that set the deadline."""


@dataclass(frozen=True)
class Date:
    """Something that takes one day or several."""

    id: str
    """Its name within the site; stays the same if it is put off."""
    title: str
    about: str
    first: dt.date
    last: dt.date
    """Counted in."""
    notice_date: dt.date
    """The day on which it became public, or was put off."""
    url: str
    """The page that tells it, from the site's root."""


def calendars_of(catalogue: Catalogue) -> dict[str, tuple[str, tuple[Date, ...]]]:
    """Title and dates of every calendar by its path inside the site; the standard allows none without a date."""
    rounds = {f"programmes/{p.id}/": (p.name, tuple(dates_of(p))) for p in catalogue.site.programmes}
    whole = (catalogue.site.name, tuple(date for _, dates in rounds.values() for date in dates))
    return {f"{folder}calendar.ics": found for folder, found in {"": whole, **rounds}.items() if found[1]}


def calendar_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Every calendar by its path inside the site."""
    return {path: _calendar(*found, catalogue.site) for path, found in calendars_of(catalogue).items()}


def dates_of(programme: PublicProgramme) -> Iterator[Date]:
    """The dates of a round that people may have to keep."""
    home = f"programmes/{programme.id}/"
    announced = [notice.issued_on for notice in programme.notices if notice.kind == "award"]
    if programme.deadline:
        calls = [notice.issued_on for notice in programme.notices if notice.kind in _CALLS]
        days = (programme.deadline, programme.deadline, max(calls, default=programme.deadline))
        yield _date(f"{home}deadline", f"申报截止：{programme.name}", "当日为申报截止日期。", days, home)
    for window in programme.windows:
        about = f"{window.name}自{day(window.first_day)}至{day(window.last_day)}，首日和末日均计算在内。"
        days = (window.first_day, window.last_day, window.published_on)
        url = f"notices/{window.notice}/"
        yield _date(f"windows/{window.notice}/{window.first_day}", f"{window.name}：{programme.name}", about, days, url)
    for month in programme.reports_due:
        last = last_day(month)
        days = (last, last, min(announced, default=last))
        yield _date(f"{home}reports/{month}", f"报送进展情况截止：{programme.name}", programme.reporting, days, home)
    for meeting in programme.site_meetings:
        days = (meeting.held_on, meeting.held_on, meeting.held_on)
        about = f"{meeting.year}年度现场会，地点：{meeting.place}。"
        yield _date(f"{home}meetings/{meeting.year}", f"现场会：{programme.name}", about, days, home)


def _date(name: str, title: str, about: str, days: tuple[str, str, str], url: str) -> Date:
    first, last, notice_date = map(dt.date.fromisoformat, days)
    return Date(name, title, about, first, last, notice_date, url)


def _calendar(name: str, dates: Iterable[Date], site: PublicSite) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Gongshi//Gongshi//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, vText(with_sample_mark(name, site)))
    calendar.add("refresh-interval", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
    for date in dates:
        event = Event()
        event.add("uid", str(stable_id(date.id, site)))
        # No clock: the stamp is the beginning of the day, in China, on which the date became public.
        event.add("dtstamp", dt.datetime.combine(date.notice_date, dt.time(), _CHINA).astimezone(dt.UTC))
        event.add("dtstart", date.first)
        event.add("dtend", date.last + dt.timedelta(days=1))
        event.add("summary", with_sample_mark(date.title, site))
        event.add("description", date.about)
        event.add("url", absolute(date.url, site.url))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
