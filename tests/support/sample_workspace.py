"""The sample workspace, published and read back."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from document_text import docx_text
from site_text import site_text

from gongshi.environment.project import open_project
from gongshi.project import Project
from gongshi.publish import publish

REPOSITORY = Path(__file__).resolve().parents[2]
"""The checkout, which is the sample workspace."""


@dataclass(frozen=True)
class Published:
    """What publishing a workspace left behind."""

    project: Project
    notices: Mapping[str, str]
    """Text of each notice's DOCX without white space, by programme/id."""
    site: str
    """Text of all pages of the site without white space."""


def sample_project(out: Path) -> Project:
    """The sample workspace with its outputs elsewhere."""
    return replace(open_project(REPOSITORY), out=out)


def copied_project(folder: Path, outputs: Path | None = None) -> Project:
    """A copy of the sample workspace's records, to be changed, with the outputs that a folder holds or with none."""
    if outputs:
        shutil.copytree(outputs, folder, symlinks=True, dirs_exist_ok=True)
    shutil.copytree(REPOSITORY / "content", folder / "content")
    return replace(open_project(folder), fonts=open_project(REPOSITORY).fonts)


def publish_well(project: Project) -> None:
    """Publish a project, which must go without an error."""
    report = publish(project)
    assert not report.has_errors, report.diagnostics


def read_outputs(project: Project) -> Published:
    """The outputs of a project that has been published."""
    notices = {
        file.relative_to(project.notices).with_suffix("").as_posix(): docx_text(file)
        for file in sorted(project.notices.rglob("*.docx"))
    }
    return Published(project, notices, site_text(project.site))
