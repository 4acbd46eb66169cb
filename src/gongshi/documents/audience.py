"""What texts for the public may read of the records: a list of fields, which leaves every new one out."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from gongshi.errors import GongshiError
from gongshi.model.base import Record
from gongshi.model.notice import Correction, NoticeRecord
from gongshi.model.organ import Organ
from gongshi.model.programme import Contact, Criterion, Material, Programme, PublicityRule, Quota, ReviewPlan, Schedule
from gongshi.model.result import PublicityWindow
from gongshi.model.scheme import (
    Basis,
    Category,
    Condition,
    Funding,
    Guide,
    Metric,
    PayerException,
    Reporting,
    Scheme,
    TaskMinimum,
)

_PUBLIC = (
    # What the policy says.
    (
        Scheme,
        """
        id name short_name honour unit first_year years basis applicant conditions metrics categories funding
        reporting duties plan_title terms guide gives_money
        """,
    ),
    (Basis, "title document_no"),
    (Metric, "id name unit"),
    (Condition, "id statement metric comparison value unit needs_evidence all_of any_of clause"),
    (
        Category,
        """
        id name short_name target amount amount_clause priority requirement further_tasks conditions tasks
        """,
    ),
    (TaskMinimum, "id name minimum maximum unit funded waivable clause"),
    (Funding, "payer payer_name statement years first_year earmarked exceptions clause"),
    (PayerException, "city payer payer_name statement clause"),
    (Reporting, "months recipients evaluation grades leading_group site_meeting plaque consequence clause"),
    (Guide, "title cover_title cover_fields brief_limit text"),
    # How a round is run.
    (
        Programme,
        """
        id scheme year name lead_organ joint_organs quotas recommendation_required one_application_per_county
        addressees cities_not_addressed opening closing schedule materials contacts show_persons review publicity
        approval_form
        """,
    ),
    (Quota, "category places"),
    (Material, "id name copies required form clause"),
    (Contact, "organ office categories"),
    (Schedule, "called_on apply_by extended_to deadline"),
    (PublicityRule, "minimum_days unit may_start_on_publication where organ office real_name clause"),
    (ReviewPlan, "criteria minimum_experts dropped decimals ties clause"),
    (Criterion, "id name points guide"),
    (PublicityWindow, "id published_on first_day last_day applications"),
    # Who writes, and what.
    (Organ, "id name short_name number_codes department imprint_office address postcode"),
    (
        NoticeRecord,
        """
        id kind state document_no issued_on printed_on title short_title lead_organ joint_organs copied_to copy_no
        secrecy urgency signers sealed annotation application publicity objection expert year month concerns
        corrections matters reason
        """,
    ),
    (Correction, "place wrong right"),
)

PUBLIC_FIELDS: Mapping[type[Record], frozenset[str]] = {record: frozenset(names.split()) for record, names in _PUBLIC}
"""Fields and properties of records that texts for the public may read; whatever is not here is for the commission.

Of applications, results and what follows, texts for the public get public values instead (gongshi.public).
"""


class InternalFieldError(GongshiError):
    """A text for the public uses an internal field.

    Attributes:
        field: The field's name in the records.
        title: Its Chinese title.
    """

    sentence = "给公众的文字用了内部栏目：{0}。A text for the public asks for an internal field."

    def __init__(self, field: str, title: str) -> None:
        super().__init__(field)
        self.field = field
        self.title = title


def is_internal(kind: type[Record], field: str) -> bool:
    """Whether a record type has that field or property for the commission alone."""
    known = field in kind.model_fields or isinstance(getattr(kind, field, None), property | cached_property)
    return known and field not in PUBLIC_FIELDS.get(kind, ())


def refuse_internal(value: Any, attribute: Any) -> None:
    """Raise InternalFieldError if `attribute` of `value` is an internal field."""
    if isinstance(value, Record) and isinstance(attribute, str) and is_internal(type(value), attribute):
        info = type(value).model_fields.get(attribute)
        raise InternalFieldError(attribute, (info and info.title) or attribute)


def title_of_internal(field: str) -> str | None:
    """The Chinese title of a field that only internal records have; None if no internal record has one of that name."""
    having = sorted((kind for kind in _all_records() if field in kind.model_fields), key=lambda kind: kind.__qualname__)
    internal = bool(having) and all(is_internal(kind, field) for kind in having)
    return having[0].model_fields[field].title or field if internal else None


def _all_records(kind: type[Record] = Record) -> set[type[Record]]:
    return {kind} | {below for child in kind.__subclasses__() for below in _all_records(child)}
