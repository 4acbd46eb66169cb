"""Rules on what follows the award: of winners only, in its time, once; evaluation, reward, meetings, leading groups."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongshi.diagnostics import Diagnostic, Place
from gongshi.model.application import Application
from gongshi.model.base import Day
from gongshi.model.result import OUTCOME_NAMES
from gongshi.model.supervision import Evaluation
from gongshi.model.whole import Model, Round
from gongshi.rules.order import Dated, not_before
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


def supervised_are_winners(model: Model) -> Iterator[Diagnostic]:
    """Payments, reports, evaluations, rewards, plaques and cancelled titles are of winners; a pilot is none."""
    for round_ in _with(model, "results.yaml"):
        known = {application.id for application in round_.applications}
        for act in _acts(round_):
            outcome = round_.outcomes.get(act.application, "not_selected")
            if outcome != "selected" and act.application in known - model.unread:
                facts = (("outcome", OUTCOME_NAMES[outcome]),)
                clause = round_.scheme.reporting.clause
                yield Diagnostic("not-a-winner", act.at("application"), "申报号", act.application, facts, clause)


def nothing_before_announcement(model: Model) -> Iterator[Diagnostic]:
    """No money, report, evaluation, reward, plaque or cancelled title before the announcement."""
    for round_ in _with(model, "results.yaml"):
        announced_on, clause = round_.announced_on, round_.programme.publicity.clause
        following = [(act, act.day) for act in _acts(round_) if act.day and act.follows]
        if announced_on is None and following:  # one cause, told once
            place = in_results(round_.programme, "announced_on") if round_.results else following[0][0].place
            yield Diagnostic("announcement-missing", place, "公布日期", str(len(following)), clause=clause)
        for act, day in following:
            if announced_on and day < announced_on:
                facts = (("announced", announced_on.isoformat()),)
                yield Diagnostic("before-announcement", act.at(act.field), act.name, day.isoformat(), facts, clause)


def nothing_recorded_ahead(model: Model) -> Iterator[Diagnostic]:
    """What is recorded as done is not dated after today; pointed out once for each round."""
    for round_ in model.rounds.values():
        ahead = sorted(
            ((act.day, act) for act in _acts(round_) if act.day and act.day > model.today), key=lambda one: one[0]
        )
        if ahead:
            day, act = ahead[0]
            facts = (("count", str(len(ahead))), ("today", model.today.isoformat()))
            yield Diagnostic("future-record", act.at(act.field), act.name, day.isoformat(), facts)


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
                yield Diagnostic("after-revocation", at, field, value, facts, clause)


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
                yield Diagnostic("recorded-twice", place, field, value, (("application", application),))
            seen.add((items, application, value))


def _evaluations(model: Model) -> Iterator[tuple[Round, int, Evaluation]]:
    for round_ in model.rounds.values():
        for index, evaluation in enumerate(round_.supervision.evaluations):
            yield round_, index, evaluation


def evaluations_graded(model: Model) -> Iterator[Diagnostic]:
    """An evaluation's grade is one of the scheme's."""
    for round_, index, evaluation in _evaluations(model):
        grades = round_.scheme.reporting.grades
        if grades and evaluation.grade not in grades:
            place = in_supervision(round_.programme, "evaluations", index, "grade")
            facts = (("grades", "、".join(grades)),)
            yield Diagnostic(
                "grade-unknown", place, "评价等次", evaluation.grade, facts, round_.scheme.reporting.clause
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
            yield Diagnostic("evaluation-year", place, "评价年度", str(evaluation.year), facts, clause)


def unevaluated(round_: Round, year: int, today: Day) -> tuple[Application, ...]:
    """Winners under plan in a year that keep their title on a day and have not been evaluated for the year by then."""
    evaluations, revoked = round_.supervision.evaluations, round_.revoked_by(today)
    done = {e.application for e in evaluations if e.year == year and e.evaluated_on <= today} | revoked
    owing = (winner for winner in round_.with_outcome("selected") if winner.id not in done)
    return tuple(winner for winner in owing if int(winner.starts[:4]) <= year <= int(winner.ends[:4]))


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
                yield Diagnostic("evaluation-incomplete", place, "公文", notice.id, facts, clause)


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
                yield Diagnostic("reward-unevaluated", place, "评价年度", str(reward.year), facts, clause)


def rewards_earned(model: Model) -> Iterator[Diagnostic]:
    """Nobody is rewarded for a year whose evaluation ended its support."""
    for round_ in model.rounds.values():
        ended = {(e.application, e.year): e.grade for e in round_.supervision.evaluations if e.continued is False}
        for index, reward in enumerate(round_.supervision.rewards):
            grade = ended.get((reward.application, reward.year))
            if grade:
                place = in_supervision(round_.programme, "rewards", index, "application")
                facts, clause = (("year", str(reward.year)), ("grade", grade)), round_.scheme.reporting.clause
                yield Diagnostic("reward-unearned", place, "申报号", reward.application, facts, clause)


def plaques_of_the_scheme(model: Model) -> Iterator[Diagnostic]:
    """Plaques given in a scheme that gives none are pointed out."""
    for round_ in model.rounds.values():
        for plaque in round_.supervision.plaques if not round_.scheme.reporting.plaque else ():
            place = in_supervision(round_.programme, "plaques", f"#application={plaque.application}")
            clause = round_.scheme.reporting.clause
            yield Diagnostic("plaque-unasked", place, "申报号", plaque.application, clause=clause)


def cancellations_told(model: Model) -> Iterator[Diagnostic]:
    """A cancelled title without an approved notice is pointed out: until then the public takes it for valid."""
    for round_ in model.rounds.values():
        notices = [n for n in standing(round_.notices, model.today) if n.kind in {"revocation", "recheck"}]
        told = {(n.application, None) if n.application else (None, n.year) for n in notices}
        for winner, revocation in round_.revoked.items():
            if not told & {(winner, None), (None, revocation.decided_on.year)}:
                place = in_supervision(round_.programme, "revocations", f"#application={winner}", "application")
                facts = (("decided_on", revocation.decided_on.isoformat()),)
                yield Diagnostic("cancellation-untold", place, "申报号", winner, facts, round_.scheme.reporting.clause)


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
                yield Diagnostic("site-meeting-missing", place, "现场会", str(year), clause=clause)


def site_meetings_of_their_year(model: Model) -> Iterator[Diagnostic]:
    """A site meeting was held in the year it counts for."""
    for round_ in model.rounds.values():
        for meeting in round_.supervision.site_meetings:
            if meeting.held_on.year != meeting.year:
                place = in_supervision(round_.programme, "site_meetings", f"#year={meeting.year}", "held_on")
                facts = (("year", str(meeting.year)),)
                yield Diagnostic("year-differs", place, "召开日期", meeting.held_on.isoformat(), facts)


def leading_groups_of_their_round(model: Model) -> Iterator[Diagnostic]:
    """A leading group for the round is not older than its call."""
    for round_ in model.rounds.values():
        called: Dated = ("发布日期", round_.programme.schedule.called_on, in_programme(round_.programme, "schedule"))
        for group in round_.supervision.leading_groups:
            key = f"#application={group.application}"
            place = in_supervision(round_.programme, "leading_groups", key, "established_on")
            formed: Dated = ("成立日期", group.established_on, place)
            yield from not_before(called, formed, round_.scheme.reporting.clause)


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
            yield Diagnostic("leading-group-missing", place, "领导小组", "、".join(lacking), clause=clause)
