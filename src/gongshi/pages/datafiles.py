"""Data sets as files: CSV that opens in a Chinese spreadsheet, JSON with the same rows."""

import csv
import io
import json

from gongshi.pages.datasets import DATASETS, Cell, Dataset
from gongshi.public.types import PublicSite

__all__ = ["csv_text", "data_files", "json_text"]

_SAMPLE = "样例"


def data_files(site: PublicSite) -> dict[str, bytes]:
    """Every data file by its path inside the site."""
    files = {}
    for dataset in DATASETS:
        files[f"data/{dataset.name}.csv"] = csv_text(dataset, site).encode("utf-8-sig")
        files[f"data/{dataset.name}.json"] = json_text(dataset, site).encode()
    return files


def csv_text(dataset: Dataset, site: PublicSite) -> str:
    """The data set as CSV: Chinese heads, CRLF, no cell that a spreadsheet would take for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*(column.title for column in dataset.columns), _SAMPLE])
    mark = "是" if site.sample else "否"
    writer.writerows([*map(_guarded, row), mark] for row in dataset.rows(site))
    return text.getvalue()


def json_text(dataset: Dataset, site: PublicSite) -> str:
    """The data set as a JSON list of objects, keys in the order of the columns."""
    keys = [column.key for column in dataset.columns]
    rows = [{**dict(zip(keys, row, strict=True)), "sample": site.sample} for row in dataset.rows(site)]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _guarded(cell: Cell) -> Cell:
    """Text that begins like a formula gets a leading apostrophe; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
