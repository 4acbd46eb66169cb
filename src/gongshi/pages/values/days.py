"""Days and months as ISO text: the next day, the last day of a month."""

import calendar
import datetime as dt


def day_after(day: str) -> str:
    """The day after 2014-12-31 is 2015-01-01."""
    return (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()


def last_day(month: str) -> str:
    """The last day of 2014-12 is 2014-12-31."""
    year, number = map(int, month.split("-"))
    return f"{month}-{calendar.monthrange(year, number)[1]}"
