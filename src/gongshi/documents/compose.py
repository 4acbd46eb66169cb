"""From the model to its notices; a notice that cannot be composed is reported with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gongshi.diagnostics import Diagnostic, Report
from gongshi.documents.composing import Composing, IssuedNotice
from gongshi.documents.fitness import unfit
from gongshi.documents.kind import NoticeKind
from gongshi.documents.notice import Notice, plain
from gongshi.documents.prose import Prose, ProseError
from gongshi.documents.views import RoundView, round_view
from gongshi.model.model import Model
from gongshi.model.round import Round


def compose(
    model: Model, kinds: Sequence[NoticeKind], templates: Sequence[Path], report: Report
) -> tuple[tuple[Notice, ...], dict[str, RoundView], Report]:
    """All notices of the model, the views they were made from (by programme), and the report."""
    prose = Prose.of(templates)
    notices: list[Notice] = []
    views: dict[str, RoundView] = {}
    problems: list[Diagnostic] = []
    for round_ in model.rounds.values():
        try:
            views[round_.programme.id] = round_view(model, round_, prose)
        except ProseError as error:
            problems.append(error.diagnostic)
            continue
        for made in _made(_Desk(model, round_, views[round_.programme.id], prose, kinds)):
            if isinstance(made, Notice):
                notices.append(made)
            else:
                problems.append(made)
    return tuple(notices), views, report.plus(*dict.fromkeys(problems))


@dataclass
class _Desk:
    """Where the notices of one round are composed one after the other."""

    model: Model
    round: Round
    view: RoundView
    prose: Prose
    kinds: Sequence[NoticeKind]
    issued: dict[str, IssuedNotice] = field(default_factory=dict)
    """The first notice of each kind that texts may cite."""
    earlier: dict[str, IssuedNotice] = field(default_factory=dict)
    """All of them by id."""


def _made(desk: _Desk) -> Iterator[Notice | Diagnostic]:
    """The round's notices by day, each with those issued before it, which it may cite; drafts are not cited."""
    by_name = {kind.name: kind for kind in desk.kinds}
    faulty: set[str] = set()
    for record in sorted(desk.round.notices, key=lambda record: record.issued_on):
        kind, programme = by_name.get(record.kind), desk.round.programme
        composing = Composing(
            *(desk.model, desk.round, desk.view, desk.prose, record),
            kind_name=kind.title_in(programme) if kind else "",
            form=kind.form_in(programme) if kind else "plain",
            audience=kind.audience if kind else "internal",
            issued=dict(desk.issued),
            earlier=dict(desk.earlier),
        )
        found = list(unfit(composing, kind, desk.kinds))
        yield from found
        if found or kind is None or record.concerns in faulty:
            faulty.add(record.id)  # what concerns a faulty notice is not told again
            continue
        try:
            notice = kind.compose(composing)
        except ProseError as error:
            faulty.add(record.id)
            yield error.diagnostic
            continue
        yield notice
        if record.state != "draft":
            desk.earlier[record.id] = _cited(composing, notice)
            if not record.application and notice.audience == "public":
                desk.issued.setdefault(record.kind, desk.earlier[record.id])


def _cited(composing: Composing, notice: Notice) -> IssuedNotice:
    return IssuedNotice(
        title=notice.plain_title,
        matter=plain(composing.matter),
        document_no=composing.record.document_no or "",
        issued_on=composing.record.issued_on,
        addressees=notice.addressees or "",
        audience=notice.audience,
    )
