"""What the public may see of a category in one round: quota, money, conditions, tasks, and who won."""

from dataclasses import dataclass

from gongshi.public.applicant import PublicApplicant


@dataclass(frozen=True)
class PublicCondition:
    """A condition in words with its clause."""

    statement: str
    clause: str


@dataclass(frozen=True)
class PublicTask:
    """A task and how many of it, in words, e.g. 10—15项."""

    name: str
    amount: str
    funded: bool
    clause: str


@dataclass(frozen=True)
class PublicCategory:
    """A category as a round's page shows it."""

    id: str
    name: str
    short_name: str
    places: int
    """This year's quota (名额)."""
    target: int | None
    amount: int | None
    """元 for one winner; None if the scheme states none."""
    amount_clause: str
    priority: str
    requirement: str
    further_tasks: str
    conditions: tuple[PublicCondition, ...]
    tasks: tuple[PublicTask, ...]
    awarded: int = 0
    """Winners in all public rounds of the scheme so far, without cancelled titles; to be compared with `target`."""
    funded: bool = True
    """Whether its winners get money; if so and `amount` is None, no document states how much."""
    winners: tuple[PublicApplicant, ...] = ()
    """Winners of the round in the order of divisions, for the lists of a notice; the site lists awards instead."""
    pilots: tuple[PublicApplicant, ...] = ()
    """Pilots of the round in the order of divisions, for the lists of a notice."""


@dataclass(frozen=True)
class PublicException:
    """A city that pays its own winners."""

    city: str
    payer: str
    """As tables name it."""
    statement: str
    """In a sentence."""


@dataclass(frozen=True)
class PublicPayment:
    """Money as announced, by category and payer."""

    category_name: str
    payer: str
    winners: int
    amount: int
    """元 for one winner."""
    total: int
    """元."""
