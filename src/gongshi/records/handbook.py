"""Writes docs/records.md and the table in docs/kinds.md, for staff, from the program's own definitions."""

import types
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from gongshi.model.base import Clause, CreditCode, Day, Identifier, Points, Prose, YearMonth
from gongshi.model.kinds import KINDS, Audience, KindForm
from gongshi.model.references import Ref
from gongshi.model.walk import record_type
from gongshi.records.files import FILE_KINDS
from gongshi.records.messages import named

_SPECIAL = (
    (Identifier, "编号"),
    (YearMonth, "年月，如 2014-07"),
    (CreditCode, "18 位统一社会信用代码"),
    (Clause, "文字，句末不加标点"),
    (Prose, "文字，可以写多行"),
    (Points, "0 到 100 的数字，可带小数"),
)
"""Field types with restrictions, each with its description; recognised by the annotations of the type."""
_PLAIN = {
    str: "文字",
    int: "整数",
    Decimal: "数字，可带小数，如 3.5",
    bool: "true（是）或 false（否）",
    Day: "日期，如 2014-07-10",
}


def records_handbook() -> str:
    """docs/records.md: each kind of record file with its fields."""
    lines = [
        "# 记录栏目",
        "",
        "每类记录文件有哪些栏目、是否必填、写什么。本页由 `invoke docs` 按程序中的定义写成，不要手工修改。",
        "编号由字母、数字、“-”和“_”组成；编号和以数字写成的文字（如区划代码、年月）一律加引号。",
        "金额以元填写；日期写成 2014-07-10。",
        "",
    ]
    for kind in FILE_KINDS:
        lines += [f"## content/{kind.pattern}", ""]
        for record, paths in _paths_of_records(kind.holds).items():
            lines += [*_table(record, paths), ""]
    return "\n".join(lines).rstrip() + "\n"


def with_kinds_table(page: str) -> str:
    """docs/kinds.md with its table of the kinds of notice written anew."""
    rows = ["| kind | 文种 | 格式 | 读者 | 必填栏目 | 先要有 |", "| --- | --- | --- | --- | --- | --- |"]
    for kind in KINDS:
        fields = _names(kind.needs) + (f"（{_names(kind.takes)}）" if kind.takes else "")
        cells = (f"`{kind.name}`", kind.title, _FORMS[kind.form], _AUDIENCES[kind.audience], fields, kind.first)
        rows.append(f"| {' | '.join(cells)} |")
    head, _, rest = page.partition(rows[0])
    return head + "\n".join(rows) + "\n\n" + rest.partition("\n\n")[2]


_FORMS: Mapping[KindForm, str] = {"document": "文件", "letter": "信函", "minutes": "纪要", "plain": "白头"}
_AUDIENCES: Mapping[Audience, str] = {"public": "公开", "addressee": "收文单位", "internal": "内部"}


def _names(fields: tuple[str, ...]) -> str:
    return "、".join(f"`{name}`" for name in fields)


def _paths_of_records(holds: type[BaseModel]) -> dict[type[BaseModel], list[str]]:
    """The record types of a file, the outermost first, each with the paths of the fields that hold it."""
    paths: dict[type[BaseModel], list[str]] = {}

    def visit(record: type[BaseModel], path: str, above: tuple[type[BaseModel], ...]) -> None:
        paths.setdefault(record, []).extend([path] if path else [])
        for name, info in record.model_fields.items():
            inner = record_type(info.annotation)
            if inner and inner not in above:
                visit(inner, f"{path}.{name}" if path else name, (*above, inner))

    visit(holds, "", (holds,))
    return paths


def title_of(record: type[BaseModel]) -> str:
    """The Chinese name of a kind of record; KeyError if its class gives none."""
    return str(record.model_config["title"])


def _table(record: type[BaseModel], paths: list[str]) -> Iterator[str]:
    yield f"### {title_of(record)}"
    yield ""
    if paths:
        yield f"写在 {'、'.join(f'`{path}`' for path in paths)} 下。"
        yield ""
    yield "| 栏目 | 名称 | 必填 | 内容 |"
    yield "| --- | --- | --- | --- |"
    hints = get_type_hints(record, include_extras=True)
    for name, info in record.model_fields.items():
        required = "是" if info.is_required() else "否"
        yield f"| `{name}` | {info.title} | {required} | {_field_description(hints[name], info)} |"


def _field_description(hint: Any, info: FieldInfo) -> str:
    """What goes into a field, in Chinese: type, bounds, default value, note."""
    bounds = {name: getattr(mark, name) for mark in info.metadata for name in ("ge", "le") if hasattr(mark, name)}
    words = _description(hint)
    if _bare(hint) is int and bounds.keys() == {"ge", "le"}:
        words = f"{bounds['ge']} 到 {bounds['le']} 的整数"
    if not info.is_required() and info.default not in {None, ()}:
        words += f"；不填为 {_default(hint, info.default)}".replace("为 “", "为“")
    more = info.json_schema_extra
    return f"{words}。{more['note']}" if isinstance(more, dict) else words


def _default(hint: Any, value: Any) -> str:
    """A value that holds where a field is left out, as staff would write it or read it."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        held = ((fields[name].title, content) for name, content in vars(value).items() if content is not None)
        return "、".join(f"{title}“{content}”" for title, content in held)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and get_origin(_bare(hint)) is not Literal:
        return f"“{value}”"
    return _choices((value,), hint) if get_origin(_bare(hint)) is Literal else str(value)


def _description(hint: Any) -> str:
    """The values that a type takes, in Chinese."""
    ref = next((mark for mark in _annotations(hint) if isinstance(mark, Ref)), None)
    if ref:
        file = ref.file.format(scheme="*", round="*")
        return f"`{file}` 中登记的{ref.name.format(organ='')}{'编号' if _is(Identifier, hint) else '代码'}"
    special = (words for alias, words in _SPECIAL if _is(alias, hint))
    bare = _bare(hint)
    inner, origin = record_type(bare), get_origin(bare)
    if origin is tuple:
        item = get_args(bare)[0]
        return f"列表，每项是一个“{title_of(inner)}”" if inner else f"列表，每项：{_description(item)}"
    if inner:
        return f"“{title_of(inner)}”的各栏"
    if origin is Literal:
        return _choices(get_args(bare), bare)
    if origin is Mapping:
        return f"逐项写“编号: 值”，值为 {_description(get_args(bare)[1])}"
    return next(special, None) or _PLAIN[bare]


def _choices(values: tuple[str, ...], hint: Any) -> str:
    """Values out of those that a field may hold, each with its meaning in Chinese where it has one."""
    every = get_args(_bare(hint))
    meanings = {choice: text.removeprefix(choice)[1:-1] for choice, text in zip(every, named(every), strict=True)}
    return "、".join(f"`{value}` {meanings[value]}".rstrip() for value in values)


def _is(alias: Any, hint: Any) -> bool:
    """Whether a type bears all marks of another one."""
    return set(get_args(alias)[1:]) <= set(_annotations(hint))


def _bare(hint: Any) -> Any:
    """A type without its annotations and without None."""
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    if get_origin(hint) in {Union, types.UnionType}:
        return _bare(next(part for part in get_args(hint) if part is not type(None)))
    return hint


def _annotations(hint: Any) -> tuple[Any, ...]:
    """The annotations of a type, also of one that may be None."""
    if get_origin(hint) in {Union, types.UnionType}:
        return _annotations(next(part for part in get_args(hint) if part is not type(None)))
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()
