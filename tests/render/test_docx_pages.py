"""The DOCX as LibreOffice lays it out, measured against GB/T 9704-2012; lengths in millimetres."""

from functools import cache
from itertools import pairwise

import notice_factory as make
import pytest
from office import to_pdf
from printed import CELL, MM, REPOSITORY, Printed, opened
from written import folder, written

pytestmark = pytest.mark.office


@cache
def _printed() -> dict[str, Printed]:
    """Some notices as LibreOffice prints them, all by one call."""
    documents = {
        "control": written(make.control_page()),
        "call": written(make.joint_call()),
        "single": written(make.notice()),
        "award": written(make.award(), "next_even"),
        "reply": written(make.reply(), "next_even"),
    }
    pdfs = to_pdf([docx.path for docx in documents.values()], REPOSITORY / ".fonts", folder() / "office")
    pages = [Printed(data=b"", imprint_page="", document=opened(pdf.read_bytes())) for pdf in pdfs]
    return dict(zip(documents, pages, strict=True))


def test_a_page_holds_22_lines_of_28_characters() -> None:
    """A page of hanzi only: 22 baselines at equal distances, 28 characters from margin to margin."""
    lines = _printed()["control"].lines(2)
    assert [len(line.text) for line in lines] == [28] * 22
    for line in lines:
        assert (line.x0, line.x1) == pytest.approx((28, 184), abs=0.5)
    assert [below.y - above.y for above, below in pairwise(lines)] == pytest.approx([10.21] * 21, abs=0.11)


@pytest.mark.parametrize("name", ["call", "single"])
def test_header_ink_begins_35_mm_below_the_top_of_the_text(name: str) -> None:
    """The names fill the width of the text, of one organ as of two."""
    page = _printed()[name]
    assert page.ink(1, 28, 50, 184, 90)[0] == pytest.approx(72, abs=0.5)
    names = [line for line in page.lines(1) if line.size > 30]
    assert min(line.x0 for line in names) == pytest.approx(28, abs=1)
    assert max(line.x1 for line in names) == pytest.approx(184, abs=1)


def test_the_suffix_stands_at_the_middle_of_the_names() -> None:
    """文件 is right of two names and between their lines."""
    first, suffix, second = [line for line in _printed()["call"].lines(1) if line.size > 30]
    assert suffix.text == "文件"
    assert suffix.y == pytest.approx((first.y + second.y) / 2, abs=0.5)


@pytest.mark.parametrize("name", ["call", "single"])
def test_the_red_rule_lies_4_mm_below_the_number(name: str) -> None:
    """As wide as the text; measured from the lower edge of the number's em box."""
    page = _printed()[name]
    _, number = page.find("〔2016〕")
    middle, left, right, weight = page.rules(1)[0]
    assert middle - weight / 2 - (number.y + 0.12 * 16 * MM) == pytest.approx(4, abs=0.5)
    assert (left, right) == pytest.approx((28, 184), abs=0.5)
    assert weight == pytest.approx(0.53, abs=0.05)


@pytest.mark.parametrize(("name", "page"), [("call", 4), ("award", 8), ("reply", 4)])
def test_the_last_rule_of_the_imprint_is_the_lower_edge_of_the_text(name: str, page: int) -> None:
    """On the last page of text and on an even page of its own alike, and always last."""
    pdf = _printed()[name]
    assert len(pdf.document) == page
    *_, (middle, left, right, weight) = pdf.rules(page)
    assert middle == pytest.approx(261.83, abs=0.5)
    assert (left, right) == pytest.approx((28, 184), abs=0.5)
    assert weight == pytest.approx(0.35, abs=0.05)


def test_page_numbers_stand_7_mm_below_the_text_at_the_outer_edge() -> None:
    """One character of 14 pt from the edge, right on odd pages, left on even ones."""
    pdf = _printed()["call"]
    odd, even = (pdf.all_lines(page)[-1] for page in (1, 2))
    assert (odd.text, even.text) == ("—1—", "—2—")
    assert odd.x1 == pytest.approx(184 - 14 * MM, abs=0.7)
    assert even.x0 == pytest.approx(28 + 14 * MM, abs=0.7)
    for page, dash in ((1, odd.x0), (2, even.x0)):
        assert sum(pdf.ink(page, dash, 263, dash + 3, 280)) / 2 == pytest.approx(269, abs=0.5)


def test_a_blank_page_and_the_imprint_after_it_have_no_number() -> None:
    """The text of the reply ends on page 2, so page 3 is blank and the imprint is on page 4."""
    reply = _printed()["reply"]
    assert reply.lines(3) == []
    assert [line for page in (3, 4) for line in reply.all_lines(page) if line.y > 262] == []


def test_the_date_ends_four_characters_before_the_edge() -> None:
    """The last name stands above it; LibreOffice alone widens the date at its figures."""
    page, date = _printed()["call"].find("2016年3月1日")
    organs = next(line for line in _printed()["call"].lines(page) if line.text.endswith(make.FINANCE))
    assert date.x1 == pytest.approx(184 - 4 * CELL, abs=1.5)
    assert organs.x1 - len(make.FINANCE) * CELL / 2 == pytest.approx((date.x0 + date.x1) / 2, abs=4)


def test_an_attachment_has_its_label_on_line_1_and_its_title_on_line_3() -> None:
    """Two lines apart, the label at the top of the text."""
    label, title, *_ = _printed()["award"].lines(3)
    assert label.text == "附件1"
    assert title.size == pytest.approx(22, abs=0.1)
    assert label.y == pytest.approx(45, abs=1)
    assert title.y - label.y == pytest.approx(2 * 225 / 22, abs=0.5)


def test_the_mark_stands_15_mm_from_the_top_edge() -> None:
    """On odd and even pages, on that of the imprint too."""
    for page in (1, 2, 8):
        mark = _printed()["award"].all_lines(page)[0]
        assert mark.text == "样例"
        assert mark.y - 0.88 * mark.size * MM == pytest.approx(15, abs=0.5)
