"""Checks that a record can become a notice of its kind: its fields, and what the round must have on record first."""

from collections.abc import Iterator, Sequence

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.documents.composing import Composing
from gongshi.documents.writer import Lacking, Writer
from gongshi.model.kinds import SUBJECTS
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord

HEAD_FIELDS = ("copy_no", "urgency", "signers")
"""Fields printed above the red rule; a notice without a red header cannot have them."""
FORM_ID = "application-form"
"""Name of the blank form's files, which no notice may take."""


NOTICE_ID_TAKEN = error(
    "notice-id-taken",
    "公文编号 {value} 已用作空白申报表的文件名。",
    "请改用其他编号。",
    "{value} is the name of the blank application form. Give the notice another id.",
)
UNKNOWN_KIND = error(
    "unknown-kind",
    "没有“{value}”这个文种。",
    "可用的文种：{allowed}。",
    "There is no kind of notice {value}. Kinds: {allowed}.",
)
KIND_TOO_EARLY = error(
    "kind-too-early",
    "文种“{kind}”需要{needed}，记录中还没有。",
    "请先在本轮的记录中填写；还没有到这一步的，请先删去这份公文的记录。",
    "A notice of the kind {kind} needs {needed_en}, which the records do not have yet.",
)
DRAFT_TOO_EARLY = warning(
    "draft-too-early",
    "文种“{kind}”需要{needed}，记录中还没有；这份草稿暂不生成。",
    "请先在本轮的记录中填写，草稿随后生成。",
    "A notice of the kind {kind} needs {needed_en}; until the records have it the draft is not made.",
)
NOT_SELECTED = error(
    "not-selected",
    "文种“{kind}”只发给已列入的申报，{value} 没有列入。",
    "请改正申报号，或核对评审结果。",
    "A notice of the kind {kind} goes to winners only; {value} is not selected.",
)


def unknown_kind(model: Model, record: NoticeRecord, writers: Sequence[Writer]) -> Diagnostic:
    """The record names a kind that does not exist."""
    allowed = "、".join(f"{writer.kind.name}（{writer.kind.title}）" for writer in writers)
    return model.at(record, "kind").problem(UNKNOWN_KIND, allowed=allowed)


def unmet_requirements(composing: Composing, writer: Writer, writers: Sequence[Writer]) -> Iterator[Diagnostic]:
    """Diagnostics for everything that keeps the record from being a notice of its kind."""
    model, record, kind = composing.model, composing.record, writer.kind
    if record.id == FORM_ID:
        yield model.at(record, "id").problem(NOTICE_ID_TAKEN)
    found = list(_faulty_fields(composing))
    yield from found
    outcome = composing.round.outcomes.get(record.application or "")
    if "application" in (*kind.needs, *kind.takes) and outcome and outcome != "selected":
        yield model.at(record, "application").problem(NOT_SELECTED, kind=kind.title)
    lacking = None if found else _lacking(composing, writer, writers)
    if lacking:
        problem = DRAFT_TOO_EARLY if record.state == "draft" else KIND_TOO_EARLY
        yield model.at(record, "kind").problem(problem, kind=kind.title, needed=lacking[0], needed_en=lacking[1])


def _lacking(composing: Composing, writer: Writer, writers: Sequence[Writer]) -> Lacking:
    """What the round lacks for the notice; an approved notice that builds on the results needs a 公布 in force."""
    r, record = composing.round, composing.record
    builds = writer.kind.after == "award" and record.state != "draft"
    # A notice of an unknown kind, which has its own message, may be the one that is missing.
    known = {each.kind.name for each in writers}
    alone = builds and "award" not in r.notices_of_kind and r.notices_of_kind.keys() <= known
    return writer.lacks(r, record) or (("公布通知", "a notice of the announcement") if alone else None)


KIND_NEEDS = error(
    "kind-needs",
    "文种“{kind}”需要栏目“{needed}”（{needed_en}）。",
    "请补上；草稿可以暂缺发文字号。",
    "A notice of the kind {kind} needs the field {needed_en}.",
)
KIND_FORBIDS = error(
    "kind-forbids",
    "文种“{kind}”不应有栏目“{forbidden}”。",
    "请删去。",
    "A notice of the kind {kind} must not have the field {forbidden_en}.",
)


def _faulty_fields(composing: Composing) -> Iterator[Diagnostic]:
    """Diagnostics for fields that the kind needs and the record lacks, and for those that the kind does not allow."""
    model, record, form, kind = composing.model, composing.record, composing.form, composing.kind
    needed = [
        *(["document_no"] if form != "plain" else []),
        *(["printed_on"] if form in ("document", "minutes") else []),
        *kind.needs,
    ]
    allowed = {*needed, *kind.takes, *(HEAD_FIELDS if form != "plain" else ())}
    for name in ("document_no", "printed_on", *SUBJECTS, *HEAD_FIELDS):
        present = getattr(record, name) not in (None, ())
        numberless_draft = record.state == "draft" and name == "document_no"
        lacks, exceeds = name in needed and not present and not numberless_draft, present and name not in allowed
        if lacks or exceeds:
            field = model.at(record, name)
            whole = model.at(record).called(field.title)
            if lacks:
                yield whole.problem(KIND_NEEDS, kind=kind.title, needed=field.title, needed_en=name)
            else:
                yield field.problem(KIND_FORBIDS, value="", kind=kind.title, forbidden=field.title, forbidden_en=name)
