"""Tables of awards over the years: all of them, those of a city, a year or a category, and those of a county."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.sources import listing_sources
from gongshi.pages.values.cells import amount_cell, area_cell, category_cell, plan_cell, round_cell, status_cell
from gongshi.pages.values.money import paid_to
from gongshi.pages.values.table import Column, Spec, Table, count_cell, fill, money_cell, text_cell
from gongshi.public.award import PublicAward
from gongshi.public.places import PublicCounty
from gongshi.public.round import PublicProgramme


class _Awarded(NamedTuple):
    """An award with its round."""

    award: PublicAward
    round: PublicProgramme


_YEAR: Spec[_Awarded] = ((Column("year", "年度", "number"), lambda listed: count_cell(listed.round.year)),)
_GIVEN: Spec[_Awarded] = (
    (
        Column("category", "类别", "name"),
        lambda listed: category_cell(listed.award.category_name, listed.round.scheme, listed.award.category),
    ),
    (Column("status", "状态", "short"), lambda listed: status_cell(listed.award.status)),
    (Column("amount", "支持资金（万元）", "number"), lambda listed: amount_cell(listed.award)),
    (Column("paid", "已下达（万元）", "number"), lambda listed: money_cell(paid_to(listed.award))),
)
_LIST: Spec[_Awarded] = (
    *_YEAR,
    (Column("city", "设区市"), lambda listed: text_cell(listed.award.city)),
    (Column("county", "县（市、区）", heads=True), lambda listed: area_cell(listed.award)),
    *_GIVEN,
    (Column("plan", "实施方案", "plan"), lambda listed: plan_cell(listed.award)),
)
_NAME_THEN: Spec[_Awarded] = (
    (
        Column("county", "列入时名称"),
        lambda listed: text_cell(listed.award.county, f"counties/{listed.award.division}/"),
    ),
)
_PLAN_OF_ROUND: Spec[_Awarded] = (
    (
        Column("plan", "实施方案", "plan", heads=True),
        lambda listed: plan_cell(listed.award, f"awards/{listed.award.id}/", "方案不再公开"),
    ),
    (Column("programme", "申报项目", "name"), lambda listed: round_cell(listed.round)),
)


def award_list(catalogue: Catalogue, caption: str, awards: Iterable[PublicAward], *, without: str = "") -> Table:
    """The awards as a table named `awards`, in their order.

    Args:
        catalogue: The site's look-ups.
        caption: The table's caption.
        awards: What it lists.
        without: Key of a column to leave out, since it would say the same in every row.
    """
    spec = tuple(each for each in _LIST if each[0].key != without)
    filled = fill(spec, (_Awarded(award, catalogue.programmes[award.programme]) for award in awards))
    return Table("awards", caption, *filled, stacked=True)


def county_list(catalogue: Catalogue, county: PublicCounty, awards: Sequence[PublicAward]) -> Table:
    """What a county was proposed, awarded, cancelled, over the years; with the name it had then if it had another."""
    name = _NAME_THEN if any(award.division != county.id for award in awards) else ()
    spec = (*_YEAR, *name, *_GIVEN, *_PLAN_OF_ROUND)
    filled = fill(spec, (_Awarded(award, catalogue.programmes[award.programme]) for award in awards))
    sources = dict.fromkeys(source for award in awards for source in listing_sources(catalogue, award))
    return Table("awards", f"{county.name}历年列入情况", *filled, sources=tuple(sources), stacked=True)
