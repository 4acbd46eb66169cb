"""Look-ups by application in a round's supervision record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from gongshi.model.supervision import Evaluation, LeadingGroup, Payment, Plaque, ProgressReport, Reward, Supervision

Followed = TypeVar("Followed", Payment, Evaluation, Reward, ProgressReport)


def _by_application(items: Iterable[Followed]) -> dict[str, tuple[Followed, ...]]:
    found: dict[str, list[Followed]] = {}
    for item in items:
        found.setdefault(item.application, []).append(item)
    return {application: tuple(listed) for application, listed in found.items()}


@dataclass(frozen=True)
class FollowUp:
    """Payments, reports, evaluations, rewards, plaques and leading groups by application id."""

    supervision: Supervision

    @cached_property
    def payments_of(self) -> Mapping[str, tuple[Payment, ...]]:
        """Payments by application id, in the order of the record; an application without any has no entry."""
        return _by_application(self.supervision.payments)

    @cached_property
    def evaluations_of(self) -> Mapping[str, tuple[Evaluation, ...]]:
        """Evaluations by application id, in the order of the record."""
        return _by_application(self.supervision.evaluations)

    @cached_property
    def rewards_of(self) -> Mapping[str, tuple[Reward, ...]]:
        """Rewards by application id, in the order of the record."""
        return _by_application(self.supervision.rewards)

    @cached_property
    def reports_of(self) -> Mapping[str, tuple[ProgressReport, ...]]:
        """Progress reports by application id, in the order of the record."""
        return _by_application(self.supervision.reports)

    @cached_property
    def plaque_of(self) -> Mapping[str, Plaque]:
        """Plaque by application id."""
        return {plaque.application: plaque for plaque in self.supervision.plaques}

    @cached_property
    def leading_group_of(self) -> Mapping[str, LeadingGroup]:
        """Leading group by application id."""
        return {group.application: group for group in self.supervision.leading_groups}
