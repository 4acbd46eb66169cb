"""Fixtures that tests of several rooms share."""

from pathlib import Path

import pytest
from workspace_factory import copy_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the minimal workspace."""
    return copy_workspace(tmp_path / "workspace")
