"""From parsed data to the typed model, with every problem of every record."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gongshi.diagnostics import Diagnostic, Place, Report, error
from gongshi.model.base import Record
from gongshi.model.located import Located
from gongshi.model.model import Model
from gongshi.model.programme import Programme
from gongshi.model.references import DUPLICATE_ID, SCHEME
from gongshi.model.region import Regions
from gongshi.model.result import Results
from gongshi.model.review import Review
from gongshi.model.round import Round
from gongshi.model.scheme import Scheme
from gongshi.model.supervision import Supervision
from gongshi.model.walk import holding_fields, title_of, walk
from gongshi.model.workspace import Workspace
from gongshi.records.files import ApplicationsFile, CalendarFile, NoticesFile, ObjectionsFile, OrgansFile
from gongshi.records.load import RecordFile, Records
from gongshi.records.messages import explain

R = TypeVar("R", bound=Record)


def structure(records: Records, report: Report, today: dt.date, *, pinned: bool = True) -> tuple[Model | None, Report]:
    """Build the model from all files; a faulty list item is reported and left out, so that the rest is checked too.

    Returns no model if the workspace's settings or the regions cannot be read: nothing can be checked without them.
    `today` is used where the workspace pins no day, and also where it does if `pinned` is False.
    """
    values: dict[str, Record] = {}
    unread = {diagnostic.place.file for diagnostic in report.diagnostics}
    for file in records.values():
        value, problems, lost = _structured(file)
        report = report.plus(*problems)
        unread |= lost
        if value is not None:
            values[file.path] = value
    workspace = _record_at(values, "content/workspace.yaml", Workspace)
    regions = _record_at(values, "content/regions.yaml", Regions)
    if workspace is None or regions is None:
        return None, report
    organs = _record_at(values, "content/organs.yaml", OrgansFile)
    calendar = _record_at(values, "content/calendar.yaml", CalendarFile)
    misnamed = _misnamed(values)
    called = {value.id: path for path, value in values.items() if isinstance(value, Scheme)}
    values = {path: _by_its_name(path, value) for path, value in values.items()}
    schemes = {value.id: value for value in values.values() if isinstance(value, Scheme)}
    known = {name: value for name, path in called.items() if isinstance(value := values[path], Scheme)} | schemes
    model = Model(
        workspace=workspace,
        today=(workspace.today if pinned else None) or today,
        organs={organ.id: organ for organ in organs.organs} if organs else {},
        regions=regions,
        calendar={year.year: year for year in calendar.years} if calendar else {},
        schemes=schemes,
        rounds=_rounds(values, known),
        unread=frozenset(unread),
    )
    return model, report.plus(*misnamed, *_repeated(values), *_without_scheme(values, known, model.unread))


def _record_at(values: Mapping[str, Record], path: str, kind: type[R]) -> R | None:
    value = values.get(path)
    return value if isinstance(value, kind) else None


def _rounds(values: Mapping[str, Record], schemes: Mapping[str, Scheme]) -> dict[str, Round]:
    rounds = {}
    for path, programme in values.items():
        if not isinstance(programme, Programme) or programme.scheme not in schemes:
            continue
        folder = path.rpartition("/")[0]
        applications = _record_at(values, f"{folder}/applications.yaml", ApplicationsFile)
        notices = _record_at(values, f"{folder}/notices.yaml", NoticesFile)
        objections = _record_at(values, f"{folder}/objections.yaml", ObjectionsFile)
        rounds[programme.id] = Round(
            programme=programme,
            scheme=schemes[programme.scheme],
            applications=applications.applications if applications else (),
            review=_record_at(values, f"{folder}/reviews.yaml", Review),
            results=_record_at(values, f"{folder}/results.yaml", Results),
            notices=notices.notices if notices else (),
            objections=objections.objections if objections else (),
            supervision=_record_at(values, f"{folder}/supervision.yaml", Supervision) or Supervision(),
        )
    return rounds


def _structured(file: RecordFile) -> tuple[Record | None, list[Diagnostic], set[str]]:
    """The file's record (None if it is faulty), its problems, and the ids of the items that were left out."""
    try:
        return file.kind.holds.model_validate(file.data), [], set()
    except ValidationError as error:
        details = _without_echoes(error.errors())
        problems = [explain(file.path, file.kind.holds, detail) for detail in details]
    rest, lost = _without_faulty_items(file, [detail["loc"] for detail in details])
    try:
        return file.kind.holds.model_validate(rest), problems, lost
    except ValidationError:
        return None, problems, lost | _ids(file.data) | {file.path}


def _without_echoes(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without "too short" for a list that is short only because its items are faulty."""
    locations = [detail["loc"] for detail in details]
    return [
        detail
        for detail in details
        if detail["type"] != "too_short"
        or not any(
            location[: len(detail["loc"])] == detail["loc"] and location != detail["loc"] for location in locations
        )
    ]


def _without_faulty_items(file: RecordFile, locations: Sequence[tuple[str | int, ...]]) -> tuple[Any, set[str]]:
    """The file's data without faulty items of those lists that go by id, and the ids of these items."""
    data = file.data
    if not isinstance(data, dict):
        return data, set()
    faulty = {location[:2] for location in locations}
    rest, lost = dict(data), set()
    for name in (name for name, _ in _lists_with_ids(file.kind.holds) if isinstance(data.get(name), list)):
        rest[name] = [item for index, item in enumerate(data[name]) if (name, index) not in faulty]
        lost |= {i for index, item in enumerate(data[name]) if (name, index) in faulty for i in _ids(item)}
    return rest, lost


def _lists_with_ids(kind: type[Record]) -> Iterator[tuple[str, str]]:
    """The lists of a record whose items have an id of their own, each with the field that holds it."""
    yield from ((name, key) for name, key in holding_fields(kind) if key)


def _ids(data: Any) -> set[str]:
    names = ("id", "code", "year", "application", "category")
    return {str(data[name]) for name in names if name in data} if isinstance(data, dict) else set()


ID_DIFFERS = error(
    "id-differs",
    "编号 {value} 应与文件或文件夹的名称“{name}”相同。",
    "请改编号或改名。",
    "The id {value} must equal the name of its file or folder, {name}.",
)


def _misnamed(values: Mapping[str, Record]) -> list[Diagnostic]:
    """A scheme is named like its file and a programme like its folder."""
    named = []
    for path, value in values.items():
        if isinstance(value, Scheme | Programme) and value.id != _name(path, value):
            facts = (("name", _name(path, value)),)
            named.append(Diagnostic(ID_DIFFERS, Place(path, ("id",)), "编号", value.id, facts))
    return named


def _name(path: str, value: Scheme | Programme) -> str:
    return PurePosixPath(path).stem if isinstance(value, Scheme) else PurePosixPath(path).parent.name


def _by_its_name(path: str, value: Record) -> Record:
    """The same record, a scheme or programme with the name of its file or folder as its id.

    So every path that a rule reports leads to a file that exists.
    """
    if isinstance(value, Scheme | Programme) and value.id != _name(path, value):
        return value.model_copy(update={"id": _name(path, value)})
    return value


def _repeated(values: Mapping[str, Record]) -> list[Diagnostic]:
    """Diagnostics for ids that occur twice in one list."""
    found = []
    for path, value in values.items():
        for inner in walk(value):
            for name, key in _lists_with_ids(type(inner.record)):
                items = getattr(inner.record, name)
                times = Counter(str(getattr(item, key)) for item in items)
                for repeated in sorted(i for i, count in times.items() if count > 1):
                    place = Place(path, (*inner.path, name, f"#{key}={repeated}", key))
                    title = title_of(type(items[0]), (key,)) if inner.path else "编号"
                    found.append(Diagnostic(DUPLICATE_ID, place, title, repeated))
    return found


def _without_scheme(
    values: Mapping[str, Record], known: Mapping[str, Scheme], unread: frozenset[str]
) -> list[Diagnostic]:
    """Programmes whose scheme does not exist."""
    words = {"kind": SCHEME.name, "kind_en": SCHEME.english, "file": SCHEME.file}
    return [
        Located(Place(path, ("scheme",)), title_of(Programme, ("scheme",)), value.scheme).problem(
            SCHEME.problem, **words
        )
        for path, value in values.items()
        if isinstance(value, Programme)
        and value.scheme not in known
        and not {value.scheme, f"content/schemes/{value.scheme}.yaml"} & (unread | values.keys())
    ]
