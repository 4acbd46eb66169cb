"""Clauses on 附注 and on single formats: 信函, 命令, 纪要 (7.3.6, 10)."""

import re
from collections.abc import Iterator

from gongshi.measure.expectation import Expected, set_in
from gongshi.measure.layout import BOTTOM, CENTRE, EM, LEFT, RIGHT, Header, Layout
from gongshi.measure.page import MM
from gongshi.measure.result import Finding, holds, near, open_question
from gongshi.measure.text import CELL, PITCH

_LETTER_RULE = 170.0
_LETTER_RULES = 4
"""Two double rules."""
_SEVEN_EIGHTHS = 16 * MM * 7 / 8
_LETTER_FOOT = 277.0
_ATTENDANCE = re.compile(r"(出席|请假|列席)(：|:)")
_ORDER = ("出席", "请假", "列席")
_HALF = (PITCH - EM) / 2
_TITLE = 22 * MM
_IMPRINT_LOW = 6.0
"""Millimetres at most between the letters of a letter's last line and the edge of the type area."""


def annotation(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.6: in brackets on the line below the date, two characters in."""
    line, date = layout.annotation, layout.date
    if line and date:
        if line.page == date.page:
            yield near("成文日期下一行（基线间距）", line.page, PITCH, line.y - date.y, expected.tolerances.gap)
        yield near("左空二字", line.page, LEFT + 2 * CELL, line.x0, expected.tolerances.place)
        yield holds("括号", line.page, "（", line.text[0], good=line.text[0] == "（")


def _masthead(header: Header, top: float, expected: Expected) -> Iterator[Finding]:
    """Where the ink of the masthead begins, that it is centred, and its font."""
    yield near("标志上边缘", 1, top, header.ink.top, expected.tolerances.place)
    yield near("标志居中", 1, CENTRE, (header.ink.left + header.ink.right) / 2, expected.tolerances.place)
    yield set_in("title", (glyph for name in header.names for glyph in name.glyphs), expected, "标志字体", 1)


def letter(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """10.1: names 30 mm from the sheet's edge, two red double rules of 170 mm, no number on page 1."""
    if layout.header is None:
        yield holds("发文机关标志", 1, "红色", "未找到", good=False)
        return
    place, rules = expected.tolerances.place, layout.red_rules
    yield from _masthead(layout.header, 30, expected)
    if len(rules) != _LETTER_RULES:
        yield holds("红色双线", 1, "上下各1条", f"{len(rules)}条线", good=False)
        return
    yield near("标志下4毫米", 1, 4, rules[0].y - rules[0].thickness / 2 - layout.header.ink.bottom, place)
    yield near("下线距页底20毫米", 1, _LETTER_FOOT, rules[3].y + rules[3].thickness / 2, place)
    for name, rule in zip(("上粗线", "上细线", "下细线", "下粗线"), rules, strict=True):
        yield near(f"{name}长", 1, _LETTER_RULE, rule.length, place)
        yield near(f"{name}居中", 1, CENTRE, (rule.x0 + rule.x1) / 2, place)
    weights = rules[0].thickness > rules[1].thickness and rules[2].thickness < rules[3].thickness
    yield holds("双线粗细", 1, "上粗下细、上细下粗", "合乎" if weights else "不合", good=weights)
    under = rules[1].y + rules[1].thickness / 2
    if layout.number:
        yield near("发文字号顶格居右", 1, RIGHT, layout.number.x1, place)
        yield near("发文字号距上线", 1, _SEVEN_EIGHTHS, layout.number.top - under, place)
    if layout.upper_left:
        yield near("版头首个要素距上线", 1, _SEVEN_EIGHTHS, layout.upper_left[0].top - under, place)
    foot = rules[2].y - rules[2].thickness / 2
    low = max((line.bottom for line in layout.pages[0].lines if line.bottom < foot), default=0.0)
    if foot - low < PITCH:
        yield near("末行文字距下线", 1, _SEVEN_EIGHTHS, foot - low, place)
    yield from _letter_title(layout, expected)
    first = layout.folios[0]
    yield holds("首页页码", 1, "不显示", first.text if first else "不显示", good=first is None)


def _letter_title(layout: Layout, expected: Expected) -> Iterator[Finding]:
    above = [*layout.upper_left, *filter(None, (layout.number,))]
    if layout.title and above:
        gap = layout.title[0].top - (PITCH - _TITLE) / 2 - max(line.bottom for line in above) - _HALF
        yield near("标题与上一要素相距二行", 1, 2 * PITCH, gap, expected.tolerances.gap)


def letter_imprint(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """10.1: a letter's imprint has neither printing office and date nor rules, and ends the last page's type area."""
    imprint = layout.imprint
    if imprint is None:
        yield open_question("版记", "末面版心最下方", "没有版记")
        return
    page, last = imprint.page, imprint.lines[-1]
    yield holds("版记印发机关和日期", page, "不加", last.text if imprint.printed else "不加", good=not imprint.printed)
    rules = len(imprint.rules)
    yield holds("版记分隔线", page, "不加", f"{rules}条" if rules else "不加", good=not rules)
    full = len(layout.pages)
    yield holds("版记在最后一面", page, f"第{full}面", f"第{page}面", good=page == full)
    low = BOTTOM - _IMPRINT_LOW / 2
    yield near("版记末行下缘（版心最下方）", page, low, last.bottom, _IMPRINT_LOW / 2 + expected.tolerances.fine)


def order(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """10.2: names 20 mm below the top of the type area, centred; two lines below 第X号; two lines below the text."""
    if layout.header is None:
        yield holds("发文机关标志", 1, "红色", "未找到", good=False)
        return
    yield from _masthead(layout.header, 57, expected)
    mark = layout.header.names[-1].text
    yield holds("标志", 1, "……命令或……令", mark, good=mark.endswith("令"))
    line, gap = layout.number, expected.tolerances.gap
    text = line.text if line else "未找到"
    yield holds("令号", 1, "第X号", text, good=re.fullmatch(r"第[1-9]\d*号", text) is not None)
    if line is None:
        return
    yield near("令号居中", 1, CENTRE, line.centre, expected.tolerances.place)
    yield near("标志下空二行", 1, 2 * PITCH, line.top - _HALF - layout.header.ink.bottom, gap)
    if layout.main and not layout.title:
        yield near("令号下空二行（基线间距）", 1, 3 * PITCH, layout.main[0].lines[0].y - line.y, gap)


def minutes(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """10.3: the masthead ends in 纪要, 35 mm below the top of the type area."""
    if layout.header is None:
        yield holds("纪要标志", 1, "红色", "未找到", good=False)
        return
    yield from _masthead(layout.header, 72, expected)
    text = layout.header.names[-1].text
    yield holds("标志", 1, "……纪要", text, good=text.endswith("纪要"))
    yield from _attendance(layout, expected)


def _attendance(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """10.3: 出席, 请假, 列席 in 黑体, one line below the text, two characters in; names in 仿宋, hanging."""
    if not layout.attendance:
        yield open_question("出席人员", "正文下空一行，“出席：”", "没有出席人员名单")
        return
    place, first = expected.tolerances.place, layout.attendance[0]
    last = layout.note[-1] if layout.note else layout.main[-1].lines[-1] if layout.main else None
    if last and last.page == first.page:
        gap = expected.tolerances.gap
        yield near("出席人员在正文下空一行（基线间距）", first.page, 2 * PITCH, first.y - last.y, gap)
    hang, labels = LEFT + 2 * CELL, []
    for line in layout.attendance:
        label = _ATTENDANCE.match(line.text)
        names = line.glyphs[label.end() :] if label else line.glyphs
        if label:
            labels.append(label[1])
            hang = names[0].x if names else hang
            yield near(f"“{label[1]}”左空二字", line.page, LEFT + 2 * CELL, line.x0, place)
            yield set_in("hei", line.glyphs[: label.end() - 1], expected, f"“{label[1]}”字体", line.page)
            yield holds(f"“{label[1]}”之后", line.page, "全角冒号", label[2], good=label[2] == "：")
        else:
            yield near("姓名回行对齐", line.page, hang, line.x0, place)
        yield set_in("body", names, expected, "姓名字体", line.page)
    yield holds("次序", first.page, "出席、请假、列席", "、".join(labels), good=labels == _sorted(labels))


def _sorted(labels: list[str]) -> list[str]:
    return [label for label in _ORDER if label in labels]
