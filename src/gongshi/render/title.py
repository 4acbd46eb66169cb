"""Break a title into lines whose sense is whole and whose shape is a trapezoid or a diamond (GB/T 9704-2012, 7.3.1)."""

import re
from collections.abc import Iterator
from itertools import pairwise

TITLE_WIDTH = 20.0
"""Characters of 22 pt in the 156 mm of the type area."""

_OPENING = "《（〔“‘〈【(["
_CLOSING = "》）〕”’〉】)]、，。；：！？—…·"
_NEVER_FIRST = "的了之及与和或等化性型者率度业省市县区州镇乡厅局委部处年月日号届次期批个家项类级"
"""Hanzi that end a word or lean on the one before; a line does not begin with them."""
_NEVER_LAST = "关在对为以从向按由将各第与和及或"
"""Hanzi that open a phrase; a line does not end with them."""
_WORDS = re.compile(
    "关于|开展|印发|公布|转发|下达|同意|做好|组织|加快|推进|进一步|创建|工作|建设|实施|方案|编制|指南|申报|评审|公示|名单|"
    "专项|资金|管理|办法|意见|通知|批复|报告|请示|决定|区域|基地|园区|小镇|产业|企业|服务|信息|软件|技术|经济|财政|发展|"
    "示范|试点|特色|创业|培育|深度融合|融合|国家|人民|政府|委员会|办公室|汇总表|情况|项目|计划|分配|安排|入选|认定|年度|"
    "第三方|评估|评价|绩效|验收|有关|事项|要求|材料|可行性|推荐|落实|配套|综合"
)
"""Everyday words of official titles, so that a line neither splits one nor starts in its middle."""
_PHRASE_START = re.compile("关于|进一步|建设|实施|创建|申报|评审|编制|认定|公示|名单|工作的|专项")
_WHOLE = re.compile(r"《[^》]{1,8}》|（[^）]{1,8}）|〔[^〕]*〕|[0-9A-Za-z.%+-]+[\u4e00-\u9fff]?")
"""What stays on one line: short names in marks, brackets, figures with their unit."""
_FORBIDDEN = float("inf")


def break_title(title: str, width: float = TITLE_WIDTH) -> tuple[str, ...]:
    """The lines of a title.

    Args:
        title: The title; | marks the places where a line should break if it must.
        width: Room of a line in characters.

    Returns:
        As few lines as possible, without the marks. Breaks are taken at marks alone if that is enough.
    """
    plain = title.replace("|", "")
    if _width(plain) <= width:
        return (plain,)
    marks = _marks(title)
    costs = _costs(plain)
    best = _best(plain, dict.fromkeys(marks, 0.0), width) if marks else None
    best = best or _best(plain, costs | dict.fromkeys(marks, -30.0), width)
    return tuple(line.strip() for line in best or _chop(plain, width))


def _width(text: str) -> float:
    """Room a text takes, in characters; figures and capitals as wide as those of a bold Song."""
    return sum(1.0 if ord(c) > 0x2000 else 0.8 if c.isupper() else 0.6 for c in text)  # noqa: PLR2004 - U+2000


def _marks(title: str) -> tuple[int, ...]:
    """Positions of the break marks in the title without them."""
    positions, at = [], 0
    for part in title.split("|")[:-1]:
        at += len(part)
        positions.append(at)
    return tuple(positions)


def _costs(plain: str) -> dict[int, float]:
    """Where a line may end, and how much that hurts the sense."""
    words = [match.span() for match in _WORDS.finditer(plain)]
    whole = [match.span() for match in _WHOLE.finditer(plain)]
    inside = {at for start, end in words + whole for at in range(start + 1, end)}
    edges = {at for span in words for at in span}
    phrases = {match.start() for match in _PHRASE_START.finditer(plain)}
    costs = {}
    for at in range(2, len(plain) - 1):
        before, after = plain[at - 1], plain[at]
        if at in inside or after.isspace() or after in _CLOSING + _NEVER_FIRST or before in _OPENING + _NEVER_LAST:
            continue
        if before.isspace():
            costs[at] = 0.0
        else:
            sense = 1.0 if at in phrases or before in "》）" else 2.0 if before in "、省市县区会厅局" else 3.0
            costs[at] = sense + (0.0 if at in edges or before in _CLOSING else 4.0)
    return costs


def _best(plain: str, costs: dict[int, float], width: float) -> tuple[str, ...] | None:
    """The partition with the fewest lines, and among those the least cost of sense and shape."""
    for count in range(2, 7):
        found = [(_shape(lines) + cost, lines) for lines, cost in _partitions(plain, costs, width, count)]
        if found:
            return min(found)[1]
    return None


def _partitions(
    plain: str, costs: dict[int, float], width: float, count: int
) -> Iterator[tuple[tuple[str, ...], float]]:
    """All ways to break into `count` lines that fit."""
    if count == 1:
        if _width(plain) <= width:
            yield (plain,), 0.0
        return
    for at, cost in costs.items():
        if _width(plain[:at]) > width or _width(plain[at:]) > width * (count - 1):
            continue
        later = {position - at: value for position, value in costs.items() if position > at}
        for rest, more in _partitions(plain[at:], later, width, count - 1):
            yield (plain[:at], *rest), cost + more


def _shape(lines: tuple[str, ...]) -> float:
    """How far the lines are from a trapezoid or a diamond: neither an hourglass, nor a block, nor a stump."""
    steps = [_width(below) - _width(above) for above, below in pairwise(lines)]
    hourglass = any(first < 0 < second for first, second in pairwise(steps))
    return 20.0 * hourglass + sum(max(0.0, abs(step) - 4.0) * 0.8 + (abs(step) < 1.0) for step in steps)


def _chop(plain: str, width: float) -> Iterator[str]:
    """Lines of full width, for a title without any place to break."""
    line = ""
    for character in plain:
        if _width(line + character) > width:
            yield line
            line = ""
        line += character
    yield line
