"""Measurements as a table for people and as JSON for programs."""

import json
import unicodedata

from gongshi.measure.result import Measured, Measurement, Verdict

__all__ = ["table", "to_json"]

_HEAD = ("条款", "要素", "页", "应为", "实测", "允差", "判定")
_LIMIT = 44
"""Width of a column in half characters."""


def table(measured: Measured, *, passed: bool = True) -> str:
    """The rows as a text table in Chinese, with a summary below it; those in order only if `passed`."""
    shown = [row for row in measured.measurements if passed or row.verdict is not Verdict.PASS]
    rows = [_HEAD, *(_cells(row) for row in shown)]
    widths = [max(_width(row[at]) for row in rows) for at in range(len(_HEAD))]
    lines = ["  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    counts = {verdict: sum(row.verdict is verdict for row in measured.measurements) for verdict in Verdict}
    total = "，".join(f"{verdict.value}{count}项" for verdict, count in counts.items())
    return "\n".join([*lines, "", f"公文格式：{measured.format.value}。{total}。"])


def to_json(measured: Measured) -> str:
    """All rows as JSON: format, measurements, and how many are broken."""
    return json.dumps(
        {
            "format": measured.format.value,
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


def _cells(row: Measurement) -> tuple[str, ...]:
    page = str(row.page) if row.page else "—"
    cells = (row.clause, row.element, page, row.expected + row.unit, row.measured, row.tolerance, row.verdict.value)
    return tuple(cell if _width(cell) <= _LIMIT else _cut(cell) for cell in cells)


def _cut(text: str) -> str:
    while _width(text) > _LIMIT - 2:
        text = text[:-1]
    return f"{text}…"


def _width(text: str) -> int:
    """In half characters: a hanzi takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
