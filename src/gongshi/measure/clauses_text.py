"""The text and what ends it: levels, 附件说明, signature, date, attachments (7.3.3 to 7.3.7)."""

import re
from collections.abc import Iterator, Sequence

from gongshi.measure.clauses_head import set_as_title
from gongshi.measure.expectation import Expected, is_bold
from gongshi.measure.layout import BOTTOM, CENTRE, EM, LEFT, TOP, Layout
from gongshi.measure.page import Line
from gongshi.measure.result import Finding, holds, near, open_question
from gongshi.measure.text import CELL, PITCH, Paragraph, gap_in

_ROLES = {1: "hei", 2: "kai", 3: "body", 4: "body"}
_NAMES = {1: "黑体", 2: "楷体", 3: "仿宋", 4: "仿宋"}
_NUMBERS = {
    1: (re.compile(r"[一二三四五六七八九十]+、"), "一、"),
    2: (re.compile(r"（[一二三四五六七八九十]+）(?![、．，])"), "（一）"),
    3: (re.compile(r"[1-9]\d*[．.]"), "1．"),
    4: (re.compile(r"（[1-9]\d*）(?![、．，])"), "（1）"),
}
_NOTE_END = "。；，、.;,"
_LABEL = re.compile(r"附件[1-9]?\d?")


def first_page(layout: Layout, _expected: Expected) -> Iterator[Finding]:
    """7.3.3: the first page shows text."""
    lines = [line for part in layout.main for line in part.lines if line.page == 1]
    yield holds("首页", 1, "显示正文", f"{len(lines)}行", good=bool(lines))


def indents(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.3: each paragraph begins two characters in, further lines are flush left."""
    if not layout.main:
        yield open_question("段首", "左空二字", "没有正文")
        return
    edge = LEFT + 2 * CELL
    first = max((part.lines[0] for part in layout.paragraphs), key=lambda line: abs(line.off_left(edge)))
    yield near("段首左空二字", first.page, edge, edge + first.off_left(edge), expected.tolerances.fine)
    flush = [line for part in layout.paragraphs for line in part.lines[1:]]
    if flush:
        line = max(flush, key=lambda line: abs(line.off_left(LEFT)))
        yield near("回行顶格", line.page, LEFT, LEFT + line.off_left(LEFT), expected.tolerances.place)


def level_fonts(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.3: 黑体, 楷体, 仿宋, 仿宋."""
    for level, role in _ROLES.items():
        parts = [part for part in layout.paragraphs if part.level == level]
        wrong = [part for part in parts if not all(expected.plays(role, glyph) for glyph in part.heading)]
        if parts:
            found = f"“{wrong[0].text[:8]}”用{_wrong_font(wrong[0], role, expected)}" if wrong else _NAMES[level]
            page = wrong[0].page if wrong else 0
            yield holds(f"第{level}层字体", page, _NAMES[level], found, good=not wrong)


def _wrong_font(part: Paragraph, role: str, expected: Expected) -> str:
    return next(glyph.face.font for glyph in part.heading if not expected.plays(role, glyph))


def no_bold(layout: Layout, _expected: Expected) -> Iterator[Finding]:
    """7.3.3: nothing in the text is bold."""
    bold = [glyph for part in layout.paragraphs for glyph in part.glyphs if is_bold(glyph)]
    text = "".join(glyph.char for glyph in bold[:8])
    yield holds("加粗", 0, "不加粗", f"“{text}”加粗" if bold else "不加粗", good=not bold)


def level_numbers(layout: Layout, _expected: Expected) -> Iterator[Finding]:
    """7.3.3: 一、 （一） 1． （1）."""
    for level, (pattern, form) in _NUMBERS.items():
        parts = [part for part in layout.paragraphs if part.level == level]
        wrong = [part for part in parts if not pattern.match(part.text)]
        if parts:
            yield holds(
                f"第{level}层序号",
                wrong[0].page if wrong else 0,
                form,
                f"“{wrong[0].text[:8]}”" if wrong else form,
                good=not wrong,
            )


def level_gaps(layout: Layout, _expected: Expected) -> Iterator[Finding]:
    """7.3.3: the numbers of each level begin with the first and leave none out; attachments number for themselves."""
    starts = [opening.page for opening in layout.openings]
    texts = [layout.main]
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(layout.pages) + 1
        texts.append(tuple(part for part in layout.later if start <= part.page < end))
    numbered = [part for parts in texts for part in parts if part.level]
    if not numbered:
        return
    found = next((gap for parts in texts if (gap := gap_in([part.step for part in parts]))), None)
    page = next((part.page for part in numbered if found and part.number == found[1]), 0)
    yield continuous(found, page)


def continuous(gap: tuple[str, str] | None, page: int = 0) -> Finding:
    """That numbers follow each other; `gap` is the number before the gap and the wrong one, None if there is none."""
    shown = "连续" if gap is None else f"“{gap[0]}”之后是“{gap[1]}”" if gap[0] else f"从“{gap[1]}”开始"
    return holds("序号连续", page, "不缺号、不重号", shown, good=gap is None)


def note(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.4: one line below the text, two characters in, names hanging, no punctuation at the end."""
    lines = layout.note
    labelled = [opening for opening in layout.openings if opening.label]
    issued = any(opening.label is None for opening in layout.openings)
    if not lines:
        if labelled and not issued:
            yield holds("附件说明", 0, "附件：名称", "未找到", good=False)
        return
    first, page = lines[0], lines[0].page
    yield holds("形式", page, "附件：", first.text[:3], good=first.text.startswith("附件："))
    yield near("左空二字", page, LEFT + 2 * CELL, first.x0, expected.tolerances.place)
    last = layout.main[-1].lines[-1] if layout.main else None
    if last and last.page == page and not _after_table(layout, first):
        yield near("正文下空一行（基线间距）", page, 2 * PITCH, first.y - last.y, expected.tolerances.gap)
    yield from _note_items(lines, expected)


def _after_table(layout: Layout, line: Line) -> bool:
    uprights = layout.pages[line.page - 1].uprights
    return any(line.y - 2 * PITCH < upright.y1 < line.y for upright in uprights)


def _note_items(lines: Sequence[Line], expected: Expected) -> Iterator[Finding]:
    first = lines[0]
    many = re.match(r"附件[：:](\d{1,2})[．.、]", first.text)
    numbered = [line for line in lines[1:] if many and re.match(r"\d+[．.、]", line.text)]
    wrong = [line.text for line in (first, *numbered) if re.search(r"^(附件[：:])?\d+[、]", line.text)]
    if many:
        yield holds("序号", first.page, "1．", wrong[0][:8] if wrong else "1．", good=not wrong)
    names = re.split(r"\n(?=\d+[．.、])", "\n".join(line.text for line in lines)) if many else None
    texts = [name.replace("\n", "") for name in names] if names else ["".join(line.text for line in lines)]
    ends = [text[-1] for text in texts if text[-1] in _NOTE_END]
    yield holds("末尾", first.page, "无标点", "、".join(ends) or "无标点", good=not ends)
    if many:
        number_x = first.glyphs[3].x
        for line in numbered:
            yield near("序号对齐", line.page, number_x, line.x0, expected.tolerances.place)
    name_x = first.glyphs[3 + (len(many[1]) + 1 if many else 0)].x
    for line in lines[1:]:
        if line not in numbered:
            yield near("回行与名称对齐", line.page, name_x, line.x0, expected.tolerances.place)


def attachments(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.7: each on a new page, label on line 1, title on line 3; numbers and titles as in 附件说明."""
    place = expected.tolerances.place
    half = (PITCH - EM) / 2
    for opening in layout.openings:
        # A landscape page is the upright one turned: head to the left, so its type area begins at 35 and 28 mm.
        turned = layout.pages[opening.page - 1].landscape
        left, top = (297 - BOTTOM, LEFT) if turned else (LEFT, TOP)
        yield from set_as_title(opening.title, expected, left + (BOTTOM - TOP) / 2 if turned else CENTRE)
        label = opening.label
        if label is None:
            continue
        page = opening.page
        yield near("标识在第一行", page, top, label.top - half, place)
        yield near("标识顶格", page, left, label.x0, place)
        hei = all(expected.plays("hei", glyph) for glyph in label.glyphs)
        form = _LABEL.fullmatch(label.text) is not None and abs(label.size - 16) < 0.1  # noqa: PLR2004 - rounding
        yield holds("标识", page, "3号黑体“附件1”", label.text, good=hei and form)
        yield near("标题在第三行（基线间距）", page, 2 * PITCH, opening.title[0].y - label.y, place)
    yield from _agreement(layout)


def _agreement(layout: Layout) -> Iterator[Finding]:
    """As many attachments with the same titles as 附件说明 names."""
    if not layout.note:
        return
    named = re.sub(r"^附件[：:]", "", "".join(line.text for line in layout.note))
    titles = ["".join(line.text for line in opening.title) for opening in layout.openings if opening.label]
    listed = (
        "".join(f"{at}．{title}" for at, title in enumerate(titles, start=1)) if len(titles) > 1 else "".join(titles)
    )
    same = _bare(named) == _bare(listed)
    found = "一致" if same else f"{len(titles)}个附件：{'；'.join(titles)[:40]}" if titles else "未找到另面编排的附件"
    yield holds("与附件说明一致", 0, "序号和名称一致", found, good=same)


def _bare(text: str) -> str:
    """A title without the punctuation at its end and its spaces, for comparing titles."""
    return re.sub(r"[．.、。；]", "", text)
