"""From the staging folder to what people see: files replaced one by one, the site swapped in one step."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gongshi.engine.files import point_link, replace_if_changed
from gongshi.engine.task import fingerprint_files
from gongshi.errors import EXIT_REFUSED, GongshiError
from gongshi.project import Project

SITE = "site"
"""The output that is a folder and is released by a link."""
MARKER = ".gongshi"
"""An empty file in every built site; a folder without it was not made by this program."""


class OccupiedError(GongshiError):
    """The path of an output is taken by something that this program did not make; the message is the path."""

    code = EXIT_REFUSED
    sentence = "{0} 不是本程序生成的，没有发布；请移走或改名后再试。Not made here; move it away first."


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
    """Those staged outputs whose bytes differ from those in the workspace."""
    return tuple(
        output
        for output in outputs
        if not (project.out / output).exists()
        or fingerprint_files([project.out / output]) != fingerprint_files([staging / output])
    )


def release_outputs(project: Project, staging: Path, outputs: Sequence[str], vanished: Sequence[str]) -> Released:
    """Move staged outputs into the workspace: first whatever can fail, then the files, last the site's link.

    Raises:
        OccupiedError: The path of an output is taken by something that is not ours; nothing has been moved.
    """
    files = [output for output in outputs if output != SITE]
    site = changed(project, staging, [SITE] if SITE in outputs else [])
    _make_room(project, files)
    release = _add_release(project, staging / SITE) if site else None
    written = [output for output in files if replace_if_changed(staging / output, project.out / output)]
    if release:
        _point_site_at(project, release)
    removed = [output for output in vanished if (project.out / output).is_file()]
    for output in removed:
        (project.out / output).unlink()
    shutil.rmtree(staging)
    return Released((*written, *site), tuple(removed))


def _make_room(project: Project, files: Sequence[str]) -> None:
    """Make the folders that files go to; refuse if something that this program did not make is in the way."""
    for path in (project.out / output for output in files):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise OccupiedError(path)
    project.releases.mkdir(exist_ok=True)
    site = project.site
    ours = site.is_symlink() or (site / MARKER).is_file() or not site.exists()
    if not ours and not (site.is_dir() and not any(site.iterdir())):
        raise OccupiedError(site)


def _add_release(project: Project, built: Path) -> Path:
    """Move a built site among the releases, under the fingerprint of its content."""
    release = project.releases / fingerprint_files([built])[:16]
    if not release.is_dir() or fingerprint_files([release]) != fingerprint_files([built]):
        # A release that somebody has changed is replaced; its readers get the new one in the next step.
        aside = release.with_name(f"{release.name}.changed")
        shutil.rmtree(aside, ignore_errors=True)
        if release.is_dir():
            release.rename(aside)
        built.rename(release)
    return release


def _point_site_at(project: Project, release: Path) -> None:
    """Point `site` at a release.

    The previous release stays, so that a page that is being loaded finds its other files; older ones are deleted.
    """
    before = project.site.resolve() if project.site.is_symlink() else None
    point_link(project.site, release)
    for old in project.releases.iterdir():
        if old.resolve() not in {release.resolve(), before}:
            shutil.rmtree(old, ignore_errors=True)
