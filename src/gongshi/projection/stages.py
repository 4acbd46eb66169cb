"""The stage of a round on a day, and its timeline, as far as its published notices make them known."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from gongshi.model.base import Day
from gongshi.projection.published import PublishedRound
from gongshi.public.round import PublicEvent, Stage, Step
from gongshi.typography import date


class _Step(NamedTuple):
    """A step of the timeline, with the id of the notice that announces it, if one does."""

    name: str
    first: Day
    last: Day
    note: str = ""
    notice: str = ""
    step: Step = ""


def stage_of(published: PublishedRound) -> tuple[Stage, str]:
    """The stage on the day and its last day (ISO, empty if it has none)."""
    schedule, today = published.records.programme.schedule, published.today
    if published.announced_on:
        return _stage_after_award(published)
    if published.windows:
        last_day = published.windows[-1][0].last_day
        if today <= last_day:
            return "in_publicity", last_day.isoformat()
        pending = any(
            published.now.is_pending(o) for window, _ in published.windows for o in published.objections(window)
        )
        return ("objections" if pending else "publicity_ended"), ""
    if today < schedule.called_on:
        return "upcoming", schedule.called_on.isoformat()
    if today <= published.deadline:
        return "open", published.deadline.isoformat()
    return "reviewing", ""


def _stage_after_award(published: PublishedRound) -> tuple[Stage, str]:
    """The stage after the announcement: carried out once a follow-up notice says so, finished after the last plan."""
    winners = published.records.with_outcome("selected")
    ends = [application.ends for application in winners if application.id not in published.revocations]
    if all(month < published.today.isoformat()[:7] for month in ends):
        return "finished", ""
    return ("supervision" if published.of("report-request", *_follow_up_steps(published)) else "decided"), ""


def _follow_up_steps(published: PublishedRound) -> Mapping[str, str]:
    """Kinds of notice that show that a round is being carried out, and what the timeline calls their days."""
    return {name: kind.step for name, kind in published.kinds.items() if kind.after == "award" and kind.step}


def timeline_of(published: PublishedRound) -> tuple[PublicEvent, ...]:
    """The round's steps with their days, as far as they are public, in the order of their days."""
    schedule, today = published.records.programme.schedule, published.today
    call, award = (next((notice.id for notice in published.of(kind)), "") for kind in ("call", "award"))
    steps = [
        _Step("发布申报通知", schedule.called_on, schedule.called_on, "", call),
        _Step("申报", schedule.called_on, published.deadline, "末日为申报截止日期", call, "application"),
    ]
    steps += _changes(published)
    for number, (window, notice) in enumerate(published.windows):
        if published.records.review and number == 0:
            steps.append(_Step("专家评审", published.records.review.held_on, published.records.review.held_on))
        name = "公示" if window is published.records.publicity else "递补公示"
        steps.append(_Step(name, window.first_day, window.last_day, "首日和末日均计算在内", notice.id))
    if published.announced_on:
        steps.append(_Step("公布", published.announced_on, published.announced_on, "", award))
    follow_up = _follow_up_steps(published)
    for notice in published.of(*follow_up):
        note = f"{notice.year}年度" if notice.year else ""
        steps.append(_Step(follow_up[notice.kind], notice.issued_on, notice.issued_on, note, notice.id))
    # Steps are sorted by their first day; those of the same day keep the order above.
    steps.sort(key=lambda step: step.first)
    return tuple(
        PublicEvent(
            step.name,
            step.first.isoformat(),
            step.last.isoformat(),
            step.note,
            state_of(step.first, step.last, today),
            f"{published.records.programme.id}/{step.notice}" if step.notice else "",
            step.step,
        )
        for step in steps
    )


def _changes(published: PublishedRound) -> Iterator[_Step]:
    """Steps of supplements, corrections and withdrawals; a withdrawn one is kept with a remark."""
    schedule = published.records.programme.schedule
    concerned = published.notices_by_id
    for notice in published.notices:
        kind = published.kinds[notice.kind]
        if not kind.changes:
            continue
        name, note = kind.step, ""
        step: Step = ""
        if notice.id in published.now.withdrawn:
            note = f"已于{date(published.now.withdrawn[notice.id].issued_on)}撤回"
        elif notice in published.extensions and schedule.extended_to:
            name, step = "延长申报期限", "extension"
            note = f"申报截止日期由{date(schedule.apply_by)}延至{date(schedule.extended_to)}"
        elif notice.concerns and notice.concerns in concerned:
            done = "更正" if kind.changes == "corrects" else "撤回"
            note = f"{done}{date(concerned[notice.concerns].issued_on)}的公文"
        yield _Step(name, notice.issued_on, notice.issued_on, note, notice.id, step)


def state_of(first: Day, last: Day, today: Day) -> Literal["past", "current", "coming"]:
    """Whether a step from its first day to its last is over, under way or still to come."""
    if last < today:
        return "past"
    return "current" if first <= today else "coming"
