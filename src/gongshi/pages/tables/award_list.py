"""Tables of awards: the same columns wherever awards are listed, without the one that all rows would share."""

from collections.abc import Iterable

from gongshi.pages.catalogue import Catalogue
from gongshi.pages.values.cells import amount_cell, area_cell, status_cell
from gongshi.pages.values.money import paid_to
from gongshi.pages.values.table import NONE, Cell, Column, Table, count_cell, row_of, text_cell, wan_cell
from gongshi.public.types import PublicAward

_COLUMNS = (
    Column("year", "年度", "number"),
    Column("city", "设区市"),
    Column("county", "县（市、区）", heads=True),
    Column("category", "类别", "name"),
    Column("status", "状态", "short"),
    Column("amount", "支持资金（万元）", "number"),
    Column("paid", "已下达（万元）", "number"),
    Column("plan", "实施方案", "plan"),
)


def award_list(catalogue: Catalogue, caption: str, awards: Iterable[PublicAward], *, without: str = "") -> Table:
    """The awards as a table named `awards`, in their order.

    Args:
        catalogue: The site's look-ups.
        caption: The table's caption.
        awards: What it lists.
        without: Key of a column to leave out.
    """
    columns = tuple(column for column in _COLUMNS if column.key != without)
    rows = tuple(row_of(columns, _award_cells(catalogue, award)) for award in awards)
    return Table("awards", caption, columns, rows, stacked=True)


def _award_cells(catalogue: Catalogue, award: PublicAward) -> dict[str, Cell]:
    category = f"categories/{catalogue.programmes[award.programme].scheme}.{award.category}/"
    return {
        "year": count_cell(catalogue.programmes[award.programme].year),
        "city": text_cell(award.city),
        "county": area_cell(award),
        "category": text_cell(award.category_name, category),
        "status": status_cell(award.status),
        "plan": Cell(award.plan_title or NONE, struck=award.status == "revoked"),
        "amount": amount_cell(award),
        "paid": wan_cell(paid_to(award)),
    }
