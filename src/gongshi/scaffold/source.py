"""What scaffolds read: the records as data, also of files that staff have not finished."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from gongshi.project import WorkspaceFolder
from gongshi.records.load import Records
from gongshi.scaffold.refusal import RefusedRecordError


def mapping(folder: WorkspaceFolder, records: Records, path: str) -> Mapping[str, Any] | None:
    """The data of a file; None if there is no such file, refused if it cannot be read."""
    if path in records:
        data = records[path].data
        if data is None or isinstance(data, dict):
            return data or {}
    if (folder.root / path).exists() or (folder.root / path).is_symlink():
        raise RefusedRecordError("faulty", path)
    return None


def programmes(records: Records) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Path and data of every programme.yaml that can be read."""
    for path, file in records.items():
        if PurePosixPath(path).name == "programme.yaml" and isinstance(file.data, dict):
            yield path, file.data


def notices(records: Records, programme: str) -> list[Mapping[str, Any]]:
    """A round's notices as data; none if there is no such file."""
    file = records.get(f"content/programmes/{programme}/notices.yaml")
    found = file.data.get("notices") if file and isinstance(file.data, dict) else None
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def numbers_in_use(folder: WorkspaceFolder, records: Records) -> Iterator[str]:
    """Document numbers of all rounds; refused if a file of notices cannot be read, since it may hold the highest."""
    for path in sorted(folder.content.glob("programmes/*/notices.yaml")):
        name = path.relative_to(folder.root).as_posix()
        mapping(folder, records, name)
        for notice in notices(records, path.parent.name):
            if isinstance(notice.get("document_no"), str):
                yield notice["document_no"]
