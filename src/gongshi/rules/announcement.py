"""The gates before the announcement (公布): windows ended, everyone publicised, nothing contested, targets kept."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic
from gongshi.model.base import Day
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import STATE_NAMES
from gongshi.model.whole import Model, Round
from gongshi.rules.order import Dated, not_before
from gongshi.rules.places import in_notice, in_objections, in_results
from gongshi.rules.publicity import windows
from gongshi.rules.standing import standing

AFTER_THE_AWARD = frozenset(
    {"pilots", "approval", "funding", "report-request", "evaluation", "reward", "revocation", "recheck"}
)
"""Kinds of notice that build on the announcement (公布)."""
AFTER_THE_WINDOW = AFTER_THE_AWARD | {"award"}
"""Kinds of notice that tell an outcome or build on one, so that they come after every publicity window."""


def award_after_window(model: Model) -> Iterator[Diagnostic]:
    """Nothing is announced or approved before every window has ended."""
    for round_, window in windows(model):
        programme, announced_on = round_.programme, round_.announced_on
        named = [
            ("成文日期", n.issued_on, in_notice(programme, n.id, "issued_on"))
            for n in round_.notices
            if n.kind in AFTER_THE_WINDOW and n.state != "draft"
        ]
        if announced_on and announced_on >= window.published_on:  # earlier still: stages_in_order says so
            named.append(("公布日期", announced_on, in_results(programme, "announced_on")))
        for field, day, place in named:
            if day <= window.last_day:
                facts = (("last_day", window.last_day.isoformat()),)
                yield Diagnostic("award-in-window", place, field, day.isoformat(), facts, programme.publicity.clause)


def notices_after_announcement(model: Model) -> Iterator[Diagnostic]:
    """A 批复, a funding notice and whatever else builds on the results is not dated before they were announced."""
    for round_ in model.rounds.values():
        announced_on = round_.announced_on
        last = max((window.last_day for window in round_.results.publicities), default=None) if round_.results else None
        for notice in round_.notices:
            builds = notice.kind in AFTER_THE_AWARD and notice.state != "draft"
            # Before the end of the last window: award_after_window says so.
            if announced_on and builds and (last is None or notice.issued_on > last):
                announced: Dated = ("公布日期", announced_on, in_results(round_.programme, "announced_on"))
                place = in_notice(round_.programme, notice.id, "issued_on")
                yield from not_before(announced, ("成文日期", notice.issued_on, place))


def publicised_before_announced(model: Model) -> Iterator[Diagnostic]:
    """A notice that tells an outcome is not approved while a 公示 is a draft, missing or withdrawn."""
    for round_ in model.rounds.values():
        for notice in standing(round_.notices, model.today):
            if notice.kind in AFTER_THE_WINDOW and not _all_published(round_, notice.issued_on):
                place = in_notice(round_.programme, notice.id, "state")
                clause = round_.programme.publicity.clause
                yield Diagnostic("not-publicised", place, "状态", notice.state, clause=clause)


def _all_published(round_: Round, day: Day) -> bool:
    """Whether the 公示 of the first window and of each later one is more than a draft and not withdrawn by that day."""
    issued = standing(round_.notices, day)
    later = {window.id for window in round_.results.publicities[1:]} if round_.results else set()
    published = {notice.publicity for notice in issued if notice.kind == "second-publicity"}
    return any(notice.kind == "publicity" for notice in issued) and later <= published


def announced_before_followed_up(model: Model) -> Iterator[Diagnostic]:
    """Whatever builds on the results is approved only once the 公布 is, and not after that was withdrawn."""
    for round_ in model.rounds.values():
        building = [
            notice
            for notice in standing(round_.notices, model.today)
            if notice.kind in AFTER_THE_AWARD
            and not any(earlier.kind == "award" for earlier in standing(round_.notices, notice.issued_on))
        ]
        awards = [notice for notice in round_.notices if notice.kind == "award"]
        if building and awards:  # without any the notices themselves cannot be composed
            place, clause = in_notice(round_.programme, awards[-1].id, "state"), round_.programme.publicity.clause
            facts = (("notices", "、".join(notice.id for notice in building)), ("count", str(len(building))))
            yield Diagnostic("not-announced", place, "状态", awards[-1].state, facts, clause)


def nothing_left_by_withdrawal(model: Model) -> Iterator[Diagnostic]:
    """When the 公布 was withdrawn and no other took its place, what was issued on its strength is pointed out."""
    for round_ in model.rounds.values():
        issued = standing(round_.notices, model.today)
        if any(notice.kind == "award" for notice in issued):
            continue
        awards = {notice.id for notice in round_.notices if notice.kind == "award" and notice.state != "draft"}
        for withdrawal in (notice for notice in issued if notice.kind == "withdrawal" and notice.concerns in awards):
            left = [n.id for n in issued if n.kind in AFTER_THE_AWARD and _rested_on(round_, n, withdrawal.concerns)]
            if left:
                place = in_notice(round_.programme, withdrawal.id, "concerns")
                facts = (("notices", "、".join(left)), ("count", str(len(left))))
                value, clause = withdrawal.concerns or "", round_.programme.publicity.clause
                yield Diagnostic("announcement-withdrawn", place, "所涉公文编号", value, facts, clause)


def _rested_on(round_: Round, notice: NoticeRecord, award: str | None) -> bool:
    """Whether that announcement stood when the notice was issued; one issued later has a rule of its own."""
    return any(earlier.id == award for earlier in standing(round_.notices, notice.issued_on))


def winners_publicised(model: Model) -> Iterator[Diagnostic]:
    """Nobody wins who was not made public in a window."""
    for round_ in model.rounds.values():
        # A window that could not be read is told already, and would make all its winners look passed over.
        if round_.results is None or round_.announced_on is None or model.unread:
            continue
        shown = {a for window in round_.results.publicities for a in round_.publicised_in(window)}
        for winner in round_.with_outcome("selected"):
            if winner.id not in shown:
                place = in_results(round_.programme, "outcomes", f"#application={winner.id}", "outcome")
                clause = round_.programme.publicity.clause
                yield Diagnostic("winner-unpublicised", place, "申报号", winner.id, clause=clause)


def no_objection_stands(model: Model) -> Iterator[Diagnostic]:
    """Nothing is announced, approved or paid while an objection stands."""
    for round_ in model.rounds.values():
        told = any(n.kind in AFTER_THE_WINDOW and n.state != "draft" for n in round_.notices)
        for objection in round_.objections if round_.announced_on or told else ():
            if objection.standing:
                place = in_objections(round_.programme, objection.id, "state")
                facts = (("state", STATE_NAMES[objection.state]),)
                clause = round_.programme.publicity.clause
                yield Diagnostic("objection-stands", place, "异议", objection.id, facts, clause)


def within_target(model: Model) -> Iterator[Diagnostic]:
    """Over all its rounds a scheme has no more winners of a category than its target; cancelled titles do not count."""
    for scheme in model.schemes.values():
        rounds = [round_ for round_ in model.rounds.values() if round_.scheme.id == scheme.id]
        rounds.sort(key=lambda round_: (round_.programme.year, round_.programme.id))
        for category in scheme.categories:
            winners = [
                (round_, winner)
                for round_ in rounds
                for winner in round_.with_outcome("selected", category)
                if winner.id not in round_.revoked
            ]
            if category.target is not None and len(winners) > category.target:
                round_, first_over = winners[category.target]
                place = in_results(round_.programme, "outcomes", f"#application={first_over.id}", "outcome")
                facts = (("category", category.name), ("count", str(len(winners))))
                clause = f"schemes/{scheme.id}.yaml 总目标数"
                yield Diagnostic("target-exceeded", place, "总目标数", str(category.target), facts, clause)
