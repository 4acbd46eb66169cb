"""From the staging folder to what people see: files replaced one by one, the site swapped in one step."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gongshi.engine.files import point_link, replace_if_changed
from gongshi.engine.task import fingerprint_files
from gongshi.project import Project

SITE = "site"
"""The output that is a folder and is released by a link."""


@dataclass(frozen=True)
class Released:
    """What a release changed, relative to the workspace."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def fresh_staging(project: Project) -> Path:
    """An empty staging folder inside the workspace, so that finished files can be moved, not copied."""
    staging = project.build / "staging"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    return staging


def changed(project: Project, staging: Path, outputs: Sequence[str]) -> tuple[str, ...]:
    """Those staged outputs whose bytes differ from what stands in the workspace."""
    return tuple(
        output
        for output in outputs
        if not (project.out / output).exists()
        or fingerprint_files([project.out / output]) != fingerprint_files([staging / output])
    )


def release_outputs(project: Project, staging: Path, outputs: Sequence[str], vanished: Sequence[str]) -> Released:
    """Move staged outputs to their places, the site last, and take away what nothing makes any more."""
    files = [output for output in outputs if output != SITE]
    written = [output for output in files if replace_if_changed(staging / output, project.out / output)]
    if SITE in changed(project, staging, [SITE] if SITE in outputs else []):
        _release_site(project, staging / SITE)
        written.append(SITE)
    removed = [output for output in vanished if output != SITE and (project.out / output).is_file()]
    for output in removed:
        (project.out / output).unlink()
    shutil.rmtree(staging)
    return Released(tuple(written), tuple(removed))


def _release_site(project: Project, built: Path) -> None:
    """Move a built site among the releases, under the fingerprint of its content, and point `site` at it.

    The release before stays, so that a reader half way through a page finds the rest; older ones go.
    """
    release = project.releases / fingerprint_files([built])[:16]
    shutil.rmtree(release, ignore_errors=True)
    project.releases.mkdir(exist_ok=True)
    built.rename(release)
    before = project.site.resolve() if project.site.is_symlink() else None
    point_link(project.site, release)
    kept = {release.resolve(), before}
    for old in project.releases.iterdir():
        if old.resolve() not in kept:
            shutil.rmtree(old, ignore_errors=True)
