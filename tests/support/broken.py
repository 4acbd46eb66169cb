"""The clauses that a PDF breaks, and PDFs of a layout with a fault in it."""

import shutil
from pathlib import Path

from printed import TEMPLATES, fonts, parsed

from gongshi.documents.notice import Notice
from gongshi.measure.pdf import measure_pdf
from gongshi.render.pdf import write_pdf

FAMILIES = {role.name: role.families for role in fonts().roles}
OF_DOCUMENTS = frozenset(
    {
        *("5.2.1", "5.2.2", "5.2.3", "5.2.4", "7.2.1", "7.2.4", "7.2.5", "7.2.6", "7.2.7", "7.3.1", "7.3.2", "7.3.3"),
        *("7.3.4", "7.3.5.1", "7.3.5.2", "7.3.5.4", "7.3.5.5", "7.3.6", "7.3.7", "7.4.1", "7.4.2", "7.4.3", "7.5"),
        *("9", "10.1", "10.2", "10.3"),
    }
)
"""Clauses that the faults in documents break; those in other formats break the rest."""
PROLOGUE = "prologue"
"""Stands for the place above the layout's first line."""


def broken(data: bytes) -> set[str]:
    """The clauses that a PDF breaks."""
    return {row.clause for row in measure_pdf(data, families=FAMILIES).broken}


def laid_out(notice: Notice, old: str, new: str, folder: Path) -> bytes:
    """The PDF of a notice by a layout in which `old` was replaced, or `new` put before everything."""
    layout = shutil.copytree(TEMPLATES / "print", folder / "print")
    sources = {file: file.read_text(encoding="utf-8") for file in layout.glob("*.typ")}
    if old == PROLOGUE:
        sources = {layout / "gongwen.typ": f"{new}\n{sources[layout / 'gongwen.typ']}"}
    else:
        assert any(old in source for source in sources.values())
        sources = {file: source.replace(old, new) for file, source in sources.items()}
    for file, source in sources.items():
        file.write_text(source, encoding="utf-8")
    return write_pdf(parsed(notice), fonts(), [folder, TEMPLATES]).data
