"""Settings of one workspace: content/workspace.yaml."""

from typing import Literal

from pydantic import Field

from gongshi.model.base import Day, Record, Text


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
    today: Day | None = Field(None, title="演示日期")
    """The day to take for today, for demonstrations; None means the clock."""
