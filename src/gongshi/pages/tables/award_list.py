"""Tables of awards over the years: all of them, those of a city, a year or a category, and those of a county."""

from collections.abc import Iterable, Sequence

from gongshi.pages.catalogue import Catalogue
from gongshi.pages.sources import listing_sources
from gongshi.pages.values.cells import amount_cell, area_cell, category_cell, plan_cell, round_cell, status_cell
from gongshi.pages.values.money import paid_to
from gongshi.pages.values.table import Column, Spec, Table, count_cell, fill, money_cell, text_cell
from gongshi.public.award import PublicAward
from gongshi.public.places import PublicCounty
from gongshi.public.round import PublicProgramme

_Awarded = tuple[PublicAward, PublicProgramme]
"""An award with its round."""
_YEAR: Spec[_Awarded] = ((Column("year", "年度", "number"), lambda pair: count_cell(pair[1].year)),)
_GIVEN: Spec[_Awarded] = (
    (
        Column("category", "类别", "name"),
        lambda pair: category_cell(pair[0].category_name, pair[1].scheme, pair[0].category),
    ),
    (Column("status", "状态", "short"), lambda pair: status_cell(pair[0].status)),
    (Column("amount", "支持资金（万元）", "number"), lambda pair: amount_cell(pair[0])),
    (Column("paid", "已下达（万元）", "number"), lambda pair: money_cell(paid_to(pair[0]))),
)
_LIST: Spec[_Awarded] = (
    *_YEAR,
    (Column("city", "设区市"), lambda pair: text_cell(pair[0].city)),
    (Column("county", "县（市、区）", heads=True), lambda pair: area_cell(pair[0])),
    *_GIVEN,
    (Column("plan", "实施方案", "plan"), lambda pair: plan_cell(pair[0])),
)
_NAME_THEN: Spec[_Awarded] = (
    (Column("county", "列入时名称"), lambda pair: text_cell(pair[0].county, f"counties/{pair[0].division}/")),
)
_PLAN_OF_ROUND: Spec[_Awarded] = (
    (
        Column("plan", "实施方案", "plan", heads=True),
        lambda pair: plan_cell(pair[0], f"awards/{pair[0].id}/", "方案不再公开"),
    ),
    (Column("programme", "申报项目", "name"), lambda pair: round_cell(pair[1])),
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
    filled = fill(spec, ((award, catalogue.programmes[award.programme]) for award in awards))
    return Table("awards", caption, *filled, stacked=True)


def county_list(catalogue: Catalogue, county: PublicCounty, awards: Sequence[PublicAward]) -> Table:
    """What a county was proposed, awarded, cancelled, over the years; with the name it had then if it had another."""
    name = _NAME_THEN if any(award.division != county.id for award in awards) else ()
    spec = (*_YEAR, *name, *_GIVEN, *_PLAN_OF_ROUND)
    filled = fill(spec, ((award, catalogue.programmes[award.programme]) for award in awards))
    sources = dict.fromkeys(source for award in awards for source in listing_sources(catalogue, award))
    return Table("awards", f"{county.name}历年列入情况", *filled, sources=tuple(sources), stacked=True)
