"""LibreOffice for tests: DOCX → PDF with the stand-ins of one folder."""

from collections.abc import Sequence
from pathlib import Path

from gongshi.measure.office import print_documents
from gongshi.render.fonts import find_fonts

_PROFILE = Path(__file__).resolve().parents[2] / "templates" / "print" / "fonts.yaml"


def to_pdf(documents: Sequence[Path], fonts: Path, folder: Path) -> list[Path]:
    """Print documents of different names into `folder` with the fonts of one folder and no others."""
    return print_documents(documents, find_fonts(_PROFILE, [fonts]), folder)
