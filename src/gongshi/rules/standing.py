"""Which notices of a round stand: approved and not withdrawn. What a withdrawn one made known is not known."""

from collections.abc import Iterable, Iterator

from gongshi.diagnostics import Diagnostic, error
from gongshi.model.base import Day
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round
from gongshi.rules.places import in_notice

_REPEATABLE = frozenset({"supplement", "correction", "withdrawal"})
"""Kinds of which a round may have several with the same subject."""


def standing(notices: Iterable[NoticeRecord], day: Day) -> tuple[NoticeRecord, ...]:
    """The notices that are more than a draft and that no withdrawal issued by that day has taken back.

    A withdrawal that was itself withdrawn takes nothing back.
    """
    approved = tuple(notice for notice in notices if notice.state != "draft")
    withdrawals = [notice for notice in approved if notice.kind == "withdrawal" and notice.issued_on <= day]
    gone: set[str | None] = set()
    for withdrawal in sorted(withdrawals, key=lambda notice: notice.issued_on)[::-1]:
        if withdrawal.id not in gone:
            gone.add(withdrawal.concerns)
    return tuple(notice for notice in approved if notice.id not in gone)


def pilots_apart(round_: Round) -> bool:
    """Whether the pilots have a notice of their own, if only a draft: then the announcement does not name them."""
    return any(notice.kind == "pilots" for notice in round_.notices)


NOTICE_REPEATED = error(
    "notice-repeated",
    "公文 {id} 与 {other} 文种相同、所涉事项相同，都有效。",
    "请只保留一件；前一件有误的，请更正，或者撤回后另发。",
    "The notices {id} and {other} are of the same kind and about the same matter. Keep one, or withdraw one.",
)


def told_once(model: Model) -> Iterator[Diagnostic]:
    """A round has no two standing notices of the same kind with the same subject: money would be told twice."""
    for round_ in model.rounds.values():
        first: dict[tuple[object, ...], str] = {}
        for n in standing(round_.notices, model.today):
            key = (n.kind, n.application, n.publicity, n.objection, n.expert, n.year, n.month)
            if key in first and n.kind not in _REPEATABLE:
                place = in_notice(round_.programme, n.id, "kind")
                yield Diagnostic(NOTICE_REPEATED, place, "文种", n.kind, (("id", n.id), ("other", first[key])))
            first.setdefault(key, n.id)
