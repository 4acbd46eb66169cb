"""Converts command-line arguments to values; for a wrong one the command ends with a message, not a traceback."""

import datetime as dt
import re

from gongshi.errors import EXIT_USAGE, GongshiError


class UsageError(GongshiError):
    """A wrong option; the message says so in Chinese and English."""

    code = EXIT_USAGE


def names_in(text: str) -> list[str]:
    """Names in a list with commas, Chinese or English, or with spaces."""
    return re.findall(r"[^,，、\s]+", text)


def day_of(option: str, text: str) -> dt.date | None:
    """The day that an option names, e.g. 2016-05-01; None if it is not given.

    Raises:
        UsageError: It is no day.
    """
    if not text:
        return None
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
    except ValueError as error:
        message = f"--{option} 应为日期，如 2016-05-01，写的是 {text}。--{option} must be a day."
        raise UsageError(message) from error


def positive(option: str, text: str) -> int:
    """The whole number above 0 that an option gives.

    Raises:
        UsageError: It is no such number.
    """
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise UsageError(f"--{option} 应为正整数，写的是 {text}。--{option} must be a positive whole number.")
    return int(text)
