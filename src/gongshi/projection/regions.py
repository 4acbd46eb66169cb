"""Public data of cities and counties: names, former and later names, awards."""

from collections.abc import Mapping, Sequence

from gongshi.model.model import Model
from gongshi.model.region import Division
from gongshi.public.award import PublicAward
from gongshi.public.places import PublicCity, PublicCounty
from gongshi.public.round import PublicProgramme


def cities_of(model: Model) -> tuple[PublicCity, ...]:
    """The cities in the order of the records, each with its position on the tile map."""
    return tuple(
        PublicCity(c.code, c.name, None if c.column is None or c.row is None else (c.column, c.row))
        for c in model.regions.cities
    )


def counties_of(model: Model, programmes: Sequence[PublicProgramme]) -> tuple[PublicCounty, ...]:
    """All divisions in the order of the records, also those that no longer exist and those without awards."""
    awards: dict[str, list[PublicAward]] = {}
    for programme in programmes:
        for award in (*programme.awards, *programme.pilots):
            awards.setdefault(award.division, []).append(award)
    later: dict[str, list[str]] = {}
    for division in model.regions.divisions:
        for former in division.formerly:
            later.setdefault(former, []).append(division.id)
    return tuple(_county(model, division, awards, later) for division in model.regions.divisions)


def _county(
    model: Model, division: Division, awards: Mapping[str, list[PublicAward]], later: Mapping[str, list[str]]
) -> PublicCounty:
    return PublicCounty(
        id=division.id,
        name=division.name,
        city=model.cities[division.city].name,
        zone=division.kind == "zone",
        valid_from=division.valid_from or "",
        valid_to=division.valid_to or "",
        awards=tuple(awards.get(division.id, ())),
        city_code=division.city,
        formerly=tuple(division.formerly),
        later=tuple(later.get(division.id, ())),
    )
