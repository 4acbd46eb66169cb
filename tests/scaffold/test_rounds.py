"""Scaffolds of schemes and rounds: what they make, what they copy, what they refuse."""

import re
from pathlib import Path

import pytest
from round_walk import look
from scaffolded import NEXT, files, notices, problems
from workspace_factory import NEW_YEAR, RECORDS, ROUND, project_of, rewrite

from gongshi.records.load import load
from gongshi.scaffold.notices import Wish, new_notices
from gongshi.scaffold.programmes import new_programme
from gongshi.scaffold.refusal import REASONS, RefusedRecordError
from gongshi.scaffold.schemes import new_scheme
from gongshi.scaffold.workspaces import new_workspace


def test_what_is_scaffolded_asks_for_what_staff_must_fill(workspace: Path) -> None:
    """A new scheme, round and notice have no problem but fields to fill in, and each is named by its place."""
    project = project_of(workspace)
    new_scheme(project, "bridges")
    new_programme(project, "2022-bridges", "bridges", 2022)
    new_notices(project, Wish("2022-bridges", "call"))

    seen = look(workspace, NEW_YEAR)

    assert {problem.split()[2] for problem in seen.problems} == {"not-filled"}
    assert seen.told == seen.blanks
    assert len(seen.problems) == len(seen.blanks) > 40
    assert notices(workspace, "2022-bridges")[0]["document_no"] == "待填"  # its lead organ is not known yet


def test_a_scheme_has_the_categories_that_were_named(workspace: Path) -> None:
    """Each named category has a place in the scheme, and then a quota in its rounds, in that order."""
    project = project_of(workspace)
    new_scheme(project, "bridges", ["stone", "wood", "stone"])
    new_programme(project, "2022-bridges", "bridges", 2022)
    records, _ = load(workspace / "content")

    assert [c["id"] for c in records["content/schemes/bridges.yaml"].data["categories"]] == ["stone", "wood"]
    quotas = records["content/programmes/2022-bridges/programme.yaml"].data["quotas"]
    assert [quota["category"] for quota in quotas] == ["stone", "wood"]


def test_a_new_workspace_adds_what_is_missing(workspace: Path) -> None:
    """Of the four files that a workspace has, those that are there stay as they are; with all there it is refused."""
    before = files(workspace)
    (workspace / "content" / "calendar.yaml").unlink()

    made = new_workspace(project_of(workspace))

    assert made == ("content/calendar.yaml",)
    assert "- year: 2022\n" in (workspace / made[0]).read_text(encoding="utf-8")
    assert {**files(workspace), made[0]: before[made[0]]} == before
    with pytest.raises(RefusedRecordError) as refused:
        new_workspace(project_of(workspace))
    assert refused.value.args == ("exists", "content/")


def test_a_further_round_copies_the_last_ones_settings(workspace: Path) -> None:
    """Only the dates of a further round are left to fill; filled in, the round passes the check and composes."""
    project = project_of(workspace)

    made = new_programme(project, NEXT, "water-parks", 2022)

    assert made == (f"content/programmes/{NEXT}/programme.yaml", ROUND)
    assert [line.split(" ", 1)[1] for line in problems(workspace)] == [
        "错误 not-filled 发布日期 待填",
        "错误 not-filled 申报截止日期 待填",
    ]
    file = workspace / made[0]
    rewrite(file, "called_on: 待填", "called_on: 2022-03-01")
    rewrite(file, "apply_by: 待填", "apply_by: 2022-03-31")
    new_notices(project, Wish(NEXT, "call"))
    assert problems(workspace) == []
    assert notices(workspace, NEXT)[0]["document_no"] == "样经信〔2022〕1号"
    assert str(notices(workspace, NEXT)[0]["issued_on"]) == "2022-03-01"


def test_a_copied_round_keeps_all_but_id_year_name_and_dates(workspace: Path) -> None:
    """The rest of the last round's file is copied to the letter, comments inside it included, without its dates."""
    rewrite(workspace / RECORDS / "programme.yaml", "called_on:", "# 按往年惯例\n  called_on:")
    rewrite(
        workspace / RECORDS / "programme.yaml",
        "apply_by: 2021-03-31",
        "apply_by: 2021-03-31\n  extended_to: 2021-04-02",
    )
    rewrite(workspace / RECORDS / "programme.yaml", "show_persons", "# 不显示联系人\nshow_persons")
    old = (workspace / RECORDS / "programme.yaml").read_text(encoding="utf-8")

    path, _ = new_programme(project_of(workspace), NEXT, "water-parks", 2022)
    new = (workspace / path).read_text(encoding="utf-8")

    assert new[new.index("materials:") :] == old[old.index("materials:") :]
    assert "name: 2022年样例省节水型园区" in new
    assert "按往年惯例" not in new
    assert "extended_to" not in new


@pytest.mark.parametrize(
    ("name", "scheme", "year", "reason"),
    [
        (ROUND, "water-parks", 2022, "exists"),
        ("../x", "water-parks", 2022, "bad-id"),
        ("", "water-parks", 2022, "bad-id"),
        (NEXT, "nonsense", 2022, "no-scheme"),
        (NEXT, "", 2022, "no-scheme"),
        (NEXT, "water-parks", 22, "bad-year"),
    ],
)
def test_a_round_that_cannot_be_is_refused(workspace: Path, name: str, scheme: str, year: int, reason: str) -> None:
    """A round that exists, a bad id, an unknown scheme and a year that is none are refused; nothing is written."""
    before = files(workspace)

    with pytest.raises(RefusedRecordError) as refused:
        new_programme(project_of(workspace), name, scheme, year)

    assert refused.value.args[0] == reason
    assert files(workspace) == before


def test_nothing_is_written_through_a_link(workspace: Path, tmp_path: Path) -> None:
    """A link in the place of a new file or its folder is refused, and nothing is made where it leads."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (workspace / "content" / "programmes" / NEXT).symlink_to(outside)
    (workspace / "content" / "schemes" / "bridges.yaml").symlink_to(outside / "bridges.yaml")

    with pytest.raises(RefusedRecordError):
        new_programme(project_of(workspace), NEXT, "water-parks", 2022)
    with pytest.raises(RefusedRecordError):
        new_scheme(project_of(workspace), "bridges")

    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", ["2022", "1e5", "true", "null", "0x1F", "2022-01-01", "no"])
def test_an_id_that_looks_like_something_else_is_quoted(workspace: Path, name: str) -> None:
    """Ids of digits, dates or words of YAML stay text in the files that are made."""
    project = project_of(workspace)
    new_scheme(project, name)
    new_programme(project, name, "water-parks", 2022)
    records, _ = load(workspace / "content")

    assert records[f"content/schemes/{name}.yaml"].data["id"] == name
    assert records[f"content/programmes/{name}/programme.yaml"].data["id"] == name


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_speaks_both_languages(reason: str) -> None:
    """A refusal is a Chinese sentence and an English one, with the value filled in."""
    text = RefusedRecordError(reason, "X-1").text

    assert re.fullmatch(r".*[\u4e00-\u9fff].*。[ -~]+\.", text)
    assert "{" not in text
