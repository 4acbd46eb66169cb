"""Schemes and cities worked out from public rounds and counties, for sites of tests."""

from collections import Counter
from collections.abc import Sequence

from gongshi.public.places import PublicCity, PublicCounty
from gongshi.public.round import PublicProgramme
from gongshi.public.scheme import PublicScheme, PublicTarget


def cities(places: Sequence[PublicCounty]) -> tuple[PublicCity, ...]:
    """The counties' cities, side by side on the tile map."""
    names = dict.fromkeys((county.city_code, county.city) for county in places)
    return tuple(PublicCity(code, name, (place % 3, place // 3)) for place, (code, name) in enumerate(names))


def schemes(programmes: Sequence[PublicProgramme]) -> tuple[PublicScheme, ...]:
    """The rounds' schemes, each with the counts of its rounds."""
    found = {}
    for round_ in programmes:
        rounds = [each for each in programmes if each.scheme == round_.scheme]
        states = Counter((award.category, award.status) for each in rounds for award in each.awards)
        found[round_.scheme] = PublicScheme(
            id=round_.scheme,
            name=round_.scheme_name,
            honour=round_.honour,
            unit=round_.unit,
            first_year=2014,
            last_year=2016,
            basis=round_.basis,
            applicant=round_.applicant,
            targets=tuple(
                PublicTarget(
                    category=kind.id,
                    name=kind.name,
                    short_name=kind.short_name,
                    target=kind.target,
                    amount=kind.amount,
                    amount_clause=kind.amount_clause,
                    awarded=states[kind.id, "awarded"],
                    proposed=states[kind.id, "proposed"],
                    revoked=states[kind.id, "revoked"],
                )
                for kind in round_.categories
            ),
            funding=round_.funding,
            reporting=round_.reporting,
            terms_title=round_.terms_title,
            programmes=tuple(each.id for each in rounds),
        )
    return tuple(found.values())
