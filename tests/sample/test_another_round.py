"""A whole further round made from nothing by records alone: another scheme, other organs, another province."""

import json
import shutil

import pytest
from sample_workspace import Published, read_back
from site_text import pages_of
from workspace_factory import CASES, project_of

ROUND = "2021-reading-rooms"
ZONES = ("北湾样例灯塔新区", "南屿样例轮渡开发区")


@pytest.fixture(scope="module", name="made")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Published:
    root = tmp_path_factory.mktemp("another")
    shutil.copytree(CASES / "rounds" / "island-reading-rooms", root, dirs_exist_ok=True)
    return read_back(project_of(root))


def _data(made: Published, name: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads((made.project.site / "data" / f"{name}.json").read_text(encoding="utf-8"))
    return rows


def test_award_lists_every_category(made: Published) -> None:
    """Four categories, each with its winners and no other applicant."""
    award = made.notices[f"{ROUND}/award"]

    assert "海岛灯塔书屋（2间）" in award
    assert "海岛码头书屋（1间）" in award
    assert "海岛渔村书屋（1间）" in award
    assert "海岛船上书屋（1间）" in award
    assert "听涛县" not in award
    assert "听涛县" in made.notices[f"{ROUND}/pilots"]


def test_all_organs_issue_the_award(made: Published) -> None:
    """The lead organ and three joint ones stand in its head and at its end."""
    award = made.notices[f"{ROUND}/award"]

    for organ in ("样例省文化事务厅", "样例省财政厅", "样例省海洋事务局", "样例省港航管理局"):
        assert award.count(organ) >= 3


def test_money_by_category_and_payer(made: Published) -> None:
    """2×45 from the province, 35+25 from the city that pays its own; nothing for the category without an amount."""
    award = made.notices[f"{ROUND}/award"]
    funding = made.notices[f"{ROUND}/funding"]

    assert "合计150万元，其中样例省级财政承担90万元、南屿市财政承担60万元" in award
    assert "船上书屋不安排资金" in award
    assert "150万元（大写：壹佰伍拾万元整）" in funding
    assert "轮渡" not in funding


@pytest.mark.parametrize("zone", ZONES)
def test_zone_without_a_code_wins_under_its_name(made: Published, zone: str) -> None:
    """A zone is listed, answered as a committee, and has a page; no code is made up for it."""
    letters = [text for key, text in made.notices.items() if "approval" in key and zone in text]
    rows = [row for row in _data(made, "awards") if zone in row.values()]

    assert zone in made.notices[f"{ROUND}/award"]
    assert len(letters) == 1
    assert f"{zone}管理委员会：你委" in letters[0]
    assert len(rows) == 1
    assert rows[0]["division"].startswith("zone-")
    assert any(zone in page for path, page in pages_of(made.project.site).items() if path.startswith("awards/"))


def test_nothing_of_it_stands_in_the_sample(made: Published, sample: Published) -> None:
    """The further round has a site of its own, made by the same program."""
    assert "海岛书屋" in made.site
    assert "海岛书屋" not in sample.site
    assert "两化深度融合" not in made.site
