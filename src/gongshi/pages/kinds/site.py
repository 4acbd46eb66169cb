"""Pages on the site itself: search, about."""

from collections.abc import Iterator

from gongshi.pages.page import Catalogue, Page

__all__ = ["other_pages"]


def other_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Search, about."""
    yield Page("search/", "search.html", "查询", "查询县（市、区）、企业、项目和公文。", "search/")
    yield Page(
        "about/",
        "about.html",
        "关于",
        "本站内容来源、数据口径和使用说明。",
        "about/",
        contents=True,
        updated=catalogue.site.today,
    )
