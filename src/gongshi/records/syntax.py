"""YAML syntax errors in words for staff."""

import re

_FULL_WIDTH_COLON = re.compile(r"\s*(?:- )?[a-z_]+：")
_NO_SPACE = re.compile(r"\s*(?:- )?[a-z_]+:[^\s]")
_FULL_WIDTH_COMMA = re.compile(r".*[{\[].*，\s*[a-z_]+\s*[:：]")

PROBLEMS = (
    ("could not find expected ':'", "栏目名后面应有半角冒号和空格"),
    ("mapping values are not allowed", "这里不应再有冒号和空格；文字中确有的，整段加引号"),
    ("did not find expected ',' or", "大括号或方括号内的各项之间应有半角逗号，括号应成对"),
    ("did not find expected '-' indicator", "这一行的缩进与同一列表的其他各项不一致"),
    ("did not find expected key", "缩进与上面的栏目不一致，或者引号不成对"),
    ("did not find expected node content", "括号内缺少内容，或者括号不成对"),
    ("block sequence entries are not allowed", "“- ”不应写在这里，应另起一行"),
    ("found unexpected end of stream", "引号没有成对，一直到文件末尾都没有结束"),
    ("found unhashable key", "栏目名应是一个词，不能是列表或者另一组栏目"),
    ("found character that cannot start any token", "不能以这个字符开头；文字中确需的，整段加引号"),
)
"""Messages of the parser, each with its Chinese wording."""


def in_chinese(problem: str, line: str) -> str:
    """The parser's `problem` in Chinese; the commonest slips are recognised by the text of `line`."""
    if _FULL_WIDTH_COLON.match(line):
        return "栏目名后面用了全角冒号“：”，应为半角冒号和空格"
    if _NO_SPACE.match(line):
        return "栏目名的冒号后面没有空格"
    if _FULL_WIDTH_COMMA.match(line):
        return "括号内各项之间用了全角逗号“，”，应为半角逗号和空格"
    return next((ours for theirs, ours in PROBLEMS if theirs in problem), problem)
