"""One line and 300 pages, long titles, wide tables, empty lists: laid out by the rules in each format."""

from functools import cache
from pathlib import Path

import notice_factory as make
import pytest
from office import to_pdf
from printed import REPOSITORY, fonts, opened, printed
from written import folder, written

from gongshi.documents.notice import Attachment
from gongshi.measure.docx import measure_docx
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.report import table

COLUMNS = 20
WIDE = "\n".join(
    f"| {' | '.join([cell] * COLUMNS)} |" for cell in ("栏目", "---", "样例内容文字一二三", "样例", "样例", "样例")
)
TITLE = ("关于" + "进一步加强和规范样例产业高质量发展重点项目储备申报评审立项建设验收管理和绩效评价" * 3)[:118] + "通知"
PARAGRAPH = "各地要结合本地实际，认真做好组织发动、条件审查和材料汇总，确保申报材料真实、完整、规范。" * 12
SAMPLES = {
    "one line": make.notice(body="特此通知。"),
    "title of 120": make.notice(title=TITLE),
    "wide table": make.joint_call(attachments=(Attachment("附件", "样例表", WIDE),)),
    "wide table, turned": make.joint_call(attachments=(Attachment("附件", "样例表", WIDE, landscape=True),)),
    "empty list": make.joint_call(attachments=(Attachment("附件", "样例表", "| 序号 | 名称 |\n|--|--|\n"),)),
    "300 pages": make.notice(body="\n\n".join([PARAGRAPH] * 346)),
}
FAMILIES = {role.name: role.families for role in fonts().roles}


@pytest.mark.parametrize("name", SAMPLES)
def test_odd_documents_keep_every_clause(name: str) -> None:
    """All rows of the PDF and of the structure of the DOCX pass."""
    pdf = printed(SAMPLES[name])
    measured = measure_pdf(pdf.data, families=FAMILIES)
    assert measured.broken == (), table(measured, passed=False)
    assert measure_docx(written(SAMPLES[name], pdf.imprint_page).path).broken == ()


def test_the_longest_has_300_pages() -> None:
    """Not one more or less."""
    assert len(printed(SAMPLES["300 pages"]).document) == 300


@cache
def _office() -> dict[str, Path]:
    """The samples as LibreOffice prints them."""
    documents = [written(notice, printed(notice).imprint_page).path for notice in SAMPLES.values()]
    return dict(zip(SAMPLES, to_pdf(documents, REPOSITORY / ".fonts", folder() / "odd"), strict=True))


@pytest.mark.office
@pytest.mark.parametrize("name", SAMPLES)
def test_odd_documents_keep_every_clause_in_what_libreoffice_prints(name: str) -> None:
    """As many pages as the PDF, and every row passes."""
    data = _office()[name].read_bytes()
    assert len(opened(data)) == len(printed(SAMPLES[name]).document)
    measured = measure_pdf(data, families=FAMILIES, rendered=True)
    assert measured.broken == (), table(measured, passed=False)
