"""A site of sample contents, built without records."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from chromium import served
from public_factory import site
from public_pieces import notice_files
from search_reader import documents_in

from gongshi.pages.build.site import build_site
from gongshi.pages.search.index import Document

PROGRAM = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sample site; its name is the last part of the site's address."""
    folder = tmp_path_factory.mktemp("public")
    public = site()
    build_site(public, notice_files(public, folder), [PROGRAM / "templates"], PROGRAM / "mkdocs.yml", folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The address of the built site on a local server, below a path as the site's own address is."""
    with served(built.parent) as root:
        yield f"{root}{built.name}/"


@pytest.fixture(scope="session", name="documents")
def _documents(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Document]:
    """What the search of the sample site reads, to be looked through by hand."""
    public, folder = site(), tmp_path_factory.mktemp("files")
    return documents_in(public, notice_files(public, folder), folder / "pages")
