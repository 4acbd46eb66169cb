"""Whether a record can be a notice of its kind: the fields it needs, and what the round must have first."""

from collections.abc import Iterator, Sequence

from gongshi.diagnostics import Diagnostic, Place, error, warning
from gongshi.documents.composing import Composing
from gongshi.documents.kind import Lacking, NoticeKind
from gongshi.model.kinds import AFTER_THE_AWARD
from gongshi.model.notice import NoticeRecord

SUBJECTS = (
    *("application", "publicity", "objection", "expert", "year", "month", "concerns"),
    *("corrections", "matters", "reason"),
)
"""Fields of a record that say what the notice is about."""
HEAD_FIELDS = ("copy_no", "urgency", "signers")
"""Fields that stand above the red rule: a notice without a red header has no place for them."""
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


def unfit(composing: Composing, kind: NoticeKind | None, kinds: Sequence[NoticeKind]) -> Iterator[Diagnostic]:
    """What keeps the record from being a notice of its kind."""
    record = composing.record
    if kind is None:
        allowed = "、".join(f"{kind.name}（{kind.title}）" for kind in kinds)
        yield Diagnostic(UNKNOWN_KIND, _at(composing, "kind"), "文种", record.kind, (("allowed", allowed),))
        return
    if record.id == FORM_ID:
        yield Diagnostic(NOTICE_ID_TAKEN, _at(composing, "id"), "公文编号", record.id)
    found = list(_fields(composing, kind))
    yield from found
    outcome = composing.round.outcomes.get(record.application or "")
    if "application" in (*kind.needs, *kind.takes) and outcome and outcome != "selected":
        place = _at(composing, "application")
        yield Diagnostic(NOT_SELECTED, place, "申报号", record.application or "", (("kind", kind.title),))
    lacking = None if found else _lacking(composing, kind, kinds)
    if lacking:
        facts = (("kind", kind.title), ("needed", lacking[0]), ("needed_en", lacking[1]))
        code = DRAFT_TOO_EARLY if record.state == "draft" else KIND_TOO_EARLY
        yield Diagnostic(code, _at(composing, "kind"), "文种", record.kind, facts)


def _lacking(composing: Composing, kind: NoticeKind, kinds: Sequence[NoticeKind]) -> Lacking:
    """What the round lacks for the notice; an approved one that builds on the results needs a 公布 beside its day."""
    round_, record = composing.round, composing.record
    issued = {notice.kind for notice in round_.notices}
    builds = record.kind in AFTER_THE_AWARD and record.state != "draft"
    # A notice of a kind that does not exist is told itself; it may be the one that is missing.
    alone = builds and "award" not in issued and issued <= {each.name for each in kinds}
    return kind.lacks(round_, record) or (("公布通知", "a notice of the announcement") if alone else None)


def _at(composing: Composing, field: str) -> Place:
    return Place(composing.source.file, (*composing.source.path, field))


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


def _fields(composing: Composing, kind: NoticeKind) -> Iterator[Diagnostic]:
    """Fields that the kind needs and the record lacks, and those that it has no place for."""
    record, form = composing.record, composing.form
    needed = [
        *(["document_no"] if form != "plain" else []),
        *(["printed_on"] if form in ("document", "minutes") else []),
        *kind.needs,
    ]
    allowed = {*needed, *kind.takes, *(HEAD_FIELDS if form != "plain" else ())}
    for name in ("document_no", "printed_on", *SUBJECTS, *HEAD_FIELDS):
        title = str(NoticeRecord.model_fields[name].title)
        present = getattr(record, name) not in (None, ())
        numberless_draft = record.state == "draft" and name == "document_no"
        if name in needed and not present and not numberless_draft:
            facts = (("kind", kind.title), ("needed", title), ("needed_en", name))
            yield Diagnostic(KIND_NEEDS, composing.source, title, facts=facts)
        if present and name not in allowed:
            facts = (("kind", kind.title), ("forbidden", title), ("forbidden_en", name))
            yield Diagnostic(KIND_FORBIDS, _at(composing, name), title, facts=facts)
