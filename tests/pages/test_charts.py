"""Charts: lengths follow the figures, whatever their size and whatever the labels say."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from public_factory import site
from public_pieces import notice_files

from gongshi.pages.build.all_pages import pages_of
from gongshi.pages.build.bodies import environment
from gongshi.pages.catalogue.catalogue import catalogue_of
from gongshi.pages.charts.bars import Bar, BarChart, Figure, Fill, Stretch, bar_chart, target_bar
from gongshi.pages.data.files import data_files
from gongshi.pages.values.table import Cell, Column, Table
from gongshi.public.scheme import PublicTarget

PROGRAM = Path(__file__).resolve().parents[2]
HOSTILE = """<script>alert(1)</script> {{ 7*7 }} " onclick="x" '&amp;"""
LONG = "名" * 60
FILLS: tuple[Fill, ...] = ("done", "pending")


def bar(label: str, *numbers: int, frame: int | None = None, text: str = "") -> Bar:
    """A bar whose first part is solid and whose second is striped."""
    parts = tuple(Stretch(fill, Decimal(number)) for fill, number in zip(FILLS, numbers, strict=False))
    return Bar(label, text or str(numbers[0]), parts, None if frame is None else Stretch("whole", Decimal(frame)))


def drawn(chart: BarChart, tmp_path: Path, empty: str = "没有") -> Any:
    """A chart with a table as its page draws it; `Any` because what an XPath gives has no one type."""
    rows = tuple((Cell(each.label),) for each in chart.bars)
    figure = Figure(chart, Table("t", "表", (Column("name", "名称", heads=True),), rows), empty)
    public = site()
    catalogue = catalogue_of(public, notice_files(public, tmp_path))
    page = next(page for page in pages_of(catalogue, data_files(catalogue.site)) if page.url == "numbers/")
    text = '{% from "_chart.html" import figure %}{{ figure(value, link, page, catalogue) }}'
    template = environment(PROGRAM / "templates").from_string(text)
    return html.fromstring(template.render(value=figure, link=str, page=page, catalogue=catalogue))


def lengths(node: Any, kind: str) -> list[float]:
    """Lengths of the drawn stretches of a kind, in per cent."""
    found = node.xpath(f"//*[@class='bars']//*[@class='bar-{kind}']/*[name()='rect']/@width")
    return [float(str(value).rstrip("%")) for value in found]


def test_lengths_are_proportional() -> None:
    """The longest reach fills the width; parts begin where the one before ends."""
    chart = bar_chart("图", "个", [bar("甲", 30, 10), bar("乙", 10), bar("丙", 5, frame=20)])
    first, second, third = chart.bars

    assert [(float(part.start), float(part.length)) for part in first.parts] == [(0, 75), (75, 25)]
    assert [part.length for part in second.parts] == [25]
    assert third.frame is not None
    assert (float(third.frame.length), float(third.parts[0].length)) == (50, 12.5)


def test_what_is_drawn_has_those_lengths(tmp_path: Path) -> None:
    """The rectangles carry the lengths of the values, and no style."""
    node = drawn(bar_chart("图", "个", [bar("甲", 4, 4), bar("乙", 2, frame=6)]), tmp_path)

    assert lengths(node, "done") == [50, 25]
    assert lengths(node, "pending") == [50]
    assert lengths(node, "whole") == [75]
    assert node.xpath("//@style") == []


@pytest.mark.parametrize("numbers", [[0], [0, 0], [7]])
def test_nothing_and_one_bar_are_drawn(tmp_path: Path, numbers: list[int]) -> None:
    """A bar of nothing has its words and no stretch; a single bar fills the width."""
    node = drawn(bar_chart("图", "个", [bar(f"第{place}", number) for place, number in enumerate(numbers)]), tmp_path)

    assert lengths(node, "done") == [100.0] * sum(1 for number in numbers if number)
    assert node.xpath("//*[@class='bar-text']/text()") == [str(number) for number in numbers]


def test_a_chart_without_bars_says_so(tmp_path: Path) -> None:
    """Words stand there instead of an empty drawing and an empty table."""
    node = drawn(bar_chart("图", "个", []), tmp_path, empty="目前没有数据。")

    assert node.xpath("//p[@class='empty']/text()") == ["目前没有数据。"]
    assert node.xpath("//svg | //table | //figure") == []


@pytest.mark.parametrize("label", [HOSTILE, LONG])
def test_labels_stay_text(tmp_path: Path, label: str) -> None:
    """A hostile or long label reads back as it is; a long one stands above its bar."""
    chart = bar_chart(label, "个", [bar(label, 1, text=label)])
    node = drawn(chart, tmp_path)

    assert node.xpath("//*[@class='bar-label']/text()") == [label]
    assert node.xpath("//*[@class='bar-text']/text()") == [label]
    assert node.xpath("//script | //@onclick") == []
    assert not chart.narrow


def test_only_fills_in_use_are_explained() -> None:
    """The legend holds no way of drawing that no bar shows."""
    keys: tuple[tuple[Fill, str], ...] = (("done", "已列入"), ("pending", "拟列入"), ("whole", "目标"))

    assert bar_chart("图", "个", [bar("甲", 1, 0)], keys).keys == (("done", "已列入"),)


def target(**changes: int | None) -> PublicTarget:
    """A category with 5 of 12 awarded, 2 in publicity, 1 cancelled."""
    counts: dict[str, Any] = {"target": 12, "awarded": 5, "proposed": 2, "revoked": 1} | changes
    return PublicTarget(category="a", name="甲类", short_name="甲", amount=None, amount_clause="", **counts)


def test_progress_tells_publicity_and_cancelled_titles_apart() -> None:
    """Cancelled titles have no stretch; what is in publicity has one of its own."""
    found = target_bar(target(), "个")

    assert found.text == "已列入5个，总目标12个"
    assert found.more == "另有拟列入2个，已取消1个（不计）"
    assert [(part.fill, int(part.number)) for part in found.parts] == [("done", 5), ("pending", 2)]
    assert [part.length for part in found.parts] == [Decimal("41.67"), Decimal("16.67")]


def test_progress_without_a_target_is_no_zero() -> None:
    """No frame is drawn and the words say that the documents state none; a target of 0 is one."""
    found = target_bar(target(target=None), "个")

    assert found.frame is None
    assert "文件未载明总目标" in found.text
    assert "总目标0个" in target_bar(target(target=0), "个").text


def test_progress_beyond_the_target_stays_inside() -> None:
    """More than the target fills the width, and the frame is shorter."""
    found = target_bar(target(target=4, proposed=3), "个")

    assert found.frame is not None
    assert found.frame.length == 50
    assert sum(part.length for part in found.parts) == 100


def test_the_macro_draws_progress() -> None:
    """A scheme's page gets bar and words from a target and its unit."""
    text = '{% from "_chart.html" import progress %}{{ progress(target, "座") }}'
    node: Any = html.fromstring(environment(PROGRAM / "templates").from_string(text).render(target=target()))

    assert node.xpath("//*[@class='bar-text']/text()") == ["已列入5座，总目标12座"]
    assert node.xpath("//svg/@aria-hidden") == ["true"]
