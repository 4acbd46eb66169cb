"""Pages on the site itself: data, search, about."""

from collections.abc import Iterator

from gongshi.pages.datasets import DATASETS
from gongshi.pages.page import Catalogue, Page

__all__ = ["other_pages"]


def other_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Data, search, about."""
    datasets = [(dataset, len(dataset.rows(catalogue.site))) for dataset in DATASETS]
    yield Page(
        "data/", "data.html", "数据", "本站全部数据的下载与字段说明。", "data/", {"datasets": datasets}, contents=True
    )
    yield Page("search/", "search.html", "查询", "查询县（市、区）、企业、项目和公文。", "search/")
    yield Page("about/", "about.html", "关于", "本站内容来源、数据口径和使用说明。", "about/", contents=True)
