"""Data files: the same rows in CSV and JSON, safe in a spreadsheet."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from public_factory import programme, site
from public_pieces import award, category, counties

from gongshi.pages.datafiles import csv_text, json_text
from gongshi.pages.datasets import DATASETS, Dataset


def table(name: str) -> Dataset:
    """The data set of that name."""
    return {dataset.name: dataset for dataset in DATASETS}[name]


@pytest.mark.parametrize("name", [dataset.name for dataset in DATASETS])
def test_csv_and_json_hold_the_same_rows(built: Path, name: str) -> None:
    """Row by row and cell by cell; the heads are the Chinese titles."""
    raw = (built / "data" / f"{name}.csv").read_bytes()
    head, *rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    objects = json.loads((built / "data" / f"{name}.json").read_bytes())
    words = {None: "", True: "是", False: "否"}

    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == len(objects) + 1
    assert head == [*(column.title for column in table(name).columns), "样例"]
    assert rows
    assert rows == [
        [
            str(value) if isinstance(value, str | int) and not isinstance(value, bool) else words[value]
            for value in row.values()
        ]
        for row in objects
    ]


def test_no_cell_is_taken_for_a_formula() -> None:
    """Text that begins like a formula is quoted in CSV and left alone in JSON; numbers are numbers."""
    kind = category(amount=10_000_000)
    winner = award("2014-lianghua", 1, counties()["余杭区"], kind)
    for start in ("=", "+", "-", "@", "\t", "\r"):
        public = site(programmes=(programme(awards=(replace(winner, plan_title=f"{start}1+1"),)),))
        row = list(csv.reader(io.StringIO(csv_text(table("awards"), public), newline="")))[1]

        assert f"'{start}1+1" in row
        assert "10000000" in row
        assert json.loads(json_text(table("awards"), public))[0]["plan_title"] == f"{start}1+1"


def test_every_column_is_explained_on_the_data_page(built: Path) -> None:
    """Title, key and meaning of each field stand on the page."""
    page = (built / "data" / "index.html").read_text(encoding="utf-8")

    for dataset in DATASETS:
        for column in dataset.columns:
            assert f"<code>{column.key}</code>" in page
            assert column.title in page
