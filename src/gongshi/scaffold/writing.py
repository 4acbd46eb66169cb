"""Text of new records: templates, single values, and the one way in which a file comes into being."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from filelock import FileLock
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from gongshi.engine.files import write_atomically
from gongshi.project import Project
from gongshi.scaffold.refusal import RefusedRecordError

_PATIENCE = 10
"""Seconds to wait for another run."""


def alone(project: Project) -> FileLock:
    """The lock of the workspace, to be held from reading to writing: no number is given twice, no addition lost.

    Waits some seconds for another run to end; then filelock.Timeout.
    """
    project.build.mkdir(parents=True, exist_ok=True)
    return FileLock(project.build / "publish.lock", timeout=_PATIENCE)


def check_id(name: str) -> str:
    """The id itself, fit for a record and for the name of its file; refused otherwise."""
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


def fill(project: Project, template: str, values: Mapping[str, Any]) -> str:
    """A template of templates/records/ with its values; the workspace's own templates go first."""
    jinja = Environment(  # noqa: S701 - YAML, not HTML
        loader=FileSystemLoader([folder / "records" for folder in project.templates]),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters["scalar"] = scalar
    return jinja.get_template(template).render(values)


def refuse_if_there(project: Project, path: Path) -> None:
    """Refuse a file that exists, and one that a link would lead out of content/."""
    folders = [path, *(parent for parent in path.parents if parent.is_relative_to(project.content))]
    if path.exists() or any(folder.is_symlink() for folder in folders):
        raise RefusedRecordError("exists", path.relative_to(project.root).as_posix())


def create(project: Project, path: Path, text: str) -> str:
    """Write a file that is not there yet, whole or not at all; its name in the workspace."""
    refuse_if_there(project, path)
    write_atomically(path, text.encode("utf-8"))
    return path.relative_to(project.root).as_posix()
