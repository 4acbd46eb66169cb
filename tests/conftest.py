"""Fixtures that tests of several rooms share."""

import shutil
from pathlib import Path

import pytest
from workspace_factory import copy_workspace, project_of

from gongshi.publish import publish


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the minimal workspace."""
    return copy_workspace(tmp_path / "workspace")


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minimal workspace with its notices and its site; not to be changed."""
    root = copy_workspace(tmp_path_factory.mktemp("published") / "workspace")
    report = publish(project_of(root))
    assert not report.has_errors, report.diagnostics
    return root


@pytest.fixture
def published(published_once: Path, tmp_path: Path) -> Path:
    """A copy of the published minimal workspace."""
    return Path(shutil.copytree(published_once, tmp_path / "workspace", symlinks=True))
