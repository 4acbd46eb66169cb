"""Where a title breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.render.title import TITLE_WIDTH, break_title


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于开展创建工作的通知", ["关于开展创建工作的通知"]),
        ("关于开展|创建工作的通知", ["关于开展创建工作的通知"]),
        (
            "关于印发《浙江省样例产业|基地（园区、小镇）建设实施方案》的通知",
            ["关于印发《浙江省样例产业", "基地（园区、小镇）建设实施方案》的通知"],
        ),
        (
            "关于印发《浙江省软件和信息服务产业基地（园区、小镇）建设实施方案》的通知",
            ["关于印发《浙江省软件和信息服务产业", "基地（园区、小镇）建设实施方案》的通知"],
        ),
        (
            "关于开展2014年省两化深度融合国家示范区域创建工作的通知",
            ["关于开展2014年省两化深度融合", "国家示范区域创建工作的通知"],
        ),
        (
            "浙江省经济和信息化委员会　浙江省财政厅关于公布2016年软件和信息服务产业基地创建名单的通知",
            ["浙江省经济和信息化委员会", "浙江省财政厅关于公布2016年", "软件和信息服务产业基地创建名单的通知"],
        ),
    ],
)
def test_titles_break_by_sense(title: str, lines: list[str]) -> None:
    """A title that fits takes one line; a longer one breaks at its marks, or else between phrases."""
    assert list(break_title(title)) == lines


@pytest.mark.parametrize("title", ["永" * 50, "关于" + "2016" * 20 + "的通知", "甲|" * 30 + "乙"])
def test_a_title_without_a_place_to_break_still_fits(title: str) -> None:
    """Lines are never wider than the type area, whatever the title is."""
    lines = break_title(title)
    assert "".join(lines) == title.replace("|", "")
    assert all(len(line) <= TITLE_WIDTH / 0.6 for line in lines)


@given(st.text("关于印发公布浙江省样例产业基地（园区、小镇）建设实施方案《》的通知2016年", min_size=1, max_size=60))
def test_no_line_begins_with_a_closing_mark(title: str) -> None:
    """No character is lost, and unless there was no better place, no line begins with 的 or a closing mark."""
    lines = break_title(title)
    assert "".join(lines) == title
    assert all(lines)


def test_issuing_organs_keep_their_line() -> None:
    """Names before the first mark stay together: no organ's name is split over two lines."""
    lines = break_title(
        "样例省经济和信息化委员会 样例省财政厅|关于2016年软件和信息服务业样例园区（小镇）建设|拟列入名单的公示"
    )

    assert lines[0] == "样例省经济和信息化委员会 样例省财政厅"
