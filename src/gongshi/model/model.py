"""Everything the records of a workspace say, as one value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from gongshi.diagnostics import Place
from gongshi.model.application import Application
from gongshi.model.base import Day, Record
from gongshi.model.calendar import CalendarYear
from gongshi.model.kinds import KIND_BY_NAME, Gate, Kind
from gongshi.model.located import Located
from gongshi.model.notice import NoticeRecord
from gongshi.model.organ import Office, Organ
from gongshi.model.region import City, Division, Regions
from gongshi.model.round import Round
from gongshi.model.round_on import RoundOn
from gongshi.model.scheme import Funding, Scheme
from gongshi.model.walk import Found, Path, title_of, value_at, walk
from gongshi.model.workspace import Workspace


@dataclass(frozen=True)
class Model:
    """All records of a workspace as one frozen value."""

    workspace: Workspace
    today: Day
    organs: Mapping[str, Organ]
    regions: Regions
    calendar: Mapping[int, CalendarYear]
    schemes: Mapping[str, Scheme]
    rounds: Mapping[str, Round]
    kinds: Mapping[str, Kind] = field(default_factory=lambda: KIND_BY_NAME)
    """The kinds of notice that records may name, by name."""
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

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The position of each division in the order of lists (行政区划排列), by its id."""
        return {division.id: position for position, division in enumerate(self.regions.divisions)}

    def comes_after(self, notice: NoticeRecord, *gates: Gate) -> bool:
        """Whether a notice's kind must come after one of these; a kind that does not exist comes after nothing."""
        kind = self.kinds.get(notice.kind)
        return kind is not None and kind.after in gates

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of all organs, cities and divisions."""
        organs = {organ.name for organ in self.organs.values()}
        cities = {city.name for city in self.regions.cities}
        return frozenset(organs | cities | {division.name for division in self.regions.divisions})

    def now(self, records: Round) -> RoundOn:
        """A round as of the model's day."""
        return self._now[records.programme.id]

    @cached_property
    def _now(self) -> Mapping[str, RoundOn]:
        return {name: RoundOn(records, self.today, records.notices) for name, records in self.rounds.items()}

    def roots(self) -> Iterator[Found]:
        """The outermost records of the workspace's files, each with a path that begins with the file."""
        yield Found(self.workspace, ("content/workspace.yaml",), ())
        yield Found(self.regions, ("content/regions.yaml",), ())
        for organ in self.organs.values():
            yield Found(organ, ("content/organs.yaml", "organs", f"#id={organ.id}"), ())
        for year in self.calendar.values():
            yield Found(year, ("content/calendar.yaml", "years", f"#year={year.year}"), ())
        for scheme in self.schemes.values():
            yield Found(scheme, (f"content/schemes/{scheme.id}.yaml",), ())
        for records in self.rounds.values():
            yield from records.roots()

    @cached_property
    def _paths(self) -> Mapping[int, Path]:
        """The path of each record by Python's `id` of it; built when the first problem is reported."""
        return {id(found.record): found.path for root in self.roots() for found in walk(root.record, root.path)}

    def at(self, record: Record | None, *path: str | int) -> Located:
        """A value of a record with its position and Chinese title; the record itself if no path is given.

        Raises:
            KeyError: The record is none of this model's.
        """
        file, *steps = self._paths[id(record)]
        return Located(
            Place(str(file), (*steps, *path)), title_of(type(record), path) if record else "", value_at(record, path)
        )

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
