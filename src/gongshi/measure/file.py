"""Measure a file, whichever of the two kinds it is."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from gongshi.measure.docx import measure_docx
from gongshi.measure.form import Form
from gongshi.measure.office import OfficeError, print_documents
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.reading import UnreadableError
from gongshi.measure.result import Measured
from gongshi.project import Fonts

_KINDS = (".pdf", ".docx")


def all_known(paths: Iterable[Path]) -> bool:
    """Whether all paths are files that can be measured."""
    return all(path.is_file() and path.suffix.lower() in _KINDS for path in paths)


def measure_print(path: Path, form: Form | None, fonts: Fonts) -> Measured:
    """Hold a DOCX against the standard as LibreOffice prints it, with wider tolerances.

    Raises:
        OfficeError: If LibreOffice is not there or makes no PDF; the message names the document.
    """
    with tempfile.TemporaryDirectory() as folder:
        try:
            (printed,) = print_documents([path], fonts, Path(folder))
        except OfficeError as error:
            raise OfficeError(f"{path}, {error}") from error
        return measure_pdf(printed, form=form, families=_families(fonts), rendered=True)


def _families(fonts: Fonts) -> dict[str, tuple[str, ...]]:
    return {role.name: role.families for role in fonts.roles}


def measure_file(path: Path, form: Form | None, fonts: Fonts) -> Measured:
    """Hold a PDF or a DOCX against GB/T 9704-2012.

    Args:
        path: The file; its suffix says whether it is a PDF or a DOCX.
        form: Its format; None to recognise it.
        fonts: The families that each role of type may have in a PDF.

    Raises:
        UnreadableError: If it is not what its suffix says, or needs a password; the message names it.
    """
    try:
        if path.suffix.lower() == ".docx":
            return measure_docx(path, form=form)
        return measure_pdf(path, form=form, families=_families(fonts))
    except UnreadableError as error:
        raise UnreadableError(str(path)) from error
