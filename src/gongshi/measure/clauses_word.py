"""What the structure of a DOCX must say so that Word, WPS and LibreOffice print a conforming page."""

import re
from collections.abc import Iterator

from gongshi.measure.expectation import font_plays
from gongshi.measure.result import Finding, holds, near, open_question, points
from gongshi.measure.text import is_hanzi, says_no_text
from gongshi.measure.word import Element, Word, child, number, q, text_of, value

_MM = 1440 / 25.4
"""Twips in a millimetre."""
_FOUR = ("ascii", "hAnsi", "eastAsia", "cs")
_BODY = "Body Text"
_NUMBER = re.compile(r"[\u4e00-\u9fff]+〔(19|20)\d{2}〕[1-9]\d*号")
_DATE = re.compile(r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
_HALF_WIDTH = re.compile(r"[(),;:!?]")
_GRIDS = {"lines": "只指定行网格", "linesAndChars": "指定行和字符网格", "snapToChars": "文字对齐字符网格"}
_RULES = {"exact": "固定值", "auto": "多倍行距", "atLeast": "最小值"}
_JUSTIFIED = {"left": "左对齐", "right": "右对齐", "center": "居中", "both": "两端对齐", "distribute": "分散对齐"}
_COLOURS = {"FF0000": "红色", "000000": "黑色", "auto": "黑色"}
_SIDES = {"default": ("单页", "right"), "even": ("双页", "left")}


def _upright(word: Word) -> list[Element]:
    return [section for section in word.sections() if value(section, "pgSz", "orient") != "landscape"]


def sheet(word: Word) -> Iterator[Finding]:
    """5.1: A4."""
    for section in word.sections():
        sides = sorted(number(section, "pgSz", side) or 0 for side in ("w", "h"))
        yield near("宽", 0, 210, sides[0] / _MM, 0.2)
        yield near("长", 0, 297, sides[1] / _MM, 0.2)


def area(word: Word) -> Iterator[Finding]:
    """5.2.1: margins of 37, 28, 26, 35 mm."""
    for section in _upright(word):
        for side, name, millimetres in (
            ("top", "天头", 37),
            ("left", "订口", 28),
            ("right", "右", 26),
            ("bottom", "下", 35),
        ):
            found = number(section, "pgMar", side)
            yield near(name, 0, millimetres, None if found is None else found / _MM, 0.5)
    where = "镜像，双数面在右侧" if _mirrored(word) else "各面在左侧"
    yield holds("订口28毫米", 0, where, f"{where}（据文档设置）", good=True)


def _mirrored(word: Word) -> bool:
    return child(word.parts.get("word/settings.xml"), "mirrorMargins") is not None


def fonts(word: Word) -> Iterator[Finding]:
    """5.2.2: each style that names a font names it four times; no theme fonts; no run has a font of its own."""
    rows = [node for part in word.parts.values() for node in part.iter(q("rFonts"))]
    theme = [node for node in rows if any(str(key).endswith("Theme") for key in node.attrib)]
    yield holds("主题字体", 0, "不用", f"{len(theme)}处" if theme else "不用", good=not theme)
    partial = [
        value(style, "name") or ""
        for style in word.styles.values()
        if (named := child(style, "rPr/rFonts")) is not None and not all(named.get(q(key)) for key in _FOUR)
    ]
    yield holds("样式字体四项齐全", 0, "齐全", "、".join(partial[:3]) or "齐全", good=not partial)
    own = [
        text_of(run)
        for run in word.runs()
        if (named := child(run, "rPr/rFonts")) is not None and any(named.get(q(key)) for key in _FOUR)
    ]
    yield holds("文字另设字体", 0, "不另设", f"“{own[0][:8]}”" if own else "不另设", good=not own)
    family = word.inherited(word.named(_BODY), "rPr/rFonts", "eastAsia") or ""
    yield holds("正文字体", 0, "仿宋", family, good=font_plays("body", family))
    size = word.inherited(word.named(_BODY), "rPr/sz")
    yield points("正文字号", 0, 16, [float(size) / 2 if size else None])


def grid(word: Word) -> Iterator[Finding]:
    """5.2.3: lines of 579 twips, letters tightened by 5, so that a page holds 22 lines of 28 characters."""
    body = word.named(_BODY)
    if body is None:
        yield open_question("正文样式", "Body Text", "没有这个样式")
        return
    for section in _upright(word):
        kind, pitch = value(section, "docGrid", "type"), number(section, "docGrid", "linePitch")
        good = kind == "lines" and pitch == 579  # noqa: PLR2004 - 580 gives 21 lines
        shown = f"{_GRIDS.get(kind or '', kind or '无网格')}，行距{(pitch or 0) / 20:g}磅"
        yield holds("文档网格", 0, "只指定行网格，行距28.95磅", shown, good=good)
    for aspect, path, name, wanted in (
        ("行距规则", "pPr/spacing", "lineRule", "exact"),
        ("行距", "pPr/spacing", "line", "579"),
        ("字符间距", "rPr/spacing", "val", "-4"),
    ):
        found = word.inherited(body, path, name) or "无"
        yield holds(aspect, 0, _in_points(wanted), _in_points(found), good=found == wanted)
    lines = {
        node.get(q("line"))
        for name in (_BODY, "First Paragraph")
        for paragraph in word.paragraphs(name)
        if (node := child(paragraph, "pPr/spacing")) is not None and node.get(q("line"))
    }
    shown = "、".join(_in_points(line) for line in sorted(filter(None, lines))) or "不设"
    yield holds("段落自设行距", 0, "28.95磅或不设", shown, good=lines <= {"579"})


def _in_points(twips: str) -> str:
    """A line spacing as Word shows it: a length in twips as points, a keyword of the file format in Chinese."""
    return f"{int(twips) / 20:g}磅" if re.fullmatch(r"-?[0-9]+", twips) else _RULES.get(twips, twips)


def colours(word: Word) -> Iterator[Finding]:
    """5.2.4: no run of the text has a colour of its own."""
    own = [text_of(run) for run in word.runs() if value(run, "rPr/color") not in (None, "auto", "000000", "FF0000")]
    yield holds("文字另设颜色", 0, "不另设", f"“{own[0][:8]}”" if own else "不另设", good=not own)


def masthead(word: Word) -> Iterator[Finding]:
    """7.2.4: the names of the organs in red 小标宋."""
    if not word.paragraphs("发文机关标志"):
        return
    style = word.named("发文机关标志")
    family = word.inherited(style, "rPr/rFonts", "eastAsia") or ""
    yield holds("字体", 0, "小标宋", family, good=font_plays("title", family))
    colour = word.inherited(style, "rPr/color") or "无"
    yield holds("颜色", 0, "红色", _COLOURS.get(colour, colour), good=colour == "FF0000")


def number_text(word: Word) -> Iterator[Finding]:
    """7.2.5: form of the number."""
    for paragraph in word.paragraphs("发文字号"):
        text = text_of(paragraph)
        yield holds("形式", 0, "机关代字〔年份〕顺序号", text, good=_NUMBER.fullmatch(text) is not None)


def red_rule(word: Word) -> Iterator[Finding]:
    """7.2.7: a border below the number, 0.35 to 0.53 mm; indents would shorten it."""
    for paragraph in word.paragraphs("发文字号"):
        style = word.named("发文字号")
        weight = word.inherited(style, "pPr/pBdr/bottom", "sz")
        yield near("粗细", 0, 0.44, float(weight) / 8 * 25.4 / 72 if weight else None, 0.1)
        colour = word.inherited(style, "pPr/pBdr/bottom", "color") or "无"
        yield holds("颜色", 0, "红色", _COLOURS.get(colour, colour), good=colour == "FF0000")
        indents = [node for node in (child(paragraph, "pPr/ind"), child(style, "pPr/ind")) if node is not None]
        shortened = any(node.get(q(side), "0") != "0" for node in indents for side in ("left", "right"))
        yield holds("与版心等宽", 0, "无缩进", "有缩进" if shortened else "无缩进", good=not shortened)


def title(word: Word) -> Iterator[Finding]:
    """7.3.1: 2号小标宋, centred."""
    if not word.paragraphs("公文标题"):
        yield open_question("标题样式", "公文标题", "没有这个样式的段落")
        return
    style = word.named("公文标题")
    size, family = word.inherited(style, "rPr/sz"), word.inherited(style, "rPr/rFonts", "eastAsia") or ""
    yield points("字号", 0, 22, [float(size) / 2 if size else None])
    yield holds("字体", 0, "小标宋", family, good=font_plays("title", family))
    side = word.inherited(style, "pPr/jc") or "left"
    yield holds("对齐", 0, "居中", _JUSTIFIED.get(side, side), good=side == "center")


def levels(word: Word) -> Iterator[Finding]:
    """7.3.3: 黑体, 楷体, 仿宋, 仿宋 in 3号, not bold; paragraphs two characters in."""
    for level, role, family in ((1, "hei", "黑体"), (2, "kai", "楷体"), (3, "body", "仿宋"), (4, "body", "仿宋")):
        style = word.named(f"heading {level}")
        if style is None:
            continue
        found, size = word.inherited(style, "rPr/rFonts", "eastAsia") or "", word.inherited(style, "rPr/sz")
        yield holds(f"第{level}层字体", 0, family, found, good=font_plays(role, found))
        yield points(f"第{level}层字号", 0, 16, [float(size) / 2 if size else None])
    bold = [node for part in ("word/document.xml", "word/styles.xml") for node in _bolds(word, part)]
    yield holds("加粗", 0, "不加粗", f"{len(bold)}处" if bold else "不加粗", good=not bold)
    body = word.named(_BODY)
    for name, wanted in (("firstLineChars", "200"), ("firstLine", "632")):
        indent = word.inherited(body, "pPr/ind", name)
        aspect, shown = (
            ("段首左空二字（百分之一字）", str) if name == "firstLineChars" else ("段首左空二字", _in_points)
        )
        yield holds(aspect, 0, shown(wanted), shown(indent or "无"), good=indent == wanted)


def _bolds(word: Word, part: str) -> list[Element]:
    root = word.parts.get(part)
    return [] if root is None else [node for node in root.iter(q("b")) if node.get(q("val")) not in ("0", "false")]


def note(word: Word) -> Iterator[Finding]:
    """7.3.4: no punctuation at the end."""
    for paragraph in word.paragraphs("附件说明"):
        text = text_of(paragraph)
        marked = text[-1:] in tuple("。；，、.;,")
        yield holds("末尾", 0, "无标点", f"“{text[-1:]}”" if marked else "无标点", good=not marked)


def date_form(word: Word) -> Iterator[Finding]:
    """7.3.5.4: figures without leading zeros."""
    for paragraph in word.paragraphs("成文日期"):
        text = text_of(paragraph)
        yield holds("成文日期", 0, "如2012年7月1日", text, good=_DATE.fullmatch(text) is not None)


def date_place(word: Word) -> Iterator[Finding]:
    """7.3.5.1: four characters from the right edge."""
    for paragraph in word.paragraphs("成文日期"):
        if child(paragraph, "pPr/ind") is not None:
            yield open_question("右空四字", "22.29毫米", "段落自设缩进（不加盖印章），请量打印稿")
            continue
        indent = word.inherited(word.named("成文日期"), "pPr/ind", "right")
        yield near("右空四字", 0, 4 * 156 / 28, float(indent or 0) / _MM, 1)


def empty_page(word: Word) -> Iterator[Finding]:
    """7.3.5.5: no 此页无正文."""
    texts = [text_of(paragraph) for paragraph in word.document.iter(q("p"))]
    empty = [text for text in texts if says_no_text(text)]
    yield holds("“此页无正文”", 0, "不出现", empty[0] if empty else "不出现", good=not empty)


def punctuation(word: Word) -> Iterator[Finding]:
    """9: punctuation beside hanzi is full-width."""
    names = (_BODY, "First Paragraph", "heading 1", "heading 2", "公文标题", "主送机关", "附件说明")
    texts = [text_of(paragraph) for name in names for paragraph in word.paragraphs(name)]
    found = [
        text[max(0, match.start() - 3) : match.end() + 3]
        for text in texts
        for match in _HALF_WIDTH.finditer(text)
        if any(map(is_hanzi, text[max(0, match.start() - 1) : match.end() + 1]))
    ]
    yield holds("汉字旁的标点", 0, "全角", "、".join(f"“{text}”" for text in found[:3]) or "全角", good=not found)


def label(word: Word) -> Iterator[Finding]:
    """7.3.7: each attachment on a new page, its label in 黑体."""
    if not word.paragraphs("附件标识"):
        return
    style = word.named("附件标识")
    breaks = child(style, "pPr/pageBreakBefore") is not None
    yield holds("另面编排", 0, "段前分页", "段前分页" if breaks else "无", good=breaks)
    family = word.inherited(style, "rPr/rFonts", "eastAsia") or ""
    yield holds("标识字体", 0, "黑体", family, good=font_plays("hei", family))


def imprint(word: Word) -> Iterator[Finding]:
    """7.4.1: a table at the foot of the text area with rules of 0.35, 0.25, 0.35 mm, as wide as the area."""
    tables = [table for table in word.document.iter(q("tbl")) if re.search(r"日印发$", text_of(table))]
    if not tables:
        yield open_question("版记", "末面版心下端的表格", "没有版记")
        return
    table = tables[-1]
    for side, name, millimetres in (("top", "首条", 0.35), ("insideH", "中间", 0.25), ("bottom", "末条", 0.35)):
        weight = number(table, f"tblPr/tblBorders/{side}", "sz")
        yield near(f"{name}粗细", 0, millimetres, None if weight is None else weight / 8 * 25.4 / 72, 0.05)
    width = number(table, "tblPr/tblW", "w")
    yield near("长", 0, 156, None if width is None else width / _MM, 0.5)
    place = child(table, "tblPr/tblpPr")
    low = place is not None and (place.get(q("vertAnchor")), place.get(q("tblpYSpec"))) == ("margin", "bottom")
    shown = "版心下端" if low else "在文中" if place is None else "浮动在别处"
    yield holds("表格的位置", 0, "版心下端", shown, good=low)
    if place is not None and place.get(q("horzAnchor")) == "page":
        left = float(place.get(q("tblpX"), "0")) / _MM
        yield near("左端（双数面）", 0, 26 if _mirrored(word) else 28, left, 0.5)


def footers(word: Word) -> Iterator[Finding]:
    """7.5: footers of odd and even pages hold the page number between dashes, in 4号 Song, outside, 7 mm down."""
    apart = child(word.parts.get("word/settings.xml"), "evenAndOddHeaders") is not None
    yield holds("奇偶页不同", 0, "是", "是" if apart else "否", good=apart)
    for section in _upright(word):
        distance = number(section, "pgMar", "footer")
        yield near("页脚距下边缘", 0, 1438 / _MM, None if distance is None else distance / _MM, 1)
    named = [section for section in word.sections() if section.find(q("footerReference")) is not None]
    first = word.footers(named[0]) if named else {}
    for side, (name, edge) in _SIDES.items():
        footer = first.get(side)
        field = footer is not None and "PAGE" in "".join(node.text or "" for node in footer.iter(q("instrText")))
        yield holds(f"{name}页码", 0, "有页码域", "有页码域" if field else "无", good=field)
        if footer is not None:
            style = word.styles.get(value(footer, "p/pPr/pStyle") or "")
            found = value(footer, "p/pPr/jc") or word.inherited(style, "pPr/jc") or "left"
            shown = _JUSTIFIED.get(found, found)
            yield holds(f"{name}页码对齐", 0, _JUSTIFIED[edge], shown, good=found == edge)
            size, family = word.inherited(style, "rPr/sz"), word.inherited(style, "rPr/rFonts", "eastAsia") or ""
            yield points(f"{name}页码字号", 0, 14, [float(size) / 2 if size else None])
            yield holds(f"{name}页码字体", 0, "宋体", family, good=font_plays("song", family))


def tables(word: Word) -> Iterator[Finding]:
    """8 and the tables of the text: columns have widths that fit the sheet, the head repeats, no row is split."""
    wide = max((number(section, "pgSz", "w") or 0 for section in word.sections()), default=0)
    style = next((identity for identity, node in word.styles.items() if value(node, "name") == "Table"), "Table")
    for table in word.document.iter(q("tbl")):
        columns = [float(node.get(q("w"), "0")) for node in table.iterfind(f"{q('tblGrid')}/{q('gridCol')}")]
        good = bool(columns) and min(columns) > 0 and sum(columns) <= wide - 54 * _MM
        yield holds("列宽", 0, "各列有宽，合计不超版心", f"{sum(columns) / _MM:.1f}毫米", good=good)
        if value(table, "tblPr/tblStyle") != style:
            continue
        rows = table.findall(q("tr"))
        head = child(rows[0], "trPr/tblHeader") is not None
        yield holds("表头", 0, "跨页重复", "重复" if head else "不重复", good=head)
        whole = all(child(row, "trPr/cantSplit") is not None for row in rows)
        yield holds("各行", 0, "不跨页断开", "不断开" if whole else "可断开", good=whole)
