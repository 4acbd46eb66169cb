"""Sheet, type area, grid, colour, plate, page numbers, landscape pages, punctuation (5, 6.1, 7.5, 8, 9)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from gongshi.measure.expectation import Expected, set_in
from gongshi.measure.form import Form
from gongshi.measure.layout import BOTTOM, EM, LEFT, RIGHT, TOP, Layout
from gongshi.measure.page import BLACK, MM, Colour, Line
from gongshi.measure.result import Finding, holds, near, open_question, points, within
from gongshi.measure.text import PITCH, is_hanzi

_CLOSING = "、，。；：！？）〕》」』】’”"
_OUTER = 14 * MM
"""A character of 4号."""
_DASH = 269.0
"""Where the dash of the page number stands."""
_HALF_WIDTH = re.compile(r"[(),;:!?]")
_FOLIO = "— {} —"


def sheet(layout: Layout, _expected: Expected) -> Iterator[Finding]:
    """5.1: A4, upright or landscape; what viewers show is the whole sheet."""
    for page in layout.pages:
        short, long = sorted((page.width, page.height))
        yield near("宽", page.number, 210, short, 0.18)
        yield near("长", page.number, 297, long, 0.18)
        short, long = sorted(page.media)
        if max(abs(short - 210), abs(long - 297)) > 0.18:  # noqa: PLR2004 - as above
            yield holds("纸张（MediaBox）", page.number, "210×297", f"{short:.1f}×{long:.1f}", good=False)


def plate(layout: Layout, _expected: Expected) -> Iterator[Finding]:
    """6.1: pages are not turned, and lines are level: at most 1 mm over the width of the type area."""
    for page in layout.pages:
        turned = f"旋转{page.rotation}度" if page.rotation else "不旋转"
        yield holds("方向", page.number, "不旋转", turned, good=not page.rotation)
        slant = max((abs(glyph.face.slant) for line in page.lines for glyph in line.glyphs), default=0.0)
        yield near("版心歪斜（每156毫米）", page.number, 0, (RIGHT - LEFT) * slant, 1)


def _body(lines: Sequence[Line]) -> list[Line]:
    """Lines in the size of the text."""
    return [line for line in lines if abs(line.size - 16) < 1]


def type_area(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """5.2.1: the text fills the area of 156 × 225 mm and stays inside."""
    yield binding(layout)
    place = expected.tolerances.place
    openings = {opening.page for opening in layout.openings}
    text = {line for part in layout.paragraphs for line in part.lines}
    for page, lines in zip(layout.pages, layout.area, strict=True):
        body = _body(lines)
        if page.landscape or not body:
            continue
        first, last = body[0], body[-1]
        if first in text and first is lines[0] and page.number > 1 and page.number not in openings:
            # Characters may stand at the edge of the area, or in the middle of a line that begins there.
            lowest = TOP + (PITCH - EM) / 2
            yield within("天头（首行上缘）", page.number, (TOP - place, lowest + place), first.top)
        yield within("末行下缘", page.number, (None, BOTTOM + place), last.bottom)
        yield within("左边缘", page.number, (LEFT - place, None), LEFT + min(line.off_left(LEFT) for line in body))
        yield within("右边缘", page.number, (None, RIGHT + place), max(_ink_end(line, expected) for line in body))
    flush = [line for part in layout.paragraphs for line in part.lines[1:]]
    if flush:
        yield near("订口（回行）", 0, LEFT, LEFT + median(line.off_left(LEFT) for line in flush), place)
    full = [line for part in layout.paragraphs for line in part.lines[:-1] if line.text[-1] not in _CLOSING]
    if full:
        yield near("版心右边缘（满行）", 0, RIGHT, median(line.x1 for line in full), place)


def binding(layout: Layout) -> Finding:
    """5.2.1, 6.3: the margin for binding is at the left, or mirrored, on every face alike."""
    it = layout.binding
    where = "镜像，双数面在右侧" if it.mirrored else "各面在左侧"
    strayed = "；" + "、".join(f"第{number}面" for number in it.strayed) + "不同" if it.strayed else ""
    source = "据文件属性" if it.declared else "据版面"
    return holds("订口28毫米", 0, where, f"{where}（{source}）{strayed}", good=not it.strayed)


def _breaks_anywhere(line: Line) -> bool:
    """Whether the line above could have ended with its first character: no figure or punctuation forbids that break."""
    return all(map(is_hanzi, line.text[:2]))


def _ink_end(line: Line, expected: Expected) -> float:
    """Right end of a line in mm, without what may hang over: half a closing mark, in LibreOffice's print all of it."""
    return line.x1 - (EM / (1 if expected.rendered else 2) if line.text[-1] in _CLOSING else 0)


def default_type(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """5.2.2: 3号仿宋 unless another type is prescribed."""
    glyphs = [glyph for part in layout.paragraphs for glyph in part.plain]
    lines = (*layout.addressees, *layout.note, *(name for row in layout.rows for name in row.names))
    glyphs += [glyph for line in (*lines, *filter(None, (layout.date,))) for glyph in line.glyphs]
    if not glyphs:
        yield open_question("字体字号", "3号仿宋", "没有正文")
        return
    yield points("字号", 0, 16, (glyph.face.size for glyph in glyphs))
    yield set_in("body", glyphs, expected)


def grid(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """5.2.3: 22 lines a page, 28 characters a line."""
    steps = [
        below.y - above.y
        for part in layout.paragraphs
        for above, below in pairwise(part.lines)
        if above.page == below.page
    ]
    if steps:
        yield near("行距", 0, PITCH, median(steps), expected.tolerances.pitch)
        worst = max(steps, key=lambda step: abs(step - PITCH))
        yield near("偏离最大的行距", 0, PITCH, worst, expected.tolerances.pitch)
    else:
        yield open_question("行距", "10.23毫米", "没有两行以上的段落")
    gaps = list(_gaps(layout))
    if gaps:
        worst = max(gaps, key=lambda gap: abs(gap - PITCH))
        yield near("段与段的行距", 0, PITCH, worst, expected.tolerances.fine)
    full = [
        line
        for part in layout.paragraphs
        for line, below in pairwise(part.lines[1:])
        if all(map(is_hanzi, line.text)) and _breaks_anywhere(below)
    ]
    if full:
        counts = [len(line.text) for line in full]
        yield within("每行字数", 0, (28, 28), max(counts, key=lambda count: abs(count - 28)), "字")
    else:
        yield open_question("每行字数", "28字", "没有整行都是汉字的行")
    yield from _lines_of_full_pages(layout)


def _gaps(layout: Layout) -> Iterator[float]:
    """Distances in mm from a paragraph's last line to the next one's first, where no table or title lies between."""
    starts = {part.lines[0] for part in layout.paragraphs}
    ends = {part.lines[-1] for part in layout.paragraphs}
    for lines in layout.area:
        for above, below in pairwise(lines):
            if above in ends and below in starts:
                yield below.y - above.y


def _lines_of_full_pages(layout: Layout) -> Iterator[Finding]:
    """The number of lines of each page that holds text alone and whose last paragraph goes on overleaf."""
    inside = {line for part in layout.paragraphs for line in part.lines}
    split = {line.page for part in layout.main for line in part.lines if line.page != part.lines[-1].page}
    split -= {layout.main[-1].lines[-1].page - 1} if layout.main else set()
    pages = [lines for lines in layout.area[1:] if lines and lines[0].page in split and inside.issuperset(lines)]
    counts = [len(lines) for lines in pages]
    if counts:
        yield within("每面行数", 0, (22, 22), max(counts, key=lambda count: abs(count - 22)), "行")
    else:
        yield open_question("每面行数", "22行", "没有整面都是正文的页")


def colour(layout: Layout, _expected: Expected) -> Iterator[Finding]:
    """5.2.4: text and rules black, unless red is prescribed."""
    red = {*(layout.header.names if layout.header else ()), layout.header.suffix if layout.header else None}
    for page in layout.pages:
        # 样例 and 草稿 above the type area, which begins at 28 mm on a turned page, are not part of the text.
        top = (LEFT if page.landscape else TOP) - PITCH / 2
        lines = (line for line in page.lines if line.y > top)
        glyphs = (glyph for line in lines if line not in red for glyph in line.glyphs)
        coloured = [glyph for glyph in glyphs if glyph.face.colour != BLACK]
        text = "".join(glyph.char for glyph in coloured[:6])
        found = f"“{text}”为{_rgb(coloured[0].face.colour)}" if coloured else "黑色"
        yield holds("文字", page.number, "黑色", found, good=not coloured)
        wrong = [rule for rule in page.rules if rule.colour != BLACK and rule not in layout.red_rules]
        if page.rules:
            shown = f"距上边{wrong[0].y:.1f}毫米的线为{_rgb(wrong[0].colour)}" if wrong else "黑色"
            yield holds("线条", page.number, "黑色", shown, good=not wrong)


def _rgb(colour: Colour) -> str:
    """A colour as office programs show it: RGB255、0、0."""
    return f"RGB {'、'.join(map(str, colour))}"


def folios(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.5: — n — in 4号 Song, its dash 7 mm below the type area, outside; none before the imprint on a page alone."""
    silent = _silent_pages(layout)
    for page, folio, dash in zip(layout.pages, layout.folios, layout.dashes, strict=True):
        if page.landscape:
            continue
        if layout.form is Form.LETTER and page.number == 1:
            continue
        if page.number in silent:
            yield holds("空白页、版记页", page.number, "不标页码", folio.text if folio else "不标页码", good=not folio)
            continue
        if folio is None:
            yield holds("页码", page.number, _FOLIO.format(page.number), "未找到", good=False)
            continue
        yield holds("形式", page.number, f"—{page.number}—", folio.text, good=folio.text == f"—{page.number}—")
        yield points("字号", page.number, 14, (glyph.face.size for glyph in folio.glyphs))
        figures = [glyph for glyph in folio.glyphs if glyph.char.isdigit()]
        yield set_in("song", figures, expected, page=page.number)
        middle = (dash.top + dash.bottom) / 2 if dash else None
        yield near("一字线（版心下7毫米）", page.number, _DASH, middle, expected.tolerances.place)
        if page.number % 2:
            yield near("单页右空一字", page.number, RIGHT - _OUTER, folio.x1, expected.tolerances.place)
        else:
            yield near("双页左空一字", page.number, LEFT + _OUTER, folio.x0, expected.tolerances.place)


def _silent_pages(layout: Layout) -> set[int]:
    """Blank pages before a page that holds the imprint alone, and that page."""
    imprint = layout.imprint
    blank = {page.number for page, lines in zip(layout.pages, layout.area, strict=True) if not lines}
    return blank | ({imprint.page} if imprint and imprint.alone else set())


def landscape(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """8: on a landscape page the number stands where it stands on the others, seen with the sheet upright."""
    for page in layout.pages:
        if not page.landscape:
            continue
        number = [glyph for glyph in page.turned if glyph.x < BOTTOM - _DASH + 35]
        if not number:
            yield holds("横排表格页码", page.number, f"—{page.number}—", "未找到", good=False)
            continue
        text = "".join(glyph.char for glyph in sorted(number, key=lambda glyph: glyph.y))
        yield holds("横排表格页码", page.number, f"—{page.number}—", text, good=text == f"—{page.number}—")
        start, end = min(glyph.y for glyph in number), max(glyph.y for glyph in number) + _OUTER
        place = expected.tolerances.place
        yield near("页码基线距纸边", page.number, 297 - 270.43, number[0].x, place)
        if page.number % 2:
            yield near("单页右空一字", page.number, RIGHT - _OUTER, end, place)
        else:
            yield near("双页左空一字", page.number, LEFT + _OUTER, start, place)


def punctuation(layout: Layout, _expected: Expected) -> Iterator[Finding]:
    """9 (GB/T 15834): punctuation beside hanzi is full-width."""
    lines = [line.text for part in layout.paragraphs for line in part.lines]
    lines += [line.text for line in (*layout.title, *layout.addressees, *layout.note)]
    found = [
        text[max(0, match.start() - 3) : match.end() + 3]
        for text in lines
        for match in _HALF_WIDTH.finditer(text)
        if any(map(is_hanzi, text[max(0, match.start() - 1) : match.end() + 1]))
    ]
    yield holds("汉字旁的标点", 0, "全角", "、".join(f"“{text}”" for text in found[:3]) or "全角", good=not found)
