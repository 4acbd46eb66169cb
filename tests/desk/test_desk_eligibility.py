"""`invoke eligibility`: what is printed, what other programs get, and how it leaves."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

from command import invoke
from workspace_factory import BAD, MINIMAL, RECORDS, ROUND, copy_workspace, minimal_model, rewrite

from gongshi.desk.eligibility import Assessed, assessed, summary, tables
from gongshi.model.application import Finding
from gongshi.rules.verdict import Assessment, Verdict


def ask(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`invoke eligibility` on a workspace, redirected."""
    return invoke(root, "eligibility", *words)


def test_every_application_is_listed_with_its_reasons(tmp_path: Path) -> None:
    """Winners and losers alike, a verdict first, then a line for each condition, even where a check would refuse."""
    workspace = copy_workspace(tmp_path / "workspace", BAD / "eligibility-winner-below-the-value")

    result = ask(workspace, ROUND)
    lines = result.stdout.splitlines()

    assert (result.returncode, result.stderr) == (0, "")
    assert lines[0] == "2021-hubin  湖滨区  沿河园区：不符合"
    assert lines[3].split("\t")[:3] == ["不符合", "条件任务", "firms"]
    assert lines[3].endswith("入园企业数为29家（来源：2020年园区统计年报），要求不少于30家（通知二），不符合。")
    assert lines[-1].startswith("申报4件：符合3件，不符合1件，待核实0件。")
    assert not (workspace / "build").exists()


def test_other_programs_get_the_same(tmp_path: Path) -> None:
    """JSON has every application with verdict, sentences, clauses and parts."""
    workspace = copy_workspace(tmp_path / "workspace")
    file = workspace / RECORDS / "applications.yaml"
    rewrite(file, "    figures: [{metric: firms, value: 36, source: 2020年园区统计年报}]\n", "")

    data = json.loads(ask(workspace, ROUND, "--json").stdout)
    first = data["applications"][0]

    assert data["programme"] == ROUND
    assert [a["verdict"] for a in data["applications"]] == ["unknown", "met", "met", "met"]
    assert (first["eligibility"][1]["id"], first["eligibility"][1]["verdict"]) == ("firms", "unknown")
    assert first["completeness"][-1]["sentence"].startswith("政府来文（湖政〔2021〕9001号）")


def test_an_unknown_round_is_answered_with_the_known_ones() -> None:
    """A round that does not exist is a usage error."""
    result = ask(MINIMAL, "2020-water-parks")

    assert (result.returncode, result.stdout) == (2, "")
    assert f"没有编号为 2020-water-parks 的申报，现有：{ROUND}。" in result.stderr


def test_records_that_cannot_be_read_are_told_instead(tmp_path: Path) -> None:
    """Where a record is faulty nothing is listed: what is left would look different from what it is."""
    result = ask(copy_workspace(tmp_path / "workspace", BAD / "number-for-county"), ROUND)

    assert result.returncode == 1
    assert "(number-for-text)" in result.stdout
    assert "符合" not in result.stdout


def test_parts_stand_numbered_below_their_group() -> None:
    """A group's parts follow it, each with its number and those above."""
    model = minimal_model()
    round_ = model.rounds[ROUND]
    (found, *_) = assessed(model, round_)
    (group,) = found.eligibility[:1]
    inner = Assessment("inner", Verdict.MET, "内层。", "", (), (group,))
    outer = Assessment("outer", Verdict.MET, "外层。", "", (), (inner, group))
    nested = Assessed(found.application, found.county, found.category, (outer,), ())

    ((_, _, rows),) = tables([nested])

    assert [row[3] for row in rows] == [
        "外层。",
        "（1）内层。",
        f"（1.1）{group.sentence}",
        f"（2）{group.sentence}",
    ]


def test_the_summary_counts_every_verdict() -> None:
    """Met, not met and open add up to the applications."""
    model = minimal_model()
    round_ = model.rounds[ROUND]
    first, second, *others = round_.applications
    refused = first.model_copy(update={"findings": (Finding(condition="plan", met=False),)})
    open_ = second.model_copy(update={"findings": ()})
    changed = replace(round_, applications=(refused, open_, *others))

    assert summary(assessed(model, changed)).startswith("申报4件：符合2件，不符合1件，待核实1件。")
