"""Which notices of a round stand: approved and not withdrawn. What a withdrawn one made known is not known."""

from collections.abc import Iterable

from gongshi.model.base import Day
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round


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
