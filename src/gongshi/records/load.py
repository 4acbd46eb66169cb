"""From a folder of YAML files to parsed data, with every problem of every file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from gongshi.diagnostics import Diagnostic, Place, Report, error, warning
from gongshi.records.files import FILE_KINDS, FileKind
from gongshi.records.messages import INVISIBLE_CHARACTER
from gongshi.records.plain import MAX_DEPTH, Slip, plain_data
from gongshi.records.syntax import in_chinese

MAX_BYTES = 20 * 1024 * 1024
"""Bytes from which a file is refused unread: 20 MB are some 60,000 applications."""


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UNREADABLE = re.compile(rf"^ *\t|{_CONTROL.pattern}", re.MULTILINE)
"""What `_unreadable` looks for line by line; a file without any, as most are, is searched only once."""


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
        data, slips = plain_data(text)
    except MarkedYAMLError as error:
        # The parser notices a missing colon only on the next line; the problem is reported at the key itself.
        early = "simple key" in str(error.context) and error.context_mark
        mark = early or error.problem_mark or error.context_mark
        where = _at(place, mark.line, mark.column) if mark else place
        return None, [_invalid(where, " ".join(str(error.problem or error.context).split()), text)]
    except YAMLError as error:
        return None, [_invalid(place, str(error), text)]
    return (None, [_diagnostic(slip, place, text) for slip in slips]) if slips else (data, [])


YAML_SYNTAX = error(
    "yaml-syntax",
    "写法有误，不能读取：{reason}。",
    "请检查这一行和上一行：冒号应为半角并后接空格，引号和括号应成对，缩进应一致。",
    "Not valid YAML: {value}. Check indentation, the space after colons, and pairs of quotes and brackets.",
)


def _invalid(where: Place, problem: str, text: str) -> Diagnostic:
    line = text.split("\n")[where.line - 1] if where.line else ""
    return Diagnostic(YAML_SYNTAX, where, value=problem, facts=(("reason", in_chinese(problem, line)),))


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


DUPLICATE_KEY = error(
    "duplicate-key",
    "同一条记录里“{value}”写了两次。",
    "请保留一个，删去另一个。",
    "The key {value} stands twice. Keep one.",
)


def _diagnostic(slip: Slip, place: Place, text: str) -> Diagnostic:
    """What is wrong at one place of a text that is YAML, and still no record."""
    where = _at(place, slip.line, slip.column)
    if slip.kind == "day":
        return Diagnostic(NO_SUCH_DAY, where, "日期", slip.value)
    if slip.kind == "value":
        return _invalid(where, slip.value, text)
    if slip.kind == "depth":
        return Diagnostic(TOO_DEEP, where, facts=(("limit", str(MAX_DEPTH)),))
    return Diagnostic(ANCHOR if slip.kind == "mark" else DUPLICATE_KEY, where, value=slip.value)
