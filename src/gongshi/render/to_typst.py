"""A text as plain data for the layout in Typst; its characters are never read as Typst's markup."""

from typing import Any

from gongshi.render.merging import paper_head, row_spans
from gongshi.render.text import Block, Heading, Line, Paragraph, Table, Text


def typst_blocks(text: Text) -> list[dict[str, Any]]:
    """The blocks of a text, each with its kind; templates/print/text.typ sets them."""
    return [_block(block) for block in text]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.type_level, "line": _line(block.line)}
        case Paragraph():
            lead = {"level": block.lead.type_level, "line": _line(block.lead.line)} if block.lead else None
            return {"kind": "paragraph", "lead": lead, "line": _line(block.line)}
        case Table():
            return _table(block)


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "shares": [round(share, 4) for share in table.shares],
        "sides": [side or "left" for side in table.sides],
        "head": [_line(line) for line in paper_head(table)],
        "rows": [
            [{"span": span, "line": _line(line)} for line, span in zip(row, spans, strict=True) if span]
            for row, spans in zip(table.rows, row_spans(table), strict=True)
        ],
        "grouped": bool(table.groups),
    }


def _line(line: Line) -> list[dict[str, Any]]:
    return [{"text": run.text, "strong": run.strong, "emphasised": run.emphasised, "link": run.link} for run in line]
