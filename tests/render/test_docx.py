"""The DOCX's text and parts: what the notice says, in its order, each part in its own place."""

import re
from dataclasses import replace

import notice_factory as make
import pytest
from printed import parsed, tools
from written import FONTS, has, q, text, value, written

from gongshi.documents.notice import Attachment, Head, Imprint, Notice, Signature
from gongshi.render.docx import write_docx
from gongshi.render.ooxml import DocxError
from gongshi.render.text import Heading, Paragraph, Table, plain
from gongshi.typography import BREAK

HOSTILE = "<w:p>&amp;]]>-?*_`#\\~^$'\"</w:t>"


def _escaped(plain: str) -> str:
    """As the templates escape a value: each ASCII punctuation mark as an entity."""
    return re.sub(r"[!-/:-@\[-`{-~]", lambda match: f"&#{ord(match[0])};", plain)


def _plain(body: str) -> str:
    """The text of a body."""
    found = ""
    for block in tools().text_of(body):
        match block:
            case Heading():
                found += plain(block.line)
            case Paragraph():
                found += (plain(block.lead.line) if block.lead else "") + plain(block.line)
            case Table():
                found += "".join(plain(cell) for row in (block.head, *block.rows) for cell in row)
    return found


def test_text_reads_back_in_the_order_of_the_notice() -> None:
    """Head, title, addressees, body, 附件说明, signature, attachment with its cover, imprint."""
    notice, attachment = make.joint_call(), make.guide()
    head, cover, imprint = notice.head, attachment.cover, notice.imprint
    assert head
    assert cover
    assert imprint
    expected = [
        *(*head.organs, head.suffix, head.document_no, notice.title, f"{notice.addressees}：", _plain(notice.body)),
        *(f"附件：{attachment.title}", *notice.signature.organs, notice.signature.date),
        *(attachment.label, attachment.title, "（封面格式）", cover.title, *(f"{field}：" for field in cover.fields)),
        _plain(attachment.body),
        *(f"抄送：{'，'.join(imprint.copied_to)}。", imprint.office, f"{imprint.printed_on}印发"),
    ]
    assert text(written(notice).xml()) == re.sub(rf"[\s{BREAK}]", "", "".join(expected))


def test_hostile_text_reads_back_literally() -> None:
    """Markup, entities and shorthands in a field are characters like any other."""
    notice = make.notice(
        title=HOSTILE,
        body=f"{_escaped(HOSTILE)}\n",
        head=Head((HOSTILE,), HOSTILE),
        addressees=HOSTILE,
        signature=Signature((HOSTILE,), HOSTILE),
        attachments=(Attachment(HOSTILE, HOSTILE, f"| 甲 |\n|---|\n| {_escaped(HOSTILE)} |\n"),),
        imprint=Imprint((HOSTILE,), HOSTILE, HOSTILE),
        watermarks=(HOSTILE,),
    )
    docx = written(notice)
    assert text(docx.xml()).count(HOSTILE) == 14
    assert [text(header) for header in docx.referred("header").values()] == [HOSTILE, HOSTILE]
    assert docx.xml("docProps/core.xml")[0].text == HOSTILE


def test_a_control_character_is_refused() -> None:
    """XML cannot hold it."""
    with pytest.raises(DocxError):
        write_docx(parsed(make.notice(addressees="各市\x07")), FONTS)


def test_marks_stand_in_the_headers_and_nowhere_else() -> None:
    """Odd and even pages bear them in small grey type; a notice without marks has no header."""
    docx = written(make.publicity())
    assert {side: text(header) for side, header in docx.referred("header").items()} == {
        "default": "样例 · 草稿",
        "even": "样例 · 草稿",
    }
    assert "草稿" not in text(docx.xml())
    style = docx.style("Mark")
    assert (value(style, "rPr/color"), value(style, "rPr/sz")) == ("808080", "18")
    assert not [name for name in written(make.notice()).parts if "header" in name]


@pytest.mark.parametrize(("organs", "size"), [(1, "84"), (2, "84"), (3, "84"), (4, "72"), (5, "57"), (6, "47")])
def test_names_of_many_organs_become_smaller(organs: int, size: str) -> None:
    """Up to three names keep 42 pt; more share the height of four at 36 pt, to half a point."""
    names = written(make.notice(head=Head((make.COMMISSION,) * organs, "样〔2016〕9001号"))).paragraphs("OrganMark")
    assert len(names) == organs + (organs > 1)
    assert {node.get(q("val")) for name in names for node in name.iter(q("sz"))} == {size}


def test_a_joint_issue_spreads_shorter_names_to_the_longest() -> None:
    """All characters but the last carry the spacing; the longest name has none; all are narrowed alike."""
    names = written(make.joint_call()).paragraphs("OrganMark")
    spacing = [[value(run, "rPr/spacing") for run in name.iter(q("r"))] for name in names]
    assert spacing == [["0", "0"], ["736", "0"], ["0"]]
    assert {node.get(q("val")) for name in names for node in name.iter(q("w"))} == {"73"}


def test_a_joint_issue_without_suffix_centres_its_names() -> None:
    """There is no empty cell beside them."""
    head = Head((make.COMMISSION, make.FINANCE), "样〔2016〕9001号", suffix="")
    names = written(make.notice(head=head)).paragraphs("OrganMark")
    assert [text(name) for name in names] == [make.COMMISSION, make.FINANCE]
    assert {value(name, "pPr/jc") for name in names} == {"center"}


def test_attachments_are_named_below_the_text_without_final_punctuation() -> None:
    """One by its title alone; several numbered, the numbers below each other."""
    one = written(make.joint_call()).paragraphs("AttachmentNote")
    assert [text(node) for node in one] == [f"附件：{make.guide().plain_title}"]
    notes = written(make.award()).paragraphs("AttachmentNote")
    assert [text(node)[:5] for node in notes] == ["附件：1．", "2．201"]
    left, hanging = ([int(value(node, "pPr/ind", name) or 0) for node in notes] for name in ("left", "hanging"))
    assert [left[0] - hanging[0], left[1] - hanging[1]] == [2 * 316, 5 * 316]


def test_two_organs_sign_side_by_side_and_the_last_above_the_date() -> None:
    """The middle of the last name is the middle of the date, whose end is four characters from the edge."""
    (row,) = written(make.joint_call()).paragraphs("Signature")
    first, last = (int(stop.get(q("pos"), "0")) for stop in row.iter(q("tab")) if stop.get(q("pos")))
    assert last == 8844 - 4 * 316 - 6 * 316 // 2
    assert first == 8844 - last


@pytest.mark.parametrize(
    ("organs", "rows"),
    [
        (("样例县财政局",) * 5, [3, 2]),
        ((make.COMMISSION, make.FINANCE, make.FINANCE), [2, 1]),
        (("浙江省样例发展和改革工作委员会办公室", make.FINANCE), [1, 2]),
        (("浙江省样例发展和改革工作委员会办公室",), [1]),
        (("浙江省样例区域发展和改革工作委员会综合办公室",), [1, 1]),
    ],
)
def test_signatures_share_a_row_while_they_fit(organs: tuple[str, ...], rows: list[int]) -> None:
    """Three short names a row, else two; a long name takes several lines, of which the last ends its row."""
    nodes = written(make.notice(signature=Signature(organs, "2016年3月1日"))).paragraphs("Signature")
    assert [len(list(node.iter(q("t")))) for node in nodes] == rows


def test_the_end_of_the_text_stays_with_the_signature() -> None:
    """The last paragraph, what names the attachments, and the signature are kept with the next."""
    docx = written(make.joint_call())
    note = docx.paragraphs("Signature")[0].getprevious()
    assert note is not None
    assert value(note, "pPr/pStyle") == "AttachmentNote"
    last = note.getprevious()
    assert last is not None
    assert has(last, "pPr/keepNext")
    assert has(note, "pPr/keepNext")
    assert has(docx.style("Signature"), "pPr/keepNext")


def test_a_single_last_line_takes_the_paragraph_before_it_along() -> None:
    """特此批复。 alone would leave the signature with one line."""
    last = written(make.reply()).paragraphs("Signature")[0].getprevious()
    assert last is not None
    assert text(last) == "特此批复。"
    before = last.getprevious()
    assert before is not None
    assert has(before, "pPr/keepNext")


def test_an_enclosure_begins_a_page_without_label_and_names_its_own_attachments() -> None:
    """The plan's guide is named below the plan, not below the notice."""
    docx = written(make.enclosing())
    assert has(docx.style("EnclosureTitle"), "pPr/pageBreakBefore")
    parts = ["IssueDate", "EnclosureTitle", "AttachmentNote", "AttachmentLabel", "CoverTitle"]
    order = [value(node, "pPr/pStyle") for node in docx.xml().iter(q("p"))]
    assert [style for style in order if style in parts] == parts


def test_what_follows_a_cover_begins_a_page() -> None:
    """The paragraph after the last field breaks the page; before a table a tiny one does."""
    follower = written(make.joint_call()).paragraphs("CoverField")[-1].getnext()
    assert follower is not None
    assert has(follower, "pPr/pageBreakBefore")
    table_first = replace(make.guide(), body="| 甲 |\n|---|\n| 乙 |\n")
    anchor = written(make.joint_call(attachments=(table_first,)), "next_even").paragraphs("Anchor")[0]
    assert has(anchor, "pPr/pageBreakBefore")


def test_the_imprint_floats_at_the_foot_with_its_anchor_behind_it() -> None:
    """Placed from the page and the bottom; rules of 1, 0.75 and 1 pt; the anchor carries no section."""
    table = next(node for node in written(make.joint_call()).xml().iter(q("tbl")) if has(node, "tblPr/tblpPr"))
    place = [value(table, "tblPr/tblpPr", name) for name in ("vertAnchor", "horzAnchor", "tblpYSpec")]
    assert place == ["margin", "page", "bottom"]
    assert [value(table, f"tblPr/tblBorders/{side}", "sz") for side in ("top", "insideH", "bottom")] == ["8", "6", "8"]
    anchor = table.getnext()
    assert anchor is not None
    assert value(anchor, "pPr/pStyle") == "Anchor"
    assert not has(anchor, "pPr/sectPr")


@pytest.mark.parametrize("notice", [make.reply(), make.award()])
def test_an_imprint_on_an_even_page_of_its_own_has_no_page_number(notice: Notice) -> None:
    """The last section begins on an even page with empty footers, whether text or a table goes before."""
    docx = written(notice, "next_even")
    _, imprint = docx.xml().iter(q("sectPr"))
    assert value(imprint, "type") == "evenPage"
    assert list(docx.referred("footer", 0)) == list(docx.referred("footer", 1)) == ["default", "even"]
    assert [list(footer.iter(q("r"))) for footer in docx.referred("footer", 1).values()] == [[], []]


def test_no_imprint_means_no_even_page() -> None:
    """A 公示 stays one section whatever the PDF says."""
    assert len(list(written(make.publicity(), "next_even").xml().iter(q("sectPr")))) == 1


def test_tables_fill_the_width_and_repeat_their_head() -> None:
    """Fixed columns that add up to 156 mm, rows that do not split, one head row."""
    for table in written(make.award(rows=3)).tables():
        columns = [int(column.get(q("w"), "0")) for column in table.iter(q("gridCol"))]
        assert sum(columns) == 8844
        assert value(table, "tblPr/tblLayout", "type") == "fixed"
        rows = table.findall(q("tr"))
        assert [has(row, "trPr/tblHeader") for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(has(row, "trPr/cantSplit") for row in rows)
        for row in rows:
            assert [int(value(cell, "tcPr/tcW", "w") or 0) for cell in row.iter(q("tc"))] == columns


def test_tables_keep_the_alignment_of_their_columns_and_centre_the_head() -> None:
    """Amounts stand at the right, as the Markdown says."""
    docx = written(make.award(rows=3))
    head, *rows = (list(row.iter(q("p"))) for row in docx.tables()[1].iter(q("tr")))
    assert {value(node, "pPr/pStyle") for node in head} == {"TableTextHead"}
    assert {value(node, "pPr/jc") for node in head} == {None}
    assert value(docx.style("TableTextHead"), "pPr/jc") == "center"
    assert [[value(node, "pPr/jc") for node in row] for row in rows] == [[None, "right"]] * 2


def test_a_table_of_six_columns_takes_the_smaller_type() -> None:
    """14 pt in narrow tables, 12 pt in wide ones."""
    assert written(make.joint_call()).paragraphs("TableSmallText")
    assert written(make.publicity()).paragraphs("TableText")
