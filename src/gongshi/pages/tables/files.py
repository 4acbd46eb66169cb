"""Tables as files: CSV that opens in a Chinese spreadsheet, XLSX and JSON, cell by cell what the page shows."""

import csv
import io
import json
from collections.abc import Iterable

from gongshi.pages.sheets.workbook import guarded, new_workbook, print_on_a4
from gongshi.pages.values.page import Page
from gongshi.pages.values.table import Cell, Column, Table

_WIDTHS = {"number": 14, "short": 16, "day": 16, "name": 30, "plan": 44, "brief": 60, "period": 24}
_WIDTH = 20


def table_files(pages: Iterable[Page]) -> dict[str, bytes]:
    """Every table's files by their path inside the site."""
    files = {}
    for page in pages:
        for table in page.tables:
            files[f"{page.url}{table.id}.csv"] = csv_of(table)
            files[f"{page.url}{table.id}.xlsx"] = xlsx_of(table)
            files[f"{page.url}{table.id}.json"] = json_of(table)
    return files


def csv_of(table: Table) -> bytes:
    """Heads, rows and sums, with a byte order mark and CRLF; no cell that a spreadsheet would take for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.title for column in table.columns)
    for row in (*table.rows, *table.foot):
        writer.writerow(cell.text if cell.number is not None else guarded(cell.text) for cell in row)
    return text.getvalue().encode("utf-8-sig")


def json_of(table: Table) -> bytes:
    """The caption, the columns, and rows and sums as objects by the columns' keys; numbers are numbers."""
    document = {
        "caption": table.caption,
        "columns": [{"key": column.key, "title": column.title} for column in table.columns],
        "rows": [_object(table.columns, row) for row in table.rows],
        "totals": [_object(table.columns, row) for row in table.foot],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _object(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> dict[str, str | int | float]:
    return {column.key: _plain(cell) for column, cell in zip(columns, row, strict=True)}


def _plain(cell: Cell) -> str | int | float:
    """A cell's number as JSON and XLSX write it, or its text."""
    if cell.number is None:
        return cell.text
    return int(cell.number) if cell.number == cell.number.to_integral_value() else float(cell.number)


def xlsx_of(table: Table) -> bytes:
    """One sheet: the heads stay in view, numbers are numbers, text is never taken for a formula or a link."""
    out = io.BytesIO()
    with new_workbook(out, table.caption) as book:
        sheet = book.add_worksheet()
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
        body, total = (book.add_format({"text_wrap": True, "valign": "top", "bold": bold}) for bold in (False, True))
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, _WIDTHS.get(column.kind, _WIDTH))
            sheet.write_string(0, place, column.title, head)
        rows = [(row, body) for row in table.rows] + [(row, total) for row in table.foot]
        for line, (row, style) in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                sheet.write(line, place, _plain(cell), style)
        print_on_a4(sheet)
    return out.getvalue()
