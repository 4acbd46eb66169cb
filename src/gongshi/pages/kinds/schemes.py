"""The list of schemes and a page for each: targets against what has been awarded, rounds, money, duties."""

from collections.abc import Iterator

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.catalogue.latest import latest, latest_of_programme
from gongshi.pages.charts.bars import left_of
from gongshi.pages.charts.tally import tally_of
from gongshi.pages.values.cells import category_amount_cell, category_cell, round_cell
from gongshi.pages.values.money import total_of
from gongshi.pages.values.page import Entry, Page
from gongshi.pages.values.table import Cell, Column, Spec, Table, count_cell, fill, sum_row, text_cell
from gongshi.pages.values.wording import STAGE
from gongshi.public.round import PublicProgramme
from gongshi.public.scheme import PublicScheme, PublicTarget


def scheme_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of schemes and a page for each."""
    hub = "programmes/"
    about = "各专项的依据、总目标和历年列入情况。"
    yield Page(
        "schemes/",
        "schemes.html",
        "专项",
        about,
        hub,
        entry=Entry("栏目", "申报项目", lists=True),
        updated=latest(catalogue),
    )
    for scheme in catalogue.schemes.values():
        rounds = [catalogue.programmes[programme] for programme in scheme.programmes]
        yield Page(
            url=f"schemes/{scheme.id}/",
            template="scheme.html",
            title=scheme.name,
            description=f"{scheme.name}：依据、总目标与历年列入情况、年度申报项目、资金和监督要求。",
            hub=hub,
            facts={"scheme": scheme, "meetings": [held for round_ in rounds for held in round_.site_meetings]},
            entry=Entry("专项", "申报项目"),
            updated=max((latest_of_programme(catalogue, round_) for round_ in rounds), default=""),
            tables=(_targets_table(scheme), Table("rounds", f"年度申报项目（{scheme.unit}）", *fill(_ROUNDS, rounds))),
        )


def _targets_table(scheme: PublicScheme) -> Table:
    """What the scheme wants of each category against what its rounds have awarded."""
    spec: Spec[PublicTarget] = (
        (
            Column("category", "类别", "name", heads=True),
            lambda target: category_cell(target.name, scheme.id, target.category),
        ),
        (Column("target", "总目标", "number"), lambda target: count_cell(target.target, "未载明")),
        (Column("awarded", "已列入", "number"), lambda target: count_cell(target.awarded)),
        (Column("proposed", "拟列入", "number"), lambda target: count_cell(target.proposed)),
        (Column("revoked", "已取消", "number"), lambda target: count_cell(target.revoked)),
        (Column("left", "距总目标", "number"), lambda target: count_cell(left_of(target))),
        (Column("amount", "单个支持资金（万元）", "number"), category_amount_cell),
        (Column("clause", "条款", "clause"), lambda target: text_cell(target.amount_clause)),
    )
    columns, rows = fill(spec, scheme.targets)
    total = sum_row(
        columns,
        "合计",
        target=count_cell(total_of(target.target for target in scheme.targets)),
        awarded=count_cell(sum(target.awarded for target in scheme.targets)),
        proposed=count_cell(sum(target.proposed for target in scheme.targets)),
        revoked=count_cell(sum(target.revoked for target in scheme.targets)),
    )
    return Table("targets", f"各类别总目标与列入情况（{scheme.unit}）", columns, rows, (total,))


_ROUNDS: Spec[PublicProgramme] = (
    (Column("year", "年度", "number"), lambda round_: count_cell(round_.year)),
    (Column("programme", "申报项目", "plan", heads=True), round_cell),
    (Column("stage", "阶段"), lambda round_: Cell(STAGE[round_.stage], badge=round_.stage)),
    (Column("places", "名额", "number"), lambda round_: count_cell(round_.places)),
    (Column("awarded", "已列入", "number"), lambda round_: count_cell(tally_of(round_.awards).awarded)),
    (Column("proposed", "拟列入", "number"), lambda round_: count_cell(tally_of(round_.awards).proposed)),
    (Column("revoked", "已取消", "number"), lambda round_: count_cell(tally_of(round_.awards).revoked)),
)
