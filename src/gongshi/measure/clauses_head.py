"""版头, title, 主送机关 (7.2, 7.3.1, 7.3.2)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongshi.measure.expectation import Expected
from gongshi.measure.layout import CENTRE, EM, LEFT, RIGHT, Layout
from gongshi.measure.page import MM, Line
from gongshi.measure.result import Finding, holds, near, open_question, points, within
from gongshi.measure.text import PITCH

__all__ = ["addressees", "mark", "mast", "number", "red_rule", "set_as_title", "title", "title_shape"]

_INK_TOP = 72.0
"""35 mm below the upper edge of the type area."""
_NUMBER = re.compile(r"[\u4e00-\u9fff]+〔(19|20)\d{2}〕[1-9]\d*号")
_TITLE = 22.0
_STUMP = 2.5
"""A line of a title as short as two characters is no line."""
_LINE_START = "的了之，。；：、）〕》”’！？"
_HALF = (PITCH - EM) / 2
"""Air above and below the characters of a line of the grid."""
_AIR = 2.2
"""Least air that lines of 16 pt have towards elements off the grid."""


def mark(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.4: red ink 35 mm below the top of the type area, centred, inside it; joint names of equal width."""
    header = layout.header
    if header is None:
        yield holds("红色标志", 1, "发文机关标志", "未找到", good=False)
        return
    tolerances = expected.tolerances
    yield near("上边缘（版心上边缘下35毫米）", 1, _INK_TOP, header.ink.top, tolerances.place)
    yield near("居中", 1, CENTRE, (header.ink.left + header.ink.right) / 2, tolerances.place)
    yield within("左端", 1, (LEFT - 0.3, RIGHT), header.ink.left)
    yield within("右端", 1, (LEFT, RIGHT + 0.3), header.ink.right)
    serif = all(expected.plays("title", glyph) for name in header.names for glyph in name.glyphs)
    yield holds("字体", 1, "小标宋", header.names[0].glyphs[0].face.font, good=serif)
    if len(header.names) < 2 or not header.suffix:  # noqa: PLR2004 - joint: two names
        return
    widths = [name.x1 - name.x0 for name in header.names]
    yield near("联合行文各名称等宽", 1, max(widths), min(widths), tolerances.fine)
    if header.names_ink and header.suffix_ink:
        # Ink of names and of 文件 begins and ends differently in each font, so the middles may differ by that.
        names, suffix = header.names_ink, header.suffix_ink
        yield near(
            "“文件”上下居中", 1, (names.top + names.bottom) / 2, (suffix.top + suffix.bottom) / 2, tolerances.fine
        )


def mast(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.1 to 7.2.3: copy number, secrecy, urgency in the upper left corner, one below the other."""
    for line in layout.mast:
        yield near(f"“{line.text[:6]}”顶格", 1, LEFT, line.x0, expected.tolerances.place)
        yield points(f"“{line.text[:6]}”字号", 1, 16, [line.size])


def number(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.5: form of the number, two lines below the names, centred."""
    line = layout.number
    if line is None or layout.header is None:
        yield holds("发文字号", 1, "机关代字〔年份〕顺序号", "未找到", good=False)
        return
    good = _NUMBER.fullmatch(line.text) is not None
    yield holds("形式", 1, "机关代字〔年份〕顺序号", line.text, good=good)
    gap = line.top - _HALF - layout.header.ink.bottom
    yield near("标志下空二行", 1, 2 * PITCH, gap, expected.tolerances.gap)
    yield near("居中", 1, CENTRE, line.centre, expected.tolerances.place)


def red_rule(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.7: one red rule 4 mm below the number, as wide as the type area."""
    if len(layout.red_rules) != 1:
        yield holds("红色分隔线", 1, "1条", f"{len(layout.red_rules)}条", good=False)
        return
    rule = layout.red_rules[0]
    if layout.number:
        gap = rule.y - rule.thickness / 2 - layout.number.bottom
        yield near("发文字号下4毫米", 1, 4, gap, expected.tolerances.fine)
    yield near("长", 1, RIGHT - LEFT, rule.length, expected.tolerances.place)
    yield near("居中", 1, CENTRE, (rule.x0 + rule.x1) / 2, expected.tolerances.fine)
    yield within("粗细", 1, (0.35 - 0.01, 0.53 + 0.01), rule.thickness)


def title(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.1: 2号小标宋, two lines below the rule, centred, at most 20 characters a line."""
    if not layout.title:
        yield holds("标题", 1, "2号小标宋", "未找到", good=False)
        return
    if layout.red_rules:
        air = (PITCH - _TITLE * MM) / 2
        gap = layout.title[0].top - air - layout.red_rules[0].y
        yield near("红线下空二行", 1, 2 * PITCH, gap, expected.tolerances.gap)
    yield from set_as_title(layout.title, expected)


def set_as_title(lines: Sequence[Line], expected: Expected, axis: float = CENTRE) -> Iterator[Finding]:
    """Size, font, centre and width of a title's lines, of the document or of an attachment."""
    page = lines[0].page
    sizes = [glyph.face.size for line in lines for glyph in line.glyphs]
    yield points("字号", page, _TITLE, sizes)
    wrong = [glyph for line in lines for glyph in line.glyphs if not expected.plays("title", glyph)]
    yield holds("字体", page, "小标宋", wrong[0].face.font if wrong else "小标宋", good=not wrong)
    off = max((line.off_centre(axis) for line in lines), key=abs)
    yield near("居中", page, axis, axis + off, expected.tolerances.fine)
    yield within("最长一行的宽", page, (0, RIGHT - LEFT + 0.5), max(line.x1 - line.x0 for line in lines))


def title_shape(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.1: lines in the shape of a trapezoid or a diamond; none begins with 的 or a closing mark."""
    for lines in (layout.title, *(opening.title for opening in layout.openings)):
        if len(lines) < 2:  # noqa: PLR2004 - one line has no shape
            continue
        page = lines[0].page
        begins = [line.text[0] for line in lines[1:] if line.text[0] in _LINE_START]
        yield holds("行首", page, "不是“的”和标点", "、".join(begins) or "合乎", good=not begins)
        widths = [line.x1 - line.x0 for line in lines]
        yield within("最短一行的宽", page, (_STUMP * _TITLE * MM, RIGHT - LEFT + 0.5), min(widths))
        steps = [below - above for above, below in pairwise(widths)]
        hourglass = any(first < -EM / 2 and then > EM / 2 for first, then in pairwise(steps))
        equal = len(lines) > 2 and all(abs(step) < EM / 2 for step in steps)  # noqa: PLR2004 - two may be equal
        shape = "沙漏形" if hourglass else "长方形" if equal else "梯形或菱形"
        yield holds("形状", page, "梯形或菱形", shape, good=not (hourglass or equal))
    _ = expected


def addressees(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.2: one line below the title, flush left, ending in a full-width colon."""
    lines = layout.addressees
    if not lines:
        yield open_question("主送机关", "居左顶格，末尾全角冒号", "首页没有主送机关，可能移至版记")
        return
    yield near("居左顶格", 1, LEFT, max(lines, key=lambda line: abs(line.x0 - LEFT)).x0, expected.tolerances.fine)
    yield holds("末尾", 1, "全角冒号", lines[-1].text[-1], good=lines[-1].text.endswith("："))
    if layout.title:
        gap = lines[0].y - layout.title[-1].y
        yield near("标题下空一行（基线间距）", 1, 2 * PITCH, gap, expected.tolerances.gap)
