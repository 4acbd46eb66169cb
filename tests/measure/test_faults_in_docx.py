"""Deliberate faults in the structure of a DOCX: each is caught by the clause it breaks and by no other."""

import io
import re
import zipfile

import notice_factory as make
import pytest
from written import written

from gongshi.documents.notice import Notice
from gongshi.measure.docx import measure_docx
from gongshi.measure.report import table
from gongshi.measure.result import Measured

CALL, AWARD, HEAD = make.joint_call(), make.award(), make.complete_head()
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"


def broken(notice: Notice, part: str = "", old: str = "", new: str = "") -> set[str]:
    """The clauses that a DOCX breaks in one part of which the first match of a pattern was replaced."""
    parts = dict(written(notice).parts)
    if part:
        text, count = re.subn(old, new, parts[part].decode(), count=1)
        assert count, "nothing was there to be changed"
        parts[part] = text.encode()
    return {row.clause for row in measure_docx(zipped(parts)).broken}


def zipped(parts: dict[str, bytes]) -> bytes:
    """A package of parts."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return saved.getvalue()


def _in_style(identity: str, old: str) -> str:
    """A pattern for something in a style."""
    return f'(w:styleId="{identity}"(?:(?!</w:style>).)*?){old}'


FAULTS: list[tuple[str, Notice, str, str, str, set[str]]] = [
    ("Letter", CALL, DOCUMENT, "<w:pgSz [^>]*/>", '<w:pgSz w:w="12240" w:h="15840"/>', {"5.1"}),
    ("left margin of 30 mm", CALL, DOCUMENT, 'w:left="1588"', 'w:left="1701"', {"5.2.1"}),
    ("top margin of 35 mm", CALL, DOCUMENT, 'w:top="2098"', 'w:top="1984"', {"5.2.1"}),
    (
        "wrong font in one run",
        CALL,
        DOCUMENT,
        '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t[^>]*>为加快',
        '<w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>为加快',
        {"5.2.2"},
    ),
    ("style without cs font", CALL, STYLES, _in_style("Heading2", ' w:cs="[^"]*"'), r"\1", {"5.2.2"}),
    (
        "theme font",
        CALL,
        STYLES,
        _in_style("Heading1", "<w:rFonts "),
        r'\1<w:rFonts w:asciiTheme="minorHAnsi" ',
        {"5.2.2"},
    ),
    ("body in 宋体", CALL, STYLES, _in_style("Normal", 'w:eastAsia="[^"]*"'), r'\1w:eastAsia="宋体"', {"5.2.2"}),
    ("body of 15 pt", CALL, STYLES, _in_style("Normal", '<w:sz w:val="32"/>'), r'\1<w:sz w:val="30"/>', {"5.2.2"}),
    ("grid of 580", CALL, DOCUMENT, 'w:linePitch="579"', 'w:linePitch="580"', {"5.2.3"}),
    ("character grid", CALL, DOCUMENT, 'w:type="lines"', 'w:type="linesAndChars"', {"5.2.3"}),
    ("lines of 580 twips", CALL, STYLES, _in_style("Normal", 'w:line="579"'), r'\1w:line="580"', {"5.2.3"}),
    ("lines not exact", CALL, STYLES, _in_style("Normal", 'w:lineRule="exact"'), r'\1w:lineRule="auto"', {"5.2.3"}),
    (
        "27 characters",
        CALL,
        STYLES,
        _in_style("Normal", '<w:spacing w:val="-4"/>'),
        r'\1<w:spacing w:val="0"/>',
        {"5.2.3"},
    ),
    (
        "coloured run",
        CALL,
        DOCUMENT,
        '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t[^>]*>为加快',
        '<w:color w:val="0000FF"/></w:rPr><w:t>为加快',
        {"5.2.4"},
    ),
    ("copy number of five figures", HEAD, DOCUMENT, ">000001<", ">00001<", {"7.2.1"}),
    ("term in hanzi", HEAD, DOCUMENT, "秘密★1年", "秘密★一年", {"7.2.2"}),
    ("secrecy in 楷体", HEAD, STYLES, _in_style("Secrecy", 'w:eastAsia="[^"]*"'), r'\1w:eastAsia="楷体"', {"7.2.2"}),
    ("urgency in 楷体", HEAD, STYLES, _in_style("Urgency", 'w:eastAsia="[^"]*"'), r'\1w:eastAsia="楷体"', {"7.2.3"}),
    ("black names", CALL, STYLES, _in_style("OrganMark", 'w:val="FF0000"'), r'\1w:val="000000"', {"7.2.4"}),
    ("number in square brackets", CALL, DOCUMENT, "〔2016〕9001号</w:t>", "[2016]9001号</w:t>", {"7.2.5"}),
    ("red rule of 1 mm", CALL, STYLES, _in_style("DocumentNumber", 'w:sz="12"'), r'\1w:sz="24"', {"7.2.7"}),
    (
        "red rule shortened by an indent",
        CALL,
        DOCUMENT,
        '<w:pStyle w:val="DocumentNumber"/>',
        r'<w:pStyle w:val="DocumentNumber"/><w:ind w:left="316"/>',
        {"7.2.7"},
    ),
    (
        "title of 20 pt",
        CALL,
        STYLES,
        _in_style("NoticeTitle", '<w:sz w:val="44"/>'),
        r'\1<w:sz w:val="40"/>',
        {"7.3.1"},
    ),
    (
        "title to the left",
        CALL,
        STYLES,
        _in_style("NoticeTitle", '<w:jc w:val="center"/>'),
        r'\1<w:jc w:val="left"/>',
        {"7.3.1"},
    ),
    ("一、 and then 三、", CALL, DOCUMENT, ">二、", ">三、", {"7.3.3"}),
    ("（一） and then （三）", CALL, DOCUMENT, ">（二）", ">（三）", {"7.3.3"}),
    (
        "bold run",
        CALL,
        DOCUMENT,
        '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t[^>]*>为加快',
        "<w:b/></w:rPr><w:t>为加快",
        {"7.3.3"},
    ),
    (
        "first level in 楷体",
        CALL,
        STYLES,
        _in_style("Heading1", 'w:eastAsia="[^"]*"'),
        r'\1w:eastAsia="楷体_GB2312"',
        {"7.3.3"},
    ),
    ("no indent in characters", CALL, STYLES, _in_style("BodyText", ' w:firstLineChars="200"'), r"\1", {"7.3.3"}),
    ("no indent in twips", CALL, STYLES, _in_style("BodyText", ' w:firstLine="632"'), r"\1", {"7.3.3"}),
    ("full stop after the note", CALL, DOCUMENT, "(附件：[^<]*)</w:t>", r"\1。</w:t>", {"7.3.4"}),
    (
        "date three characters in",
        CALL,
        STYLES,
        _in_style("IssueDate", 'w:right="1264"'),
        r'\1w:right="948"',
        {"7.3.5.1"},
    ),
    ("padded date", CALL, DOCUMENT, "2016年3月1日</w:t>", "2016年03月01日</w:t>", {"7.3.5.4"}),
    ("本页无内容", CALL, DOCUMENT, "(<w:t[^>]*>)各地要结合", r"\1（本页无内容）各地要结合", {"7.3.5.5"}),
    ("此页无正文", CALL, DOCUMENT, "(<w:t[^>]*>)各地要结合", r"\1此页无正文各地要结合", {"7.3.5.5"}),
    (
        "attachment on the same page",
        CALL,
        STYLES,
        _in_style("AttachmentLabel", "<w:pageBreakBefore/>"),
        r"\1",
        {"7.3.7"},
    ),
    ("first rule of 1 mm", CALL, DOCUMENT, '(<w:tblBorders><w:top w:val="single" )w:sz="8"', r'\1w:sz="24"', {"7.4.1"}),
    ("imprint in the text", CALL, DOCUMENT, "<w:tblpPr [^>]*/>", "", {"7.4.1"}),
    ("no even footer", CALL, DOCUMENT, '<w:footerReference [^>]*w:type="even"[^>]*/>', "", {"7.5"}),
    ("odd and even alike", CALL, SETTINGS, "<w:evenAndOddHeaders/>", "", {"7.5"}),
    ("footer 3 mm high", CALL, DOCUMENT, 'w:footer="1438"', 'w:footer="1608"', {"7.5"}),
    (
        "page number in 黑体",
        CALL,
        STYLES,
        _in_style("PageNumberRight", 'w:eastAsia="[^"]*"'),
        r'\1w:eastAsia="黑体"',
        {"7.5"},
    ),
    ("head that does not repeat", AWARD, DOCUMENT, "<w:tblHeader/>", "", {"8"}),
    ("rows that break", AWARD, DOCUMENT, "<w:cantSplit/><w:tblHeader/>", "<w:tblHeader/>", {"8"}),
    ("column without width", AWARD, DOCUMENT, r'(<w:tblStyle w:val="Table"/>.*?<w:gridCol) w:w="\d+"', r"\1", {"8"}),
    ("half-width brackets", CALL, DOCUMENT, "以县（市、区）", "以县(市、区)", {"9"}),
]


@pytest.mark.parametrize(
    ("notice", "part", "old", "new", "clauses"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS]
)
def test_each_fault_breaks_its_clause(notice: Notice, part: str, old: str, new: str, clauses: set[str]) -> None:
    """A DOCX with one thing changed breaks the clause of that thing, and no other."""
    assert broken(notice, part, old, new) == clauses


def test_without_a_fault_nothing_is_broken() -> None:
    """The controls are in order, reports with several rows of 签发人 too."""
    assert broken(CALL) == broken(AWARD) == broken(HEAD) == broken(make.many_signers()) == set()


def test_what_the_structure_hides_is_said() -> None:
    """Places, seals and the order of organs are not judged."""
    reasons = {row.element for row in measure_docx(written(CALL).path).unjudged}
    assert {"版面位置和印章·版面位置", "版面位置和印章·印章、签名章", "版面位置和印章·联合行文机关顺序"} <= reasons


def test_a_file_from_elsewhere_breaks_no_clause_by_being_built_in_another_way() -> None:
    """What it says is judged; its styles and grid are compared with ours, and the report says so."""
    mine, other = _measured(CALL), _measured(CALL, keywords=False)
    assert (mine.note, mine.broken) == ("", ())
    assert "不是本程序生成的" in other.note
    assert table(other).endswith(other.note)
    assert not [row for row in other.broken if row.clause == "5.2.3"]
    (pitch,) = [row for row in other.unjudged if row.element == "行数和字数·行距"]
    assert pitch.measured == "29.6磅：与本程序的做法不同，要量打印稿"
    assert {row.clause for row in other.broken} == {"7.3.5.5"}


def _measured(notice: Notice, *, keywords: bool = True) -> Measured:
    """A DOCX as it is, or without the keywords that tell whose it is, with lines of 592 twips and （此页无正文）."""
    parts = dict(written(notice).parts)
    if not keywords:
        parts["docProps/core.xml"] = re.sub(b"<cp:keywords>.*?</cp:keywords>", b"", parts["docProps/core.xml"])
        parts[STYLES] = parts[STYLES].replace(b'w:line="579"', b'w:line="592"')
        empty = "<w:p><w:r><w:t>（此页无正文）</w:t></w:r></w:p><w:sectPr"
        parts[DOCUMENT] = empty.join(parts[DOCUMENT].decode().rsplit("<w:sectPr", 1)).encode()
    return measure_docx(zipped(parts))
