"""Addressees that would drive the text from the first page stand in the imprint, in PDF and DOCX alike (7.3.2)."""

from pathlib import Path

from document_text import docx_text, pdf_text
from notice_factory import joint_call
from printed import TEMPLATES, fonts, parsed

from gongshi.render.docx import write_docx
from gongshi.render.pdf import write_pdf

NAMES = "、".join(f"样例市第{number}区经济和信息化主管部门" for number in range(1, 25))


def test_many_addressees_stand_in_the_imprint_of_both(tmp_path: Path) -> None:
    """主送 is above 抄送, page 1 shows text, and both files read the same."""
    notice = joint_call(addressees=NAMES)
    printed = write_pdf(parsed(notice), fonts(), [TEMPLATES])
    (tmp_path / "n.pdf").write_bytes(printed.data)
    document = parsed(notice.with_addressees_in_imprint())
    (tmp_path / "n.docx").write_bytes(write_docx(document, fonts(), imprint_page=printed.imprint_page))

    assert printed.crowded
    assert f"主送：{NAMES}。抄送：" in docx_text(tmp_path / "n.docx")
    assert pdf_text(tmp_path / "n.pdf") == docx_text(tmp_path / "n.docx")


def test_few_addressees_stand_below_the_title() -> None:
    """The usual case moves nothing."""
    assert not write_pdf(parsed(joint_call()), fonts(), [TEMPLATES]).crowded
