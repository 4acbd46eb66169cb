"""A task: declared inputs and outputs, and the work that leads from one to the other."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, is_dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from gongshi.diagnostics import Diagnostic, Timing

Tools = TypeVar("Tools")


@dataclass(frozen=True)
class Done:
    """The result of a task: problems and timings."""

    diagnostics: tuple[Diagnostic, ...] = ()
    timings: tuple[Timing, ...] = ()


@dataclass(frozen=True)
class Task(Generic[Tools]):
    """One piece of work."""

    name: str
    """Unique in a plan, e.g. notice 2026-parks/call."""
    inputs: Mapping[str, str]
    """Fingerprint of every input, by a name that people understand."""
    outputs: tuple[str, ...]
    """Files or folders that it makes, relative to the workspace; no other task makes them."""
    work: Callable[[Tools, Path], Done] = field(repr=False)
    """Makes the outputs below the folder it is given."""
    after: tuple[str, ...] = ()
    """Names of tasks whose outputs it reads."""


@dataclass(frozen=True)
class Remembered:
    """What is known of a task from the run that last did it."""

    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    """Fingerprint of each output."""


class ConflictError(RuntimeError):
    """Two tasks declare the same output: a mistake in the plan."""


def refuse_conflicts(tasks: Iterable[Task[Any]]) -> None:
    """Raise ConflictError if two tasks make the same output."""
    makers: dict[str, str] = {}
    for task in tasks:
        for output in task.outputs:
            if output in makers:
                raise ConflictError(f"{output} is made by both {makers[output]} and {task.name}")
            makers[output] = task.name


def staleness(task: Task[Any], remembered: Remembered | None, present: Mapping[str, str]) -> tuple[str, ...]:
    """Why the task must be done again; nothing if it need not.

    Args:
        task: The task with the inputs of today.
        remembered: What is known from the run that last did it.
        present: Fingerprints of the outputs that exist, by path.
    """
    if remembered is None:
        return ("首次生成",)
    reasons = [f"{name}有变化" for name, print_ in task.inputs.items() if remembered.inputs.get(name) != print_]
    reasons += [f"不再使用{name}" for name in remembered.inputs if name not in task.inputs]
    for output in task.outputs:
        if output not in present:
            reasons.append(f"{output} 不存在")
        elif present[output] != remembered.outputs.get(output):
            reasons.append(f"{output} 被改动")
    return tuple(reasons)


def fingerprint(value: Any) -> str:
    """SHA-256 of a value made of dataclasses, mappings, sequences, texts and numbers; the same on every machine."""
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()


def fingerprint_files(paths: Sequence[Path]) -> str:
    """SHA-256 of the contents and names of files, and of all files below folders, in a fixed order.

    What Python compiles beside its modules is left out: it comes and goes without a change of the source.
    """
    digest = hashlib.sha256()
    for path in paths:
        for file in [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file()):
            if "__pycache__" in file.parts:
                continue
            digest.update(f"{file.name if file == path else file.relative_to(path).as_posix()}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
