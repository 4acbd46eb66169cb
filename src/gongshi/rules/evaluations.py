"""Rules on the yearly evaluation (绩效评价) and the rewards that follow from it."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.application import Application
from gongshi.model.base import Day
from gongshi.model.model import Model
from gongshi.model.round import Round

GRADE_UNKNOWN = error(
    "grade-unknown",
    "没有“{value}”这个评价等次，可用的等次：{grades}。",
    "请改正评价等次。",
    "There is no grade {value}. The scheme's grades: {grades}.",
)


def evaluations_graded(r: Round, model: Model) -> Iterator[Diagnostic]:
    """An evaluation's grade is one of the scheme's."""
    reporting = r.scheme.reporting
    for evaluation in r.supervision.evaluations if reporting.grades else ():
        if evaluation.grade not in reporting.grades:
            found, grades = model.at(evaluation, "grade"), "、".join(reporting.grades)
            yield found.problem(GRADE_UNKNOWN, clause=reporting.clause, grades=grades)


EVALUATION_YEAR = error(
    "evaluation-year",
    "评价年度（{value}）应在公布之年（{first}）和评价之年（{last}）之间。",
    "请核对评价年度和评价日期。",
    "An evaluation is of a year from {first} to {last}, not {value}.",
)


def evaluations_of_their_year(r: Round, model: Model) -> Iterator[Diagnostic]:
    """An evaluation is of a year between the announcement's and its own."""
    first = r.announced_on.year if r.announced_on else r.programme.year
    for evaluation in r.supervision.evaluations:
        last = evaluation.evaluated_on.year
        # For an evaluation before the announcement no year is right; its day is reported by another rule.
        if first <= last and not first <= evaluation.year <= last:
            found, clause = model.at(evaluation, "year"), r.scheme.reporting.clause
            yield found.problem(EVALUATION_YEAR, clause=clause, first=first, last=last)


def unevaluated(r: Round, year: int, today: Day) -> tuple[Application, ...]:
    """Winners with a plan in `year` that hold their title `today` and have no evaluation for that year by then."""
    evaluations = r.supervision.evaluations
    done = {e.application for e in evaluations if e.year == year and e.evaluated_on <= today} | r.revoked_by(today)
    owing = (winner for winner in r.with_outcome("selected") if winner.id not in done)
    return tuple(winner for winner in owing if int(winner.starts[:4]) <= year <= int(winner.ends[:4]))


EVALUATION_INCOMPLETE = warning(
    "evaluation-incomplete",
    "{year} 年度绩效评价的通知已经核准，还有 {count} 家没有该年度的评价结果：{winners}。",
    "请在 supervision.yaml 中登记它们的评价；不参加该年度评价的，请核实。",
    "The notice {value} tells the evaluation of {year}, but {count} winners have none on record: {winners}.",
)


def evaluations_of_all(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A warning for an approved notice on a year's evaluation if some winners have none for that year."""
    # A file that could not be read may hold them.
    if f"{r.folder}/supervision.yaml" in model.unread:
        return
    evaluated = {evaluation.year for evaluation in r.supervision.evaluations}
    for notice in model.now(r).of("evaluation"):
        # A notice of a year in which nobody was evaluated cannot be composed, which is an error by itself.
        owing = unevaluated(r, notice.year, model.today) if notice.year in evaluated else ()
        if owing:
            found, clause = model.at(notice, "year").called("公文"), r.scheme.reporting.clause
            names = "、".join(model.county_of(winner) for winner in owing)
            facts = {"winners": names, "count": len(owing), "year": notice.year}
            yield found.problem(EVALUATION_INCOMPLETE, value=notice.id, clause=clause, **facts)


REWARD_UNEVALUATED = error(
    "reward-unevaluated",
    "申报 {application} 在决定奖励之日（{decided_on}）还没有 {value} 年度的评价结果。",
    "请先登记绩效评价，或核对年度和日期。",
    "{application} had no evaluation of {value} when the reward was decided. Record the evaluation first.",
)


def rewards_after_evaluation(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A reward follows from an evaluation of its winner for its year, made by the day of the decision."""
    evaluated = {(e.application, e.year): e.evaluated_on for e in r.supervision.evaluations}
    for reward in r.supervision.rewards:
        day = evaluated.get((reward.application, reward.year))
        if day is None or day > reward.decided_on:
            facts = {"application": reward.application, "decided_on": reward.decided_on}
            clause = r.scheme.reporting.clause
            yield model.at(reward, "year").problem(REWARD_UNEVALUATED, clause=clause, **facts)


REWARD_UNEARNED = error(
    "reward-unearned",
    "申报 {value} 的 {year} 年度评价等次为{grade}，次年不再支持，不应奖励。",
    "请删去这条奖励，或核对绩效评价。",
    "The evaluation of {value} for {year} ended its support; it earns no reward. Delete it, or correct the grade.",
)


def rewards_earned(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Nobody is rewarded for a year whose evaluation ended its support."""
    ended = {(e.application, e.year): e.grade for e in r.supervision.evaluations if e.continued is False}
    for reward in r.supervision.rewards:
        if grade := ended.get((reward.application, reward.year)):
            found, clause = model.at(reward, "application"), r.scheme.reporting.clause
            yield found.problem(REWARD_UNEARNED, clause=clause, year=reward.year, grade=grade)
