"""Outcomes of a round and their publicity: content/programmes/<programme>/results.yaml."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from gongshi.model.base import Day, Identifier, Key, Many, Record, Text
from gongshi.model.references import ApplicationId, ObjectionId

OutcomeName = Literal["selected", "reserve", "pilot", "not_selected"]

OUTCOME_NAMES: Mapping[OutcomeName, str] = {
    "selected": "列入",
    "reserve": "候补",
    "pilot": "试点培育",
    "not_selected": "未列入",
}
"""Each outcome as people name it."""


class Outcome(Record, title="一件申报的结果"):
    """What the panel proposed for one application."""

    application: ApplicationId = Field(title="申报号")
    outcome: OutcomeName = Field(title="结果", json_schema_extra={"note": "评审提出的结果，不计后来的递补"})
    """selected 拟列入／列入, reserve 候补, pilot 试点培育, not_selected 未列入; before any substitution."""
    reason: Text | None = Field(
        None,
        title="不按排名的理由",
        json_schema_extra={"note": "不论名次都不列入的，或者没有评分的，写明理由，如 自行撤回"},
    )
    """Why it is left out whatever its rank, or was not scored: withdrawn, not eligible. For pilot and not_selected."""


class PublicityWindow(Record, title="一次公示"):
    """A publicity window; first and last day are both counted."""

    id: Identifier = Field(title="公示编号")
    published_on: Day = Field(title="公示发布日期")
    first_day: Day = Field(title="公示首日")
    last_day: Day = Field(title="公示末日", json_schema_extra={"note": "首日、末日都计入"})
    applications: Many[ApplicationId] = Field(
        (), title="公示的申报号", json_schema_extra={"note": "公示哪些申报；不填就是拟列入的全部申报"}
    )
    """Those that it makes public; none means all that the panel proposed."""


class Substitution(Record, title="退出和递补"):
    """A proposed winner that falls out, and the one from the reserve that steps in."""

    falls_out: ApplicationId = Field(title="退出的申报号")
    objection: ObjectionId | None = Field(None, title="异议编号")
    """The upheld objection; None if the applicant withdrew."""
    steps_in: ApplicationId | None = Field(None, title="递补的申报号")
    """From the reserve; None if the place stays empty."""
    reason: Text | None = Field(
        None,
        title="同分递补的理由",
        json_schema_extra={"note": "名次相同的候补中为什么递补这一个，如 评审组织复议决定；只有这时才填"},
    )
    """Why this one steps in before others of the same rank, e.g. 评审组织复议决定; needed only then."""
    decided_on: Day = Field(title="决定日期")


class Results(Record, title="评审结果和公示"):
    """Outcomes, publicity and announcement."""

    outcomes: Annotated[Many[Outcome], Key("application")] = Field(title="评审结果")
    publicities: Annotated[Many[PublicityWindow], Key("id")] = Field(
        (), title="公示", json_schema_extra={"note": "第一次是拟列入的全部申报，以后各次是递补的申报"}
    )
    """The first is of all that were proposed, later ones of those that stepped in."""
    substitutions: Annotated[Many[Substitution], Key("falls_out")] = Field((), title="递补")
    announced_on: Day | None = Field(None, title="公布日期")
