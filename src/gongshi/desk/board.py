"""The output of `invoke status`: the board of all rounds, as two tables or as plain data with stable keys."""

from collections.abc import Iterator, Mapping, Sequence

from gongshi.board.board import Board, Row, board
from gongshi.board.items import Item
from gongshi.diagnostics import Report, Severity
from gongshi.model.base import Day
from gongshi.project import WorkspaceFolder
from gongshi.records.locate import locate
from gongshi.records.read import read
from gongshi.rules.check import check
from gongshi.rules.table import RULES

HEAD = ("年度申报", "阶段", "下一步", "期限", "逾期", "受阻")
ITEMS_HEAD = ("年度申报", "性质", "事项", "期限")
_SHOWN = 3
"""How many counties are named one by one; of more, only the number is shown."""


def open_board(folder: WorkspaceFolder) -> tuple[Board | None, Report]:
    """The board of a workspace, None if settings or regions cannot be read, and the report of reading and checking."""
    found = read(folder)
    if found.model is None:
        return None, found.report
    report = check(found.model, RULES, found.report)
    programmes = (path.name for path in folder.content.glob("programmes/[!.]*") if path.is_dir())
    return board(found.model, report.diagnostics, programmes), locate(report, found.records)


def errors_in(report: Report) -> int:
    """How many errors the records have."""
    return report.counts[Severity.ERROR]


def table(found: Board) -> list[tuple[str, ...]]:
    """A row for every round, to go below `HEAD`."""
    return [
        (
            f"{row.programme.id}\n{row.scheme.short_name}",
            row.stage.name,
            row.stage.next_step,
            _day(row.due, found.today),
            str(len(row.late) or "—"),
            str(len(row.blocks) or "—"),
        )
        for row in found.rows
    ]


def items(found: Board) -> list[tuple[str, ...]]:
    """A row for everything that blocks, is late or is due next, to go below `ITEMS_HEAD`."""
    return [
        (row.programme.id, nature, _with_counties(item, row.counties), _day(item.day, found.today))
        for row in found.rows
        for nature, item in _listed(row)
    ]


def _listed(row: Row) -> Iterator[tuple[str, Item]]:
    yield from (("受阻", item) for item in row.blocks)
    yield from (("逾期", item) for item in row.late)
    # Reports and evaluations are due for years ahead: the nearest of each kind is enough.
    seen = set()
    for item in row.coming:
        if item.kind not in seen:
            seen.add(item.kind)
            yield "待办", item


def _with_counties(item: Item, counties: Mapping[str, str]) -> str:
    names = [counties.get(application, application) for application in item.applications]
    if not names:
        return item.what
    more = f"等{len(names)}家" if len(names) > _SHOWN else ""
    return f"{item.what}：{'、'.join(names[:_SHOWN])}{more}"


def _day(day: Day | None, today: Day) -> str:
    if day is None:
        return "—"
    left = (day - today).days
    words = "今天" if left == 0 else f"还有{left}天" if left > 0 else f"已过{-left}天"
    return f"{day.isoformat()}\n{words}"


def as_data(found: Board, counts: Mapping[Severity, int]) -> dict[str, object]:
    """The board as plain data; `counts` is how many errors and warnings the records have."""
    return {
        "today": found.today.isoformat(),
        "problems": {severity.value: counts[severity] for severity in (Severity.ERROR, Severity.WARNING)},
        "unreadable": list(found.unreadable),
        "programmes": [_round_as_data(row, found.today) for row in found.rows],
    }


def _round_as_data(row: Row, today: Day) -> dict[str, object]:
    return {
        "id": row.programme.id,
        "name": row.programme.name,
        "scheme": row.scheme.id,
        "year": row.programme.year,
        "stage": {"id": row.stage.id, "name": row.stage.name},
        "next": {"step": row.stage.next_step, **_day_as_data(row.due, today)},
        "due": _items_as_data(row.coming, today),
        "late": _items_as_data(row.late, today),
        "blocks": _items_as_data(row.blocks, today),
    }


def _items_as_data(listed: Sequence[Item], today: Day) -> list[dict[str, object]]:
    return [
        {
            "kind": item.kind,
            "what": item.what,
            **_day_as_data(item.day, today),
            "applications": list(item.applications),
            "notice": item.notice or None,
        }
        for item in listed
    ]


def _day_as_data(day: Day | None, today: Day) -> dict[str, object]:
    return {"day": day.isoformat() if day else None, "days_left": (day - today).days if day else None}
