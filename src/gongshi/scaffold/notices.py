"""New notices: records added to the end of a round's notices.yaml, every byte before them left as it is."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gongshi.documents.kinds import NOTICE_KINDS, NoticeKind
from gongshi.model.notice import DOCUMENT_NO
from gongshi.model.whole import Model
from gongshi.project import Project
from gongshi.records.load import Records, load
from gongshi.records.structure import structure
from gongshi.rules.register import next_number
from gongshi.scaffold.append import append
from gongshi.scaffold.refusal import RefusedRecordError
from gongshi.scaffold.source import mapping, notices, numbers_in_use
from gongshi.scaffold.writing import check_id

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Wish:
    """Which notices are wanted."""

    programme: str
    kind: str
    application: str = ""
    every_winner: bool = False
    organ: str = ""
    """The lead organ in place of the programme's; empty for the programme's own."""
    id: str = ""
    """The notice's id; empty for the kind's name."""


@dataclass(frozen=True)
class _Desk:
    """The records as they are."""

    records: Records
    model: Model | None
    today: dt.date
    programme: Data


def new_notices(project: Project, wish: Wish) -> tuple[str, tuple[Data, ...]]:
    """Append the notices that are wanted, as drafts with the next free numbers; the file's name, and what was added.

    A notice bears the day that the round's records name for it, otherwise today; its number is of that day's year.
    """
    kind = _kind(wish)
    desk = _desk(project, wish.programme)
    numbers = list(numbers_in_use(project, desk.records))
    taken = {str(notice.get("id")) for notice in notices(desk.records, wish.programme)}
    lead = wish.organ or str(desk.programme.get("lead_organ"))
    if wish.organ and wish.organ not in _codes(desk):
        raise RefusedRecordError("no-organ", wish.organ)
    code = _code(desk, lead) if kind.numbered else ""
    day = _day(desk, wish)
    added = []
    for name, application in _subjects(desk, wish, kind):
        if name in taken:
            raise RefusedRecordError("notice-exists", name)
        number = next_number(code, day.year, numbers) if code else ""
        numbers.append(number)
        fields = {
            "document_no": number,
            "issued_on": day,
            "printed_on": day if kind.numbered else None,
            "lead_organ": wish.organ,
            "application": application,
        }
        added.append(
            {"id": name, "kind": kind.name, "state": "draft"} | {key: value for key, value in fields.items() if value}
        )
    path = f"content/programmes/{wish.programme}/notices.yaml"
    append(project, desk.records, path, added)
    return path, tuple(added)


def _kind(wish: Wish) -> NoticeKind:
    """The kind that is wanted, if the wish names what it needs and nothing else."""
    for option, value in (("--programme", wish.programme), ("--kind", wish.kind)):
        if not value:
            raise RefusedRecordError("missing", option)
    kinds = {kind.name: kind for kind in NOTICE_KINDS}
    if wish.kind not in kinds:
        raise RefusedRecordError("no-kind", "、".join(f"{kind.name}（{kind.title}）" for kind in NOTICE_KINDS))
    kind = kinds[wish.kind]
    if kind.per_application and not (wish.application or wish.every_winner):
        raise RefusedRecordError("missing", "--application / --all")
    if not kind.per_application and (wish.application or wish.every_winner):
        raise RefusedRecordError("too-much", "--application / --all")
    if wish.every_winner and (wish.application or wish.id):
        raise RefusedRecordError("too-much", "--application / --id")
    if wish.id:
        check_id(wish.id)
    return kind


def _desk(project: Project, programme: str) -> _Desk:
    records, report = load(project.content)
    data = mapping(project, records, f"content/programmes/{programme}/programme.yaml")
    if data is None:
        raise RefusedRecordError("no-programme", programme)
    model, _ = structure(records, report, project.today, pinned=project.pinned)
    return _Desk(records, model, model.today if model else project.today, data)


def _subjects(desk: _Desk, wish: Wish, kind: NoticeKind) -> Iterator[tuple[str, str]]:
    """Id and application of each notice that is wanted; no application where the kind is about none."""
    if not kind.per_application:
        yield wish.id or kind.name, ""
        return
    round_ = desk.model.rounds.get(wish.programme) if desk.model else None
    if round_ is None:
        raise RefusedRecordError("faulty", f"content/programmes/{wish.programme}/programme.yaml")
    winners = [a.id for a in round_.with_outcome("selected") if a.id not in round_.revoked]
    if wish.every_winner:
        if not winners:
            raise RefusedRecordError("no-winners", wish.programme)
        done = {notice.application for notice in round_.notices if notice.kind == kind.name}
        winners = [winner for winner in winners if winner not in done]
        if not winners:
            raise RefusedRecordError("all-there", kind.title)
    elif wish.application in winners:
        winners = [wish.application]
    else:
        raise RefusedRecordError("no-winner", wish.application)
    for winner in winners:
        yield wish.id or f"{kind.name}-{winner.removeprefix(f'{round_.programme.year}-')}", winner


def _day(desk: _Desk, wish: Wish) -> dt.date:
    """The day the round's records name for a notice of that kind, otherwise today."""
    path = f"content/programmes/{wish.programme}/results.yaml"
    results = desk.records[path].data if path in desk.records else None
    results = results if isinstance(results, dict) else {}
    schedule, windows = desk.programme.get("schedule"), results.get("publicities")
    first = windows[0] if isinstance(windows, list) and windows else None
    recorded = {
        "call": schedule.get("called_on") if isinstance(schedule, dict) else None,
        "publicity": first.get("published_on") if isinstance(first, dict) else None,
        "award": results.get("announced_on"),
    }
    day = recorded.get(wish.kind)
    return day if isinstance(day, dt.date) and not isinstance(day, dt.datetime) else desk.today


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
