"""Which characters the fonts have, which one family lends to another, and what `invoke fonts` and `publish` say."""

import bz2
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from command import invoke
from document_text import docx_text, pdf_text
from notice_factory import guide, joint_call, notice, publicity
from printed import FONT_FOLDERS, PIP_FONTS, TEMPLATES, parsed, printed
from workspace_factory import copy_workspace, project_of, rewrite
from written import written

from gongshi.diagnostics import Diagnostic
from gongshi.documents.notice import Notice
from gongshi.project import Fonts
from gongshi.publish import publish
from gongshi.render.coverage import cover, fallback_families
from gongshi.render.fonts import find_fonts
from gongshi.render.fonts_report import listings
from gongshi.render.glyph_fallback import FallbackGlyph, fallback_glyphs, fallback_note
from gongshi.render.roles import texts_by_role
from gongshi.typography import BREAK

PROFILE = TEMPLATES / "print/fonts.yaml"
OPEN_FONTS = find_fonts(PROFILE, FONT_FOLDERS)
ONLY_PIP = find_fonts(PROFILE, [PIP_FONTS])
RARE = "喆堃昇玥珺翀旻晟祎韡㛃𬭎赟犇翯"
"""Hanzi of the names of people and firms."""
NOWHERE = "\U00031350"
"""A hanzi of Unicode 15 that no font of ours has."""


def counts(fonts: Fonts, role: str) -> dict[str, tuple[int, int]]:
    """How many hanzi of each set the first family of a role has."""
    (found,) = [found for found in cover(fonts) if found.role.name == role]
    return {share.name: (share.present, share.total) for share in found.shares}


def lent(fonts: Fonts, role: str, text: str) -> dict[str, str | None]:
    """Who lends each character of a text that the role's first family lacks."""
    return dict(fallback_families(fonts, fonts.role(role), text))


def run_fonts(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """`invoke fonts` on a workspace, its output no terminal."""
    return invoke(root, "fonts", *options)


def with_place_name(root: Path, name: str) -> Path:
    """A copy of the minimal workspace in which a county bears another name."""
    rewrite(copy_workspace(root) / "content/regions.yaml", "湖滨区", name)
    return root


def test_the_text_face_has_all_of_gb2312_and_a_third_of_gbk() -> None:
    """FandolFang, the stand-in for 仿宋, lacks no hanzi of GB2312, and some of the other two tables."""
    assert counts(OPEN_FONTS, "body") == {"GB2312": (6763, 6763), "GBK": (7945, 20923), "8105": (6638, 8105)}


@pytest.mark.parametrize("role", ["title", "body", "kai", "hei", "song"])
def test_the_fonts_of_pip_have_all_of_gbk(role: str) -> None:
    """Noto Serif SC and Noto Sans SC, which play every role without other fonts, have GB2312 and GBK in full."""
    assert counts(ONLY_PIP, role) == {"GB2312": (6763, 6763), "GBK": (20923, 20923)}


def test_the_title_is_counted_in_bold() -> None:
    """Titles are set in bold, so the bold file of the family is the one in use; text is set in the regular one."""
    files = {found.role.name: found.file.name for found in cover(OPEN_FONTS)}

    assert files["title"] == "NotoSerifCJK-Bold.ttc"
    assert files["hei"] == "FandolHei-Regular.otf"


def test_the_standard_table_is_counted_where_its_list_is_at_hand(tmp_path: Path) -> None:
    """Hanzi that Unicode's file marks as of 通用规范汉字表 are counted; other lines of it are not."""
    data = "# Unihan\nU+4E00\tkTGH\t2013:1\nU+9ACE\tkTGH\t2013:8000\nU+4E01\tkBigFive\tA442\n"
    (tmp_path / "Unihan_OtherMappings.txt.bz2").write_bytes(bz2.compress(data.encode()))
    fonts = replace(ONLY_PIP, folders=(*ONLY_PIP.folders, tmp_path))

    assert counts(fonts, "body")["8105"] == (2, 2)


def test_a_licensed_family_is_told_as_such() -> None:
    """A role that the office's own font plays is told as 正式 or licensed, with its official family."""
    licensed = [replace(found, role=replace(found.role, licensed=True)) for found in cover(ONLY_PIP)]
    chinese, english = next(listings(licensed, (), "zh")), next(listings(licensed, (), "en"))

    assert {row[3] for row in chinese.rows} == {"正式"}
    assert {row[3] for row in english.rows} == {"licensed"}
    assert chinese.rows[0][-1] == "未附字表"


def test_a_damaged_font_has_no_characters(tmp_path: Path) -> None:
    """A font whose table of characters is damaged counts as empty, and all that it should have is lent."""
    data = bytearray((PIP_FONTS / "NotoSerifSC-Regular.otf").read_bytes())
    at = int.from_bytes(data[(tag := data.index(b"cmap")) + 8 : tag + 12], "big")
    data[at + 4 : at + 60] = b"\xff" * 56
    (tmp_path / "NotoSerifSC-Regular.otf").write_bytes(data)
    (tmp_path / "NotoSansSC-Regular.otf").write_bytes((PIP_FONTS / "NotoSansSC-Regular.otf").read_bytes())
    fonts = find_fonts(PROFILE, [tmp_path])

    assert counts(fonts, "body") == {"GB2312": (0, 6763), "GBK": (0, 20923)}
    assert lent(fonts, "body", "永") == {"永": "Noto Sans SC"}


def test_a_list_of_rare_names_reads_alike_in_both_formats(tmp_path: Path) -> None:
    """Every name is read back from the PDF and from the DOCX as it was written, and nothing else."""
    rows = "\n".join(f"| {number} | 样例{char}县 |" for number, char in enumerate(RARE, start=1))
    named = publicity(body=f"名单如下：\n\n| 序号 | 姓名 |\n|--|--|\n{rows}\n")
    pdf = printed(named)
    (tmp_path / "n.pdf").write_bytes(pdf.data)
    text = pdf_text(tmp_path / "n.pdf")
    assert text == docx_text(written(named, pdf.imprint_page).path)
    assert all(f"样例{char}县" in text for char in RARE)


@pytest.mark.parametrize("character", RARE)
def test_rare_names_are_lent_by_the_next_family(character: str) -> None:
    """A rare character that 仿宋 and 楷体 lack comes from LXGW WenKai; 黑体 gets it from Noto Sans, 小标宋 has it."""
    has_it = {"晟"}  # the one of the fifteen that the Fandol faces have
    wenkai = {} if character in has_it else {character: "LXGW WenKai"}
    sans = {} if character in has_it else {character: "Noto Sans CJK SC"}

    assert lent(OPEN_FONTS, "body", character) == lent(OPEN_FONTS, "kai", character) == wenkai
    assert lent(OPEN_FONTS, "hei", character) == sans
    assert lent(OPEN_FONTS, "title", character) == {}


def test_the_fonts_of_pip_have_the_rare_names() -> None:
    """With pip's fonts alone none of the fifteen is lent or missing."""
    assert [lent(ONLY_PIP, role.name, RARE) for role in ONLY_PIP.roles] == [{}] * 5


def test_a_character_without_any_font_is_told() -> None:
    """A character that no family has is named with nobody to lend it."""
    assert lent(OPEN_FONTS, "body", f"永{NOWHERE}珺") == {NOWHERE: None, "珺": "LXGW WenKai"}


def roles_of(it: Notice) -> dict[str, str]:
    """The text of a notice by role of type."""
    found = list(texts_by_role(parsed(it)))
    return {role: "".join(piece for name, piece in found if name == role) for role in ("title", "hei", "kai", "body")}


def test_each_piece_of_a_notice_counts_for_its_role() -> None:
    """First level headings and heads of tables count for 黑体, the second level for 楷体, other text for 仿宋."""
    body = "正文\n\n## 一级\n\n### 二级。\n\n运行\n\n### 次二级\n\n#### 三级\n\n## 另一级\n\n"
    body += "| 表头 |\n|:--:|\n| 表&#124;身 |\n"
    text = roles_of(notice(title=f"题{BREAK}目", body=body, attachments=(guide(),)))

    assert f"题{BREAK}目" in text["title"]
    assert "一、一级二、另一级" in text["hei"]
    assert "表头" in text["hei"]
    assert text["kai"].strip() == "（一）二级。（二）次二级"
    assert all(piece in text["body"] for piece in ("正文", "运行", "三级", "表|身"))
    assert not any(piece in text["body"] for piece in ("一级", "二级", "表头"))
    assert guide().title in text["title"]
    assert guide().title in text["body"]


def test_a_heading_alone_on_its_level_counts_for_the_role_that_the_pdf_sets_it_in() -> None:
    """It has no number and is set as the text is, so its rare characters are looked for in 仿宋."""
    alone = notice(body="## 堃样\n\n正文。\n")
    lines = [line for block in printed(alone).document[0].get_text("dict")["blocks"] for line in block["lines"]]
    spans = [span for line in lines for span in line["spans"]]

    assert "堃样" in roles_of(alone)["body"]
    assert "堃样" not in roles_of(alone)["hei"]
    assert {span["font"].rpartition("+")[2] for span in spans if span["text"] == "样"} == {"FandolFang-Regular"}
    assert [(glyph.role, glyph.family) for glyph in fallback([alone])] == [("body", "LXGW WenKai")]


def test_a_notice_tells_which_glyphs_it_borrows() -> None:
    """Glyphs lent to a notice come with role, lender and the notices in which they stand; spaces are no glyphs."""
    first = notice(id="a", body="珺　堃\n")
    second = joint_call(id="b", body="## 珺\n\n## 样\n\n堃\n")
    found = [(g.role, g.character, g.family, [n.id for n in g.notices]) for g in fallback([first, second])]

    assert found == [
        ("body", "珺", "LXGW WenKai", ["a"]),
        ("body", "堃", "LXGW WenKai", ["a", "b"]),
        ("hei", "珺", "Noto Sans CJK SC", ["b"]),
    ]


def test_the_pdf_sets_borrowed_glyphs_in_the_family_named() -> None:
    """What is told beforehand is what Typst does: every rare character of the text stands in the lender's font."""
    document = printed(notice(body=f"{RARE}\n")).document
    fonts = {
        char["c"]: span["font"]
        for block in document[0].get_text("rawdict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        for char in span["chars"]
        if char["c"] in RARE
    }
    lenders_of = lent(OPEN_FONTS, "body", RARE)

    assert {character for character, font in fonts.items() if "WenKai" in font} == set(lenders_of)
    assert set(fonts) == set(RARE)


def fallback(notices: list[Notice]) -> tuple[FallbackGlyph, ...]:
    """What the first families lack of the notices' characters."""
    return fallback_glyphs(OPEN_FONTS, map(parsed, notices))


def told(notices: list[Notice]) -> list[Diagnostic]:
    """The note of what notices borrow."""
    return list(fallback_note(fallback(notices)))


def test_one_note_names_all_glyphs_lent() -> None:
    """The note names roles, glyphs, lenders and notices in Chinese and in English; without a loan there is none."""
    (note,) = told([notice(title=f"关于《样例》{BREAK}的批复", body="## 珺\n\n## 样\n\n喆、堃\n")])
    rule, _, english = note.words

    assert "正文仿宋：喆、堃（LXGW WenKai），见《关于〈样例〉的批复》；黑体：珺（Noto Sans CJK SC），见" in rule
    assert "text: 喆 堃 (LXGW WenKai) in sample-2016/01-call; hei: 珺 (Noto Sans CJK SC) in" in english
    assert told([notice()]) == []


def test_a_long_note_is_cut_short() -> None:
    """From 31 glyphs and 4 notices on only the first are named and the rest is counted."""
    many = "".join(lent(OPEN_FONTS, "body", "".join(map(chr, range(0x9000, 0x9200)))))[:40]
    (note,) = told([notice(id=str(number), body=f"{many}\n") for number in range(5)])
    rule, _, english = note.words

    assert "等 40 字" in rule
    assert "等 5 份公文" in rule
    assert "40 in all" in english
    assert "and 2 more" in english
    assert many[30] not in rule


def test_publish_tells_what_was_lent_to_the_notices_it_made(tmp_path: Path) -> None:
    """A run that makes notices with rare names has one note of them; a run with nothing to make has none."""
    project = replace(project_of(with_place_name(tmp_path / "w", "珺堃区")), fonts=OPEN_FONTS)
    first, second = publish(project), publish(project)

    (note,) = [found for found in first.diagnostics if found.code == "borrowed-glyph"]
    assert "正文仿宋：珺、堃（LXGW WenKai）" in note.value
    assert not [found for found in second.diagnostics if found.code == "borrowed-glyph"]


def test_invoke_fonts_lists_roles_and_loans(tmp_path: Path) -> None:
    """Each role is told with its official family, the one in use, that it is a stand-in, and counts; then the loans."""
    result = run_fonts(with_place_name(tmp_path / "w", "珺堃区"))
    rows = [line.split("\t") for line in result.stdout.splitlines()]

    assert result.returncode == 0, result.stdout + result.stderr
    assert ["正文仿宋", "仿宋_GB2312", "FandolFang R", "替代", "6763", "7945"] in [row[:6] for row in rows]
    assert ["正文仿宋", "珺", "U+73FA", "LXGW WenKai", "2021-water-parks/publicity 等 3 份"] in rows
    assert "Every character of the notices can be printed." in result.stdout


def test_invoke_fonts_speaks_english_where_the_workspace_does(tmp_path: Path) -> None:
    """A workspace in English gets its tables in English."""
    root = with_place_name(tmp_path / "w", "珺堃区")
    rewrite(root / "content/workspace.yaml", "language: zh", "language: en")

    assert "text\t珺\tU+73FA\tLXGW WenKai\t2021-water-parks/publicity and 2 more" in run_fonts(root).stdout


def test_a_missing_character_ends_with_1(tmp_path: Path) -> None:
    """A name with a character that no font has is told with its code, and the exit code is 1; JSON tells the same."""
    root = with_place_name(tmp_path / "w", f"样{NOWHERE}区")
    plain, data = run_fonts(root), run_fonts(root, "--json")

    assert plain.returncode == data.returncode == 1
    assert f"正文仿宋\t{NOWHERE}\tU+31350\t没有" in plain.stdout
    assert f"没有任何字体有：{NOWHERE}（U+31350）" in plain.stdout
    (glyph,) = json.loads(data.stdout)["glyphs"]
    assert (glyph["character"], glyph["family"], len(glyph["notices"])) == (NOWHERE, None, 3)
    assert [role["role"] for role in json.loads(data.stdout)["roles"]] == ["title", "body", "kai", "hei", "song"]


def test_records_with_errors_still_show_the_fonts(tmp_path: Path) -> None:
    """Where the records cannot be read, the fonts are listed all the same, then the errors; the exit code is 1."""
    root = copy_workspace(tmp_path / "w")
    (root / "content/regions.yaml").write_text("cities: [\n", encoding="utf-8")
    result = run_fonts(root)

    assert result.returncode == 1
    assert "FandolFang R" in result.stdout
    assert "yaml-syntax" in result.stdout
