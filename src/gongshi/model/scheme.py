"""A multi-year scheme (专项): content/schemes/<scheme>.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from gongshi.model.base import Clause, Count, Identifier, Key, Many, Measure, Month, Prose, Record, Text, Yuan
from gongshi.model.references import CityCode, MetricId, OrganId


class Basis(Record, title="依据文件"):
    """A document the scheme rests on."""

    title: Text = Field(title="依据文件标题")
    document_no: Text = Field(title="依据文件文号")


class Metric(Record, title="指标"):
    """A figure by which applicants are judged, e.g. an industry's rank in the province."""

    id: Identifier = Field(title="指标编号")
    name: Text = Field(title="指标名称")
    unit: Text | None = Field(None, title="单位")


class Condition(Record, title="条件"):
    """One condition of eligibility: a figure compared with a value, a question for people, or a group of conditions.

    A condition with a metric is judged by the applicant's figure; a group by its parts; any other by the finding that
    staff record. A group without a statement of its own is printed as its parts.
    """

    id: Identifier = Field(title="条件编号")
    statement: Prose | None = Field(
        None,
        title="条件内容",
        json_schema_extra={"note": "用文字写出条件，其中的数值写成 {{ value }}；只有分成几条的可以不填"},
    )
    """The condition in words; {{ value }} stands for its figure. Only a group may leave it out."""
    metric: MetricId | None = Field(None, title="指标编号")
    comparison: Literal["at_least", "at_most"] | None = Field(
        None,
        title="比较方式",
        json_schema_extra={"note": "申报的数值与 value 怎样比；名次在前 15 名填 at_most，数值 15"},
    )
    """How an applicant's figure is compared with `value`; a rank among the first 15 is at_most 15."""
    value: Measure | None = Field(None, title="数值")
    unit: Text | None = Field(None, title="单位")
    needs_evidence: bool = Field(
        default=False, title="须有佐证", json_schema_extra={"note": "审核意见须有佐证材料才算符合，如例外情况"}
    )
    """Whether a finding that it is met counts only with evidence, as for an exception."""
    all_of: Many["Condition"] = Field((), title="同时满足", json_schema_extra={"note": "分成几条，都要符合"})
    any_of: Many["Condition"] = Field((), title="满足之一", json_schema_extra={"note": "分成几条，符合一条即可"})
    clause: Text = Field(title="条款")


class TaskMinimum(Record, title="任务"):
    """A task the winner takes on, with how many of it at least."""

    id: Identifier = Field(title="任务编号")
    name: Text = Field(title="任务名称")
    minimum: Count = Field(title="最少数量")
    maximum: Count | None = Field(None, title="最多数量")
    unit: Text = Field("项", title="量词")
    funded: bool = Field(
        default=True, title="可使用省级资金", json_schema_extra={"note": "省级资金不能用于这项任务的填 false"}
    )
    """False if the province's money may not go to it."""
    waivable: bool = Field(
        default=False,
        title="可不承担",
        json_schema_extra={"note": "有佐证材料的申报可以不承担这项任务，另有侧重的填 true"},
    )
    """Whether an applicant with recorded evidence may stress other tasks instead."""
    clause: Text = Field(title="条款")


class Category(Record, title="类别"):
    """A category (类别) of the scheme."""

    id: Identifier = Field(title="类别编号")
    name: Text = Field(title="类别名称", json_schema_extra={"note": "名单和批复中所用的全称"})
    """Full name, as lists and 批复 give it."""
    short_name: Text = Field(title="类别简称")
    target: Count | None = Field(
        None, title="总目标数", json_schema_extra={"note": "各年度合计要多少个；文件没有说的不填"}
    )
    """How many the scheme wants over its years; None if it does not say."""
    amount: Yuan | None = Field(
        None,
        title="一次性支持资金（元）",
        json_schema_extra={"note": "一个列入的申报得多少；文件没有说的不填。其他类别有而本类别不填，就是不安排资金"},
    )
    """Money for one winner; None if the scheme states none. Where other categories have money, none means no money."""
    amount_clause: Text | None = Field(None, title="资金条款")
    priority: Prose | None = Field(None, title="优先条件")
    requirement: Prose | None = Field(None, title="总体要求")
    further_tasks: Prose | None = Field(None, title="其他任务")
    conditions: Many[Condition] = Field((), title="申报条件")
    tasks: Many[TaskMinimum] = Field((), title="任务下限")


class PayerException(Record, title="出资的例外"):
    """A city that pays its own winners."""

    city: CityCode = Field(title="城市代码", pattern=r"^[0-9]{6}$")
    payer: OrganId = Field(title="出资机关编号")
    payer_name: Text = Field(title="承担单位", json_schema_extra={"note": "表格中怎样写，如 样例市财政"})
    """As tables name it, e.g. 样例市财政."""
    statement: Prose = Field(title="说明")
    clause: Text = Field(title="条款")


class Funding(Record, title="资金"):
    """Who pays, for how long, and what for."""

    payer: OrganId = Field(title="出资机关编号")
    payer_name: Text = Field(title="资金来源", json_schema_extra={"note": "表格中怎样写，如 省财政"})
    """As tables name it, e.g. 省财政."""
    statement: Prose = Field(title="资金说明", json_schema_extra={"note": "用一两句话说明资金政策"})
    """The policy in one or two sentences."""
    years: Count | None = Field(
        None, title="连续年数", ge=1, json_schema_extra={"note": "连续安排几个预算年度；文件没有说的不填"}
    )
    """For how many budget years running there is money; None if the scheme does not say."""
    first_year: int | None = Field(
        None,
        title="首个预算年度",
        ge=1990,
        le=2100,
        json_schema_extra={"note": "第一个预算年度；与专项起始年相同的不填"},
    )
    """The first of these years; None if it is the scheme's own first year."""
    earmarked: bool = Field(default=True, title="专款专用")
    exceptions: Many[PayerException] = Field((), title="例外")
    clause: Text = Field(title="条款")


class Reporting(Record, title="监督"):
    """Reports and evaluation after the award."""

    months: Many[Month] = Field(
        title="报送月份", min_length=1, json_schema_extra={"note": "到这些月份的月底报送进展报告"}
    )
    """Months at whose end a progress report is due."""
    recipients: Many[OrganId] = Field(title="报送对象", min_length=1, json_schema_extra={"note": "收报告的机关的编号"})
    """Organs that receive the reports."""
    evaluation: Clause = Field(title="绩效评价")
    grades: Many[Text] = Field((), title="评价等次", json_schema_extra={"note": "每年绩效评价的等次，从好到差"})
    """Grades of the yearly evaluation, the best first."""
    leading_group: bool = Field(default=False, title="要求成立领导小组")
    site_meeting: bool = Field(default=False, title="要求每年召开现场会")
    plaque: bool = Field(default=False, title="授牌")
    consequence: Clause = Field(title="结果运用")
    clause: Text = Field(title="条款")


class Guide(Record, title="编制指南"):
    """The guide (编制指南) for writing an application, with the cover it prescribes."""

    title: Text = Field(title="指南标题")
    cover_title: Text = Field(title="封面标题")
    cover_fields: Many[Text] = Field(title="封面栏目")
    brief_limit: Count = Field(300, title="项目简述字数上限", json_schema_extra={"note": "项目简述最多多少字"})
    """Most characters in a project's brief."""
    text: Prose = Field(title="指南正文")


class Scheme(Record, title="专项"):
    """A scheme: what is wanted over the years, of whom, for what money."""

    id: Identifier = Field(title="专项编号")
    name: Text = Field(title="专项名称", json_schema_extra={"note": "评选什么，写全称，如 样例省样例园区"})
    """Full name of what is selected, e.g. 样例省样例园区."""
    short_name: Text = Field(title="专项简称")
    honour: Text = Field(title="名号", json_schema_extra={"note": "列入的一个叫什么，如 样例园区"})
    """What one winner is called, e.g. 样例园区."""
    unit: Text = Field("个", title="量词", json_schema_extra={"note": "名号的量词"})
    first_year: int = Field(title="起始年", ge=1990, le=2100)
    years: Count | None = Field(None, title="实施年数", json_schema_extra={"note": "总目标数跨几年；文件没有说的不填"})
    """Years the targets span; None if the scheme does not say."""
    basis: Many[Basis] = Field((), title="政策依据")
    applicant: Text = Field(title="申报主体")
    conditions: Many[Condition] = Field((), title="共同条件", json_schema_extra={"note": "各类别共同的条件"})
    """Conditions of every category."""
    metrics: Annotated[Many[Metric], Key("id")] = Field((), title="指标")
    categories: Annotated[Many[Category], Key("id")] = Field(title="类别", min_length=1)
    funding: Funding = Field(title="资金")
    reporting: Reporting = Field(title="监督")
    duties: Many[Prose] = Field(
        (), title="列入后的要求", json_schema_extra={"note": "列入后还要做什么，每项一句，印在批复里"}
    )
    """What else a winner has to do, one sentence each; printed in its 批复."""
    plan_title: Text | None = Field(
        None, title="实施方案标题", json_schema_extra={"note": "方案单独印发时的标题；写在通知里的不填"}
    )
    """Title under which the terms are issued as a document of their own; None if the call itself carries them."""
    terms: Prose = Field(
        title="方案正文", json_schema_extra={"note": "方案正文：“## ”开头的是“一、”，“### ”开头的是“（一）”"}
    )
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
