"""From the model to its notices; a notice that cannot be composed is reported with its place."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from gongshi.diagnostics import Diagnostic, Place, Report
from gongshi.documents.composing import Composing, IssuedNotice
from gongshi.documents.kinds import NoticeKind
from gongshi.documents.notice import Notice, plain
from gongshi.documents.prose import Prose, ProseError
from gongshi.documents.views import RoundView, round_view
from gongshi.model.notice import NoticeRecord
from gongshi.model.whole import Model, Round

HEAD_FIELDS = ("copy_no", "urgency", "signers")
"""Fields that stand above the red rule: a notice without a red header has no place for them."""


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
        for composing, kind in _composings(model, round_, views[round_.programme.id], prose, kinds):
            found = list(_unfit(composing, kind, kinds))
            problems += found
            if not found and kind:
                try:
                    notices.append(kind.compose(composing))
                except ProseError as error:
                    problems.append(error.diagnostic)
    return tuple(notices), views, report.plus(*dict.fromkeys(problems))


def _composings(
    model: Model, round_: Round, view: RoundView, prose: Prose, kinds: Sequence[NoticeKind]
) -> Iterator[tuple[Composing, NoticeKind | None]]:
    """Each notice of the round with its kind, and with those issued before it, which it may cite; drafts are not."""
    by_name = {kind.name: kind for kind in kinds}
    issued: dict[str, IssuedNotice] = {}
    for record in sorted(round_.notices, key=lambda record: record.issued_on):
        kind = by_name.get(record.kind)
        composing = Composing(model, round_, view, prose, record, kind.title if kind else "", dict(issued))
        yield composing, kind
        if kind and not kind.per_application and record.state != "draft":
            issued.setdefault(record.kind, _cited(composing, record))


def _cited(composing: Composing, record: NoticeRecord) -> IssuedNotice:
    try:
        title = plain(composing.title)
    except ProseError:
        title = ""  # reported where the notice itself is composed
    return IssuedNotice(title, record.document_no or "", record.issued_on)


def _unfit(composing: Composing, kind: NoticeKind | None, kinds: Sequence[NoticeKind]) -> Iterator[Diagnostic]:
    """What keeps the record from being a notice of its kind."""
    record, source = composing.record, composing.source
    if kind is None:
        allowed = "、".join(f"{kind.name}（{kind.title}）" for kind in kinds)
        place = Place(source.file, (*source.path, "kind"))
        yield Diagnostic("unknown-kind", place, "文种", record.kind, (("allowed", allowed),))
        return
    wanted = {"document_no": kind.numbered, "printed_on": kind.numbered, "application": kind.per_application}
    for name, needed in wanted.items():
        title = str(NoticeRecord.model_fields[name].title)
        present = getattr(record, name) is not None
        numberless_draft = record.state == "draft" and name == "document_no"
        if needed and not present and not numberless_draft:
            facts = (("kind", kind.title), ("needed", title), ("needed_en", name))
            yield Diagnostic("kind-needs", source, title, facts=facts)
        if present and not needed:
            facts = (("kind", kind.title), ("forbidden", title), ("forbidden_en", name))
            yield Diagnostic("kind-forbids", Place(source.file, (*source.path, name)), title, facts=facts)
    for name in HEAD_FIELDS if not kind.numbered else ():
        if getattr(record, name):
            title = str(NoticeRecord.model_fields[name].title)
            facts = (("kind", kind.title), ("forbidden", title), ("forbidden_en", name))
            yield Diagnostic("kind-forbids", Place(source.file, (*source.path, name)), title, facts=facts)
    outcome = composing.round.outcomes.get(record.application or "")
    if kind.per_application and outcome and outcome != "selected":
        place = Place(source.file, (*source.path, "application"))
        yield Diagnostic("not-selected", place, "申报号", record.application or "", (("kind", kind.title),))
    lacking = kind.lacks(composing.round)
    if lacking:
        facts = (("kind", kind.title), ("needed", lacking[0]), ("needed_en", lacking[1]))
        yield Diagnostic("kind-too-early", Place(source.file, (*source.path, "kind")), "文种", record.kind, facts)
