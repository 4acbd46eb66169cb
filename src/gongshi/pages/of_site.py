"""Pages on the site itself: data, search, about."""

from collections.abc import Iterator

from gongshi.pages.datasets import DATASETS
from gongshi.pages.latest import latest
from gongshi.pages.linked import linked_data
from gongshi.pages.page import Catalogue, Page

__all__ = ["other_pages"]


def other_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Data, search, about."""
    datasets = [(dataset, len(dataset.rows(catalogue.site))) for dataset in DATASETS]
    yield Page(
        url="data/",
        template="data.html",
        title="数据",
        description="本站全部数据的下载与字段说明。",
        hub="data/",
        facts={"datasets": datasets},
        contents=True,
        updated=latest(catalogue),
        linked=linked_data(catalogue),
    )
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
