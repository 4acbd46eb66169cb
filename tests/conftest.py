"""Fixtures that tests of several rooms share; what several workers need is made by one of them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import chromium, new_tab, served
from hypothesis import settings
from once import made_once
from sample_workspace import Published, publish_well, read_outputs, sample_project
from selenium.webdriver import Chrome
from workspace_factory import copy_workspace, project_of

PROGRAMS = {"browser": ("chromium", "chromedriver"), "office": ("soffice",)}
"""What tests with these marks run."""

# A test says what is true, not how fast the machine is; times belong in bench/.
settings.register_profile("untimed", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=15)
settings.load_profile("untimed")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Fail a test whose program is not on this machine, in one sentence; skipped, it would be missed by nobody."""
    needed = [program for mark, programs in PROGRAMS.items() if item.get_closest_marker(mark) for program in programs]
    if missing := [program for program in needed if not shutil.which(program)]:
        names = "、".join(missing)
        pytest.fail(
            f"本机没有 {names}，请运行 setup/programs.sh。{names} missing; run setup/programs.sh.", pytrace=False
        )


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the minimal workspace."""
    return copy_workspace(tmp_path / "workspace")


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run share, for `made_once`."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def published_once(common: Path) -> Path:
    """The minimal workspace with its notices and its site; not to be changed."""
    folder = made_once(common, "published", lambda new: publish_well(project_of(copy_workspace(new / "workspace"))))
    return folder / "workspace"


@pytest.fixture
def published(published_once: Path, tmp_path: Path) -> Path:
    """A copy of the published minimal workspace."""
    return Path(shutil.copytree(published_once, tmp_path / "workspace", symlinks=True))


@pytest.fixture(scope="session")
def sample(common: Path) -> Published:
    """The sample workspace, published once for all tests; not to be changed."""
    return read_outputs(sample_project(made_once(common, "sample", lambda new: publish_well(sample_project(new)))))


@pytest.fixture(scope="session")
def sample_site(sample: Published) -> Path:
    """The folder of the published sample site; not to be changed."""
    return sample.project.site


@pytest.fixture(scope="session")
def sample_address(sample_site: Path) -> Iterator[str]:
    """The address of the published sample site on 127.0.0.1, below a path as the site's own address is."""
    with served(sample_site.parent) as root:
        yield f"{root}{sample_site.name}/"


@pytest.fixture(scope="session", name="chromium_once")
def _chromium_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Chromium with an empty profile, the only one of this worker."""
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture
def browser(chromium_once: Chrome) -> Iterator[Chrome]:
    """A new tab of Chromium, in which no other test has set or left anything but what a site stores."""
    with new_tab(chromium_once) as driver:
        yield driver
