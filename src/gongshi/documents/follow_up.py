"""Notices after the announcement: money, reports, evaluation, rewards, cancelled titles, rechecks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from gongshi import typography
from gongshi.documents.composing import Composing
from gongshi.documents.notice import Notice
from gongshi.documents.outcomes import lacks_announcement
from gongshi.documents.round_view import PayerTotal
from gongshi.documents.rows import CancelledRow, ConfirmedRow, GradedRow, PaidRow
from gongshi.documents.writer import Lacking
from gongshi.model.notice import NoticeRecord
from gongshi.model.notice_facts import revocations_in
from gongshi.model.organ import Organ
from gongshi.model.round import Round
from gongshi.model.supervision import Evaluation, Payment, Revocation, Reward
from gongshi.public.follow_up import PublicEvaluation
from gongshi.rules.reports import planned_months


def compose_funding(c: Composing) -> Notice:
    """资金下达: each winner's money with its payer, and what each payer pays in all."""
    payments = [payment for payment in c.round.supervision.payments if payment.year == c.record.year]
    return _paying(c, payments)


def lacks_payments(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing if nothing is paid in that year."""
    paid = any(payment.year == record.year for payment in r.supervision.payments)
    return (
        None
        if paid
        else (f"{record.year}年度的资金下达记录（supervision.yaml 的 payments）", f"payments of {record.year}")
    )


def compose_reward(c: Composing) -> Notice:
    """奖励: each winner's reward with its payer, after the evaluation of a year."""
    rewards = [reward for reward in c.round.supervision.rewards if reward.year == c.record.year]
    issued = c.round.notices_of_kind.get("evaluation", ())
    judged = (n for n in issued if n.year == c.record.year and n.id in c.earlier)
    return _paying(c, rewards, evaluation=next((c.earlier[notice.id] for notice in judged), None))


def lacks_rewards(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing if nobody is rewarded for that year."""
    rewarded = any(reward.year == record.year for reward in r.supervision.rewards)
    return (
        None
        if rewarded
        else (f"{record.year}年度的奖励记录（supervision.yaml 的 rewards）", f"rewards of {record.year}")
    )


def _paying(c: Composing, items: Sequence[Payment | Reward], **further: Any) -> Notice:
    names = _payer_names(c)
    by_winner: dict[str, list[Payment | Reward]] = {}
    for item in items:
        by_winner.setdefault(item.application, []).append(item)
    rows = [
        PaidRow(winner, item.amount, names[item.payer])
        for winner in c.in_order(by_winner)
        for item in by_winner[winner.id]
    ]
    totals: dict[str, int] = {}
    for row in rows:
        totals[row.payer] = totals.get(row.payer, 0) + row.amount
    sums = [PayerTotal(payer, total) for payer, total in totals.items()]
    total = sum(totals.values())
    more: dict[str, Any] = {"rows": rows, "sums": sums, "total": total, "payers": _payers(c, items), **further}
    attachments = c.lists("payments", **more)
    return c.notice(addressees=c.view.programme.addressees, body=c.block("body", **more), attachments=attachments)


def _payers(c: Composing, items: Iterable[Payment | Reward]) -> tuple[Organ, ...]:
    """Organs that pay, each once."""
    return tuple(c.model.organs[payer] for payer in dict.fromkeys(item.payer for item in items))


def _payer_names(c: Composing) -> dict[str, str]:
    """Payers as tables name them; an organ that the scheme does not name as payer by its short name."""
    funding = c.view.scheme.funding
    names = {organ.id: organ.short_name for organ in c.model.organs.values()}
    named = {exception.payer: exception.payer_name for exception in funding.exceptions}
    return names | named | {funding.payer: funding.payer_name}


def compose_report_request(c: Composing) -> Notice:
    """进展报告: who reports on what, to whom, by when."""
    listed = c.in_order(_reporting(c.round, c.record))
    attachments = c.lists("reporting", listed=listed)
    paid = bool(c.view.payments or c.round.supervision.payments)
    body = c.block("body", listed=listed, paid=paid)
    return c.notice(addressees=c.view.programme.addressees, body=body, attachments=attachments)


def _reporting(r: Round, record: NoticeRecord) -> Iterator[str]:
    """Winners that owe a report for that month and whose title was not cancelled before."""
    month = f"{record.year}-{record.month:02}"
    for application in map(r.application, _keeping(r, record)):
        if month in planned_months(r, application):
            yield application.id


def lacks_report(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing for an announcement; or a reporting month of the scheme in which somebody's plan runs."""
    missing = lacks_announcement(r, record)
    if missing:
        return missing
    months = r.scheme.reporting.months
    if record.month not in months:
        return f"专项规定的报送月份（{typography.months(months)}）", "a month for which the scheme wants reports"
    return None if any(_reporting(r, record)) else ("当月仍在实施期内的列入地区", "a winner whose plan still runs")


def compose_evaluation(c: Composing) -> Notice:
    """绩效评价结果: grades by winner, and whose support goes on."""
    rows = _graded(c)
    numbers = Counter(row.evaluation.grade for row in rows)
    more: dict[str, Any] = {
        "rows": rows,
        "evaluators": list(dict.fromkeys(_evaluated(c)[row.winner.id].evaluator for row in rows)),
        "grades": [
            {"grade": grade, "number": numbers[grade]}
            for grade in dict.fromkeys((*c.view.scheme.reporting.grades, *numbers))
        ],
        "ended": [row.winner for row in rows if row.evaluation.continued is False],
        "decided": any(row.evaluation.continued is not None for row in rows),
    }
    attachments = c.lists("grades", **more)
    return c.notice(addressees=c.view.programme.addressees, body=c.block("body", **more), attachments=attachments)


def _evaluated(c: Composing) -> dict[str, Evaluation]:
    """Evaluations of the notice's year by application id."""
    return {e.application: e for e in c.round.supervision.evaluations if e.year == c.record.year}


def _graded(c: Composing) -> list[GradedRow]:
    found = _evaluated(c)
    winners = ((winner, found[winner.id]) for winner in c.in_order(found))
    return [GradedRow(winner, PublicEvaluation(e.year, e.grade, e.continued)) for winner, e in winners]


def lacks_evaluations(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing if nobody was evaluated for that year."""
    evaluated = any(evaluation.year == record.year for evaluation in r.supervision.evaluations)
    return (
        None
        if evaluated
        else (f"{record.year}年度的绩效评价记录（supervision.yaml 的 evaluations）", f"evaluations of {record.year}")
    )


def compose_revocation(c: Composing) -> Notice:
    """取消名号: one winner's, or all those of a year, each with the reason."""
    revocations = revocations_in(c.round, c.record)
    rows = _cancelled(c, revocations)
    attachments = c.lists("cancelled", cancelled=rows) if len(rows) > 1 else ()
    names = [row.winner for row in rows]
    body = c.block("body", rows=rows, cancelled=names, payers=_payers_of(c, revocations))
    return c.notice(addressees=c.view.programme.addressees, body=body, attachments=attachments)


def _payers_of(c: Composing, revocations: Iterable[Revocation]) -> tuple[Organ, ...]:
    """Organs whose money has to be settled where titles are cancelled."""
    lost = {revocation.application for revocation in revocations}
    return _payers(c, (payment for payment in c.round.supervision.payments if payment.application in lost))


def _cancelled(c: Composing, revocations: Iterable[Revocation]) -> list[CancelledRow]:
    found = {revocation.application: revocation for revocation in revocations}
    plaques = {plaque.application for plaque in c.round.supervision.plaques}
    winners = ((winner, found[winner.id]) for winner in c.in_order(found))
    return [CancelledRow(winner, r.decided_on, r.reason, winner.id in plaques) for winner, r in winners]


def lacks_revocation(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing if the record names neither application nor year, or no title was cancelled there."""
    if (record.application is None) == (record.year is None):
        return "申报号或者年度（只填一项）", "an application or a year, one of them"
    return (
        None
        if revocations_in(r, record)
        else ("取消名号的记录（supervision.yaml 的 revocations）", "a cancelled title")
    )


def compose_recheck(c: Composing) -> Notice:
    """复核结果: who keeps the title and who loses it, in one document."""
    revocations = _rechecked(c.round, c.record)
    cancelled = _cancelled(c, revocations)
    graded = {row.winner.id: row.evaluation.grade for row in _graded(c)}
    keeping = c.in_order(_keeping(c.round, c.record))
    confirmed = [ConfirmedRow(winner, graded.get(winner.id, "")) for winner in keeping]
    more: dict[str, Any] = {
        "confirmed": confirmed,
        "cancelled": cancelled,
        "graded": bool(graded),
        "payers": _payers_of(c, revocations),
    }
    names = ["confirmed", *(["cancelled"] if cancelled else [])]
    attachments = c.lists(*names, **more)
    return c.notice(addressees=c.view.programme.addressees, body=c.block("body", **more), attachments=attachments)


def _rechecked(r: Round, record: NoticeRecord) -> list[Revocation]:
    """Titles cancelled in that year, without those that an earlier notice of their own announced."""
    issued = [n for n in r.notices_of_kind.get("revocation", ()) if n.issued_on <= record.issued_on]
    announced = {found.application for n in issued if n.state != "draft" for found in revocations_in(r, n)}
    return [revocation for revocation in revocations_in(r, record) if revocation.application not in announced]


def _keeping(r: Round, record: NoticeRecord) -> Iterator[str]:
    """Winners whose title is not cancelled by the day of the notice."""
    for application in r.with_outcome("selected"):
        revocation = r.revoked.get(application.id)
        if revocation is None or revocation.decided_on > record.issued_on:
            yield application.id


def lacks_recheck(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing if the year has neither evaluations nor cancelled titles, or if nobody keeps the title."""
    if lacks_evaluations(r, record) and not revocations_in(r, record):
        return f"{record.year}年度的绩效评价或取消名号记录", f"evaluations or cancelled titles of {record.year}"
    return None if any(_keeping(r, record)) else ("保留名号的地区", "a winner that keeps its title")
