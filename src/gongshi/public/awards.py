"""Awards as the public sees them: those listed now, and those that fell out after a 公示 had named them."""

from collections.abc import Container, Sequence

from gongshi.documents.notice import Notice
from gongshi.documents.views import WinnerView
from gongshi.model.application import Application
from gongshi.model.model import Model
from gongshi.model.result import Substitution
from gongshi.public.after_award import followed_up
from gongshi.public.told import Told
from gongshi.public.types import AwardStatus, PublicAward, PublicProjectItem


def award_of(model: Model, told: Told, winner: WinnerView, notices: Sequence[Notice]) -> PublicAward:
    """A winner, proposed winner or pilot, with all that is public of it."""
    application = winner.application
    status: AwardStatus = "awarded" if told.announced_on else "proposed"
    if told.outcomes[application.id] == "pilot":
        status = "pilot"
    funded = status != "pilot" and told.round.scheme.gives_money(told.round.scheme.category(application.category))
    award = PublicAward(
        id=f"{told.round.programme.id}.{application.id}",
        programme=told.round.programme.id,
        division=winner.division.id,
        county=winner.county,
        city=winner.city.name,
        category=application.category,
        category_name=winner.category,
        status=status,
        plan_title=application.plan_title,
        amount=winner.amount,
        payer=winner.payer if funded else "",
        starts=application.starts,
        ends=application.ends,
        projects=tuple(
            PublicProjectItem(p.firm, p.name, p.brief, p.investment, p.starts, p.ends) for p in application.projects
        ),
        notices=tuple(str(n.path) for n in notices if n.id in _named_in(told, application)),
        funded=funded,
    )
    return followed_up(model, told, award, application) if status == "awarded" else award


def _named_in(told: Told, application: Application) -> set[str]:
    """Ids of the public notices that an area stands in, or that tell something of it."""
    about = {n.id for n in told.published if n.application == application.id}
    opened = {n.id for window, n in told.windows if application.id in told.round.publicised_in(window)}
    listing = told.pilot_lists if told.outcomes[application.id] == "pilot" else told.of("award")
    announced = {n.id for n in listing} if told.announced_on else set()
    paid = {payment.year for payment in told.payments(application.id)}
    graded = {evaluation.year for evaluation in told.evaluations(application.id)}
    rewarded = {reward.year for reward in told.rewards(application.id)}
    yearly = (("funding", paid), ("evaluation", graded), ("reward", rewarded))
    told_of_years = {id_ for kind, years in yearly for id_ in _of_years(told, kind, years)}
    kept = (
        told.announced_on and told.outcomes[application.id] == "selected" and application.id not in told.round.revoked
    )
    rechecked = {n.id for n in told.of("recheck")} if kept else set()
    revoked = {told.revocations[application.id][1].id} if application.id in told.revocations else set()
    return about | opened | announced | told_of_years | rechecked | revoked


def _of_years(told: Told, kind: str, years: Container[int | None]) -> set[str]:
    return {n.id for n in told.of(kind) if n.year in years}


def dropped_from(model: Model, told: Told, notices: Sequence[Notice]) -> tuple[PublicAward, ...]:
    """The areas that a 公示 named and that fell out: that they are out, since when, by which notice; nothing else.

    Their plans, projects and money were public while they were proposed and are taken down, the reason never stands.
    """
    named = {application for window, _ in told.windows for application in told.round.publicised_in(window)}
    fallen = [substitution for substitution in told.substitutions if substitution.falls_out in named]
    return tuple(_dropped(model, told, substitution, notices) for substitution in fallen)


def _dropped(model: Model, told: Told, substitution: Substitution, notices: Sequence[Notice]) -> PublicAward:
    application = told.round.application(substitution.falls_out)
    division = model.divisions[application.division]
    by = told.telling(substitution)
    opened = {notice.id for window, notice in told.windows if application.id in told.round.publicised_in(window)}
    return PublicAward(
        id=f"{told.round.programme.id}.{application.id}",
        programme=told.round.programme.id,
        division=division.id,
        county=division.name,
        city=model.cities[division.city].name,
        category=application.category,
        category_name=told.round.scheme.category(application.category).name,
        status="dropped",
        plan_title="",
        amount=None,
        payer="",
        starts="",
        ends="",
        projects=(),
        notices=tuple(str(notice.path) for notice in notices if notice.id in {*opened, by.id}),
        dropped_on=by.issued_on.isoformat(),
        dropped_by=f"{told.round.programme.id}/{by.id}",
        funded=False,
    )
