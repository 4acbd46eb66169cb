"""Tables of pages as files: in each of their formats, cell by cell what the page shows."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from gongshi.pages.sheets.formats import TABLE_FORMATS
from gongshi.pages.sheets.sheet import Head, Sheet, Value
from gongshi.pages.values.page import Page
from gongshi.pages.values.table import Cell, Kind, Table

_WIDTHS: Mapping[Kind, int] = {
    "number": 14,
    "short": 16,
    "day": 16,
    "name": 30,
    "plan": 44,
    "brief": 60,
    "period": 24,
}
_WIDTH = 20
"""Of a column of any other kind."""


def table_files(pages: Iterable[Page]) -> dict[str, bytes]:
    """Every table's files by their path inside the site."""
    return {
        f"{page.url}{table.id}.{form.suffix}": form.write(sheet)
        for page in pages
        for table in page.tables
        for sheet in (sheet_of_table(table),)
        for form in TABLE_FORMATS
    }


def sheet_of_table(table: Table) -> Sheet:
    """The table's words and numbers, its caption and its sums."""
    heads = tuple(Head(column.key, column.title, _WIDTHS.get(column.kind, _WIDTH)) for column in table.columns)
    rows, totals = ([[_value(cell) for cell in row] for row in part] for part in (table.rows, table.foot))
    return Sheet(table.caption, heads, rows, totals)


def _value(cell: Cell) -> Value:
    """What a cell shows; its number with the decimals that it shows."""
    return cell.text if cell.number is None else Decimal(cell.text)
