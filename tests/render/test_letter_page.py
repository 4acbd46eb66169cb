"""The first page of a letter, read alike in PDF and DOCX (10.1)."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import notice_factory as make
import pytest
from document_text import docx_text, pdf_text
from office import to_pdf
from printed import MM, REPOSITORY, Printed, opened, printed
from written import folder, written

from gongshi.documents.notice import Head, Notice

NUMBER = "浙经信样例函〔2016〕9001号"
EM = 16 * MM


def letter(**fields: str) -> Notice:
    """A letter with these fields above its title."""
    return replace(make.letter(), head=Head((make.COMMISSION,), NUMBER, suffix="", form="letter", **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields", [{}, {"copy_no": "000001"}, {"copy_no": "000001", "secrecy": "秘密★1年", "urgency": "加急"}]
)
def test_what_stands_below_the_first_rule_is_read_in_one_order(fields: dict[str, str], tmp_path: Path) -> None:
    """份号 and number share the first row, the rest follows below: the same words in the same order in both files."""
    notice = letter(**fields)
    (tmp_path / "n.pdf").write_bytes(printed(notice).data)
    first, *others = [*fields.values(), ""]
    expected = f"{make.COMMISSION}{first}{NUMBER}{''.join(others)}{notice.title}"
    assert pdf_text(tmp_path / "n.pdf").startswith(expected)
    assert docx_text(written(notice).path).startswith(expected)


@cache
def _full() -> tuple[Printed, Printed]:
    """A letter that fills its first page, as PDF and as LibreOffice prints its DOCX."""
    notice = make.letter(body="\n\n".join(["永" * 80] * 8))
    (pdf,) = to_pdf([written(notice).path], REPOSITORY / ".fonts", folder() / "letter")
    return printed(notice), Printed(b"", "", opened(pdf.read_bytes()))


@pytest.mark.office
def test_a_full_first_page_keeps_clear_of_the_second_rule() -> None:
    """The line right above the rule lies below the type area and stays free, in both formats on the same last line."""
    for pdf in _full():
        last = pdf.all_lines(1)[-1]
        assert last.y + 0.12 * EM <= 262.1
        rule = 277 - 1.7
        assert rule - (last.y + 0.12 * EM) > 0.875 * EM
    ours, office = ([line.text for line in pdf.all_lines(1)] for pdf in _full())
    assert len(ours) == len(office)
    assert ours[-1] == office[-1]
