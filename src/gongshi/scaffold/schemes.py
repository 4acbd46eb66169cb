"""A new scheme from the template."""

from collections.abc import Sequence

from gongshi.model.base import UNFILLED
from gongshi.project import Project
from gongshi.scaffold.writing import alone, check_id, create, fill

_CATEGORY = "general"
"""The one category of a scheme for which none are named."""


def new_scheme(project: Project, name: str, categories: Sequence[str] = ()) -> str:
    """Write content/schemes/<name>.yaml with every field that staff must fill, for each of the categories; its name."""
    known = [check_id(category) for category in dict.fromkeys(categories)] or [_CATEGORY]
    text = fill(project, "scheme.yaml.j2", {"id": check_id(name), "unfilled": UNFILLED, "categories": known})
    with alone(project):
        return create(project, project.content / "schemes" / f"{name}.yaml", text)
