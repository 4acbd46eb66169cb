"""Text of new records: templates, single values, and the function that creates a file."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from gongshi.engine.files import write_atomically
from gongshi.project import WorkspaceFolder
from gongshi.scaffold.refusal import RefusedRecordError

PATIENCE = 10
"""Seconds to wait for another run. The lock is held from reading to writing, so that no number is given twice."""


def check_id(name: str) -> str:
    """The id itself; refused if it cannot be the id of a record and the name of its file."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", name):
        raise RefusedRecordError("bad-id", name)
    return name


def scalar(value: str) -> str:
    """A text as YAML: plain where it reads back as itself, in quotes otherwise."""
    try:
        plain = "\n" not in value and YAML(typ="safe").load(f"k: {value}") == {"k": value}
    except (YAMLError, ValueError):
        plain = False
    return value if plain else json.dumps(value, ensure_ascii=False)


def fill(folder: WorkspaceFolder, template: str, values: Mapping[str, Any]) -> str:
    """A template of templates/records/ with its values; the workspace's own templates go first."""
    jinja = Environment(  # noqa: S701 - YAML, not HTML
        loader=FileSystemLoader([folder / "records" for folder in folder.templates]),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters["scalar"] = scalar
    return jinja.get_template(template).render(values)


def refuse_if_there(folder: WorkspaceFolder, path: Path) -> None:
    """Refuse a path that exists, or that a symlink leads out of content/."""
    folders = [path, *(parent for parent in path.parents if parent.is_relative_to(folder.content))]
    if path.exists() or any(folder.is_symlink() for folder in folders):
        raise RefusedRecordError("exists", path.relative_to(folder.root).as_posix())


def create(folder: WorkspaceFolder, path: Path, text: str) -> str:
    """Write a file that is not there yet, whole or not at all; its name in the workspace."""
    refuse_if_there(folder, path)
    write_atomically(path, text.encode("utf-8"))
    return path.relative_to(folder.root).as_posix()
