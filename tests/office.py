"""LibreOffice for tests: DOCX → PDF in one call, with stand-ins for the official fonts."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

STAND_INS = {
    "方正小标宋简体": "Noto Serif CJK SC",
    "仿宋_GB2312": "FandolFang R",
    "楷体_GB2312": "FandolKai",
    "黑体": "FandolHei",
    "宋体": "FandolSong",
}
"""Which installed family LibreOffice shall take for each that the DOCX names."""


def to_pdf(documents: Sequence[Path], fonts: Path, folder: Path, *, seconds: float = 120) -> list[Path]:
    """Convert documents to PDF, blank pages included.

    Args:
        documents: DOCX files of different names.
        fonts: The folder of stand-ins; no other font is used.
        folder: Where the PDFs, LibreOffice's profile and the font settings go.
        seconds: After how long LibreOffice is ended.
    """
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "fonts.conf"
    settings.write_text(_font_settings(fonts, folder / "font-cache"), encoding="utf-8")
    export = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
    program = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    subprocess.run(
        [*program, "--convert-to", export, "--outdir", str(folder), *(str(document) for document in documents)],
        check=True,
        capture_output=True,
        timeout=seconds,
        env=os.environ | {"FONTCONFIG_FILE": str(settings), "HOME": str(folder)},
    )
    return [folder / f"{document.stem}.pdf" for document in documents]


def _font_settings(fonts: Path, cache: Path) -> str:
    aliases = "".join(_alias(official, family) for official, family in STAND_INS.items())
    return f"""<?xml version="1.0"?>
<fontconfig><dir>{escape(str(fonts))}</dir><cachedir>{escape(str(cache))}</cachedir>{aliases}</fontconfig>
"""


def _alias(official: str, family: str) -> str:
    weight = (
        '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>' if "Serif" in family else ""
    )
    return f"""<match target="pattern"><test name="family"><string>{official}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{family}</string></edit>{weight}</match>"""
