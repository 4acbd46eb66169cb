"""Rules on scores and outcomes: complete, within quota, by rank, without open ties."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from gongshi.diagnostics import Diagnostic, Place, Problem, error
from gongshi.model.located import Located
from gongshi.model.model import Model
from gongshi.model.ranking import RankedApplication
from gongshi.model.result import OUTCOME_NAMES, OutcomeName
from gongshi.model.round import Round

QUOTA_EXCEEDED = error(
    "quota-exceeded",
    "“{category}”列入 {count} 个（{winners}），名额为 {value} 个。",
    "请减少列入的申报，或更正名额。",
    "{count} winners in {category}, but the quota is {value}. Take out winners or correct the quota.",
)


def within_quota(r: Round, model: Model) -> Iterator[Diagnostic]:
    """No category has more winners than its quota this year, neither by the panel nor after substitution."""
    for category in r.scheme.categories:
        ids = [application.id for application in r.applications if application.category == category.id]
        by_panel, in_the_end = ([i for i in ids if o.get(i) == "selected"] for o in (r.proposed, r.outcomes))
        winners, quota = max(by_panel, in_the_end, key=len), r.programme.quota_of(category.id)
        if len(winners) > quota and category.id not in model.unread:
            last = model.at(r.results, "outcomes", f"#application={winners[-1]}", "outcome").called("名额")
            facts = {"category": category.name, "count": len(winners), "winners": "、".join(winners)}
            yield last.problem(QUOTA_EXCEEDED, value=quota, clause="programme.yaml 名额", **facts)


REASON_IDLE = error(
    "reason-idle",
    "结果为{outcome}的申报不写不按排名的理由（{value}）。",
    "请删去理由，或核对评审结果；理由只写给试点培育和未列入的申报。",
    "The reason {value} has no effect: only those left out whatever their rank have one. Delete it.",
)


def reasons_where_they_count(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Only applications that are left out have a reason why their rank does not count."""
    for outcome in r.results.outcomes if r.results else ():
        if outcome.reason and outcome.outcome in {"selected", "reserve"}:
            yield model.at(outcome, "reason").problem(REASON_IDLE, outcome=OUTCOME_NAMES[outcome.outcome])


OUTCOME_MISSING = error(
    "outcome-missing",
    "申报 {value} 没有评审结果。",
    "请在 results.yaml 的 outcomes 中补上一行：application: {value}, outcome: …。",
    "The application {value} has no outcome. Add it.",
)


def every_application_has_an_outcome(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Once there are results, each application has one."""
    for application in r.applications if r.results else ():
        if application.id not in r.outcomes and application.id not in model.unread:
            yield model.at(r.results, "outcomes").problem(OUTCOME_MISSING, value=application.id)


SCORE_MISSING = error(
    "score-missing",
    "申报 {value} 有评审结果，没有评审得分。",
    "请在 reviews.yaml 的 scores 中补上各专家的评分；撤回或不符合条件未评的，请在 results.yaml 中写明 reason。",
    "The application {value} has an outcome but no scores. Add them, or give the outcome a reason.",
)


def every_outcome_has_a_score(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Every outcome rests on a score, unless the record gives a reason why the application was left out."""
    file = f"{r.folder}/reviews.yaml"  # there may be none
    scored = {score.application for score in r.review.scores} if r.review else set()
    for application in r.outcomes if file not in model.unread else ():
        if application not in scored and application not in r.passed_over and application not in model.unread:
            yield Located(Place(file, ("scores",)), "评审得分", application).problem(SCORE_MISSING)


def _ranking(r: Round, model: Model) -> Iterator[tuple[str, list[RankedApplication]]]:
    """Category by category the ranked applications, the best first, without those that were passed over.

    Nothing for a round of which an application could not be read: the others would seem to follow one another.
    """
    named = r.applications_by_id.keys() | r.proposed.keys()
    for category, ranked in r.ranking.items() if named.isdisjoint(model.unread) else ():
        yield category, [one for one in ranked if one.application not in r.passed_over]


def _out_of_rank(
    r: Round, model: Model, problem: Problem, favoured: OutcomeName, others: Collection[OutcomeName]
) -> Iterator[Diagnostic]:
    """For each category the lowest favoured application, if one of the others ranks above it."""
    for _, ranked in _ranking(r, model):
        first = [one for one in ranked if r.proposed.get(one.application) == favoured]
        then = [one for one in ranked if r.proposed.get(one.application) in others]
        if first and then and then[0].rank < first[-1].rank:
            lowest, best = first[-1], then[0]
            found = model.at(r.results, "outcomes", f"#application={lowest.application}", "outcome").called("评审结果")
            of_lowest = {"rank": lowest.rank, "points": lowest.score}
            of_best = {"other": best.application, "other_rank": best.rank, "other_points": best.score}
            yield found.problem(problem, value=lowest.application, clause=_clause(r), **of_lowest, **of_best)


def _clause(r: Round) -> str:
    return r.programme.review.clause if r.programme.review else ""


RANK_BROKEN = error(
    "rank-broken",
    "{value} 列入，排第 {rank} 名（{points} 分）；同类未列入的 {other} 排第 {other_rank} 名（{other_points} 分）。",
    "请核对得分与结果；{other} 撤回或不符合条件的，请在它的结果中写明 reason。",
    "{value} is selected at rank {rank} ({points}), but {other} at rank {other_rank} ({other_points}) is not.",
)


def winners_by_rank(r: Round, model: Model) -> Iterator[Diagnostic]:
    """No application that the panel did not select ranks above one of its category that it selected."""
    yield from _out_of_rank(r, model, RANK_BROKEN, "selected", ("reserve", "pilot", "not_selected"))


RESERVE_BROKEN = error(
    "reserve-broken",
    "{value} 候补，排第 {rank} 名（{points} 分）；不候补的 {other} 排第 {other_rank} 名（{other_points} 分）。",
    "候补按名次递补，请核对结果；{other} 撤回或不符合条件的，请在它的结果中写明 reason。",
    "{value} is in reserve at rank {rank} ({points}), but {other} at rank {other_rank} ({other_points}) is not.",
)


def reserve_by_rank(r: Round, model: Model) -> Iterator[Diagnostic]:
    """No application that was left out ranks above one in reserve, for the reserve steps in by rank."""
    yield from _out_of_rank(r, model, RESERVE_BROKEN, "reserve", ("pilot", "not_selected"))


TIE_UNSETTLED = error(
    "tie-unsettled",
    "{tied} 同为第 {rank} 名（{value} 分），按同分比较次序仍不能分出先后，而结果须分先后。",
    "请补上评审办法规定的同分比较次序；办法没有规定的，由评审组织复评后更正得分。",
    "{tied} share rank {rank} ({value}) and no rule tells them apart. Complete the order of ties, or score anew.",
)


def ties_settled(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Applications that share a rank have the same outcome; in reserve they may wait side by side."""
    for category, ranked in _ranking(r, model):
        above = {one.application for one in ranked[: quota_line(r, category, ranked)]}
        for rank, shared in groupby(ranked, key=lambda one: one.rank):
            equals = list(shared)
            tied = [one.application for one in equals]
            if len(tied) > 1 and _matters(r, above, tied):
                found = model.at(r.review, "scores", f"#application={tied[-1]}").called("得分")
                facts = {"tied": "、".join(tied), "rank": rank}
                yield found.problem(TIE_UNSETTLED, value=equals[0].score, clause=_clause(r), **facts)


def _matters(r: Round, above: Collection[str], tied: Sequence[str]) -> bool:
    """Whether a shared rank makes a difference: to the panel's outcomes or, before there are any, to the quota.

    `above` holds the applications within the quota.
    """
    if r.proposed:
        outcomes = [r.proposed[i] for i in tied if i in r.proposed]
        return len({"out" if outcome in {"pilot", "not_selected"} else outcome for outcome in outcomes}) > 1
    return len({i in above for i in tied}) > 1


def quota_line(r: Round, category_id: str, ranked: Sequence[RankedApplication]) -> int:
    """How many of the ranked come before the end of the quota; one that was passed over does not count against it."""
    left = r.programme.quota_of(category_id)
    for index, one in enumerate(ranked):
        if left == 0:
            return index
        left -= one.application not in r.passed_over
    return len(ranked)
