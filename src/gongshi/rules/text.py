"""Text lint: slips that people make in Chinese official text, as warnings; a placeholder left in it is an error."""

import re
from collections.abc import Iterator
from typing import Any

from gongshi.diagnostics import Diagnostic, Place, Problem, error, warning
from gongshi.model.base import UNFILLED, Record
from gongshi.model.model import Model
from gongshi.rules.places import (
    in_application,
    in_notice,
    in_objections,
    in_programme,
    in_results,
    in_reviews,
    in_scheme,
    in_supervision,
)

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
"""Code and pattern of each slip."""


def text_lint(model: Model) -> Iterator[Diagnostic]:
    """Half-width punctuation by hanzi, padded words, dashes in telephone numbers, typed level numbers, placeholders."""
    for place, record in _records(model):
        for path, title, text in _strings(record):
            shown = _JINJA.sub(lambda m: "\n" * m[0].count("\n"), text)
            for code, pattern in SLIPS:
                for found in pattern.finditer(shown):
                    offset = shown.count("\n", 0, found.start()) + 1 if "\n" in text else 0
                    yield Diagnostic(code, Place(place.file, (*place.path, *path), offset=offset), title, found[0])


def _records(model: Model) -> Iterator[tuple[Place, Record]]:
    yield Place("content/workspace.yaml"), model.workspace
    for organ in model.organs.values():
        yield Place("content/organs.yaml", ("organs", f"#id={organ.id}")), organ
    for scheme in model.schemes.values():
        yield in_scheme(scheme), scheme
    for round_ in model.rounds.values():
        yield in_programme(round_.programme), round_.programme
        for application in round_.applications:
            yield in_application(round_.programme, application.id), application
        for notice in round_.notices:
            yield in_notice(round_.programme, notice.id), notice
        for objection in round_.objections:
            yield in_objections(round_.programme, objection.id), objection
        yield in_supervision(round_.programme), round_.supervision
        if round_.review:
            yield in_reviews(round_.programme), round_.review
        if round_.results:
            yield in_results(round_.programme), round_.results


def _strings(value: Any, title: str = "") -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Every string in a record with its path and the Chinese title of its field."""
    if isinstance(value, str):
        yield (), title, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            for path, name, text in _strings(item, title):
                yield (index, *path), name, text
    elif isinstance(value, Record):
        for field, info in type(value).model_fields.items():
            for path, name, text in _strings(getattr(value, field), info.title or field):
                yield (field, *path), name, text
