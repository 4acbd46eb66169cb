"""The text and what ends it: levels, 附件说明, signature, date, attachments (7.3.3 to 7.3.7)."""

import re
from collections.abc import Iterator, Sequence

from gongshi.measure.clauses_head import set_as_title
from gongshi.measure.expectation import Expected, is_bold
from gongshi.measure.layout import BOTTOM, CENTRE, EM, LEFT, RIGHT, TOP, Layout, Row
from gongshi.measure.page import Line
from gongshi.measure.result import Finding, holds, near, open_question, within
from gongshi.measure.text import CELL, PITCH, Paragraph

__all__ = [
    "attachments",
    "date_form",
    "first_page",
    "indents",
    "level_fonts",
    "level_numbers",
    "no_bold",
    "note",
    "shared_page",
    "signature",
    "unsealed",
]

_DATE = re.compile(r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
_EMPTY_PAGE = re.compile(r"此页无正文|本页无正文")
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


def note(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.4: one line below the text, two characters in, names hanging, no mark at the end."""
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


def signature(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.5.1: the date four characters from the right edge, the (last) name centred above it, two names in a row."""
    date = layout.date
    if date is None:
        yield holds("成文日期", 0, "有", "未找到", good=False)
        return
    if _is_unsealed(layout):
        return
    tolerances = expected.tolerances
    yield near("日期右空四字", date.page, RIGHT - 4 * CELL, date.x1, tolerances.place)
    if not layout.rows:
        yield holds("署名", date.page, "在日期上方", "未找到", good=False)
        return
    last = layout.rows[-1].names[-1]
    if last.x1 > RIGHT - 1 and last.centre < date.centre:
        yield within("长署名止于版心", date.page, (LEFT, RIGHT + tolerances.fine), last.x1)
    else:
        yield near("署名以日期居中", date.page, date.centre, last.centre, tolerances.signature)
    organs = len(layout.header.names) if layout.header else 0
    if organs == 2:  # noqa: PLR2004 - two organs sign side by side
        yield from _two_in_a_row(layout.rows, date.page)


def unsealed(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.5.2: without seals the name ends two characters from the right edge, the date begins two further in."""
    if layout.date and _is_unsealed(layout):
        names, page = [name for row in layout.rows for name in row.names], layout.date.page
        place = expected.tolerances.place
        yield near("署名右空二字", page, RIGHT - 2 * CELL, max(name.x1 for name in names), place)
        yield near("日期比署名缩二字", page, names[-1].x0 + 2 * CELL, layout.date.x0, place)


def _is_unsealed(layout: Layout) -> bool:
    """Whether the date is set from the left end of the name, as it is without seals."""
    if layout.date is None or not layout.rows or len(layout.rows[-1].names) != 1:
        return False
    off_seal = abs(layout.date.x1 - (RIGHT - 4 * CELL))
    return abs(layout.date.x0 - layout.rows[-1].names[0].x0 - 2 * CELL) < min(1.5, off_seal)


def _two_in_a_row(rows: Sequence[Row], page: int) -> Iterator[Finding]:
    counts = [len(row.names) for row in rows]
    widest = sum(name.x1 - name.x0 for row in rows for name in row.names)
    if counts != [2] and widest + CELL > RIGHT - LEFT:
        yield open_question("联合署名一排", "两个名称一排", "两个名称放不进一排")
    else:
        yield holds("联合署名一排", page, "两个名称一排", "、".join(f"{n}个" for n in counts), good=counts == [2])


def date_form(layout: Layout, _expected: Expected) -> Iterator[Finding]:
    """7.3.5.4: Arabic figures, the year in full, no leading zero."""
    if layout.date:
        text = layout.date.text
        yield holds("成文日期", layout.date.page, "如2012年7月1日", text, good=_DATE.fullmatch(text) is not None)


def shared_page(layout: Layout, _expected: Expected) -> Iterator[Finding]:
    """7.3.5.5: the signature shares its page with text; no 此页无正文."""
    found = [line.text for lines in layout.area for line in lines if _EMPTY_PAGE.search(line.text)]
    yield holds("“此页无正文”", 0, "不出现", found[0] if found else "不出现", good=not found)
    if layout.date:
        page = layout.date.page
        lines = [line for part in layout.main for line in part.lines if line.page == page]
        shared = len(lines) + sum(line.page == page for line in layout.note)
        plain = [line for line in lines if not _EMPTY_PAGE.search(line.text)]
        good = bool(plain) or bool(_table_on(layout, page))
        yield holds("署名页", page, "有正文", f"正文{len(plain)}行", good=good and bool(shared or good))


def _table_on(layout: Layout, page: int) -> bool:
    return bool(layout.pages[page - 1].uprights)


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
    """Without the marks whose form other clauses judge."""
    return re.sub(r"[．.、。；]", "", text)
