"""Where the figures of the site come from: the notice, its page, the clause."""

from collections.abc import Iterable, Mapping, Sequence

from gongshi import typography
from gongshi.pages.catalogue.catalogue import Catalogue, call_of, in_force
from gongshi.pages.values.table import Source
from gongshi.pages.values.wording import day
from gongshi.public.award import PublicAward
from gongshi.public.follow_up import PublicWindow
from gongshi.public.round import PublicEvent, PublicProgramme

SourcesByFact = Mapping[str, tuple[Source, ...]]
"""Sources of the facts of a page, by the names that its template gives the facts."""

_NUMBER = "序号"
"""Head of the lists in notices: with it the page of the list is found, not one whose text names the same area."""


def notice_sources(
    programme: PublicProgramme, kind: str, clause: str = "", words: tuple[str, ...] = ()
) -> tuple[Source, ...]:
    """The round's notices of a kind that are in force, the earliest first, as sources of the words."""
    return tuple(Source(notice.key, clause, words) for notice in in_force(programme.notices, kind))


def call_sources(programme: PublicProgramme, *words: str, clause: str = "") -> tuple[Source, ...]:
    """The round's call, which sets conditions, quotas and materials; none if no call is in force."""
    return notice_sources(programme, "call", clause, words)[:1]


def clause_sources(programme: PublicProgramme, clause: str) -> tuple[Source, ...]:
    """A clause of the round's call, or each of several clauses joined by 、; none if no call is in force."""
    call = call_of(programme)
    return tuple(Source(call.key, part) for part in clause.split("、") if part) if call else ()


def list_sources(programme: PublicProgramme, awards: Sequence[PublicAward]) -> tuple[Source, ...]:
    """The notice that made a list public, at its first area: the 公示 while the areas are proposed, then the 公布."""
    first = awards[0]
    kind = "publicity" if first.status == "proposed" else "award"
    return notice_sources(programme, kind, words=(first.city, first.county))[:1]


def step_sources(catalogue: Catalogue, event: PublicEvent) -> tuple[Source, ...]:
    """The notice that tells a step of a round, on the page that gives its last day; none if no notice tells it."""
    if event.notice not in catalogue.notices:
        return ()
    words = (day(event.last_day),)
    return (Source(event.notice, words=words if catalogue.files[event.notice].sheet_with(words) else ()),)


def sources_of_round(catalogue: Catalogue, programme: PublicProgramme) -> SourcesByFact:
    """Sources of a round's quota, money, reports and windows."""
    places = [(each.name, f"{each.places}{programme.unit}") for each in programme.categories]
    short = [f"{each.short_name}{each.places}{programme.unit}" for each in programme.categories]
    whole = tuple(word for pair in places for word in pair)
    return {
        "places": _in_call(catalogue, programme, "", tuple(short), whole, short[:1]),
        "funding": clause_sources(programme, programme.funding.clause),
        "reporting": clause_sources(programme, programme.reporting_clause),
        "windows": tuple(window_source(window) for window in programme.windows),
    }


def sources_of_award(catalogue: Catalogue, award: PublicAward) -> SourcesByFact:
    """Sources of an award's plan, money, grades and cancelled title; a fact that no notice tells has none."""
    programme = catalogue.programmes[award.programme]
    row = (_NUMBER, award.county, award.category_name)
    return {
        "plan": listing_sources(catalogue, award),
        "amount": _amount_sources(catalogue, programme, award),
        "paid": _award_notices(catalogue, award, "funding", row),
        "rewards": _award_notices(catalogue, award, "reward", row),
        "evaluations": _award_notices(catalogue, award, "evaluation", row),
        "reports": clause_sources(programme, programme.reporting_clause) if award.reports else (),
        "revoked": (Source(award.revoked_by, words=(award.county, day(award.revoked_on))),) if award.revoked_by else (),
    }


def listing_sources(catalogue: Catalogue, award: PublicAward) -> tuple[Source, ...]:
    """The notice that lists an award: a 公示 while it is proposed, then the 公布; of a pilot the list of pilots."""
    if award.status == "pilot":
        row = (_NUMBER, award.county, award.category_name)
        return (_award_notices(catalogue, award, "pilots", row) or _award_notices(catalogue, award, "award", row))[-1:]
    # The plan of an area that fell out is no longer public.
    words = (award.plan_title,) if award.plan_title else (_NUMBER, award.county)
    kinds = ("publicity", "second-publicity") if award.status in {"proposed", "dropped"} else ("award",)
    found = tuple(source for kind in kinds for source in _award_notices(catalogue, award, kind, words))
    # An area that fell out is listed in the first 公示; the second only says who takes its place.
    return found[:1] if award.status == "dropped" else found[-1:]


def windows_of_award(catalogue: Catalogue, award: PublicAward) -> tuple[tuple[PublicWindow, Source], ...]:
    """The publicity windows that an area stood in, each with the 公示 that opened it."""
    windows = catalogue.programmes[award.programme].windows
    return tuple((window, window_source(window)) for window in windows if window.notice in award.notices)


def window_source(window: PublicWindow) -> Source:
    """The 公示 that opened a window, where it gives the days."""
    return Source(window.notice, words=(f"{day(window.first_day)}至{day(window.last_day)}",))


def _amount_sources(catalogue: Catalogue, programme: PublicProgramme, award: PublicAward) -> tuple[Source, ...]:
    """The list that gives the amount, and the clause that sets it, else the clause on money in general.

    Where no money is given: the category's clause that says so, if it has one; for a pilot the list of pilots.
    """
    category = catalogue.category(award)
    if award.status == "pilot":
        return listing_sources(catalogue, award)
    if award.amount is None:
        return clause_sources(programme, category.amount_clause or programme.funding.clause)
    listed = listing_sources(catalogue, award) if award.status in {"awarded", "revoked"} else ()
    sums = typography.ten_thousand_yuan(award.amount)
    return (*listed, *_in_call(catalogue, programme, category.amount_clause, (category.name, sums), (sums,)))


def _in_call(
    catalogue: Catalogue, programme: PublicProgramme, clause: str, *choices: Iterable[str]
) -> tuple[Source, ...]:
    """The round's call, with the first choice of words that one page of its PDF holds; the clause alone if none does.

    Each choice is a group of words that must stand on the same page.
    """
    if call := call_of(programme):
        for words in map(tuple, choices):
            if words and catalogue.files[call.key].sheet_with(words):
                return (Source(call.key, clause, words),)
    return clause_sources(programme, clause)


def _award_notices(catalogue: Catalogue, award: PublicAward, kind: str, words: tuple[str, ...]) -> tuple[Source, ...]:
    """The notices of a kind in force that name an award, the earliest first, as sources of the words."""
    notices = in_force([catalogue.notices[key] for key in award.notices], kind)
    return tuple(Source(notice.key, words=words) for notice in notices)
