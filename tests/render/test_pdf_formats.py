"""The standard's other formats on paper, measured: upward documents, letters, orders, minutes, turned pages."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import notice_factory as make
import pytest
from printed import CELL, FIRST_BASELINE, MM, PITCH, TEMPLATES, Line, Printed, fonts, opened, parsed, printed

from gongshi.documents.notice import Head, Notice, Signature
from gongshi.render.pdf import write_pdf
from gongshi.render.refused import RefusedError

RIGHT = 184.0
EM = 16 * MM
FORMS = ("complete_head", "upward", "letter", "order", "minutes", "wide_table")


def with_head(notice: Notice, **changes: Any) -> Notice:
    """The notice with another head."""
    assert notice.head is not None
    return replace(notice, head=replace(notice.head, **changes))


def above(pdf: Printed, page: int, line: Line) -> Line:
    """The line before a line."""
    return [other for other in pdf.lines(page) if other.y < line.y][-1]


def glyph(pdf: Printed, page: int, character: str) -> float:
    """Where a character stands first on a page."""
    spans = [s for b in pdf.document[page - 1].get_text("rawdict")["blocks"] for at in b["lines"] for s in at["spans"]]
    return float(next(c["origin"][0] for span in spans for c in span["chars"] if c["c"] == character) * MM)


@pytest.mark.parametrize("form", FORMS)
def test_every_format_is_accessible_and_archival(form: str) -> None:
    """Each claims PDF/A-2a and PDF/UA-1, which the writer checks, and has a title."""
    document = printed(getattr(make, form)()).document
    metadata = document.get_xml_metadata()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert document.metadata["title"]


def test_the_keywords_name_the_format() -> None:
    """Who measures the page later learns from the file what it is meant to be."""
    samples = (make.joint_call(), make.upward(), make.letter(), make.order(), make.minutes(), make.publicity())
    keywords = [printed(notice).document.metadata["keywords"] for notice in samples]
    assert keywords == [
        f"公文格式：{name}, 装订边距：左侧" for name in ("文件", "上行文", "信函", "命令", "纪要", "公示")
    ]


@pytest.mark.parametrize("form", FORMS)
def test_every_format_settles_for_text_of_any_length(form: str) -> None:
    """From one sentence to two pages."""
    for sentences in range(1, 40, 3):
        body = "\n\n".join(["各地要加强组织领导，明确责任分工，抓好任务落实，确保取得实效。" * 2] * sentences)
        assert write_pdf(parsed(replace(getattr(make, form)(), body=body)), fonts(), [TEMPLATES]).pages


def test_copy_number_secrecy_and_urgency_fill_the_first_lines() -> None:
    """They stand flush left on lines 1, 2 and 3, the last two in 黑体, and the mark still begins at 72 mm."""
    pdf = printed(make.complete_head())
    fields = pdf.lines(1)[:3]
    assert [field.text for field in fields] == ["000001", "秘密★1年", "特急"]
    for number, field in enumerate(fields):
        assert (field.x0, field.y) == pytest.approx((28, FIRST_BASELINE + number * PITCH), abs=0.1)
        assert field.size == pytest.approx(16)
    assert all(any("Hei" in font for font in field.fonts) for field in fields[1:])
    assert pdf.ink(1, 28, 69, RIGHT, 90)[0] == pytest.approx(72, abs=0.4)


@pytest.mark.parametrize("absent", ["copy_no", "secrecy", "urgency"])
def test_an_absent_field_leaves_no_gap(absent: str) -> None:
    """The two others take lines 1 and 2 in their order."""
    fields = printed(with_head(make.complete_head(), **{absent: ""})).lines(1)[:2]
    assert [field.y for field in fields] == pytest.approx([FIRST_BASELINE, FIRST_BASELINE + PITCH], abs=0.1)
    assert [f.text for f in fields] == [
        text for name, text in (("copy_no", "000001"), ("secrecy", "秘密★1年"), ("urgency", "特急")) if name != absent
    ]


def test_signers_stand_beside_the_number() -> None:
    """The number is one character from the left, the names in 楷体 one from the right, the rule 4 mm below."""
    pdf = printed(make.upward())
    row = pdf.find("签发人：")[1]
    assert row.text == f"{make.NUMBER}签发人：样例甲样例乙"
    assert (row.x0, row.x1) == pytest.approx((28 + CELL, RIGHT - CELL), abs=0.1)
    assert any("Kai" in font for font in row.fonts)
    assert pdf.rules(1)[0][0] - 0.25 - (row.y + 0.12 * EM) == pytest.approx(4, abs=0.1)


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (3, 2), (5, 3)])
def test_more_signers_take_rows_of_two(count: int, rows: int) -> None:
    """Rows begin under the first name, the number is on the last, and number, rule and text move down together."""
    names = ("样例甲", "样例乙", "样例丙", "样例丁", "样例戊")[:count]
    pdf = printed(with_head(make.upward(), signers=names))
    first, last = pdf.find("签发人：")[1], pdf.find("9001号")[1]
    assert last.y - first.y == pytest.approx((rows - 1) * PITCH, abs=0.11)
    if rows > 1:
        assert glyph(pdf, 1, "甲") == pytest.approx(glyph(pdf, 1, names[-1][-1]), abs=0.1)
    assert pdf.rules(1)[0][0] - 0.25 - (last.y + 0.12 * EM) == pytest.approx(4, abs=0.1)
    opening = pdf.find("为加快培育")[1]
    assert ((opening.y - FIRST_BASELINE) / PITCH + 0.5) % 1 == pytest.approx(0.5, abs=0.02)


def test_names_that_do_not_fit_beside_the_number_stand_below_each_other() -> None:
    """Number and names never run into each other."""
    pdf = printed(with_head(make.upward(), document_no="浙经信样例样例样例〔2016〕10001号"))
    assert pdf.find("样例乙")[1].y - pdf.find("样例甲")[1].y == pytest.approx(PITCH, abs=0.11)
    assert pdf.find("10001号")[1].x1 == pytest.approx(RIGHT - CELL, abs=0.1)


def test_unsealed_organs_sign_below_each_other() -> None:
    """One blank line, the lead organ first, all ending two characters in; the date begins two characters further."""
    pdf = printed(make.upward())
    page, date = pdf.find("2016年3月1日")
    second = above(pdf, page, date)
    first = above(pdf, page, second)
    assert (first.text, second.text) == (make.COMMISSION, make.FINANCE)
    for organ in (first, second):
        assert organ.x1 == pytest.approx(RIGHT - 2 * CELL, abs=0.1)
        assert date.x0 == pytest.approx(organ.x0 + 2 * CELL, abs=0.1)
    assert [b.y - a.y for a, b in pairwise((above(pdf, page, first), first, second, date))] == pytest.approx(
        [2 * PITCH, PITCH, PITCH], abs=0.11
    )


def test_a_date_longer_than_the_unsealed_signature_keeps_the_edge() -> None:
    """The date ends two characters in, and the signature moves left until the date begins two characters after it."""
    pdf = printed(make.notice(signature=Signature(("样例厅",), "2016年12月31日", sealed=False)))
    page, date = pdf.find("2016年12月31日")
    assert date.x1 == pytest.approx(RIGHT - 2 * CELL, abs=0.1)
    assert date.x0 == pytest.approx(above(pdf, page, date).x0 + 2 * CELL, abs=0.1)


def test_the_annotation_follows_the_date() -> None:
    """It stands in brackets, two characters in, on the line after the date."""
    pdf = printed(make.upward())
    page, note = pdf.find("（联系人：")
    assert note.text.endswith("0571-87050000）")
    assert note.x0 == pytest.approx(28 + 2 * CELL, abs=2.9)  # a bracket's empty half is cut off
    assert note.y - above(pdf, page, note).y == pytest.approx(PITCH, abs=0.11)
    assert above(pdf, page, note).text == "2016年3月1日"


def test_a_letter_begins_30_mm_from_the_edge_between_two_double_rules() -> None:
    """The mark's ink begins at 30 mm; 4 mm below is a rule thick over thin, at 277 mm one thin over thick, 170 mm."""
    pdf = printed(make.letter())
    top, bottom = pdf.ink(1, 28, 20, RIGHT, 47)
    assert top == pytest.approx(30, abs=0.3)
    thick, thin, low_thin, low_thick = pdf.rules(1)
    assert thick[0] - thick[3] / 2 - bottom == pytest.approx(4, abs=0.3)
    assert thick[3] > thin[3]
    assert low_thick[3] > low_thin[3]
    assert low_thick[0] + low_thick[3] / 2 == pytest.approx(277, abs=0.1)
    assert all((rule[1], rule[2]) == pytest.approx((21, 191), abs=0.1) for rule in pdf.rules(1))
    assert pdf.find(make.COMMISSION)[1].text == make.COMMISSION


def test_a_letters_number_and_classes_stand_below_the_rule() -> None:
    """Number flush right and 份号 flush left, 4.94 mm below the rule; the title two lines below the last of them."""
    letter = with_head(make.letter(), copy_no="000001", secrecy="秘密★1年", urgency="加急")
    pdf = printed(letter)
    first, _, urgency, title = pdf.lines(1)[1:5]
    thin = pdf.rules(1)[1]
    assert first.text == "000001浙经信样例函〔2016〕9001号"
    assert (first.x0, first.x1) == pytest.approx((28, RIGHT), abs=0.1)
    assert first.y - 0.88 * EM - (thin[0] + thin[3] / 2) == pytest.approx(0.875 * EM, abs=0.1)
    assert urgency.text == "加急"
    assert urgency.x0 == pytest.approx(28, abs=0.1)
    assert title.y - urgency.y == pytest.approx(3 * PITCH + 0.38 * 6 * MM, abs=0.2)


def test_a_letters_first_page_has_no_number_and_its_imprint_no_rules() -> None:
    """Page numbers begin on page 2; 抄送 alone ends the last page, without rules or printing office."""
    pdf = printed(make.letter(body="\n\n".join(["永" * 80] * 8)))
    assert len(pdf.document) == 2
    assert not [line for line in pdf.all_lines(1) if line.y > 262]
    assert pdf.all_lines(2)[-1].text == "—2—"
    assert len(pdf.rules(1)) == 4
    assert pdf.rules(2) == []
    copies = pdf.lines(2)[-1]
    assert copies.text == "抄送：省政府办公厅。"
    assert copies.y == pytest.approx(260.2, abs=0.5)


def test_a_letter_without_copies_has_no_imprint() -> None:
    """However full its last page is, no empty page is added."""
    letters = (make.letter(body="永" * 28 * n, imprint=make.imprint(copied_to=())) for n in range(9, 17))
    for letter in letters:
        assert len(printed(letter).document) == len(printed(replace(letter, imprint=None)).document)


def test_an_order_has_its_number_below_the_name() -> None:
    """The ink begins at 57 mm; number and text follow after two blank lines each; there is no title or rule."""
    pdf = printed(make.order())
    top, bottom = pdf.ink(1, 28, 45, RIGHT, 85)
    assert top == pytest.approx(57, abs=0.3)
    mark, number, text = pdf.lines(1)[:3]
    assert mark.text == "浙江省样例厅令"
    assert (number.x0 + number.x1) / 2 == pytest.approx(106, abs=0.2)
    assert number.y - 0.88 * EM - bottom == pytest.approx(2 * PITCH + (PITCH - EM) / 2, abs=0.6)
    assert text.y - number.y == pytest.approx(3 * PITCH, abs=0.11)
    assert pdf.rules(1) == []
    assert pdf.document.metadata["title"] == "浙江省样例厅令第1号"


def test_an_order_is_signed_by_post_and_name() -> None:
    """Two lines below the text, four characters in; the date one line below, four characters in."""
    pdf = printed(make.order())
    page, date = pdf.find("2016年3月1日")
    signer = above(pdf, page, date)
    assert signer.text == "样例厅长样例"
    assert (signer.x1, date.x1) == pytest.approx((RIGHT - 4 * CELL, RIGHT - 4 * CELL), abs=0.1)
    assert date.y - signer.y == pytest.approx(2 * PITCH, abs=0.11)
    assert signer.y - above(pdf, page, signer).y == pytest.approx(3 * PITCH, abs=0.11)


def test_minutes_have_the_mark_alone_and_name_who_was_there() -> None:
    """Mark at 72 mm, number, rule; names hang under the first, labels in 黑体, a line below the text; no signature."""
    pdf = printed(make.minutes())
    assert pdf.ink(1, 28, 60, RIGHT, 95)[0] == pytest.approx(72, abs=0.4)
    number = pdf.find("第3期")[1]
    assert (number.x0 + number.x1) / 2 == pytest.approx(106, abs=0.2)
    assert pdf.rules(1)[0][0] - 0.25 - (number.y + 0.12 * EM) == pytest.approx(4, abs=0.1)
    page, present = pdf.find("出席：")
    below = next(line for line in pdf.lines(page) if line.y > present.y)
    assert present.x0 == pytest.approx(28 + 2 * CELL, abs=0.1)
    assert below.x0 == pytest.approx(28 + 5 * CELL, abs=0.1)
    assert any("Hei" in font for font in present.fonts)
    assert not any("Hei" in font for font in below.fonts)
    assert present.y - above(pdf, page, present).y == pytest.approx(2 * PITCH, abs=0.11)
    assert not any("2016年3月1日" in line.text for page in pdf.numbers() for line in pdf.lines(page))


def test_a_wide_table_stands_on_turned_pages() -> None:
    """Its pages are A4 on their side, the type area bound on top; label on line 1, title on line 3, head repeated."""
    pdf = printed(make.wide_table())
    sides = [round(page.rect.width * MM) for page in pdf.document]
    turned = [page for page in pdf.numbers() if sides[page - 1] == 297]
    assert turned == list(range(3, 9))
    mark, label, title = pdf.all_lines(3)[:3]
    assert mark.text == "样例"
    assert (mark.x0 + mark.x1) / 2 == pytest.approx(35 + 225 / 2, abs=0.1)
    assert mark.y - 0.88 * mark.size * MM == pytest.approx(15, abs=0.1)
    assert label.text == "附件"
    assert label.x0 == pytest.approx(35, abs=0.1)
    assert label.y - 0.88 * EM - (PITCH - EM) / 2 == pytest.approx(28, abs=0.1)
    assert title.y - label.y == pytest.approx(2 * PITCH, abs=0.9)
    assert (title.x0 + title.x1) / 2 == pytest.approx(35 + 225 / 2, abs=0.3)
    for page in turned:
        assert any("序号" in line.text for line in pdf.all_lines(page))
        boxes = [drawing["rect"] * MM for drawing in pdf.document[page - 1].get_drawings()]
        assert min(box.x0 for box in boxes) == pytest.approx(35, abs=0.3)
        assert max(box.x1 for box in boxes) == pytest.approx(260, abs=0.3)
        assert max(box.y1 for box in boxes) <= 184.1


@pytest.mark.parametrize("page", [3, 4])
def test_a_turned_pages_number_is_where_it_is_on_others(page: int) -> None:
    """Seen upright the dash is 7 mm below the type area, the number one character from the outer edge."""
    pdf = printed(make.wide_table())
    sheet = opened(pdf.data)
    sheet[page - 1].set_rotation(270)  # the sheet held upright: what was on top is on the left
    upright = Printed(pdf.data, pdf.imprint_page, sheet)
    assert sheet[page - 1].rect.height * MM == pytest.approx(297, abs=0.01)
    start = RIGHT - 14 * MM - 4 if page % 2 else 28 + 14 * MM
    assert sum(upright.ink(page, start, 264, start + 4, 275)) / 2 == pytest.approx(269, abs=0.15)
    assert opened(pdf.data)[page - 1].rotation == 0


@pytest.mark.parametrize("rows", [4, 12])
def test_the_imprint_follows_a_turned_page_on_an_even_one(rows: int) -> None:
    """After a turned page the imprint has the next even page, upright; without an imprint no page is added."""
    notice = make.wide_table(rows=rows)
    pdf = printed(notice)
    last = len(pdf.document)
    assert last % 2 == 0
    assert pdf.document[last - 1].rect.width * MM == pytest.approx(210, abs=0.01)
    assert pdf.rules(last)[-1][0] == pytest.approx(262, abs=0.05)
    bare = printed(replace(notice, imprint=None))
    assert bare.document[-1].rect.width * MM == pytest.approx(297, abs=0.01)
    assert last - len(bare.document) in (1, 2)


def test_upright_attachments_follow_turned_ones() -> None:
    """Only the wide table is turned, and no blank page comes between."""
    turned = make.wide_table(rows=4).attachments[0]
    pdf = printed(make.joint_call(attachments=(turned, make.guide(), turned), imprint=None))
    sides = [round(page.rect.width * MM) for page in pdf.document]
    assert sides == [210, 210, 210, 297, 210, 210, 297]
    assert pdf.all_lines(5)[-1].text == "—5—"


def test_addressees_that_fill_the_first_page_stand_in_the_imprint() -> None:
    """Then the text begins on page 1, and 主送 stands above 抄送 without a rule between."""
    many = "、".join(f"样例市第{number}区经济和信息化局" for number in range(1, 24))
    organs = (make.COMMISSION, make.FINANCE, "浙江省商务厅", "浙江省统计局")
    pdf = printed(make.joint_call(head=Head(organs, make.NUMBER), addressees=many, attachments=()))
    assert pdf.find("为加快培育")[0] == 1
    page, main = pdf.find("主送：")
    assert page == pdf.find("抄送：")[0] == len(pdf.document)
    rules = [rule for rule in pdf.rules(page) if rule[0] > main.y - 2 * PITCH]
    assert [rule[3] for rule in rules] == pytest.approx([0.35, 0.25, 0.35], abs=0.01)
    assert printed(make.joint_call()).find("各市、县")[0] == 1


@pytest.mark.parametrize(
    ("notice", "field", "value", "name"),
    [
        (make.order(), "copy_no", "000001", "份号"),
        (make.order(), "urgency", "特急", "紧急程度"),
        (make.letter(), "signers", ("样例甲",), "签发人"),
        (make.minutes(), "signers", ("样例甲",), "签发人"),
    ],
)
def test_a_field_without_a_place_is_refused(notice: Notice, field: str, value: Any, name: str) -> None:
    """What a form has no place for is not dropped in silence."""
    with pytest.raises(RefusedError, match=name):
        write_pdf(parsed(with_head(notice, **{field: value})), fonts(), [TEMPLATES])
