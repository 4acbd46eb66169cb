"""Notices as the program makes them, measured: PDF, structure of the DOCX, and the DOCX as LibreOffice prints it."""

import json
import zipfile
from functools import cache
from pathlib import Path

import notice_factory as make
import page_faults as faults
import pytest
from office import to_pdf
from printed import PIP_FONTS, REPOSITORY, TEMPLATES, fonts, parsed, printed
from sample_workspace import Published
from written import folder, written

from gongshi.documents.notice import Notice
from gongshi.measure.docx import measure_docx
from gongshi.measure.form import Form
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.reading import UnreadableError
from gongshi.measure.report import table, to_json
from gongshi.measure.result import Measured, Verdict
from gongshi.render.fonts import find_fonts
from gongshi.render.pdf import write_pdf

SAMPLES = {
    "single": make.notice(),
    "joint": make.joint_call(),
    "long": make.long_joint_call(),
    "enclosing": make.enclosing(),
    "publicity": make.publicity(),
    "reply": make.reply(),
    "award": make.award(),
    "control": make.control_page(),
    "complete head": make.complete_head(),
    "upward": make.upward(),
    "letter": make.letter(),
    "order": make.order(),
    "minutes": make.minutes(),
    "wide table": make.wide_table(),
    "many signers": make.many_signers(),
    "letter overleaf": make.letter_overleaf(),
    "letter ending page one": make.letter_ending_page_one(),
    "order of two": make.order_of_two(),
    "long minutes": make.long_minutes(),
    "unsealed publicity": make.unsealed_publicity(),
}
FORMATS = {
    Form.DOCUMENT: make.complete_head(),
    Form.UPWARD: make.upward(),
    Form.LETTER: make.letter(),
    Form.ORDER: make.order(),
    Form.MINUTES: make.minutes(),
    Form.PUBLICITY: make.publicity(),
}
FAMILIES = {role.name: role.families for role in fonts().roles}


def value(measured: Measured, clause: str, aspect: str) -> str:
    """The measured value of the first row of a clause whose element ends so."""
    return next(row.measured for row in measured.measurements if row.clause == clause and row.element.endswith(aspect))


@pytest.mark.parametrize("notice", SAMPLES.values(), ids=SAMPLES)
def test_every_clause_is_kept_in_the_pdf(notice: Notice) -> None:
    """All rows of every sample pass."""
    measured = measure_pdf(printed(notice).data, families=FAMILIES)
    assert measured.broken == (), table(measured)


@pytest.mark.parametrize(("form", "notice"), FORMATS.items(), ids=[form.name for form in FORMATS])
def test_every_format_is_recognised(form: Form, notice: Notice) -> None:
    """The page alone tells the format, and so does the structure of the DOCX."""
    assert measure_pdf(printed(notice).data).format is form
    assert measure_docx(written(notice).path).format is form


def test_a_wide_table_on_turned_pages_keeps_every_clause() -> None:
    """Label, title and page number of landscape pages are where they are on upright ones, turned."""
    measured = measure_pdf(printed(make.wide_table()).data, families=FAMILIES)
    assert measured.broken == (), table(measured)
    assert any(row.clause == "8" for row in measured.measurements)


@pytest.mark.parametrize("notice", SAMPLES.values(), ids=SAMPLES)
def test_every_clause_is_kept_in_the_structure_of_the_docx(notice: Notice) -> None:
    """All rows of every sample pass."""
    measured = measure_docx(written(notice, printed(notice).imprint_page).path)
    assert measured.broken == (), table(measured)


def test_the_control_page_measures_22_lines_of_28_characters() -> None:
    """The figures of the standard, read back from hanzi alone."""
    measured = measure_pdf(printed(make.control_page()).data)
    assert value(measured, "5.2.3", "每面行数") == "22"
    assert value(measured, "5.2.3", "每行字数") == "28"
    assert float(value(measured, "5.2.3", "·行距")) == pytest.approx(10.227, abs=0.05)
    assert float(value(measured, "5.2.1", "订口（回行）")) == pytest.approx(28, abs=0.2)
    assert float(value(measured, "5.2.1", "右边缘（满行）")) == pytest.approx(184, abs=0.3)


def test_fonts_from_pip_are_judged_by_the_profile() -> None:
    """Where one family plays several roles it is what the profile says, not a wrong font."""
    few = find_fonts(TEMPLATES / "print/fonts.yaml", [PIP_FONTS])
    data = write_pdf(parsed(make.joint_call()), few, [TEMPLATES]).data
    assert measure_pdf(data, families={role.name: role.families for role in few.roles}).broken == ()
    assert {row.clause for row in measure_pdf(data).broken} >= {"5.2.2"}


@cache
def _office() -> dict[str, Path]:
    """The samples as LibreOffice prints them."""
    documents = [written(notice, printed(notice).imprint_page).path for notice in SAMPLES.values()]
    pdfs = to_pdf(documents, REPOSITORY / ".fonts", folder() / "measured")
    return dict(zip(SAMPLES, pdfs, strict=True))


@pytest.mark.office
def test_at_least_95_of_100_rows_hold_in_what_libreoffice_prints() -> None:
    """The share of rows within the wider tolerance, over all samples; what is missed is named."""
    rows = [row for pdf in _office().values() for row in measure_pdf(pdf, rendered=True).measurements]
    judged = [row for row in rows if row.verdict is not Verdict.NOT_JUDGED]
    missed = [row for row in judged if row.verdict is Verdict.FAIL]
    share = 1 - len(missed) / len(judged)
    print(f"LibreOffice: {share:.1%} of {len(judged)}", *missed, sep="\n")  # noqa: T201 - the figure asked for
    assert share >= 0.95


def test_a_declared_format_outweighs_the_look() -> None:
    """The caller's word counts; a 公示 measured as a document lacks its header."""
    measured = measure_pdf(printed(make.publicity()).data, form=Form.DOCUMENT)
    assert {"7.2.4", "7.2.7"} <= {row.clause for row in measured.broken}


def test_what_could_not_be_judged_is_said() -> None:
    """A short notice has no page of text alone; the row says so instead of passing."""
    rows = [row for row in measure_pdf(printed(make.notice()).data).measurements if row.clause == "5.2.3"]
    open_row = next(row for row in rows if row.element.endswith("每面行数"))
    assert open_row.verdict is Verdict.NOT_JUDGED
    assert open_row.measured == "没有整面都是正文的页"


def test_the_table_tells_rows_of_several_pages_at_once() -> None:
    """Rows that are alike on all pages are one row; what was not judged stands apart with its reason."""
    lines = table(measure_pdf(printed(make.joint_call()).data)).splitlines()
    assert lines[0].split() == ["条款", "要素", "页", "应为", "实测", "允差", "判定"]
    assert [line.split() for line in lines if "幅面·宽" in line] == [
        ["5.1", "幅面·宽", "1—4", "210毫米", "210", "±0.18", "合格"]
    ]
    apart = lines.index("") + 1
    assert lines[apart].split() == ["条款", "要素", "应为", "未判定的原因"]
    assert any("印章盖在纸上，文件里没有" in line for line in lines[apart:])
    assert lines[-1].startswith("公文格式：文件。合格")


def test_the_table_without_rows_in_order_names_each_fault_with_its_page() -> None:
    """Rows that fail are never put together."""
    data = printed(make.joint_call()).data
    moved = faults.changed(data, (2, 3), (20, 265, 190, 280), faults.move(0, 3))
    lines = table(measure_pdf(moved), passed=False).splitlines()
    wrong = [line.split() for line in lines if line.endswith("不合格")]
    assert [(row[0], row[2]) for row in wrong] == [("7.5", "2"), ("7.5", "3")]


def test_columns_of_the_table_are_aligned() -> None:
    """A hanzi takes two columns of a terminal; quotation marks, dashes and ± take one."""
    block = table(measure_pdf(printed(make.joint_call()).data)).split("\n\n")[0].splitlines()
    columns = {sum(2 if ord(char) > 0x2E80 else 1 for char in line[: line.rindex("合格")]) for line in block[1:]}
    assert len(columns) == 1


def test_the_json_holds_every_row() -> None:
    """Clause, element, expected, measured, tolerance and verdict."""
    measured = measure_pdf(printed(make.joint_call()).data)
    found = json.loads(to_json(measured))
    assert found["broken"] == 0
    assert len(found["measurements"]) == len(measured.measurements)
    assert {"clause", "element", "expected", "measured", "tolerance", "verdict"} <= set(found["measurements"][0])


def test_a_file_of_another_kind_is_refused() -> None:
    """Neither a PDF nor a DOCX."""
    with pytest.raises(UnreadableError):
        measure_pdf(b"GIF89a")
    with pytest.raises(UnreadableError):
        measure_docx(b"GIF89a")


@pytest.mark.office
def test_lines_of_580_twips_are_caught_in_what_libreoffice_prints(tmp_path: Path) -> None:
    """One twip more a line and LibreOffice sets 21 lines a page, half of the room left above them: the page tells."""
    parts = written(make.control_page()).parts
    wider = {name: data.replace(b'w:line="579"', b'w:line="580"') for name, data in parts.items()}
    wider["word/document.xml"] = wider["word/document.xml"].replace(b'w:linePitch="579"', b'w:linePitch="580"')
    with zipfile.ZipFile(tmp_path / "wider.docx", "w") as archive:
        for name, data in wider.items():
            archive.writestr(name, data)
    (pdf,) = to_pdf([tmp_path / "wider.docx"], REPOSITORY / ".fonts", tmp_path / "out")
    measured = measure_pdf(pdf, rendered=True)
    assert {row.clause for row in measured.broken} == {"5.2.1", "5.2.3", "7.2.4"}
    assert value(measured, "5.2.3", "每面行数") == "21"


def test_the_notices_of_the_sample_workspace_keep_every_clause(sample: Published) -> None:
    """PDF and DOCX of both rounds, as published."""
    project = sample.project
    files = sorted(project.notices.rglob("*.pdf"))
    assert len(files) > 20
    for file in files:
        measured = measure_pdf(file, families={role.name: role.families for role in project.fonts.roles})
        assert measured.broken == (), table(measured)
        assert measure_docx(file.with_suffix(".docx")).broken == ()
