"""Fields of a new notice that the round's records already determine: its day, lead organ, year and month."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from gongshi.model.kinds import Kind
from gongshi.model.round import Round

Data = Mapping[str, Any]


def recorded_day(kind: Kind, programme: Data, results: Data, window: str) -> dt.date | None:
    """The day that the round's records, finished or not, set for a notice of the kind that opens `window` (id)."""
    schedule, listed = programme.get("schedule"), results.get("publicities")
    windows = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    first = windows[0] if windows else {}
    later = next((one for one in windows if window and one.get("id") == window), {})
    recorded = {
        "call": schedule.get("called_on") if isinstance(schedule, dict) else None,
        "publicity": first.get("published_on"),
        "second-publicity": later.get("published_on"),
        "award": results.get("announced_on"),
    }
    day = recorded.get(kind.name)
    return day if isinstance(day, dt.date) and not isinstance(day, dt.datetime) else None


def payer(kind: Kind, r: Round, codes: Mapping[str, object]) -> str:
    """For a notice that its payer leads, the payer's id; empty if it is the usual lead organ or has no number code.

    Args:
        kind: The kind of the notice.
        r: The round it belongs to.
        codes: Codes of each organ by its id; an organ without a code issues nothing under a number.
    """
    pays = r.scheme.funding.payer
    return pays if kind.led_by == "payer" and pays != r.programme.lead_organ and codes.get(pays) else ""


def year_and_month(kind: Kind, r: Round, day: dt.date) -> Mapping[str, int]:
    """Year and month that a notice of that day is about: the latest year on record, or the next report due."""
    if "month" in kind.needs:
        months = sorted(r.scheme.reporting.months)
        later = [month for month in months if month >= day.month]
        return {"year": day.year, "month": later[0]} if later else {"year": day.year + 1, "month": months[0]}
    years = list(kind.years(r))
    return {"year": max(years)} if years else {}
