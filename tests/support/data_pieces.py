"""Data files read back as rows of plain values, whatever their form, for tests that set them side by side."""

import csv
import datetime as dt
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from lxml import etree
from pyarrow import parquet

from gongshi.pages.data.dataset import Dataset
from gongshi.pages.sheets.sheet import Value

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DAY_ZERO = dt.date(1899, 12, 30)
"""The day that XLSX counts from."""


def _value(dataset: Dataset[Any], place: int, text: str) -> Value:
    """A cell of CSV or XLSX as JSON has it, by the type of its column."""
    if text == "":
        return None
    kind = dataset.fields[place].type
    if kind == "boolean":
        return {"是": True, "否": False}[text]
    return int(text) if kind == "integer" else text


def from_csv(dataset: Dataset[Any], content: bytes) -> list[list[Value]]:
    """Rows of a CSV below its heads; the guard against formulas taken off."""
    _, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    guard = re.compile(r"^'(?=[=+\-@\t\r])")
    return [[_value(dataset, place, guard.sub("", cell)) for place, cell in enumerate(row)] for row in rows]


def from_json(content: bytes) -> list[list[Value]]:
    """Values of the objects of a JSON file."""
    return [list(row.values()) for row in json.loads(content)]


def from_sqlite(dataset: Dataset[Any], database: sqlite3.Connection) -> list[list[Value]]:
    """Rows of a table; what is a boolean in JSON is 0 or 1 here."""
    kinds = [column.type for column in dataset.fields]
    rows = database.execute(f"SELECT * FROM {dataset.name} ORDER BY rowid")  # noqa: S608 - a name of our own
    return [[bool(c) if k == "boolean" else c for k, c in zip(kinds, row, strict=True)] for row in rows]


def from_parquet(content: bytes) -> list[list[Value]]:
    """Rows of a Parquet file; its dates as JSON has them."""
    columns = parquet.read_table(io.BytesIO(content)).columns
    values = [[v.isoformat() if isinstance(v, dt.date) else v for v in column.to_pylist()] for column in columns]
    return [list(row) for row in zip(*values, strict=True)]


@contextmanager
def opened(content: bytes) -> Iterator[sqlite3.Connection]:
    """A database from its bytes."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        yield database


def from_xlsx(dataset: Dataset[Any], content: bytes) -> list[list[Value]]:
    """Rows of the first sheet below its heads, read from its XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        strings = [_words(each) for each in etree.fromstring(archive.read("xl/sharedStrings.xml"))]
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    _, *lines = sheet.iter(f"{_SHEET}row")
    return [_line(dataset, line, strings) for line in lines]


def _line(dataset: Dataset[Any], line: etree._Element, strings: list[str]) -> list[Value]:
    row: list[Value] = [None] * len(dataset.fields)
    for cell in line:
        letters = cell.get("r", "").rstrip("0123456789")
        place = 0
        for letter in letters:
            place = 26 * place + ord(letter) - ord("A") + 1
        text = cell.findtext(f"{_SHEET}v") or ""
        if cell.get("t") == "s":
            row[place - 1] = _value(dataset, place - 1, strings[int(text)])
        elif dataset.fields[place - 1].type == "date":
            row[place - 1] = (_DAY_ZERO + dt.timedelta(days=int(text))).isoformat()
        else:
            row[place - 1] = int(text)
    return row


def _words(item: etree._Element) -> str:
    text = "".join(part.text or "" for part in item.iter(f"{_SHEET}t"))
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)
