"""Documents that other programs made are measured for what they are: their faults named, their ways understood."""

import dataclasses
import zipfile
from pathlib import Path

import notice_factory as make
import page_faults as faults
import page_places as at
import pytest
from broken import laid_out
from printed import fonts, printed
from written import written

from gongshi.documents.notice import Notice
from gongshi.measure.file import measure_file, measure_print
from gongshi.measure.finding import find_layout
from gongshi.measure.form import Form
from gongshi.measure.layout import Layout
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.reading import UnreadableError, open_pdf
from gongshi.measure.result import Measured
from gongshi.measure.text import PITCH

CALL = make.joint_call()
FAMILIES = {role.name: role.families for role in fonts().roles}


def changed(notice: Notice, where: at.Where, change: faults.Change) -> bytes:
    """A notice's PDF with an element changed."""
    page, box = where(at.layout(notice))
    return faults.changed(printed(notice).data, (page,), box, change)


def rows_of(data: bytes, clause: str) -> dict[str, str]:
    """Measured values of the rows of a clause that fail."""
    broken = measure_pdf(data, families=FAMILIES).broken
    return {row.element.split("·")[1]: row.measured for row in broken if row.clause == clause}


def layout(data: bytes) -> Layout:
    """The elements of a PDF."""
    with open_pdf(data) as pdf:
        return find_layout(pdf)


def look(data: bytes) -> Form:
    """The format of a PDF that does not say which it has."""
    with open_pdf(data) as pdf:
        return find_layout(dataclasses.replace(pdf, keywords="")).form


def test_a_document_whose_name_stands_too_high_is_still_no_letter() -> None:
    """A number above one red rule is a document's, wherever the name stands and without 文件."""
    plain = make.notice()
    assert plain.head
    bare = dataclasses.replace(plain, head=dataclasses.replace(plain.head, suffix=""))
    data = changed(bare, at.mark, faults.move(0, -34))
    assert look(data) is Form.DOCUMENT


def test_a_letter_whose_name_stands_too_low_is_still_a_letter() -> None:
    """Double red rules are a letter's, wherever the name stands."""
    data = changed(make.letter(), at.mark, faults.move(0, 30))
    assert look(data) is Form.LETTER


def test_the_first_line_may_stand_at_the_very_edge_of_the_area() -> None:
    """37 mm to the characters is as good as 37 mm to the line that holds them; less is not."""
    page = (2, (20.0, 30.0, 190.0, 265.0))
    up = {by: changed(make.long_joint_call(), lambda _it: page, faults.move(0, -by)) for by in (2.2, 4.0)}
    assert "天头（首行上缘）" not in rows_of(up[2.2], "5.2.1")
    assert "天头（首行上缘）" in rows_of(up[4.0], "5.2.1")


def test_a_gap_between_paragraphs_is_named() -> None:
    """Space before a paragraph takes the lines after it off the grid."""
    data = changed(CALL, at.paragraph, faults.move(0, 1.5))
    assert "段与段的行距" in rows_of(data, "5.2.3")


def test_red_type_above_the_date_is_no_signature() -> None:
    """What stands for a seal is not measured as the name of an organ."""
    assert layout(changed(CALL, at.first_name, faults.fill(255, 0, 0))).rows == ()


def test_names_two_lines_above_the_date_are_found() -> None:
    """Names of the header are a signature however far above the date they stand."""
    (row,) = layout(changed(CALL, at.first_two_names, faults.move(0, -PITCH))).rows
    assert len(row.names) == 2


def test_an_annotation_after_the_note_is_not_part_of_it() -> None:
    """Brackets begin 附注; a line of the note is not in brackets."""
    report = make.upward(attachments=(make.guide(),))
    found = at.layout(report)
    assert found.annotation
    below = found.note[-1].y + PITCH - found.annotation.y
    data = changed(report, at.annotation, faults.move(0, below))
    moved = layout(data)
    assert "成文日期下一行（基线间距）" in rows_of(data, "7.3.6")
    assert [line.text for line in moved.note] == [line.text for line in found.note]


def test_a_title_that_ends_in_a_stump_is_named(tmp_path: Path) -> None:
    """A line of one or two characters is no line of a title."""
    notice, lines = make.notice(title="关于做好样例区域创建工作的通知"), "title-lines(data.title)"
    assert "最短一行的宽" not in rows_of(laid_out(notice, lines, lines, tmp_path / "whole"), "7.3.1")
    stump = f'{lines[:-1]}.map(line => (line.trim("通知"), "通知")).flatten())'
    assert "最短一行的宽" in rows_of(laid_out(notice, lines, stump, tmp_path / "stump"), "7.3.1")


@pytest.mark.parametrize("name", ["cut.pdf", "cut.docx", "empty.pdf"])
def test_a_broken_file_is_named(name: str, tmp_path: Path) -> None:
    """Of many files the one that cannot be read is told."""
    whole = printed(CALL).data if name == "cut.pdf" else b"" if name == "empty.pdf" else written(CALL).path.read_bytes()
    (tmp_path / name).write_bytes(whole[:3000])
    with pytest.raises(UnreadableError, match=name):
        measure_file(tmp_path / name, None, fonts())


@pytest.mark.office
def test_another_name_of_an_official_font_is_printed_in_its_stand_in(tmp_path: Path) -> None:
    """FangSong is 仿宋: a DOCX that says so is not charged with a font that is missing here."""

    def renamed() -> Measured:
        with zipfile.ZipFile(tmp_path / "other.docx", "w") as archive:
            for name, data in written(CALL).parts.items():
                archive.writestr(name, data.replace("仿宋_GB2312".encode(), b"FangSong"))
        return measure_print(tmp_path / "other.docx", None, fonts())

    assert not [row for row in renamed().broken if row.clause == "5.2.2"]
