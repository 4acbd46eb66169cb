"""The whole of a workspace's records as one value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gongshi.model.application import Application
from gongshi.model.base import Day
from gongshi.model.calendar import CalendarYear
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import Objection
from gongshi.model.organ import Office, Organ
from gongshi.model.programme import Programme
from gongshi.model.region import City, Division, Regions
from gongshi.model.result import OutcomeName, PublicityWindow, Results
from gongshi.model.review import Review
from gongshi.model.scheme import Category, Funding, Scheme
from gongshi.model.supervision import Revocation, Supervision
from gongshi.model.workspace import Workspace


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

    @cached_property
    def proposed(self) -> Mapping[str, OutcomeName]:
        """The panel's outcome by application id, before any substitution; empty before the review."""
        return {o.application: o.outcome for o in self.results.outcomes} if self.results else {}

    @cached_property
    def outcomes(self) -> Mapping[str, OutcomeName]:
        """The outcome that counts, by application id: the panel's, with every substitution carried out."""
        outcomes = dict(self.proposed)
        for substitution in self.results.substitutions if self.results else ():
            outcomes[substitution.falls_out] = "not_selected"
            if substitution.steps_in:
                outcomes[substitution.steps_in] = "selected"
        return outcomes

    @cached_property
    def publicity(self) -> PublicityWindow | None:
        """The first window; None before there is one."""
        return self.results.publicities[0] if self.results and self.results.publicities else None

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

    def application(self, application_id: str) -> Application:
        """The application of that id; KeyError if there is none."""
        return {a.id: a for a in self.applications}[application_id]

    def with_outcome(self, outcome: OutcomeName, category: Category | None = None) -> Iterator[Application]:
        """Applications with that outcome, in the order of the record, of one category or of all."""
        for application in self.applications:
            wanted = category is None or application.category == category.id
            if wanted and self.outcomes.get(application.id) == outcome:
                yield application


@dataclass(frozen=True)
class Model:
    """Everything the records say. Built once, never changed."""

    workspace: Workspace
    today: Day
    organs: Mapping[str, Organ]
    regions: Regions
    calendar: Mapping[int, CalendarYear]
    schemes: Mapping[str, Scheme]
    rounds: Mapping[str, Round]
    unread: frozenset[str] = frozenset()
    """Ids and files of records that exist but have errors of their own; references to them are not reported again."""

    @cached_property
    def cities(self) -> Mapping[str, City]:
        """City by code."""
        return {city.code: city for city in self.regions.cities}

    @cached_property
    def divisions(self) -> Mapping[str, Division]:
        """Division by id."""
        return {division.id: division for division in self.regions.divisions}

    def county_of(self, application: Application) -> str:
        """The applicant's name; its id where the division is not on record."""
        division = self.divisions.get(application.division)
        return division.name if division else application.division

    def office(self, organ_id: str, office_id: str) -> Office:
        """An organ's office; KeyError if there is none."""
        return {office.id: office for office in self.organs[organ_id].offices}[office_id]

    def payer_of(self, funding: Funding, division_id: str) -> tuple[str, str]:
        """Who pays a winner from that division, as organ id and as tables name it: the scheme's payer or its city's."""
        city = self.divisions[division_id].city
        exceptions = {exception.city: (exception.payer, exception.payer_name) for exception in funding.exceptions}
        return exceptions.get(city, (funding.payer, funding.payer_name))
