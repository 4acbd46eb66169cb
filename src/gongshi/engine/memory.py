"""The memory of the last run: fingerprints of inputs and outputs by task. If deleted, all is made anew."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from gongshi.engine.files import write_atomically
from gongshi.engine.task import Remembered, fingerprint_files

Memory = Mapping[str, Remembered]
"""Remembered tasks by name."""

_FORMAT = 1


def load_memory(file: Path) -> Memory:
    """The memory in `file`; empty if there is none, or none that this version can read."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        if content["format"] != _FORMAT:
            return {}
        tasks = {name: Remembered(**task) for name, task in content["tasks"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return tasks if all(_sound(task) for task in tasks.values()) else {}


def _sound(task: Remembered) -> bool:
    """Whether both maps go from text to text."""
    maps = (task.inputs, task.outputs)
    return all(isinstance(m, dict) and all(isinstance(t, str) for pair in m.items() for t in pair) for m in maps)


def save_memory(file: Path, memory: Memory) -> None:
    """Write the memory, atomically."""
    tasks = {name: asdict(task) for name, task in sorted(memory.items())}
    content = json.dumps({"format": _FORMAT, "tasks": tasks}, ensure_ascii=False, indent=1, sort_keys=True)
    write_atomically(file, content.encode())


def present_outputs(root: Path, outputs: Iterable[str]) -> dict[str, str]:
    """Fingerprints of those outputs that exist below `root`."""
    return {output: fingerprint_files([root / output]) for output in outputs if (root / output).exists()}
