"""The sample workspace, published once for all tests of this folder."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from document_text import docx_text
from site_text import site_text

from gongshi.environment import open_project
from gongshi.project import Project
from gongshi.publish import publish


@dataclass(frozen=True)
class Published:
    """What publishing a workspace left behind."""

    project: Project
    notices: Mapping[str, str]
    """Text of each notice's DOCX without white space, by programme/id."""
    site: str
    """Text of all pages of the site without white space."""


def read_back(project: Project) -> Published:
    """Publish a project and read its outputs back."""
    report = publish(project)
    assert not report.has_errors, report.diagnostics
    notices = {
        file.relative_to(project.notices).with_suffix("").as_posix(): docx_text(file)
        for file in sorted(project.notices.rglob("*.docx"))
    }
    return Published(project, notices, site_text(project.site))


@pytest.fixture(scope="session", name="sample")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return read_back(replace(open_project(), out=tmp_path_factory.mktemp("sample")))


@pytest.fixture(scope="session", name="repository")
def _repository() -> Path:
    return Path(__file__).resolve().parents[2]
