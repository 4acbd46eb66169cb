"""A new scheme from the template."""

from collections.abc import Sequence

from gongshi.engine.files import alone
from gongshi.model.base import UNFILLED
from gongshi.project import WorkspaceFolder
from gongshi.scaffold.writing import PATIENCE, check_id, create, fill

_CATEGORY = "general"
"""The one category of a scheme for which none are named."""


def new_scheme(folder: WorkspaceFolder, name: str, categories: Sequence[str] = ()) -> str:
    """Write content/schemes/<name>.yaml with every field that staff must fill, for each of the categories; its name."""
    known = [check_id(category) for category in dict.fromkeys(categories)] or [_CATEGORY]
    text = fill(folder, "scheme.yaml.j2", {"id": check_id(name), "unfilled": UNFILLED, "categories": known})
    with alone(folder.lock, PATIENCE):
        return create(folder, folder.content / "schemes" / f"{name}.yaml", text)
