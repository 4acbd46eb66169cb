"""From the model to what the public may see: field by field, by name; what is not named stays inside."""

from collections.abc import Mapping, Sequence

from gongshi import typography
from gongshi.documents.notice import Notice
from gongshi.documents.views import CategoryView, ConditionView, RoundView, WinnerView
from gongshi.model.programme import Contact
from gongshi.model.region import Division
from gongshi.model.whole import Model, Round
from gongshi.public.stages import awards_status, stage_of, timeline_of
from gongshi.public.types import (
    AwardStatus,
    PublicAward,
    PublicBasis,
    PublicCategory,
    PublicCondition,
    PublicContact,
    PublicCounty,
    PublicFunding,
    PublicMaterial,
    PublicNotice,
    PublicObjections,
    PublicPayment,
    PublicProgramme,
    PublicProjectItem,
    PublicSite,
    PublicTask,
)


def public_view(model: Model, notices: Sequence[Notice], views: Mapping[str, RoundView]) -> PublicSite:
    """The public site's data.

    Drafts, notices before their day, scores, unsuccessful applications and persons' names are not in it.
    """
    workspace = model.workspace
    today = model.today.isoformat()
    public = (notice for notice in notices if notice.audience == "public")
    shown = [notice for notice in public if notice.state != "draft" and notice.issued_on <= today]
    rounds = sorted(model.rounds.values(), key=lambda r: r.programme.schedule.called_on, reverse=True)
    programmes = tuple(
        _programme(model, r, views[r.programme.id], [n for n in shown if n.programme == r.programme.id])
        for r in rounds
        if any(n.programme == r.programme.id for n in shown)
    )
    return PublicSite(
        name=workspace.site_name,
        url=workspace.site_url,
        description=workspace.site_description,
        publisher=workspace.publisher,
        sample=workspace.sample,
        today=model.today.isoformat(),
        programmes=programmes,
        counties=tuple(_county(model, division, programmes) for division in model.regions.divisions),
    )


def _programme(model: Model, round_: Round, view: RoundView, notices: Sequence[Notice]) -> PublicProgramme:
    programme, scheme = round_.programme, round_.scheme
    kinds = {notice.kind for notice in notices}
    stage, until = stage_of(round_, kinds, model.today)
    status = awards_status(round_, kinds, model.today)
    return PublicProgramme(
        id=programme.id,
        scheme=scheme.id,
        scheme_name=scheme.name,
        honour=scheme.honour,
        unit=scheme.unit,
        name=programme.name,
        year=programme.year,
        stage=stage,
        stage_until=until,
        lead_organ=view.lead.name,
        organs=(view.lead.name, *(organ.name for organ in view.joint)),
        applicant=scheme.applicant,
        one_application_per_county=programme.one_application_per_county,
        conditions=tuple(_condition(condition) for condition in view.conditions),
        categories=tuple(_category(category) for category in view.categories),
        basis=tuple(PublicBasis(basis.title, basis.document_no) for basis in scheme.basis),
        timeline=timeline_of(round_, kinds, model.today),
        materials=tuple(PublicMaterial(m.name, m.form, m.clause) for m in programme.materials),
        contacts=tuple(_contact(model, round_, contact) for contact in programme.contacts),
        objections=_objections(model, round_),
        funding=PublicFunding(
            statement=view.funding.text,
            years=scheme.funding.years,
            earmarked=scheme.funding.earmarked,
            exceptions=tuple(exception.statement.text for exception in view.exceptions),
            clause=scheme.funding.clause,
        ),
        reporting=(
            f"每年{typography.months(scheme.reporting.months)}前向"
            f"{'、'.join(organ.short_name for organ in view.report_to)}报送进展情况。"
            f"{scheme.reporting.evaluation}。{scheme.reporting.consequence}。"
            f"{''.join(duty.text for duty in view.duties)}"
        ),
        terms_title=scheme.plan_title or "",
        awards=_awards(view, view.winners, status, notices) if status else (),
        pilots=_awards(view, view.pilots, "pilot", notices) if status == "awarded" else (),
        payments=_payments(view) if status else (),
        notices=tuple(_notice(notice, round_) for notice in notices),
    )


def _condition(condition: ConditionView) -> PublicCondition:
    return PublicCondition(condition.statement.text, condition.clause)


def _category(category: CategoryView) -> PublicCategory:
    return PublicCategory(
        id=category.id,
        name=category.name,
        short_name=category.short_name,
        places=category.places,
        target=category.target,
        amount=category.amount,
        amount_clause=category.amount_clause,
        priority=category.priority.text,
        requirement=category.requirement.text,
        further_tasks=category.further_tasks.text,
        conditions=tuple(_condition(condition) for condition in category.conditions),
        tasks=tuple(PublicTask(task.name, task.amount, task.funded, task.clause) for task in category.tasks),
    )


def _contact(model: Model, round_: Round, contact: Contact) -> PublicContact:
    organ = model.organs[contact.organ]
    office = model.office(contact.organ, contact.office)
    names = {category.id: category.short_name for category in round_.scheme.categories}
    return PublicContact(
        organ=organ.name,
        office=office.name,
        telephone=office.telephone,
        email=office.email or "",
        person=(office.person or "") if round_.programme.show_persons else "",
        about="、".join(names[category] for category in contact.categories),
    )


def _objections(model: Model, round_: Round) -> PublicObjections:
    rule = round_.programme.publicity
    organ = model.organs[rule.organ]
    office = model.office(rule.organ, rule.office)
    return PublicObjections(
        minimum_days=rule.minimum_days,
        unit="个工作日" if rule.unit == "working" else "天",
        where=rule.where,
        organ=organ.name,
        office=office.name,
        telephone=office.telephone,
        address=organ.address or "",
        postcode=organ.postcode or "",
        real_name=rule.real_name,
    )


def _awards(
    view: RoundView, winners: Sequence[WinnerView], status: AwardStatus, notices: Sequence[Notice]
) -> tuple[PublicAward, ...]:
    return tuple(_award(view, winner, status, notices) for winner in winners)


def _award(view: RoundView, winner: WinnerView, status: AwardStatus, notices: Sequence[Notice]) -> PublicAward:
    application = winner.application
    listed = {"proposed": {"publicity"}, "awarded": {"publicity", "award"}, "pilot": {"award"}}[status]
    return PublicAward(
        id=f"{view.programme.id}.{application.id}",
        programme=view.programme.id,
        division=winner.division.id,
        county=winner.county,
        city=winner.city.name,
        category=application.category,
        category_name=winner.category,
        status=status,
        plan_title=application.plan_title,
        amount=winner.amount,
        payer=winner.payer,
        starts=application.starts,
        ends=application.ends,
        projects=tuple(
            PublicProjectItem(p.firm, p.name, p.brief, p.investment, p.starts, p.ends) for p in application.projects
        ),
        notices=tuple(str(n.path) for n in notices if n.kind in listed or n.about == application.id),
    )


def _payments(view: RoundView) -> tuple[PublicPayment, ...]:
    return tuple(PublicPayment(p.category, p.payer, p.winners, p.amount, p.total) for p in view.payments)


def _notice(notice: Notice, round_: Round) -> PublicNotice:
    return PublicNotice(
        key=str(notice.path),
        programme=notice.programme,
        id=notice.id,
        kind=notice.kind,
        kind_name=notice.kind_name,
        title=notice.plain_title,
        document_no=notice.head.document_no if notice.head else "",
        organs=notice.signature.organs,
        issued_on=notice.issued_on,
        award=f"{round_.programme.id}.{notice.about}" if notice.about else "",
    )


def _county(model: Model, division: Division, programmes: Sequence[PublicProgramme]) -> PublicCounty:
    awards = tuple(
        award
        for programme in programmes
        for award in (*programme.awards, *programme.pilots)
        if award.division == division.id
    )
    return PublicCounty(
        id=division.id,
        name=division.name,
        city=model.cities[division.city].name,
        zone=division.kind == "zone",
        valid_from=division.valid_from or "",
        valid_to=division.valid_to or "",
        awards=awards,
    )
