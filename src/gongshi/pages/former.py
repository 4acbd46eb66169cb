"""Names that a place had before and has since, in words for the search."""

from collections.abc import Callable, Iterable

from gongshi.pages.page import Catalogue
from gongshi.public.types import PublicCounty

__all__ = ["former_names", "present_names"]


def former_names(catalogue: Catalogue, division: str) -> str:
    """The names, now gone, of the divisions whose place a division took, and of theirs; empty if there are none."""
    reached = _reached(catalogue, division, lambda county: county.formerly)
    return _told("原区划", (county.name for county in reached if county.valid_to))


def present_names(catalogue: Catalogue, division: str) -> str:
    """The names of the divisions that took the place of one that is gone; empty if it still exists."""
    reached = _reached(catalogue, division, lambda county: county.later if county.valid_to else ())
    return _told("现区划", (county.name for county in reached))


def _reached(
    catalogue: Catalogue, division: str, following: Callable[[PublicCounty], Iterable[str]]
) -> tuple[PublicCounty, ...]:
    """The divisions that lead on from one, the nearest first, each once and without itself."""
    reached = [division]
    for each in reached:  # appended to meanwhile
        county = catalogue.counties.get(each)
        reached += [other for other in (following(county) if county else ()) if other not in reached]
    return tuple(catalogue.counties[each] for each in reached[1:] if each in catalogue.counties)


def _told(kind: str, names: Iterable[str]) -> str:
    joined = "、".join(names)
    return f"{kind}：{joined}" if joined else ""
