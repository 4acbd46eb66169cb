"""Groups that charts and their tables show awards in: categories of schemes, cities, years."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.values.cells import category_cell
from gongshi.pages.values.table import Cell, Column, count_cell, text_cell
from gongshi.public.award import PublicAward


@dataclass(frozen=True)
class Grouping:
    """Groups in their order."""

    heads: tuple[Column, ...]
    """The columns that name a group; the last names its bar, one before it the heading of several bars."""
    labels: tuple[tuple[Cell, ...], ...]
    """The names of each group, one under each head."""
    keys: tuple[Hashable, ...]
    """What identifies each group."""
    key_of: Callable[[PublicAward], Hashable]
    """The key of an award's group; None if it belongs to no group."""


def by_category(catalogue: Catalogue) -> Grouping:
    """Categories under their schemes."""
    found = [(scheme, kind) for scheme in catalogue.schemes.values() for kind in scheme.targets]
    labels = tuple(
        (
            text_cell(scheme.name, f"schemes/{scheme.id}/"),
            category_cell(kind.name, scheme.id, kind.category),
        )
        for scheme, kind in found
    )
    return Grouping(
        (Column("scheme", "专项", "plan"), Column("category", "类别", "plan", heads=True)),
        labels,
        tuple((scheme.id, kind.category) for scheme, kind in found),
        lambda award: (catalogue.programmes[award.programme].scheme, award.category),
    )


def by_city(catalogue: Catalogue) -> Grouping:
    """Cities in the order of the records."""
    named = [city.name for city in catalogue.site.cities] + [award.city for award in catalogue.awards.values()]
    names = tuple(dict.fromkeys(named))
    links = {city.name: f"cities/{city.code}/" for city in catalogue.site.cities}
    labels = tuple((text_cell(name, links.get(name, "")),) for name in names)
    return Grouping((Column("city", "设区市", heads=True),), labels, names, lambda award: award.city)


def by_year(catalogue: Catalogue, further: Iterable[int] = ()) -> Grouping:
    """Every year from the first round to the last, those without a round among them, and as far as further years."""
    rounds = {programme.year for programme in catalogue.programmes.values()}
    years = rounds | set(further)
    every = tuple(range(min(years), max(years) + 1)) if years else ()
    labels = tuple((replace(count_cell(year), link=f"years/{year}/" if year in rounds else ""),) for year in every)
    heads = (Column("year", "年度", "number", heads=True),)
    return Grouping(heads, labels, every, lambda award: catalogue.programmes[award.programme].year)
