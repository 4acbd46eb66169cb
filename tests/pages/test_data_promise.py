"""What was published once stays: names of data sets, keys and heads of columns; and the descriptor is valid."""

import importlib
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import pytest

from gongshi.pages import data
from gongshi.pages.data.dataset import SAMPLE, Dataset
from gongshi.pages.data.datasets import DATASETS

PUBLISHED = json.loads((Path(__file__).parent / "published_columns.json").read_text(encoding="utf-8"))
"""Every column ever published, in its order, as key and head, by data set."""


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_columns_stay(name: str) -> None:
    """Programs of others read these columns; they may get more neighbours, and never go or change their names."""
    now = {dataset.name: [[column.key, column.title] for column in dataset.columns] for dataset in DATASETS}

    assert name in now, f"数据集 {name} 已经公布，他人的程序在用，不能删去或者改名"
    assert now[name][: len(PUBLISHED[name])] == PUBLISHED[name], (
        f"{name} 的列已经公布，他人的程序在用：不能删去、改名或者移动；新列加在最后，并记入 published_columns.json"
    )


def test_every_column_is_recorded_as_published() -> None:
    """A new column is recorded together with the change that brings it."""
    assert {d.name: [[column.key, column.title] for column in d.columns] for d in DATASETS} == PUBLISHED


@pytest.mark.parametrize("missing", ["title", "english", "meaning", "explained"])
def test_a_column_without_a_dictionary_entry_is_refused(missing: str) -> None:
    """A column that lacks a word of its entry does not construct; the error names column, word and place."""
    word: dict[str, Any] = {missing: ""}

    with pytest.raises(ValueError, match=rf"^nickname: its row in src/gongshi/pages/data/ states no {missing}$"):
        replace(SAMPLE, key="nickname", **word)


def test_every_dataset_stands_in_the_table() -> None:
    """What a module of `data` defines is published: a data set that `datasets.py` does not list is told by its file."""
    listed = {dataset.name for dataset in DATASETS}
    for path in sorted((Path(data.__file__).parent).glob("*.py")):
        for each in vars(importlib.import_module(f"gongshi.pages.data.{path.stem}")).values():
            if isinstance(each, Dataset):
                assert each.name in listed, f"{path.name} 定义了数据集 {each.name}，data/datasets.py 没有列出"


@pytest.mark.parametrize("dataset", DATASETS, ids=[dataset.name for dataset in DATASETS])
def test_keys_and_references_name_columns(dataset: Dataset[Any]) -> None:
    """Keys and references name columns that are there, and a reference leads to a whole key."""
    keys = {each.name: each.key for each in DATASETS}
    own = {column.key for column in dataset.columns}

    assert own >= set(dataset.key)
    for reference in dataset.references:
        assert own >= set(reference.columns)
        assert keys[reference.dataset] == reference.to


def test_frictionless_finds_the_package_valid(built: Path, tmp_path: Path) -> None:
    """Types, keys, references, sizes and checksums hold; a line too many and an area from nowhere are found."""
    folder = Path(shutil.copytree(built / "data", tmp_path / "data"))
    report = frictionless.validate(folder / "datapackage.json")

    assert report.valid, report.flatten(["path", "type", "message"])

    with (folder / "paid.csv").open("ab") as paid:
        paid.write("nobody,2014,省财政,1,2014-11-03,1,是\r\n".encode())
    report = frictionless.validate(folder / "datapackage.json")

    assert {kind for (kind,) in report.flatten(["type"])} >= {"foreign-key", "hash-count"}
