"""Clauses on signature, seals and date, and on the page that has them (7.3.5)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongshi.measure.expectation import Expected
from gongshi.measure.layout import LEFT, RIGHT, Layout, Row
from gongshi.measure.page import Line
from gongshi.measure.result import Finding, holds, near, open_question, within
from gongshi.measure.text import CELL, PITCH, says_no_text

_DATE = re.compile(r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")


def signature(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.5.1: the date four characters from the right edge, the (last) name centred above it, two names in a row."""
    date = layout.date
    if date is None:
        yield holds("成文日期", 0, "有", "未找到", good=False)
        return
    if _is_unsealed(layout):
        return
    yield open_question("印章", "端正居中下压署名和日期，上边缘距正文一行之内", "印章盖在纸上，文件里没有")
    tolerances = expected.tolerances
    yield near("日期右空四字", date.page, RIGHT - 4 * CELL, date.x1, tolerances.place)
    if not layout.rows:
        yield holds("署名", date.page, "在日期上方", "未找到", good=False)
        return
    last = layout.rows[-1].names[-1]
    if last.x1 > RIGHT - 1 and last.centre < date.centre:
        yield within("长署名止于版心", date.page, (None, RIGHT + tolerances.fine), last.x1)
    else:
        yield near("署名以日期居中", date.page, date.centre, last.centre, tolerances.signature)
    organs = len(layout.header.names) if layout.header else 0
    if organs == 2:  # noqa: PLR2004 - two organs sign side by side
        yield from _two_in_a_row(layout.rows, date.page)


def unsealed(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.5.2: a line below the text the name, two characters from the right edge; the date begins two further in.

    A date longer than the name ends two characters from the edge itself. Several names stand below each other.
    """
    date = layout.date
    if date is None or not _is_unsealed(layout):
        return
    names, page, place = [name for row in layout.rows for name in row.names], date.page, expected.tolerances.place
    first, widest = names[0], max(names, key=lambda name: name.x1)
    last = _above(layout, first)
    if last:
        yield near("正文下空一行（基线间距）", page, 2 * PITCH, layout.rows[0].top - last.y, expected.tolerances.gap)
    if date.x1 > widest.x1 + 0.5 * CELL:
        yield near("日期右空二字（日期长于署名）", page, RIGHT - 2 * CELL, date.x1, place)
    else:
        yield near("署名右空二字", page, RIGHT - 2 * CELL, widest.x1, place)
    yield near("日期比署名缩二字", page, names[-1].x0 + 2 * CELL, date.x0, place)
    for above, below in pairwise(layout.rows):
        yield near("联合署名各占一行", page, PITCH, below.top - above.names[-1].y, expected.tolerances.gap)
        yield near("联合署名左端对齐", page, above.names[0].x0, below.names[0].x0, place)


def _above(layout: Layout, name: Line) -> Line | None:
    """The last line of the text or of 附件说明 if it stands above a name on the same page; None if a table does."""
    lines = [*layout.note, *(line for part in layout.main for line in part.lines)]
    above = max(
        (line for line in lines if line.page == name.page and line.y < name.y), key=lambda it: it.y, default=None
    )
    uprights = layout.pages[name.page - 1].uprights
    if above is None or any(above.y < upright.y1 < name.y for upright in uprights):
        return None
    return above


def stamped(layout: Layout, expected: Expected) -> Iterator[Finding]:
    """7.3.5.3: who signs an order, two lines below the text: name four characters in, post two left of it; then date.

    The name may be a stamp, which a page shows as a picture or not at all.
    """
    yield open_question("签名章", "红色，右空四字", "签名章盖在纸上，文件里没有；只量职务、姓名和日期的位置")
    date, tolerances = layout.date, expected.tolerances
    if date is None or not layout.rows:
        yield holds("签发人职务和姓名", date.page if date else 0, "在成文日期上方", "未找到", good=False)
        return
    for row in layout.rows:
        post, name = row.names[0], row.names[1:]
        last = _above_row(layout, post)
        yield near("空二行（基线间距）", post.page, 3 * PITCH, post.y - last.y if last else None, tolerances.gap)
        if name:
            yield near("姓名右空四字", post.page, RIGHT - 4 * CELL, name[-1].x1, tolerances.place)
            yield near("职务在姓名左空二字", post.page, name[0].x0 - 2 * CELL, post.x1, tolerances.place)
    yield near("日期空一行（基线间距）", date.page, 2 * PITCH, date.y - layout.rows[-1].names[0].y, tolerances.gap)
    yield near("日期右空四字", date.page, RIGHT - 4 * CELL, date.x1, tolerances.signature)


def _above_row(layout: Layout, post: Line) -> Line | None:
    rows = [row.names[0] for row in layout.rows if row.names[0].y < post.y]
    return rows[-1] if rows else _above(layout, post)


def _is_unsealed(layout: Layout) -> bool:
    """Whether name and date are nearer to the positions for unsealed signatures than to those for sealed ones."""
    date, names = layout.date, [name for row in layout.rows for name in row.names]
    if date is None or not names or len(layout.rows[-1].names) != 1:
        return False
    last = names[-1]
    end = max(date.x1, *(name.x1 for name in names))
    unsealed_off = abs(end - (RIGHT - 2 * CELL)) + abs(date.x0 - last.x0 - 2 * CELL)
    sealed_off = abs(date.x1 - (RIGHT - 4 * CELL)) + abs(min(last.centre, RIGHT) - date.centre)
    return unsealed_off < sealed_off


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
    """7.3.5.5: the page of the signature has text or a table; no 此页无正文 in any wording."""
    found = [line for lines in layout.area for line in lines if says_no_text(line.text)]
    page = found[0].page if found else 0
    yield holds("“此页无正文”", page, "不出现", f"“{found[0].text}”" if found else "不出现", good=not found)
    if layout.date:
        page = layout.date.page
        lines = [line for part in layout.main for line in part.lines if line.page == page]
        plain = [line for line in lines if not says_no_text(line.text)]
        table = bool(layout.pages[page - 1].uprights)
        shown = f"正文{len(plain)}行" + ("和表格" if table else "")
        yield holds("署名页", page, "有正文", shown if plain or table else "没有正文", good=bool(plain) or table)
