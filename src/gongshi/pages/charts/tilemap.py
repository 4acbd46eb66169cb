"""The tile map: cities as blocks on a grid, their counties as tiles; relative position only, no map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongshi.public.places import PublicCity, PublicCounty

_STEPS = 4


@dataclass(frozen=True)
class Place:
    """A county on the site's day, with the former divisions whose titles count for it."""

    county: PublicCounty
    gone: bool
    """Whether it exists no more and nothing took its place alone; its titles are then told under its own name."""
    former: tuple[PublicCounty, ...] = ()
    """Divisions that are gone and whose place it alone took, with awards."""

    @property
    def awarded(self) -> int:
        """Titles that stand, those under former names among them."""
        return _awarded(self.county) + sum(_awarded(county) for county in self.former)

    @property
    def about_former(self) -> str:
        """Which of its titles were given under former names, in words; empty if none."""
        told = [f"原{county.name}{number}" for county in self.former if (number := _awarded(county))]
        return f"含{'、'.join(told)}" if told else ""


def _awarded(county: PublicCounty) -> int:
    return sum(award.status == "awarded" for award in county.awards)


@dataclass(frozen=True)
class Block:
    """A city with its places."""

    city: PublicCity
    counties: tuple[Place, ...]
    zones: tuple[Place, ...]
    gone: tuple[Place, ...]

    @property
    def awarded(self) -> int:
        """Titles that stand in the whole city."""
        return sum(place.awarded for place in (*self.counties, *self.zones, *self.gone))


@dataclass(frozen=True)
class TileMap:
    """Blocks in rows from north to south, each row from west to east; None where no city lies."""

    rows: tuple[tuple[Block | None, ...], ...]
    width: int
    """How many titles one step of colour spans."""
    legend: tuple[tuple[int, str], ...]
    """Steps of colour in use, with what they mean."""
    absent: tuple[str, ...]
    """Names of the cities that have no place on it."""

    def step(self, place: Place) -> int:
        """The step of colour of a place, from 0 for no title to 4."""
        return -(-place.awarded // self.width)


def places_of(counties: Sequence[PublicCounty], today: str) -> tuple[Place, ...]:
    """Every county that exists on the day; and every one that is gone and whose awards no single county took over.

    Args:
        counties: All divisions, those that are gone or still to come among them.
        today: ISO date.
    """
    month = today[:7]
    by_id = {county.id: county for county in counties}
    former: dict[str, list[PublicCounty]] = {}
    orphans = set()
    for county in counties:
        if county.awards and not _exists(county, month):
            heir = _heir(county, by_id, month)
            if heir:
                former.setdefault(heir.id, []).append(county)
            else:
                orphans.add(county.id)
    return tuple(
        Place(county, county.id in orphans, tuple(former.get(county.id, ())))
        for county in counties
        if county.id in orphans or _exists(county, month)
    )


def _exists(county: PublicCounty, month: str) -> bool:
    return county.valid_from <= month and not (county.valid_to and county.valid_to <= month)


def _heir(county: PublicCounty, by_id: Mapping[str, PublicCounty], month: str) -> PublicCounty | None:
    """The county of that month that alone took a county's place, directly or step by step; None if none did."""
    seen = {county.id}
    while len(county.later) == 1 and county.later[0] in by_id and county.later[0] not in seen:
        county = by_id[county.later[0]]
        seen.add(county.id)
        if _exists(county, month):
            return county
    return None


def tile_map(cities: Sequence[PublicCity], places: Sequence[Place]) -> TileMap | None:
    """The map; None if no city has a place on it. Of two cities on one place, the second is left out."""
    blocks: dict[tuple[int, int], Block] = {}
    absent = []
    for city in cities:
        if city.tile and city.tile not in blocks:
            blocks[city.tile] = _block(city, places)
        else:
            absent.append(city.name)
    if not blocks:
        return None
    columns, lines = zip(*blocks, strict=True)
    rows = tuple(
        tuple(blocks.get((column, row)) for column in range(min(columns), max(columns) + 1))
        for row in range(min(lines), max(lines) + 1)
    )
    shown = [p for block in blocks.values() for p in (*block.counties, *block.zones, *block.gone)]
    most = max((place.awarded for place in shown), default=0)
    width = max(1, -(-most // _STEPS))
    return TileMap(rows, width, _legend(width, most), tuple(absent))


def _block(city: PublicCity, places: Sequence[Place]) -> Block:
    own = [place for place in places if place.county.city_code == city.code]
    return Block(
        city,
        tuple(place for place in own if not place.gone and not place.county.zone),
        tuple(place for place in own if not place.gone and place.county.zone),
        tuple(place for place in own if place.gone),
    )


def _legend(width: int, most: int) -> tuple[tuple[int, str], ...]:
    steps = [(0, "0个")]
    for step in range(1, -(-most // width) + 1):
        first, last = (step - 1) * width + 1, step * width
        steps.append((step, f"{first}个" if width == 1 else f"{first}—{last}个"))
    return tuple(steps)
