"""Text lint: slips that people make in Chinese official text, as warnings; a placeholder left in it is an error."""

import re
from collections.abc import Iterator
from dataclasses import replace

from gongshi.diagnostics import Diagnostic, Problem, error, warning
from gongshi.model.base import UNFILLED, Record
from gongshi.model.model import Model
from gongshi.model.walk import walk

_HAN = "[\u4e00-\u9fff]"
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PHONE = re.compile(r"\d{3,4}[—–－‐‑―~～]\d{7,8}")
HALF_WIDTH_PUNCTUATION = warning(
    "half-width-punctuation",
    "汉字旁用了半角标点“{value}”。",
    "请改用全角标点。",
    "Half-width punctuation {value} beside a hanzi. Use full-width.",
)
PADDED_HANZI = warning(
    "padded-hanzi",
    "汉字之间有空格：“{value}”。",
    "请删去空格。",
    "Spaces between hanzi: {value}. Delete them.",
)
PHONE_DASH = warning(
    "phone-dash",
    "电话号码 {value} 的连接号不是半角“-”。",
    "请统一用半角连接号。",
    "The telephone number {value} uses another dash than -.",
)
TYPED_NUMBER = warning(
    "typed-number",
    "标题里自己写了序号“{value}”，层次序数由程序编排。",
    "请删去序号。",
    "The heading carries a number of its own; delete it.",
)
PLACEHOLDER_LEFT = error(
    "placeholder-left",
    "“{field}”的文字里还留着“{value}”。",
    "请换成内容，或删去这一处。",
    "The text still holds the placeholder {value}. Replace it.",
)


SLIPS: tuple[tuple[Problem, re.Pattern[str]], ...] = (
    (HALF_WIDTH_PUNCTUATION, re.compile(rf"(?<={_HAN})[,;:!?()]|[,;!?()](?={_HAN})")),
    (PADDED_HANZI, re.compile(rf"{_HAN}[ \u3000]+{_HAN}")),
    (PHONE_DASH, _PHONE),
    (
        TYPED_NUMBER,
        re.compile(r"^#{2,5} *([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])", re.MULTILINE),
    ),
    (PLACEHOLDER_LEFT, re.compile(rf"{UNFILLED}(?!补)")),
)
"""What may be wrong with a text, and the pattern of it."""
_SUSPECT = re.compile(rf"[,;:!?() \u3000#{UNFILLED[0]}]|{_PHONE.pattern}")
"""Without any of this a text has none of them, which most texts are told by one search."""


def text_lint(model: Model) -> Iterator[Diagnostic]:
    """Half-width punctuation by hanzi, padded words, dashes in telephone numbers, typed level numbers, placeholders."""
    for record in (found.record for root in model.roots() for found in walk(root.record)):
        for path, text in _texts(record):
            if not _SUSPECT.search(text):
                continue
            shown = _JINJA.sub(lambda m: "\n" * m[0].count("\n"), text)
            for problem, pattern in SLIPS:
                for found in pattern.finditer(shown):
                    offset = shown.count("\n", 0, found.start()) + 1 if "\n" in text else 0
                    diagnostic = model.at(record, *path).problem(problem, value=found[0])
                    yield replace(diagnostic, place=replace(diagnostic.place, offset=offset))


def _texts(record: Record) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts in a record's own fields, each with the path to it: the field and, in a list, the position."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, str):
            yield (name,), value
        elif isinstance(value, tuple):
            yield from (((name, index), item) for index, item in enumerate(value) if isinstance(item, str))
