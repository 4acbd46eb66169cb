"""What the tests of the writers share: a pandoc, the fonts, and a PDF writer that remembers."""

from collections.abc import Callable, Iterator

import pymupdf
import pytest
from printed import FONT_FOLDERS, TEMPLATES, Printed

from gongshi.documents.notice import Notice
from gongshi.project import Fonts
from gongshi.render.fonts import find_fonts
from gongshi.render.pandoc import Pandoc
from gongshi.render.pdf import write_pdf


@pytest.fixture(scope="session")
def pandoc() -> Iterator[Pandoc]:
    """One pandoc for all tests."""
    with Pandoc() as worker:
        yield worker


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The fonts of the checkout and those that pip brings."""
    return find_fonts(TEMPLATES / "print/fonts.yaml", FONT_FOLDERS)


@pytest.fixture(scope="session")
def printed(pandoc: Pandoc, fonts: Fonts) -> Callable[[Notice], Printed]:
    """Writes a notice as PDF, equal notices only once."""
    done: dict[Notice, Printed] = {}

    def write(notice: Notice) -> Printed:
        if notice not in done:
            data = write_pdf(notice, pandoc, fonts, [TEMPLATES])
            done[notice] = Printed(data, pymupdf.open(stream=data))
        return done[notice]

    return write
