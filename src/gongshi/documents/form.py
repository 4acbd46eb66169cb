"""The blank application form (空白申报表): what applicants fill in, from the fields that records have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_type_hints

from gongshi.documents.fitness import FORM_ID
from gongshi.documents.notice import Attachment, Notice
from gongshi.documents.round_view import RoundView
from gongshi.model.application import Application, DemonstrationProject, Figure, TaskPlan
from gongshi.model.base import Count, CreditCode, Measure, Record, YearMonth, Yuan
from gongshi.model.model import Model

EntryKind = Literal["text", "whole", "number", "month", "credit_code", "category"]
"""What goes into a cell; `category` is one of the form's categories."""
FILLED_IN = ("division", "category", "plan_title", "starts", "ends")
"""Fields of an application on the cover of the form; the others are filled in by staff or in tables."""
_KINDS: tuple[tuple[Any, EntryKind], ...] = (
    (YearMonth, "month"),
    (CreditCode, "credit_code"),
    (Yuan, "whole"),
    (Count, "whole"),
    (Measure, "number"),
)
"""By the type of a record's field; any other is text."""


@dataclass(frozen=True)
class FormField:
    """Something to fill in."""

    title: str
    kind: EntryKind
    required: bool
    limit: int = 0
    """Most characters; 0 if there is no limit."""


@dataclass(frozen=True)
class FormTask:
    """A task of a category, with how many of it at least, in words."""

    category: str
    name: str
    amount: str


@dataclass(frozen=True)
class BlankForm:
    """The form of one round."""

    programme: str
    title: str
    organ: str
    issued_on: str
    """Day of the call, 2014-07-01."""
    cover_fields: tuple[str, ...]
    about: tuple[FormField, ...]
    guide: str
    """Markdown of the guide, whose headings are the outline of the plan."""
    projects: tuple[FormField, ...]
    tasks: tuple[FormTask, ...]
    task_number: FormField
    metrics: tuple[tuple[str, str], ...]
    """Name and unit of each figure that is asked for."""
    figure: tuple[FormField, ...]
    """What is filled in for each of them."""
    categories: tuple[str, ...]
    watermarks: tuple[str, ...]
    """Words in grey above the text of every page: 样例, or none."""

    @property
    def path(self) -> str:
        """Where its files go, without suffix: <programme>/application-form."""
        return f"{self.programme}/{FORM_ID}"


def blank_forms(model: Model, notices: Sequence[Notice], views: Mapping[str, RoundView]) -> tuple[BlankForm, ...]:
    """The form of every round whose call is approved; cover and outline are those of the guide in the call."""
    calls = (notice for notice in notices if notice.kind == "call" and notice.state != "draft")
    return tuple(_form(model, views[call.programme], call) for call in {c.programme: c for c in calls}.values())


def _form(model: Model, view: RoundView, call: Notice) -> BlankForm:
    guide = _guide(call)
    limits = {"brief": view.scheme.guide.brief_limit}
    return BlankForm(
        programme=call.programme,
        title=guide.cover.title if guide.cover else guide.title,
        organ=view.lead.name,
        issued_on=call.issued_on,
        cover_fields=guide.cover.fields if guide.cover else (),
        about=tuple(_fields(Application, {}, FILLED_IN)),
        guide=guide.body,
        projects=tuple(_fields(DemonstrationProject, limits)),
        tasks=tuple(FormTask(c.short_name, t.name, t.amount) for c in view.categories for t in c.tasks),
        task_number=next(_fields(TaskPlan, {}, ("number",))),
        metrics=tuple((metric.name, metric.unit or "") for metric in view.scheme.metrics),
        figure=tuple(_fields(Figure, {}, ("value", "source"))),
        categories=tuple(category.name for category in view.categories),
        watermarks=("样例",) if model.workspace.sample else (),
    )


def _guide(call: Notice) -> Attachment:
    return (*call.attachments, *(call.enclosure.attachments if call.enclosure else ()))[0]


def _fields(record: type[Record], limits: Mapping[str, int], names: Sequence[str] = ()) -> Iterator[FormField]:
    """Fields of a record as the form asks for them, by their Chinese titles; all of them if no names are given."""
    hints = get_type_hints(record, include_extras=True)
    for name, field in record.model_fields.items():
        if names and name not in names:
            continue
        # Applicants write a name where the record keeps its number.
        title = str(field.title).removesuffix("编号")
        kind: EntryKind = "category" if name == "category" else _kind_of(hints[name])
        yield FormField(title, kind, field.is_required(), limits.get(name, 0))


def _kind_of(hint: Any) -> EntryKind:
    alternatives = (hint, *get_args(hint))
    return next((kind for alias, kind in _KINDS if alias in alternatives), "text")
