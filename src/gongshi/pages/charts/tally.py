"""Awards counted by their status, with their money: what stands in a row of a city, a year or a category."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gongshi.pages.values.cells import announced_cell
from gongshi.pages.values.money import Money, money_of
from gongshi.pages.values.table import Cell, Column, count_cell, wan_cell
from gongshi.public.types import PublicAward

TALLY = (
    Column("awarded", "已列入", "number"),
    Column("proposed", "拟列入", "number"),
    Column("pilots", "试点培育", "number"),
    Column("revoked", "已取消", "number"),
    Column("amount", "已公布（万元）", "number"),
    Column("paid", "已下达（万元）", "number"),
    Column("rewards", "奖励（万元）", "number"),
)
"""The columns of a tally."""


@dataclass(frozen=True)
class Tally:
    """How many awards of each status, and their money."""

    awarded: int
    proposed: int
    pilots: int
    revoked: int
    money: Money


def tally_of(awards: Iterable[PublicAward]) -> Tally:
    """Count awards and their money."""
    listed = tuple(awards)
    count = Counter(award.status for award in listed)
    return Tally(
        awarded=count["awarded"],
        proposed=count["proposed"],
        pilots=count["pilot"],
        revoked=count["revoked"],
        money=money_of(listed),
    )


def tally_cells(awards: Iterable[PublicAward]) -> dict[str, Cell]:
    """A tally's cells by the keys of its columns."""
    tally = tally_of(awards)
    return {
        "awarded": count_cell(tally.awarded),
        "proposed": count_cell(tally.proposed),
        "pilots": count_cell(tally.pilots),
        "revoked": count_cell(tally.revoked),
        "amount": announced_cell(tally.money),
        "paid": wan_cell(tally.money.paid),
        "rewards": wan_cell(tally.money.rewards),
    }
