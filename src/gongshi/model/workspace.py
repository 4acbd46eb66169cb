"""Settings of one workspace: content/workspace.yaml."""

from typing import Literal

from pydantic import Field

from gongshi.model.base import Count, Day, Month, Record, Text


class Reminders(Record, title="看板提醒期限"):
    """After how long the board shows something as late; terms that the office sets itself, internal."""

    objection_days: Count = Field(15, title="异议办理天数", json_schema_extra={"note": "从收到异议到办结"})
    """Days from receiving an objection to its decision."""
    payment_days: Count = Field(60, title="资金下达天数", json_schema_extra={"note": "从公布到下达资金"})
    """Days from the announcement to the payment."""
    approval_days: Count = Field(
        30, title="批复天数", json_schema_extra={"note": "从公布到批复，只用于逐件批复方案的年度申报"}
    )
    """Days from the announcement to each winner's 批复, in rounds that approve plans one by one."""
    evaluation_month: Month = Field(
        6, title="绩效评价完成月份", json_schema_extra={"note": "上一年的绩效评价应在这个月底以前完成"}
    )
    """Month of the next year by whose end a year's evaluation should be done."""


class DataLicence(Record, title="数据使用许可"):
    """On what terms the public may use the data files."""

    name: Text = Field(title="许可名称", json_schema_extra={"note": "许可的名称，或者写一句话，句末不加句号"})
    """Its name, or its terms in one sentence without a full stop."""
    english: Text = Field(title="许可英文名称", json_schema_extra={"note": "同一句话的英文，用在英文的数据说明里"})
    """The same in English, for the English part of the data dictionary."""
    url: Text | None = Field(
        None,
        title="许可全文网址",
        pattern=r"^https?://[^\s]+$",
        json_schema_extra={"note": "许可全文所在的网页；一句话已经说完的不填"},
    )
    """Where its text is; None if the sentence is all."""


OWN_LICENCE = DataLicence(
    name="可以自由查阅、下载和引用，引用时请注明来源和日期",
    english="Free to consult, download and cite; please name the source and the date",
)
"""What holds if the workspace names no licence."""


class Workspace(Record, title="工作区"):
    """What holds for everything the workspace publishes."""

    site_name: Text = Field(title="网站名称")
    """Name of the public site."""
    site_url: Text = Field(
        title="网站地址",
        pattern=r"^https?://[^\s]+/$",
        json_schema_extra={"note": "以 https:// 或 http:// 开头，以 / 结尾"},
    )
    """Address at which the site is served, ending in a slash."""
    site_description: Text = Field(title="网站说明", json_schema_extra={"note": "一句话，用在首页，也给搜索引擎"})
    """One sentence for search engines and the home page."""
    publisher: Text = Field(title="主办单位")
    """Whose site it is, as printed in the footer."""
    language: Literal["zh", "en"] = Field(
        "zh", title="提示语言", json_schema_extra={"note": "命令行的提示用哪种语言；公文和网站都用中文"}
    )
    """Language of messages on the terminal; documents and site are Chinese."""
    margins: Literal["left", "mirrored"] = Field(
        "left",
        title="装订边距",
        json_schema_extra={"note": "订口 28 毫米：left 各面都在左侧，mirrored 单数面在左侧、双数面在右侧"},
    )
    """Where the margin of 28 mm for binding is: `left` on every face, or `mirrored`, left on odd and right on even ones
    (GB/T 9704-2012, 5.2.1)."""
    sample: bool = Field(
        default=False, title="样例标记", json_schema_extra={"note": "单位和结果是虚构的填 true，每页每份都标“样例”"}
    )
    """Whether applicants and results are invented: then every page and document is marked 样例."""
    reminders: Reminders = Field(default=Reminders(), title="看板提醒期限")
    data_licence: DataLicence = Field(
        OWN_LICENCE, title="数据使用许可", json_schema_extra={"note": "公众可以怎样使用网站上的数据"}
    )
    today: Day | None = Field(
        None, title="演示日期", json_schema_extra={"note": "只用于演示，以这一天为今天；不填就用当天"}
    )
    """The day to take for today, for demonstrations; None means the clock."""
