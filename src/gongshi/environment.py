"""The one place that asks the environment: clock, fonts on this machine, where the program is."""

import datetime as dt
import os
from pathlib import Path

import pylopdf_fonts_zh_cn

from gongshi.project import Project
from gongshi.render.fonts import find_fonts

_PROGRAM = Path(__file__).resolve().parents[2]
"""The checkout: it holds templates/ and mkdocs.yml, and is the sample workspace."""


def open_project(root: Path | None = None, jobs: int | None = None, today: dt.date | None = None) -> Project:
    """The Project for the workspace at `root` (default: the program's own), with the clock and fonts of this machine.

    A `today` goes before the clock and before the day that the workspace pins.
    Fonts are looked for in .fonts/ of the workspace, then of the program, then among the packages of pip.
    """
    root = (root or _PROGRAM).resolve()
    folders = [root / ".fonts", _PROGRAM / ".fonts", Path(pylopdf_fonts_zh_cn.__file__).parent]
    found = tuple(dict.fromkeys(folder for folder in folders if folder.is_dir()))
    own = root / "templates" / "print" / "fonts.yaml"
    profile = own if own.is_file() else _PROGRAM / "templates" / "print" / "fonts.yaml"
    return Project(
        root=root,
        program=_PROGRAM,
        today=today or dt.datetime.now(tz=dt.UTC).astimezone().date(),
        fonts=find_fonts(profile, found),
        out=root,
        jobs=jobs or os.cpu_count() or 1,
        pinned=today is None,
    )
