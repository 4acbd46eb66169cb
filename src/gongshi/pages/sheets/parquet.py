"""A sheet of typed columns as Parquet, for programs that read columns."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence

import pyarrow as pa
from pyarrow import parquet

from gongshi.pages.sheets.sheet import Head, Sheet, Type, Value

_TYPES: Mapping[Type | None, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "yearmonth": pa.string(),  # Parquet has no type for a month
}


def parquet_bytes(sheet: Sheet) -> bytes:
    """Columns by their keys, each with its head beside; KeyError if a column has no type.

    The same rows give the same bytes with the same release of pyarrow, which writes its number into the file.
    """
    columns = list(zip(*sheet.rows, strict=True)) or [()] * len(sheet.heads)
    arrays = [_array(head, values) for head, values in zip(sheet.heads, columns, strict=True)]
    fields = [pa.field(head.key, _TYPES[head.type], head.optional, {"title": head.title}) for head in sheet.heads]
    out = io.BytesIO()
    parquet.write_table(pa.table(arrays, pa.schema(fields)), out, compression="zstd")
    return out.getvalue()


def _array(head: Head, values: Sequence[Value]) -> pa.Array:
    is_date = head.type == "date"
    found = [dt.date.fromisoformat(value) if is_date and isinstance(value, str) else value for value in values]
    return pa.array(found, _TYPES[head.type])
