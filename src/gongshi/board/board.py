"""The board: a pure function from the model to a row for every round."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gongshi.board.items import BLOCKS, DUE, Item, refused
from gongshi.board.stages import Stage, stage_of
from gongshi.board.status import RoundStatus
from gongshi.diagnostics import Diagnostic
from gongshi.model.base import Day
from gongshi.model.model import Model
from gongshi.model.programme import Programme
from gongshi.model.round import Round
from gongshi.model.scheme import Scheme


@dataclass(frozen=True)
class Row:
    """One round on the board."""

    programme: Programme
    scheme: Scheme
    stage: Stage
    due: Day | None
    """The day by which the stage's next step is due."""
    coming: tuple[Item, ...]
    """What has to be done by a day that has not passed, the nearest first, or by no day, at the end."""
    late: tuple[Item, ...]
    """What should have been done, the longest overdue first."""
    blocks: tuple[Item, ...]
    """What keeps the round from its next step."""
    counties: Mapping[str, str]
    """The applicant's name by application id."""


@dataclass(frozen=True)
class Board:
    """The stage and the open items of every round on a day."""

    today: Day
    rows: tuple[Row, ...]
    unreadable: tuple[str, ...]
    """Ids of rounds that have no row because their own record or scheme has errors."""


def board(model: Model, problems: Sequence[Diagnostic], programmes: Iterable[str]) -> Board:
    """The board of all rounds on the model's day.

    Args:
        model: The records.
        problems: The problems that the rules found in the model.
        programmes: Ids of all rounds, also of those with errors that are not in the model.
    """
    rows = tuple(_row_of_round(r, model, problems) for r in model.rounds.values())
    return Board(model.today, rows, tuple(sorted(set(programmes) - set(model.rounds))))


def _row_of_round(r: Round, model: Model, problems: Sequence[Diagnostic]) -> Row:
    status = RoundStatus(model.now(r), model.workspace.reminders)
    stage = stage_of(status)
    items = sorted((item for kind in DUE for item in kind(status)), key=lambda item: item.day or Day.max)
    late = tuple(item for item in items if item.day and item.day < model.today)
    coming = tuple(item for item in items if item.day is None or item.day >= model.today)
    blocks = [item for kind in BLOCKS for item in kind(status)]
    blocks += refused(problems, r.programme.id)
    return Row(
        programme=r.programme,
        scheme=r.scheme,
        stage=stage,
        due=stage.due(status),
        coming=coming,
        late=late,
        blocks=tuple(blocks),
        counties={a.id: model.divisions[a.division].name for a in r.applications if a.division in model.divisions},
    )
