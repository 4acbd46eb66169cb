"""Facts of one round on one day, from which the board's tables decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gongshi.model.application import Application
from gongshi.model.base import Day, YearMonth
from gongshi.model.objection import Objection
from gongshi.model.result import PublicityWindow
from gongshi.model.round import Round
from gongshi.model.round_on import RoundOn
from gongshi.model.workspace import Reminders
from gongshi.rules.evaluations import unevaluated
from gongshi.rules.reports import owed_reports


@dataclass(frozen=True)
class RoundStatus:
    """A round on a day, with the facts that the board shows; what is dated later has not happened yet."""

    now: RoundOn
    reminders: Reminders

    @property
    def records(self) -> Round:
        """The records of the round."""
        return self.now.records

    @property
    def today(self) -> Day:
        """The day."""
        return self.now.day

    @property
    def window(self) -> PublicityWindow | None:
        """The latest window that has been published."""
        return self.now.window

    @property
    def next_window(self) -> PublicityWindow | None:
        """The first window that is still to be published."""
        return self.now.next_window

    @property
    def pending(self) -> tuple[Objection, ...]:
        """Objections that were received and not yet decided."""
        return self.now.pending

    @property
    def announced_on(self) -> Day | None:
        """The day of the announcement, once it has come."""
        return self.now.announced_on

    @property
    def winners(self) -> tuple[Application, ...]:
        """Winners that keep their title, in the order of the record."""
        return self.now.winners

    @property
    def reviewed(self) -> bool:
        """Whether the panel has met or proposed somebody."""
        review = self.records.review
        met = review is not None and review.held_on <= self.today
        return met or (review is None and bool(self.records.proposed))

    @cached_property
    def unsettled(self) -> tuple[Objection, ...]:
        """Upheld objections against those who are still on the list."""
        outcomes = self.records.outcomes
        upheld = (o for o in self.records.objections if o.state == "upheld" and not o.pending_on(self.today))
        return tuple(o for o in upheld if outcomes.get(o.application) == "selected")

    @cached_property
    def unpublicised(self) -> tuple[str, ...]:
        """Ids of applications that stepped in and are in no window on record."""
        shown = {name for window in self.records.windows for name in self.records.publicised_in(window)}
        decided = [s.steps_in for s in self.records.substitutions if s.decided_on <= self.today]
        outcomes = self.records.outcomes
        return tuple(name for name in decided if name and name not in shown and outcomes.get(name) == "selected")

    @property
    def list_open(self) -> bool:
        """Whether the list of winners still has to change, or a change in it to be made public."""
        return bool(self.unsettled or self.unpublicised or self.next_window)

    @property
    def objections_open(self) -> bool:
        """Whether a window has passed and objections or the list still keep it from being announced."""
        return self.window is not None and bool(self.pending or self.list_open)

    @cached_property
    def unpaid(self) -> tuple[Application, ...]:
        """Winners of a category with money whose payment has not been decided yet."""
        paid = {p.application for p in self.records.supervision.payments if p.decided_on <= self.today}
        funded = {category.id for category in self.records.scheme.categories if category.amount}
        return tuple(a for a in self.winners if a.category in funded and a.id not in paid)

    @cached_property
    def unapproved(self) -> tuple[Application, ...]:
        """Winners whose plan has no approved 批复 in force, in a round that approves plans one by one.

        Such a round says so in its settings, or has begun to record approvals.
        """
        done = {notice.application for notice in self.now.of("approval") if notice.issued_on <= self.today}
        begun = "approval" in self.records.notices_of_kind
        wanted = self.records.programme.approval_form is not None or begun
        return tuple(a for a in self.winners if wanted and a.id not in done)

    def missing_reports(self) -> Iterator[tuple[YearMonth, tuple[str, ...]]]:
        """Month and the winners whose report for it has not come, past and to come."""
        if self.announced_on:
            for month, owing in owed_reports(self.records, self.today).items():
                yield month, tuple(winner.id for winner in owing)

    def missing_evaluations(self) -> Iterator[tuple[int, tuple[Application, ...]]]:
        """Year and the winners that have not been evaluated for it, for every year of their plans."""
        if self.announced_on is None:
            return
        for year in self._plan_years(self.announced_on):
            if owing := unevaluated(self.records, year, self.today):
                yield year, owing

    def missing_meetings(self) -> Iterator[int]:
        """Whole years of the plans that have had no on-site meeting, where the scheme asks for one."""
        if self.announced_on and self.records.scheme.reporting.site_meeting:
            meetings = self.records.supervision.site_meetings
            held = {meeting.year for meeting in meetings if meeting.held_on <= self.today}
            yield from (year for year in self._plan_years(self.announced_on)[1:] if year not in held)

    @property
    def without_plaque(self) -> tuple[Application, ...]:
        """Winners that have no plaque yet, where the scheme gives one."""
        given = {plaque.application for plaque in self.records.supervision.plaques if plaque.given_on <= self.today}
        wanted = self.announced_on is not None and self.records.scheme.reporting.plaque
        return tuple(a for a in self.winners if wanted and a.id not in given)

    @property
    def without_group(self) -> tuple[Application, ...]:
        """Winners that have set up no leading group, where the scheme asks for one."""
        formed = {g.application for g in self.records.supervision.leading_groups if g.established_on <= self.today}
        wanted = self.announced_on is not None and self.records.scheme.reporting.leading_group
        return tuple(a for a in self.winners if wanted and a.id not in formed)

    def _plan_years(self, announced_on: Day) -> range:
        return range(announced_on.year, max((int(a.ends[:4]) for a in self.winners), default=0) + 1)

    @property
    def finished(self) -> bool:
        """Whether the plans' years are over and every report, evaluation, plaque and 批复 is there."""
        if self.announced_on is None or self.unpaid:
            return False
        owed = (
            *(self.missing_reports(), self.missing_evaluations(), self.missing_meetings()),
            *(self.without_group, self.without_plaque, self.unapproved),
        )
        return not any(any(things) for things in owed)
