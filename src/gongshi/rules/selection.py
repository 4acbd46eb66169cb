"""Rules on scores and outcomes: complete, within quota, by rank, without open ties."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from gongshi.diagnostics import Diagnostic, Problem, error
from gongshi.model.model import Model
from gongshi.model.result import OUTCOME_NAMES, OutcomeName
from gongshi.model.round import Round
from gongshi.rules.places import in_results, in_reviews
from gongshi.rules.ranking import Standing, passed_over, quota_line, rank
from gongshi.rules.review import unsound

QUOTA_EXCEEDED = error(
    "quota-exceeded",
    "“{category}”列入 {count} 个（{winners}），名额为 {value} 个。",
    "请减少列入的申报，或更正名额。",
    "{count} winners in {category}, but the quota is {value}. Take out winners or correct the quota.",
)


def within_quota(model: Model) -> Iterator[Diagnostic]:
    """No category has more winners than places this year, neither by the panel nor after substitution."""
    for round_ in model.rounds.values():
        for category in round_.scheme.categories:
            ids = [application.id for application in round_.applications if application.category == category.id]
            by_panel, in_the_end = (
                [i for i in ids if outcomes.get(i) == "selected"] for outcomes in (round_.proposed, round_.outcomes)
            )
            winners = max(by_panel, in_the_end, key=len)
            places = round_.programme.places(category.id)
            if len(winners) > places and category.id not in model.unread:
                place = in_results(round_.programme, "outcomes", f"#application={winners[-1]}", "outcome")
                facts = (("category", category.name), ("count", str(len(winners))), ("winners", "、".join(winners)))
                yield Diagnostic(QUOTA_EXCEEDED, place, "名额", str(places), facts, clause="programme.yaml 名额")


REASON_IDLE = error(
    "reason-idle",
    "结果为{outcome}的申报不写不按排名的理由（{value}）。",
    "请删去理由，或核对评审结果；理由只写给试点培育和未列入的申报。",
    "The reason {value} has no effect: only those left out whatever their rank have one. Delete it.",
)


def reasons_where_they_count(model: Model) -> Iterator[Diagnostic]:
    """A reason why the rank does not count stands only with those that are left out."""
    for round_ in model.rounds.values():
        for outcome in round_.results.outcomes if round_.results else ():
            if outcome.reason and outcome.outcome in {"selected", "reserve"}:
                place = in_results(round_.programme, "outcomes", f"#application={outcome.application}", "reason")
                facts = (("outcome", OUTCOME_NAMES[outcome.outcome]),)
                yield Diagnostic(REASON_IDLE, place, "不按排名的理由", outcome.reason, facts)


OUTCOME_MISSING = error(
    "outcome-missing",
    "申报 {value} 没有评审结果。",
    "请在 results.yaml 的 outcomes 中补上一行：application: {value}, outcome: …。",
    "The application {value} has no outcome. Add it.",
)


def every_application_has_an_outcome(model: Model) -> Iterator[Diagnostic]:
    """Once there are results, each application has one."""
    for round_ in model.rounds.values():
        if round_.results is None:
            continue
        for application in round_.applications:
            if application.id not in round_.outcomes and application.id not in model.unread:
                place = in_results(round_.programme, "outcomes")
                yield Diagnostic(OUTCOME_MISSING, place, "评审结果", application.id)


SCORE_MISSING = error(
    "score-missing",
    "申报 {value} 有评审结果，没有评审得分。",
    "请在 reviews.yaml 的 scores 中补上各专家的评分；撤回或不符合条件未评的，请在 results.yaml 中写明 reason。",
    "The application {value} has an outcome but no scores. Add them, or give the outcome a reason.",
)


def every_outcome_has_a_score(model: Model) -> Iterator[Diagnostic]:
    """Nothing is selected or refused without a score, unless the record says why it was left out."""
    for round_ in model.rounds.values():
        scored = {score.application for score in round_.review.scores} if round_.review else set()
        settled = scored | passed_over(round_).keys() | model.unread
        unread = f"content/programmes/{round_.programme.id}/reviews.yaml" in model.unread
        for application in round_.outcomes:
            if application not in settled and not unread:
                yield Diagnostic(SCORE_MISSING, in_reviews(round_.programme, "scores"), "评审得分", application)


def _rankings(model: Model) -> Iterator[tuple[Round, str, list[Standing]]]:
    """Category by category the standings that count, without the passed over.

    Rounds are left out whose scores break a rule or could not all be read: their ranks would follow from a slip.
    """
    faulty = unsound(model)
    for round_ in model.rounds.values():
        named = {application.id for application in round_.applications} | round_.proposed.keys()
        if round_.programme.id not in faulty and not named & model.unread:
            out = passed_over(round_)
            for category, standings in rank(round_).items():
                yield round_, category, [s for s in standings if s.application not in out]


def _out_of_rank(
    model: Model, problem: Problem, favoured: OutcomeName, others: Collection[OutcomeName]
) -> Iterator[Diagnostic]:
    """For each category the lowest favoured standing, if one of the others ranks above it."""
    for round_, _, standings in _rankings(model):
        first = [s for s in standings if round_.proposed.get(s.application) == favoured]
        then = [s for s in standings if round_.proposed.get(s.application) in others]
        if first and then and then[0].rank < first[-1].rank:
            lowest, best = first[-1], then[0]
            place = in_results(round_.programme, "outcomes", f"#application={lowest.application}", "outcome")
            facts = (
                ("rank", str(lowest.rank)),
                ("points", str(lowest.score)),
                ("other", best.application),
                ("other_rank", str(best.rank)),
                ("other_points", str(best.score)),
            )
            yield Diagnostic(problem, place, "评审结果", lowest.application, facts, clause=_clause(round_))


def _clause(round_: Round) -> str:
    return round_.programme.review.clause if round_.programme.review else ""


RANK_BROKEN = error(
    "rank-broken",
    "{value} 列入，排第 {rank} 名（{points} 分）；同类未列入的 {other} 排第 {other_rank} 名（{other_points} 分）。",
    "请核对得分与结果；{other} 撤回或不符合条件的，请在它的结果中写明 reason。",
    "{value} is selected at rank {rank} ({points}), but {other} at rank {other_rank} ({other_points}) is not.",
)


def winners_by_rank(model: Model) -> Iterator[Diagnostic]:
    """Within a category nobody whom the panel did not select stands before one whom it did."""
    yield from _out_of_rank(model, RANK_BROKEN, "selected", ("reserve", "pilot", "not_selected"))


RESERVE_BROKEN = error(
    "reserve-broken",
    "{value} 候补，排第 {rank} 名（{points} 分）；不候补的 {other} 排第 {other_rank} 名（{other_points} 分）。",
    "候补按名次递补，请核对结果；{other} 撤回或不符合条件的，请在它的结果中写明 reason。",
    "{value} is in reserve at rank {rank} ({points}), but {other} at rank {other_rank} ({other_points}) is not.",
)


def reserve_by_rank(model: Model) -> Iterator[Diagnostic]:
    """The reserve is next in rank: nobody left out stands before one in reserve, for it steps in by rank."""
    yield from _out_of_rank(model, RESERVE_BROKEN, "reserve", ("pilot", "not_selected"))


TIE_UNSETTLED = error(
    "tie-unsettled",
    "{tied} 同为第 {rank} 名（{value} 分），按同分比较次序仍不能分出先后，而结果须分先后。",
    "请补上评审办法规定的同分比较次序；办法没有规定的，由评审组织复评后更正得分。",
    "{tied} share rank {rank} ({value}) and no rule tells them apart. Complete the order of ties, or score anew.",
)


def ties_settled(model: Model) -> Iterator[Diagnostic]:
    """Applications that no rule tells apart do not differ in their outcome; in reserve they may wait side by side."""
    for round_, category, standings in _rankings(model):
        for place_, shared in groupby(standings, key=lambda s: s.rank):
            tied = [standing.application for standing in shared]
            if len(tied) > 1 and _matters(round_, category, standings, tied):
                place = in_reviews(round_.programme, "scores", f"#application={tied[-1]}")
                score = next(str(standing.score) for standing in standings if standing.rank == place_)
                facts = (("tied", "、".join(tied)), ("rank", str(place_)))
                yield Diagnostic(TIE_UNSETTLED, place, "得分", score, facts, clause=_clause(round_))


def _matters(round_: Round, category: str, standings: Sequence[Standing], tied: Sequence[str]) -> bool:
    """Whether a shared rank must be settled: by the panel's outcomes or, before there are any, by the quota."""
    outcomes = [round_.proposed[i] for i in tied if i in round_.proposed]
    if round_.proposed:
        treated = {"out" if outcome in {"pilot", "not_selected"} else outcome for outcome in outcomes}
        return len(treated) > 1
    above = {standing.application for standing in standings[: quota_line(round_, category, standings)]}
    return bool(above & set(tied)) and not above >= set(tied)
