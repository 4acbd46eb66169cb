"""Calendars: whole days with an exclusive end, names that stay, lines as the standard folds them."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from icalendar import Calendar, Component
from public_factory import site
from public_pieces import notice, notice_files, programme

from gongshi.pages.catalogue.catalogue import catalogue_of
from gongshi.pages.feeds.calendars import calendar_files
from gongshi.public.follow_up import PublicSiteMeeting
from gongshi.public.round import PublicProgramme
from gongshi.public.site import PublicSite

HOSTILE = "甲，乙;丙\\丁,戊\n己<b>𠮷" * 6


def files_of(public: PublicSite, folder: Path) -> dict[str, bytes]:
    """The calendars of a site."""
    return calendar_files(catalogue_of(public, notice_files(public, folder)))


def events(content: bytes) -> dict[str, Component]:
    """The events of a calendar by their titles."""
    return {str(event["summary"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def one(round_: PublicProgramme, folder: Path, **changes: object) -> dict[str, Component]:
    """The events of a site with one round."""
    return events(files_of(site(programmes=(round_,), **changes), folder)["calendar.ics"])


def test_a_window_takes_whole_days_to_its_last(built: Path) -> None:
    """The end is the day after the last day, as the standard counts; nobody's time is blocked."""
    found = events((built / "programmes/2014-lianghua/calendar.ics").read_bytes())
    window = found["【样例】公示：2014年省两化深度融合国家示范区域创建"]

    assert (window.decoded("dtstart"), window.decoded("dtend")) == (dt.date(2014, 8, 18), dt.date(2014, 8, 25))
    assert window["transp"] == "TRANSPARENT"
    assert window["url"] == f"{site().url}notices/2014-lianghua/publicity/"


def test_deadlines_reports_and_meetings_are_dates_too(tmp_path: Path) -> None:
    """A deadline is one day; a report is due on the last day of its month."""
    decided = replace(site().programmes[0], site_meetings=(PublicSiteMeeting(2015, "2015-05-20", "余杭区"),))
    found = one(decided, tmp_path, sample=False)
    days = {
        (title.partition("：")[0], event.decoded("dtstart").isoformat(), event.decoded("dtend").isoformat())
        for title, event in found.items()
    }

    assert ("申报截止", "2014-07-10", "2014-07-11") in days
    assert ("报送进展情况截止", "2016-06-30", "2016-07-01") in days
    assert ("现场会", "2015-05-20", "2015-05-21") in days


def test_a_deadline_that_is_put_off_moves(tmp_path: Path) -> None:
    """The same event with a later stamp, so that calendars move it."""
    supplement = notice("2014-lianghua", "more", kind="supplement", issued_on="2014-07-05")
    round_ = programme()
    extended = replace(round_, deadline="2014-07-20", notices=(*round_.notices, supplement))
    (before,), (after,) = (one(each, tmp_path).values() for each in (round_, extended))

    assert before["uid"] == after["uid"]
    assert after.decoded("dtstart") == dt.date(2014, 7, 20)
    assert before.decoded("dtstamp") == dt.datetime(2014, 6, 9, 16, tzinfo=dt.UTC)
    assert after.decoded("dtstamp") == dt.datetime(2014, 7, 4, 16, tzinfo=dt.UTC)


def test_names_do_not_repeat_and_stay(tmp_path: Path) -> None:
    """The whole calendar holds the events of the rounds with the same ids, on any day."""
    files = files_of(site(), tmp_path)
    whole = [str(event["uid"]) for event in Calendar.from_ical(files.pop("calendar.ics")).walk("VEVENT")]
    parts = [str(event["uid"]) for content in files.values() for event in Calendar.from_ical(content).walk("VEVENT")]

    assert len(set(whole)) == len(whole)
    assert sorted(whole) == sorted(parts)
    assert files == {k: v for k, v in files_of(site(today="2017-01-01"), tmp_path).items() if k != "calendar.ics"}


def test_hostile_text_is_escaped_and_folded_by_octets(tmp_path: Path) -> None:
    """No line is longer than 75 octets or cut within a character; the text reads back."""
    round_ = programme(name=HOSTILE)
    content = files_of(site(programmes=(round_,), sample=False), tmp_path)["calendar.ics"]
    lines = content.split(b"\r\n")

    assert content.count(b"\n") == len(lines) - 1
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert f"申报截止：{HOSTILE}" in events(content)


def test_no_dates_no_calendar(tmp_path: Path) -> None:
    """A calendar without an event would not be valid."""
    assert files_of(site(programmes=(), counties=()), tmp_path) == {}
