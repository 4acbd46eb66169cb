"""The DOCX's page and styles: GB/T 9704-2012, clause 5, and the faces of clause 7."""

import notice_factory as make
from written import OFFICIAL, has, q, value, written


def test_every_section_has_the_page_and_the_grid_of_the_standard() -> None:
    """A4, margins 37, 35, 28 and 26 mm, 22 lines."""
    sections = list(written(make.joint_call(), "next_even").xml().iter(q("sectPr")))
    assert len(sections) == 2
    for section in sections:
        assert [value(section, "pgSz", side) for side in ("w", "h")] == ["11906", "16838"]
        margins = [int(value(section, "pgMar", side) or 0) for side in ("top", "bottom", "left", "right")]
        assert [round(margin * 25.4 / 1440) for margin in margins] == [37, 35, 28, 26]
        assert [value(section, "docGrid", name) for name in ("type", "linePitch")] == ["lines", "579"]


def test_fonts_are_named_officially_in_all_four_attributes() -> None:
    """No style names a stand-in or a theme's font, and none is bold."""
    docx = written(make.joint_call())
    styles = docx.xml("word/styles.xml")
    for fonts in styles.iter(q("rFonts")):
        names = {fonts.get(q(kind)) for kind in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert len(names) == 1
        assert names <= set(OFFICIAL.values())
    assert not [name for name, part in docx.parts.items() if b"asciiTheme" in part or b"eastAsiaTheme" in part]
    assert not list(styles.iter(q("b")))


def test_headings_are_hei_kai_fang_fang_at_16_points_in_black() -> None:
    """Each level has its face, run in or not; none has a colour."""
    docx = written(make.notice())
    for level, role in enumerate(("hei", "kai", "body", "body"), start=1):
        heading = docx.style(f"Heading{level}")
        assert value(heading, "rPr/rFonts", "eastAsia") == OFFICIAL[role]
        assert value(heading, "rPr/sz") == "32"
        assert not has(heading, "rPr/color")
        assert value(docx.style(f"Level{level}RunIn"), "rPr/rFonts", "eastAsia") == OFFICIAL[role]


def test_body_type_is_tightened_so_that_a_line_holds_28() -> None:
    """16 pt less a quarter point, exact lines of 579, two characters' indent, Chinese line breaking."""
    docx = written(make.notice())
    normal = docx.style("Normal")
    assert value(normal, "rPr/spacing") == "-4"
    assert [value(normal, "pPr/spacing", name) for name in ("line", "lineRule")] == ["579", "exact"]
    assert value(normal, "pPr/widowControl") == "0"
    assert has(normal, "pPr/kinsoku")
    body = docx.style("BodyText")
    assert [value(body, "pPr/ind", name) for name in ("firstLine", "firstLineChars")] == ["632", "200"]


def test_every_style_that_is_used_is_defined() -> None:
    """Paragraphs, runs and tables refer to styles of the reference document only."""
    ours = (make.joint_call(), make.enclosing(), make.publicity(), make.award())
    others = (make.complete_head(), make.upward(), make.letter(), make.order(), make.minutes(), make.wide_table())
    for notice in (*ours, *others):
        docx = written(notice)
        defined = {style.get(q("styleId")) for style in docx.xml("word/styles.xml")}
        used = {node.get(q("val")) for node in docx.xml().iter(q("pStyle"), q("rStyle"), q("tblStyle"))}
        assert used <= defined


def test_odd_and_even_pages_number_themselves_at_their_outer_edge() -> None:
    """Two footers with a PAGE field between dashes, and the setting that tells odd from even."""
    docx = written(make.notice())
    assert has(docx.xml("word/settings.xml"), "evenAndOddHeaders")
    footers = docx.referred("footer")
    assert {side: value(footer, "p/pPr/pStyle") for side, footer in footers.items()} == {
        "default": "PageNumberRight",
        "even": "PageNumberLeft",
    }
    for footer in footers.values():
        assert "".join(node.text or "" for node in footer.iter(q("t"), q("instrText"))) == "—  PAGE 1 —"
