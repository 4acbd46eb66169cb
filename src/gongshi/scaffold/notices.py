"""New notices: records added to the end of a round's notices.yaml, every byte before them left as it is."""

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
from gongshi.scaffold.suggestions import about, payer, recorded_day
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
    """Whether one is wanted for each subject of the kind that has none yet."""
    organ: str = ""
    """The lead organ in place of the usual one, which is the programme's, or of money the payer; empty for that."""
    id: str = ""
    """The notice's id; empty for the kind's name."""


@dataclass(frozen=True)
class _Desk:
    """The records as they are."""

    records: Records
    model: Model | None
    today: dt.date
    programme: Data
    round: Round | None
    """None while the round's own record or its scheme has errors."""


def new_notices(folder: WorkspaceFolder, wish: Wish) -> tuple[str, tuple[Data, ...]]:
    """Append the notices that are wanted, as drafts with the next free numbers; the file's name, and what was added.

    A notice bears the day that the round's records name for it, otherwise today; its number is of that day's year.
    Money is announced by who pays it. What its kind needs beyond that is taken from the records where they tell it,
    and left to fill in otherwise.
    """
    kind = _kind(wish)
    with alone(folder.lock, PATIENCE):
        desk = _desk(folder, wish.programme)
        added = _added(folder, desk, wish, kind)
        path = f"content/programmes/{wish.programme}/notices.yaml"
        append(folder, desk.records, path, added)
    return path, added


def _added(folder: WorkspaceFolder, desk: _Desk, wish: Wish, kind: Kind) -> tuple[Data, ...]:
    """The new records, each with the next number."""
    numbers = list(numbers_in_use(folder, desk.records))
    taken = {str(notice.get("id")) for notice in notices(desk.records, wish.programme)}
    if wish.organ and wish.organ not in _codes(desk):
        raise RefusedRecordError("no-organ", wish.organ)
    form = kind.form_in(desk.round.programme) if desk.round else kind.form
    lead = wish.organ or (payer(kind, desk.round, _codes(desk)) if desk.round else "")
    code = _code(desk, lead or str(desk.programme.get("lead_organ")))
    results = _data(desk, f"content/programmes/{wish.programme}/results.yaml")
    added = []
    for name, subject in _subjects(desk, wish, kind):
        day = recorded_day(kind, desk.programme, results, subject.get("publicity", "")) or desk.today
        if name in taken:
            raise RefusedRecordError("notice-exists", name)
        fields: dict[str, Any] = {
            "document_no": _number(code, day.year, numbers) if form != "plain" else "",
            "issued_on": day,
            "printed_on": day if form in ("document", "minutes") else None,
            "lead_organ": lead,
            **dict.fromkeys(kind.needs, UNFILLED),
            **(about(kind, desk.round, day) if desk.round else {}),
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


def _desk(folder: WorkspaceFolder, programme: str) -> _Desk:
    found = read(folder)
    data = mapping(folder, found.records, f"content/programmes/{programme}/programme.yaml")
    if data is None:
        raise RefusedRecordError("no-programme", programme)
    model = found.model
    round_ = model.rounds.get(programme) if model else None
    return _Desk(found.records, model, model.today if model else folder.today, data, round_)


def _subjects(desk: _Desk, wish: Wish, kind: Kind) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Id of each notice that is wanted, and the field that says what it is about, where that is known."""
    if not (wish.application or wish.every_one):
        yield wish.id or kind.name, _only(desk.round, kind) if desk.round else {}
        return
    if desk.round is None:
        raise RefusedRecordError("faulty", f"content/programmes/{wish.programme}/programme.yaml")
    field = "application" if wish.application else next(name for name in kind.needs if name in _LISTS)
    subjects = [wish.application]
    if wish.every_one:
        subjects = _left(desk.round, kind, field)
        if not subjects:
            raise RefusedRecordError("all-there" if _LISTS[field](desk.round) else "no-subjects", kind.title)
    elif wish.application not in {winner.id for winner in desk.round.with_outcome("selected")}:
        raise RefusedRecordError("no-winner", wish.application)
    for subject in subjects:
        name = subject.removeprefix(f"{desk.round.programme.year}-")
        yield wish.id or f"{kind.name}-{name}", {field: subject}


def _winners(round_: Round) -> list[str]:
    return [winner.id for winner in round_.with_outcome("selected") if winner.id not in round_.revoked]


_LISTS: Mapping[str, Callable[[Round], list[str]]] = {
    "application": _winners,
    "expert": lambda round_: [expert.id for expert in round_.review.experts] if round_.review else [],
    "objection": lambda round_: [o.id for o in round_.objections if o.objector and o.state in _ANSWERED],
    "publicity": lambda round_: [w.id for w in round_.results.publicities[1:]] if round_.results else [],
}
"""Whom or what a notice can be about, with all for whom --all makes one: titles that stand, experts, objections that
can be answered, windows after the first."""


def _left(round_: Round, kind: Kind, field: str) -> list[str]:
    """Whom or what a notice of the kind can be about that has none yet."""
    done = {getattr(notice, field) for notice in round_.notices if notice.kind == kind.name}
    return [subject for subject in _LISTS[field](round_) if subject not in done]


def _only(round_: Round, kind: Kind) -> Mapping[str, str]:
    """What a notice of the kind must be about, where only one thing is left."""
    left = {field: _left(round_, kind, field) for field in kind.needs if field in _LISTS}
    return {field: subjects[0] for field, subjects in left.items() if len(subjects) == 1}


def _data(desk: _Desk, path: str) -> Data:
    """A file of the records as data; nothing if there is none."""
    file = desk.records.get(path)
    return file.data if file and isinstance(file.data, dict) else {}


def _number(code: str, year: int, numbers: Sequence[str]) -> str:
    """The next number; to be filled in while the organ that leads, or its code, is not known."""
    return next_number(code, year, numbers) if code else UNFILLED


def _codes(desk: _Desk) -> dict[str, Sequence[str]]:
    """Codes of each organ by its id."""
    return {organ.id: organ.number_codes for organ in desk.model.organs.values()} if desk.model else {}


def _code(desk: _Desk, lead: str) -> str:
    """The lead organ's code: the one it used last in this round or in an earlier one of the scheme, else its first."""
    known = _codes(desk).get(lead, ())
    own, scheme = str(desk.programme.get("id")), desk.programme.get("scheme")
    rounds = [
        (str(data.get("id")) == own, str(data.get("year")), path)
        for path, data in ((p, f.data) for p, f in desk.records.items() if p.endswith("/programme.yaml"))
        if isinstance(data, dict) and data.get("scheme") == scheme
    ]
    for _, _, path in sorted(rounds, reverse=True):
        for notice in reversed(notices(desk.records, path.split("/")[2])):
            parts = DOCUMENT_NO.fullmatch(str(notice.get("document_no")))
            if parts and parts["code"] in known:
                return parts["code"]
    return known[0] if known else ""
