"""版记 (7.4)."""

import re
from collections.abc import Iterator

from gongshi.measure.expectation import Expected, set_in
from gongshi.measure.form import Form
from gongshi.measure.layout import BOTTOM, LEFT, RIGHT, Imprint, Layout
from gongshi.measure.page import MM, Line
from gongshi.measure.result import Finding, holds, near, open_question, points

_WITHOUT = (Form.ORDER, Form.PUBLICITY)
"""Formats that may do without an imprint."""
_CHARACTER = 14 * MM
"""Millimetres of a character of 4号, the distance of the imprint's text from the edges."""
_PRINTED = re.compile(r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日印发")
_TAIL = re.compile(r"[\d〇○零一二三四五六七八九十]+年[^年]+日印发。?$")


def imprint_rules(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.4.1: rules as wide as the type area, 0.35 outside and 0.25 mm inside; the last is the area's lower edge."""
    imprint = layout.imprint
    if imprint is None:
        if layout.form not in _WITHOUT:
            yield open_question("版记", "末面版心下端", "没有版记")
        return
    tolerances = expected.tolerances
    page, rules = imprint.page, imprint.rules
    if len(rules) < 2:  # noqa: PLR2004 - the first and the last
        yield holds("分隔线", page, "首末各1条", f"{len(rules)}条", good=False)
        return
    for name, rule, weight in (
        ("首条", rules[0], 0.35),
        *(("中间", rule, 0.25) for rule in rules[1:-1]),
        ("末条", rules[-1], 0.35),
    ):
        yield near(f"{name}粗细", page, weight, rule.thickness, tolerances.weight)
        yield near(f"{name}长", page, RIGHT - LEFT, rule.length, tolerances.place)
        yield near(f"{name}左端", page, LEFT, rule.x0, tolerances.fine)
    yield near("末条在版心下边缘", page, BOTTOM, rules[-1].y, tolerances.fine)
    yield holds(
        "首条之下是第一个要素",
        page,
        "是",
        "是" if rules[0].y < imprint.lines[0].y else "否",
        good=rules[0].y < imprint.lines[0].y,
    )
    last = len(layout.pages)
    even = page == last and page % 2 == 0
    yield holds("所在的面", page, "最后一面、双数面", f"第{page}面，共{last}面", good=even)


def copies(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.4.2: 抄送 in 4号仿宋, one character in, further lines under the first name, a full stop at the end."""
    imprint = layout.imprint
    lines = _received(imprint)
    if imprint is None or not lines:
        return
    page = imprint.page
    place = expected.tolerances.place
    yield near("左空一字", page, LEFT + _CHARACTER, lines[0].x0, place)
    yield points("字号", page, 14, (line.size for line in lines))
    yield set_in("body", (glyph for line in lines for glyph in line.glyphs), expected, page=page)
    yield holds(
        "形式",
        page,
        "抄送：……。",
        lines[0].text[:3] + "…" + lines[-1].text[-1],
        good=re.match(r"(抄送|主送)：", lines[0].text) is not None and lines[-1].text.endswith("。"),
    )
    name = lines[0].glyphs[3].x if len(lines[0].glyphs) > 3 else LEFT  # noqa: PLR2004 - after 抄送：
    for line in lines[1:]:
        if not line.text.startswith(("抄送", "主送")):
            yield near("回行与首字对齐", page, name, line.x0, place)


def _received(imprint: Imprint | None) -> tuple[Line, ...]:
    """The lines of 主送 and 抄送."""
    return () if imprint is None else imprint.lines[:-1] if imprint.printed else imprint.lines


def printing(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.4.3: printing office one character in, date one character from the right edge, 印发 after it."""
    imprint = layout.imprint
    if imprint is None:
        return
    if not imprint.printed:
        yield holds("印发机关和印发日期", imprint.page, "在末条分隔线之上", "未找到", good=False)
        return
    line, page = imprint.lines[-1], imprint.page
    place = expected.tolerances.place
    yield points("字号", page, 14, (glyph.face.size for glyph in line.glyphs))
    yield near("印发机关左空一字", page, LEFT + _CHARACTER, line.x0, place)
    yield near("印发日期右空一字", page, RIGHT - _CHARACTER, line.x1, place)
    found = _TAIL.search(line.text)
    text = found[0] if found else line.text[-12:]
    yield holds("印发日期", page, "如2012年7月1日印发", text, good=_PRINTED.fullmatch(text) is not None)
    yield set_in("body", line.glyphs, expected, page=page)
