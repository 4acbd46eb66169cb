"""What money of awards counts as announced, paid and given as a reward: the one definition of every page and file."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from gongshi.public.award import AwardStatus, PublicAward
from gongshi.public.follow_up import PublicPaid, PublicReward

GIVEN: tuple[AwardStatus, ...] = ("awarded", "revoked")
"""Whose money was announced: of a title that was cancelled later too, for it was announced and may have been paid."""
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Money:
    """Money of some awards, in 元; None where no document tells of any."""

    announced: int | None = None
    """What the lists of winners brought, as far as a document states it."""
    unstated: int = 0
    """Winners that get money of which no document states how much."""
    unfunded: int = 0
    """Winners to whom no money is given."""
    paid: int | None = None
    """What was paid, without rewards."""
    rewards: int | None = None
    """Rewards after evaluations."""


def money_of(awards: Iterable[PublicAward]) -> Money:
    """The money of some awards, those without a title passed over."""
    given = [award for award in awards if award.status in GIVEN]
    return Money(
        announced=total_of(award.amount for award in given if award.funded),
        unstated=sum(award.funded and award.amount is None for award in given),
        unfunded=sum(not award.funded for award in given),
        paid=total_of(paid_to(award) for award in given),
        rewards=total_of(rewards_of(award) for award in given),
    )


def money_by(
    awards: Iterable[PublicAward],
    of_award: Callable[[PublicAward], Key | None],
    of_payment: Callable[[PublicAward, PublicPaid | PublicReward], Key | None],
) -> Mapping[Key | None, Money]:
    """The money of some awards by group.

    Args:
        awards: The awards; those without a title are passed over.
        of_award: The group of what was announced for an award.
        of_payment: The group of a payment or reward to an award.
    """
    groups: defaultdict[Key | None, list[PublicAward]] = defaultdict(list)
    for award in awards:
        if award.status in GIVEN:
            groups[of_award(award)].append(award)
    given = [award for group in groups.values() for award in group]
    paid = sums_by((of_payment(award, payment), payment.amount) for award in given for payment in award.paid)
    rewards = sums_by((of_payment(award, reward), reward.amount) for award in given for reward in award.rewards)
    return {
        key: replace(money_of(groups.get(key, ())), paid=paid.get(key), rewards=rewards.get(key))
        for key in (*groups, *paid, *rewards)
    }


def sums_by(entries: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    """Amounts added up by their keys."""
    sums: Counter[Key] = Counter()
    for key, amount in entries:
        sums[key] += amount
    return dict(sums)


def paid_to(award: PublicAward) -> int | None:
    """What was paid to a winner over the years, without rewards; None if nothing was."""
    return total_of(payment.amount for payment in award.paid)


def rewards_of(award: PublicAward) -> int | None:
    """The rewards of a winner over the years; None if it had none."""
    return total_of(reward.amount for reward in award.rewards)


def total_of(amounts: Iterable[int | None]) -> int | None:
    """The sum of the amounts there are; None if there are none."""
    stated = [amount for amount in amounts if amount is not None]
    return sum(stated) if stated else None
