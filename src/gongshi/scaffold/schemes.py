"""A new scheme from the template."""

from gongshi.model.base import UNFILLED
from gongshi.project import Project
from gongshi.scaffold.writing import alone, check_id, create, fill


def new_scheme(project: Project, name: str) -> str:
    """Write content/schemes/<name>.yaml with every field that staff must fill; its name."""
    text = fill(project, "scheme.yaml.j2", {"id": check_id(name), "unfilled": UNFILLED})
    with alone(project):
        return create(project, project.content / "schemes" / f"{name}.yaml", text)
