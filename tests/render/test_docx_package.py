"""The DOCX as a file: same bytes for the same notice, and nothing in it but the notice."""

import zipfile

import notice_factory as make
from lxml import etree
from written import FONTS, q, written

from gongshi.render.docx import write_docx
from gongshi.render.ooxml import R
from gongshi.render.tools import open_tools


def test_equal_notices_give_equal_bytes() -> None:
    """Another reading of the text makes the same file."""
    made = []
    for _ in range(2):
        with open_tools(FONTS, (), jobs=1) as tools:
            made.append(write_docx(tools.parsed(make.joint_call()), FONTS))
    assert made[0] == made[1]


def test_the_package_tells_of_the_notice_and_not_of_the_machine() -> None:
    """Title, organs, language, format and day of issue; no program, no clock."""
    docx = written(make.joint_call())
    assert {etree.QName(node).localname: node.text for node in docx.xml("docProps/core.xml")} == {
        "title": make.joint_call().plain_title,
        "creator": f"{make.COMMISSION}、{make.FINANCE}",
        "language": "zh-CN",
        "keywords": "公文格式：文件；装订边距：左侧",
        "created": "2016-03-01T00:00:00Z",
        "modified": "2016-03-01T00:00:00Z",
    }
    with zipfile.ZipFile(docx.path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name, part in docx.parts.items() if b"rsid" in part or b"python-docx" in part]


def test_the_package_holds_no_part_without_use() -> None:
    """No theme, comments, notes or lists that nobody made."""
    assert set(written(make.joint_call()).parts) == {
        *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml"),
        *("word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml", "word/fontTable.xml"),
        *("word/footer1.xml", "word/footer2.xml", "word/header1.xml", "word/header2.xml"),
    }


def test_every_reference_inside_the_package_leads_somewhere() -> None:
    """Ids are unique, targets exist, each part has a type."""
    docx = written(make.joint_call(body="见[网站](https://www.example.gov.cn/)。\n"), "next_even")
    relations = list(docx.xml("word/_rels/document.xml.rels"))
    ids = [node.get("Id") for node in relations]
    assert len(ids) == len(set(ids))
    inside = {f"word/{node.get('Target')}" for node in relations if node.get("TargetMode") != "External"}
    assert inside <= set(docx.parts)
    used = {
        value for node in docx.xml().iter() for key, value in node.attrib.items() if str(key).startswith(f"{{{R}}}")
    }
    assert len(used) == 7
    assert set(used) <= set(ids)
    names = [str(node.get("PartName", ""))[1:] for node in docx.xml("[Content_Types].xml")]
    assert {name for name in names if name} == {name for name in docx.parts if not name.endswith((".rels", "].xml"))}


def test_paragraph_properties_stand_in_the_order_of_the_schema() -> None:
    """Word refuses or repairs a file whose properties are out of order."""
    order = [
        *(
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "framePr",
            "widowControl",
            "numPr",
            "pBdr",
            "tabs",
            "kinsoku",
        ),
        *("overflowPunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid", "spacing", "ind", "jc"),
        *("outlineLvl", "rPr", "sectPr"),
    ]
    ours = (make.joint_call(), make.award(), make.enclosing(), make.reply())
    others = (make.upward(), make.letter(), make.order(imprint=make.imprint()), make.minutes(), make.wide_table())
    for notice in (*ours, *others):
        docx = written(notice, "next_even")
        layouts = [*docx.xml().iter(q("pPr")), *docx.xml("word/styles.xml").iter(q("pPr"))]
        for layout in layouts:
            places = [order.index(etree.QName(node).localname) for node in layout]
            assert places == sorted(set(places))
