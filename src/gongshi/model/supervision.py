"""What follows the award: content/programmes/<programme>/supervision.yaml."""

from typing import Annotated

from pydantic import Field

from gongshi.model.base import Clause, Day, Identifier, Key, Many, Points, Record, Text, YearMonth, Yuan
from gongshi.model.references import ApplicationId, OrganId, TaskId


class PaymentLine(Record, title="资金安排"):
    """What part of a payment is for."""

    use: Text = Field(title="用途")
    task: TaskId | None = Field(None, title="任务编号")
    """The task of the scheme it serves; None if it serves none that the scheme counts."""
    project: Text | None = Field(None, title="项目名称", json_schema_extra={"note": "申报的项目情况表中的项目名称"})
    """A project of the application's table."""
    amount: Yuan = Field(title="金额（元）")


class Payment(Record, title="资金下达"):
    """Money paid to one winner in one year (资金下达)."""

    id: Identifier = Field(title="资金编号")
    application: ApplicationId = Field(title="申报号")
    payer: OrganId = Field(title="出资机关编号")
    year: int = Field(title="预算年度", ge=1990, le=2100)
    amount: Yuan = Field(title="金额（元）")
    decided_on: Day = Field(title="下达日期")
    lines: Many[PaymentLine] = Field((), title="资金安排")


class ProgressReport(Record, title="进展报告"):
    """A winner's report for the period that ends with a month."""

    application: ApplicationId = Field(title="申报号")
    due: YearMonth = Field(title="应报月份", json_schema_extra={"note": "到这个月底为止的一期"})
    received_on: Day | None = Field(None, title="收到日期")
    summary: Text | None = Field(None, title="进展摘要")


class Evaluation(Record, title="绩效评价"):
    """The third party's yearly evaluation of one winner (绩效评价)."""

    application: ApplicationId = Field(title="申报号")
    year: int = Field(title="评价年度", ge=1990, le=2100)
    evaluator: Text = Field(title="评价机构")
    points: Points | None = Field(None, title="评价得分")
    grade: Text = Field(title="评价等次")
    evaluated_on: Day = Field(title="评价日期")
    continued: bool | None = Field(
        None, title="次年继续支持", json_schema_extra={"note": "次年是否继续支持；还没有定的不填"}
    )
    """Whether support goes on next year; None if it is not decided."""


class Reward(Record, title="奖励"):
    """A reward after an evaluation."""

    application: ApplicationId = Field(title="申报号")
    year: int = Field(title="评价年度", ge=1990, le=2100)
    amount: Yuan = Field(title="奖励金额（元）")
    payer: OrganId = Field(title="出资机关编号")
    decided_on: Day = Field(title="决定日期")


class Plaque(Record, title="授牌"):
    """A plaque given to a winner (授牌)."""

    application: ApplicationId = Field(title="申报号")
    given_on: Day = Field(title="授牌日期")


class LeadingGroup(Record, title="领导小组"):
    """A winner's leading group (领导小组)."""

    application: ApplicationId = Field(title="申报号")
    established_on: Day = Field(title="成立日期")


class SiteMeeting(Record, title="现场会"):
    """A yearly on-site meeting (现场会)."""

    year: int = Field(title="年度", ge=1990, le=2100)
    held_on: Day = Field(title="召开日期")
    place: Text = Field(title="地点")


class Revocation(Record, title="取消名号"):
    """A title taken away (取消名号)."""

    application: ApplicationId = Field(title="申报号")
    decided_on: Day = Field(title="决定日期")
    reason: Clause = Field(title="取消理由")


class Supervision(Record, title="列入以后"):
    """Money, reports, evaluation, plaques, meetings and cancelled titles of a round."""

    payments: Annotated[Many[Payment], Key("id")] = Field((), title="资金下达")
    reports: Many[ProgressReport] = Field((), title="进展报告")
    evaluations: Many[Evaluation] = Field((), title="绩效评价")
    rewards: Many[Reward] = Field((), title="奖励")
    plaques: Annotated[Many[Plaque], Key("application")] = Field((), title="授牌")
    leading_groups: Annotated[Many[LeadingGroup], Key("application")] = Field((), title="领导小组")
    site_meetings: Annotated[Many[SiteMeeting], Key("year")] = Field(
        (), title="现场会", json_schema_extra={"note": "每年一次"}
    )
    revocations: Annotated[Many[Revocation], Key("application")] = Field((), title="取消名号")
