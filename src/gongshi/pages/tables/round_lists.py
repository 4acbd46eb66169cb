"""The tables of a round's lists: proposed or awarded areas by category, pilots, publicity windows."""

from collections.abc import Sequence

from gongshi.pages.catalogue.sources import list_sources
from gongshi.pages.values.cells import amount_cell, area_cell, plan_cell, status_cell
from gongshi.pages.values.table import Column, Spec, Table, count_cell, day_cell, fill, numbered, text_cell
from gongshi.public.award import PublicAward
from gongshi.public.follow_up import PublicWindow
from gongshi.public.round import PublicProgramme

_AREA: Spec[PublicAward] = (
    (Column("city", "设区市", "short"), lambda award: text_cell(award.city)),
    (Column("county", "县（市、区）", heads=True), area_cell),
)
_STATUS: Spec[PublicAward] = ((Column("status", "状态", "short"), lambda award: status_cell(award.status)),)
_MONEY: Spec[PublicAward] = (
    (Column("amount", "支持资金（万元）", "number"), amount_cell),
    (Column("payer", "资金来源", "short"), lambda award: text_cell(award.payer)),
)
_CATEGORY: Spec[PublicAward] = ((Column("category", "类别", "name"), lambda award: text_cell(award.category_name)),)
_PLAN: Spec[PublicAward] = ((Column("plan", "方案名称", "plan"), plan_cell),)


def list_tables(programme: PublicProgramme) -> tuple[Table, ...]:
    """The proposed or awarded areas, a table for each category in the order of the categories."""
    groups = ([a for a in programme.awards if a.category == category.id] for category in programme.categories)
    return tuple(_list_table(programme, awards) for awards in groups if awards)


def _list_table(programme: PublicProgramme, awards: Sequence[PublicAward]) -> Table:
    """The areas of one category, with money where the files state any."""
    state = "拟列入" if awards[0].status == "proposed" else "已列入"
    revoked = sum(award.status == "revoked" for award in awards)
    cancelled = f"，其中已取消{revoked}{programme.unit}" if revoked else ""
    caption = f"{state}：{awards[0].category_name}（{len(awards)}{programme.unit}{cancelled}）"
    money = _MONEY if any(award.amount is not None for award in awards) else ()
    filled = numbered(fill((*_AREA, *_STATUS, *money, *_PLAN), awards))
    sources = list_sources(programme, awards)
    return Table(f"list-{awards[0].category}", caption, *filled, sources=sources, stacked=True)


def pilots_table(programme: PublicProgramme) -> Table:
    """The pilots of all categories."""
    pilots = programme.pilots
    filled = numbered(fill((*_AREA, *_CATEGORY, *_PLAN), pilots))
    caption = f"试点培育（{len(pilots)}{programme.unit}）"
    return Table("pilots", caption, *filled, sources=list_sources(programme, pilots), stacked=True)


def windows_table(programme: PublicProgramme) -> Table:
    """The publicity windows with their days; each leads to the 公示 that opened it."""
    spec: Spec[PublicWindow] = (
        (
            Column("window", "公示", "short", heads=True),
            lambda window: text_cell(window.name, f"notices/{window.notice}/"),
        ),
        (Column("published_on", "发布日期", "day"), lambda window: day_cell(window.published_on)),
        (Column("first_day", "首日", "day"), lambda window: day_cell(window.first_day)),
        (Column("last_day", "末日", "day"), lambda window: day_cell(window.last_day)),
        (Column("areas", f"公示地区（{programme.unit}）", "number"), lambda window: count_cell(window.count)),
        (Column("objections", "收到异议（件）", "number"), lambda window: count_cell(window.objections.received)),
    )
    return Table("windows", "公示情况", *fill(spec, programme.windows))
