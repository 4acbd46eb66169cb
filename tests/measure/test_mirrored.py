"""Mirrored margins: 28 mm at the left of odd pages and at the right of even ones, in both formats."""

import io
import re
import shutil
import zipfile
from functools import cache
from pathlib import Path

import notice_factory as make
import page_faults as faults
import pytest
from office import to_pdf
from printed import REPOSITORY, fonts, opened, printed
from sample_workspace import copied_project
from written import folder, q, value, written

from gongshi.documents.notice import Notice
from gongshi.measure.docx import measure_docx
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.report import table
from gongshi.publish import publish

SAMPLES = {
    "joint": make.joint_call(mirrored=True),
    "long": make.long_joint_call(mirrored=True),
    "publicity": make.publicity(mirrored=True),
    "upward": make.upward(mirrored=True),
    "letter": make.letter(mirrored=True),
    "minutes": make.minutes(mirrored=True),
    "wide table": make.wide_table(mirrored=True),
}
LONG, PLAIN = SAMPLES["long"], make.long_joint_call()
FAMILIES = {role.name: role.families for role in fonts().roles}


def broken(data: bytes) -> dict[str, str]:
    """What each broken clause of a PDF measured, its first row of each."""
    rows = reversed(measure_pdf(data, families=FAMILIES).broken)
    return {row.clause: row.measured for row in rows}


@cache
def _office() -> dict[str, Path]:
    """The samples as LibreOffice prints them."""
    documents = [written(notice, printed(notice).imprint_page).path for notice in SAMPLES.values()]
    pdfs = to_pdf(documents, REPOSITORY / ".fonts", folder() / "mirrored")
    return dict(zip(SAMPLES, pdfs, strict=True))


@pytest.mark.parametrize("notice", SAMPLES.values(), ids=SAMPLES)
def test_mirrored_samples_keep_every_clause(notice: Notice) -> None:
    """PDF and structure of the DOCX, and either says by which margin it was judged."""
    for measured in (
        measure_pdf(printed(notice).data, families=FAMILIES),
        measure_docx(written(notice, printed(notice).imprint_page).path),
    ):
        assert measured.broken == (), table(measured)
        assumed = [row.measured for row in measured.measurements if row.element.endswith("订口28毫米")]
        assert [row.partition("（")[0] for row in assumed] == ["镜像，双数面在右侧"]


def test_even_pages_of_the_pdf_stand_2_mm_further_left() -> None:
    """Text from 26 mm on even pages and from 28 on odd ones; the number stays one character inside the outer edge."""
    pages = [printed(LONG).all_lines(page) for page in (2, 3)]
    assert [min(line.x0 for line in page) for page in pages] == pytest.approx([26, 28], abs=0.1)
    assert pages[0][-1].x0 == pytest.approx(26 + 4.94, abs=0.1)
    assert pages[1][-1].x1 == pytest.approx(184 - 4.94, abs=0.1)


def test_the_imprint_of_a_mirrored_document_follows_the_text() -> None:
    """Its rules run from 26 to 182 mm on the last, even page."""
    rules = printed(SAMPLES["joint"]).rules(4)
    assert [(rule[1], rule[2]) for rule in rules[-3:]] == [pytest.approx((26, 182), abs=0.3)] * 3


def test_the_docx_mirrors_its_margins_by_a_setting() -> None:
    """Word alternates the margins of 28 and 26 mm; what is placed from the sheet's edge follows."""
    docx = written(SAMPLES["wide table"])
    assert docx.xml("word/settings.xml").find(q("mirrorMargins")) is not None
    assert written(make.wide_table()).xml("word/settings.xml").find(q("mirrorMargins")) is None
    places = [value(node, "tblPr/tblpPr", "tblpX") for node in docx.xml().iter(q("tbl"))]
    assert [place for place in places if place] == ["1474"]
    turned = next(node for node in docx.xml().iter(q("sectPr")) if value(node, "pgSz", "orient"))
    assert value(turned, "pgMar", "left") == value(turned, "pgMar", "right")


@pytest.mark.office
@pytest.mark.parametrize("name", SAMPLES)
def test_mirrored_samples_keep_every_clause_as_libreoffice_prints_them(name: str) -> None:
    """Imprint, page numbers, turned pages: all where the face asks for them."""
    measured = measure_pdf(_office()[name], families=FAMILIES, rendered=True)
    assert measured.broken == (), table(measured)


@pytest.mark.parametrize(("notice", "shift"), [(LONG, 2), (PLAIN, -2)], ids=["one not mirrored", "one mirrored"])
def test_a_page_of_the_other_margin_is_named(notice: Notice, shift: float) -> None:
    """Page 4 alone stands 2 mm beside the place where the other even pages stand."""
    data = faults.changed(printed(notice).data, (4,), faults.EVERYTHING, faults.move(shift))
    assert broken(printed(notice).data) == {}
    assert broken(data)["5.2.1"].endswith("；第4面不同")


def test_a_document_that_says_it_is_mirrored_must_be() -> None:
    """All even pages moved back to the left margin: the metadata still say mirrored."""
    even = tuple(range(2, 15, 2))
    data = faults.changed(printed(LONG).data, even, faults.EVERYTHING, faults.move(2))
    assert {"5.2.1", "7.4.1", "7.5"} <= set(broken(data))


def test_the_pages_tell_where_the_metadata_do_not() -> None:
    """Without keywords most lines of the even pages decide, and the row says so."""
    document = opened(printed(LONG).data)
    document.set_metadata({})
    document.del_xml_metadata()
    measured = measure_pdf(document.tobytes(), families=FAMILIES)
    assert measured.broken == ()
    assert "镜像，双数面在右侧（据版面）" in {row.measured for row in measured.measurements}


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", 'w:tblpX="1474"', 'w:tblpX="1588"'),
        ("word/settings.xml", "<w:mirrorMargins/>", ""),
    ],
)
def test_an_imprint_that_does_not_follow_its_face_is_caught(part: str, old: str, new: str) -> None:
    """An imprint at 28 mm in a mirrored document, or at 26 mm in one that is not."""
    parts = dict(written(SAMPLES["joint"]).parts)
    text, count = re.subn(old, new, parts[part].decode())
    assert count
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, data in (parts | {part: text.encode()}).items():
            archive.writestr(name, data)
    assert {row.clause for row in measure_docx(saved.getvalue()).broken} == {"7.4.1"}


def test_publish_makes_a_mirrored_workspace(tmp_path: Path) -> None:
    """One line in the settings, and every approved notice is mirrored and keeps every clause; two rounds show it."""
    project = copied_project(tmp_path)
    shutil.rmtree(project.content / "programmes" / "2014-lianghua")
    settings = project.content / "workspace.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "margins: mirrored\n", encoding="utf-8")
    report = publish(project)
    assert not report.has_errors, report.diagnostics
    found = [measure_pdf(file).measurements for file in sorted(project.notices.rglob("*.pdf"))]
    assumed = {row.measured for rows in found for row in rows if row.element.endswith("订口28毫米")}
    assert assumed == {"镜像，双数面在右侧（据文件属性）"}
