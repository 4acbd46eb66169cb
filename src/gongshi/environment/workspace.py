"""Opens the folder of a workspace: where it is, and what day it is."""

import datetime as dt
from pathlib import Path

from gongshi.project import WorkspaceFolder

PROGRAM = Path(__file__).resolve().parents[3]
"""The checkout: it holds templates/ and mkdocs.yml, and is the sample workspace."""


def open_workspace(root: Path | None = None, today: dt.date | None = None) -> WorkspaceFolder:
    """The workspace at `root` (default: the program's own) on the clock's day.

    `today` overrides the clock and the day that the workspace pins. The folder need not exist yet.
    """
    root = (root or PROGRAM).resolve()
    return WorkspaceFolder(
        root=root,
        program=PROGRAM,
        today=today or dt.datetime.now(tz=dt.UTC).astimezone().date(),
        out=root,
        pinned=today is None,
    )
