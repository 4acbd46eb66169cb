"""A new workspace: the four files that every workspace has, from templates."""

from gongshi.engine.files import alone
from gongshi.model.base import UNFILLED
from gongshi.project import WorkspaceFolder
from gongshi.scaffold.refusal import RefusedRecordError
from gongshi.scaffold.writing import PATIENCE, create, fill

_FILES = ("workspace.yaml", "organs.yaml", "regions.yaml", "calendar.yaml")


def new_workspace(folder: WorkspaceFolder) -> tuple[str, ...]:
    """Write those of the four files that are not there, the calendar with today's year; their names.

    The folder itself may not be there yet. Refused if nothing is missing.
    """
    values = {"unfilled": UNFILLED, "year": folder.today.year}
    with alone(folder.lock, PATIENCE):
        missing = [name for name in _FILES if not (folder.content / name).exists()]
        if not missing:
            raise RefusedRecordError("exists", "content/")
        return tuple(create(folder, folder.content / name, fill(folder, f"{name}.j2", values)) for name in missing)
