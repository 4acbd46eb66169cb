"""From a folder of YAML files to parsed data, with every problem of every file."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError, SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
)
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver

from gongshi.diagnostics import Diagnostic, Place, Report, error, warning
from gongshi.records.files import FILE_KINDS, FileKind
from gongshi.records.messages import INVISIBLE_CHARACTER
from gongshi.records.syntax import in_chinese

MAX_BYTES = 20 * 1024 * 1024
"""Bytes from which a file is refused unread: 20 MB are some 60,000 applications."""
MAX_DEPTH = 16
"""Deeper nesting is refused: records need six levels, and brackets by the thousand cost seconds."""


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UNREADABLE = re.compile(rf"^ *\t|{_CONTROL.pattern}", re.MULTILINE)
"""What `_unreadable` looks for line by line; a file without any, as most are, is searched only once."""
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_FLOAT = "tag:yaml.org,2002:float"
_PLAIN_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)")


class _Exact(SafeConstructor):
    """Builds plain data with decimal numbers as Decimal: 3.5 is exactly 3.5."""

    def construct_number(self, node: ScalarNode) -> Decimal | float:
        """The number as Decimal; one with an exponent, an underscore or .inf stays a float, which no field takes."""
        plain = _PLAIN_NUMBER.fullmatch(node.value)
        return Decimal(node.value) if plain else float(self.construct_yaml_float(node))


class _Resolver(VersionedResolver):
    """Resolves plain scalars by the patterns of YAML 1.2, without looking up the version for every value."""

    processing_version = (1, 2)

    @cached_property
    def versioned_resolver(self) -> Any:
        """The patterns of YAML 1.2 by first character."""
        return super().versioned_resolver


_Exact.add_constructor(_FLOAT, _Exact.construct_number)


@dataclass(frozen=True)
class RecordFile:
    """One file as read: its kind, its text (to find line and column) and its data."""

    path: str
    """Relative to the workspace, e.g. content/organs.yaml."""
    kind: FileKind
    text: str = field(repr=False)
    data: Any = field(repr=False)


Records = Mapping[str, RecordFile]
"""Files that could be parsed, by path relative to the workspace, sorted."""


FILE_IS_LINK = error(
    "file-is-link",
    "这是一个链接，记录不读取链接所指的内容。",
    "请把文件或文件夹本身放到这里。",
    "This is a link; records are not read through links. Put the file or folder itself here.",
)
FILE_UNKNOWN = warning(
    "file-unknown",
    "这个文件不属于任何一类记录，未读取；记录文件名应以 .yaml 结尾。",
    "请改名（如 results.yaml）、移走或删除。",
    "The file belongs to no kind of record and was not read. Rename, move or delete it.",
)


def load(content: Path) -> tuple[Records, Report]:
    """Read every record file below `content`; a file that cannot be parsed is reported and left out."""
    report = Report()
    records: dict[str, RecordFile] = {}
    for path in sorted(content.rglob("*")):
        name = path.relative_to(content).as_posix()
        place = Place(f"content/{name}")
        if path.is_symlink():
            report = report.plus(Diagnostic(FILE_IS_LINK, place))
            continue
        if not path.is_file() or any(part.startswith(".") for part in path.relative_to(content).parts):
            continue
        kind = next((kind for kind in FILE_KINDS if PurePosixPath("/" + name).match("/" + kind.pattern)), None)
        if kind is None:
            report = report.plus(Diagnostic(FILE_UNKNOWN, place))
            continue
        text, problems = _read_text(path, place)
        data = None
        if text is not None:
            data, problems = parse(text, place)
        report = report.plus(*problems)
        if text is not None and not problems:
            records[place.file] = RecordFile(place.file, kind, text, data)
    return records, report.plus(*_missing(content))


FILE_MISSING = error(
    "file-missing",
    "缺少文件。",
    "请补上这个文件，用 invoke new workspace、scheme 或 programme 新建，或从样例工作区抄来再改。",
    "The file is missing. Add it; the sample workspace shows how.",
)


def _missing(content: Path) -> Iterator[Diagnostic]:
    """Required files that are not there."""
    for kind in FILE_KINDS:
        if not kind.required:
            continue
        folder, _, name = kind.pattern.rpartition("/")
        for parent in sorted(content.glob(folder)) if folder else [content]:
            if parent.name.startswith("."):
                continue
            if parent.is_dir() and not any(file.is_file() for file in parent.glob(name)):
                yield Diagnostic(FILE_MISSING, Place(f"content/{(parent / name).relative_to(content).as_posix()}"))
        if folder and not any(content.glob(folder)):
            yield Diagnostic(FILE_MISSING, Place(f"content/{kind.pattern}"))


FILE_TOO_LARGE = error(
    "file-too-large",
    "文件超过 {limit}。",
    "请拆分或删去无关内容。",
    "The file is larger than {limit}. Split it.",
)


def _read_text(path: Path, place: Place) -> tuple[str | None, list[Diagnostic]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            limit = f"{MAX_BYTES // 1024 // 1024} MB"
            return None, [Diagnostic(FILE_TOO_LARGE, place, facts=(("limit", limit),))]
        return path.read_text(encoding="utf-8-sig"), []
    except UnicodeDecodeError as error:
        return None, [_unread(place, "编码不是 UTF-8", str(error))]
    except OSError as error:
        return None, [_unread(place, str(error), str(error))]


FILE_UNREADABLE = error(
    "file-unreadable",
    "文件不能读取：{reason}。",
    "请检查文件权限；编码应为 UTF-8（记事本“另存为”中可选）。",
    "The file cannot be read: {reason_en}.",
)


def _unread(place: Place, reason: str, reason_en: str) -> Diagnostic:
    return Diagnostic(FILE_UNREADABLE, place, facts=(("reason", reason), ("reason_en", reason_en)))


def parse(text: str, place: Place) -> tuple[Any, list[Diagnostic]]:
    """YAML 1.2 text to plain data; refuses tabs, anchors, tags, deep nesting and duplicate keys."""
    unreadable = list(_unreadable(text, place)) if _UNREADABLE.search(text) else []
    if unreadable:
        return None, unreadable
    try:
        problems = list(_forbidden(text, place))
        return (None, problems) if problems else (_exact().load(text), [])
    except DuplicateKeyError:
        return None, list(_duplicate_keys(YAML(typ="safe").compose(text), place))
    except MarkedYAMLError as error:
        # The parser notices a missing colon only on the next line; the problem is reported at the key itself.
        early = "simple key" in str(error.context) and error.context_mark
        mark = early or error.problem_mark or error.context_mark
        where = _at(place, mark.line, mark.column) if mark else place
        return None, [_invalid(where, " ".join(str(error.problem or error.context).split()), text)]
    except ValueError as error:
        # A scalar that has the form of a date or a number but no valid value.
        days = list(_impossible_days(YAML(typ="safe").compose(text), place))
        return None, days or [_invalid(place, str(error), text)]
    except YAMLError as error:
        return None, [_invalid(place, str(error), text)]


YAML_SYNTAX = error(
    "yaml-syntax",
    "写法有误，不能读取：{reason}。",
    "请检查这一行和上一行：冒号应为半角并后接空格，引号和括号应成对，缩进应一致。",
    "Not valid YAML: {value}. Check indentation, the space after colons, and pairs of quotes and brackets.",
)


def _invalid(where: Place, problem: str, text: str) -> Diagnostic:
    line = text.split("\n")[where.line - 1] if where.line else ""
    return Diagnostic(YAML_SYNTAX, where, value=problem, facts=(("reason", in_chinese(problem, line)),))


def _exact() -> YAML:
    yaml = YAML(typ="safe")
    yaml.Constructor = _Exact
    yaml.Resolver = _Resolver
    return yaml


TAB = error(
    "tab",
    "行首用了制表符，YAML 只认空格。",
    "请把制表符换成空格，每层两个。",
    "A tab indents the line; YAML wants spaces. Use two spaces a level.",
)


def _unreadable(text: str, place: Place) -> Iterator[Diagnostic]:
    """Tabs that indent, and control characters, which the parser would refuse without naming a line."""
    for number, line in enumerate(text.split("\n")):
        if re.match(r" *\t", line):
            yield Diagnostic(TAB, _at(place, number, 0))
        for found in _CONTROL.finditer(line):
            code = f"U+{ord(found[0]):04X}"
            where = _at(place, number, found.start())
            yield Diagnostic(INVISIBLE_CHARACTER, where, "", code, (("character", code),))


NO_SUCH_DAY = error(
    "no-such-day",
    "没有 {value} 这一天。",
    "请核对年、月、日。",
    "There is no day {value}. Check year, month and day.",
)


def _impossible_days(node: Node, place: Place) -> Iterator[Diagnostic]:
    """Diagnostics for days that do not exist, such as 2014-02-30."""
    for scalar in _scalars(node):
        if scalar.tag == _TIMESTAMP:
            try:
                dt.date.fromisoformat(scalar.value[:10])
            except ValueError:
                where = _at(place, scalar.start_mark.line, scalar.start_mark.column)
                yield Diagnostic(NO_SUCH_DAY, where, "日期", scalar.value)


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, MappingNode):
        for _, value in node.value:
            yield from _scalars(value)


def _at(place: Place, line: int, column: int) -> Place:
    return Place(place.file, line=line + 1, column=column + 1)


TOO_DEEP = error(
    "too-deep",
    "层级超过 {limit} 层。",
    "请检查括号和缩进。",
    "Nested deeper than {limit} levels. Check brackets and indentation.",
)
ANCHOR = error(
    "anchor",
    "用了锚点、别名、标签、合并或指令（{value}），记录中不允许。",
    "请把内容写全；文字中确需 & * ! 开头的，请加引号。",
    "Anchors, aliases, tags, merges and directives are not allowed ({value}). Write the value out, or quote it.",
)


def _forbidden(text: str, place: Place) -> Iterator[Diagnostic]:
    """Anchors, aliases, tags and too deep nesting, found in the event stream before anything is built."""
    depth = 0
    for event in YAML(typ="safe").parse(text):
        if type(event) is ScalarEvent and not event.anchor and not event.tag and event.value != "<<":
            continue  # most events are plain scalars: skipping them here halves the time
        found = _not_plain(event)
        if found:
            yield Diagnostic(ANCHOR, _at(place, event.start_mark.line, event.start_mark.column), value=found)
        if isinstance(event, CollectionStartEvent):
            depth += 1
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            where = _at(place, event.start_mark.line, event.start_mark.column)
            yield Diagnostic(TOO_DEEP, where, facts=(("limit", str(MAX_DEPTH)),))
            return


def _not_plain(event: Event) -> str:
    """What an event has beside plain data: an anchor, an alias, a tag, a merge, a directive; or nothing."""
    if isinstance(event, AliasEvent):
        return f"*{event.anchor}"
    if isinstance(event, NodeEvent) and event.anchor:
        return f"&{event.anchor}"
    if isinstance(event, DocumentStartEvent) and event.version:
        return "%YAML"
    if isinstance(event, ScalarEvent) and event.value == "<<":
        return "<<"
    tag = getattr(event, "tag", None)
    return str(tag).replace("tag:yaml.org,2002:", "!!") if tag else ""


DUPLICATE_KEY = error(
    "duplicate-key",
    "同一条记录里“{value}”写了两次。",
    "请保留一个，删去另一个。",
    "The key {value} stands twice. Keep one.",
)


def _duplicate_keys(node: Node, place: Place) -> Iterator[Diagnostic]:
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _duplicate_keys(item, place)
    elif isinstance(node, MappingNode):
        seen = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                where = _at(place, key.start_mark.line, key.start_mark.column)
                yield Diagnostic(DUPLICATE_KEY, where, value=name)
            seen.add(name)
            yield from _duplicate_keys(value, place)
