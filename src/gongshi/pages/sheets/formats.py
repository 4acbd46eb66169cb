"""The table of formats that sheets can be downloaded in; whatever names, links or describes files follows from it."""

from collections.abc import Callable
from dataclasses import dataclass

from gongshi.pages.sheets.parquet import parquet_bytes
from gongshi.pages.sheets.sheet import Sheet
from gongshi.pages.sheets.text_files import csv_bytes, json_bytes
from gongshi.pages.sheets.workbook import xlsx_bytes


@dataclass(frozen=True)
class Format:
    """A format of files."""

    name: str
    """As people call it."""
    suffix: str
    """The end of its files' names, without the full stop."""
    media_type: str
    write: Callable[[Sheet], bytes]
    """Makes a file of a sheet; the same sheet gives the same bytes."""
    english_keys: bool = False
    """Whether its columns are named by their keys, for programs, or by their heads, for people."""
    of_tables: bool = True
    """Whether the tables of pages come in it too, or data sets alone."""


CSV = Format("CSV", "csv", "text/csv", csv_bytes)
FORMATS = (
    CSV,
    Format("XLSX", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_bytes),
    Format("JSON", "json", "application/json", json_bytes, english_keys=True),
    Format("Parquet", "parquet", "application/vnd.apache.parquet", parquet_bytes, english_keys=True, of_tables=False),
)
"""In the order in which they are offered."""
TABLE_FORMATS = tuple(each for each in FORMATS if each.of_tables)
"""Those in which the tables of pages come."""
