"""Everything that the public site shows."""

from dataclasses import dataclass, field

from gongshi.public.licence import PublicLicence
from gongshi.public.places import PublicCity, PublicCounty
from gongshi.public.round import PublicProgramme
from gongshi.public.scheme import PublicScheme


@dataclass(frozen=True)
class PublicSite:
    """The whole of the public site's data."""

    name: str
    url: str
    description: str
    publisher: str
    sample: bool
    today: str
    """ISO date the stages were worked out for."""
    licence: PublicLicence
    programmes: tuple[PublicProgramme, ...] = field(default=())
    counties: tuple[PublicCounty, ...] = field(default=())
    schemes: tuple[PublicScheme, ...] = field(default=())
    cities: tuple[PublicCity, ...] = field(default=())
