"""The tables that a round's call sets: quotas and money by category, tasks, materials."""

from gongshi.pages.sources import call_sources
from gongshi.pages.values.cells import NO_MONEY, category_amount_cell
from gongshi.pages.values.table import Column, Table, count_cell, sum_row, text_cell
from gongshi.public.types import PublicCategory, PublicProgramme

_CLAUSE = Column("clause", "条款", "clause")


def categories_table(programme: PublicProgramme) -> Table:
    """Categories with quota, target over the years, winners so far and money for each."""
    unit, kinds = programme.unit, programme.categories
    stated = any(kind.amount_clause for kind in kinds)
    columns = (
        Column("category", "类别", "name", heads=True),
        Column("places", f"本年名额（{unit}）", "number"),
        Column("target", f"总目标（{unit}）", "number"),
        Column("awarded", f"历年已列入（{unit}）", "number"),
        Column("amount", f"每{unit}支持资金（万元）", "number"),
        *([_CLAUSE] if stated else []),
    )
    rows = tuple(
        (
            text_cell(kind.name),
            count_cell(kind.places),
            count_cell(kind.target, "未载明"),
            count_cell(kind.awarded),
            category_amount_cell(kind),
            *([text_cell(kind.amount_clause)] if stated else []),
        )
        for kind in kinds
    )
    targets = [kind.target for kind in kinds if kind.target is not None]
    total = sum_row(
        columns,
        "合计",
        places=count_cell(programme.places),
        target=count_cell(sum(targets) if targets else None),
        awarded=count_cell(sum(kind.awarded for kind in kinds)),
    )
    sources = call_sources(programme, kinds[0].name) if kinds else ()
    return Table("categories", "各类别名额和支持资金", columns, rows, (total,), sources)


_TASKS = (
    Column("task", "任务", "name", heads=True),
    Column("amount", "数量"),
    Column("funded", "可否使用省级资金", "short"),
    _CLAUSE,
)


_USE = {True: "可以", False: "不得使用"}


def tasks_table(programme: PublicProgramme, kind: PublicCategory) -> Table:
    """What a winner of a category has to build, and whether with the money given."""
    rows = tuple(
        (
            text_cell(task.name),
            text_cell(task.amount),
            text_cell(_USE[task.funded] if kind.funded else NO_MONEY),
            text_cell(task.clause),
        )
        for task in kind.tasks
    )
    sources = call_sources(programme, kind.tasks[0].name, kind.tasks[0].amount)
    return Table(f"tasks-{kind.id}", f"{kind.short_name}建设任务", _TASKS, rows, sources=sources)


_MATERIALS = (Column("material", "材料", "name", heads=True), Column("form", "形式要求", "plan"), _CLAUSE)


def materials_table(programme: PublicProgramme) -> Table:
    """What to hand in."""
    rows = tuple((text_cell(m.name), text_cell(m.form), text_cell(m.clause)) for m in programme.materials)
    sources = call_sources(programme, programme.materials[0].name)
    return Table("materials", "申报材料", _MATERIALS, rows, sources=sources)
