"""Rules on divisions that took the place of others: they exist, come one after the other, and go in no circle."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, Place
from gongshi.model.base import Identifier
from gongshi.model.region import Division
from gongshi.model.whole import Model


def former_divisions_exist(model: Model) -> Iterator[Diagnostic]:
    """Every division that another one was formerly is in regions.yaml."""
    for division in model.regions.divisions:
        for index, former in enumerate(division.formerly):
            if former not in model.divisions and former not in model.unread:
                yield Diagnostic("unknown-county", _place(division, index), "原区划编号", former)


def former_divisions_in_time(model: Model) -> Iterator[Diagnostic]:
    """A division takes the place of one that ends when it begins or later; one that goes on was there before."""
    for division in model.regions.divisions:
        for index, name in enumerate(division.formerly):
            former = model.divisions.get(name)
            if former and former != division and not _follows(division, former):
                facts = (
                    ("name", division.name),
                    ("begun", division.valid_from or "（未填）"),
                    ("former", former.name),
                    ("ended", former.valid_to or "（未填）"),
                )
                yield Diagnostic("former-county-dates", _place(division, index), "原区划编号", name, facts)


def _follows(division: Division, former: Division) -> bool:
    """Whether the months let a division take the other's place or, if the other goes on, be divided from it."""
    if former.valid_to is None:
        return division.valid_from is not None and (former.valid_from or "") < division.valid_from
    return division.valid_from is None or division.valid_from <= former.valid_to


def no_division_before_itself(model: Model) -> Iterator[Diagnostic]:
    """Going from a division to its former ones, and on to theirs, never leads back to it."""
    for division in model.regions.divisions:
        for index, former in enumerate(division.formerly):
            if division.id in _before(model, former):
                facts = (("name", division.name),)
                yield Diagnostic("former-county-circle", _place(division, index), "原区划编号", former, facts)


def _before(model: Model, start: Identifier) -> set[Identifier]:
    """A division and all that were there before it."""
    found: set[Identifier] = set()
    ahead = [start]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += model.divisions[name].formerly if name in model.divisions else ()
    return found


def _place(division: Division, index: int) -> Place:
    return Place("content/regions.yaml", ("divisions", f"#id={division.id}", "formerly", index))
