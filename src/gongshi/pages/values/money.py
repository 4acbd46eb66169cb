"""What money of awards counts as announced, paid and given as a reward: the one definition of every page and file."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongshi.public.types import AwardStatus, PublicAward

GIVEN: tuple[AwardStatus, ...] = ("awarded", "revoked")
"""Whose money was announced: of a title that was cancelled later too, for it was announced and may have been paid."""


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
        paid=total_of(payment.amount for award in given for payment in award.paid),
        rewards=total_of(reward.amount for award in given for reward in award.rewards),
    )


def total_of(amounts: Iterable[int | None]) -> int | None:
    """The sum of the amounts there are; None if there are none."""
    stated = [amount for amount in amounts if amount is not None]
    return sum(stated) if stated else None
