"""Rules on the days of notices: none is dated before what it tells has happened."""

from collections.abc import Callable, Iterator, Mapping

from gongshi.diagnostics import Diagnostic
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round
from gongshi.rules.order import Dated, days_in_order
from gongshi.rules.places import in_notice, in_objections, in_programme, in_reviews, in_supervision

Told = Callable[[Round, NoticeRecord], Iterator[Dated]]
"""What a notice of a kind tells, with its days."""


def _call(round_: Round, _notice: NoticeRecord) -> Iterator[Dated]:
    place = in_programme(round_.programme, "schedule", "called_on")
    yield "发布日期", round_.programme.schedule.called_on, place


def _review(round_: Round, _notice: NoticeRecord) -> Iterator[Dated]:
    if round_.review:
        yield "评审日期", round_.review.held_on, in_reviews(round_.programme, "held_on")


def _objection(round_: Round, notice: NoticeRecord) -> Iterator[Dated]:
    for objection in (o for o in round_.objections if o.id == notice.objection):
        place = in_objections(round_.programme, objection.id, "received_on")
        yield "异议收到日期", objection.received_on, place
        if objection.decided_on:
            place = in_objections(round_.programme, objection.id, "decided_on")
            yield "异议办结日期", objection.decided_on, place


def _payments(round_: Round, notice: NoticeRecord) -> Iterator[Dated]:
    for payment in (p for p in round_.supervision.payments if p.year == notice.year):
        place = in_supervision(round_.programme, "payments", f"#id={payment.id}", "decided_on")
        yield "资金下达日期", payment.decided_on, place


def _evaluations(round_: Round, notice: NoticeRecord) -> Iterator[Dated]:
    for index, evaluation in enumerate(round_.supervision.evaluations):
        if evaluation.year == notice.year:
            place = in_supervision(round_.programme, "evaluations", index, "evaluated_on")
            yield "评价日期", evaluation.evaluated_on, place


def _rewards(round_: Round, notice: NoticeRecord) -> Iterator[Dated]:
    for index, reward in enumerate(round_.supervision.rewards):
        if reward.year == notice.year:
            place = in_supervision(round_.programme, "rewards", index, "decided_on")
            yield "奖励决定日期", reward.decided_on, place


def _revocations(round_: Round, notice: NoticeRecord) -> Iterator[Dated]:
    """Of the one application that the notice names, or of its year."""
    for application, revocation in round_.revoked.items():
        if notice.application == application or (not notice.application and revocation.decided_on.year == notice.year):
            place = in_supervision(round_.programme, "revocations", f"#application={application}", "decided_on")
            yield "取消名号决定日期", revocation.decided_on, place


def _recheck(round_: Round, notice: NoticeRecord) -> Iterator[Dated]:
    yield from _evaluations(round_, notice)
    yield from _revocations(round_, notice)


TOLD: Mapping[str, Told] = {
    "supplement": _call,
    "minutes": _review,
    "score-summary": _review,
    "objection-reply": _objection,
    "funding": _payments,
    "evaluation": _evaluations,
    "reward": _rewards,
    "revocation": _revocations,
    "recheck": _recheck,
}
"""By kind. Kinds whose day the round itself names, or that follow the announcement alone, have rules of their own."""


def notices_after_what_they_tell(model: Model) -> Iterator[Diagnostic]:
    """A reply, a payment, an evaluation, a reward, a cancelled title is not told before the day of its decision."""
    for round_ in model.rounds.values():
        for notice in round_.notices:
            told = list(TOLD[notice.kind](round_, notice)) if notice.kind in TOLD else []
            if told:
                place = in_notice(round_.programme, notice.id, "issued_on")
                last = max(told, key=lambda dated: dated[1])
                yield from days_in_order(last, ("成文日期", notice.issued_on, place), _clause(round_, notice))


def _clause(round_: Round, notice: NoticeRecord) -> str:
    """Where what the notice tells is ruled; empty for what nothing but its own day rules."""
    own = {"objection-reply": round_.programme.publicity.clause, "funding": round_.scheme.funding.clause}
    supervised = {"evaluation", "reward", "revocation", "recheck"}
    return round_.scheme.reporting.clause if notice.kind in supervised else own.get(notice.kind, "")
