"""The record of releases: which files of which notice were released when; it only ever grows."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gongshi.errors import GongshiError

RECORD = "notices/releases.json"
"""Path of the record in the workspace, beside the notices, with which it is kept."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class ReleasedFile(_Value):
    """A file as it was released."""

    kind: Literal["pdf", "docx"]
    size: Annotated[int, Field(ge=0)]
    """Octets."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Release(_Value):
    """A notice as it was released once; the next release of the same notice has other bytes in one file at least."""

    notice: Annotated[str, Field(pattern=r"^[\w-]+/[\w-]+$")]
    """Key of the notice: programme/id."""
    version: Annotated[int, Field(ge=1)]
    """Counted from 1 for each notice."""
    released_on: dt.date
    """The workspace's day at the run that released it: the clock's, or the one it pins for demonstrations."""
    files: Annotated[tuple[ReleasedFile, ...], Field(min_length=1)]


class _Record(_Value):
    format: Literal[1]
    releases: tuple[Release, ...]


class SpoiltRecordError(GongshiError):
    """The record exists but is damaged; the message says in what way, in Chinese."""

    sentence = "发布登记不能用：{0}。The record of releases cannot be used."

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line
        """Line of the record at fault, from 1; None if no single line is."""


def read_record(file: Path) -> tuple[Release, ...]:
    """The releases so far, the first one first; none if there is no record.

    Raises:
        SpoiltRecordError: It cannot be read, is not as this program writes it, or leaves out a version.
    """
    if not (file.exists() or file.is_symlink()):
        return ()
    try:
        text = file.read_text(encoding="utf-8")
        json.loads(text)  # its error names the line
        releases = _Record.model_validate_json(text).releases
    except OSError as error:
        raise SpoiltRecordError(f"文件打不开（{error.strerror}）") from error
    except UnicodeDecodeError as error:
        raise SpoiltRecordError("文件不是 UTF-8 文本") from error
    except json.JSONDecodeError as error:
        raise SpoiltRecordError("文件残缺或者有语法错误", error.lineno) from error
    except ValidationError as error:
        raise SpoiltRecordError(_wrong(error)) from error
    except (ValueError, RecursionError) as error:
        raise SpoiltRecordError("文件不是发布登记") from error
    _refuse_gaps(releases)
    return releases


def _wrong(error: ValidationError) -> str:
    """Which entry and which of its fields does not fit."""
    first = error.errors(include_url=False, include_input=False)[0]
    where = first["loc"]
    if len(where) > 1 and where[0] == "releases" and isinstance(where[1], int):
        field = ".".join(str(key) for key in where[2:])
        return f"第 {where[1] + 1} 条{f'的 {field} ' if field else ''}不合登记的格式"
    return f"{'.'.join(map(str, where)) or '文件'} 不合登记的格式"


def _refuse_gaps(releases: Iterable[Release]) -> None:
    last: dict[str, int] = {}
    for number, release in enumerate(releases, start=1):
        if release.version != last.get(release.notice, 0) + 1:
            raise SpoiltRecordError(f"第 {number} 条的版次不接 {release.notice} 的上一版")
        last[release.notice] = release.version


def with_files(
    releases: tuple[Release, ...], files: Mapping[str, tuple[Path, ...]], day: dt.date
) -> tuple[Release, ...]:
    """The releases with one more for each notice whose files have other bytes than at its last release.

    Args:
        releases: The releases so far; all of them stay.
        files: PDF and DOCX of each notice that is released now, by key.
        day: The workspace's day at this run.
    """
    last = {release.notice: release for release in releases}
    added = []
    for key, paths in files.items():
        found = tuple(_file(path) for path in paths)
        before = last.get(key)
        if before is None or before.files != found:
            version = before.version + 1 if before else 1
            added.append(Release(notice=key, version=version, released_on=day, files=found))
    return (*releases, *added)


def _file(path: Path) -> ReleasedFile:
    content = path.read_bytes()
    kind: Literal["pdf", "docx"] = "pdf" if path.suffix == ".pdf" else "docx"
    return ReleasedFile(kind=kind, size=len(content), sha256=hashlib.sha256(content).hexdigest())


def has_sum(path: Path, sha256: str) -> bool:
    """Whether a file is there and has that SHA-256."""
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def versions_of(releases: Iterable[Release], notice: str) -> tuple[Release, ...]:
    """Every release of a notice, the latest first."""
    return tuple(reversed([release for release in releases if release.notice == notice]))


def record_text(releases: Iterable[Release]) -> str:
    """The text of the record's file: JSON with a line for each release, so that a new release only adds a line."""
    lines = ",\n".join(release.model_dump_json() for release in releases)
    return f'{{"format": 1, "releases": [\n{lines}\n]}}\n'
