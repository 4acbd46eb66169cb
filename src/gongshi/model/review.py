"""Expert review (专家评审) of a round: content/programmes/<programme>/reviews.yaml. Internal."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from gongshi.model.base import Day, Identifier, Key, Many, Points, Record, Text
from gongshi.model.references import ApplicationId, CriterionId, DivisionId, ExpertId


class Expert(Record, title="评审专家"):
    """A member of the panel. Names never leave the commission."""

    id: Identifier = Field(title="专家编号")
    name: Text = Field(title="姓名", json_schema_extra={"note": "不公开"})
    employer: Text = Field(title="工作单位")
    divisions: Many[DivisionId] = Field(
        (), title="关联地区", json_schema_extra={"note": "与这名专家有关的县（市、区）的编号：那里的申报不由他评分"}
    )
    """Divisions the expert is tied to: applications from there are not the expert's to score."""
    firms: Many[Text] = Field(
        (), title="关联企业", json_schema_extra={"note": "与这名专家有关的企业：有这些企业的项目的申报不由他评分"}
    )
    """Firms the expert is tied to: applications with a project of theirs are not the expert's to score."""


class Recusal(Record, title="回避"):
    """An expert who does not score an application, for a reason beyond the ties on record (回避)."""

    expert: ExpertId = Field(title="专家编号")
    application: ApplicationId = Field(title="申报号")
    reason: Text = Field(title="回避理由", json_schema_extra={"note": "关联地区、关联企业以外的理由"})


class Mark(Record, title="一名专家的评分"):
    """One expert's points for one application, by criterion."""

    expert: ExpertId = Field(title="专家编号")
    points: Mapping[CriterionId, Points] = Field(
        title="各项得分", json_schema_extra={"note": "按评审指标的编号逐项写得分"}
    )


class Scores(Record, title="一件申报的得分"):
    """All experts' points for one application."""

    application: ApplicationId = Field(title="申报号")
    marks: Many[Mark] = Field(title="专家评分")


class Review(Record, title="专家评审"):
    """The panel and its scores."""

    held_on: Day = Field(title="评审日期")
    place: Text | None = Field(None, title="评审地点")
    panel: Text = Field(title="评审组织")
    chair: ExpertId | None = Field(None, title="组长专家编号")
    experts: Annotated[Many[Expert], Key("id")] = Field((), title="评审专家", json_schema_extra={"note": "姓名不公开"})
    recusals: Many[Recusal] = Field((), title="回避")
    scores: Annotated[Many[Scores], Key("application")] = Field(title="评审得分")
