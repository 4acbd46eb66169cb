"""The day of the latest fact on a page, for the site map: never the day of the build."""

from collections.abc import Iterable

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.values.days import day_after, last_day
from gongshi.public.award import PublicAward
from gongshi.public.follow_up import PublicReport
from gongshi.public.round import PublicProgramme


def latest(catalogue: Catalogue) -> str:
    """ISO date of the latest fact on the whole site; empty if there is none."""
    return max((latest_of_programme(catalogue, programme) for programme in catalogue.site.programmes), default="")


def latest_of_programme(catalogue: Catalogue, programme: PublicProgramme) -> str:
    """ISO date of the latest fact on a round, its winners among it; empty if there is none."""
    days = [change.day for change in catalogue.changes if change.programme == programme.id]
    days += [event.first_day for event in programme.timeline if event.state != "coming"]
    return max([*days, latest_of_awards(catalogue, (*programme.awards, *programme.pilots))], default="")


def latest_of_awards(catalogue: Catalogue, awards: Iterable[PublicAward]) -> str:
    """ISO date of the latest fact on any of the awards; empty if there is none."""
    return max((_latest_of_award(catalogue, award) for award in awards), default="")


def _latest_of_award(catalogue: Catalogue, award: PublicAward) -> str:
    days = [catalogue.notices[key].issued_on for key in award.notices]
    days += [_day_of_report(report) for report in award.reports]
    return max([*days, award.plaque_on, award.leading_group_on])


def _day_of_report(report: PublicReport) -> str:
    """ISO date since which a report is as the page tells it.

    The day it came in; while it is not due, the first day of its month; if it is missing, the first of the next month.
    """
    if report.status == "missing":
        return day_after(last_day(report.due))
    return report.received_on or f"{report.due}-01"
