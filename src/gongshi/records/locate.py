"""Finds line and column of problems, by reading the file again only if it has any."""

from collections.abc import Iterator
from dataclasses import replace

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from gongshi.diagnostics import Diagnostic, Place, Report
from gongshi.records.load import Records

ON_THE_KEY = {"unknown-key", "report-missing"}
"""Codes that concern a key rather than its value."""


def locate(report: Report, records: Records) -> Report:
    """The same report, its diagnostics with line and column and sorted by place."""
    trees: dict[str, Node | None] = {}
    located = []
    for diagnostic in report.diagnostics:
        file = diagnostic.place.file
        if diagnostic.place.line is None and file in records:
            if file not in trees:
                trees[file] = YAML(typ="safe").compose(records[file].text)
            located.append(replace(diagnostic, place=_located(diagnostic, trees[file])))
        else:
            located.append(diagnostic)
    located.sort(key=lambda d: (d.place.file, d.place.line or 0, d.place.column or 0, d.code))
    return replace(report, diagnostics=tuple(located))


def _located(diagnostic: Diagnostic, root: Node | None) -> Place:
    place = diagnostic.place
    if root is None:  # an empty file
        return replace(place, line=1, column=1)
    node = key = root
    for step in place.path:
        found = next(_children(node, step), None)
        if found is None:
            break
        key, node = found
    if place.offset and isinstance(node, ScalarNode) and node.style in {"|", ">"}:
        # A block text starts on the line after its | or >.
        return replace(place, line=node.start_mark.line + 1 + place.offset, column=1)
    mark = (key if diagnostic.code in ON_THE_KEY else node).start_mark
    return replace(place, line=mark.line + 1, column=mark.column + 1)


def _children(node: Node, step: str | int) -> Iterator[tuple[Node, Node]]:
    """Key and value that `step` leads to: a key, a list position, or `#key=value` for the item that holds it.

    Of several items that hold the same value the last is taken, which is the repeated one.
    """
    if isinstance(node, MappingNode):
        yield from ((key, value) for key, value in node.value if key.value == str(step))
    elif isinstance(node, SequenceNode) and isinstance(step, int):
        yield from ((item, item) for item in node.value[step : step + 1])
    elif isinstance(node, SequenceNode):
        name, _, wanted = str(step).removeprefix("#").partition("=")
        for item in reversed(node.value):
            if any(value.value == wanted for _, value in _children(item, name)):
                yield item, item
