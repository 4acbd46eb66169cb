"""The record of releases: how it grows, and what it refuses to believe."""

import datetime as dt
import json
from pathlib import Path

import pytest

from gongshi.release.record import Release, SpoiltRecordError, read_record, record_text, versions_of, with_files

FIRST, LATER = dt.date(2021, 5, 10), dt.date(2021, 6, 1)
SUM = "0" * 64
ENTRY = {
    "notice": "a/b",
    "version": 1,
    "released_on": "2021-05-10",
    "files": [{"kind": "pdf", "size": 1, "sha256": SUM}],
}


def pair(folder: Path, content: bytes) -> tuple[Path, ...]:
    """A PDF and a DOCX with that content."""
    files = (folder / "call.pdf", folder / "call.docx")
    for file in files:
        file.write_bytes(content)
    return files


def record(*entries: object) -> str:
    """A record of those entries."""
    return json.dumps({"format": 1, "releases": entries})


def test_other_bytes_are_another_version(tmp_path: Path) -> None:
    """The same files add nothing, other bytes one version, and bytes that come back a third; nothing is taken away."""
    one = with_files((), {"a/call": pair(tmp_path, b"1")}, FIRST)
    same = with_files(one, {"a/call": pair(tmp_path, b"1")}, LATER)
    two = with_files(one, {"a/call": pair(tmp_path, b"2")}, LATER)
    back = with_files(two, {"a/call": pair(tmp_path, b"1")}, LATER)

    assert same == one
    assert two[:1] == one
    assert [(release.version, release.released_on) for release in versions_of(two, "a/call")] == [
        (2, LATER),
        (1, FIRST),
    ]
    assert (len(back), back[2].files) == (3, one[0].files)


def test_a_notice_that_is_gone_keeps_its_history(tmp_path: Path) -> None:
    """A run without a notice leaves its releases, and the notice goes on where it stopped when it is back."""
    one = with_files((), {"a/call": pair(tmp_path, b"1")}, FIRST)
    without = with_files(one, {"a/award": pair(tmp_path, b"1")}, LATER)
    again = with_files(without, {"a/call": pair(tmp_path, b"2")}, LATER)

    assert without[0] == one[0]
    assert [release.version for release in versions_of(again, "a/call")] == [2, 1]


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    """A later release adds a line and changes no former one but for its comma."""
    file = tmp_path / "releases.json"
    one = with_files((), {"a/call": pair(tmp_path, b"1")}, FIRST)
    two = with_files(one, {"a/call": pair(tmp_path, b"2")}, LATER)
    file.write_text(record_text(two), encoding="utf-8")

    assert read_record(file) == two
    assert read_record(tmp_path / "none.json") == ()
    assert record_text(two).startswith(record_text(one).removesuffix("\n]}\n"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "语法错误"),
        (record(ENTRY).encode()[:-2], "语法错误"),
        (b"\xff\xfe", "UTF-8"),
        (b"[]", "文件 不合"),
        (b'{"format": 2, "releases": []}', "format 不合"),
        (b"[" * 100_000, "文件"),
        (record({**ENTRY, "note": ""}).encode(), "第 1 条的 note 不合"),
        (record(ENTRY | {"released_on": "2021-13-01"}).encode(), "第 1 条的 released_on 不合"),
        (record(ENTRY | {"notice": "../../etc"}).encode(), "第 1 条的 notice 不合"),
        (record(ENTRY | {"files": [{"kind": "exe", "size": 1, "sha256": SUM}]}).encode(), "files.0.kind 不合"),
        (record(ENTRY | {"files": [{"kind": "pdf", "size": "1", "sha256": SUM}]}).encode(), "files.0.size 不合"),
        (record(ENTRY | {"files": [{"kind": "pdf", "size": 1, "sha256": "../x"}]}).encode(), "files.0.sha256 不合"),
        (record(ENTRY, ENTRY).encode(), "第 2 条的版次不接 a/b 的上一版"),
        (record(ENTRY, ENTRY | {"version": 3}).encode(), "第 2 条的版次不接 a/b 的上一版"),
    ],
)
def test_a_spoilt_record_is_not_believed(tmp_path: Path, content: bytes, reason: str) -> None:
    """Cut off, of another format, with a field or a version that does not fit: it says what is wrong."""
    file = tmp_path / "releases.json"
    file.write_bytes(content)

    with pytest.raises(SpoiltRecordError, match=reason):
        read_record(file)


def test_a_slip_has_its_line(tmp_path: Path) -> None:
    """The line of a slip is told."""
    file = tmp_path / "releases.json"
    file.write_text('{"format": 1, "releases": [\n{"notice": "a/b",}\n]}\n', encoding="utf-8")

    with pytest.raises(SpoiltRecordError) as caught:
        read_record(file)

    assert caught.value.line == 2


def test_what_is_no_file_is_not_believed(tmp_path: Path) -> None:
    """A folder in its place and a link to nowhere are refused, not taken for an empty record."""
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "nowhere.json")

    for place in (tmp_path, link):
        with pytest.raises(SpoiltRecordError):
            read_record(place)


def test_a_release_is_a_value() -> None:
    """It cannot be changed once it is there."""
    release = Release.model_validate_json(json.dumps(ENTRY))

    with pytest.raises(ValueError, match="frozen"):
        release.version = 2  # type: ignore[misc]  # that is the point
