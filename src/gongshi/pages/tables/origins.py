"""Where the facts of an award and of a round come from: the notice, its page, the clause."""

from collections.abc import Iterable, Mapping

from gongshi import typography
from gongshi.pages.page import Catalogue
from gongshi.pages.tables.sources import standing
from gongshi.pages.tables.table import Source
from gongshi.pages.wording import day
from gongshi.public.types import PublicAward, PublicProgramme, PublicWindow

__all__ = ["Origins", "award_origins", "listed_in", "programme_origins", "windows_of_award"]

Origins = Mapping[str, tuple[Source, ...]]
"""Sources of the facts of a page, by names that its template knows."""

_NUMBER = "序号"
"""Head of the lists in notices; it tells a list's page from one whose text names the same area."""


def award_origins(catalogue: Catalogue, award: PublicAward) -> Origins:
    """Sources of an award's plan, money, grades and of its cancelled title; a fact that no notice tells has none."""
    programme = catalogue.programmes[award.programme]
    row = (_NUMBER, award.county, award.category_name)
    return {
        "plan": listed_in(catalogue, award),
        "amount": _amount(catalogue, programme, award),
        "paid": _told(catalogue, award, "funding", row),
        "rewards": _told(catalogue, award, "reward", row),
        "evaluations": _told(catalogue, award, "evaluation", row),
        "reports": catalogue.clause_sources(programme, programme.reporting_clause) if award.reports else (),
        "revoked": (Source(award.revoked_by, words=(award.county, day(award.revoked_on))),) if award.revoked_by else (),
    }


def listed_in(catalogue: Catalogue, award: PublicAward) -> tuple[Source, ...]:
    """The notice that lists an award: a 公示 while it is proposed, then the 公布; of a pilot the list of pilots."""
    if award.status == "pilot":
        row = (_NUMBER, award.county, award.category_name)
        return (_told(catalogue, award, "pilots", row) or _told(catalogue, award, "award", row))[-1:]
    # Of one that fell out the plan is not told any more.
    words = (award.plan_title,) if award.plan_title else (_NUMBER, award.county)
    kinds = ("publicity", "second-publicity") if award.status in {"proposed", "dropped"} else ("award",)
    found = tuple(source for kind in kinds for source in _told(catalogue, award, kind, words))
    # The 公示 that tells of a substitution is among those of the area that fell out, but does not list it.
    return found[:1] if award.status == "dropped" else found[-1:]


def _amount(catalogue: Catalogue, programme: PublicProgramme, award: PublicAward) -> tuple[Source, ...]:
    """The list that gives the amount, and the clause that sets it; the clause on money in general if none is set.

    Of money that is not given: the clause of the category that says so, if it has one; of a pilot the list of pilots.
    """
    category = catalogue.category(award)
    if award.status == "pilot":
        return listed_in(catalogue, award)
    if award.amount is None:
        return catalogue.clause_sources(programme, category.amount_clause or programme.funding.clause)
    listed = listed_in(catalogue, award) if award.status in {"awarded", "revoked"} else ()
    sums = typography.wan(award.amount)
    return (*listed, *_in_call(catalogue, programme, category.amount_clause, (category.name, sums), (sums,)))


def windows_of_award(catalogue: Catalogue, award: PublicAward) -> tuple[tuple[PublicWindow, Source], ...]:
    """The publicity windows that an area stood in, each with the 公示 that opened it."""
    windows = catalogue.programmes[award.programme].windows
    return tuple((window, window_source(window)) for window in windows if window.notice in award.notices)


def window_source(window: PublicWindow) -> Source:
    """The 公示 that opened a window, where it gives the days."""
    return Source(window.notice, words=(f"{day(window.first_day)}至{day(window.last_day)}",))


def programme_origins(catalogue: Catalogue, programme: PublicProgramme) -> Origins:
    """Sources of a round's quota, money, reports and windows."""
    places = [(each.name, f"{each.places}{programme.unit}") for each in programme.categories]
    short = [f"{each.short_name}{each.places}{programme.unit}" for each in programme.categories]
    whole = tuple(word for pair in places for word in pair)
    return {
        "places": _in_call(catalogue, programme, "", tuple(short), whole, short[:1]),
        "funding": catalogue.clause_sources(programme, programme.funding.clause),
        "reporting": catalogue.clause_sources(programme, programme.reporting_clause),
        "windows": tuple(window_source(window) for window in programme.windows),
    }


def _in_call(
    catalogue: Catalogue, programme: PublicProgramme, clause: str, *choices: Iterable[str]
) -> tuple[Source, ...]:
    """The round's call where the first of the choices of words stands that stand in it at all; else its clause."""
    for notice in standing(programme.notices, "call")[:1]:
        for words in map(tuple, choices):
            if words and catalogue.files[notice.key].sheet_with(words):
                return (Source(notice.key, clause, words),)
    return catalogue.clause_sources(programme, clause)


def _told(catalogue: Catalogue, award: PublicAward, kind: str, words: tuple[str, ...]) -> tuple[Source, ...]:
    """The notices of a kind that tell of an award, where they name it, the earliest first."""
    notices = standing([catalogue.notices[key] for key in award.notices], kind)
    return tuple(Source(notice.key, words=words) for notice in notices)
