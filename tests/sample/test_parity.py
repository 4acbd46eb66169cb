"""The PDF and the DOCX of a notice say the same."""

from pathlib import Path

import pymupdf
import pytest
from document_text import docx_text, pdf_text
from sample_workspace import Published, sample_project
from workspace_factory import sample_model

from gongshi.composed import compose_project
from gongshi.model.kinds import KINDS
from gongshi.release.record import RECORD

INTERNAL = {kind.name for kind in KINDS if kind.audience == "internal"}
NOTICES = sorted(
    f"{round_id}/{notice.id}"
    for round_id, round_ in sample_model().rounds.items()
    for notice in round_.notices
    if notice.kind not in INTERNAL
)
FORM = "application-form"
"""The blank form that a round has beside its notices."""


@pytest.mark.parametrize("key", NOTICES)
def test_pdf_and_docx_have_the_same_text(sample: Published, key: str) -> None:
    """White space, page numbers, repeated table heads and marks aside, both read back the same."""
    file = sample.project.notices / key

    assert pdf_text(file.with_suffix(".pdf")) == docx_text(file.with_suffix(".docx"))


@pytest.mark.parametrize("key", NOTICES)
def test_every_font_of_the_pdf_is_embedded(sample: Published, key: str) -> None:
    """A printer needs no font of its own."""
    with pymupdf.open(sample.project.notices / f"{key}.pdf") as document:  # type: ignore[no-untyped-call] # no types
        fonts = {font[:4] for number in range(len(document)) for font in document.get_page_fonts(number)}

    assert fonts
    assert [font for font in fonts if font[1] == "n/a"] == []


def test_each_notice_of_the_records_has_its_two_files(sample: Published) -> None:
    """Every approved notice became a DOCX and a PDF of the same name; the record of releases is all else there is."""
    besides = {FORM, Path(RECORD).stem}
    files = [file for file in sample.project.notices.rglob("*") if file.is_file() and file.stem not in besides]
    found = sorted(str(file.relative_to(sample.project.notices)) for file in files)

    assert found == sorted(f"{key}.{suffix}" for key in NOTICES for suffix in ("docx", "pdf"))


def test_sample_records_have_no_errors_and_one_warning(tmp_path: Path) -> None:
    """The sample workspace is an example to follow, with one report that has not come for the board to show."""
    report = compose_project(sample_project(tmp_path)).report

    assert [d.code for d in report.diagnostics if d.code != "stand-in-font"] == ["report-missing"]
