"""Print a DOCX through LibreOffice, with the workspace's fonts in place of the official ones."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from gongshi.errors import GongshiError
from gongshi.project import FontRole, Fonts


class OfficeError(GongshiError):
    """LibreOffice is not there, took too long, or made no file."""

    sentence = "LibreOffice 不可用或没有印出文件：{0}。LibreOffice is not there or failed."


def print_documents(documents: Sequence[Path], fonts: Fonts, folder: Path, *, seconds: float = 120) -> list[Path]:
    """The PDFs that LibreOffice makes of documents, blank pages included.

    Args:
        documents: DOCX files of different names.
        fonts: The families of the roles of type; no other font is used.
        folder: Where the PDFs, LibreOffice's profile and the font settings go.
        seconds: After how many seconds LibreOffice is ended.

    Raises:
        OfficeError: If there is no LibreOffice, or it made no PDF of a document.
    """
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "fonts.conf"
    settings.write_text(_font_settings(fonts, folder / "font-cache"), encoding="utf-8")
    export = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
    # A profile of its own: LibreOffice lets only one process at a time use a profile.
    program = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    try:
        subprocess.run(
            [*program, "--convert-to", export, "--outdir", str(folder), *(str(document) for document in documents)],
            check=True,
            capture_output=True,
            timeout=seconds,
            env={"PATH": os.defpath, "FONTCONFIG_FILE": str(settings), "HOME": str(folder), "LC_ALL": "C.UTF-8"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise OfficeError(str(error)) from error
    printed = [folder / f"{document.stem}.pdf" for document in documents]
    if not all(file.is_file() for file in printed):
        raise OfficeError("no file")  # its exit code says nothing
    return printed


def _font_settings(fonts: Fonts, cache: Path) -> str:
    folders = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in fonts.folders)
    aliases = "".join(_alias(role, name) for role in fonts.roles for name in (role.official, *role.synonyms))
    return f"""<?xml version="1.0"?>
<fontconfig>{folders}<cachedir>{escape(str(cache))}</cachedir>{aliases}</fontconfig>
"""


def _alias(role: FontRole, name: str) -> str:
    """The family that stands in where a document names an official one; a stand-in for 小标宋 is bold."""
    bold = '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>'
    return f"""<match target="pattern"><test name="family"><string>{escape(name)}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{escape(role.families[0])}</string></edit>\
{bold if role.name == "title" and not role.licensed else ""}</match>"""
