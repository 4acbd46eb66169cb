"""The data dictionary: what each column of each data set is, in Chinese and English, and what goes with the zip."""

import csv
import io
from collections.abc import Iterable
from typing import Any, NamedTuple

from gongshi.pages.data.dataset import Column, Dataset
from gongshi.pages.data.datasets import DATASETS
from gongshi.pages.sheets.formats import FORMATS
from gongshi.pages.sheets.sheet import Type
from gongshi.public.site import PublicSite

TYPES: dict[Type, str] = {
    "string": "文字",
    "integer": "整数",
    "boolean": "是否",
    "date": "日期",
    "yearmonth": "年月",
}
HEADS = ("列名", "键名", "English", "类型", "约束", "含义", "Meaning")
FORMAT_NAMES = tuple(form.name for form in FORMATS)
CHINESE_HEADS = tuple(form.name for form in FORMATS if not form.english_keys)
"""The formats whose columns are named by their Chinese heads."""
ENGLISH_KEYS = (*(form.name for form in FORMATS if form.english_keys), "SQLite")
"""Those whose columns are named by their keys."""


class Described(NamedTuple):
    """What the dictionary says of a column, in words; the values stand under `HEADS`."""

    title: str
    key: str
    english: str
    type: str
    rules: str
    meaning: str
    explained: str


def described(dataset: Dataset[Any]) -> list[Described]:
    """What the dictionary says of each column."""
    return [
        Described(c.title, c.key, c.english, TYPES[c.type], _rules_of(dataset, c), c.meaning, c.explained)
        for c in dataset.fields
    ]


def _rules_of(dataset: Dataset[Any], column: Column[Any]) -> str:
    """What holds for a column: key, never empty, where it leads."""
    rules = ["主键"] if column.key in dataset.key else []
    rules += [] if column.optional else ["必填"]
    rules += [f"{r.dataset}.{r.to[0]}" for r in dataset.references if r.columns == (column.key,)]
    return "，".join(rules)


def dictionary_csv() -> bytes:
    """All data sets and columns in one table, in Chinese and English."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("数据集", "文件名", "Data set", "说明", "Description", *HEADS))
    for dataset in DATASETS:
        about = (dataset.title, dataset.name, dataset.english, dataset.about, dataset.explained)
        writer.writerows((*about, *row) for row in described(dataset))
    return text.getvalue().encode("utf-8-sig")


def licence_url(site: PublicSite) -> str:
    """Where the terms of use are told: their own address, or the section of the data page."""
    return site.licence.url or f"{site.url}data/#licence"


def readme(site: PublicSite) -> bytes:
    """What goes with the zip, first in Chinese, then in English; opens in any editor of Windows."""
    lines = [*_readme_in_chinese(site), "", "", *_readme_in_english(site)]
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")


def _readme_in_chinese(site: PublicSite) -> Iterable[str]:
    yield f"{site.name}：全部数据"
    yield f"数据截至 {site.today}。来源：{site.publisher}，{site.url}"
    if site.sample:
        yield "样例：申报单位、评审结果和办理日期均为虚构，不得作为办事依据。"
    yield f"使用许可：{site.licence.name}。{licence_url(site)}"
    yield ""
    yield f"每个数据集有 {'、'.join(FORMAT_NAMES)} 格式，各行各列相同；gongshi.sqlite 中有同名的表。"
    yield f"均为 UTF-8 编码；金额单位为元；空白（{'、'.join(ENGLISH_KEYS)} 中为 null）表示没有。"
    yield f"{'、'.join(CHINESE_HEADS)} 用中文列名，{'、'.join(ENGLISH_KEYS)} 用英文键名。"
    yield "CSV 中以等号、加号、减号、@ 等开头的文字前加一个撇号，防止电子表格软件误作公式。"
    yield "字段说明见 dictionary.csv，JSON 的格式见 schemas，Frictionless 数据包的说明见 datapackage.json。"
    yield ""
    yield from (f"{dataset.name}　{dataset.title}：{dataset.about}" for dataset in DATASETS)


def _readme_in_english(site: PublicSite) -> Iterable[str]:
    yield f"{site.name}: all data"
    yield f"As of {site.today}. Source: {site.publisher}, {site.url}"
    if site.sample:
        yield "Sample data: applicants, results and dates are invented."
    yield f"Licence: {site.licence.english}. {licence_url(site)}"
    yield ""
    yield f"Each data set comes as {', '.join(FORMAT_NAMES)} with the same rows and columns,"
    yield "and as a table of gongshi.sqlite."
    yield "All text is UTF-8; money is in yuan (CNY);"
    yield f"an empty cell (null in {', '.join(ENGLISH_KEYS)}) means no value."
    yield f"Heads are Chinese in {', '.join(CHINESE_HEADS)}, and English keys in {', '.join(ENGLISH_KEYS)}."
    yield "Text in CSV that begins with =, +, -, @, tab or return has an apostrophe before it, so that no spreadsheet"
    yield "takes it for a formula."
    yield "Columns: dictionary.csv. JSON: schemas. Frictionless Data Package: datapackage.json."
    yield ""
    yield from (f"{dataset.name}  {dataset.english}: {dataset.explained}" for dataset in DATASETS)
