"""Adding items to the end of a list in a record file: the bytes that are there stay, comments and all."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from gongshi.diagnostics import Place
from gongshi.engine.files import write_atomically
from gongshi.project import WorkspaceFolder
from gongshi.records.load import Records, parse
from gongshi.scaffold.refusal import RefusedRecordError
from gongshi.scaffold.source import mapping
from gongshi.scaffold.writing import create, scalar

_KEY = "notices"
_HEAD = "# 公文：文种、状态、字号和日期；正文由程序按文种生成。\n# 状态：draft 草稿，approved 已批准（可以发布）。\n\n"


def append(folder: WorkspaceFolder, records: Records, path: str, added: Sequence[Mapping[str, Any]]) -> None:
    """Add notices to the end of a file, or make the file.

    The new text is parsed before it is written: unless it gives the old items and then the new ones, it is refused.
    """
    known = mapping(folder, records, path)
    if known is None:
        create(folder, folder.root / path, f"{_HEAD}{_KEY}:\n{_items(added, 2, 4)}")
        return
    file = folder.root / path
    raw = file.read_bytes()
    text = raw.decode("utf-8-sig")
    if text != records[path].text.replace("\n", "\r\n" if "\r\n" in text else "\n"):
        raise RefusedRecordError("odd-layout", path)
    root = YAML(typ="safe").compose(records[path].text)
    begin, addition = _addition(root, records[path].text, added)
    fresh = records[path].text[:begin] + addition
    if parse(fresh, Place(path)) != ({**known, _KEY: [*(known.get(_KEY) or []), *added]}, []):
        raise RefusedRecordError("odd-layout", path)
    if "\r\n" in text:
        addition = addition.replace("\n", "\r\n")
        begin += records[path].text[:begin].count("\n")
    mark = raw[: len(raw) - len(text.encode("utf-8"))]
    write_atomically(file, mark + (text[:begin] + addition).encode("utf-8"))


def _addition(root: Node | None, text: str, added: Sequence[Mapping[str, Any]]) -> tuple[int, str]:
    """The position from which the text changes, and the new text from there to the end."""
    gap = "" if text.endswith("\n") or not text else "\n"
    if root is None:
        return len(text), f"{gap}{_KEY}:\n{_items(added, 2, 4)}"
    values = [value for key, value in root.value if key.value == _KEY] if isinstance(root, MappingNode) else []
    if not values:
        return len(text), f"{gap}{_KEY}:\n{_items(added, 2, 4)}"
    node = values[0]
    if isinstance(node, SequenceNode) and node.value and not node.flow_style:
        dash, field = node.start_mark.column, node.value[0].start_mark.column
        return len(text), f"{gap}\n{_items(added, dash, field)}"
    if isinstance(node, SequenceNode) and node.value:
        return len(text), ""  # a list in brackets: nothing is added, which `append` refuses
    rest = text[node.end_mark.index :]
    begin = (
        node.start_mark.index if rest.lstrip(" ").startswith("#") else len(text[: node.start_mark.index].rstrip(" "))
    )
    return begin, f"{rest.lstrip(' ') or chr(10)}{gap if rest else ''}{_items(added, 2, 4)}"


def _items(added: Sequence[Mapping[str, Any]], dash: int, field: int) -> str:
    return "\n".join("".join(_item(item, dash, field)) for item in added)


def _item(item: Mapping[str, Any], dash: int, field: int) -> Iterator[str]:
    for number, (key, value) in enumerate(item.items()):
        begin = " " * dash + "-" + " " * (field - dash - 1) if number == 0 else " " * field
        shown = scalar(value) if isinstance(value, str) else str(value)  # a day as 2014-07-10, a year as it is
        yield f"{begin}{key}: {shown}\n"
