"""What the public may see of publicity and of what follows an award: parts of the types of rounds and awards."""

from dataclasses import dataclass
from typing import Literal

ReportStatus = Literal["received", "late", "missing", "due"]
"""按时收到, 逾期收到, 逾期未报, 未到期."""


@dataclass(frozen=True)
class PublicObjectionCount:
    """Numbers of objections in one window, and conclusions; never who objected, about whom or why."""

    received: int = 0
    pending: int = 0
    not_accepted: int = 0
    upheld: int = 0
    partly_upheld: int = 0
    rejected: int = 0
    withdrawn: int = 0
    conclusions: tuple[str, ...] = ()


@dataclass(frozen=True)
class PublicWindow:
    """A publicity window; first and last day are both counted."""

    name: str
    """公示, or 递补公示 for one after a substitution."""
    published_on: str
    """ISO date."""
    first_day: str
    last_day: str
    state: Literal["past", "current", "coming"]
    notice: str
    """Key of the 公示 that opened it."""
    count: int
    """How many areas it made public."""
    objections: PublicObjectionCount


@dataclass(frozen=True)
class PublicSubstitution:
    """A publicised area that fell out, and the one that stepped in."""

    fell_out: str
    """City and county, which the first 公示 named."""
    stepped_in: str
    """City and county; empty if nobody stepped in."""
    category_name: str
    award: str
    """Id of the award of the one that stepped in; empty if there is none."""
    notice_date: str
    """ISO date of the notice that announced it."""
    dropped: str = ""
    """Id of the award of the one that fell out."""


@dataclass(frozen=True)
class PublicReport:
    """A progress report of a winner, due at the end of a month."""

    due: str
    """The month, as 2014-12."""
    status: ReportStatus
    received_on: str
    """ISO date; empty if it has not come."""


@dataclass(frozen=True)
class PublicPaid:
    """Money that a winner was paid."""

    year: int
    payer: str
    amount: int
    """元."""
    notice_date: str
    """ISO date of the notice that announced it."""


@dataclass(frozen=True)
class PublicEvaluation:
    """The grade of a winner in one year."""

    year: int
    grade: str
    continued: bool | None
    """Whether support goes on; None if it is not decided."""


@dataclass(frozen=True)
class PublicReward:
    """A reward after an evaluation."""

    year: int
    payer: str
    amount: int
    """元."""
    notice_date: str
    """ISO date of the notice that announced it."""


@dataclass(frozen=True)
class PublicSiteMeeting:
    """A yearly on-site meeting (现场会)."""

    year: int
    held_on: str
    """ISO date."""
    place: str
