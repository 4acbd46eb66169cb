"""Outcomes of a round and their publicity: content/programmes/<programme>/results.yaml."""

from typing import Literal

from pydantic import Field

from gongshi.model.base import Count, Day, Identifier, Many, Record

OutcomeName = Literal["selected", "pilot", "not_selected"]


class Outcome(Record):
    """What became of one application."""

    application: Identifier = Field(title="申报号")
    outcome: OutcomeName = Field(title="结果")
    """selected 拟列入／列入, pilot 试点培育, not_selected 未列入."""


class PublicityWindow(Record):
    """The publicity window; first and last day are both counted."""

    published_on: Day = Field(title="公示发布日期")
    first_day: Day = Field(title="公示首日")
    last_day: Day = Field(title="公示末日")


class Results(Record):
    """Outcomes, publicity and announcement."""

    outcomes: Many[Outcome] = Field(title="评审结果")
    publicity: PublicityWindow | None = Field(None, title="公示")
    standing_objections: Count = Field(0, title="未办结异议数")
    announced_on: Day | None = Field(None, title="公布日期")
