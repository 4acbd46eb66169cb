"""What the public may see of a scheme: its categories with their targets, its money, its rounds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PublicBasis:
    """A policy document a scheme rests on."""

    title: str
    document_no: str


@dataclass(frozen=True)
class PublicFunding:
    """The money of a scheme in words."""

    statement: str
    years: int | None
    earmarked: bool
    exceptions: tuple[str, ...]
    """Cities that pay their own winners, in words."""
    clause: str


@dataclass(frozen=True)
class PublicTarget:
    """A category of a scheme: its target over the years, and what has been awarded."""

    category: str
    """Category id."""
    name: str
    short_name: str
    target: int | None
    """How many over the scheme's years; None if it does not say."""
    amount: int | None
    """元 for one winner; None if it states none."""
    amount_clause: str
    awarded: int
    """Winners in all public rounds, without cancelled titles."""
    proposed: int
    """In publicity now."""
    revoked: int
    """Cancelled titles."""
    funded: bool = True
    """Whether its winners get money; if so and `amount` is None, no document states how much."""


@dataclass(frozen=True)
class PublicScheme:
    """A multi-year scheme (专项) with a public round."""

    id: str
    name: str
    honour: str
    unit: str
    first_year: int
    last_year: int | None
    """Last year of its targets; None if it does not say."""
    basis: tuple[PublicBasis, ...]
    applicant: str
    targets: tuple[PublicTarget, ...]
    funding: PublicFunding
    reporting: str
    terms_title: str
    programmes: tuple[str, ...]
    """Ids of its public rounds, the latest first."""
