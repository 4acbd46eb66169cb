"""Rules on scores and outcomes: complete, within quota, by rank."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic
from gongshi.model.whole import Model
from gongshi.rules.places import in_results, in_reviews
from gongshi.rules.ranking import rank


def within_quota(model: Model) -> Iterator[Diagnostic]:
    """No category has more winners than places this year; the winners over the quota are named."""
    for round_ in model.rounds.values():
        for category in round_.scheme.categories:
            winners = list(round_.with_outcome("selected", category))
            places = round_.programme.places(category.id)
            if len(winners) > places and category.id not in model.unread:
                place = in_results(round_.programme, "outcomes", f"#application={winners[-1].id}", "outcome")
                names = "、".join(winner.id for winner in winners)
                facts = (("category", category.name), ("count", str(len(winners))), ("winners", names))
                yield Diagnostic("quota-exceeded", place, "名额", str(places), facts, clause="programme.yaml 名额")


def every_application_has_an_outcome(model: Model) -> Iterator[Diagnostic]:
    """Once there are results, each application has one."""
    for round_ in model.rounds.values():
        if round_.results is None:
            continue
        for application in round_.applications:
            if application.id not in round_.outcomes and application.id not in model.unread:
                place = in_results(round_.programme, "outcomes")
                yield Diagnostic("outcome-missing", place, "评审结果", application.id)


def every_outcome_has_a_score(model: Model) -> Iterator[Diagnostic]:
    """Nothing is selected or refused without a score."""
    for round_ in model.rounds.values():
        scored = {score.application for score in round_.review.scores} if round_.review else set()
        unread = f"content/programmes/{round_.programme.id}/reviews.yaml" in model.unread
        for application in round_.outcomes:
            if application not in scored and application not in model.unread and not unread:
                yield Diagnostic("score-missing", in_reviews(round_.programme, "scores"), "评审得分", application)


def winners_by_rank(model: Model) -> Iterator[Diagnostic]:
    """Within a category nobody whom the panel did not select stands before one whom it did."""
    for round_ in model.rounds.values():
        for standings in rank(round_).values():
            winners = [s for s in standings if round_.proposed.get(s.application) == "selected"]
            others = [s for s in standings if round_.proposed.get(s.application) not in {"selected", None}]
            if winners and others and others[0].rank < winners[-1].rank:
                lowest, best = winners[-1], others[0]
                place = in_reviews(round_.programme, "scores", f"#application={lowest.application}")
                facts = (
                    ("points", str(lowest.score)),
                    ("other", best.application),
                    ("other_points", str(best.score)),
                )
                yield Diagnostic("rank-broken", place, "得分", lowest.application, facts, clause="择优")
