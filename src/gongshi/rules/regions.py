"""Rules on divisions that replaced others: their months fit, and none is among its own predecessors."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error
from gongshi.model.base import Identifier
from gongshi.model.model import Model
from gongshi.model.region import Division

FORMER_COUNTY_DATES = error(
    "former-county-dates",
    "{name}（设立年月 {begun}）的原区划{former}（{value}，撤销年月 {ended}）时间不衔接。",
    "原区划已撤销的，设立年月不得晚于其撤销年月；仍然存在的，表示从中析出，须填写晚于其设立的设立年月。",
    "The months of {name} (from {begun}) and of its former division {former} ({value}, until {ended}) do not fit. "
    "It begins no later than a former one ends; one that goes on must have been there before it.",
)


def former_divisions_in_time(model: Model) -> Iterator[Diagnostic]:
    """A former division ends in the month in which the new one begins or later; one that goes on existed before."""
    for division in model.regions.divisions:
        for index, name in enumerate(division.formerly):
            former = model.divisions.get(name)
            if former and former != division and not _follows(division, former):
                yield model.at(division, "formerly", index).problem(
                    FORMER_COUNTY_DATES,
                    name=division.name,
                    begun=division.valid_from or "（未填）",
                    former=former.name,
                    ended=former.valid_to or "（未填）",
                )


def _follows(division: Division, former: Division) -> bool:
    """Whether, by their months, a division can replace `former` or, if that goes on, have been divided from it."""
    if former.valid_to is None:
        return division.valid_from is not None and (former.valid_from or "") < division.valid_from
    return division.valid_from is None or division.valid_from <= former.valid_to


FORMER_COUNTY_CIRCLE = error(
    "former-county-circle",
    "{name}的原区划经 {value} 又回到{name}自身。",
    "请只在后设立的区划中填写原区划。",
    "Going from {name} to its former division {value} and on leads back to {name}. "
    "Only a later division names former ones.",
)


def no_division_before_itself(model: Model) -> Iterator[Diagnostic]:
    """No division is a predecessor of itself, directly or through others."""
    for division in model.regions.divisions:
        for index, former in enumerate(division.formerly):
            if division.id in _with_predecessors(model, former):
                yield model.at(division, "formerly", index).problem(FORMER_COUNTY_CIRCLE, name=division.name)


def _with_predecessors(model: Model, start: Identifier) -> set[Identifier]:
    """A division and all its predecessors."""
    found: set[Identifier] = set()
    ahead = [start]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += model.divisions[name].formerly if name in model.divisions else ()
    return found
