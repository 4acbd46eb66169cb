"""New notices: records added to the end of a round's notices.yaml, without a change to the bytes before them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gongshi.engine.files import alone
from gongshi.model.base import UNFILLED
from gongshi.model.kinds import KIND_BY_NAME, KINDS, Kind
from gongshi.model.model import Model
from gongshi.model.notice import DOCUMENT_NO
from gongshi.model.objection import DECIDED
from gongshi.model.round import Round
from gongshi.project import WorkspaceFolder
from gongshi.records.load import Records
from gongshi.records.read import read
from gongshi.rules.register import next_number
from gongshi.scaffold.append import append
from gongshi.scaffold.refusal import RefusedRecordError
from gongshi.scaffold.source import mapping, notices, numbers_in_use
from gongshi.scaffold.suggestions import payer, recorded_day, year_and_month
from gongshi.scaffold.writing import PATIENCE, check_id

Data = Mapping[str, Any]
_ANSWERED = {*DECIDED, "not_accepted"}


@dataclass(frozen=True)
class Wish:
    """Which notices are wanted."""

    programme: str
    kind: str
    application: str = ""
    every_one: bool = False
    """Whether a notice is wanted for every winner, expert, objection or window that has none of the kind yet."""
    organ: str = ""
    """The lead organ in place of the usual one, which is the programme's, or of money the payer; empty for that."""
    id: str = ""
    """The notice's id; empty for the kind's name."""


@dataclass(frozen=True)
class _OpenRecords:
    """The records of a workspace, and those of the round that gets the notice."""

    records: Records
    model: Model | None
    today: dt.date
    programme: Data
    round: Round | None
    """None while the round's own record or its scheme has errors."""


def new_notices(folder: WorkspaceFolder, wish: Wish) -> tuple[str, tuple[Data, ...]]:
    """Append the notices that are wanted, as drafts with the next free numbers; the file's name, and what was added.

    A notice has the date that the round's records set for it, otherwise today; its number is of that year.
    A notice on money is led by the payer. Further fields that its kind needs are taken from the records if they are
    there, and left to fill in otherwise.
    """
    kind = _kind(wish)
    with alone(folder.lock, PATIENCE):
        opened = _open_records(folder, wish.programme)
        added = _added(folder, opened, wish, kind)
        path = f"content/programmes/{wish.programme}/notices.yaml"
        append(folder, opened.records, path, added)
    return path, added


def _added(folder: WorkspaceFolder, opened: _OpenRecords, wish: Wish, kind: Kind) -> tuple[Data, ...]:
    """The new records, each with the next number."""
    numbers = list(numbers_in_use(folder, opened.records))
    taken = {str(notice.get("id")) for notice in notices(opened.records, wish.programme)}
    if wish.organ and wish.organ not in _codes(opened):
        raise RefusedRecordError("no-organ", wish.organ)
    form = kind.form_in(opened.round.programme) if opened.round else kind.form
    lead = wish.organ or (payer(kind, opened.round, _codes(opened)) if opened.round else "")
    code = _code(opened, lead or str(opened.programme.get("lead_organ")))
    results = _file_data(opened, f"content/programmes/{wish.programme}/results.yaml")
    added = []
    for name, subject in _subjects(opened, wish, kind):
        day = recorded_day(kind, opened.programme, results, subject.get("publicity", "")) or opened.today
        if name in taken:
            raise RefusedRecordError("notice-exists", name)
        fields: dict[str, Any] = {
            "document_no": _number(code, day.year, numbers) if form != "plain" else "",
            "issued_on": day,
            "printed_on": day if form in ("document", "minutes") else None,
            "lead_organ": lead,
            **dict.fromkeys(kind.needs, UNFILLED),
            **(year_and_month(kind, opened.round, day) if opened.round else {}),
            **subject,
        }
        numbers.append(str(fields["document_no"]))
        added.append(
            {"id": name, "kind": kind.name, "state": "draft"} | {key: value for key, value in fields.items() if value}
        )
    return tuple(added)


def _kind(wish: Wish) -> Kind:
    """The kind that is wanted, if the wish names what it needs and nothing else."""
    for option, value in (("--programme", wish.programme), ("--kind", wish.kind)):
        if not value:
            raise RefusedRecordError("missing", option)
    if wish.kind not in KIND_BY_NAME:
        raise RefusedRecordError("no-kind", "、".join(f"{kind.name}（{kind.title}）" for kind in KINDS))
    kind = KIND_BY_NAME[wish.kind]
    about = (*kind.needs, *kind.takes)
    if "application" in kind.needs and not (wish.application or wish.every_one):
        raise RefusedRecordError("missing", "--application / --all")
    if wish.application and ("application" not in about or wish.every_one):
        raise RefusedRecordError("too-much", "--application")
    if wish.every_one and (wish.id or not set(kind.needs) & set(_LISTS)):
        raise RefusedRecordError("too-much", "--id" if wish.id else "--all")
    if wish.id:
        check_id(wish.id)
    return kind


def _open_records(folder: WorkspaceFolder, programme: str) -> _OpenRecords:
    found = read(folder)
    data = mapping(folder, found.records, f"content/programmes/{programme}/programme.yaml")
    if data is None:
        raise RefusedRecordError("no-programme", programme)
    model = found.model
    r = model.rounds.get(programme) if model else None
    return _OpenRecords(found.records, model, model.today if model else folder.today, data, r)


def _subjects(opened: _OpenRecords, wish: Wish, kind: Kind) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Id of each notice that is wanted, and the field that says what it is about, where that is known."""
    if not (wish.application or wish.every_one):
        yield wish.id or kind.name, _only_subject_left(opened.round, kind) if opened.round else {}
        return
    if opened.round is None:
        raise RefusedRecordError("faulty", f"content/programmes/{wish.programme}/programme.yaml")
    field = "application" if wish.application else next(name for name in kind.needs if name in _LISTS)
    subjects = [wish.application]
    if wish.every_one:
        subjects = _subjects_left(opened.round, kind, field)
        if not subjects:
            raise RefusedRecordError("all-there" if _LISTS[field](opened.round) else "no-subjects", kind.title)
    elif wish.application not in {winner.id for winner in opened.round.with_outcome("selected")}:
        raise RefusedRecordError("no-winner", wish.application)
    for subject in subjects:
        name = subject.removeprefix(f"{opened.round.programme.year}-")
        yield wish.id or f"{kind.name}-{name}", {field: subject}


def _winners(r: Round) -> list[str]:
    return [winner.id for winner in r.with_outcome("selected") if winner.id not in r.revoked]


_LISTS: Mapping[str, Callable[[Round], list[str]]] = {
    "application": _winners,
    "expert": lambda r: [expert.id for expert in r.review.experts] if r.review else [],
    "objection": lambda r: [o.id for o in r.objections if o.objector and o.state in _ANSWERED],
    "publicity": lambda r: [w.id for w in r.results.publicities[1:]] if r.results else [],
}
"""By field of a notice, the ids for which --all makes one: winners that keep their title, experts, objections that can
be answered, windows after the first."""


def _subjects_left(r: Round, kind: Kind, field: str) -> list[str]:
    """Ids that a notice of the kind can have in `field` and for which there is none yet."""
    done = {getattr(notice, field) for notice in r.notices if notice.kind == kind.name}
    return [subject for subject in _LISTS[field](r) if subject not in done]


def _only_subject_left(r: Round, kind: Kind) -> Mapping[str, str]:
    """Field and id of the subject of a notice of the kind, if only one is left."""
    left = {field: _subjects_left(r, kind, field) for field in kind.needs if field in _LISTS}
    return {field: subjects[0] for field, subjects in left.items() if len(subjects) == 1}


def _file_data(opened: _OpenRecords, path: str) -> Data:
    """A file of the records as data; nothing if there is none."""
    file = opened.records.get(path)
    return file.data if file and isinstance(file.data, dict) else {}


def _number(code: str, year: int, numbers: Sequence[str]) -> str:
    """The next number; to be filled in while the organ that leads, or its code, is not known."""
    return next_number(code, year, numbers) if code else UNFILLED


def _codes(opened: _OpenRecords) -> dict[str, Sequence[str]]:
    """Codes of each organ by its id."""
    return {organ.id: organ.number_codes for organ in opened.model.organs.values()} if opened.model else {}


def _code(opened: _OpenRecords, lead: str) -> str:
    """The lead organ's code: the one it used last in this round or in an earlier one of the scheme, else its first."""
    known = _codes(opened).get(lead, ())
    own, scheme = str(opened.programme.get("id")), opened.programme.get("scheme")
    rounds = [
        (str(data.get("id")) == own, str(data.get("year")), path)
        for path, data in ((p, f.data) for p, f in opened.records.items() if p.endswith("/programme.yaml"))
        if isinstance(data, dict) and data.get("scheme") == scheme
    ]
    for _, _, path in sorted(rounds, reverse=True):
        for notice in reversed(notices(opened.records, path.split("/")[2])):
            parts = DOCUMENT_NO.fullmatch(str(notice.get("document_no")))
            if parts and parts["code"] in known:
                return parts["code"]
    return known[0] if known else ""
