"""Completeness (材料审核): whether what an applicant had to hand in has come, in enough copies and in time."""

from collections.abc import Mapping

from gongshi import typography
from gongshi.model.application import Application
from gongshi.model.programme import Material
from gongshi.model.round import Round
from gongshi.rules.eligibility import document_of
from gongshi.rules.verdict import WORDS, Assessment, Verdict


def complete(r: Round, application: Application) -> tuple[Assessment, ...]:
    """The materials, the city's recommendation if the round wants one, and the county government's document in time."""
    return (*received(r, application), in_time(r, application))


def received(r: Round, application: Application) -> tuple[Assessment, ...]:
    """Each material that must be handed in, in enough copies, and the city's recommendation if the round wants one.

    If an application has no material on record, its materials are taken as not yet registered, and the verdict is open.
    """
    programme, document = r.programme, document_of(r.scheme)
    copies = {m.material: m.copies for m in application.materials}
    materials = [_material(m, copies, document + m.clause) for m in programme.materials if m.required]
    if programme.recommendation_required:
        materials.append(_recommendation(application))
    return tuple(materials)


def _material(material: Material, copies: Mapping[str, int], clause: str) -> Assessment:
    """The verdict on a material, by the copies received of each material; open if none at all are on record."""
    if not copies:
        verdict, found = Verdict.UNKNOWN, "没有收件登记"
    else:
        number = copies.get(material.id, 0)
        verdict = Verdict.MET if number >= material.copies else Verdict.NOT_MET
        found = f"收到{number}份" if number else "没有收到"
    sentence = f"{material.name}{found}，要求{material.copies}份（{clause}），{WORDS[verdict]}。"
    return Assessment(material.id, verdict, sentence, clause, ("materials", f"#material={material.id}"))


def _recommendation(application: Application) -> Assessment:
    came = application.recommendation
    verdict = Verdict.MET if came else Verdict.NOT_MET
    found = f"已收到（{came.document_no}，{typography.date(came.dated)}）" if came else "没有收到"
    sentence = f"设区市推荐意见{found}，{WORDS[verdict]}。"
    return Assessment("recommendation", verdict, sentence, "", ("recommendation",))


def in_time(r: Round, application: Application) -> Assessment:
    """The county government's document is dated, then sent, by the last day, extended or not."""
    incoming, schedule = application.incoming, r.programme.schedule
    kept = incoming.dated <= application.submitted_on <= schedule.deadline
    verdict = Verdict.MET if kept else Verdict.NOT_MET
    last = "延期后的截止日期" if schedule.extended_to else "截止日期"
    sentence = (
        f"政府来文（{incoming.document_no}）{typography.date(incoming.dated)}成文，"
        f"{typography.date(application.submitted_on)}上报，{last}为{typography.date(schedule.deadline)}，{WORDS[verdict]}。"
    )
    return Assessment("incoming", verdict, sentence, "", ("submitted_on",))
