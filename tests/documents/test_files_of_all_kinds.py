"""A notice of every kind as files: both of them against the standard, and where they go."""

import pytest
from printed import fonts, printed
from round_factory import (
    notices_of_all_kinds,
    notices_of_other_forms,
)
from written import written

from gongshi.documents.notice import Notice
from gongshi.measure.docx import measure_docx
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.report import table
from gongshi.model.kinds import KINDS
from gongshi.outputs import is_output, notice_outputs

FAMILIES = {role.name: role.families for role in fonts().roles}


EVERY_FORM = {f"{notice.id}-{notice.kind}": notice for notice in notices_of_all_kinds().values()}
EVERY_FORM |= notices_of_other_forms()


@pytest.mark.parametrize("notice", EVERY_FORM.values(), ids=EVERY_FORM.keys())
def test_files_of_every_kind_keep_every_clause(notice: Notice) -> None:
    """PDF and DOCX of every kind break no clause of GB/T 9704-2012."""
    paper = printed(notice)
    measured = measure_pdf(paper.data, families=FAMILIES)
    assert measured.broken == (), table(measured)
    structure = measure_docx(written(notice, "next_even" if paper.imprint_page == "next_even" else "same").path)
    assert structure.broken == (), table(structure)


def test_only_public_notices_have_a_text_for_the_site() -> None:
    """Internal documents go to build/internal alone; what one addressee reads has no text for the site."""
    outputs = {notice.kind: notice_outputs(notice) for notice in notices_of_all_kinds().values()}
    audience = {kind.name: kind.audience for kind in KINDS}

    for kind, files in outputs.items():
        folder = "build/internal/" if audience[kind] == "internal" else "notices/"
        assert all(file.startswith(folder) for file in files if not file.startswith("build/text/"))
        assert any(file.startswith("build/text/") for file in files) == (audience[kind] == "public")
        assert all(is_output(file) for file in files)
