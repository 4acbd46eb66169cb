"""What follows an award, as far as it is public: reports, money, grades, rewards, plaque, cancelled title, meetings."""

from dataclasses import replace

from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.supervision import Evaluation, Payment, Reward
from gongshi.projection.published import PublishedRound
from gongshi.public.award import PublicAward
from gongshi.public.follow_up import PublicEvaluation, PublicPaid, PublicReport, PublicReward, PublicSiteMeeting
from gongshi.rules.reports import due_months, planned_months, report_status


def followed_up(model: Model, published: PublishedRound, award: PublicAward, application: Application) -> PublicAward:
    """A winner's award with everything that followed it."""
    records, today = published.records, published.today
    plaque = records.follow_up.plaque_of.get(application.id)
    group = records.follow_up.leading_group_of.get(application.id) if records.scheme.reporting.leading_group else None
    award = replace(
        award,
        leading_group_on=group.established_on.isoformat() if group and group.established_on <= today else "",
        plaque_on=plaque.given_on.isoformat() if plaque and plaque.given_on <= today else "",
        reports=_public_reports(published, application),
        paid=tuple(
            PublicPaid(p.year, _payer(model, published, p.payer), p.amount, _notice_day(published, "funding", p))
            for p in sorted(payments_made_known(published, application.id), key=lambda p: p.decided_on)
        ),
        evaluations=tuple(
            PublicEvaluation(e.year, e.grade, e.continued)
            for e in sorted(evaluations_made_known(published, application.id), key=lambda e: e.year)
        ),
        rewards=tuple(
            PublicReward(r.year, _payer(model, published, r.payer), r.amount, _notice_day(published, "reward", r))
            for r in sorted(rewards_made_known(published, application.id), key=lambda r: r.year)
        ),
    )
    if application.id not in published.revocations:
        return award
    revocation, notice = published.revocations[application.id]
    by = published.key_of(notice)
    return replace(award, status="revoked", revoked_on=revocation.decided_on.isoformat(), revoked_by=by)


def payments_made_known(published: PublishedRound, application: str) -> tuple[Payment, ...]:
    """A winner's payments of the years for which a funding notice is in force, without those of later days."""
    years = _years_of_notices(published, "funding")
    paid = published.records.follow_up.payments_of.get(application, ())
    return tuple(p for p in paid if p.year in years and p.decided_on <= published.today)


def evaluations_made_known(published: PublishedRound, application: str) -> tuple[Evaluation, ...]:
    """A winner's evaluations of the years for which a notice on their results is in force.

    A recheck makes the grades of those who keep their titles known, but not whether support goes on.
    """
    years = _years_of_notices(published, "evaluation")
    rechecked = _years_of_notices(published, "recheck") if application not in published.records.revoked else set()
    found = published.records.follow_up.evaluations_of.get(application, ())
    grades_alone = (e.model_copy(update={"continued": None}) for e in found if e.year in rechecked - years)
    return (*(e for e in found if e.year in years), *grades_alone)


def rewards_made_known(published: PublishedRound, application: str) -> tuple[Reward, ...]:
    """A winner's rewards of the years for which a notice on rewards is in force."""
    years = _years_of_notices(published, "reward")
    return tuple(r for r in published.records.follow_up.rewards_of.get(application, ()) if r.year in years)


def _years_of_notices(published: PublishedRound, kind: str) -> set[int | None]:
    return {notice.year for notice in published.of(kind)}


def _notice_day(published: PublishedRound, kind: str, decided: Payment | Reward) -> str:
    """The day (ISO) of the notice that made a payment or reward known: the first that is not before the decision.

    The day of the decision itself is in no notice and is not public.
    """
    days = sorted(notice.issued_on for notice in published.of(kind) if notice.year == decided.year)
    return next((day for day in days if day >= decided.decided_on), days[-1]).isoformat()


def reports_due(published: PublishedRound) -> tuple[str, ...]:
    """The months at whose end any winner owes a report, until the last plan is over; none before the award."""
    winners = published.records.with_outcome("selected")
    return tuple(sorted({due for application in winners for due in _owed_months(published, application)}))


def _owed_months(published: PublishedRound, application: Application) -> tuple[str, ...]:
    """The months of a winner's reports, without those after its title was cancelled; none before the award."""
    if not published.announced_on:
        return ()
    # A report that is not owed is never shown as due, even before the notice that cancels the title.
    revocation = published.records.revoked.get(application.id)
    cancelled = revocation is not None and revocation.decided_on <= published.today
    return tuple(
        due_months(published.records, application) if cancelled else planned_months(published.records, application)
    )


def site_meetings_of(published: PublishedRound) -> tuple[PublicSiteMeeting, ...]:
    """The on-site meetings held since the announcement, where the scheme asks for them."""
    asked = published.announced_on and published.records.scheme.reporting.site_meeting
    held = [
        meeting
        for meeting in published.records.supervision.site_meetings
        if asked and meeting.held_on <= published.today
    ]
    held.sort(key=lambda meeting: meeting.held_on)
    return tuple(PublicSiteMeeting(m.year, m.held_on.isoformat(), m.place) for m in held)


def _public_reports(published: PublishedRound, application: Application) -> tuple[PublicReport, ...]:
    """The reports due until this month, and those that came sooner."""
    received = {r.due: r.received_on for r in published.records.follow_up.reports_of.get(application.id, ())}
    found = []
    for due in sorted(received.keys() | set(_owed_months(published, application))):
        day = received.get(due)
        status = report_status(due, day, published.today)
        if due <= published.today.isoformat()[:7] or status == "received":
            came = day.isoformat() if day and status in {"received", "late"} else ""
            found.append(PublicReport(due, status, came))
    return tuple(found)


def _payer(model: Model, published: PublishedRound, organ: str) -> str:
    """The payer as tables name it, else by its organ's name."""
    funding = published.records.scheme.funding
    names = {funding.payer: funding.payer_name} | {e.payer: e.payer_name for e in funding.exceptions}
    return names.get(organ) or model.organs[organ].name
