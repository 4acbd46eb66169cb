"""From the model to what the public may see: field by field, by name; what is not named stays inside."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from gongshi import typography
from gongshi.documents.notice import Notice
from gongshi.documents.views import CategoryView, ConditionView, RoundView, WinnerView, winner_view
from gongshi.model.model import Model
from gongshi.model.programme import Contact
from gongshi.model.result import OutcomeName
from gongshi.model.round import Round
from gongshi.model.scheme import Scheme
from gongshi.public.after_award import reports_due, site_meetings_of
from gongshi.public.awards import award_of, dropped_from
from gongshi.public.publicity import substitutions_of, windows_of
from gongshi.public.regions import cities_of, counties_of
from gongshi.public.schemes import schemes_of
from gongshi.public.stages import stage_of, timeline_of
from gongshi.public.told import Told
from gongshi.public.types import (
    PublicBasis,
    PublicCategory,
    PublicCondition,
    PublicContact,
    PublicFunding,
    PublicLicence,
    PublicMaterial,
    PublicNotice,
    PublicObjections,
    PublicPayment,
    PublicProgramme,
    PublicSite,
    PublicTask,
)


def public_view(model: Model, notices: Sequence[Notice], views: Mapping[str, RoundView]) -> PublicSite:
    """The public site's data.

    Drafts, notices before their day, scores, unsuccessful applications, the reserve, objectors and persons' names are
    not in it.
    """
    workspace = model.workspace
    licence = workspace.data_licence
    today = model.today.isoformat()
    public = (notice for notice in notices if notice.audience == "public")
    shown = [notice for notice in public if notice.state != "draft" and notice.issued_on <= today]
    rounds = sorted(model.rounds.values(), key=lambda r: r.programme.schedule.called_on, reverse=True)
    programmes = tuple(
        _programme(model, r, views[r.programme.id], [n for n in shown if n.programme == r.programme.id])
        for r in rounds
        if any(n.programme == r.programme.id for n in shown)
    )
    programmes = _against_targets(programmes)
    return PublicSite(
        name=workspace.site_name,
        url=workspace.site_url,
        description=workspace.site_description,
        publisher=workspace.publisher,
        sample=workspace.sample,
        today=model.today.isoformat(),
        licence=PublicLicence(licence.name, licence.english, licence.url or ""),
        programmes=programmes,
        counties=counties_of(model, programmes),
        schemes=schemes_of(model, programmes),
        cities=cities_of(model),
    )


def _against_targets(programmes: Sequence[PublicProgramme]) -> tuple[PublicProgramme, ...]:
    """The rounds with each category's winners over all rounds of its scheme; cancelled titles do not count."""
    won = Counter((p.scheme, a.category) for p in programmes for a in p.awards if a.status == "awarded")
    return tuple(
        replace(p, categories=tuple(replace(c, awarded=won[p.scheme, c.id]) for c in p.categories)) for p in programmes
    )


def _programme(model: Model, round_: Round, whole: RoundView, notices: Sequence[Notice]) -> PublicProgramme:
    programme, scheme = round_.programme, round_.scheme
    ids = {notice.id for notice in notices}
    told = Told(round_, tuple(n for n in round_.notices if n.id in ids), model.today)
    view = _view_as_told(model, told, whole)
    stage, until = stage_of(told)
    awards = tuple(award_of(model, told, winner, notices) for winner in view.winners)
    pilots = tuple(award_of(model, told, pilot, notices) for pilot in view.pilots)
    dropped = dropped_from(model, told, notices)
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
        timeline=timeline_of(told),
        materials=tuple(PublicMaterial(m.name, m.form, m.clause) for m in programme.materials),
        contacts=tuple(_contact(model, round_, contact) for contact in programme.contacts),
        objections=_objections(model, round_),
        funding=_funding(scheme, view),
        reporting=_reporting(scheme, view),
        terms_title=scheme.plan_title or "",
        awards=awards,
        pilots=pilots,
        payments=_payments(view),
        notices=tuple(_notice(notice, told, {award.id for award in (*awards, *pilots)}) for notice in notices),
        windows=windows_of(told),
        substitutions=substitutions_of(model, told),
        deadline=told.deadline.isoformat(),
        reports_due=reports_due(told),
        dropped=dropped,
        site_meetings=site_meetings_of(told),
        has_form=bool(told.of("call")),
        reporting_clause=scheme.reporting.clause,
    )


def _funding(scheme: Scheme, view: RoundView) -> PublicFunding:
    return PublicFunding(
        statement=view.funding.text,
        years=scheme.funding.years,
        earmarked=scheme.funding.earmarked,
        exceptions=tuple(exception.statement.text for exception in view.exceptions),
        clause=scheme.funding.clause,
    )


def _reporting(scheme: Scheme, view: RoundView) -> str:
    """When reports are due, what follows, and what else winners have to do, in words."""
    recipients = "、".join(organ.short_name for organ in view.report_to)
    duties = "".join(duty.text for duty in view.duties)
    rule = scheme.reporting
    due = typography.months(rule.months)
    return f"每年{due}前向{recipients}报送进展情况。{rule.evaluation}。{rule.consequence}。{duties}"


def _view_as_told(model: Model, told: Told, view: RoundView) -> RoundView:
    """The view with the winners and pilots that are public so far, in the order of divisions."""
    return replace(
        view,
        categories=tuple(
            replace(
                category,
                winners=_listed(model, told, category, "selected"),
                pilots=_listed(model, told, category, "pilot"),
            )
            for category in view.categories
        ),
    )


def _listed(model: Model, told: Told, view: CategoryView, outcome: OutcomeName) -> tuple[WinnerView, ...]:
    order = {division.id: place for place, division in enumerate(model.regions.divisions)}
    category = told.round.scheme.category(view.id)
    listed = [a for a in told.round.applications if a.category == view.id and told.outcomes.get(a.id) == outcome]
    listed.sort(key=lambda a: (order[a.division], a.id))
    # One that falls out later has no amount any more, but its 公示 still proposes it with one.
    amount = view.amount if outcome == "selected" else None
    return tuple(replace(winner_view(model, told.round, a, category), amount=amount) for a in listed)


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
        funded=category.funded,
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


def _payments(view: RoundView) -> tuple[PublicPayment, ...]:
    return tuple(PublicPayment(p.category, p.payer, p.winners, p.amount, p.total) for p in view.payments)


def _notice(notice: Notice, told: Told, awards: Container[str]) -> PublicNotice:
    award = f"{notice.programme}.{notice.about}"
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
        award=award if award in awards else "",
        corrected_by=_concerned_by(notice, told, "correction"),
        withdrawn_by=_concerned_by(notice, told, "withdrawal"),
        concerns=_concerned(notice, told),
        supplemented_by=tuple(f"{notice.programme}/{n.id}" for n in told.supplements if notice.kind == "call"),
        extends_to=told.deadline.isoformat() if any(n.id == notice.id for n in told.extensions) else "",
    )


def _concerned(notice: Notice, told: Told) -> str:
    """Key of the public notice that a correction, withdrawal or supplement concerns; empty if it is none of these."""
    named = {n.concerns for n in told.published if n.id == notice.id}
    if notice.kind == "supplement":
        named = {n.id for n in told.of("call")}
    return next((f"{notice.programme}/{n.id}" for n in told.published if n.id in named), "")


def _concerned_by(notice: Notice, told: Told, kind: str) -> str:
    """Key of the latest standing notice of that kind that concerns a notice; empty if there is none."""
    found = sorted((n.issued_on, n.id) for n in told.of(kind) if n.concerns == notice.id)
    return f"{notice.programme}/{found[-1][1]}" if found else ""
