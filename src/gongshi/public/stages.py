"""Where a round stands on a day, as far as its published notices tell."""

from collections.abc import Container
from typing import Literal

from gongshi.model.base import Day
from gongshi.model.whole import Round
from gongshi.public.types import PublicEvent, Stage


def stage_of(round_: Round, published: Container[str], today: Day) -> tuple[Stage, str]:
    """The stage on `today` and its last day (ISO, empty if it has none).

    Args:
        round_: The round.
        published: Kinds of notice that are public; nothing counts before the notice that makes it known.
        today: The day.
    """
    schedule, results = round_.programme.schedule, round_.results
    window = results.publicities[-1] if results and results.publicities and "publicity" in published else None
    if results and results.announced_on and "award" in published and results.announced_on <= today:
        return "decided", ""
    if window and window.published_on <= today:
        in_time = today <= window.last_day
        return ("in_publicity", window.last_day.isoformat()) if in_time else ("publicity_ended", "")
    if today < schedule.called_on:
        return "upcoming", schedule.called_on.isoformat()
    if today <= schedule.deadline:
        return "open", schedule.deadline.isoformat()
    return "reviewing", ""


def awards_status(round_: Round, published: Container[str], today: Day) -> Literal["proposed", "awarded"] | None:
    """Whether the list of winners is public on `today`, and as what."""
    stage, _ = stage_of(round_, published, today)
    if stage == "decided":
        return "awarded"
    return "proposed" if stage in {"in_publicity", "publicity_ended"} else None


def timeline_of(round_: Round, published: Container[str], today: Day) -> tuple[PublicEvent, ...]:
    """The round's steps with their days, as far as they are public."""
    schedule, results = round_.programme.schedule, round_.results
    days: list[tuple[str, Day, Day, str]] = [
        ("发布申报通知", schedule.called_on, schedule.called_on, ""),
        ("申报", schedule.called_on, schedule.deadline, "末日为申报截止日期"),
    ]
    windows = results.publicities if results and "publicity" in published else ()
    for number, window in enumerate(window for window in windows if window.published_on <= today):
        if round_.review and number == 0:
            days.append(("专家评审", round_.review.held_on, round_.review.held_on, ""))
        name = "递补公示" if number else "公示"
        days.append((name, window.first_day, window.last_day, "首日和末日均计算在内"))
    if results and results.announced_on and "award" in published and results.announced_on <= today:
        days.append(("公布", results.announced_on, results.announced_on, ""))
    return tuple(
        PublicEvent(name, first.isoformat(), last.isoformat(), note, _state(first, last, today))
        for name, first, last, note in days
    )


def _state(first: Day, last: Day, today: Day) -> Literal["past", "current", "coming"]:
    if last < today:
        return "past"
    return "current" if first <= today else "coming"
