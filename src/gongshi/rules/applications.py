"""Rules on applications: counties, dates of divisions, briefs."""

from collections import defaultdict
from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.base import Day
from gongshi.model.model import Model
from gongshi.model.region import Division
from gongshi.model.round import Round

COUNTY_APPLIED_TWICE = error(
    "county-applied-twice",
    "{county}报了不止一项（{others}），本次申报每个县（市、区）限报一项。",
    "请核实后只保留一项。",
    "{county} applied more than once ({others}); this round allows one application for each county.",
)


def one_application_per_county(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A county applies once where the programme says so (one of the scheme's categories for each county)."""
    by_county = defaultdict(list)
    for application in r.applications if r.programme.one_application_per_county else ():
        by_county[application.division].append(application)
    for same in by_county.values():
        others = "、".join(application.id for application in same)
        for application in same[1:]:
            county = model.county_of(application)
            yield model.at(application, "division").problem(COUNTY_APPLIED_TWICE, county=county, others=others)


COUNTY_NOT_VALID = error(
    "county-not-valid",
    "{name}（{value}）在 {day} 不存在：{validity}。",
    "请改用当日有效的区划：{others}。",
    "The division {value} did not exist on {day} ({validity}). Use one that did.",
)


def division_valid_at_its_date(r: Round, model: Model) -> Iterator[Diagnostic]:
    """An applicant's division existed on the day it applied."""
    for application in r.applications:
        division, day = model.divisions.get(application.division), application.submitted_on
        if division and not division.valid_on(day):
            facts = {"validity": _validity(division), "others": _kin(model, division, day)}
            yield model.at(application, "division").problem(COUNTY_NOT_VALID, name=division.name, day=day, **facts)


def _validity(division: Division) -> str:
    since = f"{division.valid_from} 起" if division.valid_from else ""
    until = f"至 {division.valid_to} 撤销" if division.valid_to else ""
    return since + until


def _kin(model: Model, division: Division, day: Day) -> str:
    """Names of divisions of the same city with the same stem (富阳市, 富阳区) that existed on the day."""
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


def city_was_addressed(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A warning for an applicant from a city to which the call was not sent; staff decide."""
    for application in r.applications:
        division = model.divisions.get(application.division)
        city = model.cities.get(division.city) if division else None
        if division and city and city.code in r.programme.cities_not_addressed:
            facts = {"county": division.name, "city": city.name}
            yield model.at(application, "division").problem(CITY_NOT_ADDRESSED, **facts)


BRIEF_TOO_LONG = error(
    "brief-too-long",
    "项目简述共 {length} 字，不得超过 {limit} 字。",
    "请压缩到 {limit} 字以内。",
    "The project brief has {length} characters; at most {limit} are allowed.",
)


def brief_within_limit(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A project's brief keeps within the guide's limit (project table of the 编制指南)."""
    limit = r.scheme.guide.brief_limit
    for application in r.applications:
        for project in application.projects:
            if len(project.brief) > limit:
                brief, length = model.at(project, "brief"), len(project.brief)
                yield brief.problem(BRIEF_TOO_LONG, value=project.name, clause="编制指南", length=length, limit=limit)
