"""What the public may see of geography: cities, and counties with their awards and former names."""

from dataclasses import dataclass

from gongshi.public.award import PublicAward


@dataclass(frozen=True)
class PublicCity:
    """A prefecture-level city (设区市)."""

    code: str
    name: str
    tile: tuple[int, int] | None = None
    """Column and row, from 0, of its block on the tile map; None if the records give none."""


@dataclass(frozen=True)
class PublicCounty:
    """A division, with awards or without."""

    id: str
    name: str
    city: str
    zone: bool
    valid_from: str
    valid_to: str
    awards: tuple[PublicAward, ...] = ()
    city_code: str = ""
    formerly: tuple[str, ...] = ()
    """Ids of the divisions whose place it took, wholly or in part: former names, merged ones."""
    later: tuple[str, ...] = ()
    """Ids of the divisions that took its place."""
