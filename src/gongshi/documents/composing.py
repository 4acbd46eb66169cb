"""What a notice is composed from: its record, the round's view, its kind's template."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gongshi import typography
from gongshi.diagnostics import Diagnostic, Place, error
from gongshi.documents.notice import Attachment, Enclosure, Head, Imprint, Notice, Signature
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
    """One notice on its way from record to Notice."""

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
        """Issuing organs, the lead organ first: the record's own or the programme's, whoever of them leads."""
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
        names = {
            **self.view.context,
            "notice": self.record,
            "organs": self.organs,
            "issued": self.issued,
            "later_windows": self.round.windows[1:],
            "panel": self.round.review.panel if self.round.review else "专家",
        }
        if self.window:
            rule = self.round.programme.publicity
            names["window"] = self.window
            names["window_days"] = len(counted_days(self.window, rule.unit, self.model.calendar))
        if self.record.application:
            names["winner"] = self.winner
            names["category"] = next(c for c in self.view.categories if c.id == self.winner.category)
        if self.record.concerns:
            names["concerned"] = self.concerned
        return names

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

    def matters(self) -> tuple[Markdown, ...]:
        """What a supplement adds."""
        return tuple(
            Markdown(self.prose.text(matter, self.source.below("matters", at), self.context).strip())
            for at, matter in enumerate(self.record.matters)
        )

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
        marks = (("样例",) if workspace.sample else ()) + (("草稿",) if record.state == "draft" else ())
        return Notice(
            programme=self.round.programme.id,
            id=record.id,
            kind=record.kind,
            kind_name=self.kind.title_in(self.round.programme),
            state=record.state,
            source=self.source,
            title=self.title,
            body=body,
            head=self._head,
            addressees=addressees,
            signature=Signature(names, typography.date(record.issued_on), sealed=record.sealed and not internal),
            annotation=record.annotation or "",
            waived=tuple(waiver.clause for waiver in record.waivers),
            attachments=attachments,
            enclosure=enclosure,
            names=self._names_in(self.title, *_titles(attachments, enclosure)),
            imprint=self._imprint,
            marks=marks,
            mirrored=workspace.margins == "mirrored",
            issued_on=record.issued_on.isoformat(),
            about=record.application or "",
            audience=self.kind.audience,
        )

    def _names_in(self, *titles: str) -> tuple[str, ...]:
        """Names of the records that stand in these titles."""
        scheme = self.round.scheme
        known = {scheme.name, scheme.short_name, scheme.honour, self.round.programme.name, *self.model.names}
        known |= {category.name for category in scheme.categories}
        return tuple(sorted(name for name in known if any(name in title for title in titles)))

    @property
    def _head(self) -> Head | None:
        record = self.record
        if self.form == "plain":
            return None
        return Head(
            organs=tuple(organ.name for organ in self.organs),
            document_no=record.document_no or "",
            suffix="文件" if self.form == "document" else "",
            form=self.form,
            copy_no=record.copy_no or "",
            urgency=record.urgency or "",
            signers=record.signers,
        )

    @property
    def _imprint(self) -> Imprint | None:
        """版记; a letter's names neither printing office nor day (GB/T 9704-2012, 10.1)."""
        record, lead = self.record, self.organs[0]
        if self.form == "letter":
            return Imprint(record.copied_to, "", "") if record.copied_to else None
        if record.printed_on is None or self.form == "plain":
            return None
        return Imprint(record.copied_to, lead.imprint_office or lead.name, typography.date(record.printed_on))


def _titles(attachments: Sequence[Attachment], enclosure: Enclosure | None) -> Iterator[str]:
    """Titles of what follows the notice itself."""
    for attachment in attachments:
        yield attachment.title
        if attachment.cover:
            yield attachment.cover.title
    if enclosure:
        yield enclosure.title
        yield from _titles(enclosure.attachments, None)
