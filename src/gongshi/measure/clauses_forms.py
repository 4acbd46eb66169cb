"""What single formats have of their own: 签发人, 附注, 信函, 命令, 纪要 (7.2.6, 7.3.6, 10)."""

import re
from collections.abc import Iterator

from gongshi.measure.expectation import Expected
from gongshi.measure.layout import CENTRE, LEFT, RIGHT, Layout
from gongshi.measure.page import MM
from gongshi.measure.result import Finding, holds, near
from gongshi.measure.text import CELL, PITCH

__all__ = ["annotation", "letter", "minutes", "order", "signers"]

_SIGNERS = re.compile(r"(?P<number>.*号)签发人：(?P<names>.+)")
_LETTER_RULE = 170.0
_SEVEN_EIGHTHS = 16 * MM * 7 / 8
_LETTER_FOOT = 277.0
_ATTENDANCE = re.compile(r"(出席|请假|列席)：")


def signers(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.6: number one character in, 签发人 in the same row, one character from the right; names in 楷体."""
    line = layout.number
    found = _SIGNERS.fullmatch(line.text) if line else None
    if line is None or found is None:
        yield holds("签发人", 1, "与发文字号同排", line.text if line else "未找到", good=False)
        return
    place = expected.tolerances.place
    yield near("发文字号居左空一字", 1, LEFT + CELL, line.x0, place)
    yield near("右空一字", 1, RIGHT - CELL, line.x1, place)
    kai = all(expected.plays("kai", glyph) for glyph in line.glyphs[found.start("names") :])
    yield holds("姓名字体", 1, "楷体", line.glyphs[-1].face.font, good=kai)


def annotation(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.6: in brackets on the line below the date, two characters in."""
    line, date = layout.annotation, layout.date
    if line and date:
        if line.page == date.page:
            yield near("成文日期下一行（基线间距）", line.page, PITCH, line.y - date.y, expected.tolerances.gap)
        yield near("左空二字", line.page, LEFT + 2 * CELL, line.x0, expected.tolerances.place)
        yield holds("括号", line.page, "（", line.text[0], good=line.text[0] == "（")


def letter(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """10.1: names 30 mm from the sheet's edge, two red double rules of 170 mm, no number on page 1."""
    if layout.header is None:
        yield holds("发文机关标志", 1, "红色", "未找到", good=False)
        return
    place, rules = expected.tolerances.place, layout.red_rules
    yield near("标志上边缘距页边", 1, 30, layout.header.ink.top, place)
    yield near("标志居中", 1, CENTRE, (layout.header.ink.left + layout.header.ink.right) / 2, place)
    if len(rules) != 4:  # noqa: PLR2004 - two double rules
        yield holds("红色双线", 1, "上下各1条", f"{len(rules)}条线", good=False)
        return
    yield near("标志下4毫米", 1, 4, rules[0].y - rules[0].thickness / 2 - layout.header.ink.bottom, place)
    yield near("下线距页底20毫米", 1, _LETTER_FOOT, rules[3].y + rules[3].thickness / 2, place)
    for rule in rules:
        yield near("双线长", 1, _LETTER_RULE, rule.length, place)
        yield near("双线居中", 1, CENTRE, (rule.x0 + rule.x1) / 2, place)
    weights = rules[0].thickness > rules[1].thickness and rules[2].thickness < rules[3].thickness
    yield holds("双线粗细", 1, "上粗下细、上细下粗", "合乎" if weights else "不合", good=weights)
    number = next((line for line in layout.area[0] if re.search(r"〔\d+〕", line.text)), None)
    if number:
        yield near("发文字号顶格居右", 1, RIGHT, number.x1, place)
        gap = number.top - rules[1].y - rules[1].thickness / 2
        yield near("发文字号距上线", 1, _SEVEN_EIGHTHS, gap, place)
    first = layout.folios[0]
    yield holds("首页页码", 1, "不显示", first.text if first else "不显示", good=first is None)


def order(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """10.2: names 20 mm below the top of the type area, centred; below them 第X号."""
    if layout.header is None:
        yield holds("发文机关标志", 1, "红色", "未找到", good=False)
        return
    place, ink = expected.tolerances.place, layout.header.ink
    yield near("标志上边缘", 1, 57, ink.top, place)
    yield near("标志居中", 1, CENTRE, (ink.left + ink.right) / 2, place)
    line = layout.number
    text = line.text if line else "未找到"
    yield holds("令号", 1, "第X号", text, good=re.fullmatch(r"第[1-9]\d*号", text) is not None)
    if line:
        yield near("令号居中", 1, CENTRE, line.centre, place)


def minutes(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """10.3: the mark ends in 纪要, 35 mm below the top of the type area; who was there in 黑体, names hanging."""
    if layout.header is None:
        yield holds("纪要标志", 1, "红色", "未找到", good=False)
        return
    place, ink = expected.tolerances.place, layout.header.ink
    yield near("标志上边缘", 1, 72, ink.top, place)
    yield near("标志居中", 1, CENTRE, (ink.left + ink.right) / 2, place)
    text = layout.header.names[-1].text
    yield holds("标志", 1, "……纪要", text, good=text.endswith("纪要"))
    hang = LEFT + 2 * CELL
    for line in layout.attendance:
        label = _ATTENDANCE.match(line.text)
        if label:
            hang = line.glyphs[label.end()].x if len(line.text) > label.end() else hang
            yield near(f"“{label[1]}”左空二字", line.page, LEFT + 2 * CELL, line.x0, place)
            hei = all(expected.plays("hei", glyph) for glyph in line.glyphs[: label.end() - 1])
            yield holds(f"“{label[1]}”字体", line.page, "黑体", line.glyphs[0].face.font, good=hei)
        else:
            yield near("姓名回行对齐", line.page, hang, line.x0, place)
