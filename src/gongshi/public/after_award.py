"""What follows an award, as far as it is public: reports, money, grades, rewards, plaque, cancelled title, meetings."""

from dataclasses import replace

from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.public.told import Told
from gongshi.public.types import (
    PublicAward,
    PublicEvaluation,
    PublicPaid,
    PublicReport,
    PublicReward,
    PublicSiteMeeting,
)
from gongshi.rules.reports import due_months, planned_months, report_status


def followed_up(model: Model, told: Told, award: PublicAward, application: Application) -> PublicAward:
    """A winner's award with everything that followed it."""
    plaques = [plaque.given_on for plaque in told.round.supervision.plaques if plaque.application == application.id]
    given = [day.isoformat() for day in plaques if day <= told.today]
    groups = told.round.supervision.leading_groups if told.round.scheme.reporting.leading_group else ()
    formed = [group.established_on for group in groups if group.application == application.id]
    award = replace(
        award,
        leading_group_on=next((day.isoformat() for day in formed if day <= told.today), ""),
        plaque_on=given[0] if given else "",
        reports=_reports(told, application),
        paid=tuple(
            PublicPaid(
                p.year,
                _payer(model, told, p.payer),
                p.amount,
                told.told_on("funding", p.year, p.decided_on).isoformat(),
            )
            for p in sorted(told.payments(application.id), key=lambda p: p.decided_on)
        ),
        evaluations=tuple(
            PublicEvaluation(e.year, e.grade, e.continued)
            for e in sorted(told.evaluations(application.id), key=lambda e: e.year)
        ),
        rewards=tuple(
            PublicReward(
                r.year, _payer(model, told, r.payer), r.amount, told.told_on("reward", r.year, r.decided_on).isoformat()
            )
            for r in sorted(told.rewards(application.id), key=lambda r: r.year)
        ),
    )
    if application.id not in told.revocations:
        return award
    revocation, notice = told.revocations[application.id]
    key = f"{told.round.programme.id}/{notice.id}"
    return replace(award, status="revoked", revoked_on=revocation.decided_on.isoformat(), revoked_by=key)


def reports_due(told: Told) -> tuple[str, ...]:
    """The months at whose end any winner owes a report, until the last plan is over; none before the award."""
    winners = told.round.with_outcome("selected")
    return tuple(sorted({due for application in winners for due in _owed(told, application)}))


def _owed(told: Told, application: Application) -> tuple[str, ...]:
    """The months of a winner's reports, without those that a cancelled title does not owe; none before the award."""
    if not told.announced_on:
        return ()
    revocation = told.round.revoked.get(application.id)  # even before its notice nobody is said to owe what it does not
    cancelled = revocation is not None and revocation.decided_on <= told.today
    return tuple(due_months(told.round, application) if cancelled else planned_months(told.round, application))


def site_meetings_of(told: Told) -> tuple[PublicSiteMeeting, ...]:
    """The on-site meetings held since the announcement, where the scheme asks for them."""
    asked = told.announced_on and told.round.scheme.reporting.site_meeting
    held = [meeting for meeting in told.round.supervision.site_meetings if asked and meeting.held_on <= told.today]
    held.sort(key=lambda meeting: meeting.held_on)
    return tuple(PublicSiteMeeting(m.year, m.held_on.isoformat(), m.place) for m in held)


def _reports(told: Told, application: Application) -> tuple[PublicReport, ...]:
    """The reports due until this month, and those that came sooner."""
    received = {r.due: r.received_on for r in told.round.supervision.reports if r.application == application.id}
    found = []
    for due in sorted(received.keys() | set(_owed(told, application))):
        day = received.get(due)
        status = report_status(due, day, told.today)
        if due <= told.today.isoformat()[:7] or status == "received":
            came = day.isoformat() if day and status in {"received", "late"} else ""
            found.append(PublicReport(due, status, came))
    return tuple(found)


def _payer(model: Model, told: Told, organ: str) -> str:
    """The payer as tables name it, else by its organ's name."""
    funding = told.round.scheme.funding
    names = {funding.payer: funding.payer_name} | {e.payer: e.payer_name for e in funding.exceptions}
    return names.get(organ) or model.organs[organ].name
