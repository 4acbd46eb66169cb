"""Whatever a record names exists: organs, offices, categories, divisions, cities, applications."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, Place
from gongshi.model.whole import Model, Round
from gongshi.rules.places import in_application, in_notice, in_programme, in_results, in_reviews, in_scheme


def _missing(model: Model, place: Place, field: str, value: str, kind: tuple[str, str, str]) -> Diagnostic | None:
    """The diagnostic for a reference to nothing, unless its target is there but could not be read."""
    if value in model.unread or kind[2] in model.unread:
        return None
    facts = (("kind", kind[0]), ("kind_en", kind[1]), ("file", kind[2]))
    return Diagnostic("unknown-reference", place, field, value, facts)


_ORGAN = ("机关", "organ", "content/organs.yaml")
_CITY = ("设区市", "city", "content/regions.yaml")


def organs_exist(model: Model) -> Iterator[Diagnostic]:
    """Every organ and office that a scheme, a programme or a notice names is in organs.yaml."""
    named: list[tuple[Place, str, str]] = [
        (in_scheme(scheme, "funding", "payer"), "出资机关编号", scheme.funding.payer)
        for scheme in model.schemes.values()
    ]
    named += [
        (in_scheme(scheme, "funding", "exceptions", i, "payer"), "出资机关编号", exception.payer)
        for scheme in model.schemes.values()
        for i, exception in enumerate(scheme.funding.exceptions)
    ]
    named += [
        (in_scheme(scheme, "reporting", "recipients", i), "报送对象", organ)
        for scheme in model.schemes.values()
        for i, organ in enumerate(scheme.reporting.recipients)
    ]
    for round_ in model.rounds.values():
        programme = round_.programme
        named.append((in_programme(programme, "lead_organ"), "主办机关编号", programme.lead_organ))
        named += [
            (in_programme(programme, "joint_organs", i), "联合发文机关编号", organ)
            for i, organ in enumerate(programme.joint_organs)
        ]
        for notice in round_.notices:
            if notice.lead_organ:
                named.append((in_notice(programme, notice.id, "lead_organ"), "主办机关编号", notice.lead_organ))
            named += [
                (in_notice(programme, notice.id, "joint_organs", i), "联合发文机关编号", organ)
                for i, organ in enumerate(notice.joint_organs or ())
            ]
    for place, field, organ in named:
        if organ not in model.organs and (found := _missing(model, place, field, organ, _ORGAN)):
            yield found


def organs_named_once(model: Model) -> Iterator[Diagnostic]:
    """No organ issues the same notice twice."""
    for round_ in model.rounds.values():
        programme = round_.programme
        issuers = [(in_programme(programme, "joint_organs"), programme.lead_organ, programme.joint_organs)]
        issuers += [
            (in_notice(programme, n.id, "joint_organs"), n.lead_organ or programme.lead_organ, n.joint_organs)
            for n in round_.notices
            if n.joint_organs is not None
        ]
        for place, lead, joint in issuers:
            for index, organ in enumerate(joint):
                if organ in (lead, *joint[:index]):
                    at = Place(place.file, (*place.path, index))
                    yield Diagnostic("organ-twice", at, "联合发文机关编号", organ)


def offices_exist(model: Model) -> Iterator[Diagnostic]:
    """Every contact's organ has the office that is named."""
    for round_ in model.rounds.values():
        programme = round_.programme
        named = [
            (in_programme(programme, "contacts", i), contact.organ, contact.office)
            for i, contact in enumerate(programme.contacts)
        ]
        named.append((in_programme(programme, "publicity"), programme.publicity.organ, programme.publicity.office))
        for place, organ_id, office_id in named:
            organ = model.organs.get(organ_id)
            below = Place(place.file, (*place.path, "office" if organ else "organ"))
            if organ is None:
                found = _missing(model, below, "机关编号", organ_id, _ORGAN)
            elif office_id not in {office.id for office in organ.offices}:
                kind = (f"{organ.short_name}处室", "office of that organ", "content/organs.yaml")
                found = _missing(model, below, "处室编号", office_id, kind)
            else:
                found = None
            if found:
                yield found


def categories_exist(model: Model) -> Iterator[Diagnostic]:
    """Every quota, contact and application names a category of the scheme."""
    for round_ in model.rounds.values():
        programme, scheme = round_.programme, round_.scheme
        kind = ("类别", "category", f"content/schemes/{scheme.id}.yaml")
        named = [
            (in_programme(programme, "quotas", f"#category={quota.category}", "category"), quota.category)
            for quota in programme.quotas
        ]
        named += [
            (in_programme(programme, "contacts", i, "categories", j), category)
            for i, contact in enumerate(programme.contacts)
            for j, category in enumerate(contact.categories)
        ]
        named += [(in_application(programme, a.id, "category"), a.category) for a in round_.applications]
        known = {category.id for category in scheme.categories}
        for place, category in named:
            if category not in known and (found := _missing(model, place, "类别", category, kind)):
                yield found


def cities_exist(model: Model) -> Iterator[Diagnostic]:
    """Every city code that a division, a scheme or a programme names is a city."""
    named: list[tuple[Place, str]] = [
        (Place("content/regions.yaml", ("divisions", f"#id={division.id}", "city")), division.city)
        for division in model.regions.divisions
    ]
    named += [
        (in_scheme(scheme, "funding", "exceptions", i, "city"), exception.city)
        for scheme in model.schemes.values()
        for i, exception in enumerate(scheme.funding.exceptions)
    ]
    named += [
        (in_programme(round_.programme, "cities_not_addressed", i), city)
        for round_ in model.rounds.values()
        for i, city in enumerate(round_.programme.cities_not_addressed)
    ]
    for place, city in named:
        if city not in model.cities and (found := _missing(model, place, "城市代码", city, _CITY)):
            yield found


def divisions_exist(model: Model) -> Iterator[Diagnostic]:
    """Every applicant's division, and every one that an expert is tied to, is in regions.yaml."""
    for round_ in model.rounds.values():
        for application in round_.applications:
            division = application.division
            if division not in model.divisions and division not in model.unread:
                place = in_application(round_.programme, application.id, "division")
                yield Diagnostic("unknown-county", place, "申报地区编号", division)
        for expert in round_.review.experts if round_.review else ():
            for index, division in enumerate(expert.divisions):
                if division not in model.divisions and division not in model.unread:
                    place = in_reviews(round_.programme, "experts", f"#id={expert.id}", "divisions", index)
                    yield Diagnostic("unknown-county", place, "关联地区", division)


def applications_exist(model: Model) -> Iterator[Diagnostic]:
    """Every score, recusal, outcome and notice names an application of its round."""
    for round_ in model.rounds.values():
        known = {application.id for application in round_.applications}
        kind = ("申报", "application", f"content/programmes/{round_.programme.id}/applications.yaml")
        for place, application in _applications_named(round_):
            if application not in known and (found := _missing(model, place, "申报号", application, kind)):
                yield found


def _applications_named(round_: Round) -> Iterator[tuple[Place, str]]:
    programme = round_.programme
    for score in round_.review.scores if round_.review else ():
        key = f"#application={score.application}"
        yield in_reviews(programme, "scores", key, "application"), score.application
    for index, recusal in enumerate(round_.review.recusals if round_.review else ()):
        yield in_reviews(programme, "recusals", index, "application"), recusal.application
    for outcome in round_.results.outcomes if round_.results else ():
        key = f"#application={outcome.application}"
        yield in_results(programme, "outcomes", key, "application"), outcome.application
    for notice in round_.notices:
        if notice.application:
            yield in_notice(programme, notice.id, "application"), notice.application
