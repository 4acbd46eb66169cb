"""Rows of the lists in notices after the award; the public may read all of them."""

import datetime as dt
from dataclasses import dataclass

from gongshi.public.applicant import PublicApplicant
from gongshi.public.follow_up import PublicEvaluation


@dataclass(frozen=True)
class PaidRow:
    """Money for one winner."""

    winner: PublicApplicant
    amount: int
    """元."""
    payer: str
    """As tables name it."""


@dataclass(frozen=True)
class GradedRow:
    """A winner's evaluation for the notice's year."""

    winner: PublicApplicant
    evaluation: PublicEvaluation


@dataclass(frozen=True)
class ConfirmedRow:
    """A winner that keeps its title after a recheck."""

    winner: PublicApplicant
    grade: str
    """Of the notice's year; empty if it was not evaluated."""


@dataclass(frozen=True)
class CancelledRow:
    """A winner that loses its title."""

    winner: PublicApplicant
    decided_on: dt.date
    reason: str
    """A clause that can follow 因."""
    plaque: bool
    """Whether it was given a plaque, which is to be handed back."""
