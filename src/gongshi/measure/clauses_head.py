"""版头, title, 主送机关 (7.2, 7.3.1, 7.3.2)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from gongshi.measure.expectation import Expected, set_in
from gongshi.measure.form import Form
from gongshi.measure.layout import CENTRE, EM, LEFT, RIGHT, TOP, Layout
from gongshi.measure.page import MM, Line
from gongshi.measure.result import Finding, holds, near, open_question, points, within
from gongshi.measure.text import PITCH, is_hanzi

_INK_TOP = 72.0
"""35 mm below the upper edge of the type area."""
_NUMBER = re.compile(r"[\u4e00-\u9fff]+〔(19|20)\d{2}〕[1-9]\d*号")
COPY_NUMBER = re.compile(r"\d{6}")
SECRECY = re.compile(r"(绝密|机密|秘密)(★(\d+(年|个月)|长期))?")
URGENCY = ("特急", "加急")
_KINDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "份号": re.compile(r"[\w№.．:：-]*\d[\d\s]*$", re.ASCII),
        "密级": re.compile(r"绝密|机密|秘密"),
        "紧急程度": re.compile(r".?[急]|平急|加急|特提"),
    }
)
"""Elements of the upper left corner from top to bottom, each with the pattern of its text."""
_TITLE = 22.0
_STUMP = 2.5
"""Widths in characters up to which a line of a title is too short: two characters with some tolerance."""
_LINE_START = "的了之，。；：、）〕》”’！？"
_HALF = (PITCH - EM) / 2
"""Blank in mm above and below the characters of a line of the grid."""
_AIR = 2.2
"""Least blank, in mm, between a line of 16 pt and an element that is not on the grid."""


def masthead(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.4: red ink 35 mm below the top of the type area, centred, inside it; joint names of equal width."""
    header = layout.header
    if header is None:
        yield holds("红色标志", 1, "发文机关标志", "未找到", good=False)
        return
    tolerances = expected.tolerances
    yield near("上边缘（版心上边缘下35毫米）", 1, _INK_TOP, header.ink.top, tolerances.place)
    yield near("居中", 1, CENTRE, (header.ink.left + header.ink.right) / 2, tolerances.place)
    yield within("左端", 1, (LEFT - 0.3, None), header.ink.left)
    yield within("右端", 1, (None, RIGHT + 0.3), header.ink.right)
    yield set_in("title", (glyph for name in header.names for glyph in name.glyphs), expected, page=1)
    if len(header.names) < 2:  # noqa: PLR2004 - joint: two names
        return
    yield open_question("联合行文机关顺序", "主办机关排列在前", "文件里没有写明谁是主办机关")
    if not header.suffix:
        return
    widths = [name.x1 - name.x0 for name in header.names]
    yield near("联合行文各名称等宽", 1, max(widths), min(widths), tolerances.fine)
    if header.names_ink and header.suffix_ink:
        # Ink of names and of 文件 begins and ends differently in each font, so the middles may differ by that.
        names, suffix = header.names_ink, header.suffix_ink
        yield near(
            "“文件”上下居中", 1, (names.top + names.bottom) / 2, (suffix.top + suffix.bottom) / 2, tolerances.fine
        )


def upper_left(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.1 to 7.2.3: copy number, secrecy, urgency in this order, from line 1 on, one line each, flush left."""
    kinds = [_kind(line.text) for line in layout.upper_left]
    if not kinds:
        return
    shown = "、".join(kind or f"“{line.text[:6]}”" for kind, line in zip(kinds, layout.upper_left, strict=True))
    known = [kind for kind in kinds if kind]
    good = known == [kind for kind in _KINDS if kind in known] and len(known) == len(kinds)
    yield holds("自上而下", 1, "、".join(kind for kind in _KINDS if kind in known), shown, good=good)
    for at, line in enumerate(layout.upper_left):
        yield near(f"“{line.text[:6]}”顶格", 1, LEFT, line.x0, expected.tolerances.place)
        if layout.form is not Form.LETTER:
            top = TOP + at * PITCH + _HALF
            yield near(f"“{line.text[:6]}”在第{at + 1}行", 1, top, line.top, expected.tolerances.gap)


def copy_number(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.1: six figures in 3号."""
    _ = expected
    for line in _of_kind(layout, "份号"):
        yield holds("形式", 1, "6位数字，如000001", line.text, good=COPY_NUMBER.fullmatch(line.text) is not None)
        yield points("字号", 1, 16, (glyph.face.size for glyph in line.glyphs))


def secrecy(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.2: 3号黑体, the term in Arabic figures after a star."""
    for line in _of_kind(layout, "密级"):
        yield holds("形式", 1, "如机密★1年", line.text, good=SECRECY.fullmatch(line.text) is not None)
        yield from _in_hei(line, expected)


def urgency(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.3: 特急 or 加急 in 3号黑体."""
    for line in _of_kind(layout, "紧急程度"):
        yield holds("形式", 1, "特急或加急", line.text, good=line.text in URGENCY)
        yield from _in_hei(line, expected)


def _kind(text: str) -> str:
    """Which of copy number, secrecy and urgency a line is, as `_KINDS` names it; empty if none of them."""
    return next((kind for kind, pattern in _KINDS.items() if pattern.match(text)), "")


def _of_kind(layout: Layout, kind: str) -> list[Line]:
    return [line for line in layout.upper_left if _kind(line.text) == kind]


def _in_hei(line: Line, expected: Expected) -> Iterator[Finding]:
    yield points("字号", 1, 16, (glyph.face.size for glyph in line.glyphs))
    # Figures and the star may come from another font, so hanzi alone are judged.
    yield set_in("hei", (glyph for glyph in line.glyphs if is_hanzi(glyph.char)), expected, page=1)


def number(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.2.5: form of the number; in a document two lines below the names, centred."""
    line = layout.number
    if line is None or layout.header is None:
        yield holds("发文字号", 1, "机关代字〔年份〕顺序号", "未找到", good=False)
        return
    text = _own_number(layout.signers) if layout.form is Form.UPWARD else line.text
    good = _NUMBER.fullmatch(text) is not None
    yield holds("形式", 1, "机关代字〔年份〕顺序号", text, good=good)
    if layout.form is not Form.DOCUMENT:
        return
    gap = line.top - _HALF - layout.header.ink.bottom
    yield near("标志下空二行", 1, 2 * PITCH, gap, expected.tolerances.gap)
    yield near("居中", 1, CENTRE, line.centre, expected.tolerances.place)


def _own_number(rows: Sequence[Line]) -> str:
    """The document number, without the signers' names that may stand in the same row."""
    return next((row.text[: row.text.find("号") + 1] for row in rows if "号" in row.text), "未找到")


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
    if layout.form in (Form.DOCUMENT, Form.UPWARD) and layout.red_rules:
        air = (PITCH - _TITLE * MM) / 2
        gap = layout.title[0].top - air - layout.red_rules[0].y
        yield near("红线下空二行", 1, 2 * PITCH, gap, expected.tolerances.gap)
    yield from set_as_title(layout.title, expected)


def set_as_title(lines: Sequence[Line], expected: Expected, axis: float = CENTRE) -> Iterator[Finding]:
    """Size, font, centre and width of a title's lines, of the document or of an attachment."""
    page = lines[0].page
    sizes = [glyph.face.size for line in lines for glyph in line.glyphs]
    yield points("字号", page, _TITLE, sizes)
    yield set_in("title", (glyph for line in lines for glyph in line.glyphs), expected, page=page)
    off = max((line.off_centre(axis) for line in lines), key=abs)
    yield near("居中", page, axis, axis + off, expected.tolerances.fine)
    yield within("最长一行的宽", page, (None, RIGHT - LEFT + 0.5), max(line.x1 - line.x0 for line in lines))


def title_shape(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.1: lines form a trapezoid or a diamond; none begins with 的 or closing punctuation."""
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
