"""Applications (申报) of a round: content/programmes/<programme>/applications.yaml."""

from typing import Annotated

from pydantic import Field

from gongshi.model.base import Count, CreditCode, Day, Identifier, Key, Many, Measure, Record, Text, YearMonth, Yuan
from gongshi.model.references import CategoryId, ConditionId, DivisionId, MaterialId, MetricId, TaskId


class IncomingDocument(Record, title="来文"):
    """A document received from an applicant or a city."""

    title: Text = Field(title="来文标题")
    document_no: Text = Field(title="来文文号")
    dated: Day = Field(title="来文日期", json_schema_extra={"note": "文件的成文日期"})


class DemonstrationProject(Record, title="示范项目"):
    """A row of the project table (项目情况表)."""

    firm: Text = Field(title="企业名称")
    credit_code: CreditCode | None = Field(None, title="统一社会信用代码")
    name: Text = Field(title="项目名称")
    brief: Text = Field(title="项目简述")
    investment: Yuan = Field(title="投入资金（元）")
    starts: YearMonth = Field(title="开始年月")
    ends: YearMonth = Field(title="结束年月")
    remark: Text | None = Field(None, title="备注")


class Figure(Record, title="指标数值"):
    """An applicant's value of a metric, and where it comes from."""

    metric: MetricId = Field(title="指标编号")
    value: Measure = Field(title="数值")
    source: Text = Field(title="数据来源")


class Finding(Record, title="审核意见"):
    """What staff found on a condition that no figure decides, or on a task below its minimum."""

    condition: ConditionId = Field(title="条件或任务编号")
    met: bool = Field(title="是否符合", json_schema_extra={"note": "符合填 true，不符合填 false"})
    evidence: Text | None = Field(None, title="佐证材料")


class TaskPlan(Record, title="任务数量"):
    """How many of a task the plan promises."""

    task: TaskId = Field(title="任务编号")
    number: Count = Field(title="数量")


class ReceivedMaterial(Record, title="收到的材料"):
    """A material that came in."""

    material: MaterialId = Field(title="材料编号")
    copies: Count = Field(1, title="收到份数")


class Application(Record, title="申报"):
    """One county's application."""

    id: Identifier = Field(title="申报号")
    division: DivisionId = Field(title="申报地区编号")
    category: CategoryId = Field(title="申报类别")
    plan_title: Text = Field(title="方案名称")
    submitted_on: Day = Field(title="上报日期")
    incoming: IncomingDocument = Field(title="政府来文", json_schema_extra={"note": "县（市、区）政府上报方案的文件"})
    """The county government's document that submits the plan."""
    recommendation: IncomingDocument | None = Field(
        None, title="设区市推荐意见", json_schema_extra={"note": "设区市推荐的文件"}
    )
    starts: YearMonth = Field(title="方案起始年月")
    ends: YearMonth = Field(title="方案结束年月")
    materials: Annotated[Many[ReceivedMaterial], Key("material")] = Field((), title="已收材料")
    figures: Annotated[Many[Figure], Key("metric")] = Field((), title="指标数值")
    findings: Annotated[Many[Finding], Key("condition")] = Field((), title="审核意见")
    tasks: Annotated[Many[TaskPlan], Key("task")] = Field((), title="任务数量")
    projects: Many[DemonstrationProject] = Field(title="项目情况表", min_length=1)
