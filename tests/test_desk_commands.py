"""What staff type at the desk: `invoke status`, `invoke new` and `--today`, with their exit codes."""

import json
from pathlib import Path

import pytest
from command import invoke
from workspace_factory import ROUND


def told_by(root: Path, *words: str) -> tuple[int, str]:
    """A task of the program on a workspace: exit code, and all that it printed."""
    done = invoke(root, *words)
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


def test_status_is_plain_lines_when_redirected(workspace: Path) -> None:
    """Away from a terminal the board is lines with tabs, one for each round and each item."""
    code, told = told_by(workspace, "status")

    assert code == 0
    assert told.startswith("看板 2021-06-30\n年度申报\t阶段\t下一步\t期限\t逾期\t受阻\n")
    assert f"\n{ROUND} 节水型园区\t已公布·资金下达\t下达资金\t2021-07-09 还有9天\t1\t2\n" in told


def test_status_as_json_on_a_day_that_was_asked_for(workspace: Path) -> None:
    """`--today` goes before the day that the workspace pins, and JSON is all that is printed."""
    code, told = told_by(workspace, "status", "--json", "--today", "2021-04-25")
    data = json.loads(told)

    assert (code, data["today"]) == (0, "2021-04-25")
    assert data["programmes"][0]["stage"]["id"] == "in_publicity"
    assert data["programmes"][0]["next"]["days_left"] == 2


@pytest.mark.parametrize("task", ["check", "publish", "status"])
@pytest.mark.parametrize("day", ["2021-02-30", "today", "21-1-1"])
def test_a_day_that_is_none_is_a_usage_error(workspace: Path, task: str, day: str) -> None:
    """A wrong day ends with 2 and one sentence, before anything is read or made."""
    code, told = told_by(workspace, task, "--today", day)

    assert (code, told.count("\n")) == (2, 1)
    assert f"--today 应为日期，如 2016-05-01，写的是 {day}。" in told
    assert not (workspace / "build").exists()


def test_check_takes_the_day_that_was_asked_for(workspace: Path) -> None:
    """Notices dated after the day that was asked for are pointed out."""
    assert "(future-notice)" not in told_by(workspace, "check")[1]
    assert "(future-notice)" in told_by(workspace, "check", "--today", "2021-05-01")[1]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("scheme --id bridges", 0, "已建 content/schemes/bridges.yaml"),
        ("programme --id 2022-parks --scheme water-parks --year 2022", 0, f"设置抄自 {ROUND}"),
        (f"notice --programme {ROUND} --kind approval --all", 0, "样经信〔2021〕9004号"),
        (f"notice --programme {ROUND} --kind approval --application 2021-hubin", 3, "--id 另取编号"),
        (f"notice --programme {ROUND} --kind call", 3, "不覆盖"),
        (f"programme --id {ROUND} --scheme water-parks --year 2022", 3, "不覆盖"),
        ("scheme --id water-parks", 3, "不覆盖"),
        ("workspace", 3, "不覆盖"),
        ("scheme --id bridges --categories stone,../wood", 2, "编号“../wood”"),
        ("scheme", 2, "编号"),
        ("programme --id 2022-parks --scheme water-parks", 2, "--year 应为正整数"),
        ("notice", 2, "请写明 --programme"),
        ("kind", 2, "可新建"),
    ],
)
def test_new_tells_what_it_made_or_why_not(workspace: Path, words: str, code: int, told: str) -> None:
    """What is made is named, what is there already ends with 3 and a wrong option with 2."""
    ended, printed = told_by(workspace, "new", *words.split())

    assert (ended, told in printed) == (code, True), printed
