"""The reference of record fields is Chinese throughout, and says what staff may write."""

import re

import pytest
from pydantic import BaseModel

from gongshi.model.walk import record_type
from gongshi.records.files import FILE_KINDS
from gongshi.records.handbook import records_handbook, title_of

HANDBOOK = records_handbook()


def every_record(record: type[BaseModel], found: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """A kind of record and all that it is made of."""
    if record not in found:
        found.add(record)
        for info in record.model_fields.values():
            if inner := record_type(info.annotation):
                every_record(inner, found)
    return found


RECORDS = sorted(
    {record for kind in FILE_KINDS for record in every_record(kind.holds, set())}, key=lambda record: record.__name__
)


@pytest.mark.parametrize("record", RECORDS)
def test_every_record_and_every_field_has_a_chinese_name(record: type[BaseModel]) -> None:
    """A new record class says `title=…` in its first line, a new field in its `Field(…)`."""
    names = [title_of(record), *(info.title or "" for info in record.model_fields.values())]

    assert all(re.search(r"[\u4e00-\u9fff]", name) for name in names), names


def test_no_name_of_the_program_is_in_it() -> None:
    """Staff read neither classes nor Python values, only fields and what may be written there."""
    classes = "|".join(record.__name__ for record in RECORDS)
    told = re.sub(r"`[^`]*`|“Free to consult[^”]*”", "", HANDBOOK)

    assert not re.search(rf"\b({classes}|None|True|False|tuple|Decimal)\b|\w=", told)
    assert all(re.search(r"[\u4e00-\u9fff]", line) for line in HANDBOOK.splitlines() if line.startswith("### "))


@pytest.mark.parametrize(
    "line",
    [
        "| `unit` | 计日方式 | 否 | `calendar` 日历日、`working` 工作日；不填为 `calendar` 日历日 |",
        "| `unit` | 量词 | 否 | 文字；不填为“项” |",
        "| `points` | 各项得分 | 是 | 逐项写“编号: 值”，值为 0 到 100 的数字，可带小数。按评审指标的编号逐项写得分 |",
        "| `scheme` | 专项编号 | 是 | `content/schemes/` 中登记的专项编号 |",
        "| `offices` | 处室 | 否 | 列表，每项是一个“处室” |",
        "| `decimals` | 小数位数 | 否 | 0 到 4 的整数；不填为 2。得分四舍五入到几位小数 |",
    ],
)
def test_a_field_says_what_may_be_written(line: str) -> None:
    """Choices bear their meaning, defaults and bounds are in words, lists name what they hold."""
    assert line in HANDBOOK.splitlines()


def test_a_record_used_twice_stands_once() -> None:
    """It is described below one heading, which names all the fields that hold it."""
    assert HANDBOOK.count("### 来文\n") == 1
    assert "写在 `applications.incoming`、`applications.recommendation` 下。" in HANDBOOK
