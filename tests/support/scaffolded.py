"""What a scaffold made in a workspace: its files, its notices, and what a check says of them."""

from pathlib import Path

from workspace_factory import ROUND, lines, project_of

from gongshi.composed import compose_project
from gongshi.records.load import load

NEXT = "2022-water-parks"
"""A round after the minimal workspace's own."""


def problems(root: Path) -> list[str]:
    """What a check says."""
    return lines(compose_project(project_of(root)).report.diagnostics)


def files(root: Path) -> dict[str, bytes]:
    """Every record file of the workspace."""
    found = (path for path in (root / "content").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def notices(root: Path, programme: str = ROUND) -> list[dict[str, object]]:
    """A round's notices as they are read."""
    records, report = load(root / "content")
    assert not report.diagnostics
    found: list[dict[str, object]] = records[f"content/programmes/{programme}/notices.yaml"].data["notices"]
    return found
