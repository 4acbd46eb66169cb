"""Settings of one workspace: content/workspace.yaml."""

from typing import Literal

from pydantic import Field

from gongshi.model.base import Count, Day, Month, Record, Text


class Reminders(Record):
    """After how long the board calls something late; the office's own terms, for its desk alone."""

    objection_days: Count = Field(15, title="异议办理天数")
    """Days from receiving an objection to its decision."""
    payment_days: Count = Field(60, title="资金下达天数")
    """Days from the announcement to the payment."""
    approval_days: Count = Field(30, title="批复天数")
    """Days from the announcement to each winner's 批复, in rounds that approve plans one by one."""
    evaluation_month: Month = Field(6, title="绩效评价完成月份")
    """Month of the next year by whose end a year's evaluation should be done."""


class DataLicence(Record):
    """On what terms the public may use the data files."""

    name: Text = Field(title="许可名称")
    """Its name, or its terms in one sentence without a full stop."""
    english: Text = Field(title="许可英文名称")
    """The same in English, for the English part of the data dictionary."""
    url: Text | None = Field(None, title="许可全文网址", pattern=r"^https?://[^\s]+$")
    """Where its text is; None if the sentence is all."""


OWN_LICENCE = DataLicence(
    name="可以自由查阅、下载和引用，引用时请注明来源和日期",
    english="Free to consult, download and cite; please name the source and the date",
)
"""What holds if the workspace names no licence."""


class Workspace(Record):
    """What holds for everything the workspace publishes."""

    site_name: Text = Field(title="网站名称")
    """Name of the public site."""
    site_url: Text = Field(title="网站地址", pattern=r"^https?://[^\s]+/$")
    """Address at which the site is served, ending in a slash."""
    site_description: Text = Field(title="网站说明")
    """One sentence for search engines and the home page."""
    publisher: Text = Field(title="主办单位")
    """Whose site it is, as printed in the footer."""
    language: Literal["zh", "en"] = Field("zh", title="提示语言")
    """Language of messages on the terminal; documents and site are Chinese."""
    margins: Literal["left", "mirrored"] = Field(
        "left",
        title="装订边距",
        json_schema_extra={"note": "订口 28 毫米：left 各面都在左侧，mirrored 单数面在左侧、双数面在右侧"},
    )
    """Where the margin of 28 mm for binding is: `left` on every face, or `mirrored`, left on odd and right on even ones
    (GB/T 9704-2012, 5.2.1)."""
    sample: bool = Field(default=False, title="样例标记")
    """Whether applicants and results are invented: then every page and document is marked 样例."""
    reminders: Reminders = Field(default=Reminders(), title="看板提醒期限")
    data_licence: DataLicence = Field(OWN_LICENCE, title="数据使用许可")
    today: Day | None = Field(None, title="演示日期")
    """The day to take for today, for demonstrations; None means the clock."""
