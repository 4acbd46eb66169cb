"""The data page: every data file with its size, what its columns are, on what terms and how to cite."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest
from gongshi.pages.data.dataset import Dataset
from gongshi.pages.data.datasets import DATASETS
from gongshi.pages.data.dictionary import CHINESE_HEADS, ENGLISH_KEYS, FORMAT_NAMES, Described, described
from gongshi.pages.data.files import DATABASE, DICTIONARY, PACKAGE, ZIP, sha256
from gongshi.pages.data.linked import linked_data
from gongshi.pages.sheets.formats import FORMATS, Format
from gongshi.pages.values.page import Page
from gongshi.pages.values.table import Cell, Column, Spec, Table, count_cell, fill, text_cell
from gongshi.pages.values.wording import size
from gongshi.public.site import PublicSite

_HUB = "data/"


def data_page(catalogue: Catalogue, files: Mapping[str, bytes]) -> Iterator[Page]:
    """The data page; it gives the sizes and checksums of the data files."""
    site = catalogue.site
    yield Page(
        url=_HUB,
        template="data.html",
        title="数据",
        description="本站全部数据的下载、字段说明、使用许可和引用方法。",
        hub=_HUB,
        facts={
            "datasets": DATASETS,
            "citation": citation(site),
            "zip_size": size(len(files[ZIP])),
            "formats": FORMAT_NAMES,
            "chinese_heads": CHINESE_HEADS,
            "english_keys": ENGLISH_KEYS,
        },
        contents=True,
        tables=(_whole_table(files), _datasets_table(site, files), *map(_dictionary_table, DATASETS)),
        updated=latest(catalogue),
        linked=linked_data(catalogue),
    )


def citation(site: PublicSite) -> str:
    """How to cite the data, by GB/T 7714-2015: a data set on line, with the day it stands for."""
    return f"{site.publisher}. {site.name}数据[DS/OL]. ({site.today})[引用日期]. {site.url}{_HUB}."


def _whole_table(files: Mapping[str, bytes]) -> Table:
    """The files that hold all data sets, or explain them."""
    holds = {
        ZIP: f"全部数据：各数据集的 {'、'.join(FORMAT_NAMES)} 和 JSON Schema，数据库，字段说明",
        DATABASE: "SQLite 数据库：每个数据集一张表，带主键、外键和汇总视图",
        PACKAGE: "Frictionless 数据包说明",
        DICTIONARY: "全部数据集的字段说明（中英文）",
    }
    spec: Spec[str] = (
        (Column("file", "文件", "short", heads=True), lambda name: Cell(name, link=f"{_HUB}{name}")),
        (Column("holds", "内容", "name"), lambda name: text_cell(holds[name])),
        (Column("size", "大小", "number"), lambda name: Cell(size(len(files[name])))),
        (Column("sha256", "SHA-256 校验值", "checksum"), lambda name: Cell(sha256(files[name]))),
    )
    return Table("whole", "包含全部数据的文件", *fill(spec, holds))


def _datasets_table(site: PublicSite, files: Mapping[str, bytes]) -> Table:
    """The files of each data set with their sizes."""
    spec: Spec[Dataset[Any]] = (
        (Column("dataset", "数据集", heads=True), lambda dataset: Cell(dataset.title, link=f"{_HUB}#{dataset.name}")),
        (Column("rows", "行数", "number"), lambda dataset: count_cell(len(dataset.rows(site)))),
        *((Column(form.suffix, form.name, "short"), partial(_file_cell, files, form)) for form in FORMATS),
        (
            Column("schema", "Schema", "short"),
            lambda dataset: Cell("JSON Schema", link=f"{_HUB}schemas/{dataset.name}.json"),
        ),
    )
    return Table("files", "数据集清单", *fill(spec, DATASETS))


def _file_cell(files: Mapping[str, bytes], form: Format, dataset: Dataset[Any]) -> Cell:
    """A data set in one format."""
    name = f"{dataset.name}.{form.suffix}"
    return Cell(f"{form.name}（{size(len(files[name]))}）", link=f"{_HUB}{name}")


def _dictionary_table(dataset: Dataset[Any]) -> Table:
    """The columns of a data set."""
    spec: Spec[Described] = (
        (Column("title", "列名", heads=True), lambda entry: Cell(entry.title)),
        (Column("key", "键名", "code"), lambda entry: Cell(entry.key)),
        (Column("type", "类型与约束", "name"), lambda entry: Cell("，".join(filter(None, (entry.type, entry.rules))))),
        (Column("meaning", "含义", "plan"), lambda entry: Cell(entry.meaning)),
        (
            Column("english", "English", "plan", language="en"),
            lambda entry: Cell(f"{entry.english}: {entry.explained}"),
        ),
    )
    return Table(f"dictionary-{dataset.name}", f"{dataset.title}字段说明", *fill(spec, described(dataset)))
