"""The DOCX of the standard's other formats: letters, orders, minutes, documents to higher organs, turned pages."""

import re
from dataclasses import replace
from functools import cache

import notice_factory as make
import pytest
from lxml import etree
from office import to_pdf
from printed import CELL, MM, PITCH, REPOSITORY, Line, Printed, opened, parsed
from written import FONTS, Written, folder, has, q, text, value, written

from gongshi.documents.notice import Attachment, Head, Notice
from gongshi.render.docx import write_docx
from gongshi.render.refused import RefusedError

EM = 16 * MM


def _letter() -> Notice:
    """A letter of several pages with all that can stand below its first rule."""
    head = Head((make.COMMISSION,), "浙经信样例函〔2016〕9001号", "", "letter", "000001", "秘密★1年", "特急")
    return make.letter(head=head, body=make.letter().body * 9)


def _three_signers() -> Notice:
    """A report of one organ, whose name is shorter than the date, signed by three."""
    report = make.upward(signature=replace(make.upward().signature, organs=("样例厅",), date="2016年12月31日"))
    assert report.head
    return replace(report, head=replace(report.head, signers=("样例甲", "样例乙", "样例丙")))


def _turned() -> Notice:
    """A call with a short table on turned pages between two attachments."""
    wide = replace(make.wide_table(rows=20).attachments[0], label="附件2")
    return make.joint_call(
        attachments=(Attachment("附件1", "样例说明", "文字。\n"), wide, Attachment("附件3", "样例名单", "文字。\n"))
    )


def _documents() -> dict[str, Written]:
    return {
        "complete": written(make.complete_head()),
        "upward": written(make.upward()),
        "three": written(_three_signers()),
        "short letter": written(make.letter()),
        "letter": written(_letter(), "next_even"),
        "order": written(make.order()),
        "minutes": written(make.minutes(), "next_even"),
        "turned": written(_turned()),
        "wide": written(make.wide_table(), "next_even"),
        "wide last": written(make.wide_table(imprint=None)),
    }


@cache
def _printed() -> dict[str, Printed]:
    """The samples as LibreOffice prints them, all by one call."""
    documents = _documents()
    pdfs = to_pdf([docx.path for docx in documents.values()], REPOSITORY / ".fonts", folder() / "formats")
    pages = [Printed(data=b"", imprint_page="", document=opened(pdf.read_bytes())) for pdf in pdfs]
    return dict(zip(documents, pages, strict=True))


def _last_lines(name: str, page: int, count: int) -> list[Line]:
    """The last lines of a page above its imprint of two."""
    return _printed()[name].lines(page)[-2 - count : -2]


def _in_order(notice: Notice, *expected: str) -> bool:
    """Whether the DOCX says these in this order."""
    pattern = ".*".join(re.escape(re.sub(r"\s", "", part)) for part in expected)
    return re.search(pattern, re.sub(r"\s", "", text(written(notice).xml()))) is not None


def test_copy_number_secrecy_and_urgency_stand_above_the_mark() -> None:
    """In the order of the standard; what is missing leaves no gap."""
    assert _in_order(make.complete_head(), "000001", "秘密★1年", "特急", make.COMMISSION, "文件", make.NUMBER)
    urgent = written(make.notice(head=Head((make.FINANCE,), make.NUMBER, urgency="加急")))
    room = next(urgent.xml().iter(q("tc")))
    assert [text(line) for line in room.iter(q("p"))] == ["加急", "", ""]
    assert [value(urgent.style(name), "rPr/rFonts", "eastAsia") for name in ("Secrecy", "Urgency")] == ["黑体"] * 2


def test_signers_stand_two_a_row_and_the_last_beside_the_number() -> None:
    """Their names are in 楷体; a number that leaves room for one only puts each on a row of its own."""
    assert _in_order(_three_signers(), "文件", "签发人：样例甲样例乙", f"{make.NUMBER}样例丙", "关于")
    assert value(written(make.upward()).style("Signer"), "rPr/rFonts", "eastAsia") == "楷体_GB2312"
    head = Head((make.FINANCE,), "浙江样例经信财政〔2016〕9001号", signers=("样例甲", "样例乙"))
    assert [text(node) for node in written(make.notice(head=head)).paragraphs("Signers")] == ["签发人：样例甲"]


def test_an_unsealed_document_ends_with_names_date_and_annotation() -> None:
    """The names stand below each other, the annotation in brackets."""
    upward = make.upward()
    names = (make.COMMISSION, make.FINANCE, upward.signature.date)
    assert _in_order(upward, *names, f"（{upward.annotation}）", "抄送")
    assert [len(list(node.iter(q("tab")))) for node in written(upward).paragraphs("Signature")] == [0, 0]


def test_a_letter_names_no_printing_office_and_rules_nothing_off() -> None:
    """Mark without 文件, number beside the copy number, and an imprint of copies only."""
    letter = written(_letter(), "next_even")
    assert text(letter.xml()).startswith(f"{make.COMMISSION}000001浙经信样例函〔2016〕9001号秘密★1年特急")
    assert "印发" not in text(letter.xml())
    imprint = list(letter.xml().iter(q("tbl")))[-1]
    assert {rule.get(q("val")) for rule in imprint.iterfind(f"{q('tblPr')}/{q('tblBorders')}/*")} == {"nil"}
    bare = written(make.letter(imprint=make.imprint(copied_to=())), "next_even")
    assert not list(bare.xml().iter(q("tbl")))


def test_only_page_1_of_a_letter_is_without_number() -> None:
    """It has a footer of its own with the double rule, and the marks in a header of its own."""
    letter = written(_letter(), "next_even")
    assert [has(section, "titlePg") for section in letter.xml().iter(q("sectPr"))] == [True, False]
    footers = letter.referred("footer", 0)
    assert {side: text(footer) for side, footer in footers.items()} == {
        "default": "— 1 —",
        "even": "— 1 —",
        "first": "",
    }
    assert value(footers["first"], "p/pPr/pStyle") == "LetterFootRule"
    assert set(letter.referred("header", 0)) == {"default", "even", "first"}


def test_an_order_has_no_title_and_minutes_no_signature() -> None:
    """The package of an order is named by its mark and number; minutes say who was there."""
    order, minutes = make.order(), make.minutes()
    assert not written(order).paragraphs("NoticeTitle")
    assert written(order).xml("docProps/core.xml")[0].text == "浙江省样例厅令第1号"
    assert _in_order(order, "浙江省样例厅令", "第1号", "《样例办法》", "样例厅长样例", "2016年3月1日")
    assert _in_order(minutes, "专题会议纪要", "第3期", minutes.title, "出席：样例甲", "请假：样例癸", "列席：样例子")
    assert not written(minutes).paragraphs("Signature")
    assert minutes.signature.date not in text(written(minutes).xml())
    assert not written(replace(minutes, attendance=())).paragraphs("Attendance")


@pytest.mark.parametrize(
    ("head", "clause"),
    [
        (Head(("浙江省样例厅",), "第1号", "令", "order", urgency="特急"), "10.2"),
        (Head((make.FINANCE,), make.NUMBER, "", "letter", signers=("样例甲",)), "10.1"),
        (Head((make.FINANCE,), f"{make.NUMBER * 2}", signers=("样例甲",)), "7.2.6"),
    ],
)
def test_what_a_form_has_no_place_for_is_refused(head: Head, clause: str) -> None:
    """The error names the clause."""
    with pytest.raises(RefusedError) as refused:
        write_docx(parsed(make.notice(head=head)), FONTS)
    assert refused.value.clause == clause


def test_a_wide_attachment_has_a_section_of_turned_pages() -> None:
    """Before and after it the pages are upright; the grid has no type; its table is 225 mm wide."""
    docx = written(_turned())
    sections = list(docx.xml().iter(q("sectPr")))
    assert [value(section, "pgSz", "orient") for section in sections] == [None, "landscape", None]
    assert value(sections[1], "docGrid", "type") is None
    assert [value(table, "tblPr/tblW", "w") for table in docx.tables()] == ["12756"]
    turned = docx.referred("footer", 1)
    assert {value(footer, "tbl/tr/tc/tcPr/textDirection") for footer in turned.values()} == {"tbRl"}
    last = written(make.wide_table(imprint=None)).xml().iter(q("sectPr"))
    assert [value(section, "pgSz", "orient") for section in last] == [None, "landscape"]


def test_section_properties_stand_in_the_order_of_the_schema() -> None:
    """References first, then type, sheet, margins, first page and grid."""
    order = ["headerReference", "footerReference", "type", "pgSz", "pgMar", "titlePg", "docGrid"]
    for docx in _documents().values():
        for section in docx.xml().iter(q("sectPr")):
            places = [order.index(etree.QName(node).localname) for node in section]
            assert places[places.count(0) + places.count(1) :] == sorted(set(places) - {0, 1})


@pytest.mark.office
def test_the_lines_above_the_mark_begin_at_the_first_and_leave_it_where_it_is() -> None:
    """From the left edge, line by line; the ink of the mark 35 mm below the top of the text."""
    page = _printed()["complete"]
    lines = page.lines(1)[:3]
    assert [line.text for line in lines] == ["000001", "秘密★1年", "特急"]
    assert [line.x0 for line in lines] == pytest.approx([28] * 3, abs=0.5)
    assert [line.y for line in lines] == pytest.approx([45, 45 + PITCH, 45 + 2 * PITCH], abs=0.5)
    assert page.ink(1, 100, 70, 150, 90)[0] == pytest.approx(72, abs=0.5)


@pytest.mark.office
@pytest.mark.parametrize("name", ["upward", "three"])
def test_number_and_signers_stand_one_character_in_above_the_rule(name: str) -> None:
    """The first row of names ends where the text does less one character; the rule is 4 mm below the last row."""
    page = _printed()[name]
    _, number = page.find("〔2016〕")
    _, signers = page.find("签发人")
    assert number.x0 == pytest.approx(28 + CELL, abs=0.5)
    assert signers.x1 == pytest.approx(184 - CELL, abs=0.5)
    assert number.y - signers.y == pytest.approx(0 if name == "upward" else PITCH, abs=0.2)
    middle, left, right, weight = page.rules(1)[0]
    assert middle - weight / 2 - (number.y + 0.12 * EM) == pytest.approx(4, abs=0.5)
    assert (left, right) == pytest.approx((28, 184), abs=0.5)


@pytest.mark.office
def test_an_unsealed_signature_stands_two_characters_in() -> None:
    """The date begins two characters right of it; a longer date itself ends two characters in."""
    lead, other, date, note = _last_lines("upward", 2, 4)
    assert [lead.text, other.text, date.text] == [make.COMMISSION, make.FINANCE, "2016年3月1日"]
    assert lead.x1 == pytest.approx(184 - 2 * CELL, abs=1)
    assert (other.x0, other.x1) == pytest.approx((lead.x0, lead.x1), abs=0.3)
    assert date.x0 - lead.x0 == pytest.approx(2 * CELL, abs=0.5)
    assert note.x0 == pytest.approx(28 + 2 * CELL, abs=0.5)
    assert [note.y - date.y, date.y - other.y] == pytest.approx([PITCH] * 2, abs=0.2)
    name, date, _ = _last_lines("three", 2, 3)
    assert date.x1 == pytest.approx(184 - 2 * CELL, abs=0.5)
    # LibreOffice widens the date at its figures, which here moves its beginning.
    assert date.x0 - name.x0 == pytest.approx(2 * CELL, abs=6)


@pytest.mark.office
def test_a_letter_lies_between_its_double_rules() -> None:
    """Ink from 30 mm; 4 mm below it thick over thin, 20 mm above the sheet's edge thin over thick, both 170 mm."""
    page = _printed()["letter"]
    top, bottom = page.ink(1, 28, 22, 184, 46)
    assert top == pytest.approx(30, abs=1)
    thick, thin, low_thin, low_thick = sorted(set(page.rules(1)))
    assert [thick[1], thick[2], low_thick[1], low_thick[2]] == pytest.approx([21, 191] * 2, abs=0.5)
    assert thick[3] > thin[3]
    assert low_thick[3] > low_thin[3]
    assert thick[0] - thick[3] / 2 - bottom == pytest.approx(4, abs=0.5)
    assert low_thick[0] + low_thick[3] / 2 == pytest.approx(277, abs=0.5)
    _, number = page.find("〔2016〕")
    assert number.y - 0.88 * EM - (thin[0] + thin[3] / 2) == pytest.approx(14 * MM, abs=0.5)
    assert (number.x0, number.x1) == pytest.approx((28, 184), abs=0.5)


@pytest.mark.office
def test_a_letter_shows_its_title_two_lines_below_and_its_number_from_page_2_on() -> None:
    """Page 1 has none; the imprint, on an even page of its own or not, ends where the text does."""
    page = _printed()["letter"]
    _, urgency = page.find("特急")
    _, title = page.find("复函")
    assert title.y - urgency.y == pytest.approx(3 * PITCH, abs=1)
    numbers = [[line.text for line in page.all_lines(number) if line.y > 262] for number in page.numbers()]
    assert numbers == [[], ["—2—"], ["—3—"], []]
    assert sum(page.ink(2, 33, 263, 36, 280)) / 2 == pytest.approx(269, abs=0.5)
    for name, number in (("letter", 4), ("short letter", 1)):
        last = _printed()[name].lines(number)[-1]
        assert last.text == "抄送：省政府办公厅。"
        assert last.y + 0.12 * 14 * MM == pytest.approx(261, abs=1.5)


@pytest.mark.office
def test_the_mark_of_an_order_begins_20_mm_below_the_top_of_the_text() -> None:
    """Two lines free above and below the number; who signs and the date end four characters before the edge."""
    page = _printed()["order"]
    assert page.ink(1, 50, 50, 160, 80)[0] == pytest.approx(57, abs=0.6)
    mark, number, first, *_, name, date = page.lines(1)
    assert (mark.x0 + mark.x1) / 2 == pytest.approx(106, abs=0.5)
    assert (number.x0 + number.x1) / 2 == pytest.approx(106, abs=0.5)
    assert first.y - number.y == pytest.approx(3 * PITCH, abs=1.5)
    assert [name.x1, date.x1] == pytest.approx([184 - 4 * CELL] * 2, abs=1)


@pytest.mark.office
def test_minutes_have_a_rule_below_their_number_and_hang_the_names() -> None:
    """The mark's ink begins 35 mm below the top of the text; further names stand under the first."""
    page = _printed()["minutes"]
    assert page.ink(1, 50, 60, 160, 90)[0] == pytest.approx(72, abs=0.5)
    assert (page.rules(1)[0][1], page.rules(1)[0][2]) == pytest.approx((28, 184), abs=0.5)
    text_end, present, more, absent, _ = page.lines(1)[-5:]
    assert present.y - text_end.y == pytest.approx(2 * PITCH, abs=0.2)
    assert [present.x0, more.x0, absent.x0] == pytest.approx([28 + at * CELL for at in (2, 5, 2)], abs=0.5)


@pytest.mark.office
def test_turned_pages_have_their_number_where_upright_ones_have_it() -> None:
    """Seen with the head of the table at the left edge; the text begins 28 mm below the turned page's upper edge."""
    pdf = _printed()["wide"]
    assert [round(sheet.rect.width * MM) for sheet in pdf.document] == [210, 210, *[297] * 6, 210, 210]
    for page, (top, bottom) in ((3, (0, 184 - 14 * MM)), (4, (28 + 14 * MM, 0))):
        upper, lower = pdf.ink(page, 20, 20, 34, 195)
        assert upper == pytest.approx(top, abs=1) if top else lower == pytest.approx(bottom, abs=1)
    label, title = (line for line in pdf.all_lines(3) if line.size >= 15)
    assert title.y - label.y == pytest.approx(2 * PITCH, abs=0.5)


@pytest.mark.office
def test_turned_pages_bring_no_blank_ones() -> None:
    """Neither before the next attachment nor at the end of the document."""
    assert [len(_printed()[name].document) for name in ("turned", "wide last")] == [7, 8]
    for name in ("turned", "wide last"):
        pdf = _printed()[name]
        assert all(pdf.all_lines(page) for page in pdf.numbers())
