"""What the published notices of a round have made known by a day; a fact is not public before its notice is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gongshi.model.base import Day
from gongshi.model.kinds import Kind
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import Objection
from gongshi.model.result import OutcomeName, PublicityWindow, Substitution
from gongshi.model.round import Round
from gongshi.model.round_on import RoundOn
from gongshi.model.supervision import Revocation


@dataclass(frozen=True)
class PublishedRound:
    """A round as far as its published notices make it known."""

    now: RoundOn
    """The round on the day, with its published notices alone."""
    kinds: Mapping[str, Kind]

    @property
    def records(self) -> Round:
        """The records of the round."""
        return self.now.records

    @property
    def today(self) -> Day:
        """The day."""
        return self.now.day

    @property
    def notices(self) -> tuple[NoticeRecord, ...]:
        """The published notices, also those that were withdrawn, in the order of the record."""
        return self.now.notices

    def of(self, *kinds: str) -> tuple[NoticeRecord, ...]:
        """The published notices of those kinds that are in force; what a withdrawn one says is not public."""
        return self.now.of(*kinds)

    @cached_property
    def notices_by_id(self) -> Mapping[str, NoticeRecord]:
        """Published notice by id."""
        return {notice.id: notice for notice in self.notices}

    def key_of(self, notice: NoticeRecord) -> str:
        """The key of a notice on the site: programme/id."""
        return f"{self.records.programme.id}/{notice.id}"

    @property
    def deadline(self) -> Day:
        """The last day for applications: the extended one once a supplement says so."""
        schedule = self.records.programme.schedule
        return schedule.deadline if self.extensions else schedule.apply_by

    @cached_property
    def supplements(self) -> tuple[NoticeRecord, ...]:
        """The supplements to the call that are in force, in the order of their days."""
        return tuple(sorted(self.of("supplement"), key=lambda notice: notice.issued_on))

    @cached_property
    def extensions(self) -> tuple[NoticeRecord, ...]:
        """The supplements that extend the deadline: those with a reason for it."""
        extended = self.records.programme.schedule.extended_to is not None
        return tuple(notice for notice in self.supplements if extended and notice.reason)

    @cached_property
    def windows(self) -> tuple[tuple[PublicityWindow, NoticeRecord], ...]:
        """The windows that have been opened, each with its 公示."""
        later = {notice.publicity: notice for notice in reversed(self.of("second-publicity"))}
        found = []
        for window in self.records.windows:
            first = next(iter(self.of("publicity")), None)
            notice = first if window is self.records.publicity else later.get(window.id)
            if notice and window.published_on <= self.today:
                found.append((window, notice))
        return tuple(found)

    @cached_property
    def window_of(self) -> Mapping[str, tuple[NoticeRecord, ...]]:
        """The 公示 in which each application was made public, by its id."""
        found: dict[str, list[NoticeRecord]] = {}
        for window, notice in self.windows:
            for application in self.records.publicised_in(window):
                found.setdefault(application, []).append(notice)
        return {application: tuple(notices) for application, notices in found.items()}

    @cached_property
    def announced_on(self) -> Day | None:
        """The day of the announcement, once it is made."""
        return self.now.announced_on if self.of("award") else None

    @cached_property
    def pilot_lists(self) -> tuple[NoticeRecord, ...]:
        """The notices that name the pilots: those of their own, else the announcement once it is made."""
        own = self.now.has_pilot_notice
        return (self.of("pilots") if own else self.of("award")) if self.announced_on else ()

    @cached_property
    def substitutions(self) -> tuple[Substitution, ...]:
        """The substitutions that the announcement or a second 公示, which names who steps in, has made known."""
        later = {a for window, _ in self.windows[1:] for a in self.records.publicised_in(window)}
        known = self.announced_on is not None
        return tuple(s for s in self.records.substitutions if known or s.steps_in in later)

    @cached_property
    def outcomes(self) -> Mapping[str, OutcomeName]:
        """The outcome by application id, as far as it is public: proposed winners, then all winners and pilots."""
        if self.announced_on:
            public = {"selected", "pilot"} if self.pilot_lists else {"selected"}
            return {a: o for a, o in self.records.outcomes.items() if o in public}
        if not self.windows:
            return {}
        proposed = dict.fromkeys(self.records.publicised_in(self.windows[0][0]))
        for substitution in self.substitutions:
            proposed.pop(substitution.falls_out, None)
            if substitution.steps_in:
                proposed[substitution.steps_in] = None
        return dict.fromkeys(proposed, "selected")

    def objections(self, window: PublicityWindow) -> tuple[Objection, ...]:
        """The objections of a window that came in by the day."""
        return self.now.objections.get(window.id, ())

    @cached_property
    def revocations(self) -> Mapping[str, tuple[Revocation, NoticeRecord]]:
        """Cancelled titles by application id, each with the notice that made it known."""
        found: dict[str, tuple[Revocation, NoticeRecord]] = {}
        for application, revocation in self.records.revoked.items() if self.announced_on else ():
            day = revocation.decided_on
            for notice in self.of("revocation", "recheck"):
                of_it = notice.application == application if notice.application else notice.year == day.year
                if of_it and notice.issued_on >= day:
                    found.setdefault(application, (revocation, notice))
        return found

    def source_of(self, substitution: Substitution) -> NoticeRecord:
        """The notice that made a substitution known: the 公示 of the one that steps in, else the announcement."""
        found = [n for window, n in self.windows[1:] if substitution.steps_in in self.records.publicised_in(window)]
        return found[0] if found else self.of("award")[0]

    @cached_property
    def notices_naming(self) -> Mapping[str, tuple[str, ...]]:
        """Keys of the published notices that name an application, by its id, in the order of their days."""
        found: dict[str, set[str]] = {}
        for notice in self.notices:
            if notice.application:
                found.setdefault(notice.application, set()).add(notice.id)
        for application, notice in _named_in_force(self):
            found.setdefault(application, set()).add(notice.id)
        for application, (_, notice) in self.revocations.items():
            found.setdefault(application, set()).add(notice.id)
        return {application: self.keys_in_order(ids) for application, ids in found.items()}

    @cached_property
    def _positions(self) -> Mapping[str, int]:
        by_day = sorted(self.notices, key=lambda notice: notice.issued_on)
        return {notice.id: position for position, notice in enumerate(by_day)}

    def keys_in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Keys of published notices by their ids, in the order of their days."""
        return tuple(self.key_of(self.notices_by_id[name]) for name in sorted(ids, key=self._positions.__getitem__))


def _named_in_force(published: PublishedRound) -> Iterator[tuple[str, NoticeRecord]]:
    """Pairs of an application id and a notice in force that names it; before the announcement none on results."""
    for notice in published.now.in_force:
        kind = published.kinds.get(notice.kind)
        if kind and (kind.after == "nothing" or published.announced_on):
            yield from ((application, notice) for application in kind.names(published.now, notice))
