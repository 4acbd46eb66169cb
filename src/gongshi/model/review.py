"""Expert review (专家评审) of a round: content/programmes/<programme>/reviews.yaml. Internal."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from gongshi.model.base import Day, Identifier, Key, Many, Points, Record, Text
from gongshi.model.references import ApplicationId, CriterionId, DivisionId, ExpertId


class Expert(Record):
    """A member of the panel. Names never leave the commission."""

    id: Identifier = Field(title="专家编号")
    name: Text = Field(title="姓名")
    employer: Text = Field(title="工作单位")
    divisions: Many[DivisionId] = Field((), title="关联地区")
    """Divisions the expert is tied to: applications from there are not the expert's to score."""
    firms: Many[Text] = Field((), title="关联企业")
    """Firms the expert is tied to: applications with a project of theirs are not the expert's to score."""


class Recusal(Record):
    """An expert who does not score an application, for a reason beyond the ties on record (回避)."""

    expert: ExpertId = Field(title="专家编号")
    application: ApplicationId = Field(title="申报号")
    reason: Text = Field(title="回避理由")


class Mark(Record):
    """One expert's points for one application, by criterion."""

    expert: ExpertId = Field(title="专家编号")
    points: Mapping[CriterionId, Points] = Field(title="各项得分")


class Scores(Record):
    """All experts' points for one application."""

    application: ApplicationId = Field(title="申报号")
    marks: Many[Mark] = Field(title="专家评分")


class Review(Record):
    """The panel and its scores."""

    held_on: Day = Field(title="评审日期")
    place: Text | None = Field(None, title="评审地点")
    panel: Text = Field(title="评审组织")
    chair: ExpertId | None = Field(None, title="组长专家编号")
    experts: Annotated[Many[Expert], Key("id")] = Field((), title="评审专家")
    recusals: Many[Recusal] = Field((), title="回避")
    scores: Annotated[Many[Scores], Key("application")] = Field(title="评审得分")
