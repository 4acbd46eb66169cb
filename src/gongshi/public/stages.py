"""Where a round stands on a day, as far as its published notices tell."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from gongshi.model.base import Day
from gongshi.public.told import Told
from gongshi.public.types import PublicEvent, Stage, Step
from gongshi.typography import date

_AFTER_AWARD = {
    "funding": "下达资金",
    "evaluation": "公布绩效评价结果",
    "reward": "公布奖励",
    "revocation": "取消名号",
    "recheck": "公布复核结果",
}
"""Kinds of notice that show that a round is being carried out, and the steps that they tell."""
_CHANGES = {"supplement": "发布补充通知", "correction": "发布更正通知", "withdrawal": "发布撤回通知"}
"""Kinds of notice that change an earlier one, and the steps that they tell."""


class _Step(NamedTuple):
    """A step of the timeline, with the id of the notice that tells it, if one does."""

    name: str
    first: Day
    last: Day
    note: str = ""
    notice: str = ""
    step: Step = ""


def stage_of(told: Told) -> tuple[Stage, str]:
    """The stage on the day and its last day (ISO, empty if it has none)."""
    schedule, today = told.round.programme.schedule, told.today
    if told.announced_on:
        return _stage_after_award(told)
    if told.windows:
        last_day = told.windows[-1][0].last_day
        if today <= last_day:
            return "in_publicity", last_day.isoformat()
        pending = any(told.is_pending(o) for window, _ in told.windows for o in told.objections(window))
        return ("objections" if pending else "publicity_ended"), ""
    if today < schedule.called_on:
        return "upcoming", schedule.called_on.isoformat()
    if today <= told.deadline:
        return "open", told.deadline.isoformat()
    return "reviewing", ""


def _stage_after_award(told: Told) -> tuple[Stage, str]:
    """Carried out once a notice says so, finished when the last plan that still counts has ended."""
    winners = told.round.with_outcome("selected")
    ends = [application.ends for application in winners if application.id not in told.revocations]
    if all(month < told.today.isoformat()[:7] for month in ends):
        return "finished", ""
    return ("supervision" if told.of("report-request", *_AFTER_AWARD) else "decided"), ""


def timeline_of(told: Told) -> tuple[PublicEvent, ...]:
    """The round's steps with their days, as far as they are public, in the order of their days."""
    schedule, today = told.round.programme.schedule, told.today
    call, award = (next((notice.id for notice in told.of(kind)), "") for kind in ("call", "award"))
    steps = [
        _Step("发布申报通知", schedule.called_on, schedule.called_on, "", call),
        _Step("申报", schedule.called_on, told.deadline, "末日为申报截止日期", call, "application"),
    ]
    steps += _changes(told)
    for number, (window, notice) in enumerate(told.windows):
        if told.round.review and number == 0:
            steps.append(_Step("专家评审", told.round.review.held_on, told.round.review.held_on))
        name = "公示" if window is told.round.publicity else "递补公示"
        steps.append(_Step(name, window.first_day, window.last_day, "首日和末日均计算在内", notice.id))
    if told.announced_on:
        steps.append(_Step("公布", told.announced_on, told.announced_on, "", award))
    for notice in told.of(*_AFTER_AWARD):
        note = f"{notice.year}年度" if notice.year else ""
        steps.append(_Step(_AFTER_AWARD[notice.kind], notice.issued_on, notice.issued_on, note, notice.id))
    # A step that lasts stands where it begins; steps of one day keep the order above.
    steps.sort(key=lambda step: step.first)
    return tuple(
        PublicEvent(
            step.name,
            step.first.isoformat(),
            step.last.isoformat(),
            step.note,
            state_of(step.first, step.last, today),
            f"{told.round.programme.id}/{step.notice}" if step.notice else "",
            step.step,
        )
        for step in steps
    )


def _changes(told: Told) -> Iterator[_Step]:
    """What supplements, corrections and withdrawals did; one that was withdrawn stays, and says so."""
    schedule = told.round.programme.schedule
    concerned = {notice.id: notice for notice in told.published}
    for notice in told.published:
        if notice.kind not in _CHANGES:
            continue
        name, note = _CHANGES[notice.kind], ""
        step: Step = ""
        if notice.id in told.withdrawn:
            note = f"已于{date(told.withdrawn[notice.id].issued_on)}撤回"
        elif notice in told.extensions and schedule.extended_to:
            name, step = "延长申报期限", "extension"
            note = f"申报截止日期由{date(schedule.apply_by)}延至{date(schedule.extended_to)}"
        elif notice.concerns in concerned:
            done = "更正" if notice.kind == "correction" else "撤回"
            note = f"{done}{date(concerned[notice.concerns].issued_on)}的公文"
        yield _Step(name, notice.issued_on, notice.issued_on, note, notice.id, step)


def state_of(first: Day, last: Day, today: Day) -> Literal["past", "current", "coming"]:
    """Whether a step from its first day to its last is over, under way or still to come."""
    if last < today:
        return "past"
    return "current" if first <= today else "coming"
