"""Measurements as a table for people and as JSON for programs."""

import json
import unicodedata
from collections.abc import Sequence

from gongshi.measure.result import Measured, Measurement, Verdict

_HEAD = ("条款", "要素", "页", "应为", "实测", "允差", "判定")
_OPEN_HEAD = ("条款", "要素", "应为", "未判定的原因")
_LIMIT = 44
"""Width of a column in half characters."""


def table(measured: Measured, *, passed: bool = True) -> str:
    """The rows as text tables in Chinese, a summary at the end.

    Rows that are alike on several pages are one row; those in order are listed only if `passed`. What could not be
    judged stands in a table of its own, with the reason.
    """
    shown = [row for row in measured.measurements if row.verdict is Verdict.FAIL or passed]
    judged = [_cells(rows) for rows in _alike([row for row in shown if row.verdict is not Verdict.NOT_JUDGED])]
    unjudged = [(row.clause, row.element, row.expected + row.unit, row.measured) for row in measured.unjudged]
    blocks = [_aligned(head, rows) for head, rows in ((_HEAD, judged), (_OPEN_HEAD, unjudged)) if rows]
    counts = {verdict: sum(row.verdict is verdict for row in measured.measurements) for verdict in Verdict}
    total = "，".join(f"{verdict.value}{count}项" for verdict, count in counts.items())
    return "\n\n".join([*blocks, f"公文格式：{measured.format.value}。{total}。{measured.note}"])


def _aligned(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    cells = [head, *rows]
    widths = [max(_width(row[at]) for row in cells) for at in range(len(head))]
    return "\n".join(
        "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )


def _alike(rows: Sequence[Measurement]) -> list[list[Measurement]]:
    """Rows in their order, those that differ in nothing but the page as one group; each broken row is its own group."""
    groups: dict[tuple[object, ...], list[Measurement]] = {}
    for at, row in enumerate(rows):
        # Only a page's own number may differ from page to page.
        expected = "—n—" if row.expected == f"—{row.page}—" else row.expected
        key = (row.clause, row.element, expected, row.tolerance, at if row.verdict is Verdict.FAIL else -1)
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def to_json(measured: Measured) -> str:
    """All rows as JSON: format, a note on all of them, measurements, and how many are broken."""
    return json.dumps(
        {
            "format": measured.format.value,
            "note": measured.note,
            "broken": len(measured.broken),
            "measurements": [
                {
                    "clause": row.clause,
                    "element": row.element,
                    "page": row.page,
                    "expected": row.expected,
                    "measured": row.measured,
                    "tolerance": row.tolerance,
                    "unit": row.unit,
                    "verdict": row.verdict.name.lower(),
                }
                for row in measured.measurements
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def _cells(rows: Sequence[Measurement]) -> tuple[str, ...]:
    row = rows[0]
    values = list(dict.fromkeys(each.measured for each in rows))
    found = _range(values) if len(values) > 1 else row.measured
    wanted = row.expected + row.unit + ("等" if len({each.expected for each in rows}) > 1 else "")
    cells = (row.clause, row.element, _pages(rows), wanted, found, row.tolerance, row.verdict.value)
    return tuple(cell if _width(cell) <= _LIMIT else _cut(cell) for cell in cells)


def _range(values: Sequence[str]) -> str:
    """The least and the greatest of several figures; of words the first."""
    try:
        figures = sorted(values, key=float)
    except ValueError:
        return f"{values[0]}等"
    return f"{figures[0]}～{figures[-1]}"


def _pages(rows: Sequence[Measurement]) -> str:
    """Pages as people write them: 1、3、5, or 1—4; a dash for the document as a whole."""
    pages = sorted({row.page for row in rows})
    if pages == [0]:
        return "—"
    if len(pages) > 2 and pages[-1] - pages[0] == len(pages) - 1:  # noqa: PLR2004 - two are listed
        return f"{pages[0]}—{pages[-1]}"
    return "、".join(map(str, pages))


def _cut(text: str) -> str:
    while _width(text) > _LIMIT - 2:
        text = text[:-1]
    return f"{text}…"


def _width(text: str) -> int:
    """In half characters as terminals show them: a hanzi takes two, a dash, a quotation mark and ± one."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
