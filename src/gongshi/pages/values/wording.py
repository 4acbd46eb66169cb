"""How the site words what the projection holds: stages, states, days, money, sizes."""

import datetime as dt
import re
from collections.abc import Callable, Mapping

from gongshi import typography
from gongshi.public.places import PublicCounty

STAGE: Mapping[str, str] = {
    "upcoming": "申报未开始",
    "open": "申报中",
    "reviewing": "评审中",
    "in_publicity": "公示中",
    "publicity_ended": "公示期满",
    "objections": "异议处理",
    "decided": "已公布",
    "supervision": "实施与监督",
    "finished": "实施期满",
}

AWARD_STATUS: Mapping[str, str] = {
    "proposed": "拟列入",
    "awarded": "已列入",
    "pilot": "试点培育",
    "revoked": "已取消",
    "dropped": "不再列入",
}

REPORT_STATUS: Mapping[str, str] = {
    "received": "按期报送",
    "late": "逾期报送",
    "missing": "未报送",
    "due": "未到期",
}

_KIB = 1024


def day(iso: str) -> str:
    """An ISO date or month in Chinese: 2014-07-01 as 2014年7月1日, 2014-07 as 2014年7月; other text as it is."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", iso):
        return typography.date(dt.date.fromisoformat(iso))
    return typography.year_month(iso) if re.fullmatch(r"\d{4}-\d{2}", iso) else iso


def span(first: str, last: str) -> str:
    """Two ISO dates or months as a period; one of them alone if they are equal or the other is empty."""
    if not last or first == last:
        return day(first)
    if not first:
        return f"至{day(last)}"
    return f"{day(first)}至{day(last)}"


def lasted(county: PublicCounty) -> str:
    """Since when and until when a division has been there; empty if it did not change in the years in use."""
    begun = f"{day(county.valid_from)}设立" if county.valid_from else ""
    ended = f"{day(county.valid_to)}撤销" if county.valid_to else ""
    return "，".join(part for part in (begun, ended) if part)


def size(octets: int) -> str:
    """The size of a file: 2048 as 2 KB."""
    if octets < _KIB * _KIB:
        return f"{max(1, round(octets / _KIB))} KB"
    return f"{octets / _KIB / _KIB:.1f} MB"


def continued(decision: bool | None) -> str:
    """Whether support goes on after an evaluation, in words."""
    return "未定" if decision is None else "继续支持" if decision else "不再支持"


FILTERS: Mapping[str, Callable[..., str]] = {
    "award_status": AWARD_STATUS.__getitem__,
    "cited": typography.cited,
    "day": day,
    "in_ten_thousands": typography.in_ten_thousands,
    "lasted": lasted,
    "money": typography.ten_thousand_yuan,
    "size": size,
    "stage": STAGE.__getitem__,
}
"""What templates may call as filters."""
