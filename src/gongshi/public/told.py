"""What the published notices of a round have made known by a day: nothing counts before its notice."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gongshi.model.base import Day
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import Objection
from gongshi.model.result import OutcomeName, PublicityWindow, Substitution
from gongshi.model.round import Round
from gongshi.model.supervision import Evaluation, Payment, Revocation, Reward
from gongshi.rules.standing import pilots_apart, standing


@dataclass(frozen=True)
class Told:
    """A round as far as its notices tell it."""

    round: Round
    published: tuple[NoticeRecord, ...]
    """Its public notices, in the order of the record."""
    today: Day

    def of(self, *kinds: str) -> tuple[NoticeRecord, ...]:
        """The public notices of those kinds that still stand: one that was withdrawn tells nothing."""
        return tuple(notice for notice in standing(self.published, self.today) if notice.kind in kinds)

    @property
    def deadline(self) -> Day:
        """The last day for applications: the extended one once a supplement tells it."""
        schedule = self.round.programme.schedule
        return schedule.deadline if self.extensions else schedule.apply_by

    @property
    def supplements(self) -> tuple[NoticeRecord, ...]:
        """The standing supplements to the call, in the order of their days."""
        return tuple(sorted(self.of("supplement"), key=lambda notice: notice.issued_on))

    @property
    def withdrawn(self) -> Mapping[str | None, NoticeRecord]:
        """The withdrawals that hold, by the id of the notice that each takes back."""
        return {notice.concerns: notice for notice in self.of("withdrawal")}

    @property
    def extensions(self) -> tuple[NoticeRecord, ...]:
        """The supplements that extend the deadline: those with a reason for it."""
        extended = self.round.programme.schedule.extended_to is not None
        return tuple(notice for notice in self.supplements if extended and notice.reason)

    @cached_property
    def windows(self) -> tuple[tuple[PublicityWindow, NoticeRecord], ...]:
        """The windows that have been opened, each with its 公示."""
        results = self.round.results
        found = []
        for window in results.publicities if results else ():
            if window is self.round.publicity:
                notices = self.of("publicity")
            else:
                notices = tuple(n for n in self.of("second-publicity") if n.publicity == window.id)
            if notices and window.published_on <= self.today:
                found.append((window, notices[0]))
        return tuple(found)

    @property
    def announced_on(self) -> Day | None:
        """The day of the announcement, once it is made."""
        day = self.round.results.announced_on if self.round.results else None
        return day if day and day <= self.today and self.of("award") else None

    @cached_property
    def pilot_lists(self) -> tuple[NoticeRecord, ...]:
        """The notices that name the pilots: those of their own, else the announcement once it is made."""
        own = pilots_apart(self.round)
        return (self.of("pilots") if own else self.of("award")) if self.announced_on else ()

    @cached_property
    def substitutions(self) -> tuple[Substitution, ...]:
        """Those that the announcement or the second 公示, which names who steps in, has told."""
        results = self.round.results
        later = {a for window, _ in self.windows[1:] for a in self.round.publicised_in(window)}
        told = self.announced_on is not None
        return tuple(s for s in (results.substitutions if results else ()) if told or s.steps_in in later)

    @cached_property
    def outcomes(self) -> Mapping[str, OutcomeName]:
        """The outcome by application id, as far as it is public: proposed winners, then all winners and pilots."""
        if self.announced_on:
            public = {"selected", "pilot"} if self.pilot_lists else {"selected"}
            return {a: o for a, o in self.round.outcomes.items() if o in public}
        if not self.windows:
            return {}
        proposed = dict.fromkeys(self.round.publicised_in(self.windows[0][0]))
        for substitution in self.substitutions:
            proposed.pop(substitution.falls_out, None)
            if substitution.steps_in:
                proposed[substitution.steps_in] = None
        return dict.fromkeys(proposed, "selected")

    def objections(self, window: PublicityWindow) -> tuple[Objection, ...]:
        """The objections of a window that came in by today."""
        return tuple(o for o in self.round.objections if o.publicity == window.id and o.received_on <= self.today)

    def is_pending(self, objection: Objection) -> bool:
        """Whether an objection was not yet decided by today."""
        return objection.pending_on(self.today)

    @cached_property
    def revocations(self) -> Mapping[str, tuple[Revocation, NoticeRecord]]:
        """Cancelled titles by application id, each with the notice that told it."""
        found: dict[str, tuple[Revocation, NoticeRecord]] = {}
        for application, revocation in self.round.revoked.items() if self.announced_on else ():
            day = revocation.decided_on
            for notice in self.of("revocation", "recheck"):
                of_it = notice.application == application if notice.application else notice.year == day.year
                if of_it and notice.issued_on >= day:
                    found.setdefault(application, (revocation, notice))
        return found

    def told_on(self, kind: str, year: int, decided_on: Day) -> Day:
        """The day of the notice of a kind that told a decision of that year: the first not before the decision.

        The day of the decision itself stands in no notice and stays inside.
        """
        days = sorted(notice.issued_on for notice in self.of(kind) if notice.year == year)
        return next((day for day in days if day >= decided_on), days[-1])

    def telling(self, substitution: Substitution) -> NoticeRecord:
        """What told a substitution: the 公示 of the one that steps in, else the announcement."""
        found = [n for window, n in self.windows[1:] if substitution.steps_in in self.round.publicised_in(window)]
        return found[0] if found else self.of("award")[0]

    def payments(self, application: str) -> tuple[Payment, ...]:
        """What a winner was paid in the years that a funding notice tells of."""
        years = {notice.year for notice in self.of("funding")}
        paid = self.round.supervision.payments
        return tuple(p for p in paid if p.application == application and p.year in years and p.decided_on <= self.today)

    def evaluations(self, application: str) -> tuple[Evaluation, ...]:
        """A winner's grades of the years whose results were made known.

        A recheck tells the grades of those who keep their titles, but not whether support goes on.
        """
        years = {notice.year for notice in self.of("evaluation")}
        rechecked = {notice.year for notice in self.of("recheck")} if application not in self.round.revoked else set()
        found = [e for e in self.round.supervision.evaluations if e.application == application]
        bare = (e.model_copy(update={"continued": None}) for e in found if e.year in rechecked - years)
        return (*(e for e in found if e.year in years), *bare)

    def rewards(self, application: str) -> tuple[Reward, ...]:
        """A winner's rewards of the years whose rewards were made known."""
        years = {notice.year for notice in self.of("reward")}
        return tuple(r for r in self.round.supervision.rewards if r.application == application and r.year in years)
