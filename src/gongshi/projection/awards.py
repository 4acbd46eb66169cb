"""Public awards: applications that are listed now, and those that fell out after a 公示 had named them."""

from gongshi.documents.round_view import applicant_of
from gongshi.model.model import Model
from gongshi.model.result import Substitution
from gongshi.projection.follow_up import followed_up
from gongshi.projection.published import PublishedRound
from gongshi.public.applicant import PublicApplicant
from gongshi.public.award import AwardStatus, PublicAward, PublicProjectItem


def award_of(model: Model, published: PublishedRound, applicant: PublicApplicant) -> PublicAward:
    """A winner, proposed winner or pilot, with all that is public of it."""
    records = published.records
    application = records.application(applicant.id)
    status: AwardStatus = "awarded" if published.announced_on else "proposed"
    if published.outcomes[application.id] == "pilot":
        status = "pilot"
    funded = status != "pilot" and records.scheme.gives_money(records.scheme.category(application.category))
    award = PublicAward(
        id=f"{records.programme.id}.{application.id}",
        programme=records.programme.id,
        division=applicant.division,
        county=applicant.county,
        city=applicant.city,
        category=applicant.category,
        category_name=applicant.category_name,
        status=status,
        plan_title=applicant.plan_title,
        amount=applicant.amount,
        payer=applicant.payer if funded else "",
        starts=applicant.starts,
        ends=applicant.ends,
        projects=tuple(
            PublicProjectItem(p.firm, p.name, p.brief, p.investment, p.starts, p.ends) for p in application.projects
        ),
        notices=published.notices_naming.get(application.id, ()),
        funded=funded,
    )
    return followed_up(model, published, award, application) if status == "awarded" else award


def dropped_from(model: Model, published: PublishedRound) -> tuple[PublicAward, ...]:
    """The applications that a 公示 named and that fell out, with the day and the notice of that, and nothing else.

    Their plans, projects and money were public while they were proposed and are taken down; the reason is never public.
    """
    fallen = (each for each in published.substitutions if each.falls_out in published.window_of)
    return tuple(_dropped(model, published, substitution) for substitution in fallen)


def _dropped(model: Model, published: PublishedRound, substitution: Substitution) -> PublicAward:
    records = published.records
    applicant = applicant_of(model, records, records.application(substitution.falls_out))
    by = published.source_of(substitution)
    opened = published.window_of[applicant.id]
    return PublicAward(
        id=f"{records.programme.id}.{applicant.id}",
        programme=records.programme.id,
        division=applicant.division,
        county=applicant.county,
        city=applicant.city,
        category=applicant.category,
        category_name=applicant.category_name,
        status="dropped",
        plan_title="",
        amount=None,
        payer="",
        starts="",
        ends="",
        projects=(),
        notices=published.keys_in_order({*(notice.id for notice in opened), by.id}),
        dropped_on=by.issued_on.isoformat(),
        dropped_by=published.key_of(by),
        funded=False,
    )
