"""What the public may see of an applicant in a list: who it is, what it applied for, what it gets."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class PublicIncoming:
    """The document by which an application came in; a reply names it."""

    title: str
    document_no: str
    dated: dt.date


@dataclass(frozen=True)
class PublicApplicant:
    """An applicant, proposed winner, winner or pilot as notices name it."""

    id: str
    """Application id."""
    division: str
    """Division id."""
    county: str
    """Name of the county, city, district or zone."""
    city: str
    """Name of its prefecture-level city."""
    zone: bool
    """Whether it is a zone, which has a committee in the place of a government."""
    category: str
    """Category id."""
    category_name: str
    plan_title: str
    starts: str
    """First month of its plan, as 2014-07."""
    ends: str
    """Last month of its plan."""
    amount: int | None
    """元 if it is a winner; None if it is not, or the scheme states no amount."""
    payer: str
    """Who pays its winners, as tables name it."""

    @property
    def government(self) -> str:
        """Who applied, as an addressee: a district with its city's name before it, a zone by its committee."""
        if self.zone:
            return f"{self.county}管理委员会"
        prefix = self.city if self.county.endswith("区") else ""
        return f"{prefix}{self.county}人民政府"

    @property
    def you(self) -> str:
        """How a reply speaks to it: 你区, 你市, 你县, 你委."""
        return "你委" if self.zone else f"你{self.county[-1]}"
