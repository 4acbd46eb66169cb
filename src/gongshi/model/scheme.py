"""A multi-year scheme (专项): content/schemes/<scheme>.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from gongshi.model.base import Clause, Count, Identifier, Key, Many, Measure, Month, Prose, Record, Text, Yuan
from gongshi.model.references import CityCode, MetricId, OrganId


class Basis(Record):
    """A document the scheme rests on."""

    title: Text = Field(title="依据文件标题")
    document_no: Text = Field(title="依据文件文号")


class Metric(Record):
    """A figure by which applicants are judged, e.g. an industry's rank in the province."""

    id: Identifier = Field(title="指标编号")
    name: Text = Field(title="指标名称")
    unit: Text | None = Field(None, title="单位")


class Condition(Record):
    """One condition of eligibility: a figure held against a value, a question for people, or a group of conditions.

    A condition with a metric is judged by the applicant's figure; a group by its parts; any other by the finding that
    staff record. A group without a statement of its own is printed as its parts.
    """

    id: Identifier = Field(title="条件编号")
    statement: Prose | None = Field(None, title="条件内容")
    """The condition in words; {{ value }} stands for its figure. Only a group may leave it out."""
    metric: MetricId | None = Field(None, title="指标编号")
    comparison: Literal["at_least", "at_most"] | None = Field(None, title="比较方式")
    """How an applicant's figure is held against `value`; a rank among the first 15 is at_most 15."""
    value: Measure | None = Field(None, title="数值")
    unit: Text | None = Field(None, title="单位")
    needs_evidence: bool = Field(default=False, title="须有佐证")
    """Whether a finding that it is met counts only with evidence, as for an exception."""
    all_of: Many["Condition"] = Field((), title="同时满足")
    any_of: Many["Condition"] = Field((), title="满足之一")
    clause: Text = Field(title="条款")


class TaskMinimum(Record):
    """A task the winner takes on, with how many of it at least."""

    id: Identifier = Field(title="任务编号")
    name: Text = Field(title="任务名称")
    minimum: Count = Field(title="最少数量")
    maximum: Count | None = Field(None, title="最多数量")
    unit: Text = Field("项", title="量词")
    funded: bool = Field(default=True, title="可使用省级资金")
    """False if the province's money may not go to it."""
    waivable: bool = Field(default=False, title="可不承担")
    """Whether an applicant with recorded evidence may stress other tasks instead."""
    clause: Text = Field(title="条款")


class Category(Record):
    """A category (类别) of the scheme."""

    id: Identifier = Field(title="类别编号")
    name: Text = Field(title="类别名称")
    """Full name, as lists and 批复 give it."""
    short_name: Text = Field(title="类别简称")
    target: Count | None = Field(None, title="总目标数")
    """How many the scheme wants over its years; None if it does not say."""
    amount: Yuan | None = Field(None, title="一次性支持资金（元）")
    """Money for one winner; None if the scheme states none. Where other categories have money, none means no money."""
    amount_clause: Text | None = Field(None, title="资金条款")
    priority: Prose | None = Field(None, title="优先条件")
    requirement: Prose | None = Field(None, title="总体要求")
    further_tasks: Prose | None = Field(None, title="其他任务")
    conditions: Many[Condition] = Field((), title="申报条件")
    tasks: Many[TaskMinimum] = Field((), title="任务下限")


class PayerException(Record):
    """A city that pays its own winners."""

    city: CityCode = Field(title="城市代码", pattern=r"^[0-9]{6}$")
    payer: OrganId = Field(title="出资机关编号")
    payer_name: Text = Field(title="承担单位")
    """As tables name it, e.g. 样例市财政."""
    statement: Prose = Field(title="说明")
    clause: Text = Field(title="条款")


class Funding(Record):
    """Who pays, for how long, and what for."""

    payer: OrganId = Field(title="出资机关编号")
    payer_name: Text = Field(title="资金来源")
    """As tables name it, e.g. 省财政."""
    statement: Prose = Field(title="资金说明")
    """The policy in one or two sentences."""
    years: Count | None = Field(None, title="连续年数", ge=1)
    """For how many budget years running there is money; None if the scheme does not say."""
    first_year: int | None = Field(None, title="首个预算年度", ge=1990, le=2100)
    """The first of these years; None if it is the scheme's own first year."""
    earmarked: bool = Field(default=True, title="专款专用")
    exceptions: Many[PayerException] = Field((), title="例外")
    clause: Text = Field(title="条款")


class Reporting(Record):
    """Reports and evaluation after the award."""

    months: Many[Month] = Field(title="报送月份", min_length=1)
    """Months at whose end a progress report is due."""
    recipients: Many[OrganId] = Field(title="报送对象", min_length=1)
    """Organs that receive the reports."""
    evaluation: Clause = Field(title="绩效评价")
    grades: Many[Text] = Field((), title="评价等次")
    """Grades of the yearly evaluation, the best first."""
    leading_group: bool = Field(default=False, title="要求成立领导小组")
    site_meeting: bool = Field(default=False, title="要求每年召开现场会")
    plaque: bool = Field(default=False, title="授牌")
    consequence: Clause = Field(title="结果运用")
    clause: Text = Field(title="条款")


class Guide(Record):
    """The guide (编制指南) for writing an application, with the cover it prescribes."""

    title: Text = Field(title="指南标题")
    cover_title: Text = Field(title="封面标题")
    cover_fields: Many[Text] = Field(title="封面栏目")
    brief_limit: Count = Field(300, title="项目简述字数上限")
    """Most characters in a project's brief."""
    text: Prose = Field(title="指南正文")


class Scheme(Record):
    """A scheme: what is wanted over the years, of whom, for what money."""

    id: Identifier = Field(title="专项编号")
    name: Text = Field(title="专项名称")
    """Full name of what is selected, e.g. 样例省样例园区."""
    short_name: Text = Field(title="专项简称")
    honour: Text = Field(title="名号")
    """What one winner is called, e.g. 样例园区."""
    unit: Text = Field("个", title="量词")
    first_year: int = Field(title="起始年", ge=1990, le=2100)
    years: Count | None = Field(None, title="实施年数")
    """Years the targets span; None if the scheme does not say."""
    basis: Many[Basis] = Field((), title="政策依据")
    applicant: Text = Field(title="申报主体")
    conditions: Many[Condition] = Field((), title="共同条件")
    """Conditions of every category."""
    metrics: Annotated[Many[Metric], Key("id")] = Field((), title="指标")
    categories: Annotated[Many[Category], Key("id")] = Field(title="类别", min_length=1)
    funding: Funding = Field(title="资金")
    reporting: Reporting = Field(title="监督")
    duties: Many[Prose] = Field((), title="列入后的要求")
    """What else a winner has to do, one sentence each; printed in its 批复."""
    plan_title: Text | None = Field(None, title="实施方案标题")
    """Title under which the terms are issued as a document of their own; None if the call itself carries them."""
    terms: Prose = Field(title="方案正文")
    """The scheme's provisions in Markdown: ## for 一、, ### for （一）."""
    guide: Guide = Field(title="编制指南")

    def category(self, category_id: str) -> Category:
        """The category of that id; KeyError if there is none."""
        return {category.id: category for category in self.categories}[category_id]

    def gives_money(self, category: Category) -> bool:
        """Whether winners of a category get money.

        Where categories of the scheme have an amount, one without gets none; where none has, the scheme leaves it open.
        """
        return bool(category.amount) or all(each.amount is None for each in self.categories)
