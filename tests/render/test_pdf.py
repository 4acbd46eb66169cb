"""The printed page, measured against GB/T 9704-2012."""

from itertools import pairwise

import notice_factory as make
import pytest
from printed import CELL, FIRST_BASELINE, MM, PITCH, printed

from gongshi.documents.notice import Attachment, Head, Signature

CLOSING = "，。、；：？！）》〕”’"


def test_a_full_page_holds_22_lines_of_28_hanzi() -> None:
    """The grid is 22 by 28, fills 156 by 225 mm, and each em box stands in the middle of its cell."""
    lines = printed(make.control_page()).lines(2)
    assert [len(line.text) for line in lines] == [28] * 22
    for number, line in enumerate(lines):
        assert line.y == pytest.approx(FIRST_BASELINE + number * PITCH, abs=0.06)
        assert (line.x0, line.x1) == pytest.approx((28.0, 184.0), abs=0.1)
        assert line.size == pytest.approx(16)


def test_the_sheet_is_a4() -> None:
    """Pages are 210 by 297 mm."""
    box = printed(make.control_page()).document[0].mediabox * MM
    assert (box.width, box.height) == pytest.approx((210, 297), abs=0.01)


@pytest.mark.parametrize("organs", [1, 2, 3, 4])
def test_the_header_begins_35_mm_below_the_type_areas_edge(organs: int) -> None:
    """The red ink begins at 72 mm and keeps within 156 mm, and the text stays on the grid, however many organs."""
    names = (make.COMMISSION, make.FINANCE, "浙江省商务厅", "浙江省统计局")[:organs]
    pdf = printed(make.notice(head=Head(names, "浙经信样例〔2016〕9001号")))
    assert pdf.ink(1, 28, 60, 184, 90)[0] == pytest.approx(72, abs=0.4)
    header = [line for line in pdf.lines(1) if line.size > 25]
    assert min(line.x0 for line in header) > 27.9
    assert max(line.x1 for line in header) < 184.1
    opening = pdf.find("为加快培育")[1]
    assert ((opening.y - FIRST_BASELINE) / PITCH + 0.02) % 1 == pytest.approx(0.02, abs=0.015)


def test_joint_names_are_as_wide_as_each_other() -> None:
    """Joint names begin and end together; 文件 stands right of them, in the middle of their height."""
    pdf = printed(make.joint_call())
    names = [pdf.find(make.COMMISSION)[1], pdf.find(make.FINANCE)[1]]
    assert names[0].x0 == pytest.approx(names[1].x0, abs=0.1)
    assert names[0].x1 == pytest.approx(names[1].x1, abs=0.1)
    suffix = pdf.find("文件")[1]
    assert suffix.x0 > names[0].x1
    assert suffix.y == pytest.approx((names[0].y + names[1].y) / 2, abs=0.6)


def test_number_and_red_rule_stand_below_the_header() -> None:
    """The number is two lines below the header and centred; the rule is red, 156 mm long, 4 mm below the number."""
    pdf = printed(make.joint_call())
    number = pdf.find("9001号")[1]
    header_end = pdf.ink(1, 28, 70, 150, 115)[1]
    assert number.y - 0.88 * 16 * MM - header_end == pytest.approx(2 * PITCH + (PITCH - 16 * MM) / 2, abs=0.6)
    assert (number.x0 + number.x1) / 2 == pytest.approx(106, abs=0.5)
    middle, left, right, weight = pdf.rules(1)[0]
    assert middle - weight / 2 - (number.y + 0.12 * 16 * MM) == pytest.approx(4, abs=0.1)
    assert (left, right) == pytest.approx((28, 184), abs=0.05)
    assert pdf.document[0].get_drawings()[0]["fill"] == (1, 0, 0)


def test_the_title_is_centred_two_lines_below_the_rule() -> None:
    """The title is set in 22 pt, centred, two lines below the red rule, and breaks where its marks are."""
    pdf = printed(make.enclosing())
    first, second = pdf.find("关于印发《")[1], pdf.find("的通知")[1]
    assert first.text.endswith("产业基地")
    for line in (first, second):
        assert line.size == pytest.approx(22)
    assert (first.x0 + first.x1) / 2 == pytest.approx(106, abs=0.5)
    assert second.y - first.y == pytest.approx(PITCH, abs=0.11)
    rule = pdf.rules(1)[0][0] + 0.25
    cell_top = first.y - 0.88 * 22 * MM - (PITCH - 22 * MM) / 2
    assert cell_top - rule == pytest.approx(2 * PITCH, abs=0.1)


def test_addressees_stand_flush_left_one_line_below_the_title() -> None:
    """The addressees get a colon and no indent, one blank line below the title."""
    pdf = printed(make.reply())
    addressees, title = pdf.find("样例县人民政府")[1], pdf.find("的批复")[1]
    assert addressees.text == "样例县人民政府："
    assert addressees.x0 == pytest.approx(28, abs=0.05)
    assert addressees.y - title.y == pytest.approx(2 * PITCH, abs=1.2)


def test_headings_have_their_levels_type_and_take_one_line() -> None:
    """一、 is 黑体, （一） 楷体, the rest 仿宋, all 16 pt, indented by two characters and on the grid."""
    pdf = printed(make.joint_call())
    faces = {"二、创建条件": "FandolHei", "（二）基本要求": "FandolKai", "（1）配套措施": "FandolFang"}
    for text, face in faces.items():
        line = pdf.find(text)[1]
        assert any(font.startswith(face) for font in line.fonts), text
        assert line.size == pytest.approx(16)
        assert line.x0 == pytest.approx(28 + 2 * CELL, abs=2.9)  # a bracket's empty half is cut off
        assert ((line.y - FIRST_BASELINE) / PITCH + 0.5) % 1 == pytest.approx(0.5, abs=0.02)
    assert not any(
        "Bold" in font and line.size < 20 for page in pdf.numbers() for line in pdf.lines(page) for font in line.fonts
    )


def test_a_heading_alone_on_its_level_bears_no_number() -> None:
    """Only two and more are numbered; one alone is set as the text is, run in or not."""
    body = "## 说明\n\n文字。\n\n### 其一。\n\n文字。\n\n### 其二。\n\n文字。\n\n#### 细目\n\n文字。"
    pdf = printed(make.publicity(body=body))
    for text, face in {"说明": "FandolFang", "（一）其一": "FandolKai", "细目": "FandolFang"}.items():
        line = next(line for line in pdf.lines(1) if line.text.startswith(text))
        assert any(font.startswith(face) for font in line.fonts), text


def test_headings_are_tagged_without_a_gap_in_their_levels() -> None:
    """Title and headings are headings to a screen reader, also where a run-in level lies between two of them."""
    data = printed(make.joint_call()).data
    assert all(tag in data for tag in (b"/S/H1", b"/S/H2", b"/S/H3", b"/S/TH"))
    assert b"/S/H4" not in data


def test_one_attachment_is_named_below_the_text() -> None:
    """附件： stands one line below the text, indented; a long name goes on under its first character."""
    pdf = printed(make.joint_call())
    page, note = pdf.find("附件：")
    below = next(line for line in pdf.lines(page) if line.y > note.y)
    above = [line for line in pdf.lines(page) if line.y < note.y][-1]
    assert note.x0 == pytest.approx(28 + 2 * CELL, abs=0.1)
    assert below.x0 == pytest.approx(28 + 5 * CELL, abs=0.1)
    assert note.y - above.y == pytest.approx(2 * PITCH, abs=0.11)


def test_several_attachments_are_numbered_below_each_other() -> None:
    """Numbers stand below each other, no name has a mark at its end, long names hang under their first character."""
    pdf = printed(make.award())
    page, first = pdf.find("附件：1．")
    second, hanging = [line for line in pdf.lines(page) if line.y > first.y][:2]
    assert first.text == "附件：1．2016年样例区域创建名单"
    assert second.x0 == pytest.approx(28 + 5 * CELL, abs=0.2)
    assert hanging.x0 == pytest.approx(second.x0 + 1.5 * CELL, abs=0.6)


def test_an_attachment_begins_a_page_with_label_and_title() -> None:
    """The label stands flush left on line 1 in 黑体, the title centred on line 3."""
    pdf = printed(make.award())
    page, title = next(
        (page, line)
        for page in pdf.numbers()
        for line in pdf.lines(page)
        if line.text == "附件1"
        for line in [pdf.lines(page)[1]]
    )
    label = pdf.lines(page)[0]
    assert (label.x0, label.y) == pytest.approx((28, FIRST_BASELINE), abs=0.06)
    assert any(font.startswith("FandolHei") for font in label.fonts)
    assert title.y == pytest.approx(FIRST_BASELINE + 2 * PITCH, abs=0.9)
    assert (title.x0 + title.x1) / 2 == pytest.approx(106, abs=0.5)


def test_a_cover_and_an_enclosure_have_pages_of_their_own() -> None:
    """The issued plan begins a page without a label; the guide's cover has its caption and rules to fill in."""
    pdf = printed(make.enclosing())
    plan, _ = pdf.find("为加快培育")
    assert "附件" not in pdf.lines(plan)[0].text
    cover, _ = pdf.find("（封面格式）")
    assert cover == pdf.find("方案实施起止时间：")[0] == pdf.find("现状与问题")[0] - 1
    assert len([d for d in pdf.document[cover - 1].get_drawings() if d["rect"].width * MM > 60]) == 4


def test_the_signature_of_two_organs() -> None:
    """Two organs sign side by side; the date ends four characters from the edge, the last organ is centred above it."""
    pdf = printed(make.joint_call())
    page, date = pdf.find("2016年3月1日")
    organs = [line for line in pdf.lines(page) if line.y < date.y][-1]
    assert organs.text == make.COMMISSION + make.FINANCE
    assert date.y - organs.y == pytest.approx(PITCH, abs=0.11)
    assert date.x1 == pytest.approx(184 - 4 * CELL, abs=0.1)
    last_centre = organs.x1 - 6 * CELL / 2
    assert last_centre == pytest.approx((date.x0 + date.x1) / 2, abs=0.2)
    assert organs.x0 > 28


def test_the_signature_of_one_organ() -> None:
    """One organ signs centred above the date, two blank lines below the text: room for a seal."""
    pdf = printed(make.publicity())
    page, date = pdf.find("2016年4月29日")
    organ = [line for line in pdf.lines(page) if line.y < date.y][-1]
    text = [line for line in pdf.lines(page) if line.y < organ.y][-1]
    assert (organ.x0 + organ.x1) / 2 == pytest.approx((date.x0 + date.x1) / 2, abs=0.2)
    assert organ.y - text.y == pytest.approx(3 * PITCH, abs=0.11)


@pytest.mark.parametrize("organs", [3, 5])
def test_more_than_two_organs_sign_in_rows(organs: int) -> None:
    """Organs sign in rows within the type area, in their order, with a seal's height between rows."""
    names = (make.FINANCE, "浙江省商务厅", "浙江省统计局", make.COMMISSION, "浙江省科学技术厅")[:organs]
    pdf = printed(make.notice(signature=Signature(names, "2016年3月1日")))
    page, date = pdf.find("2016年3月1日")
    rows = [line for line in pdf.lines(page) if line.y < date.y and "浙江省" in line.text and line.size < 20]
    assert "".join(row.text for row in rows) == "".join(names)
    assert all(row.x0 > 27.9 and row.x1 < 184.1 for row in rows)
    assert all(below.y - above.y > 42 for above, below in pairwise(rows))


@pytest.mark.parametrize("lines", range(1, 23, 2))
@pytest.mark.parametrize("last", ["特此通知。", "请认真贯彻执行。" * 12])
def test_a_signature_never_stands_without_text(lines: int, last: str) -> None:
    """However long the text is, the page with the signature has two lines of it at least."""
    pdf = printed(make.notice(body=f"{'永' * (28 * lines + 9)}\n\n{'永' * 99}\n\n{last}", head=None))
    page, date = pdf.find("2016年3月1日")
    text = [line for line in pdf.lines(page) if line.y < date.y - 1.5 * PITCH]
    assert len(text) >= 2
    assert date.y < 262


@pytest.mark.parametrize("lines", range(1, 60, 6))
def test_the_imprint_ends_the_last_even_page(lines: int) -> None:
    """The last rule is on the type area's lower edge; blank pages and a page of the imprint alone have no number."""
    body = "\n\n".join("永" * 50 for _ in range(lines))
    pdf = printed(make.joint_call(body=body, attachments=()))
    last = len(pdf.document)
    end, date = pdf.find("2016年3月1日")
    assert last % 2 == 0
    assert last - end in (0, 1, 2)
    assert pdf.imprint_page == ("same" if last == end else "next_even")
    rules = [rule for rule in pdf.rules(last) if rule[0] > 200]
    assert [rule[3] for rule in rules] == [pytest.approx(weight, abs=0.01) for weight in (0.35, 0.25, 0.35)]
    assert rules[-1][0] == pytest.approx(262, abs=0.05)
    assert all((rule[1], rule[2]) == pytest.approx((28, 184), abs=0.05) for rule in rules)
    for page in pdf.numbers():
        number = [line.text for line in pdf.all_lines(page) if line.y > 263]
        assert number == ([f"—{page}—"] if page <= end else [])
    if last == end:
        assert date.y < rules[0][0] - 0.9 * PITCH


def test_a_full_last_page_is_followed_by_a_blank_one_without_number() -> None:
    """Text that ends with the last line of page 4 has its imprint on page 6; pages 5 and 6 carry no number."""
    full = Attachment("附件", "样例", "永" * (28 * 39 + 5))
    pdf = printed(make.joint_call(body="永" * 60, attachments=(full,)))
    assert pdf.lines(4)[-1].y == pytest.approx(FIRST_BASELINE + 21 * PITCH, abs=0.06)
    assert len(pdf.document) == 6
    assert [line.text for page in (5, 6) for line in pdf.all_lines(page) if line.y > 263] == []


def test_a_short_table_is_not_broken() -> None:
    """A table of less than half a page goes over to the next page as a whole, and its heading with it."""
    rows = "".join(f"| {number} | 样例 |\n" for number in range(1, 9))
    pdf = printed(make.publicity(body=f"## 依据\n\n{'永' * 28 * 13}\n\n## 名单\n\n| 序号 | 名称 |\n|:-:|---|\n{rows}"))
    assert {pdf.find(text)[0] for text in ("二、名单", "序号", "8样例")} == {2}


def test_the_imprint_names_copies_office_and_date() -> None:
    """Copies end in 。 and hang under the first of them; office and date keep one character from the edges."""
    offices = tuple(f"样例市第{number}人民政府办公室" for number in range(1, 9))
    pdf = printed(make.reply(imprint=make.imprint(copied_to=offices)))
    page, copies = pdf.find("抄送：")
    hanging, *others, office = [line for line in pdf.lines(page) if line.y > copies.y]
    assert copies.size == pytest.approx(14)
    assert copies.x0 == pytest.approx(28 + 14 * MM, abs=0.1)
    assert hanging.x0 == pytest.approx(28 + 4 * 14 * MM, abs=0.1)
    assert (others[-1] if others else hanging).text.endswith("。")
    assert office.text == f"{make.COMMISSION}办公室2016年3月2日印发"
    assert (office.x0, office.x1) == pytest.approx((32.94, 179.06), abs=0.1)


def test_page_numbers_stand_below_the_type_area() -> None:
    """The dash is 7 mm below the type area; odd pages have their number right, even ones left, one character in."""
    pdf = printed(make.long_joint_call())
    for page, end in ((1, "right"), (2, "left"), (12, "left"), (13, "right")):
        number = pdf.all_lines(page)[-1]
        assert number.text == f"—{page}—"
        assert number.size == pytest.approx(14)
        assert any(font.startswith("FandolSong") for font in number.fonts)
        edge = number.x1 if end == "right" else number.x0
        assert edge == pytest.approx(184 - 14 * MM if end == "right" else 28 + 14 * MM, abs=0.1)
        dash = pdf.ink(page, number.x0, 265, number.x0 + 4, 275)
        assert sum(dash) / 2 == pytest.approx(269, abs=0.1)


def test_thirteen_pages_of_text_have_an_imprint_on_the_fourteenth() -> None:
    """The sample of 13 pages gets its imprint on the back of the last sheet."""
    pdf = printed(make.long_joint_call())
    assert pdf.find("2016年3月1日")[0] == 13
    assert len(pdf.document) == 14


def test_the_mark_is_a_small_grey_line_15_mm_from_the_edge() -> None:
    """Every page carries the marks in 9 pt grey, their upper edge 15 mm from the sheet's, outside the tagged text."""
    pdf = printed(make.publicity())
    for page in pdf.numbers():
        mark = pdf.all_lines(page)[0]
        assert mark.text == "样例·草稿"
        assert mark.size == pytest.approx(9)
        assert mark.y - 0.88 * 9 * MM == pytest.approx(15, abs=0.06)
        assert pdf.document[page - 1].read_contents().startswith(b"/Artifact")


def test_a_table_is_as_wide_as_the_text_and_repeats_its_head() -> None:
    """Sixty rows break over pages: head repeated in 黑体, no row split, thin rules, 12 to 14 pt."""
    pdf = printed(make.award())
    pages = [page for page in pdf.numbers() if any("综合性" in line.text for line in pdf.lines(page))]
    assert len(pages) == 3
    rows = [line.text for page in pages for line in pdf.lines(page) if "综合性" in line.text]
    assert rows == [f"{number}样例市样例县第{number}区综合性" for number in range(1, 61)]
    for page in pages:
        head = next(line for line in pdf.lines(page) if line.text.startswith("序号"))
        assert any("Hei" in font for font in head.fonts)
        assert 12 <= head.size <= 14
        drawings = pdf.document[page - 1].get_drawings()
        left, right = (f(edge for d in drawings for edge in (d["rect"].x0, d["rect"].x1)) * MM for f in (min, max))
        assert (left, right) == pytest.approx((28, 184), abs=0.2)


def test_text_after_a_table_is_back_on_the_grid() -> None:
    """The line after a table stands on a line of the grid."""
    line = printed(make.publicity()).find("公示时间为")[1]
    assert ((line.y - FIRST_BASELINE) / PITCH + 0.5) % 1 == pytest.approx(0.5, abs=0.02)


def test_lines_keep_to_the_edges_of_the_type_area() -> None:
    """No line begins with a closing mark, and no ink goes beyond the right edge."""
    for notice in (make.long_joint_call(), make.enclosing(), make.publicity(), make.award()):
        pdf = printed(notice)
        for page in pdf.numbers():
            for line in pdf.lines(page):
                assert line.text[0] not in CLOSING
                # The empty right half of a closing mark may hang over the edge.
                assert line.x1 - (8 * MM if line.text[-1] in CLOSING else 0) <= 184.3


def test_a_title_without_marks_is_broken_by_sense() -> None:
    """A long title without marks takes centred lines of at most 20 characters."""
    title = "关于下达2016年第二批省级样例产业基地建设专项资金并做好项目验收和绩效评价工作的通知"
    pdf = printed(make.notice(title=title))
    lines = [line for line in pdf.lines(1) if line.size == pytest.approx(22)]
    assert "".join(line.text for line in lines) == title
    assert len(lines) == 3
    assert all((line.x0 + line.x1) / 2 == pytest.approx(106, abs=0.5) for line in lines)
