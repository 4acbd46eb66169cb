"""`invoke rank`: every step from points to outcome, what other programs get, and how it leaves."""

import json
import subprocess
from pathlib import Path

import pytest
from command import invoke
from workspace_factory import BAD, MINIMAL, RECORDS, ROUND, copy_workspace, read, rewrite

from gongshi.desk.ranking import as_data, method, tables
from gongshi.model.model import Model
from gongshi.model.round import Round


def ask(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`invoke rank` on a workspace, redirected."""
    return invoke(root, "rank", *words)


def with_edits(folder: Path, **edits: tuple[str, str]) -> tuple[Model, Round]:
    """The minimal workspace with one text replaced in each of the files named."""
    workspace = copy_workspace(folder / "workspace")
    for name, (old, new) in edits.items():
        rewrite(workspace / RECORDS / f"{name}.yaml", old, new)
    model = read(workspace)[0]
    return model, model.rounds[ROUND]


def rows_of(found: tuple[Model, Round], category: int = 0) -> list[tuple[str, ...]]:
    """Head and rows of one category's table."""
    _, head, rows = list(tables(*found))[category]
    return [head, *rows]


def test_each_category_is_told_with_its_quota_line() -> None:
    """The method first, then totals, means, ranks and outcomes; the line stands after the last place."""
    result = ask(MINIMAL, ROUND)
    lines = result.stdout.splitlines()

    assert (result.returncode, result.stderr) == (0, "")
    assert lines[0].startswith("评审办法（二）：方案质量40分、任务和项目35分、基础和保障25分；每件申报至少3名专家评分")
    assert lines[2] == "内部资料，不对外提供。Internal, not for release."
    assert lines[4].split("\t") == ["名次", "申报", "地区", "e1", "e2", "e3", "平均分", "得分", "评审结果"]
    assert lines[5].split("\t")[3:] == ["90.97", "91.37", "91.77", "91.37", "91.37", "列入"]
    assert lines[6].split("\t")[:2] == ["──", "名额1个"]
    assert lines[7].split("\t")[::8] == ["2", "未列入"]


def test_dropped_totals_are_bracketed_and_the_exact_mean_is_told(tmp_path: Path) -> None:
    """With one highest and one lowest dropped the middle total is the mean."""
    found = with_edits(tmp_path, programme=("dropped: 0", "dropped: 1"))

    assert rows_of(found)[1][3:] == ("(90.97)", "91.37", "(91.77)", "91.37", "91.37", "列入")
    assert "去掉1个最高总分和1个最低总分" in next(iter(method(found[1])))


def test_a_mean_without_end_is_cut_off_not_rounded(tmp_path: Path) -> None:
    """274.13 by three is 91.376666…; the score beside it is rounded."""
    found = with_edits(tmp_path, reviews=("plan: 36.71", "plan: 36.73"))

    assert rows_of(found)[1][6:8] == ("91.376666…", "91.38")


def test_recusal_is_shown_in_the_table_and_told_with_its_reason(tmp_path: Path) -> None:
    """An expert tied to the county is marked 回避, and a line says why."""
    tied = ("employer: 样例大学甲}", 'employer: 样例大学甲, divisions: ["990102"]}')
    found = with_edits(tmp_path, reviews=tied)

    assert rows_of(found)[1][3:6] == ("回避", "91.37", "91.77")
    assert "回避：e1 不评 2021-hubin（与申报地区有关联）。" in list(method(found[1]))


def test_ties_are_told_as_far_as_they_were_compared(tmp_path: Path) -> None:
    """Equal scores with another plan and tasks show the first criterion that differs, and no further one."""
    workspace = copy_workspace(tmp_path / "workspace", BAD / "tie-at-the-cut")
    model = read(workspace)[0]
    same = rows_of((model, model.rounds[ROUND]))
    for old, new in (("plan: 36.71, tasks: 32.12", "plan: 36.73, tasks: 32.10"),):
        text = (workspace / RECORDS / "reviews.yaml").read_text(encoding="utf-8")
        (workspace / RECORDS / "reviews.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    model = read(workspace)[0]
    apart = rows_of((model, model.rounds[ROUND]))

    assert same[0][8] == "同分比较"
    assert [row[8] for row in (same[1], same[3])] == ["方案质量36.55，任务和项目31.98，仍相同"] * 2
    assert [row[8] for row in (apart[1], apart[3])] == ["方案质量36.556666…", "方案质量36.55"]


def test_who_was_passed_over_or_stepped_in_is_told(tmp_path: Path) -> None:
    """A reason on record and a substitution are lines of their own; the table shows what the panel proposed."""
    lines = {"results": ("2021-qingxi, outcome: not_selected", "2021-qingxi, outcome: not_selected, reason: 撤回申报")}
    workspace = copy_workspace(tmp_path / "more")
    rewrite(
        workspace / RECORDS / "results.yaml",
        "\noutcomes:",
        "\nsubstitutions:\n  - {falls_out: 2021-bailu, decided_on: 2021-04-30}\n\noutcomes:",
    )
    substituted = read(workspace)[0].rounds[ROUND]

    assert "不按排名：2021-qingxi（撤回申报）。" in list(method(with_edits(tmp_path, **lines)[1]))
    assert "2021-04-30 2021-bailu 退出，没有递补。" in list(method(substituted))


def test_an_application_without_scores_stands_below(tmp_path: Path) -> None:
    """An application that nobody scored has no rank but is not forgotten."""
    workspace = copy_workspace(tmp_path / "workspace", BAD / "score-missing")
    model = read(workspace)[0]

    *_, last = rows_of((model, model.rounds[ROUND]))
    assert last == ("—", "2021-qingxi", "青溪县", *("—",) * 5, "未列入")


def test_other_programs_get_the_same_to_the_last_digit() -> None:
    """JSON has totals and scores as text, exact means as fractions."""
    data = json.loads(ask(MINIMAL, ROUND, "--json").stdout)
    first = data["categories"][0]["standings"][0]

    assert (data["programme"], data["categories"][0]["above_quota_line"]) == (ROUND, 1)
    assert (first["application"], first["mean"], first["score"]) == ("2021-hubin", "9137/100", "91.37")
    assert first["totals"][0] == {"expert": "e1", "points": "90.97", "counts": True}
    assert first["ties"] == {"plan": "731/20", "tasks": "1599/50"}


def test_before_the_review_there_is_nothing_to_rank(tmp_path: Path) -> None:
    """A round without scores says so, and its applications stand without ranks."""
    workspace = copy_workspace(tmp_path / "workspace")
    (workspace / RECORDS / "reviews.yaml").unlink()
    (workspace / RECORDS / "results.yaml").unlink()
    model = read(workspace)[0]

    assert list(method(model.rounds[ROUND])) == ["还没有评审得分。No scores yet."]
    assert as_data(model, model.rounds[ROUND])["categories"][0]["unranked"] == ["2021-hubin", "2021-qingxi"]
    assert {row[0] for row in rows_of((model, model.rounds[ROUND]))[1:]} == {"──", "—"}


@pytest.mark.parametrize(("case", "ranked"), [("points-above-criterion", False), ("tie-at-the-cut", True)])
def test_problems_are_told_and_faulty_scores_are_not_ranked(case: str, tmp_path: Path, *, ranked: bool) -> None:
    """A tie at the cut is told below the ranking; with points out of range there is no ranking to show."""
    result = ask(copy_workspace(tmp_path / "workspace", BAD / case), ROUND)

    assert (result.returncode, result.stderr) == (1, "")
    assert ("名额1个" in result.stdout) == ranked
    assert "content/programmes/2021-water-parks/reviews.yaml:" in result.stdout


def test_an_unknown_round_is_a_usage_error_that_names_the_known_ones() -> None:
    """Exit 2, nothing on stdout."""
    result = ask(MINIMAL, "2020-water-parks")

    assert (result.returncode, result.stdout) == (2, "")
    assert "没有编号为 2020-water-parks 的申报，现有：2021-water-parks。" in result.stderr
