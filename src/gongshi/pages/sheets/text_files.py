"""A sheet as CSV that opens in a Chinese spreadsheet, and as JSON."""

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal

from gongshi.pages.sheets.sheet import Row, Sheet, Value, as_number, in_words


def csv_bytes(sheet: Sheet) -> bytes:
    """UTF-8 with a byte order mark, Chinese heads, CRLF, no cell that a spreadsheet would take for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head.title for head in sheet.heads)
    for row in (*sheet.rows, *sheet.totals):
        writer.writerow(_escape_formula(in_words(value)) for value in row)
    return text.getvalue().encode("utf-8-sig")


def _escape_formula(value: Value) -> Value:
    """Text that begins like a formula gets a leading apostrophe."""
    like_a_formula = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if like_a_formula else value


def json_bytes(sheet: Sheet) -> bytes:
    """Rows as objects by the columns' keys: of a data set a list, of a table with its caption, columns and sums."""
    rows, totals = _objects(sheet, sheet.rows), _objects(sheet, sheet.totals)
    columns = [{"key": head.key, "title": head.title} for head in sheet.heads]
    table = {"caption": sheet.title, "columns": columns, "rows": rows, "totals": totals}
    document, indent = (rows, 2) if sheet.dictionary else (table, 1)
    return (json.dumps(document, ensure_ascii=False, indent=indent) + "\n").encode()


def _objects(sheet: Sheet, rows: Sequence[Row]) -> list[dict[str, str | float | None]]:
    keys = [head.key for head in sheet.heads]
    return [
        {key: as_number(value) if isinstance(value, Decimal) else value for key, value in zip(keys, row, strict=True)}
        for row in rows
    ]
