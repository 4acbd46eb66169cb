"""A new workspace: the four files that every workspace has, from templates."""

from gongshi.model.base import UNFILLED
from gongshi.project import Project
from gongshi.scaffold.refusal import RefusedRecordError
from gongshi.scaffold.writing import alone, create, fill

_FILES = ("workspace.yaml", "organs.yaml", "regions.yaml", "calendar.yaml")


def new_workspace(project: Project) -> tuple[str, ...]:
    """Write those of the four files that are not there, the calendar with today's year; their names.

    The folder itself may not be there yet. Refused if nothing is missing.
    """
    values = {"unfilled": UNFILLED, "year": project.today.year}
    with alone(project):
        missing = [name for name in _FILES if not (project.content / name).exists()]
        if not missing:
            raise RefusedRecordError("exists", "content/")
        return tuple(create(project, project.content / name, fill(project, f"{name}.j2", values)) for name in missing)
