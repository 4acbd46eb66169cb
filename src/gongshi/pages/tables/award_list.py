"""Tables of awards over the years: all of them, those of a city, a year or a category, and those of a county."""

from collections.abc import Iterable, Sequence

from gongshi.pages.catalogue import Catalogue
from gongshi.pages.sources import listing_sources
from gongshi.pages.values.cells import amount_cell, area_cell, plan_cell, status_cell
from gongshi.pages.values.money import paid_to
from gongshi.pages.values.table import Column, Spec, Table, count_cell, fill, text_cell, wan_cell
from gongshi.public.types import PublicAward, PublicCounty

_MONEY: Spec[PublicAward] = (
    (Column("status", "状态", "short"), lambda award: status_cell(award.status)),
    (Column("amount", "支持资金（万元）", "number"), amount_cell),
    (Column("paid", "已下达（万元）", "number"), lambda award: wan_cell(paid_to(award))),
)


def award_list(catalogue: Catalogue, caption: str, awards: Iterable[PublicAward], *, without: str = "") -> Table:
    """The awards as a table named `awards`, in their order.

    Args:
        catalogue: The site's look-ups.
        caption: The table's caption.
        awards: What it lists.
        without: Key of a column to leave out, since it would say the same in every row.
    """
    spec: Spec[PublicAward] = (
        *_year(catalogue),
        (Column("city", "设区市"), lambda award: text_cell(award.city)),
        (Column("county", "县（市、区）", heads=True), area_cell),
        *_category(catalogue),
        *_MONEY,
        (Column("plan", "实施方案", "plan"), plan_cell),
    )
    return Table("awards", caption, *fill(tuple(each for each in spec if each[0].key != without), awards), stacked=True)


def county_list(catalogue: Catalogue, county: PublicCounty, awards: Sequence[PublicAward]) -> Table:
    """What a county was proposed, awarded, cancelled, over the years; with the name it had then if it had another."""
    rounds = catalogue.programmes
    name: Spec[PublicAward] = (
        (Column("county", "列入时名称"), lambda award: text_cell(award.county, f"counties/{award.division}/")),
    )
    spec: Spec[PublicAward] = (
        *_year(catalogue),
        *(name if any(award.division != county.id for award in awards) else ()),
        *_category(catalogue),
        *_MONEY,
        (
            Column("plan", "实施方案", "plan", heads=True),
            lambda award: plan_cell(award, f"awards/{award.id}/", "方案不再公开"),
        ),
        (
            Column("programme", "申报项目", "name"),
            lambda award: text_cell(rounds[award.programme].name, f"programmes/{award.programme}/"),
        ),
    )
    sources = dict.fromkeys(source for award in awards for source in listing_sources(catalogue, award))
    caption = f"{county.name}历年列入情况"
    return Table("awards", caption, *fill(spec, awards), sources=tuple(sources), stacked=True)


def _year(catalogue: Catalogue) -> Spec[PublicAward]:
    rounds = catalogue.programmes
    return ((Column("year", "年度", "number"), lambda award: count_cell(rounds[award.programme].year)),)


def _category(catalogue: Catalogue) -> Spec[PublicAward]:
    """The category of an award, leading to the page of the category."""
    rounds = catalogue.programmes
    return (
        (
            Column("category", "类别", "name"),
            lambda award: text_cell(
                award.category_name, f"categories/{rounds[award.programme].scheme}.{award.category}/"
            ),
        ),
    )
