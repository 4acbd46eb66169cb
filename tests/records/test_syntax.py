"""Slips that are no YAML, told in words for staff."""

import pytest

from gongshi.diagnostics import Place
from gongshi.records.load import parse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\nname：甲\nb: 2\n", "全角冒号"),
        ("a: 1\nname:甲\nb: 2\n", "冒号后面没有空格"),
        ("a:\n  - {b: 1，c: 2}\n  - {b: 1，c: 2\n", "全角逗号"),
        ("a:\n  - {b: 1 c: 2 d: 3\n", "半角逗号"),
        ("a:\n  - b: 1\n    c: 2\n   d: 3\n", "缩进与同一列表的其他各项不一致"),
        ("a: 甲: 乙\n", "不应再有冒号"),
        ('a: "甲"乙\nb: 2\n', "引号不成对"),
        ("a: '甲\nb: 2\n", "一直到文件末尾"),
        ("a: @甲\n", "不能以这个字符开头"),
        ("a: - b\n", "另起一行"),
    ],
)
def test_a_slip_is_told_in_chinese(text: str, words: str) -> None:
    """The commonest slips of writing are named; the parser's own English stands in the English wording alone."""
    _, problems = parse(text, Place("content/organs.yaml"))
    rule, _, english = problems[0].words

    assert problems[0].code == "yaml-syntax"
    assert words in rule
    assert problems[0].value in english
