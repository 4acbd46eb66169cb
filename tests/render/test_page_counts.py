"""PDF and DOCX of a notice have as many pages, the DOCX as LibreOffice prints it."""

import shutil
from functools import cache
from pathlib import Path

import notice_factory as make
import pytest
from office import to_pdf
from printed import REPOSITORY, opened, printed
from sample_workspace import Published
from written import folder, written

pytestmark = pytest.mark.office

SENTENCE = "各地要结合本地实际，认真做好组织发动、条件审查和材料汇总，确保申报材料真实、完整、规范。"
PLAIN = (
    *("notice", "joint_call", "long_joint_call", "enclosing", "publicity", "reply", "award", "control_page"),
    *("complete_head", "upward", "letter", "order", "minutes", "wide_table"),
)
SAMPLES = {
    **{name: getattr(make, name)() for name in PLAIN},
    **{f"wide table of {rows}": make.wide_table(rows=rows) for rows in (4, 7, 12, 30)},
    **{f"award of {rows}": make.award(rows=rows) for rows in (8, 20, 90)},
    **{f"notice of {count}": make.notice(body=f"{SENTENCE * 2}\n\n" * count) for count in (1, 3, 5, 8)},
    **{f"letter of {count}": make.letter(body=f"{SENTENCE * 2}\n\n" * count) for count in (3, 5, 8)},
}


@cache
def _pages() -> dict[str, int]:
    """Pages of each sample as LibreOffice prints it."""
    documents = [written(notice, printed(notice).imprint_page).path for notice in SAMPLES.values()]
    pdfs = to_pdf(documents, REPOSITORY / ".fonts", folder() / "counts")
    return {name: len(opened(pdf.read_bytes())) for name, pdf in zip(SAMPLES, pdfs, strict=True)}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_as_many_pages_in_both_formats(name: str) -> None:
    """No page more or less."""
    assert _pages()[name] == len(printed(SAMPLES[name]).document)


def test_notices_of_the_sample_workspace_have_as_many_pages_in_both_formats(sample: Published, tmp_path: Path) -> None:
    """Every notice of both rounds, as published."""
    project = sample.project
    files = sorted(file for file in project.notices.rglob("*.docx") if file.with_suffix(".pdf").exists())
    assert len(files) > 20
    named = [tmp_path / f"{at}.docx" for at, _ in enumerate(files)]
    for file, copy in zip(files, named, strict=True):
        shutil.copy(file, copy)
    pdfs = to_pdf(named, REPOSITORY / ".fonts", tmp_path / "office")
    pairs = {
        str(file.relative_to(project.notices)): (file.with_suffix(".pdf"), pdf)
        for file, pdf in zip(files, pdfs, strict=True)
    }
    differing = [name for name, pair in pairs.items() if len({len(opened(pdf.read_bytes())) for pdf in pair}) > 1]
    assert differing == []
