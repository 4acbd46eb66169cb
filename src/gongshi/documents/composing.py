"""What a notice is composed of: its record, the round's view, the blocks of its kind's template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gongshi import typography
from gongshi.diagnostics import Diagnostic, Place, error
from gongshi.documents.notice import Attachment, Enclosure, Notice, Signature
from gongshi.documents.notice_parts import head_of, imprint_of, names_in_titles, titles_of, watermarks_of
from gongshi.documents.prose import Markdown, Prose, ProseError
from gongshi.documents.round_view import RoundView, applicant_of
from gongshi.model.application import Application
from gongshi.model.base import Day
from gongshi.model.kinds import Audience, Kind, KindForm
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord
from gongshi.model.organ import Organ
from gongshi.model.result import PublicityWindow
from gongshi.model.round import Round
from gongshi.public.applicant import PublicApplicant
from gongshi.rules.dates import counted_days
from gongshi.typography import BREAK


@dataclass(frozen=True)
class IssuedNotice:
    """Another notice of the round, as texts cite it."""

    title: str
    matter: str
    """The title without the issuing organs."""
    document_no: str
    issued_on: Day
    addressees: str
    """Empty if it addresses everybody."""
    audience: Audience


TITLE_MISSING = error(
    "title-missing",
    "{field}是空的。",
    "公文、附件和印发的文件都要有标题，请在模板中补上。",
    "The block {value} is empty. Write a title.",
)


@dataclass(frozen=True)
class Composing:
    """A notice that is being composed: its records, and the pieces of which its kind's function makes the Notice."""

    model: Model
    round: Round
    view: RoundView
    prose: Prose
    record: NoticeRecord
    kind: Kind
    form: KindForm
    issued: Mapping[str, IssuedNotice]
    """Notices of the round that texts may cite, by kind."""
    earlier: Mapping[str, IssuedNotice]
    """All notices of the round that were issued before, by id."""

    @property
    def source(self) -> Place:
        """Where the notice's record stands."""
        return self.model.at(self.record).place

    @cached_property
    def organs(self) -> tuple[Organ, ...]:
        """Issuing organs, the lead organ first; the programme's unless the record names others."""
        programme, record = self.round.programme, self.record
        lead = record.lead_organ or programme.lead_organ
        others = (organ for organ in (programme.lead_organ, *programme.joint_organs) if organ != lead)
        joint = others if record.joint_organs is None else record.joint_organs
        return tuple(self.model.organs[organ] for organ in (lead, *joint))

    @cached_property
    def winner(self) -> PublicApplicant:
        """The application the notice is about."""
        return self.applicant(self.record.application or "")

    def applicant(self, application_id: str) -> PublicApplicant:
        """An application as lists name it."""
        return applicant_of(self.model, self.round, self.round.application(application_id))

    def in_order(self, application_ids: Iterable[str]) -> tuple[PublicApplicant, ...]:
        """Applications as lists name them, each once, in the order of divisions (按行政区划排列)."""
        listed = (self.applicant(application_id) for application_id in set(application_ids))
        return tuple(sorted(listed, key=lambda each: (self.model.order[each.division], each.id)))

    def by_category(self, applications: Iterable[Application]) -> list[dict[str, Any]]:
        """Applications by category, each group in the order of divisions."""
        listed = self.in_order(application.id for application in applications)
        return [
            {"name": category.name, "applicants": tuple(each for each in listed if each.category == category.id)}
            for category in self.round.scheme.categories
        ]

    @cached_property
    def concerned(self) -> IssuedNotice:
        """The notice that this one corrects or withdraws."""
        return self.earlier[self.record.concerns or ""]

    @property
    def window(self) -> PublicityWindow | None:
        """The window that the notice opens, or else the round's first; None before there is one."""
        return self.round.windows_by_id.get(self.record.publicity or "", self.round.publicity)

    @cached_property
    def context(self) -> dict[str, Any]:
        """Names for the kind's template."""
        return _template_names(self)

    @cached_property
    def title(self) -> str:
        """The record's title, or the kind's: organ + matter + kind, without organs where the record asks for it.

        Internal documents go without organs.
        """
        short = self.record.title or self.record.short_title or self.kind.audience == "internal"
        return self.matter if short else f"{' '.join(organ.name for organ in self.organs)}{BREAK}{self.matter}"

    @cached_property
    def matter(self) -> str:
        """The record's title, or the kind's without organs."""
        return (self.record.title or "").replace("|", BREAK) or self._title_block("title", "公文标题")

    def block(self, name: str, **more: Any) -> Markdown:
        """A block of the kind's template."""
        return self.prose.block(f"{self.record.kind}.md.j2", name, self.context | more)

    def scheme_text(self, source: str, *path: str | int) -> Markdown:
        """A text of the scheme's record."""
        place = Place(f"content/schemes/{self.round.scheme.id}.yaml", path)
        return self.prose.text(source, place, self.view.context)

    def lists(self, *names: str, landscape: bool = False, **more: Any) -> tuple[Attachment, ...]:
        """Attachments from the blocks `<name>_title` and `<name>`, numbered if there are several."""
        labels = ["附件"] if len(names) == 1 else [f"附件{number}" for number in range(1, len(names) + 1)]
        return tuple(
            Attachment(
                label,
                self._title_block(f"{name}_title", f"{label}的标题", **more),
                self.block(name, **more),
                landscape=landscape,
            )
            for label, name in zip(labels, names, strict=True)
        )

    def _title_block(self, name: str, what: str, **more: Any) -> str:
        """A block that holds a title; raises ProseError if it is empty."""
        title = self.block(name, **more).as_title
        if not title.replace(BREAK, "").strip():
            place = Place(f"templates/notices/{self.record.kind}.md.j2")
            raise ProseError(Diagnostic(TITLE_MISSING, place, what, name))
        return title

    def notice(
        self,
        *,
        addressees: str | None,
        body: str,
        attachments: tuple[Attachment, ...] = (),
        enclosure: Enclosure | None = None,
    ) -> Notice:
        """The Notice with the fields that every kind takes from its record."""
        record, workspace = self.record, self.model.workspace
        internal = self.kind.audience == "internal"
        names = tuple(organ.name for organ in self.organs)
        return Notice(
            programme=self.round.programme.id,
            id=record.id,
            kind=record.kind,
            kind_name=self.kind.title_in(self.round.programme),
            state=record.state,
            source=self.source,
            title=self.title,
            body=body,
            head=head_of(record, self.form, names),
            addressees=addressees,
            signature=Signature(names, typography.date(record.issued_on), sealed=record.sealed and not internal),
            annotation=record.annotation or "",
            waived=tuple(waiver.clause for waiver in record.waivers),
            attachments=attachments,
            enclosure=enclosure,
            names=names_in_titles(self.model, self.round, (self.title, *titles_of(attachments, enclosure))),
            imprint=imprint_of(record, self.form, self.organs[0]),
            watermarks=watermarks_of(record, workspace),
            mirrored=workspace.margins == "mirrored",
            issued_on=record.issued_on.isoformat(),
            about=record.application or "",
            audience=self.kind.audience,
        )


def _template_names(c: Composing) -> dict[str, Any]:
    names = {
        **c.view.context,
        "notice": c.record,
        "organs": c.organs,
        "issued": c.issued,
        "later_windows": c.round.windows[1:],
        "panel": c.round.review.panel if c.round.review else "专家",
    }
    if c.window:
        rule = c.round.programme.publicity
        names["window"] = c.window
        names["window_days"] = len(counted_days(c.window, rule.unit, c.model.calendar))
    if c.record.application:
        names["winner"] = c.winner
        names["category"] = next(each for each in c.view.categories if each.id == c.winner.category)
    if c.record.concerns:
        names["concerned"] = c.concerned
    return names
