"""A round as of a day: which notices are in force, who holds a title, what is pending."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gongshi.model.application import Application
from gongshi.model.base import Day
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import Objection
from gongshi.model.result import PublicityWindow
from gongshi.model.round import Round


@dataclass(frozen=True)
class RoundOn:
    """A round on a day, seen with some or all of its notices; what is dated later has not happened yet."""

    records: Round
    day: Day
    notices: tuple[NoticeRecord, ...]
    """The notices that count, in the order of the record: all of them, or those that the public knows."""

    @cached_property
    def _withdrawals(self) -> Mapping[str | None, tuple[tuple[int, NoticeRecord], ...]]:
        """Approved withdrawals by the id of the notice that each withdraws, with their position in time."""
        approved = [notice for notice in self.notices if notice.kind == "withdrawal" and notice.state != "draft"]
        found: dict[str | None, list[tuple[int, NoticeRecord]]] = {}
        for rank, notice in enumerate(sorted(approved, key=lambda notice: notice.issued_on)):
            found.setdefault(notice.concerns, []).append((rank, notice))
        return {concerned: tuple(ranked) for concerned, ranked in found.items()}

    def _is_withdrawn(self, notice: NoticeRecord, day: Day, after: int = -1) -> bool:
        """Whether a withdrawal issued by that day, itself not withdrawn, withdraws the notice."""
        return any(
            rank > after and withdrawal.issued_on <= day and not self._is_withdrawn(withdrawal, day, rank)
            for rank, withdrawal in self._withdrawals.get(notice.id, ())
        )

    def is_in_force(self, notice: NoticeRecord, day: Day | None = None) -> bool:
        """Whether a notice is more than a draft and not withdrawn by a day, which is the round's unless given.

        What a withdrawn notice announced counts as not announced.
        """
        return notice.state != "draft" and not self._is_withdrawn(notice, day or self.day)

    @cached_property
    def in_force(self) -> tuple[NoticeRecord, ...]:
        """The notices that are in force on the day."""
        return tuple(notice for notice in self.notices if self.is_in_force(notice))

    @cached_property
    def _in_force_of_kind(self) -> Mapping[str, tuple[NoticeRecord, ...]]:
        found: dict[str, list[NoticeRecord]] = {}
        for notice in self.in_force:
            found.setdefault(notice.kind, []).append(notice)
        return {kind: tuple(notices) for kind, notices in found.items()}

    def of(self, *kinds: str) -> tuple[NoticeRecord, ...]:
        """The notices of those kinds that are in force, in the order of the record."""
        if len(kinds) == 1:
            return self._in_force_of_kind.get(kinds[0], ())
        return tuple(notice for notice in self.in_force if notice.kind in kinds)

    @cached_property
    def withdrawn(self) -> Mapping[str | None, NoticeRecord]:
        """The withdrawals in force, by the id of the notice that each withdraws."""
        return {notice.concerns: notice for notice in self.of("withdrawal")}

    @cached_property
    def window(self) -> PublicityWindow | None:
        """The latest publicity window that has been opened."""
        return next((w for w in reversed(self.records.windows) if w.published_on <= self.day), None)

    @cached_property
    def next_window(self) -> PublicityWindow | None:
        """The first publicity window that is still to be opened."""
        return next((w for w in self.records.windows if w.published_on > self.day), None)

    @cached_property
    def objections(self) -> Mapping[str, tuple[Objection, ...]]:
        """The objections that have come in, by the id of their window."""
        found: dict[str, list[Objection]] = {}
        for objection in self.records.objections:
            if objection.received_on <= self.day:
                found.setdefault(objection.publicity, []).append(objection)
        return {window: tuple(objections) for window, objections in found.items()}

    def is_pending(self, objection: Objection) -> bool:
        """Whether an objection was not yet decided on the day, whatever its state is now."""
        return objection.pending_on(self.day)

    @cached_property
    def pending(self) -> tuple[Objection, ...]:
        """The objections that have come in and are not yet decided, in the order of the record."""
        return tuple(o for o in self.records.objections if o.received_on <= self.day and self.is_pending(o))

    @cached_property
    def announced_on(self) -> Day | None:
        """The day of the announcement (公布), once it has come."""
        day = self.records.announced_on
        return day if day and day <= self.day else None

    @cached_property
    def winners(self) -> tuple[Application, ...]:
        """Winners that keep their title, in the order of the record."""
        revoked = self.records.revoked_by(self.day)
        return tuple(a for a in self.records.with_outcome("selected") if a.id not in revoked)

    @cached_property
    def has_pilot_notice(self) -> bool:
        """Whether the pilots have a notice of their own, if only a draft: then the announcement does not name them."""
        return "pilots" in self.records.notices_of_kind
