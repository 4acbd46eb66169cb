"""Rules on what is recorded after the announcement: of winners only, in its time, once; plaques, cancelled titles."""

from collections.abc import Iterator, Mapping

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.base import Day, Record
from gongshi.model.model import Model
from gongshi.model.result import OUTCOME_NAMES
from gongshi.model.round import Round
from gongshi.model.supervision import (
    Evaluation,
    LeadingGroup,
    Payment,
    Plaque,
    ProgressReport,
    Revocation,
    Reward,
)
from gongshi.rules.reports import due_day

_FollowUpRecord = Payment | Evaluation | Reward | Plaque | Revocation | LeadingGroup | ProgressReport
"""A record of something that happened to one application after the review."""

_DAY_OF: Mapping[type[Record], str] = {
    Payment: "decided_on",
    Evaluation: "evaluated_on",
    Reward: "decided_on",
    Plaque: "given_on",
    Revocation: "decided_on",
    LeadingGroup: "established_on",
    ProgressReport: "received_on",
}
"""The field that says when it happened."""


def _follow_up_records(r: Round) -> Iterator[_FollowUpRecord]:
    yield from r.supervision.payments
    yield from r.supervision.evaluations
    yield from r.supervision.rewards
    yield from r.supervision.plaques
    yield from r.supervision.revocations
    yield from r.supervision.leading_groups
    yield from r.supervision.reports


def _dated(r: Round) -> Iterator[tuple[_FollowUpRecord, Day]]:
    """What has happened, with its day; a report that has not come in has none."""
    for done in _follow_up_records(r):
        day: Day | None = getattr(done, _DAY_OF[type(done)])
        if day:
            yield done, day


NOT_A_WINNER = error(
    "not-a-winner",
    "申报 {value}（{outcome}）没有列入，不应有资金、报告、评价、奖励、授牌或取消名号的记录。",
    "请改正申报号，或核对评审结果；试点培育不是列入。",
    "{value} is no winner, so nothing of supervision can be recorded of it; a pilot is not a winner.",
)


def supervised_are_winners(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Payments, reports, evaluations, rewards, plaques and cancelled titles are of winners; a pilot is none."""
    for done in _follow_up_records(r) if f"{r.folder}/results.yaml" not in model.unread else ():
        outcome = r.outcomes.get(done.application, "not_selected")
        on_record = done.application in r.applications_by_id and done.application not in model.unread
        if outcome != "selected" and on_record:
            found, clause = model.at(done, "application"), r.scheme.reporting.clause
            yield found.problem(NOT_A_WINNER, clause=clause, outcome=OUTCOME_NAMES[outcome])


BEFORE_ANNOUNCEMENT = error(
    "before-announcement",
    "{field}（{value}）应在公布之后，公布日期为 {announced}。",
    "请核对两个日期。",
    "The day {value} must not be before the announcement of {announced}. Check both.",
)
ANNOUNCEMENT_MISSING = error(
    "announcement-missing",
    "尚未公布，却已有 {value} 条资金、报告、评价、奖励、授牌或取消名号的记录。",
    "请在 results.yaml 中写明公布日期 announced_on；确实没有公布的，请删去这些记录。",
    "There is no day of announcement, but {value} records of what follows it. Record the day, or delete them.",
)


def nothing_before_announcement(r: Round, model: Model) -> Iterator[Diagnostic]:
    """No money, report, evaluation, reward, plaque or cancelled title before the announcement."""
    if f"{r.folder}/results.yaml" in model.unread:
        return
    # A leading group may be set up as soon as the round is open.
    following = [(done, day) for done, day in _dated(r) if not isinstance(done, LeadingGroup)]
    clause = r.programme.publicity.clause
    if following and r.announced_on is None:  # one cause, reported once
        found = model.at(r.results, "announced_on") if r.results else model.at(following[0][0]).called("公布日期")
        yield found.problem(ANNOUNCEMENT_MISSING, value=len(following), clause=clause)
    for done, day in following:
        if r.announced_on and day < r.announced_on:
            found = model.at(done, _DAY_OF[type(done)])
            yield found.problem(BEFORE_ANNOUNCEMENT, clause=clause, announced=r.announced_on)


FUTURE_RECORD = warning(
    "future-record",
    "{field}（{value}）在今天（{today}）之后；这样的记录共 {count} 条，这是最早的一条。",
    "请核对日期；还没有发生的，发生以后再登记。",
    "{count} records are dated after today, {today}; the first is of {value}. Check the days.",
)


def nothing_recorded_ahead(r: Round, model: Model) -> Iterator[Diagnostic]:
    """What is recorded as done is not dated after today; a warning for the earliest such record of a round."""
    ahead = [(done, day) for done, day in _dated(r) if day > model.today]
    if ahead:
        done, _ = min(ahead, key=lambda one: one[1])
        yield model.at(done, _DAY_OF[type(done)]).problem(FUTURE_RECORD, count=len(ahead), today=model.today)


AFTER_REVOCATION = error(
    "after-revocation",
    "申报 {application} 的名号已于 {revoked_on} 取消，不应再有{field}为 {value} 的记录。",
    "请核对日期，或删去这条记录。",
    "The title of {application} was cancelled on {revoked_on}; nothing follows it. Check {value}.",
)


def nothing_after_revocation(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A cancelled title brings no money, evaluation, reward or plaque any more, and no report is asked or taken."""
    for done in _follow_up_records(r):
        revocation = r.revoked.get(done.application)
        if revocation is None:
            continue
        days = [(_DAY_OF[type(done)], getattr(done, _DAY_OF[type(done)]))]
        if isinstance(done, ProgressReport):  # its month before the day on which it came
            days.insert(0, ("due", due_day(done.due)))
        late = next((field for field, day in days if day and day > revocation.decided_on), None)
        if late:
            facts = {"application": done.application, "revoked_on": revocation.decided_on}
            yield model.at(done, late).problem(AFTER_REVOCATION, clause=r.scheme.reporting.clause, **facts)


RECORDED_TWICE = error(
    "recorded-twice",
    "申报 {application} 有两条{field}为 {value} 的记录。",
    "请只保留一条。",
    "{application} has two records for {value}. Keep one.",
)


def recorded_once(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A winner has one report for a month, and one evaluation and one reward for a year."""
    kept = r.supervision
    keys: list[tuple[ProgressReport | Evaluation | Reward, str, object]] = [
        *((report, "due", report.due) for report in kept.reports),
        *((evaluation, "year", evaluation.year) for evaluation in kept.evaluations),
        *((reward, "year", reward.year) for reward in kept.rewards),
    ]
    seen = set()
    for record, field, period in keys:
        key = (type(record), record.application, period)
        if key in seen:
            yield model.at(record, field).problem(RECORDED_TWICE, application=record.application)
        seen.add(key)


PLAQUE_UNASKED = warning(
    "plaque-unasked",
    "专项没有规定授牌，却有给申报 {value} 授牌的记录。",
    "请核实；专项规定授牌的，请在其监督条款中写明 plaque: true。",
    "The scheme gives no plaques, but {value} has one on record. Check which is right.",
)


def plaques_of_the_scheme(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A warning for plaques in a scheme that gives none."""
    for plaque in r.supervision.plaques if not r.scheme.reporting.plaque else ():
        value, clause = plaque.application, r.scheme.reporting.clause
        yield model.at(plaque).called("申报号").problem(PLAQUE_UNASKED, value=value, clause=clause)


CANCELLATION_UNTOLD = warning(
    "cancellation-untold",
    "申报 {value} 的名号已于 {decided_on} 取消，还没有核准的取消名号或复核结果通知，网站上仍为有效。",
    "请起草并核准通知：invoke new notice --kind revocation。",
    "The title of {value} was cancelled on {decided_on}, but no approved notice tells it; the site calls it valid.",
)


def cancellations_published(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A warning for a cancelled title without an approved notice: the site still shows it as valid."""
    published = {notice.application or notice.year for notice in model.now(r).of("revocation", "recheck")}
    for winner, revocation in r.revoked.items():
        if winner not in published and revocation.decided_on.year not in published:
            found, clause = model.at(revocation, "application"), r.scheme.reporting.clause
            yield found.problem(CANCELLATION_UNTOLD, clause=clause, decided_on=revocation.decided_on)
