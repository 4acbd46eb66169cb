"""The tables of a round's lists: proposed or awarded areas by category, pilots, publicity windows."""

from collections.abc import Sequence

from gongshi.pages.sources import list_sources
from gongshi.pages.values.cells import amount_cell, area_cell, plan_cell, status_cell
from gongshi.pages.values.table import Cell, Column, Table, count_cell, day_cell, text_cell
from gongshi.public.types import PublicAward, PublicProgramme

_AREA = (
    Column("number", "序号", "number"),
    Column("city", "设区市", "short"),
    Column("county", "县（市、区）", heads=True),
)
_STATUS = Column("status", "状态", "short")
_MONEY = (Column("amount", "支持资金（万元）", "number"), Column("payer", "资金来源", "short"))
_PLAN = Column("plan", "方案名称", "plan")


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
    paid = any(award.amount is not None for award in awards)
    rows = []
    for number, award in enumerate(awards, start=1):
        money = (amount_cell(award), text_cell(award.payer)) if paid else ()
        rows.append((*_area_cells(number, award), status_cell(award.status), *money, plan_cell(award)))
    columns = (*_AREA, _STATUS, *(_MONEY if paid else ()), _PLAN)
    sources = list_sources(programme, awards)
    return Table(f"list-{awards[0].category}", caption, columns, tuple(rows), sources=sources, stacked=True)


def _area_cells(number: int, award: PublicAward) -> tuple[Cell, ...]:
    return count_cell(number), text_cell(award.city), area_cell(award)


def pilots_table(programme: PublicProgramme) -> Table:
    """The pilots of all categories."""
    columns = (*_AREA, Column("category", "类别", "name"), _PLAN)
    rows = tuple(
        (*_area_cells(number, award), text_cell(award.category_name), plan_cell(award))
        for number, award in enumerate(programme.pilots, start=1)
    )
    caption = f"试点培育（{len(rows)}{programme.unit}）"
    return Table("pilots", caption, columns, rows, sources=list_sources(programme, programme.pilots), stacked=True)


def windows_table(programme: PublicProgramme) -> Table:
    """The publicity windows with their days; each leads to the 公示 that opened it."""
    columns = (
        Column("window", "公示", "short", heads=True),
        Column("published_on", "发布日期", "day"),
        Column("first_day", "首日", "day"),
        Column("last_day", "末日", "day"),
        Column("areas", f"公示地区（{programme.unit}）", "number"),
        Column("objections", "收到异议（件）", "number"),
    )
    rows = tuple(
        (
            text_cell(window.name, f"notices/{window.notice}/"),
            day_cell(window.published_on),
            day_cell(window.first_day),
            day_cell(window.last_day),
            count_cell(window.count),
            count_cell(window.objections.received),
        )
        for window in programme.windows
    )
    return Table("windows", "公示情况", columns, rows)
