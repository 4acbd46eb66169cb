"""A whole further round made from nothing by scaffold and records alone: another scheme, other organs, money or not."""

import json
from pathlib import Path

import pytest
from round_walk import Walk, not_kept, steps, walk
from sample_workspace import Published, read_outputs
from site_text import pages_of
from workspace_factory import CASES, REPOSITORY, project_of, read

from gongshi.measure.file import measure_file
from gongshi.model.kinds import KINDS
from gongshi.model.model import Model

CASE = CASES / "rounds" / "island-reading-rooms"
ROUND = "2021-reading-rooms"
ZONES = ("北湾样例灯塔新区", "南屿样例轮渡开发区")
OTHERWISE = {
    "workspace.yaml": {"sample: false"},
    "organs.yaml": set(),
    "regions.yaml": set(),
    "calendar.yaml": set(),
    "schemes/reading-rooms.yaml": {"unit: 个", "    amount: 待填", "    amount_clause: 待填"},
    f"programmes/{ROUND}/programme.yaml": {
        "  dropped: 0",
        "  decimals: 2",
        "  ties: []",
        "  unit: calendar",
        "approval_form: reply",
    },
    f"programmes/{ROUND}/notices.yaml": {
        "    state: draft",
        "    document_no: 样文事〔2021〕1号",
        "    document_no: 样财文〔2021〕1号",
    },
}
"""What staff set otherwise than the scaffold had it: settings with a default, the money of the category that has none,
approval of each notice, and the first number, since papers outside the records hold those before it."""


@pytest.fixture(scope="module", name="walked")
def _walked(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    return walk(CASE, tmp_path_factory.mktemp("from-nothing") / "workspace")


@pytest.fixture(scope="module", name="made")
def _made(walked: Walk) -> Published:
    return read_outputs(project_of(walked.root))


@pytest.fixture(scope="module", name="model")
def _model(walked: Walk) -> Model:
    return read(walked.root)[0]


def _data(made: Published, name: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads((made.project.site / "data" / f"{name}.json").read_text(encoding="utf-8"))
    return rows


def test_what_is_made_from_nothing_has_only_blanks(walked: Walk) -> None:
    """A new workspace, scheme and round are read without error but the places to fill in, and each of these is told."""
    first, *later = walked.scaffolded

    assert {problem.split()[2] for problem in first.problems} == {"not-filled"}
    assert first.told == first.blanks
    assert len(first.problems) == len(first.blanks) > 80
    assert [look for look in later if look.problems or look.blanks] == []


def test_records_pass_the_check_at_every_step(walked: Walk) -> None:
    """Whenever staff have filled in what is due, no record has an error on that day."""
    assert len(walked.filled) > 5
    assert [look for look in walked.filled if look.problems or look.blanks] == []


def test_staff_fill_in_what_was_made_and_leave_the_rest(walked: Walk) -> None:
    """Every line that the scaffold made stands in the finished record, blanks filled, but for the settings above."""
    assert walked.changed == OTHERWISE
    assert len(list(not_kept("a: 1\nb: 待填\nc: 待填\n", "b: 2\na: 1\n"))) == 2


def test_the_walk_ends_with_the_records_of_the_case(walked: Walk) -> None:
    """The workspace holds the case's records and nothing else; scheme, round and notices were begun by the program."""
    finished = {file.relative_to(CASE): file.read_bytes() for file in (CASE / "content").rglob("*.yaml")}
    found = {file.relative_to(walked.root): file.read_bytes() for file in (walked.root / "content").rglob("*.yaml")}

    assert found == finished
    assert walked.made == set(OTHERWISE)


def test_every_notice_of_the_life_is_there(made: Published, model: Model) -> None:
    """Each notice is a DOCX and a PDF; public ones and those for addressees are in notices/, and no draft is left."""
    kinds = {kind.name: kind for kind in KINDS}
    records = model.rounds[ROUND].notices

    assert {record.kind for record in records} >= {
        *("call", "minutes", "publicity", "award", "pilots", "approval", "funding", "report-request"),
    }
    for record in records:
        internal = kinds[record.kind].audience == "internal"
        folder = made.project.build / "internal" if internal else made.project.notices
        assert (folder / ROUND / f"{record.id}.docx").is_file()
        assert (folder / ROUND / f"{record.id}.pdf").is_file()
    assert not list((made.project.build / "drafts").rglob("*.pdf"))


def test_every_winner_and_notice_has_a_page(made: Published, model: Model) -> None:
    """The site has the round, each of its public notices, each winner and each winner's county."""
    pages = pages_of(made.project.site)
    round_ = model.rounds[ROUND]
    winners = list(round_.with_outcome("selected"))
    public = [n.id for n in round_.notices if (made.project.notices / ROUND / f"{n.id}.pdf").is_file()]

    assert f"programmes/{ROUND}/index.html" in pages
    assert {f"notices/{ROUND}/{name}/index.html" for name in public} <= set(pages)
    assert {f"awards/{ROUND}.{winner.id}/index.html" for winner in winners} <= set(pages)
    assert {f"counties/{winner.division}/index.html" for winner in winners} <= set(pages)


def test_a_notice_of_four_organs_meets_the_standard(made: Published) -> None:
    """The call, with four names in its head, breaks no clause in either format."""
    for suffix in ("docx", "pdf"):
        file = made.project.notices / ROUND / f"call.{suffix}"
        assert not measure_file(file, None, made.project.fonts).broken


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


def test_nothing_of_it_stands_in_the_program(model: Model) -> None:
    """No name of the scheme, its categories, organs or places stands in the program, its templates or the sample."""
    scheme = model.schemes["reading-rooms"]
    names = {scheme.id, scheme.name, scheme.short_name, *(category.name for category in scheme.categories)}
    names |= {category.short_name for category in scheme.categories}
    names |= {organ.name for organ in model.organs.values()} | {city.name for city in model.cities.values()}
    names |= {division.name for division in model.divisions.values()}
    files = [file for place in ("src", "templates", "content") for file in (REPOSITORY / place).rglob("*")]
    texts = {_relative(file): file.read_text(encoding="utf-8") for file in files if _is_text(file)}

    assert len(texts) > 100
    assert [(name, file) for name in sorted(names) for file, text in texts.items() if name in text] == []


def test_nothing_of_the_sample_stands_in_it(made: Published) -> None:
    """The texts speak of no scheme and no trade but the round's own."""
    texts = "\n".join((*made.notices.values(), made.site))

    assert [word for word in ("经信", "工信", "两化", "浙江") if word in texts] == []


def test_the_case_says_what_is_run() -> None:
    """Steps go forward in time, from a new workspace to the publishing, and give every kind of new record."""
    listed = list(steps(CASE))

    assert [step.day for step in listed] == sorted(step.day for step in listed)
    assert listed[0].words == "new workspace"
    assert listed[-1].words == "publish"
    assert {step.words.split()[1] for step in listed[:-1] if not step.fills} == {
        *("workspace", "scheme", "programme", "notice"),
    }


def _is_text(file: Path) -> bool:
    return file.is_file() and file.suffix != ".pyc"


def _relative(file: Path) -> str:
    return file.relative_to(REPOSITORY).as_posix()
