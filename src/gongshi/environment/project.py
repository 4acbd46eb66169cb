"""Opens a workspace together with the fonts, libraries and processors of this machine."""

import datetime as dt
import os
import platform
import sqlite3
import zlib
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from gongshi.environment.workspace import PROGRAM, open_workspace
from gongshi.project import Project
from gongshi.render.fonts import find_fonts

LIBRARIES = (
    *("icalendar", "jinja2", "lxml", "markdown", "mkdocs", "mkdocs-material", "pypandoc-binary", "pypdfium2"),
    *("pyarrow", "rjieba", "typst", "xlsxwriter"),
)
"""Packages on which the bytes of an output depend, by their names in the package index."""


def open_project(root: Path | None = None, jobs: int | None = None, today: dt.date | None = None) -> Project:
    """The project of the workspace at `root`, which must be there; `root` and `today` are as in `open_workspace`.

    Fonts are looked for in .fonts/ of the workspace, then of the program, then among the packages of pip.

    Raises:
        FontError: The font profile cannot be read, or no font plays one of its roles.
    """
    folder = open_workspace(root, today)
    own = folder.root / "templates" / "print" / "fonts.yaml"
    profile = own if own.is_file() else PROGRAM / "templates" / "print" / "fonts.yaml"
    folders = dict.fromkeys([folder.root / ".fonts", PROGRAM / ".fonts", *_font_package()])
    return Project(
        **vars(folder),
        fonts=find_fonts(profile, tuple(path for path in folders if path.is_dir())),
        jobs=jobs or os.cpu_count() or 1,
        tools=_tools(),
    )


def _font_package() -> list[Path]:
    """The folder of the package with fonts of the five roles, found without running it."""
    package = find_spec("pylopdf_fonts_zh_cn")
    return [Path(place) for place in package.submodule_search_locations or ()] if package else []


def _tools() -> dict[str, str]:
    """Releases of all that outputs depend on besides this program: libraries, Python, and what Python is built with."""
    own = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version, "zlib": zlib.ZLIB_RUNTIME_VERSION}
    return {name: version(name) for name in LIBRARIES} | own
