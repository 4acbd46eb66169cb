"""Long names of organs, in the header and in the signature: laid out by the rules in both formats, or refused."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import notice_factory as make
import pytest
from office import to_pdf
from printed import CELL, PITCH, REPOSITORY, TEMPLATES, Printed, fonts, opened, parsed, printed
from written import FONTS, folder, written

from gongshi.documents.notice import Attachment, Head, Notice, Signature
from gongshi.measure.docx import measure_docx
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.report import table
from gongshi.render.docx import write_docx
from gongshi.render.masthead import masthead_of
from gongshi.render.pdf import write_pdf
from gongshi.render.refused import RefusedError
from gongshi.render.signature_rows import sealed_rows, unsealed_lines
from gongshi.typography import BREAK

FORTY = "浙江省人民政府推进样例产业高质量发展与数字化转型工作领导小组协调推进委员会综合处"
OFFICE = "浙江省推进样例产业高质量发展工作领导小组专项办公室"
DAY = "2016年3月1日"
NAMES = (make.COMMISSION, make.FINANCE, "浙江省商务厅", OFFICE, "浙江省统计局")
OF_TWENTY = tuple(f"浙江省样例产业高质量发展第{number}工作领导小组" for number in "一二三四五")
ADDRESSEES = "、".join(f"样例市第{number}区经济和信息化主管部门" for number in range(1, 25))
TITLE = BREAK.join(
    ("关于进一步加强和规范样例产业高质量发展", "重点项目储备申报评审立项建设", "验收管理和绩效评价的通知")
)


def signed(*organs: str, sealed: bool = True) -> Notice:
    """A notice that these organs issue and sign."""
    signature = Signature(organs, DAY, sealed=sealed)
    return make.joint_call(head=Head(organs[:1], make.NUMBER), attachments=(), signature=signature)


def headed(*organs: str, **changes: str) -> Notice:
    """A notice with these organs in the header."""
    return replace(make.joint_call(head=Head(organs, make.NUMBER), attachments=()), **changes)  # type: ignore[arg-type]


SAMPLES = {
    "one of 40": signed(FORTY),
    "one of 40, unsealed": signed(FORTY, sealed=False),
    "one of 24": signed(OFFICE),
    "two of 24": signed(OFFICE, OFFICE[:-3] + "秘书处"),
    "two of 40": signed(FORTY, FORTY[:-2] + "协调处"),
    "long and short": signed("浙江省样例产业高质量发展工作领导小组办公室", make.FINANCE),
    "three": signed(make.COMMISSION, FORTY, make.FINANCE),
    "five": signed(*NAMES),
    "two unsealed": signed(OFFICE, FORTY, sealed=False),
    "header of 40": headed(FORTY),
    "header of five": headed(*NAMES),
    "header of five of 20": headed(*OF_TWENTY),
    "header of five, many addressees": headed(*OF_TWENTY, title=TITLE, addressees=ADDRESSEES),
    "header of ten": headed(*(f"浙江省样例{name}厅" for name in "甲乙丙丁戊己庚辛壬癸")),
    "letter of 40": replace(make.letter(), head=Head((FORTY,), make.NUMBER, suffix="", form="letter")),
}
FAMILIES = {role.name: role.families for role in fonts().roles}


def as_docx(notice: Notice) -> Path:
    """The DOCX of a notice, laid out as its PDF asks."""
    result = write_pdf(parsed(notice), fonts(), [TEMPLATES])
    return written(notice.with_addressees_in_imprint() if result.crowded else notice, result.imprint_page).path


@pytest.mark.parametrize("name", SAMPLES)
def test_long_names_keep_every_clause(name: str) -> None:
    """All rows of the PDF and of the structure of the DOCX pass."""
    measured = measure_pdf(printed(SAMPLES[name]).data, families=FAMILIES)
    assert measured.broken == (), table(measured)
    assert measure_docx(as_docx(SAMPLES[name])).broken == ()


@cache
def _office() -> dict[str, Path]:
    """The samples as LibreOffice prints them."""
    pdfs = to_pdf([as_docx(notice) for notice in SAMPLES.values()], REPOSITORY / ".fonts", folder() / "long")
    return dict(zip(SAMPLES, pdfs, strict=True))


@pytest.mark.office
@pytest.mark.parametrize("name", SAMPLES)
def test_long_names_keep_every_clause_in_what_libreoffice_prints(name: str) -> None:
    """As many pages as the PDF, and every row passes."""
    data = _office()[name].read_bytes()
    assert len(opened(data)) == len(printed(SAMPLES[name]).document)
    measured = measure_pdf(data, families=FAMILIES, rendered=True)
    assert measured.broken == (), table(measured)


def test_a_name_of_40_characters_signs_in_lines_centred_above_the_date() -> None:
    """Three lines, the same in both formats, inside the type area, one grid line apart."""
    pdf = printed(SAMPLES["one of 40"])
    page, date = pdf.find(DAY)
    above = [line for line in pdf.lines(page) if date.y - 3.5 * PITCH < line.y < date.y]
    assert "".join(line.text for line in above) == FORTY
    assert len(above) == 3
    for line in above:
        assert (line.x0 + line.x1) / 2 == pytest.approx((date.x0 + date.x1) / 2, abs=0.2)
        assert line.x1 <= 184.1
    ((lines,),) = sealed_rows((FORTY,), DAY)
    assert [line.text for line in above] == list(lines)


def test_two_long_organs_sign_side_by_side() -> None:
    """Each name in its half, the last lines on one baseline, a character at least between them."""
    pdf = printed(SAMPLES["two of 24"])
    page, date = pdf.find(DAY)
    ((one, two),) = sealed_rows(SAMPLES["two of 24"].signature.organs, DAY)
    assert len(one) == len(two) == 3
    above = [line for line in pdf.lines(page) if date.y - 3.5 * PITCH < line.y < date.y]
    assert date.y - above[-1].y == pytest.approx(PITCH, abs=0.11)
    for line, left, right in zip(above, one, two, strict=True):
        assert line.text == left + right
        assert line.x0 >= 28
        assert line.x1 <= 184
        assert len(left) + len(right) + 1 <= (line.x1 - line.x0) / CELL + 0.1


@pytest.mark.parametrize(
    ("organs", "rows"),
    [
        (("样例厅",), [[1]]),
        (("样" * 20,), [[1]]),
        (("样" * 21,), [[2]]),
        (("样" * 13, "例" * 14), [[1, 1]]),
        (("样" * 14, "例" * 14), [[2, 2]]),
        (("样例厅",) * 5, [[1, 1, 1], [1, 1]]),
        (("样" * 8, "例" * 6, "样" * 24), [[1, 1], [2]]),
    ],
)
def test_names_take_as_many_lines_as_they_need(organs: tuple[str, ...], rows: list[list[int]]) -> None:
    """A name alone has 20 characters on a line; two share the line while both fit."""
    assert [[len(lines) for lines in row] for row in sealed_rows(organs, DAY)] == rows


def test_an_unsealed_name_leaves_two_characters_to_the_edge() -> None:
    """26 characters at most a line (7.3.5.2)."""
    assert unsealed_lines(("样" * 26,)) == ("样" * 26,)
    assert max(map(len, unsealed_lines((FORTY, OFFICE)))) <= 26


@pytest.mark.parametrize(("count", "points"), [(1, 42), (3, 42), (4, 36), (5, 28.5), (10, 22)])
def test_more_organs_have_smaller_names(count: int, points: float) -> None:
    """So that number, title and text have room on page 1 (7.3.3)."""
    assert masthead_of(Head(("浙江省样例厅",) * count, make.NUMBER), 1).points == points


@pytest.mark.parametrize("name", ["header of five of 20", "header of ten"])
def test_names_end_where_the_title_has_its_place_on_the_grid(name: str) -> None:
    """The title begins on a line of the grid in the PDF, and page 1 shows text in both formats."""
    pdf = printed(SAMPLES[name])
    opening = pdf.find("为加快培育")
    assert opening[0] == 1
    assert ((opening[1].y - 37) / PITCH) % 1 == pytest.approx(
        ((37.0 + PITCH / 2 + 0.38 * 16 * 25.4 / 72 - 37) / PITCH), abs=0.02
    )


@pytest.mark.office
@pytest.mark.parametrize("name", ["header of five", "header of ten"])
def test_names_are_as_high_in_both_formats(name: str) -> None:
    """First name, last name and title stand within 1.5 mm of each other."""
    office = Printed(b"", "", opened(_office()[name].read_bytes()))
    pair = [[line.y for line in pdf.lines(1) if line.size > 16.5] for pdf in (printed(SAMPLES[name]), office)]
    first, second = ([lines[0], *lines[-2:]] for lines in pair)
    assert first == pytest.approx(second, abs=1.5)


@pytest.mark.parametrize(
    ("notice", "clause"),
    [
        (headed("浙" * 42), "7.2.4"),
        (headed(*(f"浙江省样例第{number}厅" for number in range(11))), "7.3.3"),
        (make.joint_call(attachments=(Attachment("附件", BREAK, "正文。"),)), "7.3.7"),
        (make.joint_call(attachments=(Attachment("附件", "样例表", "\n"),)), "7.3.7"),
        (make.notice(title=BREAK), "7.3.1"),
        (make.notice(body=" \n"), "7.3.3"),
    ],
    ids=["name of 42", "eleven organs", "attachment without title", "empty attachment", "no title", "no text"],
)
def test_what_cannot_be_laid_out_is_refused_with_its_clause(notice: Notice, clause: str) -> None:
    """By both writers, in Chinese words alone."""
    with pytest.raises(RefusedError) as pdf:
        write_pdf(parsed(notice), fonts(), [TEMPLATES])
    with pytest.raises(RefusedError) as docx:
        write_docx(parsed(notice), FONTS)
    assert pdf.value.clause == docx.value.clause == clause
    assert not any(char.isascii() and char.isalpha() for char in str(pdf.value))
