"""From pydantic's errors to our diagnostics: field in Chinese, value as written, rule, remedy."""

import difflib
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from gongshi.diagnostics import Diagnostic, Place, error
from gongshi.model.base import UNFILLED, Record
from gongshi.model.objection import STATE_NAMES
from gongshi.model.result import OUTCOME_NAMES
from gongshi.model.walk import record_type

WANTED: dict[str, tuple[str, str]] = {
    "string_type": ("文字", "text"),
    "int_type": ("整数，不加引号", "a whole number without quotes"),
    "int_parsing": ("整数", "a whole number"),
    "int_from_float": ("整数", "a whole number"),
    "bool_type": ("true 或 false", "true or false"),
    "date_type": ("日期，如 2014-07-10", "a date such as 2014-07-10"),
    "date_from_datetime_inexact": ("日期，如 2014-07-10", "a date such as 2014-07-10"),
    "decimal_type": ("数字，如 3.5，不加引号", "a number such as 3.5 without quotes"),
    "is_instance_of": ("数字，如 3.5，不加引号", "a number such as 3.5 without quotes"),
    "decimal_max_digits": ("18 位以内的数字", "a number of at most 18 digits"),
    "tuple_type": ("列表，每项以“- ”开头", "a list, each item after '- '"),
    "model_type": ("一组栏目", "a group of fields"),
    "dict_type": ("一组栏目", "a group of fields"),
}
"""What a value should be, by pydantic's error type: Chinese, English."""

ADVICE = {
    "日期，如 2014-07-10": "写成年月日，中间用半角连接号，月、日各写两位，不加引号",
    "整数，不加引号": "只写数字，不加引号、单位和逗号；金额以元填写",
    "整数": "只写数字，不加引号、单位和逗号；金额以元填写",
    "列表，每项以“- ”开头": "另起一行，每项一行，以“- ”开头",
    "一组栏目": "另起一行，缩进两格，逐个写栏目",
}
"""What to do, by what was wanted; for anything else, to write what is wanted."""

BAD_IDENTIFIER = error(
    "bad-identifier",
    "编号 {value} 只能用字母、数字、连字符和下划线，并以字母或数字开头。",
    "请改写编号。",
    "The identifier {value} may hold letters, digits, - and _ only.",
)
BAD_MONTH = error(
    "bad-month",
    "{value} 不是年月，应写成 2014-07 的样子。",
    "请改写。",
    "{value} is no month; write it like 2014-07.",
)
BAD_CREDIT_CODE = error(
    "bad-credit-code",
    "{value} 不是有效的统一社会信用代码（GB 32100—2015）。",
    "请核对 18 位代码，末位为校验码。",
    "{value} is not a valid unified social credit code (GB 32100-2015). Check its 18 characters.",
)
BAD_TEXT = error(
    "bad-text",
    "文字应为一行，不空，首尾没有空格。",
    "请删去首尾空格、制表符和换行。",
    "Text must be one line, not empty, not padded.",
)
TEXT_ENDED = error(
    "text-ended",
    "{field}写入公文的句子，末尾不加标点。",
    "请删去末尾的标点，公文会加上。",
    "The field goes into a sentence of a notice. Delete the mark at its end.",
)
INVISIBLE_CHARACTER = error(
    "invisible-character",
    "文字里有看不见的字符（{character}）。",
    "请删去它；多由复制粘贴带入。",
    "The text holds an invisible character ({character}). Delete it.",
)


OURS = {
    "invisible_character": INVISIBLE_CHARACTER,
    "not_one_line": BAD_TEXT,
    "padded_text": BAD_TEXT,
    "empty_text": BAD_TEXT,
    "ended_text": TEXT_ENDED,
    "bad_identifier": BAD_IDENTIFIER,
    "bad_year_month": BAD_MONTH,
    "bad_credit_code": BAD_CREDIT_CODE,
}
"""Errors raised by `gongshi.model.base`, by the text of the exception."""


NAMES: tuple[Mapping[Any, str], ...] = (
    OUTCOME_NAMES,
    STATE_NAMES,
    {"draft": "草稿", "approved": "已批准", "released": "已发布"},
    {"person": "个人", "unit": "单位"},
    {"calendar": "日历日", "working": "工作日"},
    {"at_least": "不低于", "at_most": "不高于"},
    {"reply": "批复", "letter": "复函"},
    {"county": "县（市、区）", "zone": "开发区、新区"},
    {"left": "订口都在左侧", "mirrored": "单数面订口在左、双数面在右"},
    {"zh": "中文", "en": "英文"},
)
"""English values that records hold, with what they mean in Chinese."""


UNKNOWN_KEY = error(
    "unknown-key",
    "没有“{value}”这个栏目。",
    "{nearest}可用的栏目：{allowed}。",
    "There is no field {value} here. Fields: {allowed}.",
)
MISSING_FIELD = error(
    "missing-field",
    "缺少必填栏目“{key}”。",
    "请补上。",
    "The field {key} is required. Add it.",
)
WRONG_TYPE = error(
    "wrong-type",
    "应为{wanted}，写的是 {value}。",
    "请{advice}。",
    "Should be {wanted_en}, but is {value}.",
)
NUMBER_FOR_TEXT = error(
    "number-for-text",
    "这里是编号或文字，写成了数字 {value}。",
    '请加引号，例如 "{value}"；原来以 0 开头的请补回。',
    'This is an identifier or text, but a bare number was written. Quote it: "{value}".',
)
BAD_VALUE = error(
    "bad-value",
    "{value} 不是允许的值：{expected}。",
    "请改成允许的值。",
    "{value} is not allowed: {expected}.",
)
NOT_FILLED = error(
    "not-filled",
    "“{field}”还没有填写，应为{wanted}。",
    "请把“{value}”换成内容；用不着的非必填栏目，整行删去。",
    "Not filled in yet; should be {wanted_en}. Replace {value}, or delete the line of an optional field.",
)


def explain(path: str, holds: type[Record], detail: ErrorDetails) -> Diagnostic:
    """The diagnostic for one of pydantic's errors in the file `path`, which holds a `holds`."""
    loc = detail["loc"]
    kind = detail["type"]
    place = Place(path, tuple(loc))
    field, parent = field_and_parent(holds, loc)
    value = shown(detail["input"])
    if kind == "extra_forbidden":
        allowed = "、".join(f"{name}（{info.title}）" for name, info in parent.model_fields.items())
        facts = (("allowed", allowed), ("nearest", nearest(str(loc[-1]), parent)))
        return Diagnostic(UNKNOWN_KEY, place, "栏目", str(loc[-1]), facts)
    if kind == "missing":
        key = f"{loc[-1]}（{field}）" if field else str(loc[-1])
        return Diagnostic(MISSING_FIELD, Place(path, tuple(loc[:-1])), field, facts=(("key", key),))
    if kind in OURS and value != UNFILLED:
        character = str(detail.get("ctx", {}).get("code", ""))
        return Diagnostic(OURS[kind], place, field, value, (("character", character),))
    if kind == "string_type" and type(detail["input"]) in {int, float, Decimal}:
        return Diagnostic(NUMBER_FOR_TEXT, place, field, value)
    unfilled = value == UNFILLED
    if kind in WANTED or unfilled:
        wanted, wanted_en = WANTED.get(kind, ("文字", "text"))
        if re.fullmatch(r"[\d.:/-]+", value) and isinstance(detail["input"], str):
            value = f'"{value}"'  # so that people see that it is text because of its quotes
        code = NOT_FILLED if unfilled else WRONG_TYPE
        advice = ADVICE.get(wanted, f"改为{wanted}")
        return Diagnostic(code, place, field, value, (("wanted", wanted), ("wanted_en", wanted_en), ("advice", advice)))
    return Diagnostic(BAD_VALUE, place, field, value, (("expected", expectation(detail)),))


def nearest(written: str, parent: type[BaseModel]) -> str:
    """Which field was probably meant, as the beginning of a remedy; empty if none is like it."""
    found = difflib.get_close_matches(written, parent.model_fields, n=1)
    return f"似应为 {found[0]}（{parent.model_fields[found[0]].title}）。" if found else ""


def expectation(detail: ErrorDetails) -> str:
    """What a value should have been, from pydantic's context: choices, bounds or a pattern."""
    context = detail.get("ctx", {})
    bounds = {"ge": "不小于", "gt": "大于", "le": "不大于", "lt": "小于"}
    found = [f"{word} {context[name]}" for name, word in bounds.items() if name in context]
    if "expected" in context:
        choices = re.sub(r", | or ", "、", str(context["expected"])).replace("'", "").split("、")
        found.append("应为 " + "、".join(named(choices)))
    if "pattern" in context:
        found.append(f"格式应为 {context['pattern']}")
    if "min_length" in context:
        found.append(f"至少 {context['min_length']} 项")
    return "，".join(found) or detail["msg"]


def named(choices: Sequence[str]) -> list[str]:
    """The values that a field may hold, each with its meaning in Chinese where it has one: selected（列入）."""
    names = next((names for names in NAMES if names.keys() == set(choices)), {})
    return [f"{choice}（{names[choice]}）" if names else choice for choice in choices]


def shown(value: Any) -> str:
    """A value as a message shows it: short, on one line."""
    text = "（空）" if value is None else " ".join(str(value).split())
    limit = 40
    return text if len(text) <= limit else text[:limit] + "……"


def field_and_parent(holds: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[str, type[BaseModel]]:
    """The Chinese title of the field that `loc` ends at, and the record type it belongs to."""
    title, parent, inner, keyed = "", holds, holds, False
    for step in loc:
        if isinstance(step, int):
            continue
        if keyed:  # a key of the record's own, below the field that holds it
            break
        parent = inner
        info = parent.model_fields.get(step)
        if info is None:
            return "", parent
        title = info.title or step
        inner = record_type(info.annotation) or parent
        keyed = get_origin(info.annotation) is Mapping
    return title, parent
