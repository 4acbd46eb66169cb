"""What templates of notices for the public may read: an allow-list of records, without fields marked internal."""

from typing import Any

from gongshi.errors import GongshiError
from gongshi.model.base import Internal, Record
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

PUBLIC_RECORDS: frozenset[type[Record]] = frozenset(
    {
        *(Scheme, Basis, Metric, Condition, TaskMinimum, Category, PayerException, Funding, Reporting, Guide),
        *(Programme, Quota, Material, Contact, Schedule, PublicityRule, Criterion, ReviewPlan),
        *(Organ, NoticeRecord, Correction, PublicityWindow),
    }
)
"""Records whose fields, unless marked internal, the public may read: policy, settings of a round, what a notice says.

All others are for the commission: of applications, results and what follows, texts for the public get public values.
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
    """Whether a field of a record type is for the commission alone."""
    info = kind.model_fields.get(field)
    marked = info is not None and any(isinstance(mark, Internal) for mark in info.metadata)
    return marked or (info is not None and kind not in PUBLIC_RECORDS)


def refuse_internal(value: Any, attribute: Any) -> None:
    """Raise InternalFieldError if `attribute` of `value` is an internal field."""
    if isinstance(value, Record) and isinstance(attribute, str) and is_internal(type(value), attribute):
        raise InternalFieldError(attribute, type(value).model_fields[attribute].title or attribute)


def title_of_internal(field: str) -> str | None:
    """The Chinese title of a field that only internal records have; None if no internal record has one of that name."""
    having = sorted((kind for kind in _all_records() if field in kind.model_fields), key=lambda kind: kind.__qualname__)
    internal = bool(having) and all(is_internal(kind, field) for kind in having)
    return having[0].model_fields[field].title or field if internal else None


def _all_records(kind: type[Record] = Record) -> set[type[Record]]:
    return {kind} | {below for child in kind.__subclasses__() for below in _all_records(child)}
