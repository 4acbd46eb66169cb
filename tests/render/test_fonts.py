"""Which font plays which role."""

from pathlib import Path

import pytest
from printed import FONT_FOLDERS, PIP_FONTS, TEMPLATES

from gongshi.render.fonts import FontError, find_fonts, typst_fonts

PROFILE = TEMPLATES / "print/fonts.yaml"


def test_the_profile_has_the_five_roles() -> None:
    """小标宋, 仿宋, 楷体, 黑体 and 宋体 each have a family, and DOCX gets their official names."""
    fonts = find_fonts(PROFILE, FONT_FOLDERS)
    official = {role.name: role.official for role in fonts.roles}
    assert official == {
        "title": "方正小标宋简体",
        "body": "仿宋_GB2312",
        "kai": "楷体_GB2312",
        "hei": "黑体",
        "song": "宋体",
    }


def test_stand_ins_come_in_order_of_preference() -> None:
    """The first stand-in found sets the type, the rest lend glyphs; none of them counts as licensed."""
    fonts = find_fonts(PROFILE, FONT_FOLDERS)
    first = {role.name: role.families[0] for role in fonts.roles}
    assert first == {
        "title": "Noto Serif CJK SC",
        "body": "FandolFang R",
        "kai": "FandolKai",
        "hei": "FandolHei",
        "song": "FandolSong",
    }
    assert not any(role.licensed for role in fonts.roles)
    assert all("LXGW WenKai" in role.families for role in fonts.roles)
    assert all(len(set(role.families)) == len(role.families) for role in fonts.roles)


def test_licensed_families_come_first(tmp_path: Path) -> None:
    """A family that the profile calls licensed is taken before the stand-ins and counts as the official one."""
    profile = tmp_path / "fonts.yaml"
    profile.write_text(
        "roles: {body: {official: 仿宋, licensed: [Nowhere, Noto Serif SC], stand_ins: [Noto Sans SC]}}\n"
        "fallback: []\n",
        encoding="utf-8",
    )
    role = find_fonts(profile, [PIP_FONTS]).role("body")
    assert role.families == ("Noto Serif SC", "Noto Sans SC")
    assert role.licensed


def test_folders_that_do_not_exist_are_left_out(tmp_path: Path) -> None:
    """A missing folder is no error; the fonts of the others are used."""
    fonts = find_fonts(PROFILE, [tmp_path / "none", PIP_FONTS])
    assert fonts.folders == (PIP_FONTS,)
    assert fonts.role("body").families[0] == "Noto Serif SC"


def test_a_role_without_any_font_is_an_error(tmp_path: Path) -> None:
    """If no family of a role is there, the role's official family and its stand-ins are named."""
    with pytest.raises(FontError, match="方正小标宋简体"):
        find_fonts(PROFILE, [tmp_path])


def test_typst_gets_the_folders_fonts_alone() -> None:
    """Neither the system's fonts nor Typst's own are used, and a set of folders is read once."""
    fonts = find_fonts(PROFILE, [PIP_FONTS])
    assert typst_fonts(fonts).families() == ["Noto Sans SC", "Noto Serif SC"]
    assert typst_fonts(fonts) is typst_fonts(find_fonts(PROFILE, [PIP_FONTS]))
