"""The tables that a round's call sets: quotas and money by category, tasks, materials."""

from gongshi.pages.catalogue.sources import call_sources
from gongshi.pages.values.cells import NO_MONEY, category_amount_cell
from gongshi.pages.values.money import total_of
from gongshi.pages.values.table import Column, Spec, Table, count_cell, fill, sum_row, text_cell
from gongshi.public.category import PublicCategory, PublicTask
from gongshi.public.contact import PublicMaterial
from gongshi.public.round import PublicProgramme

_CLAUSE = Column("clause", "条款", "clause")


def categories_table(programme: PublicProgramme) -> Table:
    """Categories with quota, target over the years, winners so far and money for each."""
    unit, kinds = programme.unit, programme.categories
    clause: Spec[PublicCategory] = ((_CLAUSE, lambda kind: text_cell(kind.amount_clause)),)
    spec: Spec[PublicCategory] = (
        (Column("category", "类别", "name", heads=True), lambda kind: text_cell(kind.name)),
        (Column("places", f"本年名额（{unit}）", "number"), lambda kind: count_cell(kind.places)),
        (Column("target", f"总目标（{unit}）", "number"), lambda kind: count_cell(kind.target, "未载明")),
        (Column("awarded", f"历年已列入（{unit}）", "number"), lambda kind: count_cell(kind.awarded)),
        (Column("amount", f"每{unit}支持资金（万元）", "number"), category_amount_cell),
        *(clause if any(kind.amount_clause for kind in kinds) else ()),
    )
    columns, rows = fill(spec, kinds)
    total = sum_row(
        columns,
        "合计",
        places=count_cell(programme.places),
        target=count_cell(total_of(kind.target for kind in kinds)),
        awarded=count_cell(sum(kind.awarded for kind in kinds)),
    )
    sources = call_sources(programme, kinds[0].name) if kinds else ()
    return Table("categories", "各类别名额和支持资金", columns, rows, (total,), sources)


def tasks_table(programme: PublicProgramme, kind: PublicCategory) -> Table:
    """What a winner of a category has to build, and whether with the money given."""
    use = {True: "可以", False: "不得使用"}
    spec: Spec[PublicTask] = (
        (Column("task", "任务", "name", heads=True), lambda task: text_cell(task.name)),
        (Column("amount", "数量"), lambda task: text_cell(task.amount)),
        (
            Column("funded", "可否使用省级资金", "short"),
            lambda task: text_cell(use[task.funded] if kind.funded else NO_MONEY),
        ),
        (_CLAUSE, lambda task: text_cell(task.clause)),
    )
    sources = call_sources(programme, kind.tasks[0].name, kind.tasks[0].amount)
    return Table(f"tasks-{kind.id}", f"{kind.short_name}建设任务", *fill(spec, kind.tasks), sources=sources)


_MATERIALS: Spec[PublicMaterial] = (
    (Column("material", "材料", "name", heads=True), lambda material: text_cell(material.name)),
    (Column("form", "形式要求", "plan"), lambda material: text_cell(material.form)),
    (_CLAUSE, lambda material: text_cell(material.clause)),
)


def materials_table(programme: PublicProgramme) -> Table:
    """What to hand in."""
    sources = call_sources(programme, programme.materials[0].name)
    return Table("materials", "申报材料", *fill(_MATERIALS, programme.materials), sources=sources)
