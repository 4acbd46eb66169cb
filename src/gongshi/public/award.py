"""What the public may see of an award: its area, its plan and projects, its money, and what followed it."""

from dataclasses import dataclass
from typing import Literal

from gongshi.public.follow_up import PublicEvaluation, PublicPaid, PublicReport, PublicReward

AwardStatus = Literal["proposed", "awarded", "pilot", "revoked", "dropped"]
"""拟列入 (in publicity), 已列入, 试点培育, 已取消 (its title was taken away; it stays listed),
不再列入 (it was made public as proposed and fell out before the announcement; its page stays)."""


@dataclass(frozen=True)
class PublicProjectItem:
    """A project of a winner."""

    firm: str
    name: str
    brief: str
    investment: int
    """元."""
    starts: str
    ends: str


@dataclass(frozen=True)
class PublicAward:
    """A winner, proposed winner or pilot."""

    id: str
    """Programme id and application id, joined by a full stop, which no id may hold: also its page's name."""
    programme: str
    division: str
    """Division id."""
    county: str
    """Name of the division at the time of the award."""
    city: str
    category: str
    """Category id."""
    category_name: str
    status: AwardStatus
    plan_title: str
    amount: int | None
    """元; None if the scheme states none, gives none, or the winner is only a pilot."""
    payer: str
    """As tables name it; empty if no money is given."""
    starts: str
    ends: str
    projects: tuple[PublicProjectItem, ...]
    notices: tuple[str, ...]
    """Keys (programme/id) of the notices that name it."""
    revoked_on: str = ""
    """ISO date of the decision that took the title away."""
    revoked_by: str = ""
    """Key of the notice that announced it."""
    dropped_on: str = ""
    """ISO date of the notice that announced that it fell out."""
    dropped_by: str = ""
    """Key of the notice that announced it."""
    leading_group_on: str = ""
    """ISO date on which its leading group was set up, where the scheme asks for one."""
    plaque_on: str = ""
    """ISO date on which it was given its plaque."""
    reports: tuple[PublicReport, ...] = ()
    paid: tuple[PublicPaid, ...] = ()
    evaluations: tuple[PublicEvaluation, ...] = ()
    rewards: tuple[PublicReward, ...] = ()
    funded: bool = True
    """Whether money is given at all: not to a pilot, and not where the scheme has an amount for others alone."""
