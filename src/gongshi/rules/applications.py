"""Rules on applications: counties, dates of divisions, briefs."""

from collections import defaultdict
from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.base import Day
from gongshi.model.model import Model
from gongshi.model.region import Division
from gongshi.rules.places import in_application

COUNTY_APPLIED_TWICE = error(
    "county-applied-twice",
    "{county}报了不止一项（{others}），本次申报每个县（市、区）限报一项。",
    "请核实后只保留一项。",
    "{county} applied more than once ({others}); this round allows one application for each county.",
)


def one_application_per_county(model: Model) -> Iterator[Diagnostic]:
    """A county applies once where the programme says so (one of the scheme's categories for each county)."""
    for round_ in model.rounds.values():
        if not round_.programme.one_application_per_county:
            continue
        by_county = defaultdict(list)
        for application in round_.applications:
            by_county[application.division].append(application.id)
        for division, ids in by_county.items():
            for application_id in ids[1:]:
                county = model.divisions[division].name if division in model.divisions else division
                place = in_application(round_.programme, application_id, "division")
                facts = (("county", county), ("others", "、".join(ids)))
                yield Diagnostic(COUNTY_APPLIED_TWICE, place, "申报地区编号", division, facts)


COUNTY_NOT_VALID = error(
    "county-not-valid",
    "{name}（{value}）在 {day} 不存在：{validity}。",
    "请改用当日有效的区划：{others}。",
    "The division {value} did not exist on {day} ({validity}). Use one that did.",
)


def division_valid_at_its_date(model: Model) -> Iterator[Diagnostic]:
    """An applicant's division existed on the day it applied."""
    for round_ in model.rounds.values():
        for application in round_.applications:
            division = model.divisions.get(application.division)
            if division is None or division.valid_on(application.submitted_on):
                continue
            facts = (
                ("name", division.name),
                ("day", application.submitted_on.isoformat()),
                ("validity", _validity(division)),
                ("others", _kin(model, division, application.submitted_on)),
            )
            place = in_application(round_.programme, application.id, "division")
            yield Diagnostic(COUNTY_NOT_VALID, place, "申报地区编号", division.id, facts)


def _validity(division: Division) -> str:
    since = f"{division.valid_from} 起" if division.valid_from else ""
    until = f"至 {division.valid_to} 撤销" if division.valid_to else ""
    return since + until


def _kin(model: Model, division: Division, day: Day) -> str:
    """Divisions of the same city with the same stem (富阳市, 富阳区) that existed on the day."""
    stem = division.name[:-1]
    found = [
        f"{other.name}（{other.id}）"
        for other in model.regions.divisions
        if other.city == division.city and other.name.startswith(stem) and other.valid_on(day)
    ]
    return "、".join(found) or "见 content/regions.yaml"


CITY_NOT_ADDRESSED = warning(
    "city-not-addressed",
    "{county}属于{city}，通知不发该市。",
    "请核实该申报是否有效。",
    "{county} lies in {city}, to which the call was not sent. Check whether the application counts.",
)


def city_was_addressed(model: Model) -> Iterator[Diagnostic]:
    """An applicant from a city to which the call was not sent is pointed out; staff decide."""
    for round_ in model.rounds.values():
        for application in round_.applications:
            division = model.divisions.get(application.division)
            if division and division.city in round_.programme.cities_not_addressed and division.city in model.cities:
                facts = (("county", division.name), ("city", model.cities[division.city].name))
                place = in_application(round_.programme, application.id, "division")
                yield Diagnostic(CITY_NOT_ADDRESSED, place, "申报地区编号", division.id, facts)


BRIEF_TOO_LONG = error(
    "brief-too-long",
    "项目简述共 {length} 字，不得超过 {limit} 字。",
    "请压缩到 {limit} 字以内。",
    "The project brief has {length} characters; at most {limit} are allowed.",
)


def brief_within_limit(model: Model) -> Iterator[Diagnostic]:
    """A project's brief keeps within the guide's limit (project table of the 编制指南)."""
    for round_ in model.rounds.values():
        limit = round_.scheme.guide.brief_limit
        for application in round_.applications:
            for index, project in enumerate(application.projects):
                if len(project.brief) > limit:
                    place = in_application(round_.programme, application.id, "projects", index, "brief")
                    facts = (("length", str(len(project.brief))), ("limit", str(limit)))
                    yield Diagnostic(BRIEF_TOO_LONG, place, "项目简述", project.name, facts, clause="编制指南")
