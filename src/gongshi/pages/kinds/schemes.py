"""The list of schemes and a page for each: targets against what has been awarded, rounds, money, duties."""

from collections.abc import Iterator

from gongshi.pages.catalogue import Catalogue
from gongshi.pages.charts.tally import tally_of
from gongshi.pages.latest import latest, latest_of_programme
from gongshi.pages.values.cells import category_amount_cell
from gongshi.pages.values.page import Entry, Page
from gongshi.pages.values.table import Cell, Column, Table, count_cell, sum_row, text_cell
from gongshi.pages.values.wording import STAGE
from gongshi.public.types import PublicScheme


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
            tables=(_targets_table(scheme), _rounds_table(catalogue, scheme)),
        )


_TARGETS = (
    Column("category", "类别", "name", heads=True),
    Column("target", "总目标", "number"),
    Column("awarded", "已列入", "number"),
    Column("proposed", "拟列入", "number"),
    Column("revoked", "已取消", "number"),
    Column("left", "距总目标", "number"),
    Column("amount", "单个支持资金（万元）", "number"),
    Column("clause", "条款", "clause"),
)


def _targets_table(scheme: PublicScheme) -> Table:
    """What the scheme wants of each category against what its rounds have awarded."""
    rows = tuple(
        (
            text_cell(target.name, f"categories/{scheme.id}.{target.category}/"),
            count_cell(target.target, "未载明"),
            count_cell(target.awarded),
            count_cell(target.proposed),
            count_cell(target.revoked),
            count_cell(None if target.target is None else max(0, target.target - target.awarded)),
            category_amount_cell(target),
            text_cell(target.amount_clause),
        )
        for target in scheme.targets
    )
    stated = [target.target for target in scheme.targets if target.target is not None]
    total = sum_row(
        _TARGETS,
        "合计",
        target=count_cell(sum(stated) if stated else None),
        awarded=count_cell(sum(target.awarded for target in scheme.targets)),
        proposed=count_cell(sum(target.proposed for target in scheme.targets)),
        revoked=count_cell(sum(target.revoked for target in scheme.targets)),
    )
    return Table("targets", f"各类别总目标与列入情况（{scheme.unit}）", _TARGETS, rows, (total,))


_ROUNDS = (
    Column("year", "年度", "number"),
    Column("programme", "申报项目", "plan", heads=True),
    Column("stage", "阶段"),
    Column("places", "名额", "number"),
    Column("awarded", "已列入", "number"),
    Column("proposed", "拟列入", "number"),
    Column("revoked", "已取消", "number"),
)


def _rounds_table(catalogue: Catalogue, scheme: PublicScheme) -> Table:
    rows = []
    for round_ in (catalogue.programmes[programme] for programme in scheme.programmes):
        tally = tally_of(round_.awards)
        rows.append(
            (
                count_cell(round_.year),
                text_cell(round_.name, f"programmes/{round_.id}/"),
                Cell(STAGE[round_.stage], badge=round_.stage),
                count_cell(round_.places),
                count_cell(tally.awarded),
                count_cell(tally.proposed),
                count_cell(tally.revoked),
            )
        )
    return Table("rounds", f"年度申报项目（{scheme.unit}）", _ROUNDS, tuple(rows))
