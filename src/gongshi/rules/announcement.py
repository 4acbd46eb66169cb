"""What must hold before the announcement (公布): windows ended, all publicised, objections decided, targets kept."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.base import Day
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import STATE_NAMES
from gongshi.model.round import Round
from gongshi.rules.order import not_before

AWARD_IN_WINDOW = error(
    "award-in-window",
    "{field}（{value}）早于公示期满，公示末日为 {last_day}。",
    "请改为公示末日的次日或者以后。",
    "{value} is before the end of the publicity window, {last_day}. Announce or approve it later.",
)


def award_after_window(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Nothing is announced or approved before every window has ended."""
    last_day = max((window.last_day for window in r.windows), default=Day.min)
    days = [
        model.at(notice, "issued_on")
        for notice in r.notices
        if notice.issued_on <= last_day and notice.state != "draft" and model.comes_after(notice, "window", "award")
    ]
    if r.results and r.announced_on:
        days.append(model.at(r.results, "announced_on"))
    for window in r.windows:
        for day in days:
            if day.day <= window.last_day:
                clause = r.programme.publicity.clause
                yield day.problem(AWARD_IN_WINDOW, clause=clause, last_day=window.last_day)


def notices_after_announcement(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A 批复, a funding notice and whatever else builds on the results is not dated before they were announced."""
    for notice in r.notices:
        if r.results and r.announced_on and model.comes_after(notice, "award") and notice.state != "draft":
            yield from not_before(model.at(r.results, "announced_on"), model.at(notice, "issued_on"))


NOT_PUBLICISED = error(
    "not-publicised",
    "这份公文写明已经公示，但公示还是草稿（draft）、已经撤回或者没有；状态为 {value}。",
    "请先核准公示，或把这份公文改为草稿。",
    "The notice ({value}) follows a publicity that is a draft, withdrawn or missing. Approve that one first.",
)


def publicised_before_announced(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A notice that announces an outcome is not approved while a 公示 is a draft, missing or withdrawn."""
    now, withdrawn = model.now(r), {notice.concerns for notice in r.notices_of_kind.get("withdrawal", ())}
    # Most 公示 were never withdrawn: only of the others it matters on which day one asks.
    doubtful = [
        opening
        for opening in _openings(r)
        if not any(notice.state != "draft" and notice.id not in withdrawn for notice in opening)
    ]
    for notice in now.in_force if doubtful else ():
        published = all(any(now.is_in_force(each, notice.issued_on) for each in opening) for opening in doubtful)
        if not published and model.comes_after(notice, "window", "award"):
            yield model.at(notice, "state").problem(NOT_PUBLICISED, clause=r.programme.publicity.clause)


def _openings(r: Round) -> Iterator[tuple[NoticeRecord, ...]]:
    """For each window, and for a first one that is still to come, the notices on record that open it."""
    yield r.notices_of_kind.get("publicity", ())
    later: dict[str | None, list[NoticeRecord]] = {}
    for notice in r.notices_of_kind.get("second-publicity", ()):
        later.setdefault(notice.publicity, []).append(notice)
    for window in r.windows[1:]:
        yield tuple(later.get(window.id, ()))


NOT_ANNOUNCED = error(
    "not-announced",
    "{count} 件公文（{notices}）以公布为依据，成文时却没有有效的公布通知。",
    "请先核准公布通知，再核准这些公文；公布通知已经撤回的，这些公文也要撤回。",
    "{count} notices ({notices}) build on an announcement that was not approved, or was withdrawn, by their day.",
)


def announced_before_followed_up(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A notice that builds on the results is approved only after the 公布, and not once that was withdrawn."""
    now, awards = model.now(r), r.notices_of_kind.get("award", ())
    building = [
        notice
        for notice in now.in_force
        if model.comes_after(notice, "award") and not any(now.is_in_force(award, notice.issued_on) for award in awards)
    ]
    if building and awards:  # without any the notices themselves cannot be composed
        names, clause = "、".join(notice.id for notice in building), r.programme.publicity.clause
        yield model.at(awards[-1], "state").problem(NOT_ANNOUNCED, clause=clause, notices=names, count=len(building))


ANNOUNCEMENT_WITHDRAWN = warning(
    "announcement-withdrawn",
    "公布通知 {value} 已经撤回，以它为依据的 {count} 件公文仍然有效：{notices}。",
    "请逐件撤回；继续有效的，请另发公布通知。",
    "The announcement {value} was withdrawn, but {count} notices that build on it still stand: {notices}.",
)


def nothing_left_by_withdrawal(r: Round, model: Model) -> Iterator[Diagnostic]:
    """When the 公布 was withdrawn and not replaced, a warning is given for each notice that was based on it."""
    now = model.now(r)
    if now.of("award"):
        return
    awards = {award.id: award for award in r.notices_of_kind.get("award", ()) if award.state != "draft"}
    for withdrawal in now.of("withdrawal"):
        award = awards.get(withdrawal.concerns or "")
        # A notice issued after the withdrawal is the matter of another rule.
        rested = (
            n for n in now.in_force if model.comes_after(n, "award") and award and now.is_in_force(award, n.issued_on)
        )
        left = [notice.id for notice in rested]
        if left:
            found, clause = model.at(withdrawal, "concerns"), r.programme.publicity.clause
            yield found.problem(ANNOUNCEMENT_WITHDRAWN, clause=clause, notices="、".join(left), count=len(left))


WINNER_UNPUBLICISED = error(
    "winner-unpublicised",
    "列入的申报 {value} 没有经过公示。",
    "请在 results.yaml 的 publicities 中登记公示，期满后再公布；递补列入的，另登记一次公示，写明 applications。",
    "The winner {value} was in no publicity window. Publicise first, announce after the window has ended.",
)


def winners_publicised(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Every winner was made public in a window."""
    # A window that could not be read is reported already; without it all its winners would seem unpublicised.
    if r.results is None or r.announced_on is None or model.unread:
        return
    shown = {application for window in r.windows for application in r.publicised_in(window)}
    for winner in r.with_outcome("selected"):
        if winner.id not in shown:
            found = model.at(r.results, "outcomes", f"#application={winner.id}", "outcome").called("申报号")
            yield found.problem(WINNER_UNPUBLICISED, value=winner.id, clause=r.programme.publicity.clause)


OBJECTION_STANDS = error(
    "objection-stands",
    "异议 {value}（{state}）尚未办结，不得公布、批复或者下达资金。",
    "请先办结，在 objections.yaml 中写明状态、办结日期和处理意见。",
    "The objection {value} still stands; nothing may be announced, approved or paid. Decide it first.",
)


def no_objection_stands(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Nothing is announced, approved or paid while an objection is undecided."""
    notice_issued = any(model.comes_after(n, "window", "award") and n.state != "draft" for n in r.notices)
    for objection in r.objections if r.announced_on or notice_issued else ():
        if objection.undecided:
            found, clause = model.at(objection, "state").called("异议"), r.programme.publicity.clause
            state = STATE_NAMES[objection.state]
            yield found.problem(OBJECTION_STANDS, value=objection.id, clause=clause, state=state)


TARGET_EXCEEDED = error(
    "target-exceeded",
    "“{category}”各年度累计列入 {count} 个，总目标数为 {value} 个。",
    "请减少列入的申报，或更正总目标数；已取消名号的不计入。",
    "{count} winners in {category} over all rounds, but the target is {value}. Cancelled titles do not count.",
)


def within_target(model: Model) -> Iterator[Diagnostic]:
    """Over all rounds a category has no more winners than the scheme's target; cancelled titles do not count."""
    for scheme in model.schemes.values():
        rounds = [r for r in model.rounds.values() if r.scheme.id == scheme.id]
        rounds.sort(key=lambda r: (r.programme.year, r.programme.id))
        for category in scheme.categories:
            winners = [(r, w) for r in rounds for w in r.with_outcome("selected", category) if w.id not in r.revoked]
            if category.target is not None and len(winners) > category.target:
                r, first_over = winners[category.target]
                found = model.at(r.results, "outcomes", f"#application={first_over.id}", "outcome").called("总目标数")
                facts = {"category": category.name, "count": len(winners)}
                clause = f"schemes/{scheme.id}.yaml 总目标数"
                yield found.problem(TARGET_EXCEEDED, value=category.target, clause=clause, **facts)
