"""Awards counted by their status, with their money: what stands in a row of a city, a year or a category."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gongshi.pages.tables.table import Cell, Column, count_cell, wan_cell
from gongshi.public.types import PublicAward

__all__ = ["TALLY", "Tally", "tally_cells", "tally_of"]

TALLY = (
    Column("awarded", "已列入", "number"),
    Column("proposed", "拟列入", "number"),
    Column("pilots", "试点培育", "number"),
    Column("revoked", "已取消", "number"),
    Column("amount", "文件载明资金（万元）", "number"),
    Column("paid", "已下达（万元）", "number"),
)
"""The columns of a tally."""


@dataclass(frozen=True)
class Tally:
    """How many awards of each status, and their money."""

    awarded: int
    proposed: int
    pilots: int
    revoked: int
    amount: int | None
    """元 for those awarded; None if no document states any."""
    paid: int | None
    """元; None if nothing was paid so far."""


def tally_of(awards: Iterable[PublicAward]) -> Tally:
    """Count awards; a cancelled title brings no money, but what it was paid was paid."""
    listed = tuple(awards)
    count = Counter(award.status for award in listed)
    amounts = [award.amount for award in listed if award.status == "awarded" and award.amount is not None]
    paid = [payment.amount for award in listed for payment in award.paid]
    return Tally(
        awarded=count["awarded"],
        proposed=count["proposed"],
        pilots=count["pilot"],
        revoked=count["revoked"],
        amount=sum(amounts) if amounts else None,
        paid=sum(paid) if paid else None,
    )


def tally_cells(awards: Iterable[PublicAward]) -> dict[str, Cell]:
    """A tally's cells by the keys of its columns."""
    tally = tally_of(awards)
    return {
        "awarded": count_cell(tally.awarded),
        "proposed": count_cell(tally.proposed),
        "pilots": count_cell(tally.pilots),
        "revoked": count_cell(tally.revoked),
        "amount": wan_cell(tally.amount, "文件未载明") if tally.awarded else wan_cell(None),
        "paid": wan_cell(tally.paid),
    }
