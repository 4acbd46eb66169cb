"""How the site words what the projection holds: stages, states, days, money, sizes."""

import re
from collections.abc import Callable, Mapping

__all__ = ["AWARD_STATUS", "FILTERS", "STAGE", "money", "wan"]

STAGE: Mapping[str, str] = {
    "upcoming": "申报未开始",
    "open": "申报中",
    "reviewing": "评审中",
    "in_publicity": "公示中",
    "publicity_ended": "公示期满",
    "decided": "已公布",
}

AWARD_STATUS: Mapping[str, str] = {"proposed": "拟列入", "awarded": "已列入", "pilot": "试点培育"}

_WAN = 10_000
_KIB = 1024


def day(iso: str) -> str:
    """An ISO date or month in Chinese: 2014-07-01 as 2014年7月1日, 2014-07 as 2014年7月; other text as it is."""
    match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", iso)
    if match is None:
        return iso
    year, month, of_month = match.groups()
    return f"{year}年{int(month)}月" + (f"{int(of_month)}日" if of_month else "")


def span(first: str, last: str) -> str:
    """Two ISO dates or months as a period; one of them alone if they are equal or the other is empty."""
    if not last or first == last:
        return day(first)
    if not first:
        return f"至{day(last)}"
    return f"{day(first)}至{day(last)}"


def wan(yuan: int) -> str:
    """元 as a bare figure in 万元, exact: 6000000 as 600, 123450 as 12.345."""
    whole, rest = divmod(yuan, _WAN)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")


def money(yuan: int) -> str:
    """元 in words: 6000000 as 600万元."""
    return f"{wan(yuan)}万元"


def size(octets: int) -> str:
    """The size of a file: 2048 as 2 KB."""
    if octets < _KIB * _KIB:
        return f"{max(1, round(octets / _KIB))} KB"
    return f"{octets / _KIB / _KIB:.1f} MB"


def plain(statement: str) -> str:
    """A statement without its closing mark, to stand in the middle of a sentence."""
    return statement.rstrip("。；; ")


FILTERS: Mapping[str, Callable[..., str]] = {
    "award_status": AWARD_STATUS.__getitem__,
    "day": day,
    "money": money,
    "plain": plain,
    "size": size,
    "stage": STAGE.__getitem__,
    "wan": wan,
}
"""What templates may call as filters."""

FUNCTIONS: Mapping[str, Callable[..., str]] = {"span": span}
"""What templates may call as functions."""
