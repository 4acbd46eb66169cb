"""From the model to its notices; a notice that cannot be composed is reported with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gongshi.diagnostics import Diagnostic, Report
from gongshi.documents.composing import Composing, IssuedNotice
from gongshi.documents.fitness import unknown_kind, unmet_requirements
from gongshi.documents.notice import Notice, plain
from gongshi.documents.prose import Prose, ProseError
from gongshi.documents.round_view import RoundView, round_view
from gongshi.documents.writer import Writer
from gongshi.model.kinds import Audience
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round


def compose(
    model: Model, writers: Sequence[Writer], templates: Sequence[Path], report: Report
) -> tuple[tuple[Notice, ...], dict[str, RoundView], Report]:
    """All notices of the model, the views they were made from (by programme), and the report."""
    public, internal = Prose.of(templates), Prose.of(templates, public=False)
    notices: list[Notice] = []
    views: dict[str, RoundView] = {}
    problems: list[Diagnostic] = []
    for r in model.rounds.values():
        try:
            views[r.programme.id] = round_view(model, r, public)
        except ProseError as error:
            problems.append(error.diagnostic)
            continue
        for made in _RoundNotices(model, r, views[r.programme.id], public, internal, writers).compose():
            if isinstance(made, Notice):
                notices.append(made)
            else:
                problems.append(made)
    return tuple(notices), views, report.plus(*dict.fromkeys(problems))


@dataclass
class _RoundNotices:
    """The notices of one round, composed one after the other."""

    model: Model
    records: Round
    view: RoundView
    public: Prose
    internal: Prose
    writers: Sequence[Writer]
    issued: dict[str, IssuedNotice] = field(default_factory=dict)
    """By kind, the notice that texts may cite: the first issued of the kind."""
    earlier: dict[str, IssuedNotice] = field(default_factory=dict)
    """All notices that have been issued so far, by id."""
    faulty: set[str] = field(default_factory=set)
    """Ids of the notices that could not be composed."""

    def compose(self) -> Iterator[Notice | Diagnostic]:
        """The notices by day, each with those issued before it, which it may cite; drafts are not cited."""
        by_name = {writer.kind.name: writer for writer in self.writers}
        for record in self.records.notices_in_time:
            writer = by_name.get(record.kind)
            if writer is None:
                self.faulty.add(record.id)
                yield unknown_kind(self.model, record, self.writers)
            else:
                yield from self._compose_one(record, writer)

    def _prose_for(self, audience: Audience) -> Prose:
        return self.internal if audience in {"addressee", "internal"} else self.public

    def _compose_one(self, record: NoticeRecord, writer: Writer) -> Iterator[Notice | Diagnostic]:
        programme, kind = self.records.programme, writer.kind
        composing = Composing(
            *(self.model, self.records, self.view, self._prose_for(kind.audience), record),
            kind=kind,
            form=kind.form_in(programme),
            issued=self.issued,
            earlier=self.earlier,
        )
        found = list(unmet_requirements(composing, writer, self.writers))
        yield from found
        if found or record.concerns in self.faulty:
            self.faulty.add(record.id)  # a notice that concerns a faulty one is not reported again
            return
        try:
            notice = writer.compose(composing)
        except ProseError as error:
            self.faulty.add(record.id)
            yield error.diagnostic
            return
        yield notice
        if record.state != "draft":
            self.earlier[record.id] = _as_issued(composing, notice)
            if not record.application and notice.audience == "public":
                self.issued.setdefault(record.kind, self.earlier[record.id])


def _as_issued(composing: Composing, notice: Notice) -> IssuedNotice:
    return IssuedNotice(
        title=notice.plain_title,
        matter=plain(composing.matter),
        document_no=composing.record.document_no or "",
        issued_on=composing.record.issued_on,
        addressees=notice.addressees or "",
        audience=notice.audience,
    )
