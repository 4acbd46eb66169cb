"""Chinese typographic forms of numerals, dates, money and ranges; and escaping of text in Markdown."""

import datetime as dt
import re
from decimal import Decimal

BREAK = "\u200b"
"""Marks a place in a title where a line may break: Unicode's own character for it, which nothing prints."""

_NUMERALS = "零一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_STEPS = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_ASCII_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_TEN_THOUSAND = 10_000


def escape(text: str) -> str:
    """Markdown in which `text` reads literally: all ASCII punctuation as numeric entities.

    The one escape that no Markdown reader we use misreads (docs/adr/0002).
    """
    return _ASCII_PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", text)


def chinese_numeral(number: int | Decimal) -> str:
    """A whole number from 0 to 99 as Chinese numeral: 5 → 五, 12 → 十二, 20 → 二十.

    Raises:
        ValueError: Not whole, or not from 0 to 99.
    """
    if not 0 <= number <= 99 or number != int(number):  # noqa: PLR2004 - the range of the promise
        raise ValueError(f"{number} is not a whole number between 0 and 99")
    tens, ones = divmod(int(number), 10)
    if not tens:
        return _NUMERALS[ones]
    return ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")


def quantity(number: int) -> str:
    """A whole number from 0 to 99 before a measure word: 2 → 两, as in 两年, 5 → 五, 12 → 十二."""
    return "两" if number == 2 else chinese_numeral(number)  # noqa: PLR2004 - the one number that is read otherwise


def date(day: dt.date) -> str:
    """A day as official documents write it, without leading zeros: 2014年7月1日 (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_day(day: dt.date) -> str:
    """A day without its year: 7月1日."""
    return f"{day.month}月{day.day}日"


def months(numbers: tuple[int, ...] | list[int]) -> str:
    """Ends of months: [6, 12] → 6月底和12月底."""
    ends = [f"{number:d}月底" for number in numbers]
    return "和".join(["、".join(ends[:-1]), ends[-1]]) if len(ends) > 1 else "".join(ends)


def in_ten_thousands(yuan: int) -> str:
    """Money in 元 counted in 万元, exact: 10000000 → 1000, 15000 → 1.5."""
    return f"{(Decimal(yuan) / _TEN_THOUSAND).normalize():f}"


def ten_thousand_yuan(yuan: int) -> str:
    """Money in 元 with its unit 万元: 10000000 → 1000万元."""
    return f"{in_ten_thousands(yuan)}万元"


def capital(yuan: int) -> str:
    """Money in 元 in capital numerals, as a document that pays must name it: 10050000 → 壹仟零伍万元整.

    Raises:
        ValueError: Negative, or a trillion (万亿) and more.
    """
    if not 0 <= yuan < 10**12:
        raise ValueError(f"{yuan} is not between 0 and 10**12")
    text, digits = "", str(yuan)
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        group, step = divmod(place, 4)
        text += _CAPITALS[int(digit)] + (_STEPS[step] if digit != "0" else "")
        if not step:
            # Zeros before 万, 亿 and 元 are not read, and a group of four zeros has no 万 or 亿.
            named = yuan // 10**place % 10**4
            text = text.rstrip("零") + (_GROUPS[group] if named else "") + ("" if named or group == 0 else "零")
    return (re.sub("零+", "零", text).rstrip("零") or "零") + "元整"


def year_month(month: str) -> str:
    """A month written 2014-07 as 2014年7月."""
    year, number = month.split("-")
    return f"{year}年{int(number)}月"


def at_least(minimum: int, maximum: int | None, unit: str) -> str:
    """How many of a task: 10项以上, or 10—15项."""
    return f"{minimum}—{maximum}{unit}" if maximum else f"{minimum}{unit}以上"


def cited(title: str) -> str:
    """A document's title in 《》, with those inside it as 〈〉 (GB/T 15834-2011, 4.15.3)."""
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"
