"""Walking through records: every record inside another, with the path that leads to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from gongshi.model.base import Key, Record

Path = tuple[str | int, ...]
"""Keys and list positions that lead to a value; `#key=value` leads to the list item that holds that value."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record found while walking."""

    record: Record
    path: Path
    """The path from the record with which the walk began."""
    outer: tuple[Record, ...]
    """The records that hold it, the outermost first."""


def walk(record: Record, path: Path = (), outer: tuple[Record, ...] = ()) -> Iterator[Found]:
    """The record itself and every record inside it, in the order of their fields."""
    yield Found(record, path, outer)
    inside = (*outer, record)
    for name, key in holding_fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from walk(value, (*path, name), inside)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Record):
                    yield from walk(item, (*path, name, item_step(item, index, key)), inside)


def item_step(item: Record, index: int, key: str | None) -> str | int:
    """The step that leads to an item of a list: by its own id where it has one, else by its position."""
    return index if key is None else f"#{key}={getattr(item, key)}"


@cache
def holding_fields(kind: type[Record]) -> tuple[tuple[str, str | None], ...]:
    """Fields of a record type that can hold records, each with the key of its items if it is a list with keys."""
    return tuple(
        (name, key_of(kind, name))
        for name, info in kind.model_fields.items()
        if any(issubclass(part, Record) for part in _classes(info.annotation))
    )


@cache
def key_of(kind: type[Record], name: str) -> str | None:
    """The field that holds the id of a list's items; None if they have none."""
    return next((mark.field for mark in kind.model_fields[name].metadata if isinstance(mark, Key)), None)


def record_type(annotation: Any) -> type[Record] | None:
    """The record type inside an optional, a list or an annotated type; None if there is none."""
    return next((part for part in _classes(annotation) if issubclass(part, Record)), None)


def _classes(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _classes(part)


def title_of(kind: type[Record], path: Path) -> str:
    """The Chinese title of the field that a path from a record of that type ends at; empty if it has none."""
    title, inner = "", kind
    for step in path:
        if isinstance(step, int) or step.startswith("#"):
            continue
        info = inner.model_fields.get(step)
        if info is None:  # a key of a mapping, below the field that holds it
            break
        title, inner = info.title or step, record_type(info.annotation) or inner
    return title


def value_at(value: Any, path: Path) -> Any:
    """The value that a path leads to; None where it leads nowhere."""
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        elif step.startswith("#"):
            key, _, wanted = step[1:].partition("=")
            items = [item for item in value or () if str(getattr(item, key, None)) == wanted]
            value = items[-1] if items else None
        elif isinstance(value, Mapping):
            value = value.get(step)
        else:
            value = getattr(value, step, None)
    return value
