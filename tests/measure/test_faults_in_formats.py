"""Deliberate faults in letters, orders, minutes, reports and heads: each is caught by the clause it breaks alone."""

import dataclasses
from pathlib import Path

import notice_factory as make
import page_faults as faults
import page_places as at
import pytest
from broken import OF_DOCUMENTS, PROLOGUE, broken, laid_out
from printed import printed

from gongshi.documents.notice import Notice
from gongshi.measure.clauses import CLAUSES
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.result import Measured, Verdict
from gongshi.measure.text import gap_in, says_no_text, step_of
from gongshi.measure.unseen import UNSEEN

CALL, HEAD, SIGNED = make.joint_call(), make.complete_head(), make.many_signers()
LETTER, ORDER, MINUTES = make.letter_overleaf(), make.order_of_two(), make.long_minutes()
ALONE, UNSEALED = make.letter_ending_page_one(), make.unsealed_publicity()
SAMPLES = (SIGNED, make.many_signers(3), make.many_signers(5), LETTER, ORDER, MINUTES, ALONE, UNSEALED)

MOVED: list[tuple[str, Notice, at.Where, faults.Change, set[str]]] = [
    ("first name of the last row 3 mm to the left", SIGNED, at.signer(1, 1), faults.move(-3), {"7.2.6"}),
    ("second name of the last row 2 mm to the left", SIGNED, at.signer(1, 2), faults.move(-2), {"7.2.6"}),
    ("number of a report 3 mm in", SIGNED, at.signer(1, 0), faults.move(3), {"7.2.6"}),
    ("names all 3 mm to the left", SIGNED, at.signer(0, -1), faults.move(-3), {"7.2.6"}),
    ("secrecy 3 mm in", HEAD, at.classed(1), faults.move(3), {"7.2.1"}),
    ("urgency 4 mm low", HEAD, at.classed(2), faults.move(0, 4), {"7.2.1"}),
    ("imprint's middle rule red", CALL, at.imprint_rule(1), faults.ink(255, 0, 0), {"5.2.4"}),
    ("heading aslant", CALL, at.heading, faults.slant(0.45, 39, 216), {"6.1"}),
    ("page of the signature without text", make.joint_call(attachments=()), at.end_of_text, faults.remove, {"7.3.5.5"}),
    ("unsealed name 4 mm to the left", UNSEALED, at.last_name, faults.move(-4), {"7.3.5.2"}),
    ("unsealed date 3 mm to the right", UNSEALED, at.date, faults.move(3), {"7.3.5.2"}),
    ("post of an order 3 mm to the left", ORDER, at.post, faults.move(-3), {"7.3.5.3"}),
    ("name on an order 3 mm to the right", ORDER, at.last_name, faults.move(3), {"7.3.5.3"}),
    ("date of an order 3 mm to the right", ORDER, at.date, faults.move(3), {"7.3.5.3"}),
    ("date of an order 4 mm high", ORDER, at.date, faults.move(0, -4), {"7.3.5.3"}),
    ("number of an order 3 mm low", ORDER, at.number, faults.move(0, 3), {"10.2"}),
    ("number of a letter 3 mm low", LETTER, at.number, faults.move(0, 3), {"10.1"}),
    ("number of a letter 3 mm to the left", LETTER, at.number, faults.move(-3), {"10.1"}),
    ("copy number of a letter 3 mm in", LETTER, at.classed(0), faults.move(3), {"7.2.1"}),
    ("copies of a letter 3 mm in", LETTER, at.imprint, faults.move(3), {"7.4.2"}),
    ("copies of a letter 20 mm high", LETTER, at.imprint, faults.move(0, -20), {"10.1"}),
    ("copies alone on a page 20 mm high", ALONE, at.imprint, faults.move(0, -20), {"10.1"}),
    ("date of a letter three characters in", LETTER, at.signature, faults.move(5.57), {"7.3.5.1"}),
    ("addressees of a letter 2 mm in", LETTER, lambda it: (1, at.around(*it.addressees)), faults.move(2), {"7.3.2"}),
    ("names overleaf 3 mm in", MINUTES, at.overleaf_present, faults.move(3), {"10.3"}),
    ("page number of minutes 3 mm low", MINUTES, at.folio(1), faults.move(0, 3), {"7.5"}),
    ("last rule of minutes 0.5 mm", MINUTES, at.imprint_rule(2), faults.stroke(0.5), {"7.4.1"}),
]


@pytest.mark.parametrize(
    ("notice", "where", "change", "clauses"), [row[1:] for row in MOVED], ids=[row[0] for row in MOVED]
)
def test_what_was_moved_is_caught(notice: Notice, where: at.Where, change: faults.Change, clauses: set[str]) -> None:
    """A PDF whose objects were moved breaks the clause of the element, and no other."""
    page, box = where(at.layout(notice))
    assert broken(faults.changed(printed(notice).data, (page,), box, change)) == clauses


def _headed(**changes: str) -> Notice:
    assert HEAD.head
    return make.complete_head(head=dataclasses.replace(HEAD.head, **changes))  # type: ignore[arg-type]


def _letter_numbered(number: str) -> Notice:
    assert LETTER.head
    return make.letter(head=dataclasses.replace(LETTER.head, document_no=number))


def _body(text: str) -> Notice:
    return make.joint_call(body=f"{make._OPENING}\n\n{text}\n\n{make._SENTENCE}\n")


WRITTEN: list[tuple[str, Notice, set[str]]] = [
    ("copy number of five figures", _headed(copy_no="00001"), {"7.2.1"}),
    ("copy number with No.", _headed(copy_no="No.000001"), {"7.2.1"}),
    ("term in hanzi", _headed(secrecy="机密★一年"), {"7.2.2"}),
    ("another word for urgent", _headed(urgency="急件"), {"7.2.3"}),
    ("1． and then 3．", _body("1．工作基础要扎实。\n\n3．配套措施要落实。"), {"7.3.3"}),
    ("（1） and then （1） and （3）", _body("（1）工作基础要扎实。\n\n（3）配套措施要落实。"), {"7.3.3"}),
    ("本页无正文", make.joint_call(body=f"{make._OPENING * 5}\n\n（本页无正文）"), {"7.3.5.5"}),
    ("以下无正文", make.joint_call(body=f"{make._OPENING * 5}\n\n（以下无正文）"), {"7.3.5.5"}),
    ("year of two figures in a letter", _letter_numbered("浙〔16〕1号"), {"7.2.5"}),
]


@pytest.mark.parametrize(("notice", "clauses"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_what_was_written_wrong_is_caught(notice: Notice, clauses: set[str]) -> None:
    """A notice with wrong wording breaks the clause that rules it, and no other."""
    assert broken(printed(notice).data) == clauses


LAID_OUT: list[tuple[str, Notice, str, str, set[str]]] = [
    ("three names a row", make.many_signers(5), "room { 2 } else", "room { 3 } else", {"7.2.6"}),
    ("signer in 仿宋", SIGNED, PROLOGUE, '#show "样例丙": set text(font: "FandolFang R")', {"7.2.6"}),
    ("number beside the first row", SIGNED, "if index + 1 == rows.len() { head", "if index == 0 { head", {"7.2.6"}),
    ("urgency above secrecy", HEAD, "(head.secrecy, head.urgency)", "(head.urgency, head.secrecy)", {"7.2.1"}),
    ("secrecy in 楷体", HEAD, PROLOGUE, '#show "秘密": set text(font: "FandolKai")', {"7.2.2"}),
    ("urgency in 楷体", HEAD, PROLOGUE, '#show "特急": set text(font: "FandolKai")', {"7.2.3"}),
    ("一、 and then 三、", CALL, PROLOGUE, '#show "二、": "三、"', {"7.3.3"}),
    ("（一） and then （三）", CALL, PROLOGUE, '#show "（二）": "（三）"', {"7.3.3"}),
    ("names of minutes in 黑体", MINUTES, PROLOGUE, '#show "样例癸": set text(font: "FandolHei")', {"10.3"}),
    (
        "attendance without a line above",
        MINUTES,
        "#let attendance(groups) = if groups.len() > 0 {\n  v(pitch)",
        "#let attendance(groups) = if groups.len() > 0 {",
        {"10.3"},
    ),
    (
        "letter with a printing line and rules",
        ALONE,
        'if form == "letter" { receivers',
        "if false { receivers",
        {"10.1"},
    ),
    ("letter's title in 黑体", LETTER, PROLOGUE, '#show "复函": set text(font: "FandolHei")', {"7.3.1"}),
    ("unsealed names without a line above", UNSEALED, "else { widest }\n  v(pitch)", "else { widest }", {"7.3.5.2"}),
]


@pytest.mark.parametrize(
    ("notice", "old", "new", "clauses"), [row[1:] for row in LAID_OUT], ids=[row[0] for row in LAID_OUT]
)
def test_what_was_laid_out_wrong_is_caught(
    notice: Notice, old: str, new: str, clauses: set[str], tmp_path: Path
) -> None:
    """A layout with a fault breaks the clauses of what it lays out, and no other."""
    assert broken(laid_out(notice, old, new, tmp_path)) == clauses


def test_without_a_fault_nothing_is_broken() -> None:
    """The controls are in order, also when a PDF is written anew without a change."""
    for notice in SAMPLES:
        data = printed(notice).data
        pages = tuple(page.number for page in at.layout(notice).pages)
        assert broken(data) == set()
        assert broken(faults.changed(data, pages, faults.EVERYTHING, faults.move())) == set()


def test_text_at_the_second_double_rule_of_a_letter_is_caught() -> None:
    """The line above that rule is 7/8 of a character away, or there is none."""
    assert broken(faults.written(printed(ALONE).data, 1, "below", (100, 268))) == {"10.1"}


def test_a_turned_page_and_a_larger_sheet_are_caught() -> None:
    """Pages are not turned (6.1), and what is shown is the sheet (5.1)."""
    data = printed(CALL).data
    assert broken(faults.turned(data, 2, 2)) == {"6.1"}
    assert broken(faults.turned(data, 1, 1)) == {"6.1"}
    assert broken(faults.on_larger_sheet(data, 2)) == {"5.1"}


@pytest.mark.parametrize(
    "text",
    [
        "此页无正文",
        "（此页无正文）",
        "本页无正文。",
        "此页以下无正文",
        "（以下无正文）",
        "以下无内容",
        "此页无内容",
        "(无正文)",
        "该页没有正文",
        "此 页 无 正 文",
        "此页空白",
        "（正文完）",
    ],
)
def test_a_page_without_text_is_recognised_in_all_its_spellings(text: str) -> None:
    """However it is worded, bracketed or spaced."""
    assert says_no_text(text)


@pytest.mark.parametrize("text", ["此页面提供正文下载", "以下内容为正文", "公示无异议", "此页无误后签字"])
def test_other_sentences_are_not_taken_for_it(text: str) -> None:
    """Words that only sound like it."""
    assert not says_no_text(text)


@pytest.mark.parametrize(
    ("texts", "gap"),
    [
        (["一、甲", "二、乙", "三、丙"], None),
        (["一、甲", "三、丙"], ("一、", "三、")),
        (["二、甲"], ("", "二、")),
        (["一、甲", "（一）乙", "（三）丙"], ("（一）", "（三）")),
        (["一、甲", "（一）乙", "二、丙", "（一）丁"], None),
        (["一、甲", "（一）乙", "（一）丙"], ("（一）", "（一）")),
        (["1．甲", "2．乙", "另有要求", "1．丙"], None),
        (["第一条 甲", "（一）乙", "第二条 丙", "（一）丁"], None),
        ([*(f"{number}、甲" for number in "一二三四五六七八九"), "十、乙", "十一、丙"], None),
    ],
)
def test_gaps_in_numbers_are_found(texts: list[str], gap: tuple[str, str] | None) -> None:
    """A level goes on where it stopped and begins again below a new heading."""
    assert gap_in([step_of(text) for text in texts]) == gap


def _open(measured: Measured) -> set[str]:
    return {row.clause for row in measured.measurements if row.verdict is Verdict.NOT_JUDGED}


def test_seals_stamps_and_the_order_of_organs_are_said_to_be_not_judged() -> None:
    """So is what only paper or a reader tells."""
    assert {"4", "6.2", "6.3", "7.2.4", "7.3.1", "7.3.5.1", "9"} <= _open(measure_pdf(printed(CALL).data))
    assert "7.3.5.3" in _open(measure_pdf(printed(ORDER).data))
    joint = measure_pdf(printed(CALL).data).unjudged
    assert any(row.element.endswith("联合行文机关顺序") for row in joint)
    assert not any(
        row.element.endswith("联合行文机关顺序") for row in measure_pdf(printed(make.notice()).data).unjudged
    )


def test_every_clause_of_the_table_is_broken_by_a_fault() -> None:
    """No clause is in the table that nothing has ever broken, here or in documents, but those that no file tells."""
    clauses = [row[-1] for table in (MOVED, WRITTEN, LAID_OUT) for row in table]
    caught = {clause for each in clauses for clause in each}
    elsewhere = {"5.1", "8", *(row[0] for row in UNSEEN)}
    assert caught | OF_DOCUMENTS | elsewhere == {clause.number for clause in CLAUSES}
