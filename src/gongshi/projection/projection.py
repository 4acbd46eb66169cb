"""From the model to what the public may see, field by field; a field that is not named here is not public."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from gongshi import typography
from gongshi.documents.notice import Notice
from gongshi.documents.round_view import RoundView, applicant_of
from gongshi.model.model import Model
from gongshi.model.result import OutcomeName
from gongshi.model.round import Round
from gongshi.model.round_on import RoundOn
from gongshi.model.scheme import Scheme
from gongshi.projection.awards import award_of, dropped_from
from gongshi.projection.follow_up import reports_due, site_meetings_of
from gongshi.projection.notices import public_notices
from gongshi.projection.publicity import substitutions_of, windows_of
from gongshi.projection.published import PublishedRound
from gongshi.projection.regions import cities_of, counties_of
from gongshi.projection.schemes import schemes_of
from gongshi.projection.stages import stage_of, timeline_of
from gongshi.public.applicant import PublicApplicant
from gongshi.public.category import PublicCategory
from gongshi.public.contact import PublicMaterial
from gongshi.public.licence import PublicLicence
from gongshi.public.round import PublicProgramme
from gongshi.public.scheme import PublicBasis, PublicFunding
from gongshi.public.site import PublicSite


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
    by_round: dict[str, list[Notice]] = {}
    for notice in shown:
        by_round.setdefault(notice.programme, []).append(notice)
    programmes = _against_targets(
        tuple(
            _programme(model, r, views[r.programme.id], by_round[r.programme.id])
            for r in rounds
            if r.programme.id in by_round
        )
    )
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


def _programme(model: Model, r: Round, whole: RoundView, notices: Sequence[Notice]) -> PublicProgramme:
    """A round as far as its published notices make it known."""
    programme, scheme = r.programme, r.scheme
    published = _published(model, r, notices)
    view = replace(whole, categories=tuple(_as_published(model, published, each) for each in whole.categories))
    stage, until = stage_of(published)
    awards = tuple(award_of(model, published, winner) for winner in view.winners)
    pilots = tuple(award_of(model, published, pilot) for pilot in view.pilots)
    shown = PublicProgramme(
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
        conditions=view.conditions,
        categories=tuple(replace(category, winners=(), pilots=()) for category in view.categories),
        basis=tuple(PublicBasis(basis.title, basis.document_no) for basis in scheme.basis),
        timeline=timeline_of(published),
        materials=tuple(PublicMaterial(m.name, m.form, m.clause) for m in programme.materials),
        contacts=view.contacts,
        objections=view.objections,
        funding=_funding(scheme, view),
        reporting=_reporting(scheme, view),
        terms_title=scheme.plan_title or "",
        awards=awards,
        pilots=pilots,
        payments=view.payments,
        notices=public_notices(published, notices, frozenset(award.id for award in (*awards, *pilots))),
        has_form=bool(published.of("call")),
        reporting_clause=scheme.reporting.clause,
    )
    return _with_course(model, published, shown)


def _published(model: Model, r: Round, notices: Sequence[Notice]) -> PublishedRound:
    """The round with those of its records that belong to these notices."""
    ids = {notice.id for notice in notices}
    now = RoundOn(r, model.today, tuple(notice for notice in r.notices if notice.id in ids))
    return PublishedRound(now, model.kinds)


def _with_course(model: Model, published: PublishedRound, shown: PublicProgramme) -> PublicProgramme:
    """The round with what happened in it: deadline, windows, substitutions, reports and meetings."""
    return replace(
        shown,
        windows=windows_of(published),
        substitutions=substitutions_of(model, published),
        dropped=dropped_from(model, published),
        site_meetings=site_meetings_of(published),
        deadline=published.deadline.isoformat(),
        reports_due=reports_due(published),
    )


def _funding(scheme: Scheme, view: RoundView) -> PublicFunding:
    return PublicFunding(
        statement=view.funding,
        years=scheme.funding.years,
        earmarked=scheme.funding.earmarked,
        exceptions=tuple(exception.statement for exception in view.exceptions),
        clause=scheme.funding.clause,
    )


def _reporting(scheme: Scheme, view: RoundView) -> str:
    """When reports are due, what follows, and what else winners have to do, in words."""
    recipients = "、".join(organ.short_name for organ in view.report_to)
    rule = scheme.reporting
    due = typography.months(rule.months)
    return f"每年{due}前向{recipients}报送进展情况。{rule.evaluation}。{rule.consequence}。{''.join(view.duties)}"


def _as_published(model: Model, published: PublishedRound, category: PublicCategory) -> PublicCategory:
    """The category with the winners and pilots that are public so far, in the order of divisions."""
    return replace(
        category,
        winners=_listed(model, published, category, "selected"),
        pilots=_listed(model, published, category, "pilot"),
    )


def _listed(
    model: Model, published: PublishedRound, category: PublicCategory, outcome: OutcomeName
) -> tuple[PublicApplicant, ...]:
    records = published.records
    wanted = (a for a in records.applications if a.category == category.id)
    listed = [application for application in wanted if published.outcomes.get(application.id) == outcome]
    listed.sort(key=lambda a: (model.order[a.division], a.id))
    # The record of one that falls out later has no amount any more, but its 公示 still proposes one.
    amount = category.amount if outcome == "selected" else None
    return tuple(replace(applicant_of(model, records, application), amount=amount) for application in listed)
