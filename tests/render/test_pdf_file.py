"""The PDF as a file: standards, bytes, fonts, text, and what is refused."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import notice_factory as make
import pytest
from printed import PIP_FONTS, TEMPLATES, Printed, fonts, opened, parsed, printed

from gongshi.project import FontRole
from gongshi.render.fonts import find_fonts
from gongshi.render.pandoc import PandocError
from gongshi.render.pdf import PdfError, write_pdf

NOWHERE = "\U0003134a\U000323af"
"""Two hanzi that no font here has."""


def text_of(pdf: Printed) -> str:
    """The text as a reader extracts it, without white space."""
    return re.sub(r"\s", "", "".join(page.get_text() for page in pdf.document))


def test_it_claims_pdf_a_2a_and_pdf_ua_1() -> None:
    """The metadata name both standards; title, author, language and date are set."""
    document = printed(make.joint_call()).document
    metadata = document.get_xml_metadata()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert document.metadata["title"] == "关于开展2016年样例区域创建工作的通知"
    assert document.metadata["author"] == f"{make.COMMISSION}, {make.FINANCE}"
    assert document.metadata["creationDate"].startswith("D:20160301000000")
    assert document.xref_get_key(document.pdf_catalog(), "Lang")[1] == "zh-CN"


def test_equal_notices_give_equal_bytes() -> None:
    """The same notice twice, another in between, gives the same bytes."""
    first = write_pdf(parsed(make.award()), fonts(), [TEMPLATES])
    write_pdf(parsed(make.reply()), fonts(), [TEMPLATES])
    assert write_pdf(parsed(make.award()), fonts(), [TEMPLATES]) == first


def test_threads_write_at_the_same_time() -> None:
    """Several threads give the bytes that one gives."""

    def write(number: int) -> bytes:
        return write_pdf(parsed(make.award(rows=number)), fonts(), [TEMPLATES]).data

    numbers = [3, 4, 5, 3]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(write, numbers)) == [write(number) for number in numbers]


@pytest.mark.parametrize("sample", ["joint_call", "enclosing", "publicity", "reply", "award"])
def test_all_fonts_are_embedded(sample: str) -> None:
    """Every font of every kind of notice is in the file."""
    document = printed(getattr(make, sample)()).document
    used = {font for page in document for font in page.get_fonts()}
    assert used
    assert all(font[1] != "n/a" for font in used)


def test_text_is_read_back_in_reading_order() -> None:
    """Header, number, title, addressees, text, signature, plan, guide, cover and imprint come in this order."""
    text = text_of(printed(make.enclosing()))
    order = (
        f"{make.COMMISSION}{make.FINANCE}文件",
        "浙经信样例〔2016〕9001号",
        "关于印发《浙江省样例产业基地（园区、小镇）建设实施方案》的通知",
        "财政局：",
        "现将《浙江省样例产业基地",
        f"{make.COMMISSION}{make.FINANCE}2016年3月1日",
        "浙江省样例产业基地（园区、小镇）建设实施方案",
        "一、创建目标",
        "（一）申报主体。申报主体为县（市、区）人民政府",
        "1．工作基础。",
        "联系电话0571-87050000。",
        "附件：浙江省样例产业基地（园区、小镇）建设方案编制指南",
        "（封面格式）",
        "方案名称：申请单位（盖章）：方案实施起止时间：申请日期：",
        "一、现状与问题",
        "1样例软件有限公司样例云平台1,200两年",
        "抄送：省政府办公厅。",
        f"{make.COMMISSION}办公室2016年3月2日印发",
    )
    at = 0
    for part in order:
        at = text.index(part, at) + len(part)


def test_rare_names_are_read_back() -> None:
    """Hanzi that the stand-in for 仿宋 lacks are lent by another font and can be searched."""
    text = text_of(printed(make.publicity(title=f"关于{make.RARE_NAMES}的公示")))
    assert f"关于{make.RARE_NAMES}的公示" in text
    assert all(f"样例{name}县综合性" in text for name in make.RARE_NAMES)


def test_signs_of_markup_stay_text() -> None:
    """What is markup to Typst or Markdown comes out as it was typed, in fields as in the body."""
    signs = r"""#a *b* _c_ $d$ @e <f> `g` [h] \i --- -? ... // "j" 'k' ~ = + l"""
    body = "甲" + re.sub(r"[!-/:-@\[-`{-~]", lambda sign: f"&#{ord(sign[0])};", signs) + "乙"
    text = text_of(printed(make.notice(body=body, addressees=signs, head=None)))
    assert text.count(signs.replace(" ", "")) == 2


def test_a_character_that_no_font_has_is_named() -> None:
    """Every missing character of text and title is named; nothing is drawn as an empty box."""
    notice = make.notice(title=f"关于{NOWHERE[0]}的通知", body=f"样例{NOWHERE[1]}县、样例{NOWHERE[0]}县。")
    with pytest.raises(PdfError) as error:
        write_pdf(parsed(notice), fonts(), [TEMPLATES])
    assert sorted(error.value.missing) == sorted(NOWHERE)


def test_a_font_that_is_not_there_is_an_error() -> None:
    """A family that the folders do not hold is refused, not replaced in silence."""
    wrong = tuple(
        FontRole(role.name, role.official, ("无此字体", *role.families), licensed=True) for role in fonts().roles
    )
    with pytest.raises(PdfError, match="unknown font family"):
        write_pdf(parsed(make.notice()), replace(fonts(), roles=wrong), [TEMPLATES])


def test_fonts_from_pip_alone_suffice() -> None:
    """With nothing but the two fonts that pip brings every kind of notice is written."""
    few = find_fonts(TEMPLATES / "print/fonts.yaml", [PIP_FONTS])
    for notice in (make.enclosing(), make.publicity(), make.reply(), make.award()):
        document = opened(write_pdf(parsed(notice), few, [TEMPLATES]).data)
        assert {font[3].split("+")[1][:4] for page in document for font in page.get_fonts()} == {"Noto"}


def test_a_workspaces_own_layout_wins(tmp_path: Path) -> None:
    """The first template folder that has print/gongwen.typ lays the notice out."""
    (tmp_path / "print").mkdir()
    layout = """#let data = json(bytes(sys.inputs.notice))
#set document(title: data.name, date: datetime(year: 2016, month: 3, day: 1))
#set text(font: data.fonts.body, lang: "zh")
自己的版式 #metadata((1, 1, false)) <pages>"""
    (tmp_path / "print/gongwen.typ").write_text(layout, encoding="utf-8")
    own = opened(write_pdf(parsed(make.notice()), fonts(), [tmp_path, TEMPLATES]).data)
    assert own[0].get_text().strip() == "自己的版式"


def test_an_error_of_the_layout_names_its_place(tmp_path: Path) -> None:
    """A layout with a mistake gives its file and line; no layout at all is said as well."""
    (tmp_path / "print").mkdir()
    (tmp_path / "print/gongwen.typ").write_text("甲\n#nothing", encoding="utf-8")
    with pytest.raises(PdfError, match=r"(?s)nothing.*gongwen\.typ:2"):
        write_pdf(parsed(make.notice()), fonts(), [tmp_path])
    with pytest.raises(PdfError, match=r"print/gongwen\.typ"):
        write_pdf(parsed(make.notice()), fonts(), [])


def test_a_picture_in_the_text_is_refused() -> None:
    """A body cannot bring a file of this machine into the document."""
    with pytest.raises(PandocError):
        write_pdf(parsed(make.notice(body="![样例](/etc/hostname)")), fonts(), [TEMPLATES])
