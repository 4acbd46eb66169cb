"""The sample workspace, published once for all tests of this folder."""

import pytest
from sample_workspace import Published, read_back, sample_project


@pytest.fixture(scope="session", name="sample")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return read_back(sample_project(tmp_path_factory.mktemp("sample")))
