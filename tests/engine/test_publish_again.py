"""Publishing a workspace again: what is rewritten, what is left, what is taken away."""

from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock, Timeout
from workspace_factory import RECORDS, ROUND, copy_workspace, project_of, rewrite, snapshot

from gongshi.diagnostics import Report
from gongshi.publish import publish
from gongshi.release.stage import RefusedError

NOTICES = f"notices/{ROUND}"
DRAFTS = f"build/drafts/{ROUND}"


def again(root: Path, *, dry_run: bool = False) -> Report:
    """Another run, which must succeed."""
    report = publish(project_of(root), dry_run=dry_run)
    assert not report.has_errors, report.diagnostics
    return report


def files(folder: Path) -> list[str]:
    """Names of all files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def made(report: Report) -> set[str]:
    """Names of the outputs a run wrote, without the text kept for the site and the record of releases."""
    kept_for_us = ("build/text/", "notices/releases.json")
    return {output.removeprefix(f"{NOTICES}/") for output in report.written if not output.startswith(kept_for_us)}


def test_publishing_makes_a_docx_and_a_pdf_of_each_approved_notice(published: Path) -> None:
    """Approved notices are in notices/<round>/ under their ids, in both formats; the form, the record, nothing else."""
    names = ["approval-hubin", "award", "call", "publicity"]
    form = ["releases.json", *(f"{ROUND}/application-form.{kind}" for kind in ("docx", "xlsx"))]
    notices = [f"{ROUND}/{name}.{kind}" for name in names for kind in ("docx", "pdf")]

    assert files(published / "notices") == sorted([*form, *notices])
    assert (published / "site" / "index.html").is_file()


def test_the_site_offers_the_blank_form_as_it_was_made(published: Path) -> None:
    """The form beside the round's page is that of notices/, byte by byte."""
    offered = published / "site" / "programmes" / ROUND

    for kind in ("docx", "xlsx"):
        name = f"application-form.{kind}"
        assert (offered / name).read_bytes() == (published / NOTICES / name).read_bytes()


def test_second_publish_writes_nothing(published: Path) -> None:
    """An unchanged workspace is left alone: no file is rewritten, none is even touched."""
    before = snapshot(published)

    report = again(published)

    assert (report.written, report.removed, report.reasons) == ((), (), ())
    assert report.kept == 4 * 3 + 2 + 2 + 2
    assert snapshot(published) == before


def test_a_workspace_that_moved_is_left_alone(published: Path) -> None:
    """What was made holds no path of the machine: the same folder elsewhere needs no new run, and its site works."""
    moved = published.rename(published.with_name("moved"))

    assert again(moved).written == ()
    assert (moved / "site" / "index.html").is_file()


def test_two_runs_give_the_same_bytes(published: Path, tmp_path: Path) -> None:
    """Another folder, another number of jobs: every file of notices/ and site/ is the same to the byte."""
    other = copy_workspace(tmp_path / "other")

    publish(replace(project_of(other), jobs=1))

    ours, theirs = snapshot(published), snapshot(other)
    assert {name.split("/", 2)[-1]: print_ for name, (print_, _) in ours.items()} == {
        name.split("/", 2)[-1]: print_ for name, (print_, _) in theirs.items()
    }


@pytest.mark.parametrize(
    ("old", "new", "rewritten"),
    [
        ("整修山塘两处，铺设输水管道。", "整修山塘三处，铺设输水管道。", {"site"}),
        (
            "湖滨区节水型园区实施方案",
            "湖滨区沿河园区实施方案",
            {f"{name}.{kind}" for name in ("publicity", "award", "approval-hubin") for kind in ("docx", "pdf")}
            | {"site"},
        ),
        ("青溪县节水型园区实施方案", "青溪县山区园区实施方案", set()),
    ],
    ids=["a winner's project", "a winner's plan", "a loser's plan"],
)
def test_a_changed_application_rewrites_what_shows_it(published: Path, old: str, new: str, rewritten: set[str]) -> None:
    """A project is on the site alone, a plan's title also in three notices, a losing application nowhere."""
    before = snapshot(published)
    rewrite(published / RECORDS / "applications.yaml", old, new)

    report = again(published)

    assert made(report) == rewritten
    after = snapshot(published)
    untouched = [name for name in before if name.startswith(NOTICES) and Path(name).name not in rewritten]
    assert {name: before[name] for name in untouched} == {name: after[name] for name in untouched}


def test_moving_a_record_down_its_file_rewrites_nothing(published: Path) -> None:
    """Comments and blank lines are no change: notices depend on what records say, not on where it stands."""
    file = published / RECORDS / "notices.yaml"
    file.write_text("# 备注\n\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")

    assert again(published).written == ()


@pytest.mark.parametrize("lost", [f"{NOTICES}/award.pdf", f"{NOTICES}/call.docx", f"{DRAFTS}/approval-bailu.pdf"])
def test_a_deleted_output_is_made_again(published: Path, lost: str) -> None:
    """Only the lost file is written, with the bytes it had."""
    content = (published / lost).read_bytes()
    (published / lost).unlink()

    report = again(published)

    assert report.written == (lost,)
    assert "不存在" in report.reasons[0][1]
    assert (published / lost).read_bytes() == content


def test_an_edited_output_is_made_again(published: Path) -> None:
    """A file that somebody changed by hand is put right."""
    file = published / NOTICES / "call.pdf"
    content = file.read_bytes()
    file.write_bytes(content + b"%")

    report = again(published)

    assert report.written == (f"{NOTICES}/call.pdf",)
    assert file.read_bytes() == content


def test_a_deleted_site_is_made_again(published: Path) -> None:
    """Without its link the site is built anew, the notices are not."""
    (published / "site").unlink()

    assert again(published).written == ("site",)
    assert (published / "site" / "index.html").is_file()


def test_an_edited_page_is_put_right(published: Path) -> None:
    """A page of the site that somebody changed by hand is made again as it was."""
    page = published / "site" / "index.html"
    content = page.read_bytes()
    page.write_bytes(b"")

    assert again(published).written == ("site",)
    assert page.read_bytes() == content


def test_without_memory_all_is_made_and_nothing_rewritten(published: Path) -> None:
    """build/ may be deleted at any time: the same bytes come out, so notices and site stay untouched."""
    before = snapshot(published)
    (published / "build" / "memory.json").unlink()

    report = again(published)

    assert made(report) == set()
    assert report.reasons[0][1] == "首次生成"
    assert snapshot(published) == before


def test_a_draft_goes_to_its_own_folder_and_nowhere_else(published: Path) -> None:
    """A draft is in build/drafts in both formats; neither notices/ nor any file of the site knows of it."""
    assert files(published / DRAFTS) == ["approval-bailu.docx", "approval-bailu.pdf"]
    assert not [name for name in files(published / "notices") if "bailu" in name]
    assert telling_of_the_draft(published / "site") == []


def telling_of_the_draft(site: Path) -> list[Path]:
    """Files of the site whose name or text has anything of the draft."""
    words = (b"approval-bailu", "白鹭区节水型园区实施方案》的批复".encode())
    texts = {path: str(path).encode() + path.read_bytes() for path in site.rglob("*") if path.is_file()}
    return [path for path, text in texts.items() if any(word in text for word in words)]


def test_an_approved_draft_leaves_the_drafts(published: Path) -> None:
    """With state and number a draft becomes a notice, and its draft files are taken away."""
    rewrite(
        published / RECORDS / "notices.yaml",
        "    state: draft\n",
        "    state: approved\n    document_no: 样经信〔2021〕9004号\n",
    )

    report = again(published)

    assert files(published / DRAFTS) == []
    assert set(report.removed) == {f"{DRAFTS}/approval-bailu.docx", f"{DRAFTS}/approval-bailu.pdf"}
    assert (published / NOTICES / "approval-bailu.pdf").is_file()
    assert telling_of_the_draft(published / "site")


def test_a_notice_put_back_to_draft_leaves_the_public(published: Path) -> None:
    """Without its approval a notice moves from notices/ and the site to the drafts, with the draft's mark."""
    record = "  - id: approval-hubin\n    kind: approval\n    state: "
    rewrite(published / RECORDS / "notices.yaml", f"{record}approved", f"{record}draft")

    report = again(published)

    assert f"{NOTICES}/approval-hubin.pdf" in report.removed
    assert f"{DRAFTS}/approval-hubin.pdf" in report.written
    assert list((published / "site").rglob("*approval-hubin*")) == []


def test_a_notice_withdrawn_from_the_records_is_taken_away(published: Path) -> None:
    """A notice that no record names any more is gone from notices/ and from the site."""
    text = (published / RECORDS / "notices.yaml").read_text(encoding="utf-8")
    begin, end = text.index("  - id: approval-hubin"), text.index("  # 草稿还没有字号")
    rewrite(published / RECORDS / "notices.yaml", text[begin:end], "")

    report = again(published)

    assert {name for name in report.removed if name.startswith("notices/")} == {
        f"{NOTICES}/approval-hubin.docx",
        f"{NOTICES}/approval-hubin.pdf",
    }
    assert [name for name in files(published / "notices") if "hubin" in name] == []
    assert list((published / "site").rglob("*approval-hubin*")) == []


def test_a_dry_run_tells_and_releases_nothing(published: Path) -> None:
    """A dry run names what a run would write and remove; what people see stays to the byte."""
    before = snapshot(published)
    rewrite(published / RECORDS / "applications.yaml", "整修山塘两处，铺设输水管道。", "整修山塘三处。")
    rewrite(published / RECORDS / "notices.yaml", "id: approval-hubin", "id: approval-lakeside")

    dry = again(published, dry_run=True)
    assert snapshot(published) == before
    real = again(published)

    assert (dry.written, dry.removed, dry.kept) == (real.written, real.removed, real.kept)
    assert f"{NOTICES}/approval-lakeside.pdf" in dry.written
    assert f"{NOTICES}/approval-hubin.pdf" in dry.removed


def test_a_dry_run_in_a_fresh_workspace_makes_nothing_public(workspace: Path) -> None:
    """Neither notices/ nor site/ comes to be."""
    report = again(workspace, dry_run=True)

    assert "site" in report.written
    assert sorted(path.name for path in workspace.iterdir()) == ["build", "content"]


def test_the_release_before_stays_and_older_ones_go(published: Path) -> None:
    """Readers half way through the old site still find it; only one old release is kept."""
    for brief in ("整修山塘三处。", "整修山塘四处。", "整修山塘五处。"):
        file = published / RECORDS / "applications.yaml"
        old = next(line for line in file.read_text(encoding="utf-8").splitlines() if "整修山塘" in line)
        rewrite(file, old, f"        brief: {brief}")
        before = (published / "site").resolve()
        again(published)

    assert {path.name for path in (published / ".releases").iterdir()} == {
        before.name,
        (published / "site").resolve().name,
    }


def test_a_second_run_at_the_same_time_is_refused(published: Path) -> None:
    """While one run holds the workspace another gives up at once and changes nothing."""
    before = snapshot(published)
    rewrite(published / RECORDS / "applications.yaml", "整修山塘两处，铺设输水管道。", "整修山塘三处。")

    with FileLock(published / "build" / "publish.lock"), pytest.raises(Timeout):
        publish(project_of(published))

    assert snapshot(published) == before


def test_progress_is_told_task_by_task(workspace: Path) -> None:
    """Each task is told once, the site last, up to all of them."""
    told: list[tuple[str, int, int]] = []

    publish(project_of(workspace), progress=lambda *progress: told.append(progress))

    assert [done for _, done, _ in told] == [1, 2, 3, 4, 5, 6, 7]
    assert {total for *_, total in told} == {7}
    assert told[-1][0] == "网站"


def test_the_report_times_its_parts(workspace: Path) -> None:
    """Reading, checking, composing, DOCX, PDF and the site each have their time."""
    parts = {timing.part for timing in publish(project_of(workspace)).timings}

    assert {"读取", "结构", "检查", "编写", "DOCX", "PDF", "网站"} <= parts


@pytest.mark.parametrize(
    "memory",
    [
        '{"format": 1, "tasks": {"x": {"inputs": {}, "outputs": {"../victim": "z", "content/organs.yaml": "z"}}}}',
        '{"format": 1, "tasks": {"x": {"inputs": 3, "outputs": []}}}',
        '{"format": 1, "tasks": []}',
        "[]",
    ],
)
def test_a_spoilt_memory_destroys_nothing(published: Path, memory: str) -> None:
    """Whatever stands in build/memory.json, no file is taken away that a run cannot have made."""
    victim = published.parent / "victim"
    victim.write_text("1", encoding="utf-8")
    (published / "build" / "memory.json").write_text(memory, encoding="utf-8")

    report = again(published)

    assert not report.has_errors
    assert report.removed == ()
    assert victim.exists()
    assert (published / "content" / "organs.yaml").exists()


def test_a_strangers_folder_in_the_sites_place_is_refused(workspace: Path) -> None:
    """A folder called site that we did not make stands untouched, and nothing is released."""
    (workspace / "site").mkdir()
    (workspace / "site" / "mine.txt").write_text("keep", encoding="utf-8")

    with pytest.raises(RefusedError):
        again(workspace)

    assert (workspace / "site" / "mine.txt").read_text(encoding="utf-8") == "keep"
    assert not (workspace / "notices").exists() or files(workspace / "notices") == []


def test_a_folder_in_a_notices_place_is_refused_before_anything_moves(published: Path) -> None:
    """What cannot be written stops the release while the old notices and the old site still stand."""
    before = (published / "site").resolve()
    call = published / "notices" / "2021-water-parks" / "call.pdf"
    call.unlink()
    call.mkdir()

    with pytest.raises(RefusedError):
        again(published)

    assert (published / "site").resolve() == before
