"""The reference of record fields for staff, written from the records' own definitions."""

import types
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from gongshi.model.base import Day
from gongshi.records.files import FILE_KINDS
from gongshi.records.messages import record_in

_PLAIN = {
    str: "文字",
    int: "整数",
    Decimal: "数字，可带小数，如 3.5",
    bool: "true 或 false",
    Day: "日期，如 2014-07-10",
}


def records_handbook() -> str:
    """docs/records.md: each kind of record file with its fields."""
    lines = [
        "# 记录栏目",
        "",
        "每类记录文件有哪些栏目、是否必填、写什么。本页由 `invoke docs` 按程序中的定义写成，不要手工修改。",
        "编号和以数字写成的文字（如区划代码、年月）一律加引号；金额以元填写；日期写成 2014-07-10。",
        "",
    ]
    for kind in FILE_KINDS:
        lines += [f"## content/{kind.pattern}", ""]
        for record in _records(kind.holds):
            lines += [*_table(record), ""]
    return "\n".join(lines).rstrip() + "\n"


def _records(record: type[BaseModel], above: tuple[type[BaseModel], ...] = ()) -> Iterator[type[BaseModel]]:
    """The record and, below it, those it is made of; one that holds others of its own kind stands once."""
    yield record
    for info in record.model_fields.values():
        inner = record_in(info.annotation)
        if inner and inner not in (record, *above):
            yield from _records(inner, (record, *above))


def _table(record: type[BaseModel]) -> Iterator[str]:
    yield f"### {record.__name__}"
    yield ""
    yield "| 栏目 | 名称 | 必填 | 内容 |"
    yield "| --- | --- | --- | --- |"
    for name, info in record.model_fields.items():
        required = "是" if info.is_required() else "否"
        yield f"| `{name}` | {info.title} | {required} | {_content(info)} |"


def _content(info: FieldInfo) -> str:
    """What goes into a field, in words."""
    words = _words(info.annotation)
    default = info.default
    if not info.is_required() and default not in {None, ()}:
        words += f"；不填为 {str(default).lower() if isinstance(default, bool) else default}"
    more = info.json_schema_extra
    return f"{words}。{more['note']}" if isinstance(more, dict) else words


def _words(annotation: Any) -> str:
    inner, origin = record_in(annotation), get_origin(annotation)
    if origin is tuple or (origin is Annotated and get_origin(get_args(annotation)[0]) is tuple):
        return f"若干 {inner.__name__}" if inner else "列表"
    if inner:
        return inner.__name__
    if origin is Literal:
        return "、".join(f"`{choice}`" for choice in get_args(annotation))
    if origin is Annotated:
        return _words(get_args(annotation)[0])
    if origin in {Union, types.UnionType}:
        return _words(next(part for part in get_args(annotation) if part is not type(None)))
    return _PLAIN.get(annotation, "数字")
