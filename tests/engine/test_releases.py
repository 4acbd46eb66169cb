"""What publishing writes down of the files it releases, and which former files the site still offers."""

import datetime as dt
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from workspace_factory import RECORDS, ROUND, lines, project_of, rewrite, snapshot

from gongshi.diagnostics import Report
from gongshi.preview import take_record
from gongshi.publish import publish
from gongshi.release.record import RECORD

KEY = f"{ROUND}/approval-hubin"
LATER = dt.date(2022, 3, 1)
PINNED = "2021-06-30"
"""The day that the workspace pins, whatever the clock says."""


def again(root: Path, day: dt.date = LATER) -> Report:
    """Another run on a later day, which must succeed."""
    report = publish(replace(project_of(root), today=day))
    assert not report.has_errors, report.diagnostics
    return report


def releases(root: Path, notice: str = "") -> list[dict[str, Any]]:
    """The entries of the record, of one notice or of all."""
    entries = json.loads((root / RECORD).read_text(encoding="utf-8"))["releases"]
    return [entry for entry in entries if not notice or entry["notice"] == notice]


def sums(folder: Path, key: str = KEY) -> dict[str, str]:
    """SHA-256 of the PDF and the DOCX of a notice below a folder."""
    return {kind: hashlib.sha256((folder / f"{key}.{kind}").read_bytes()).hexdigest() for kind in ("pdf", "docx")}


def copy_to(root: Path, organ: str, instead: str) -> None:
    """Change whom the one notice is copied to."""
    rewrite(root / RECORDS / "notices.yaml", f"      - {instead}\n", f"      - {organ}\n")


def test_the_first_release_is_written_down(published: Path) -> None:
    """Each public notice stands in the record once, with its files' sums and the day it pins; no draft does."""
    found = releases(published)

    assert {entry["notice"].removeprefix(f"{ROUND}/") for entry in found} == {
        *("approval-hubin", "award", "call", "publicity")
    }
    assert {(entry["version"], entry["released_on"]) for entry in found} == {(1, PINNED)}
    for entry in found:
        wanted = sums(published / "notices", entry["notice"])
        assert {file["kind"]: file["sha256"] for file in entry["files"]} == wanted


def test_a_changed_notice_adds_one_version_and_its_old_files_stay_to_be_had(published: Path) -> None:
    """Two changes give three versions; both former pairs stand on the site under their sums, and then all is still."""
    first = sums(published / "notices")
    copy_to(published, "东湖市财政局", "东湖市经信局")
    again(published)
    second = sums(published / "notices")
    copy_to(published, "东湖市审计局", "东湖市财政局")
    again(published)

    assert len(releases(published)) == 4 + 2
    assert [entry["version"] for entry in releases(published, KEY)] == [1, 2, 3]
    assert [entry["released_on"] for entry in releases(published, KEY)] == [PINNED] * 3
    for kind, sum_ in [*first.items(), *second.items()]:
        kept = published / "site" / "notices" / f"{KEY}.{sum_[:12]}.{kind}"
        assert hashlib.sha256(kept.read_bytes()).hexdigest() == sum_
        assert sum_ in (published / "site" / "notices" / KEY / "index.html").read_text(encoding="utf-8")
    before = snapshot(published)
    assert again(published, dt.date(2022, 4, 1)).written == ()
    assert snapshot(published) == before


def test_a_former_file_taken_from_the_site_by_hand_does_not_come_back(published: Path) -> None:
    """What must not stay public can be deleted; the record keeps its sum, and the page says that it is not kept."""
    sum_ = sums(published / "notices")["pdf"]
    copy_to(published, "东湖市财政局", "东湖市经信局")
    again(published)
    kept = published / "site" / "notices" / f"{KEY}.{sum_[:12]}.pdf"
    kept.unlink()
    again(published)
    page = (published / "site" / "notices" / KEY / "index.html").read_text(encoding="utf-8")

    assert not kept.exists()
    assert sum_ in page
    assert "PDF（未保存）" in page


def test_a_change_that_no_notice_shows_adds_no_version(published: Path) -> None:
    """The site is built anew, the record is not touched."""
    rewrite(published / RECORDS / "applications.yaml", "整修山塘两处，铺设输水管道。", "整修山塘三处，铺设输水管道。")

    assert again(published).written == ("site",)


def test_a_deleted_record_begins_anew(published: Path) -> None:
    """Without the record every notice is released for the first time, where no day is pinned on the day of this run."""
    (published / RECORD).unlink()

    assert not publish(replace(project_of(published), today=LATER, pinned=False)).has_errors

    assert {(entry["version"], entry["released_on"]) for entry in releases(published)} == {(1, LATER.isoformat())}


def test_a_notice_withdrawn_from_the_records_keeps_its_history(published: Path) -> None:
    """Its files and its page go, its entry stays."""
    text = (published / RECORDS / "notices.yaml").read_text(encoding="utf-8")
    begin, end = text.index("  - id: approval-hubin"), text.index("  # 草稿还没有字号")
    rewrite(published / RECORDS / "notices.yaml", text[begin:end], "")

    again(published)

    assert len(releases(published, KEY)) == 1
    assert not (published / f"notices/{KEY}.pdf").exists()


@pytest.mark.parametrize("spoil", ["", '{"format": 1, "releases": [\n{"notice": 3}]}'])
def test_a_spoilt_record_stops_the_run(published: Path, spoil: str) -> None:
    """It is told with its file, nothing is released, and the record stays as somebody left it."""
    (published / RECORD).write_text(spoil, encoding="utf-8")
    copy_to(published, "东湖市财政局", "东湖市经信局")
    before = snapshot(published)

    report = publish(project_of(published))

    (told,) = lines(report.diagnostics)
    assert told.startswith(RECORD)
    assert told.split()[1:3] == ["错误", "releases-spoilt"]
    assert snapshot(published) == before


def test_a_dry_run_writes_no_release_down(published: Path) -> None:
    """It says that the record would grow; the record does not."""
    copy_to(published, "东湖市财政局", "东湖市经信局")
    before = snapshot(published)

    report = publish(project_of(published), dry_run=True)

    assert RECORD in report.written
    assert snapshot(published) == before


def test_a_preview_reads_the_record_and_leaves_it(published: Path) -> None:
    """A preview shows what would be released next; what it showed before is forgotten, the workspace is not told."""
    project = replace(project_of(published), out=published / "build" / "preview", today=LATER)
    before = snapshot(published)
    for now, then in (("东湖市财政局", "东湖市经信局"), ("东湖市审计局", "东湖市财政局")):
        copy_to(published, now, then)
        take_record(project)
        assert not publish(project).has_errors

    assert [entry["version"] for entry in releases(project.out, KEY)] == [1, 2]
    assert snapshot(published) == before


def test_a_preview_of_what_was_never_released_begins_anew(workspace: Path) -> None:
    """Where the workspace has no record yet, what an earlier preview wrote is forgotten."""
    project = replace(project_of(workspace), out=workspace / "build" / "preview")
    left = project.out / RECORD
    left.parent.mkdir(parents=True)
    left.write_text("{}", encoding="utf-8")

    take_record(project)

    assert not left.exists()
