"""The changes that a bad case makes to the minimal workspace, as its `change.yaml` writes them; see CONTRIBUTING.

A change is made in the text of a record, so that its comments and all other lines stay as they are.
"""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

ADDED = "+"
"""Ends the path of a list to which an item, or each item of a list, is added."""
REMOVED = "!removed"
"""Stands for a value, an item or a file that is taken away."""
TEXT = "!text"
"""Marks texts that are put in the place of others, each of which stands once in the value or in the file."""


def apply_changes(root: Path, changes: Path) -> None:
    """Change the workspace at `root` as the file `changes` says."""
    source = changes.read_text(encoding="utf-8")
    for name, wanted in _compose(source).value:
        file = root / name.value
        if wanted.tag == REMOVED:
            file.unlink()
        else:
            file.write_text(_file_changed(file.read_text(encoding="utf-8"), wanted, source), encoding="utf-8")


def _file_changed(text: str, wanted: Node, source: str) -> str:
    if wanted.tag == TEXT:
        return _replaced(text, wanted)
    for path, value in wanted.value:
        before, text = text, _changed(text, path.value.split("/"), value, source)
        assert text != before, f"{path.value} changes nothing"
    return text


def _changed(text: str, path: list[str], value: Node, source: str) -> str:
    """The text with one change: a value set, added or taken away, or words of it replaced."""
    around = _around(text, path)
    if path[-1] == ADDED:
        items = value.value if isinstance(value, SequenceNode) else [value]
        for item in items:
            text = _with_item(text, _around(text, path), _written(item, source))
        return text
    found = list(_children(around, path[-1]))
    if not found:
        return _with_key(text, around, path[-1], _after_key(value, source, around.start_mark.column))
    ((key, old),) = found
    if value.tag == REMOVED:
        return _without(text, around, key, old)
    start, end = old.start_mark.index, _end(old)
    if value.tag == TEXT:
        return text[:start] + _replaced(text[start:end], value) + text[end:]
    if isinstance(around, SequenceNode):
        return text[:start] + _written(value, source) + text[end:]
    return text[: key.end_mark.index] + _after_key(value, source, around.start_mark.column) + text[end:]


def _compose(text: str) -> Node:
    root: Node = YAML(typ="safe").compose(text)
    return root


def _around(text: str, path: list[str]) -> CollectionNode:
    """The mapping or list that the last step of a path leads into."""
    node = _compose(text)
    for step in path[:-1]:
        found = [value for _, value in _children(node, step)]
        assert len(found) == 1, f"{step} of {'/'.join(path)} leads to {len(found)} places"
        node = found[0]
    assert isinstance(node, CollectionNode), f"{'/'.join(path)} leads into a single value"
    return node


def _children(node: Node, step: str) -> Iterator[tuple[Node, Node]]:
    """Key and value of a mapping; or, twice, the item of a list that is `step` or whose first value it is."""
    if isinstance(node, MappingNode):
        yield from ((key, value) for key, value in node.value if key.value == step)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            if (item.value[0][1] if isinstance(item, MappingNode) else item).value == step:
                yield item, item


def _replaced(text: str, wanted: Node) -> str:
    for old, new in wanted.value:
        assert text.count(old.value) == 1, f"{old.value!r} stands {text.count(old.value)} times in {text!r}"
        text = text.replace(old.value, new.value)
    return text


def _written(value: Node, source: str) -> str:
    """A value as `change.yaml` writes it; if over several lines, from the start of a line."""
    text = source[value.start_mark.index : _end(value)]
    return textwrap.dedent(" " * value.start_mark.column + text) if _is_block(value) else text


def _after_key(value: Node, source: str, column: int) -> str:
    """A value with the colon before it; one over several lines stands below its key, which begins at `column`."""
    written = _written(value, source)
    return f":\n{textwrap.indent(written, ' ' * (column + 2))}" if _is_block(value) else f": {written}"


def _is_block(node: Node) -> bool:
    return isinstance(node, CollectionNode) and not node.flow_style


def _end(node: Node) -> int:
    """Where the text of a value ends; that of a block ends with its last value, before blank lines and comments."""
    if not _is_block(node):
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(node, MappingNode) else last)


def _with_line(text: str, before: Node, line: str) -> str:
    """The text with lines added below the last one of a block."""
    end = text.find("\n", _end(before) - 1) + 1
    return f"{text[:end]}{line}\n{text[end:]}"


def _with_inside(text: str, before: CollectionNode, word: str) -> str:
    """The text with something added at the end of {…} or […]."""
    end = before.end_mark.index - 1
    return f"{text[:end]}{', ' if before.value else ''}{word}{text[end:]}"


def _with_key(text: str, mapping: CollectionNode, key: str, value: str) -> str:
    assert isinstance(mapping, MappingNode), f"no item {key} in the list"
    if mapping.flow_style:
        return _with_inside(text, mapping, f"{key}{value}")
    return _with_line(text, mapping, f"{' ' * mapping.start_mark.column}{key}{value}")


def _with_item(text: str, items: CollectionNode, written: str) -> str:
    assert isinstance(items, SequenceNode), "an item is added to what is no list"
    if items.flow_style:
        return _with_inside(text, items, written)
    column = " " * items.start_mark.column
    return _with_line(text, items, f"{column}- {textwrap.indent(written, column + '  ').lstrip()}")


def _without(text: str, around: CollectionNode, key: Node, value: Node) -> str:
    """The text without the lines of a key or an item; within brackets, without it and a comma."""
    start, end = key.start_mark.index, _end(value)
    if not around.flow_style:
        return text[: text.rfind("\n", 0, start) + 1] + text[text.find("\n", end - 1) + 1 :]
    before, after = text[:start], text[end:]
    return before + after.removeprefix(", ") if after.startswith(", ") else before.removesuffix(", ") + after
