"""Functions for the table of kinds: a notice's own day, days of the facts it announces, whom it names, its years."""

from collections.abc import Iterable, Iterator

from gongshi.model.base import Record
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round
from gongshi.model.round_on import RoundOn
from gongshi.model.supervision import Revocation

DayField = tuple[Record, str, str]
"""A record, the field of it that holds a day, and what the day is called beside others."""


# The day on record that must be the notice's own date.
def bears_nothing(_round: Round, _notice: NoticeRecord) -> DayField | None:
    """No record sets its date."""
    return None


def bears_call(records: Round, _notice: NoticeRecord) -> DayField | None:
    """The day of the call."""
    return records.programme.schedule, "called_on", "发布日期"


def bears_first_window(records: Round, _notice: NoticeRecord) -> DayField | None:
    """The day on which the first window is published."""
    return (records.publicity, "published_on", "公示发布日期") if records.publicity else None


def bears_own_window(records: Round, notice: NoticeRecord) -> DayField | None:
    """The day on which the window that the notice opens is published."""
    window = records.windows_by_id.get(notice.publicity or "")
    return (window, "published_on", "公示发布日期") if window else None


def bears_announcement(records: Round, _notice: NoticeRecord) -> DayField | None:
    """The day of the announcement."""
    return (records.results, "announced_on", "公布日期") if records.results and records.announced_on else None


# The days of the facts that it announces: the notice's own date must not be before any of them.
def tells_nothing(_round: Round, _notice: NoticeRecord) -> Iterator[DayField]:
    """No fact with a day on record."""
    return iter(())


def tells_call(records: Round, _notice: NoticeRecord) -> Iterator[DayField]:
    """The day of the call to which it adds."""
    yield records.programme.schedule, "called_on", "发布日期"


def tells_review(records: Round, _notice: NoticeRecord) -> Iterator[DayField]:
    """The day of the review."""
    if records.review:
        yield records.review, "held_on", "评审日期"


def tells_objection(records: Round, notice: NoticeRecord) -> Iterator[DayField]:
    """The days on which the objection was received and decided."""
    objection = records.objections_by_id.get(notice.objection or "")
    if objection:
        yield objection, "received_on", "异议收到日期"
        if objection.decided_on:
            yield objection, "decided_on", "异议办结日期"


def tells_payments(records: Round, notice: NoticeRecord) -> Iterator[DayField]:
    """The days of the payments of its year."""
    return ((p, "decided_on", "资金下达日期") for p in records.supervision.payments if p.year == notice.year)


def tells_evaluations(records: Round, notice: NoticeRecord) -> Iterator[DayField]:
    """The days of the evaluations of its year."""
    return ((e, "evaluated_on", "评价日期") for e in records.supervision.evaluations if e.year == notice.year)


def tells_rewards(records: Round, notice: NoticeRecord) -> Iterator[DayField]:
    """The days of the rewards of its year."""
    return ((r, "decided_on", "奖励决定日期") for r in records.supervision.rewards if r.year == notice.year)


def tells_revocations(records: Round, notice: NoticeRecord) -> Iterator[DayField]:
    """The day of the cancelled title that it names, or the days of all those of its year."""
    return ((r, "decided_on", "取消名号决定日期") for r in revocations_in(records, notice))


def tells_recheck(records: Round, notice: NoticeRecord) -> Iterator[DayField]:
    """The days of the evaluations and the cancelled titles of its year."""
    yield from tells_evaluations(records, notice)
    yield from tells_revocations(records, notice)


def revocations_in(records: Round, notice: NoticeRecord) -> tuple[Revocation, ...]:
    """The cancelled title of the one application that a notice names, or all those of its year."""
    if notice.application:
        revocation = records.revoked.get(notice.application)
        return (revocation,) if revocation else ()
    return tuple(r for r in records.supervision.revocations if r.decided_on.year == notice.year)


# The applications that a notice in force names.
def names_nobody(_on: RoundOn, _notice: NoticeRecord) -> Iterable[str]:
    """Nobody in particular."""
    return ()


def names_first_window(on: RoundOn, _notice: NoticeRecord) -> Iterable[str]:
    """Those whom the first window makes public."""
    return on.records.publicised_in(on.records.publicity) if on.records.publicity else ()


def names_own_window(on: RoundOn, notice: NoticeRecord) -> Iterable[str]:
    """Those whom the window that it opens makes public."""
    window = on.records.windows_by_id.get(notice.publicity or "")
    return on.records.publicised_in(window) if window else ()


def names_listed(on: RoundOn, _notice: NoticeRecord) -> Iterable[str]:
    """The winners, and the pilots unless they have a notice of their own."""
    wanted = {"selected"} if on.has_pilot_notice else {"selected", "pilot"}
    return (application for application, outcome in on.records.outcomes.items() if outcome in wanted)


def names_pilots(on: RoundOn, _notice: NoticeRecord) -> Iterable[str]:
    """The pilots."""
    return (application for application, outcome in on.records.outcomes.items() if outcome == "pilot")


def names_paid(on: RoundOn, notice: NoticeRecord) -> Iterable[str]:
    """Those who were paid in its year."""
    payments = on.records.supervision.payments
    return (p.application for p in payments if p.year == notice.year and p.decided_on <= on.day)


def names_evaluated(on: RoundOn, notice: NoticeRecord) -> Iterable[str]:
    """Those who were evaluated for its year."""
    return (e.application for e in on.records.supervision.evaluations if e.year == notice.year)


def names_rewarded(on: RoundOn, notice: NoticeRecord) -> Iterable[str]:
    """Those who are rewarded for its year."""
    return (r.application for r in on.records.supervision.rewards if r.year == notice.year)


def names_keepers(on: RoundOn, _notice: NoticeRecord) -> Iterable[str]:
    """The winners whose title was never cancelled."""
    return (a.id for a in on.records.with_outcome("selected") if a.id not in on.records.revoked)


# The years for which the records hold facts that the notice can announce.
def no_years(_round: Round) -> Iterable[int]:
    """None: it is not about a year, or about a year that does not depend on records."""
    return ()


def years_paid(records: Round) -> Iterable[int]:
    """Budget years with payments."""
    return (payment.year for payment in records.supervision.payments)


def years_evaluated(records: Round) -> Iterable[int]:
    """Years with evaluations."""
    return (evaluation.year for evaluation in records.supervision.evaluations)


def years_rewarded(records: Round) -> Iterable[int]:
    """Years with rewards."""
    return (reward.year for reward in records.supervision.rewards)
