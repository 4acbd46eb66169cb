"""Deliberate faults in a PDF: each is caught by the clause it breaks and by no other."""

import dataclasses
from pathlib import Path

import notice_factory as make
import page_faults as faults
import page_places as at
import pytest
import typst
from broken import OF_DOCUMENTS, PROLOGUE, broken, laid_out
from printed import fonts, printed

from gongshi.documents.notice import Notice
from gongshi.measure.page import MM
from gongshi.measure.text import CELL, PITCH
from gongshi.typography import BREAK

CALL, AWARD, LONG = make.joint_call(), make.award(), make.long_joint_call()


MOVED: list[tuple[str, Notice, at.Where, faults.Change, set[str]]] = [
    ("names 2 mm low", CALL, at.header, faults.move(0, 2), {"7.2.4"}),
    ("names 2 mm high", CALL, at.header, faults.move(0, -2), {"7.2.4"}),
    ("names 2 mm to the right", CALL, at.header, faults.move(2), {"7.2.4"}),
    ("second name narrower", CALL, at.name, faults.widen(0.98, 28), {"7.2.4"}),
    ("文件 2 mm low", CALL, at.suffix, faults.move(0, 2), {"7.2.4"}),
    ("number off centre", CALL, at.number, faults.move(2), {"7.2.5"}),
    ("number 3 mm high", CALL, at.number, faults.move(0, -3), {"7.2.5", "7.2.7"}),
    ("red rule of 150 mm", CALL, lambda it: (1, at.around(*it.red_rules)), faults.widen(150 / 156), {"7.2.7"}),
    ("red rule 1 mm low", CALL, lambda it: (1, at.around(*it.red_rules)), faults.move(0, 1), {"7.2.7"}),
    ("red rule 2 mm to the right", CALL, lambda it: (1, at.around(*it.red_rules)), faults.move(2), {"7.2.7"}),
    ("no red rule", CALL, lambda it: (1, at.around(*it.red_rules)), faults.remove, {"7.2.7"}),
    ("title of 20 pt", CALL, lambda it: (1, at.around(*it.title)), faults.shrink(20 / 22, 106, 167.8), {"7.3.1"}),
    ("title off centre", CALL, lambda it: (1, at.around(*it.title)), faults.move(2), {"7.3.1"}),
    ("addressees 2 mm in", CALL, lambda it: (1, at.around(*it.addressees)), faults.move(2), {"7.3.2"}),
    ("paragraph 2 mm further in", CALL, at.paragraph, faults.move(-2), {"7.3.3"}),
    ("line 3 mm in", CALL, at.second_line, faults.move(3), {"7.3.3", "5.2.1"}),
    ("lines of 28 pt", LONG, lambda _it: (2, (20, 40, 190, 265)), faults.squeeze(28 * MM / PITCH, 44.26), {"5.2.3"}),
    ("line 1 mm low", CALL, at.second_line, faults.move(0, 1), {"5.2.3"}),
    ("no text on page 1", CALL, at.text_of_first_page, faults.remove, {"7.3.3"}),
    ("bold heading", CALL, at.heading, faults.embolden, {"7.3.3"}),
    ("grey text", CALL, at.paragraph, faults.fill(90, 90, 90), {"5.2.4"}),
    ("red text", CALL, at.second_line, faults.fill(255, 0, 0), {"5.2.4"}),
    ("note 3 mm in", CALL, lambda it: (2, at.around(it.note[0])), faults.move(3), {"7.3.4", "5.2.1"}),
    ("note's second line flush left", CALL, lambda it: (2, at.around(it.note[1])), faults.move(-20), {"7.3.4"}),
    ("no note", CALL, lambda it: (2, at.around(*it.note)), faults.remove, {"7.3.4"}),
    (
        "second number of the note 3 mm off",
        AWARD,
        lambda it: (it.note[1].page, at.around(it.note[1])),
        faults.move(-3),
        {"7.3.4"},
    ),
    ("date three characters in", CALL, at.signature, faults.move(CELL), {"7.3.5.1"}),
    ("last name 3 mm left of the date's middle", CALL, at.last_name, faults.move(-3), {"7.3.5.1"}),
    ("names in two rows", CALL, at.first_name, faults.move(0, -PITCH / 4), {"7.3.5.1"}),
    ("no date", CALL, at.date, faults.remove, {"7.3.5.1"}),
    ("label 2 mm low", CALL, at.label, faults.move(0, 2), {"7.3.7"}),
    ("title on line 2", CALL, at.opening_title, faults.move(0, -PITCH), {"7.3.7"}),
    ("imprint 3 mm high", CALL, at.imprint, faults.move(0, -3), {"7.4.1"}),
    ("first rule of 0.25 mm", CALL, at.imprint_rule(0), faults.stroke(0.25), {"7.4.1"}),
    ("middle rule of 0.35 mm", CALL, at.imprint_rule(1), faults.stroke(0.35), {"7.4.1"}),
    ("last rule of 0.5 mm", CALL, at.imprint_rule(2), faults.stroke(0.5), {"7.4.1"}),
    ("last rule of 150 mm", CALL, at.imprint_rule(2), faults.widen(150 / 156), {"7.4.1"}),
    ("copies flush left", CALL, at.imprint_line(0), faults.move(-14 * MM), {"7.4.2"}),
    ("printing line 3 mm to the right", CALL, at.imprint_line(1), faults.move(3), {"7.4.3"}),
    ("copy number 2 mm in", make.complete_head(), at.mast, faults.move(2), {"7.2.1"}),
    ("signers 3 mm to the right", make.upward(), at.number, faults.move(3), {"7.2.6"}),
    ("annotation 3 mm in", make.upward(), at.annotation, faults.move(3), {"7.3.6"}),
    ("unsealed name 3 mm to the left", make.upward(), at.last_name, faults.move(-3), {"7.3.5.2"}),
    ("letter's name 2 mm low", make.letter(), at.mark, faults.move(0, 2), {"10.1"}),
    (
        "letter's rule of 156 mm",
        make.letter(),
        lambda it: (1, at.around(it.red_rules[0])),
        faults.widen(0.92),
        {"10.1"},
    ),
    ("order's name 2 mm low", make.order(), at.mark, faults.move(0, 2), {"10.2"}),
    ("minutes' mark 2 mm low", make.minutes(), at.mark, faults.move(0, 2), {"10.3"}),
    ("出席 3 mm in", make.minutes(), at.present, faults.move(3), {"10.3"}),
    ("page number 3 mm low", CALL, at.folio(1), faults.move(0, 3), {"7.5"}),
    ("page number in the middle", CALL, at.folio(2), faults.move(65), {"7.5"}),
    ("no page number", CALL, at.folio(2), faults.remove, {"7.5"}),
    ("page number of 12 pt", CALL, at.folio(1), faults.shrink(12 / 14, 179.06, 269), {"7.5"}),
]


@pytest.mark.parametrize(
    ("notice", "where", "change", "clauses"), [row[1:] for row in MOVED], ids=[row[0] for row in MOVED]
)
def test_what_was_moved_is_caught(notice: Notice, where: at.Where, change: faults.Change, clauses: set[str]) -> None:
    """A PDF whose objects were moved breaks the clause of the element, and no other."""
    page, box = where(at.layout(notice))
    assert broken(faults.changed(printed(notice).data, (page,), box, change)) == clauses


def test_a_pdf_written_anew_without_a_change_breaks_nothing() -> None:
    """What is caught is the fault, not the way it was made."""
    for notice in (CALL, AWARD):
        pages = tuple(page.number for page in at.layout(notice).pages)
        assert broken(faults.changed(printed(notice).data, pages, faults.EVERYTHING, faults.move())) == set()


PLACED = {
    *("5.2.1", "7.2.4", "7.2.5", "7.2.7", "7.3.1", "7.3.2", "7.3.3", "7.3.4", "7.3.5.1", "7.3.7"),
    *("7.4.1", "7.4.2", "7.4.3", "7.5"),
}
"""Clauses that say how far from the left or right an element stands."""


def test_a_shift_of_2_mm_breaks_the_clauses_of_places_alone() -> None:
    """Everything 2 mm to the right: each clause with a place from left to right, none of type, form or colour."""
    pages = tuple(page.number for page in at.layout(CALL).pages)
    assert broken(faults.changed(printed(CALL).data, pages, faults.EVERYTHING, faults.move(2))) == PLACED


def _body(text: str, after: str = "") -> Notice:
    return make.joint_call(body=f"{make._OPENING}\n\n{text}\n\n{make._SENTENCE}\n{after}")


def _numbered(number: str) -> Notice:
    return make.joint_call(head=dataclasses.replace(CALL.head, document_no=number)) if CALL.head else CALL


def _dated(date: str) -> Notice:
    return make.joint_call(signature=dataclasses.replace(CALL.signature, date=date))


def _attached(**changes: str) -> Notice:
    return make.joint_call(attachments=(dataclasses.replace(make.guide(), **changes),))  # type: ignore[arg-type]


WRITTEN: list[tuple[str, Notice, set[str]]] = [
    ("number with a leading zero", _numbered("浙经信样例〔2014〕09号"), {"7.2.5"}),
    ("number in square brackets", _numbered("浙经信样例[2014]9号"), {"7.2.5"}),
    ("number with 第", _numbered("浙经信样例〔2014〕第9号"), {"7.2.5"}),
    (
        "title like an hourglass",
        make.joint_call(
            title=f"关于开展浙江省样例区域创建和示范推广{BREAK}并做好验收{BREAK}组织申报有关材料审查汇总工作的通知"
        ),
        {"7.3.1"},
    ),
    ("padded date", _dated("2016年03月01日"), {"7.3.5.4"}),
    ("date in hanzi", _dated("二〇一六年三月一日"), {"7.3.5.4"}),
    ("此页无正文", make.joint_call(body=f"{make._OPENING * 5}\n\n（此页无正文）"), {"7.3.5.5"}),
    ("1、", _body("1、工作基础要扎实。"), {"7.3.3"}),
    ("（一）、", _body("（一）、工作基础要扎实。"), {"7.3.3"}),
    ("(一)", _body("(一)工作基础要扎实。"), {"7.3.3", "9"}),
    ("一．", _body("一．工作基础要扎实。"), {"7.3.3"}),
    ("half-width brackets", _body("以县(市、区)为单位开展创建。"), {"9"}),
    ("half-width comma", _body("以县为单位,开展创建。"), {"9"}),
    ("full stop after the note", _attached(title="建设方案编制指南。"), {"7.3.4"}),
    ("label with a colon", _attached(label="附件："), {"7.3.7"}),
    ("padded day of printing", make.joint_call(imprint=make.imprint(printed_on="2016年03月02日")), {"7.4.3"}),
    (
        "copies without an attachment's end",
        make.joint_call(imprint=make.imprint(printed_on="2016年3月32日")),
        {"7.4.3"},
    ),
]


@pytest.mark.parametrize(("notice", "clauses"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_what_was_written_wrong_is_caught(notice: Notice, clauses: set[str]) -> None:
    """A notice with wrong wording breaks the clause that rules it, and no other."""
    assert broken(printed(notice).data) == clauses


LAID_OUT: list[tuple[str, Notice, str, str, set[str]]] = [
    ("27 characters a line", make.control_page(), "type-width / 28", "type-width / 27", {"5.2.3"}),
    ("title line that begins with 的", CALL, "data.title", '("关于开展样例区域创建工作", "的通知")', {"7.3.1"}),
    ("one run in 黑体", CALL, PROLOGUE, '#show "示范项目": set text(font: "FandolHei")', {"5.2.2"}),
    ("one run in 宋体", CALL, PROLOGUE, '#show "申报材料": set text(font: "FandolSong")', {"5.2.2"}),
    ("one run of 15 pt", CALL, PROLOGUE, '#show "申报材料": set text(size: 15pt)', {"5.2.2"}),
    ("heading in 宋体", CALL, PROLOGUE, '#show "创建目标": set text(font: "FandolSong")', {"7.3.3"}),
    ("heading in bold 黑体", CALL, PROLOGUE, '#show "创建目标": set text(weight: "bold")', {"7.3.3"}),
    ("title in 黑体", CALL, PROLOGUE, '#show "创建工作的通知": set text(font: "FandolHei")', {"7.3.1"}),
    ("copies in 黑体", CALL, PROLOGUE, '#show "省政府办公厅": set text(font: "FandolHei")', {"7.4.2"}),
]


@pytest.mark.parametrize(
    ("notice", "old", "new", "clauses"), [row[1:] for row in LAID_OUT], ids=[row[0] for row in LAID_OUT]
)
def test_what_was_laid_out_wrong_is_caught(
    notice: Notice, old: str, new: str, clauses: set[str], tmp_path: Path
) -> None:
    """A layout with a fault breaks the clauses of what it lays out, and no other."""
    assert broken(laid_out(notice, old, new, tmp_path)) == clauses


def test_a_number_on_a_page_of_the_imprint_alone_is_caught() -> None:
    """So is one on the wrong sheet."""
    data = printed(LONG).data
    last = len(at.layout(LONG).pages)
    assert at.layout(LONG).imprint
    assert broken(faults.written(data, last, f"— {last} —", (33, 270.4))) == {"7.5"}


def test_another_sheet_is_caught() -> None:
    """B5 and Letter are not A4."""
    assert "5.1" in broken(faults.resized(printed(CALL).data, 215.9, 279.4))


TURNED = """#set page(width: 297mm, height: 210mm, margin: 28mm)
#set text(font: "FandolSong", size: 14pt, lang: "zh", region: "cn")
#place(top + left, dx: X - 28mm, dy: Y - 28mm, rotate(90deg, origin: top + left, [— 1 —]))
横排表格
"""


@pytest.mark.parametrize(("x", "y", "clauses"), [(31, 163.4, set()), (37, 163.4, {"8"}), (31, 100, {"8"})])
def test_the_number_of_a_landscape_page_has_its_place(x: float, y: float, clauses: set[str], tmp_path: Path) -> None:
    """It stands where it stands on the other pages, seen with the sheet upright."""
    source = TURNED.replace("X", f"{x}mm").replace("Y", f"{y}mm")
    (tmp_path / "turned.typ").write_text(source, encoding="utf-8")
    data = typst.Compiler(str(tmp_path / "turned.typ"), font_paths=list(map(str, fonts().folders))).compile(
        format="pdf"
    )
    assert isinstance(data, bytes)
    assert broken(data) & {"8", "7.5"} == clauses


def test_there_are_more_than_40_faults() -> None:
    """The clauses they break are those that the other half of the faults counts on."""
    clauses = [row[-1] for table in (MOVED, WRITTEN, LAID_OUT) for row in table]
    assert {clause for each in clauses for clause in each} == OF_DOCUMENTS
    assert len(clauses) > 40
