"""`publish --only`: some notices are made, and everything else is left as it is."""

from pathlib import Path

import pytest
from command import invoke
from workspace_factory import RECORDS, ROUND, project_of, rewrite, snapshot

from gongshi.choice import UnknownNoticeError
from gongshi.diagnostics import Severity
from gongshi.engine.memory import load_memory
from gongshi.errors import EXIT_USAGE
from gongshi.publish import publish

CALL, AWARD = f"{ROUND}/call", f"{ROUND}/award"


def change_everything(root: Path) -> None:
    """Another name of the office: every notice has to be made again."""
    rewrite(root / "content" / "organs.yaml", "    name: 样例省经济和信息化厅\n", "    name: 样例省经济信息化厅\n")


def memory(root: Path) -> dict[str, object]:
    """What is remembered of each task."""
    return dict(load_memory(root / "build" / "memory.json"))


def test_only_the_named_notice_is_made(published: Path) -> None:
    """Its files are new, all others and the site are as they were, and the report says so."""
    change_everything(published)
    before, known = snapshot(published), memory(published)

    report = publish(project_of(published), only=[CALL])

    made = {f"notices/{CALL}.docx", f"notices/{CALL}.pdf"}
    assert {output for output in report.written if output.startswith("notices/")} == made
    assert report.removed == ()
    changed = {name for name, state in snapshot(published).items() if before.get(name) != state}
    assert changed == made
    assert {name for name, task in memory(published).items() if known[name] != task} == {f"公文 {CALL}"}
    (told,) = (found for found in report.diagnostics if found.code == "only-chosen")
    assert told.severity is Severity.NOTE
    assert CALL in told.words[0]


def test_the_next_whole_run_makes_the_rest(published: Path) -> None:
    """What was left is not forgotten: a whole run makes the other notices and the site, and not the same one again."""
    change_everything(published)
    publish(project_of(published), only=[CALL])

    tasks = {name for name, _ in publish(project_of(published)).reasons}

    assert f"公文 {CALL}" not in tasks
    assert {f"公文 {AWARD}", "网站"} <= tasks


def test_several_notices_or_a_whole_round(published: Path) -> None:
    """Names add up; the id of a round stands for all its notices, drafts too, but not for its form."""
    change_everything(published)

    two = publish(project_of(published), only=[CALL, AWARD], dry_run=True)
    whole = publish(project_of(published), only=[ROUND], dry_run=True)

    assert {name for name, _ in two.reasons} == {f"公文 {CALL}", f"公文 {AWARD}"}
    assert {name for name, _ in whole.reasons} == {
        f"公文 {ROUND}/{name}" for name in ("approval-bailu", "approval-hubin", "award", "call", "publicity")
    }


def test_nothing_is_taken_away(published: Path) -> None:
    """A notice that no record names any more stays until a whole run, which still knows that it made it."""
    text = (published / RECORDS / "notices.yaml").read_text(encoding="utf-8")
    begin, end = text.index("  - id: approval-hubin"), text.index("  # 草稿还没有字号")
    rewrite(published / RECORDS / "notices.yaml", text[begin:end], "")
    gone = published / "notices" / ROUND / "approval-hubin.pdf"

    assert publish(project_of(published), only=[CALL]).removed == ()
    assert gone.exists()
    assert f"notices/{ROUND}/approval-hubin.pdf" in publish(project_of(published)).removed
    assert not gone.exists()


def test_in_a_fresh_workspace_the_site_does_not_come_to_be(workspace: Path) -> None:
    """One notice can be seen before anything else was made."""
    report = publish(project_of(workspace), only=[CALL])

    assert not report.has_errors
    assert (workspace / "notices" / f"{CALL}.pdf").is_file()
    assert not (workspace / "site").exists()


@pytest.mark.parametrize("name", ["2021-water-parks/cal", "2021-water-park", "call"])
def test_an_unknown_name_is_refused_with_the_nearest(published: Path, name: str) -> None:
    """Nothing is made, and the nearest names are told."""
    before = snapshot(published)

    with pytest.raises(UnknownNoticeError) as refused:
        publish(project_of(published), only=[CALL, name])

    assert refused.value.code == EXIT_USAGE
    assert name in refused.value.text
    assert ROUND in refused.value.text.partition("相近的有")[2]
    assert snapshot(published) == before


def test_names_on_the_command_line(published: Path) -> None:
    """`--only` may be given several times or with commas; a wrong name ends with 2."""
    change_everything(published)

    done = invoke(published, "publish", "--only", CALL, "--only", f"{AWARD},{ROUND}/publicity")
    wrong = invoke(published, "publish", "--only", f"{ROUND}/cal")
    none = invoke(published, "publish", "--only", "，")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "只生成了指定的 3 件公文" in done.stdout
    assert f"已写入 notices/{ROUND}/  6" in done.stdout
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)
    assert f"相近的有 {CALL}" in wrong.stderr
    assert (none.returncode, none.stdout) == (2, "")
