"""Applications (申报) of a round: content/programmes/<programme>/applications.yaml."""

from pydantic import Field

from gongshi.model.base import CreditCode, Day, Identifier, Many, Record, Text, YearMonth, Yuan


class IncomingDocument(Record):
    """A document received from an applicant or a city."""

    title: Text = Field(title="来文标题")
    document_no: Text = Field(title="来文文号")
    dated: Day = Field(title="来文日期")


class DemonstrationProject(Record):
    """A row of the project table (项目情况表)."""

    firm: Text = Field(title="企业名称")
    credit_code: CreditCode | None = Field(None, title="统一社会信用代码")
    name: Text = Field(title="项目名称")
    brief: Text = Field(title="项目简述")
    investment: Yuan = Field(title="投入资金（元）")
    starts: YearMonth = Field(title="开始年月")
    ends: YearMonth = Field(title="结束年月")
    remark: Text | None = Field(None, title="备注")


class Application(Record):
    """One county's application."""

    id: Identifier = Field(title="申报号")
    division: Identifier = Field(title="申报地区编号")
    category: Identifier = Field(title="申报类别")
    plan_title: Text = Field(title="方案名称")
    submitted_on: Day = Field(title="上报日期")
    incoming: IncomingDocument = Field(title="政府来文")
    """The county government's document that submits the plan."""
    recommendation: IncomingDocument | None = Field(None, title="设区市推荐意见")
    starts: YearMonth = Field(title="方案起始年月")
    ends: YearMonth = Field(title="方案结束年月")
    projects: Many[DemonstrationProject] = Field(title="项目情况表", min_length=1)
