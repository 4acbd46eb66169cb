"""Public data of schemes: targets, and what the public rounds have awarded."""

from collections import Counter
from collections.abc import Sequence

from gongshi.model.model import Model
from gongshi.model.scheme import Category, Scheme
from gongshi.public.award import AwardStatus
from gongshi.public.round import PublicProgramme
from gongshi.public.scheme import PublicScheme, PublicTarget


def schemes_of(model: Model, programmes: Sequence[PublicProgramme]) -> tuple[PublicScheme, ...]:
    """The schemes that have a public round, in the order of the records.

    Args:
        model: The records.
        programmes: The public rounds, the latest first.
    """
    found = []
    for scheme in model.schemes.values():
        rounds = [programme for programme in programmes if programme.scheme == scheme.id]
        if rounds:
            found.append(_scheme(scheme, rounds))
    return tuple(found)


def _scheme(scheme: Scheme, rounds: Sequence[PublicProgramme]) -> PublicScheme:
    latest = rounds[0]
    counts = Counter((award.category, award.status) for programme in rounds for award in programme.awards)
    return PublicScheme(
        id=scheme.id,
        name=scheme.name,
        honour=scheme.honour,
        unit=scheme.unit,
        first_year=scheme.first_year,
        last_year=scheme.first_year + scheme.years - 1 if scheme.years else None,
        basis=latest.basis,
        applicant=scheme.applicant,
        targets=tuple(_target(scheme, category, counts) for category in scheme.categories),
        funding=latest.funding,
        reporting=latest.reporting,
        terms_title=latest.terms_title,
        programmes=tuple(programme.id for programme in rounds),
    )


def _target(scheme: Scheme, category: Category, counts: Counter[tuple[str, AwardStatus]]) -> PublicTarget:
    return PublicTarget(
        category=category.id,
        name=category.name,
        short_name=category.short_name,
        target=category.target,
        amount=category.amount,
        amount_clause=category.amount_clause or "",
        awarded=counts[category.id, "awarded"],
        proposed=counts[category.id, "proposed"],
        revoked=counts[category.id, "revoked"],
        funded=scheme.gives_money(category),
    )
