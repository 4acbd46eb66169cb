"""pandoc's reading of a Markdown body, as a Text: what prose must not hold is refused, headings are numbered."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from gongshi.render.pandoc import PandocError
from gongshi.render.text import Block, Heading, Line, Paragraph, Run, Side, Table, Text, plain
from gongshi.typography import chinese_numeral

FORBIDDEN = {
    "CodeBlock": "段首有四个以上空格，成了代码",
    "Code": "反引号，成了代码",
    "BulletList": "以“-”“*”或“+”开头的列表",
    "OrderedList": "以数字和“.”开头的列表",
    "BlockQuote": "以“>”开头的引用",
    "HorizontalRule": "分隔线",
    "Image": "图片",
    "Raw": "原始代码",
    "Link": "不允许的链接",
}
"""Elements that prose must not hold, by pandoc's name, with the words in which messages name them."""


_Node = dict[str, Any]
"""An element of pandoc's: its kind as `t`, what it holds as `c`."""

_SIDES: dict[str, Side] = {"AlignLeft": "left", "AlignCenter": "center", "AlignRight": "right", "AlignDefault": ""}
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
_LOOKS: dict[str, dict[str, Any]] = {"Strong": {"strong": True}, "Emph": {"emphasised": True}}
_SCHEMES = ("http:", "https:", "mailto:", "tel:")
_DEEPEST = 4
"""The deepest of the levels of headings; Markdown's ## is the first."""
_HAN_NUMBERS = 99
"""Largest number that `chinese_numeral` can write."""


def text_of_blocks(blocks: Sequence[_Node]) -> Text:
    """The text of a document's blocks.

    Raises:
        PandocError: It holds what prose must not; the message is pandoc's name of that, or Link for a link that leads
            to anything but the web, a mailbox or a telephone. A picture could carry a file of this machine into a
            document; for lists, quotations and code official documents have no form.
    """
    return _run_in(_numbered([_block(node) for node in blocks]))


def _block(node: _Node) -> Block:
    match node["t"]:
        case "Header":
            level, _, inlines = node["c"]
            return Heading(min(max(level - 1, 1), _DEEPEST), _line(inlines), numbered=False)
        case "Para":
            return Paragraph(_line(node["c"]))
        case "Table":
            return _table(node["c"])
        case other:
            raise PandocError(other)


def _numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each heading with its number unless it is alone on its level below the same heading."""
    counted = _with_siblings(blocks)
    counts = dict.fromkeys(range(1, _DEEPEST + 1), 0)
    for at, block in enumerate(blocks):
        if not isinstance(block, Heading):
            yield block
            continue
        counts |= {level: 0 for level in counts if level > block.level}
        counts[block.level] += 1
        if at in counted:
            line = _merged([Run(_number(block.level, counts[block.level])), *block.line])
            yield replace(block, line=line, numbered=True)
        else:
            yield block


def _with_siblings(blocks: Sequence[Block]) -> set[int]:
    """Positions among the blocks of headings that have another one of their level below the same heading."""
    found: set[int] = set()
    first: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            first = {level: place for level, place in first.items() if level <= block.level}
            if block.level in first:
                found |= {first[block.level], at}
            first.setdefault(block.level, at)
    return found


def _number(level: int, count: int) -> str:
    """The number of a heading: 一、 （一） 1． （1） by level (GB/T 9704-2012, 7.3.3)."""
    number = chinese_numeral(count) if level <= 2 and count <= _HAN_NUMBERS else str(count)  # noqa: PLR2004 - 一、 and （一）
    return (f"{number}、", f"（{number}）", f"{number}．", f"（{number}）")[level - 1]


def _run_in(blocks: Iterator[Block]) -> Text:
    """The blocks; a heading that ends in 。 leads the paragraph after it."""
    done: list[Block] = []
    for block in blocks:
        above = done[-1] if done else None
        if isinstance(block, Paragraph) and isinstance(above, Heading) and plain(above.line).endswith("。"):
            done[-1] = replace(block, lead=above)
        else:
            done.append(block)
    return tuple(done)


def _table(content: Sequence[Any]) -> Table:
    """A pipe table. A strong head marks a grouping column; it is not printed strong."""
    _, _, columns, head, bodies, _ = content
    heads = [cell for row in head[1] for cell in row[1]]
    groups = tuple(at for at, cell in enumerate(heads) if [inline["t"] for inline in _inlines(cell)] == ["Strong"])
    return Table(
        head=tuple(_without_strong(cell) if at in groups else _line(_inlines(cell)) for at, cell in enumerate(heads)),
        rows=tuple(tuple(_line(_inlines(cell)) for cell in row[1]) for body in bodies for row in body[3]),
        shares=tuple(width.get("c", 1 / len(columns)) for _, width in columns),
        sides=tuple(_SIDES[side["t"]] for side, _ in columns),
        groups=groups,
    )


def _inlines(cell: Sequence[Any]) -> list[_Node]:
    """The content of a cell, which is one line in a pipe table."""
    return [inline for block in cell[4] for inline in block["c"]]


def _without_strong(cell: Sequence[Any]) -> Line:
    return _line(_inlines(cell)[0]["c"])


def _line(inlines: Sequence[_Node]) -> Line:
    return _merged(_runs(inlines, Run("")))


def _merged(runs: Sequence[Run] | Iterator[Run]) -> Line:
    """The runs, those beside each other with the same look joined."""
    looks = groupby(runs, key=lambda run: replace(run, text=""))
    return tuple(replace(look, text="".join(run.text for run in alike)) for look, alike in looks)


def _runs(inlines: Sequence[_Node], look: Run) -> Iterator[Run]:
    """The runs of some inlines; `look` is a run without text whose look they have, apart from what they add to it."""
    for at, inline in enumerate(inlines):
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind == "Str":
            yield replace(look, text=content)
        elif kind in _SPACES:
            if kind != "SoftBreak" or not _is_beside_han(inlines, at):
                yield replace(look, text=_SPACES[kind])
        elif kind in _LOOKS:
            yield from _runs(content, replace(look, **_LOOKS[kind]))
        elif kind == "Link":
            _, inside, (address, _) = content
            if not address.startswith(_SCHEMES):
                raise PandocError("Link")
            yield from _runs(inside, replace(look, link=address))
        else:
            raise PandocError("Raw" if kind == "RawInline" else kind)


def _is_beside_han(inlines: Sequence[_Node], at: int) -> bool:
    """Whether there are hanzi beside a line break in the source: then it is dropped; otherwise it is a space."""
    before = inlines[at - 1]["c"][-1:] if at and inlines[at - 1]["t"] == "Str" else ""
    after = inlines[at + 1]["c"][:1] if at + 1 < len(inlines) and inlines[at + 1]["t"] == "Str" else ""
    return not (before + after).isascii()
