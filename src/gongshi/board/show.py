"""The board as people and other programs read it: two tables, or plain data with stable keys."""

from collections.abc import Iterator, Mapping, Sequence

from gongshi.board.board import Board, Row
from gongshi.board.items import Item
from gongshi.diagnostics import Severity
from gongshi.model.base import Day

HEAD = ("年度申报", "阶段", "下一步", "期限", "逾期", "受阻")
ITEMS_HEAD = ("年度申报", "性质", "事项", "期限")
_SHOWN = 3
"""Counties named one by one; of more, only the number is told."""


def table(board: Board) -> list[tuple[str, ...]]:
    """A row for every round, to go below `HEAD`."""
    return [
        (
            f"{row.programme.id}\n{row.scheme.short_name}",
            row.stage.name,
            row.stage.next_step,
            _day(row.due, board.today),
            str(len(row.late) or "—"),
            str(len(row.blocks) or "—"),
        )
        for row in board.rows
    ]


def items(board: Board) -> list[tuple[str, ...]]:
    """A row for everything that blocks, is late or is due next, to go below `ITEMS_HEAD`."""
    return [
        (row.programme.id, nature, _what(item, row.counties), _day(item.day, board.today))
        for row in board.rows
        for nature, item in _of(row)
    ]


def _of(row: Row) -> Iterator[tuple[str, Item]]:
    yield from (("受阻", item) for item in row.blocks)
    yield from (("逾期", item) for item in row.late)
    # Reports and evaluations are due for years ahead: the nearest of each kind is enough.
    seen = set()
    for item in row.coming:
        if item.kind not in seen:
            seen.add(item.kind)
            yield "待办", item


def _what(item: Item, counties: Mapping[str, str]) -> str:
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


def as_data(board: Board, counts: Mapping[Severity, int]) -> dict[str, object]:
    """The board as plain data; `counts` is how many errors and warnings the records have."""
    return {
        "today": board.today.isoformat(),
        "problems": {severity.value: counts[severity] for severity in (Severity.ERROR, Severity.WARNING)},
        "unreadable": list(board.unreadable),
        "programmes": [_row(row, board.today) for row in board.rows],
    }


def _row(row: Row, today: Day) -> dict[str, object]:
    return {
        "id": row.programme.id,
        "name": row.programme.name,
        "scheme": row.scheme.id,
        "year": row.programme.year,
        "stage": {"id": row.stage.id, "name": row.stage.name},
        "next": {"step": row.stage.next_step, **_dated(row.due, today)},
        "due": _items(row.coming, today),
        "late": _items(row.late, today),
        "blocks": _items(row.blocks, today),
    }


def _items(found: Sequence[Item], today: Day) -> list[dict[str, object]]:
    return [
        {
            "kind": item.kind,
            "what": item.what,
            **_dated(item.day, today),
            "applications": list(item.applications),
            "notice": item.notice or None,
        }
        for item in found
    ]


def _dated(day: Day | None, today: Day) -> dict[str, object]:
    return {"day": day.isoformat() if day else None, "days_left": (day - today).days if day else None}
