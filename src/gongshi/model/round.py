"""A round: a programme with its scheme and everything that is on record of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gongshi.model.application import Application
from gongshi.model.base import Day
from gongshi.model.follow_up import FollowUp
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import Objection
from gongshi.model.programme import Programme
from gongshi.model.ranking import RankedApplication, Recusals, rank, recusals
from gongshi.model.result import OutcomeName, PublicityWindow, Results, Substitution
from gongshi.model.review import Review
from gongshi.model.scheme import Category, Scheme
from gongshi.model.supervision import (
    Revocation,
    Supervision,
)
from gongshi.model.walk import Found


@dataclass(frozen=True)
class Round:
    """A programme with its scheme and everything that happened in it."""

    programme: Programme
    scheme: Scheme
    applications: tuple[Application, ...]
    review: Review | None
    results: Results | None
    notices: tuple[NoticeRecord, ...]
    objections: tuple[Objection, ...] = ()
    supervision: Supervision = field(default_factory=Supervision)

    @property
    def folder(self) -> str:
        """The folder of its records, relative to the workspace."""
        return f"content/programmes/{self.programme.id}"

    def roots(self) -> Iterator[Found]:
        """The outermost records of its files, each with a path that begins with the file."""
        yield Found(self.programme, (f"{self.folder}/programme.yaml",), ())
        lists = (("applications", self.applications), ("objections", self.objections), ("notices", self.notices))
        for name, listed in lists:
            for item in listed:
                yield Found(item, (f"{self.folder}/{name}.yaml", name, f"#id={item.id}"), ())
        files = (("reviews", self.review), ("results", self.results), ("supervision", self.supervision))
        for name, record in files:
            if record is not None:
                yield Found(record, (f"{self.folder}/{name}.yaml",), ())

    @cached_property
    def proposed(self) -> Mapping[str, OutcomeName]:
        """The panel's outcome by application id, before any substitution; empty before the review."""
        return {o.application: o.outcome for o in self.results.outcomes} if self.results else {}

    @cached_property
    def outcomes(self) -> Mapping[str, OutcomeName]:
        """The outcome by application id after every substitution."""
        outcomes = dict(self.proposed)
        for substitution in self.substitutions:
            outcomes[substitution.falls_out] = "not_selected"
            if substitution.steps_in:
                outcomes[substitution.steps_in] = "selected"
        return outcomes

    @cached_property
    def ranking(self) -> Mapping[str, tuple[RankedApplication, ...]]:
        """The applications of every category by its id, the best first; empty without a review plan or scores."""
        plan, review = self.programme.review, self.review
        if plan is None or review is None:
            return {}
        return rank(plan, review, self.recused, self.scheme.categories, self.applications)

    @cached_property
    def recused(self) -> Recusals:
        """By application id the experts who may not score it, each with the reason; empty before the review."""
        return recusals(self.review, self.applications) if self.review else {}

    @cached_property
    def passed_over(self) -> Mapping[str, str]:
        """Why an application was left out although its rank may be good (withdrawn, not eligible), by its id."""
        outcomes = self.results.outcomes if self.results else ()
        return {o.application: o.reason for o in outcomes if o.reason and o.outcome in {"pilot", "not_selected"}}

    @property
    def windows(self) -> tuple[PublicityWindow, ...]:
        """All publicity windows on record, in their order."""
        return self.results.publicities if self.results else ()

    @property
    def publicity(self) -> PublicityWindow | None:
        """The first window; None before there is one."""
        return self.windows[0] if self.windows else None

    @property
    def substitutions(self) -> tuple[Substitution, ...]:
        """All substitutions on record, in their order."""
        return self.results.substitutions if self.results else ()

    @property
    def announced_on(self) -> Day | None:
        """The day of the announcement (公布); None before there is one."""
        return self.results.announced_on if self.results else None

    @cached_property
    def revoked(self) -> Mapping[str, Revocation]:
        """Cancelled titles by application id."""
        return {revocation.application: revocation for revocation in self.supervision.revocations}

    def revoked_by(self, day: Day) -> set[str]:
        """Ids of those whose title was cancelled by a day."""
        return {revocation.application for revocation in self.revoked.values() if revocation.decided_on <= day}

    def publicised_in(self, window: PublicityWindow) -> tuple[str, ...]:
        """Ids of the applications that a window makes public."""
        return window.applications or tuple(a.id for a in self.applications if self.proposed.get(a.id) == "selected")

    @cached_property
    def publicised(self) -> Mapping[str, frozenset[str]]:
        """Ids of the applications that each window makes public, by the window's id."""
        return {window.id: frozenset(self.publicised_in(window)) for window in self.windows}

    @cached_property
    def applications_by_id(self) -> Mapping[str, Application]:
        """Application by id."""
        return {application.id: application for application in self.applications}

    def application(self, application_id: str) -> Application:
        """The application of that id; KeyError if there is none."""
        return self.applications_by_id[application_id]

    @cached_property
    def windows_by_id(self) -> Mapping[str, PublicityWindow]:
        """Publicity window by id."""
        return {window.id: window for window in self.windows}

    @cached_property
    def objections_by_id(self) -> Mapping[str, Objection]:
        """Objection by id."""
        return {objection.id: objection for objection in self.objections}

    @cached_property
    def follow_up(self) -> FollowUp:
        """What followed the award, by application."""
        return FollowUp(self.supervision)

    @cached_property
    def notices_of_kind(self) -> Mapping[str, tuple[NoticeRecord, ...]]:
        """Notices by kind, drafts too, in the order of the record; a kind without any has no entry."""
        found: dict[str, list[NoticeRecord]] = {}
        for notice in self.notices:
            found.setdefault(notice.kind, []).append(notice)
        return {kind: tuple(notices) for kind, notices in found.items()}

    @cached_property
    def notices_in_time(self) -> tuple[NoticeRecord, ...]:
        """Notices by their day, drafts too; those of one day in the order of the record."""
        return tuple(sorted(self.notices, key=lambda notice: notice.issued_on))

    @cached_property
    def rank_in_time(self) -> Mapping[str, int]:
        """The position of each notice in `notices_in_time`, by its id."""
        return {notice.id: rank for rank, notice in reversed(tuple(enumerate(self.notices_in_time)))}

    def with_outcome(self, outcome: OutcomeName, category: Category | None = None) -> Iterator[Application]:
        """Applications with that outcome, in the order of the record, of one category or of all."""
        for application in self.applications:
            wanted = category is None or application.category == category.id
            if wanted and self.outcomes.get(application.id) == outcome:
                yield application
