"""Whatever a record names exists: organs, offices, categories, tasks, divisions, cities, applications, windows."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, Place, error
from gongshi.model.model import Model
from gongshi.model.references import UNKNOWN_COUNTY, UNKNOWN_REFERENCE
from gongshi.model.round import Round
from gongshi.model.scheme import Scheme
from gongshi.rules.places import (
    in_application,
    in_notice,
    in_objections,
    in_programme,
    in_results,
    in_reviews,
    in_scheme,
    in_supervision,
)

Kind = tuple[str, str, str]
"""What is named, in Chinese and English, and the file it should be in."""


def _missing(model: Model, place: Place, field: str, value: str, kind: Kind) -> Diagnostic | None:
    """The diagnostic for a reference to nothing, unless its target is there but could not be read."""
    if value in model.unread or kind[2] in model.unread:
        return None
    facts = (("kind", kind[0]), ("kind_en", kind[1]), ("file", kind[2]))
    return Diagnostic(UNKNOWN_REFERENCE, place, field, value, facts)


_ORGAN = ("机关", "organ", "content/organs.yaml")
_CITY = ("设区市", "city", "content/regions.yaml")


def organs_exist(model: Model) -> Iterator[Diagnostic]:
    """Every organ that a scheme, a programme, a notice or a payment names is in organs.yaml."""
    named = [one for scheme in model.schemes.values() for one in _organs_of_scheme(scheme)]
    named += [one for round_ in model.rounds.values() for one in _organs_of_round(round_)]
    for place, field, organ in named:
        if organ not in model.organs and (found := _missing(model, place, field, organ, _ORGAN)):
            yield found


def _organs_of_scheme(scheme: Scheme) -> Iterator[tuple[Place, str, str]]:
    yield in_scheme(scheme, "funding", "payer"), "出资机关编号", scheme.funding.payer
    for i, exception in enumerate(scheme.funding.exceptions):
        yield in_scheme(scheme, "funding", "exceptions", i, "payer"), "出资机关编号", exception.payer
    for i, organ in enumerate(scheme.reporting.recipients):
        yield in_scheme(scheme, "reporting", "recipients", i), "报送对象", organ


def _organs_of_round(round_: Round) -> Iterator[tuple[Place, str, str]]:
    programme = round_.programme
    yield in_programme(programme, "lead_organ"), "主办机关编号", programme.lead_organ
    for i, organ in enumerate(programme.joint_organs):
        yield in_programme(programme, "joint_organs", i), "联合发文机关编号", organ
    for notice in round_.notices:
        if notice.lead_organ:
            yield in_notice(programme, notice.id, "lead_organ"), "主办机关编号", notice.lead_organ
        for i, organ in enumerate(notice.joint_organs or ()):
            yield in_notice(programme, notice.id, "joint_organs", i), "联合发文机关编号", organ
    for payment in round_.supervision.payments:
        place = in_supervision(programme, "payments", f"#id={payment.id}", "payer")
        yield place, "出资机关编号", payment.payer
    for i, reward in enumerate(round_.supervision.rewards):
        yield in_supervision(programme, "rewards", i, "payer"), "出资机关编号", reward.payer


ORGAN_TWICE = error(
    "organ-twice",
    "{field}中“{value}”与另一发文机关重复。",
    "每个发文机关只写一次，主办机关不再列入联合发文机关。",
    "The organ {value} issues the notice twice. Name each organ once.",
)


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
                    yield Diagnostic(ORGAN_TWICE, at, "联合发文机关编号", organ)


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
                yield Diagnostic(UNKNOWN_COUNTY, place, "申报地区编号", division)
        for expert in round_.review.experts if round_.review else ():
            for index, division in enumerate(expert.divisions):
                if division not in model.divisions and division not in model.unread:
                    place = in_reviews(round_.programme, "experts", f"#id={expert.id}", "divisions", index)
                    yield Diagnostic(UNKNOWN_COUNTY, place, "关联地区", division)


def applications_exist(model: Model) -> Iterator[Diagnostic]:
    """Whatever a round's records say of an application, it is one of that round."""
    for round_ in model.rounds.values():
        known = {application.id for application in round_.applications}
        kind = ("申报", "application", f"content/programmes/{round_.programme.id}/applications.yaml")
        named = (
            *_in_review(round_),
            *_in_results(round_),
            *_in_objections_and_notices(round_),
            *_in_supervision(round_),
        )
        for place, application in named:
            if application not in known and (found := _missing(model, place, "申报号", application, kind)):
                yield found


def _in_review(round_: Round) -> Iterator[tuple[Place, str]]:
    programme, review = round_.programme, round_.review
    for score in review.scores if review else ():
        yield in_reviews(programme, "scores", f"#application={score.application}", "application"), score.application
    for index, recusal in enumerate(review.recusals if review else ()):
        yield in_reviews(programme, "recusals", index, "application"), recusal.application


def _in_results(round_: Round) -> Iterator[tuple[Place, str]]:
    programme, results = round_.programme, round_.results
    for outcome in results.outcomes if results else ():
        key = f"#application={outcome.application}"
        yield in_results(programme, "outcomes", key, "application"), outcome.application
    for window in results.publicities if results else ():
        for index, application in enumerate(window.applications):
            yield in_results(programme, "publicities", f"#id={window.id}", "applications", index), application
    for substitution in results.substitutions if results else ():
        key = f"#falls_out={substitution.falls_out}"
        yield in_results(programme, "substitutions", key, "falls_out"), substitution.falls_out
        if substitution.steps_in:
            yield in_results(programme, "substitutions", key, "steps_in"), substitution.steps_in


def _in_objections_and_notices(round_: Round) -> Iterator[tuple[Place, str]]:
    for objection in round_.objections:
        yield in_objections(round_.programme, objection.id, "application"), objection.application
    for notice in round_.notices:
        if notice.application:
            yield in_notice(round_.programme, notice.id, "application"), notice.application


def _in_supervision(round_: Round) -> Iterator[tuple[Place, str]]:
    kept, programme = round_.supervision, round_.programme
    for payment in kept.payments:
        yield in_supervision(programme, "payments", f"#id={payment.id}", "application"), payment.application
    listed = [("reports", i, report.application) for i, report in enumerate(kept.reports)]
    listed += [("evaluations", i, evaluation.application) for i, evaluation in enumerate(kept.evaluations)]
    listed += [("rewards", i, reward.application) for i, reward in enumerate(kept.rewards)]
    for items, index, application in listed:
        yield in_supervision(programme, items, index, "application"), application
    named = [("plaques", plaque.application) for plaque in kept.plaques]
    named += [("leading_groups", group.application) for group in kept.leading_groups]
    named += [("revocations", revocation.application) for revocation in kept.revocations]
    for items, application in named:
        yield in_supervision(programme, items, f"#application={application}", "application"), application


def windows_exist(model: Model) -> Iterator[Diagnostic]:
    """Every objection and every second 公示 names a publicity window of its round."""
    for round_ in model.rounds.values():
        programme = round_.programme
        kind = ("公示", "publicity window", f"content/programmes/{programme.id}/results.yaml")
        known = {window.id for window in round_.results.publicities} if round_.results else set()
        named = [(in_objections(programme, o.id, "publicity"), o.publicity) for o in round_.objections]
        named += [(in_notice(programme, n.id, "publicity"), n.publicity) for n in round_.notices if n.publicity]
        for place, window in named:
            if window not in known and (found := _missing(model, place, "公示编号", window, kind)):
                yield found


def objections_exist(model: Model) -> Iterator[Diagnostic]:
    """Every substitution and every reply names an objection of its round."""
    for round_ in model.rounds.values():
        programme = round_.programme
        kind = ("异议", "objection", f"content/programmes/{programme.id}/objections.yaml")
        known = {objection.id for objection in round_.objections}
        named = [
            (in_results(programme, "substitutions", f"#falls_out={s.falls_out}", "objection"), s.objection)
            for s in (round_.results.substitutions if round_.results else ())
            if s.objection
        ]
        named += [(in_notice(programme, n.id, "objection"), n.objection) for n in round_.notices if n.objection]
        for place, objection in named:
            if objection not in known and (found := _missing(model, place, "异议编号", objection, kind)):
                yield found


def tasks_exist(model: Model) -> Iterator[Diagnostic]:
    """Every task that a payment's line names is one of the winner's category."""
    for round_ in model.rounds.values():
        kind = ("任务", "task", f"content/schemes/{round_.scheme.id}.yaml")
        tasks = {category.id: {task.id for task in category.tasks} for category in round_.scheme.categories}
        categories = {application.id: application.category for application in round_.applications}
        for payment in round_.supervision.payments:
            known = tasks.get(categories.get(payment.application, ""))
            for index, line in enumerate(payment.lines if known is not None else ()):
                place = in_supervision(round_.programme, "payments", f"#id={payment.id}", "lines", index, "task")
                named = line.task if line.task not in (known or ()) else None
                if named and (found := _missing(model, place, "任务编号", named, kind)):
                    yield found
