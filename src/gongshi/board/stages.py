"""The stages of a round: one row each, with its condition, the next step and the day by which it is due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from gongshi.board.items import DUE
from gongshi.board.status import RoundStatus
from gongshi.model.base import Day


@dataclass(frozen=True)
class Stage:
    """A stage of a round's life."""

    id: str
    """Stable name for other programs."""
    name: str
    """As staff name it."""
    holds: Callable[[RoundStatus], bool]
    """Whether the round has come so far; of several rows that hold, the last is the round's stage."""
    next_step: str
    due: Callable[[RoundStatus], Day | None]
    """The day by which the next step is due; None if no record sets one."""


def _review_day(s: RoundStatus) -> Day | None:
    return s.records.review.held_on if s.records.review else None


def _publication_day(s: RoundStatus) -> Day | None:
    return s.next_window.published_on if s.next_window else None


def _last_day(s: RoundStatus) -> Day | None:
    return s.window.last_day if s.window else None


def _objection_day(s: RoundStatus) -> Day | None:
    terms = [o.received_on + timedelta(s.reminders.objection_days) for o in s.pending]
    return min(terms, default=None)


def _announcement_day(s: RoundStatus) -> Day | None:
    return s.records.results.announced_on if s.records.results else None


def _payment_day(s: RoundStatus) -> Day | None:
    return s.announced_on + timedelta(s.reminders.payment_days) if s.announced_on else None


def _supervision_day(s: RoundStatus) -> Day | None:
    days = (item.day for kind in DUE for item in kind(s) if item.day and item.day >= s.today)
    return min(days, default=None)


STAGES: tuple[Stage, ...] = (
    Stage("upcoming", "申报未开始", lambda _: True, "发布申报通知", lambda s: s.records.programme.schedule.called_on),
    Stage(
        "open",
        "申报中",
        lambda s: s.today >= s.records.programme.schedule.called_on,
        "受理申报",
        lambda s: s.records.programme.schedule.deadline,
    ),
    Stage(
        "reviewing",
        "评审中",
        lambda s: s.today > s.records.programme.schedule.deadline,
        "组织专家评审",
        _review_day,
    ),
    Stage("listing", "拟定名单", lambda s: s.reviewed, "拟定名单并公示", _publication_day),
    Stage(
        "in_publicity",
        "公示中",
        lambda s: s.window is not None and s.today <= s.window.last_day,
        "待公示期满",
        _last_day,
    ),
    Stage(
        "objections",
        "异议处理中",
        lambda s: s.window is not None and s.today > s.window.last_day and bool(s.pending),
        "办结异议",
        _objection_day,
    ),
    Stage(
        "relisting",
        "名单调整",
        lambda s: s.window is not None and s.today > s.window.last_day and s.list_open and not s.pending,
        "登记退出和递补，递补的另行公示",
        _publication_day,
    ),
    Stage(
        "to_announce",
        "待公布",
        lambda s: s.window is not None and s.today > s.window.last_day and not s.objections_open,
        "发文公布",
        _announcement_day,
    ),
    Stage("announced", "已公布·资金下达", lambda s: s.announced_on is not None, "下达资金", _payment_day),
    Stage(
        "supervising",
        "监督中",
        lambda s: s.announced_on is not None and not s.unpaid,
        "收取报告和评价",
        _supervision_day,
    ),
    Stage("closed", "已结束", lambda s: s.finished, "归档", lambda _: None),
)


def stage_of(status: RoundStatus) -> Stage:
    """The last row of the table that holds."""
    return next(stage for stage in reversed(STAGES) if stage.holds(status))
