"""Every id by which a record refers to another exists; `gongshi.model.references` marks such fields by their types."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gongshi.diagnostics import Diagnostic, error
from gongshi.model import references as refs
from gongshi.model.application import Application
from gongshi.model.base import Record
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord
from gongshi.model.references import Ref, ids_in, referring_fields
from gongshi.model.round import Round
from gongshi.model.scheme import Scheme
from gongshi.model.supervision import Payment
from gongshi.model.walk import Found, walk
from gongshi.rules.conditions import conditions_of

_OF_THE_REVIEW = frozenset({refs.EXPERT, refs.CRITERION})
"""Kinds of things that scores refer to: an unknown one may occur in every score."""


@dataclass(frozen=True)
class Scope:
    """The records to which a record can refer: those of its round and its scheme, as far as it belongs to any."""

    model: Model
    scheme: Scheme | None = None
    r: Round | None = None

    @cached_property
    def registered(self) -> Mapping[tuple[Ref, str], Collection[str]]:
        """The ids on record, by kind of thing and by the organ or category that it is part of (empty if of none).

        A kind without an entry cannot be checked: an office of an unknown organ, a criterion without a review plan.
        """
        found: dict[tuple[Ref, str], Collection[str]] = {
            (refs.ORGAN, ""): self.model.organs,
            (refs.CITY, ""): self.model.cities,
            (refs.DIVISION, ""): self.model.divisions,
        }
        for organ in self.model.organs.values():
            found[refs.OFFICE, organ.id] = {office.id for office in organ.offices}
        return {**found, **_of_scheme(self.scheme), **_of_round(self.r)}

    def whole_of(self, ref: Ref, found: Found) -> str:
        """The id of the organ or category to which the thing referred to must belong; empty if to none."""
        if ref is refs.OFFICE:
            return str(getattr(found.record, "organ", ""))
        return self._category(found) if ref in {refs.TASK, refs.CONDITION} else ""

    def _category(self, found: Found) -> str:
        """The category of the application that a record belongs to."""
        holder = found.outer[-1]
        if self.r and isinstance(holder, Payment):
            holder = self.r.applications_by_id.get(holder.application, holder)
        return holder.category if isinstance(holder, Application) else ""

    def words(self, ref: Ref, whole: str) -> Mapping[str, str]:
        """The words of a message on a kind of thing."""
        organ = self.model.organs.get(whole)
        file = ref.file.format(
            scheme=self.scheme.id if self.scheme else "", round=self.r.programme.id if self.r else ""
        )
        return {"kind": ref.name.format(organ=organ.short_name if organ else ""), "kind_en": ref.english, "file": file}


def _of_scheme(scheme: Scheme | None) -> Mapping[tuple[Ref, str], Collection[str]]:
    if scheme is None:
        return {}
    found = {
        (refs.CATEGORY, ""): {category.id for category in scheme.categories},
        (refs.METRIC, ""): {metric.id for metric in scheme.metrics},
    }
    common = {condition.id for condition in conditions_of(scheme)}
    for category in scheme.categories:
        tasks = {task.id for task in category.tasks}
        found[refs.TASK, category.id] = tasks
        found[refs.CONDITION, category.id] = common | tasks | {c.id for c in conditions_of(category)}
    return found


def _of_round(r: Round | None) -> Mapping[tuple[Ref, str], Collection[str]]:
    if r is None:
        return {}
    plan, review = r.programme.review, r.review
    found: dict[tuple[Ref, str], Collection[str]] = {
        (refs.MATERIAL, ""): {material.id for material in r.programme.materials},
        (refs.APPLICATION, ""): r.applications_by_id,
        (refs.EXPERT, ""): {expert.id for expert in review.experts} if review else (),
        (refs.WINDOW, ""): r.windows_by_id,
        (refs.OBJECTION, ""): r.objections_by_id,
        (refs.NOTICE, ""): {notice.id for notice in r.notices},
    }
    return found | ({(refs.CRITERION, ""): {criterion.id for criterion in plan.criteria}} if plan else {})


def _unknown_ids(scope: Scope, records: Iterable[Record]) -> Iterator[tuple[Ref, Diagnostic]]:
    """A diagnostic for each id that does not exist, with its kind of thing; none if the record exists but is faulty."""
    unread = scope.model.unread
    for found in (found for record in records for found in walk(record)):
        for name, ref in referring_fields(type(found.record)):
            whole = scope.whole_of(ref, found)
            known = scope.registered.get((ref, whole))
            for steps, value in ids_in(getattr(found.record, name)) if known is not None else ():
                itself = ref is refs.NOTICE and isinstance(found.record, NoticeRecord) and value == found.record.id
                if (value in (known or ()) and not itself) or value in unread:
                    continue
                words = scope.words(ref, whole)
                if words["file"] not in unread:
                    at = scope.model.at(found.record, name, *steps)
                    at = at.called(ref.called) if ref.called else at
                    yield ref, at.problem(ref.problem, value=value, **words)


def workspace_references_exist(model: Model) -> Iterator[Diagnostic]:
    """Every id that schemes, regions, organs and the workspace refer to exists."""
    outside = (model.workspace, model.regions, *model.organs.values(), *model.calendar.values())
    yield from (diagnostic for _, diagnostic in _unknown_ids(Scope(model), outside))
    for scheme in model.schemes.values():
        yield from (diagnostic for _, diagnostic in _unknown_ids(Scope(model, scheme), (scheme,)))


def round_references_exist(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Every id that a round's records refer to exists; experts and criteria are left to `review_references_exist`."""
    found = _unknown_ids(Scope(model, r.scheme, r), (root.record for root in r.roots()))
    yield from (diagnostic for ref, diagnostic in found if ref not in _OF_THE_REVIEW)


def review_references_exist(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Experts and criteria to which a round's records refer exist; each unknown id is reported once per file."""
    records = (r.programme, *r.notices, *((r.review,) if r.review else ()))
    reported = set()
    for ref, diagnostic in _unknown_ids(Scope(model, r.scheme, r), records):
        unknown = (ref, diagnostic.value, diagnostic.place.file)
        if ref in _OF_THE_REVIEW and unknown not in reported:
            reported.add(unknown)
            yield diagnostic


ORGAN_TWICE = error(
    "organ-twice",
    "{field}中“{value}”与另一发文机关重复。",
    "每个发文机关只写一次，主办机关不再列入联合发文机关。",
    "The organ {value} issues the notice twice. Name each organ once.",
)


def organs_named_once(r: Round, model: Model) -> Iterator[Diagnostic]:
    """No organ issues the same notice twice."""
    programme = r.programme
    issuers: list[tuple[Record, str, tuple[str, ...]]] = [(programme, programme.lead_organ, programme.joint_organs)]
    issuers += [(n, n.lead_organ or programme.lead_organ, n.joint_organs or ()) for n in r.notices]
    for record, lead, joint in issuers:
        for index, organ in enumerate(joint):
            if organ in (lead, *joint[:index]):
                yield model.at(record, "joint_organs", index).problem(ORGAN_TWICE)
