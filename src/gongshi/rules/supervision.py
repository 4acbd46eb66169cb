"""Rules on what follows the award: of winners only, in its time, once; evaluation, reward, meetings, leading groups."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongshi.diagnostics import Diagnostic, Place, error, warning
from gongshi.model.application import Application
from gongshi.model.base import Day
from gongshi.model.model import Model
from gongshi.model.result import OUTCOME_NAMES
from gongshi.model.round import Round
from gongshi.model.supervision import Evaluation
from gongshi.rules.dates import YEAR_DIFFERS
from gongshi.rules.order import Dated, days_in_order
from gongshi.rules.places import in_notice, in_programme, in_results, in_supervision
from gongshi.rules.reports import due_day
from gongshi.rules.standing import standing


@dataclass(frozen=True)
class _Act:
    """Something recorded of one application after the award."""

    application: str
    name: str
    """The Chinese name of its day."""
    day: Day | None
    """None for a report that has not come in."""
    field: str
    place: Place
    """The record, without a field."""
    follows: bool = True
    """Whether it can come after the announcement only."""

    def at(self, field: str) -> Place:
        return Place(self.place.file, (*self.place.path, field))


def _acts(round_: Round) -> Iterator[_Act]:
    kept, programme = round_.supervision, round_.programme
    for payment in kept.payments:
        place = in_supervision(programme, "payments", f"#id={payment.id}")
        yield _Act(payment.application, "下达日期", payment.decided_on, "decided_on", place)
    for index, evaluation in enumerate(kept.evaluations):
        place = in_supervision(programme, "evaluations", index)
        yield _Act(evaluation.application, "评价日期", evaluation.evaluated_on, "evaluated_on", place)
    for index, reward in enumerate(kept.rewards):
        place = in_supervision(programme, "rewards", index)
        yield _Act(reward.application, "决定日期", reward.decided_on, "decided_on", place)
    for plaque in kept.plaques:
        place = in_supervision(programme, "plaques", f"#application={plaque.application}")
        yield _Act(plaque.application, "授牌日期", plaque.given_on, "given_on", place)
    for revocation in kept.revocations:
        place = in_supervision(programme, "revocations", f"#application={revocation.application}")
        yield _Act(revocation.application, "决定日期", revocation.decided_on, "decided_on", place)
    for group in kept.leading_groups:
        place = in_supervision(programme, "leading_groups", f"#application={group.application}")
        yield _Act(group.application, "成立日期", group.established_on, "established_on", place, follows=False)
    for index, report in enumerate(kept.reports):
        place = in_supervision(programme, "reports", index)
        yield _Act(report.application, "收到日期", report.received_on, "received_on", place)


def _with(model: Model, file: str) -> Iterator[Round]:
    """Rounds of which that file could be read: of others nothing can be said."""
    for round_ in model.rounds.values():
        if f"content/programmes/{round_.programme.id}/{file}" not in model.unread:
            yield round_


NOT_A_WINNER = error(
    "not-a-winner",
    "申报 {value}（{outcome}）没有列入，不应有资金、报告、评价、奖励、授牌或取消名号的记录。",
    "请改正申报号，或核对评审结果；试点培育不是列入。",
    "{value} is no winner, so nothing of supervision can be recorded of it; a pilot is not a winner.",
)


def supervised_are_winners(model: Model) -> Iterator[Diagnostic]:
    """Payments, reports, evaluations, rewards, plaques and cancelled titles are of winners; a pilot is none."""
    for round_ in _with(model, "results.yaml"):
        known = {application.id for application in round_.applications}
        for act in _acts(round_):
            outcome = round_.outcomes.get(act.application, "not_selected")
            if outcome != "selected" and act.application in known - model.unread:
                facts = (("outcome", OUTCOME_NAMES[outcome]),)
                clause = round_.scheme.reporting.clause
                yield Diagnostic(NOT_A_WINNER, act.at("application"), "申报号", act.application, facts, clause)


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


def nothing_before_announcement(model: Model) -> Iterator[Diagnostic]:
    """No money, report, evaluation, reward, plaque or cancelled title before the announcement."""
    for round_ in _with(model, "results.yaml"):
        announced_on, clause = round_.announced_on, round_.programme.publicity.clause
        following = [(act, act.day) for act in _acts(round_) if act.day and act.follows]
        if announced_on is None and following:  # one cause, told once
            place = in_results(round_.programme, "announced_on") if round_.results else following[0][0].place
            yield Diagnostic(ANNOUNCEMENT_MISSING, place, "公布日期", str(len(following)), clause=clause)
        for act, day in following:
            if announced_on and day < announced_on:
                facts = (("announced", announced_on.isoformat()),)
                yield Diagnostic(BEFORE_ANNOUNCEMENT, act.at(act.field), act.name, day.isoformat(), facts, clause)


FUTURE_RECORD = warning(
    "future-record",
    "{field}（{value}）在今天（{today}）之后；这样的记录共 {count} 条，这是最早的一条。",
    "请核对日期；还没有发生的，发生以后再登记。",
    "{count} records are dated after today, {today}; the first is of {value}. Check the days.",
)


def nothing_recorded_ahead(model: Model) -> Iterator[Diagnostic]:
    """What is recorded as done is not dated after today; pointed out once for each round."""
    for round_ in model.rounds.values():
        ahead = sorted(
            ((act.day, act) for act in _acts(round_) if act.day and act.day > model.today), key=lambda one: one[0]
        )
        if ahead:
            day, act = ahead[0]
            facts = (("count", str(len(ahead))), ("today", model.today.isoformat()))
            yield Diagnostic(FUTURE_RECORD, act.at(act.field), act.name, day.isoformat(), facts)


AFTER_REVOCATION = error(
    "after-revocation",
    "申报 {application} 的名号已于 {revoked_on} 取消，不应再有{field}为 {value} 的记录。",
    "请核对日期，或删去这条记录。",
    "The title of {application} was cancelled on {revoked_on}; nothing follows it. Check {value}.",
)


def nothing_after_revocation(model: Model) -> Iterator[Diagnostic]:
    """A cancelled title brings no money, evaluation, reward or plaque any more, and no report is asked or taken."""
    for round_ in model.rounds.values():
        held = [
            (act.application, act.day, act.name, act.day.isoformat(), act.place, act.field)
            for act in _acts(round_)
            if act.day
        ]
        held += [
            (r.application, due_day(r.due), "应报月份", r.due, in_supervision(round_.programme, "reports", i), "due")
            for i, r in enumerate(round_.supervision.reports)
        ]
        told = set()
        for winner, day, field, value, place, key in reversed(held):  # of a report its month before its day of receipt
            revocation = round_.revoked.get(winner)
            if revocation and day > revocation.decided_on and place not in told:
                told.add(place)
                facts = (("application", winner), ("revoked_on", revocation.decided_on.isoformat()))
                at, clause = Place(place.file, (*place.path, key)), round_.scheme.reporting.clause
                yield Diagnostic(AFTER_REVOCATION, at, field, value, facts, clause)


RECORDED_TWICE = error(
    "recorded-twice",
    "申报 {application} 有两条{field}为 {value} 的记录。",
    "请只保留一条。",
    "{application} has two records for {value}. Keep one.",
)


def recorded_once(model: Model) -> Iterator[Diagnostic]:
    """A winner has one report for a month, and one evaluation and one reward for a year."""
    for round_ in model.rounds.values():
        kept = round_.supervision
        keys = [("reports", i, "due", "应报月份", r.application, r.due) for i, r in enumerate(kept.reports)]
        keys += [
            ("evaluations", i, "year", "评价年度", e.application, str(e.year)) for i, e in enumerate(kept.evaluations)
        ]
        keys += [("rewards", i, "year", "评价年度", r.application, str(r.year)) for i, r in enumerate(kept.rewards)]
        seen = set()
        for items, index, name, field, application, value in keys:
            if (items, application, value) in seen:
                place = in_supervision(round_.programme, items, index, name)
                yield Diagnostic(RECORDED_TWICE, place, field, value, (("application", application),))
            seen.add((items, application, value))


def _evaluations(model: Model) -> Iterator[tuple[Round, int, Evaluation]]:
    for round_ in model.rounds.values():
        for index, evaluation in enumerate(round_.supervision.evaluations):
            yield round_, index, evaluation


GRADE_UNKNOWN = error(
    "grade-unknown",
    "没有“{value}”这个评价等次，可用的等次：{grades}。",
    "请改正评价等次。",
    "There is no grade {value}. The scheme's grades: {grades}.",
)


def evaluations_graded(model: Model) -> Iterator[Diagnostic]:
    """An evaluation's grade is one of the scheme's."""
    for round_, index, evaluation in _evaluations(model):
        grades = round_.scheme.reporting.grades
        if grades and evaluation.grade not in grades:
            place = in_supervision(round_.programme, "evaluations", index, "grade")
            facts = (("grades", "、".join(grades)),)
            yield Diagnostic(GRADE_UNKNOWN, place, "评价等次", evaluation.grade, facts, round_.scheme.reporting.clause)


EVALUATION_YEAR = error(
    "evaluation-year",
    "评价年度（{value}）应在公布之年（{first}）和评价之年（{last}）之间。",
    "请核对评价年度和评价日期。",
    "An evaluation is of a year from {first} to {last}, not {value}.",
)


def evaluations_of_their_year(model: Model) -> Iterator[Diagnostic]:
    """An evaluation is of a year between the announcement's and its own."""
    for round_, index, evaluation in _evaluations(model):
        first = round_.announced_on.year if round_.announced_on else round_.programme.year
        last = evaluation.evaluated_on.year
        # Before the announcement: nothing_before_announcement says so.
        if first <= last and not first <= evaluation.year <= last:
            place = in_supervision(round_.programme, "evaluations", index, "year")
            facts = (("first", str(first)), ("last", str(last)))
            clause = round_.scheme.reporting.clause
            yield Diagnostic(EVALUATION_YEAR, place, "评价年度", str(evaluation.year), facts, clause)


def unevaluated(round_: Round, year: int, today: Day) -> tuple[Application, ...]:
    """Winners under plan in a year that keep their title on a day and have not been evaluated for the year by then."""
    evaluations, revoked = round_.supervision.evaluations, round_.revoked_by(today)
    done = {e.application for e in evaluations if e.year == year and e.evaluated_on <= today} | revoked
    owing = (winner for winner in round_.with_outcome("selected") if winner.id not in done)
    return tuple(winner for winner in owing if int(winner.starts[:4]) <= year <= int(winner.ends[:4]))


EVALUATION_INCOMPLETE = warning(
    "evaluation-incomplete",
    "{year} 年度绩效评价的通知已经核准，还有 {count} 家没有该年度的评价结果：{winners}。",
    "请在 supervision.yaml 中登记它们的评价；不参加该年度评价的，请核实。",
    "The notice {value} tells the evaluation of {year}, but {count} winners have none on record: {winners}.",
)


def evaluations_of_all(model: Model) -> Iterator[Diagnostic]:
    """An approved notice on a year's evaluation while winners lack theirs is pointed out."""
    for round_ in _with(model, "supervision.yaml"):
        for notice in standing(round_.notices, model.today):
            owing = unevaluated(round_, notice.year, model.today) if notice.kind == "evaluation" and notice.year else ()
            evaluated = any(e.year == notice.year for e in round_.supervision.evaluations)
            if owing and evaluated:  # a notice of nobody's evaluation cannot be composed
                place = in_notice(round_.programme, notice.id, "year")
                names = "、".join(model.county_of(winner) for winner in owing)
                facts = (("winners", names), ("count", str(len(owing))), ("year", str(notice.year)))
                clause = round_.scheme.reporting.clause
                yield Diagnostic(EVALUATION_INCOMPLETE, place, "公文", notice.id, facts, clause)


REWARD_UNEVALUATED = error(
    "reward-unevaluated",
    "申报 {application} 在决定奖励之日（{decided_on}）还没有 {value} 年度的评价结果。",
    "请先登记绩效评价，或核对年度和日期。",
    "{application} had no evaluation of {value} when the reward was decided. Record the evaluation first.",
)


def rewards_after_evaluation(model: Model) -> Iterator[Diagnostic]:
    """A reward rests on an evaluation of its winner and year that was there when it was decided."""
    for round_ in model.rounds.values():
        evaluated = {(e.application, e.year): e.evaluated_on for e in round_.supervision.evaluations}
        for index, reward in enumerate(round_.supervision.rewards):
            day = evaluated.get((reward.application, reward.year))
            if day is None or day > reward.decided_on:
                place = in_supervision(round_.programme, "rewards", index, "year")
                facts = (("application", reward.application), ("decided_on", reward.decided_on.isoformat()))
                clause = round_.scheme.reporting.clause
                yield Diagnostic(REWARD_UNEVALUATED, place, "评价年度", str(reward.year), facts, clause)


REWARD_UNEARNED = error(
    "reward-unearned",
    "申报 {value} 的 {year} 年度评价等次为{grade}，次年不再支持，不应奖励。",
    "请删去这条奖励，或核对绩效评价。",
    "The evaluation of {value} for {year} ended its support; it earns no reward. Delete it, or correct the grade.",
)


def rewards_earned(model: Model) -> Iterator[Diagnostic]:
    """Nobody is rewarded for a year whose evaluation ended its support."""
    for round_ in model.rounds.values():
        ended = {(e.application, e.year): e.grade for e in round_.supervision.evaluations if e.continued is False}
        for index, reward in enumerate(round_.supervision.rewards):
            grade = ended.get((reward.application, reward.year))
            if grade:
                place = in_supervision(round_.programme, "rewards", index, "application")
                facts, clause = (("year", str(reward.year)), ("grade", grade)), round_.scheme.reporting.clause
                yield Diagnostic(REWARD_UNEARNED, place, "申报号", reward.application, facts, clause)


PLAQUE_UNASKED = warning(
    "plaque-unasked",
    "专项没有规定授牌，却有给申报 {value} 授牌的记录。",
    "请核实；专项规定授牌的，请在其监督条款中写明 plaque: true。",
    "The scheme gives no plaques, but {value} has one on record. Check which is right.",
)


def plaques_of_the_scheme(model: Model) -> Iterator[Diagnostic]:
    """Plaques given in a scheme that gives none are pointed out."""
    for round_ in model.rounds.values():
        for plaque in round_.supervision.plaques if not round_.scheme.reporting.plaque else ():
            place = in_supervision(round_.programme, "plaques", f"#application={plaque.application}")
            clause = round_.scheme.reporting.clause
            yield Diagnostic(PLAQUE_UNASKED, place, "申报号", plaque.application, clause=clause)


CANCELLATION_UNTOLD = warning(
    "cancellation-untold",
    "申报 {value} 的名号已于 {decided_on} 取消，还没有核准的取消名号或复核结果通知，网站上仍为有效。",
    "请起草并核准通知：invoke new notice --kind revocation。",
    "The title of {value} was cancelled on {decided_on}, but no approved notice tells it; the site calls it valid.",
)


def cancellations_told(model: Model) -> Iterator[Diagnostic]:
    """A cancelled title without an approved notice is pointed out: until then the public takes it for valid."""
    for round_ in model.rounds.values():
        notices = [n for n in standing(round_.notices, model.today) if n.kind in {"revocation", "recheck"}]
        told = {(n.application, None) if n.application else (None, n.year) for n in notices}
        for winner, revocation in round_.revoked.items():
            if not told & {(winner, None), (None, revocation.decided_on.year)}:
                place = in_supervision(round_.programme, "revocations", f"#application={winner}", "application")
                facts = (("decided_on", revocation.decided_on.isoformat()),)
                yield Diagnostic(CANCELLATION_UNTOLD, place, "申报号", winner, facts, round_.scheme.reporting.clause)


SITE_MEETING_MISSING = warning(
    "site-meeting-missing",
    "{value} 年没有召开现场会的记录。",
    "请在 supervision.yaml 的 site_meetings 中登记；没有召开的，请核实。",
    "No site meeting is on record for {value}.",
)


def site_meetings_held(model: Model) -> Iterator[Diagnostic]:
    """Where the scheme asks for it, each whole year from the announcement to the end of the plans has its meeting."""
    for round_ in _with(model, "supervision.yaml"):
        announced_on, ends = round_.announced_on, [winner.ends for winner in round_.with_outcome("selected")]
        if not (round_.scheme.reporting.site_meeting and announced_on and ends):
            continue
        over = min(model.today.year, int(max(ends)[:4]) + 1)
        held = {meeting.year for meeting in round_.supervision.site_meetings}
        for year in range(announced_on.year + 1, over):
            if year not in held:
                place = in_supervision(round_.programme, "site_meetings")
                clause = round_.scheme.reporting.clause
                yield Diagnostic(SITE_MEETING_MISSING, place, "现场会", str(year), clause=clause)


def site_meetings_of_their_year(model: Model) -> Iterator[Diagnostic]:
    """A site meeting was held in the year it counts for."""
    for round_ in model.rounds.values():
        for meeting in round_.supervision.site_meetings:
            if meeting.held_on.year != meeting.year:
                place = in_supervision(round_.programme, "site_meetings", f"#year={meeting.year}", "held_on")
                facts = (("year", str(meeting.year)),)
                yield Diagnostic(YEAR_DIFFERS, place, "召开日期", meeting.held_on.isoformat(), facts)


def leading_groups_of_their_round(model: Model) -> Iterator[Diagnostic]:
    """A leading group for the round is not older than its call."""
    for round_ in model.rounds.values():
        called: Dated = ("发布日期", round_.programme.schedule.called_on, in_programme(round_.programme, "schedule"))
        for group in round_.supervision.leading_groups:
            key = f"#application={group.application}"
            place = in_supervision(round_.programme, "leading_groups", key, "established_on")
            formed: Dated = ("成立日期", group.established_on, place)
            yield from days_in_order(called, formed, round_.scheme.reporting.clause)


LEADING_GROUP_MISSING = warning(
    "leading-group-missing",
    "以下申报还没有成立领导小组的记录：{value}。",
    "请核实后在 supervision.yaml 的 leading_groups 中登记。",
    "No leading group is on record for {value}.",
)


def leading_groups_set_up(model: Model) -> Iterator[Diagnostic]:
    """Where the scheme asks for it, winners have a leading group once the year of the announcement is over."""
    for round_ in _with(model, "supervision.yaml"):
        announced_on = round_.announced_on
        if not (round_.scheme.reporting.leading_group and announced_on and model.today.year > announced_on.year):
            continue
        formed = {group.application for group in round_.supervision.leading_groups} | round_.revoked.keys()
        lacking = [winner.id for winner in round_.with_outcome("selected") if winner.id not in formed]
        if lacking:
            place, clause = in_supervision(round_.programme, "leading_groups"), round_.scheme.reporting.clause
            yield Diagnostic(LEADING_GROUP_MISSING, place, "领导小组", "、".join(lacking), clause=clause)
