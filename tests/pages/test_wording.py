"""Words for days, periods and sizes; links from page to page."""

import pytest

from gongshi.pages.values.address import relative
from gongshi.pages.values.wording import day, size, span


def test_days_and_months_are_chinese() -> None:
    """Days and months lose their zeros; what is no date stays."""
    assert day("2014-07-01") == "2014年7月1日"
    assert day("2014-07") == "2014年7月"
    assert day("每年") == "每年"
    assert span("2014-09", "2016-08") == "2014年9月至2016年8月"
    assert span("2014-09-10", "2014-09-10") == "2014年9月10日"
    assert span("", "2014-09-10") == "至2014年9月10日"


def test_sizes_are_round() -> None:
    """Kilobytes without fractions, megabytes with one."""
    assert size(1) == "1 KB"
    assert size(70_000) == "68 KB"
    assert size(3_000_000) == "2.9 MB"


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"),
        ("", "counties/330110/", "../../"),
        ("counties/330110/", "awards/a-1/", "../../counties/330110/"),
        ("notices/p/call.pdf", "notices/p/call/", "../call.pdf"),
        ("programmes/p/#apply", "", "programmes/p/#apply"),
        ("programmes/p/#apply", "programmes/p/", "#apply"),
    ],
)
def test_links_are_relative(target: str, page: str, link: str) -> None:
    """Links work wherever the site is put."""
    assert relative(target, page) == link
