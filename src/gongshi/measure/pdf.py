"""Measure a PDF."""

from collections.abc import Mapping
from pathlib import Path

from gongshi.measure.clauses import judge
from gongshi.measure.expectation import Expected
from gongshi.measure.finding import find_layout
from gongshi.measure.form import Form
from gongshi.measure.reading import open_pdf
from gongshi.measure.result import Measured


def measure_pdf(
    source: Path | bytes,
    *,
    form: Form | None = None,
    families: Mapping[str, tuple[str, ...]] | None = None,
    rendered: bool = False,
) -> Measured:
    """Hold a PDF against GB/T 9704-2012.

    Args:
        source: The file, or its bytes.
        form: Its format; None: as its keywords say, or else as its first page looks.
        families: Families of the five roles of type, in order of preference; None to judge fonts by their names.
        rendered: Whether it is a DOCX printed by LibreOffice, for which tolerances are wider.

    Raises:
        UnreadableError: If it is no PDF or needs a password.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    with open_pdf(data) as pdf:
        layout = find_layout(pdf, form)
    return Measured(layout.form, tuple(judge(layout, Expected(families or {}, rendered=rendered))))
