"""YAML 1.2 text to plain data in one pass over the parser's events; what is no plain data is said with its place."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.composer import ComposerError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.util import create_timestamp, timestamp_regexp

MAX_DEPTH = 16
"""Deeper nesting is refused: records need six levels, and brackets by the thousand cost seconds."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that is YAML and no plain data."""

    kind: Literal["mark", "depth", "day", "value", "key"]
    """An anchor, alias, tag, merge or directive; nesting too deep; a day that does not exist; a scalar that cannot be
    read; a key that stands twice."""
    line: int
    """From 0, as the parser counts."""
    column: int
    """From 0."""
    value: str = ""
    """As written; for a scalar that cannot be read, the reason."""


def plain_data(text: str) -> tuple[Any, list[Slip]]:
    """The data of a text, and what keeps it from being plain; the data counts only if there is nothing of that.

    3.5 is the number that is written (Decimal), not the nearest that the machine has; one with an exponent, an
    underscore or .inf is a float, which no field of a record takes.

    Raises:
        ruamel.yaml.error.YAMLError: The text is no YAML, or holds several documents.
    """
    reader = _Reader()
    for event in YAML(typ="safe").parse(text):
        reader.read(event)
        if len(reader.open) > MAX_DEPTH + 1:
            return None, [*reader.slips, _slip("depth", event)]
    return reader.root[0] if reader.root else None, reader.slips


def _slip(kind: Literal["mark", "depth", "day", "value", "key"], event: Event, value: str = "") -> Slip:
    return Slip(kind, event.start_mark.line, event.start_mark.column, value)


@dataclass(slots=True)
class _Open:
    """A mapping or a list that is not closed yet."""

    data: dict[Hashable, Any] | list[Any]
    keyed: bool = False
    """Whether the value of a key comes next."""
    key: Hashable = None


@dataclass(slots=True)
class _Reader:
    """Builds data from events."""

    root: list[Any] = field(default_factory=list)
    """The document's one value, once there is one."""
    open: list[_Open] = field(default_factory=list)
    """The document and the collections that are not closed yet, the outermost first."""
    slips: list[Slip] = field(default_factory=list)
    documents: int = 0

    def __post_init__(self) -> None:
        self.open.append(_Open(self.root))

    def read(self, event: Event) -> None:
        """Take the next event."""
        if type(event) is ScalarEvent and not event.anchor and not event.tag and event.value != "<<":
            self._put(self._value(event), event)  # most events are such
            return
        self.slips += [_slip("mark", event, found) for found in _marks(event)]
        if isinstance(event, CollectionStartEvent):
            below = _Open({} if isinstance(event, MappingStartEvent) else [])
            self._put(below.data, event)
            self.open.append(below)
        elif isinstance(event, CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, ScalarEvent | AliasEvent):
            self._put(None, event)
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise ComposerError(None, None, "but found another document", event.start_mark)

    def _put(self, value: Any, event: Event) -> None:
        """Add a value to the collection that is open, or make it the key of the value that comes next."""
        below = self.open[-1]
        if isinstance(below.data, list):
            below.data.append(value)
        elif below.keyed:
            below.data[below.key], below.keyed = value, False
        elif isinstance(event, CollectionStartEvent):
            self.slips.append(_slip("value", event, "found unhashable key"))
            below.key, below.keyed = None, True
        else:
            if value in below.data:
                self.slips.append(_slip("key", event, str(value)))
            below.key, below.keyed = value, True

    def _value(self, event: ScalarEvent) -> Any:
        """A scalar as number, day, truth, nothing or text; its text where it cannot be read."""
        text: str = event.value
        if not event.implicit[0]:
            return text
        for tag, pattern in _patterns().get(text[:1], ()):
            if pattern.match(text):
                try:
                    return _CONVERTERS.get(str(tag).rpartition(":")[2], str)(text)
                except ValueError as error:
                    day = str(tag).endswith("timestamp")
                    self.slips.append(_slip("day", event, text) if day else _slip("value", event, str(error)))
                    break
        return text


def _marks(event: Event) -> Iterator[str]:
    """What an event has beside plain data: an anchor, an alias, a tag, a merge or a directive."""
    if isinstance(event, AliasEvent):
        yield f"*{event.anchor}"
    elif isinstance(event, NodeEvent) and event.anchor:
        yield f"&{event.anchor}"
    elif isinstance(event, DocumentStartEvent) and event.version:
        yield "%YAML"
    elif isinstance(event, ScalarEvent) and event.value == "<<":
        yield "<<"
    elif tag := getattr(event, "tag", None):
        yield str(tag).replace("tag:yaml.org,2002:", "!!")


class _Resolver(VersionedResolver):
    """Tells numbers, days and truths from text as YAML 1.2 does."""

    processing_version = (1, 2)


@cache
def _patterns() -> Mapping[str, Sequence[tuple[Any, re.Pattern[str]]]]:
    """What a scalar without quotes may be, by its first character, in the order in which it is tried."""
    found: Mapping[str, Sequence[tuple[Any, re.Pattern[str]]]] = _Resolver().versioned_resolver
    return found


def _integer(text: str) -> int:
    digits = text.replace("_", "")
    return int(digits, 0) if digits.lstrip("+-")[:2] in {"0b", "0o", "0x"} else int(digits)


def _number(text: str) -> Decimal | float:
    if re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)", text):
        return Decimal(text)
    return float(re.sub(r"\.(?=inf|nan)", "", text.replace("_", "").lower()))


def _day(text: str) -> Any:
    """A day, or a moment, which no field of a record takes."""
    found = timestamp_regexp.match(text)
    return create_timestamp(**found.groupdict()) if found else text


_CONVERTERS: Mapping[str, Callable[[str], Any]] = {
    "null": lambda _: None,
    "bool": lambda text: text.lower() == "true",
    "int": _integer,
    "float": _number,
    "timestamp": _day,
}
"""From a scalar's text to its value, by the name of its tag; others stay text."""
