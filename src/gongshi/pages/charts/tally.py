"""Awards counted by their status, with their money: what stands in a row of a city, a year or a category."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gongshi.pages.values.cells import announced_cell
from gongshi.pages.values.money import Money, money_of
from gongshi.pages.values.table import Column, Spec, count_cell, money_cell
from gongshi.public.award import PublicAward


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
    return Tally(count["awarded"], count["proposed"], count["pilot"], count["revoked"], money_of(listed))


TALLY: Spec[Tally] = (
    (Column("awarded", "已列入", "number"), lambda tally: count_cell(tally.awarded)),
    (Column("proposed", "拟列入", "number"), lambda tally: count_cell(tally.proposed)),
    (Column("pilots", "试点培育", "number"), lambda tally: count_cell(tally.pilots)),
    (Column("revoked", "已取消", "number"), lambda tally: count_cell(tally.revoked)),
    (Column("amount", "已公布（万元）", "number"), lambda tally: announced_cell(tally.money)),
    (Column("paid", "已下达（万元）", "number"), lambda tally: money_cell(tally.money.paid)),
    (Column("rewards", "奖励（万元）", "number"), lambda tally: money_cell(tally.money.rewards)),
)
"""The columns of a tally."""
