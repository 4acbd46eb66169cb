"""Charts of titles: how many by category, city and year, and on the way to the targets; the table of the tile map."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from gongshi.pages.catalogue import Catalogue
from gongshi.pages.charts.bars import Bar, Figure, Fill, Stretch, bar_chart, target_bar
from gongshi.pages.charts.grouping import Grouping, by_category, by_city, by_year
from gongshi.pages.charts.tally import tally_of
from gongshi.pages.charts.tilemap import Place
from gongshi.pages.values.cells import announced_cell
from gongshi.pages.values.table import Cell, Column, Table, count_cell, sum_row, text_cell, wan_cell
from gongshi.public.types import AwardStatus, PublicAward

_STATES: tuple[tuple[AwardStatus, str], ...] = (
    ("awarded", "已列入"),
    ("proposed", "拟列入（公示中）"),
    ("revoked", "已取消"),
    ("pilot", "试点培育"),
)
_COUNTS = tuple(Column(state, title, "number") for state, title in _STATES)
_KEYS: tuple[tuple[Fill, str], ...] = (("done", "已列入"), ("pending", "拟列入（公示中）"), ("whole", "总目标"))


def title_figures(catalogue: Catalogue) -> tuple[Figure, ...]:
    """How many titles of each category, in each city, and in each year; a year without a round has none."""
    return (
        _figure(catalogue, "titles-by-category", "各类别列入数", by_category(catalogue)),
        _figure(catalogue, "titles-by-city", "各设区市列入数", by_city(catalogue)),
        _figure(catalogue, "titles-by-year", "各年度列入数", by_year(catalogue)),
    )


def _figure(catalogue: Catalogue, name: str, title: str, grouping: Grouping) -> Figure:
    """A chart and table of titles by state."""
    columns = (*grouping.heads, *_COUNTS)
    states = Counter((grouping.key_of(award), award.status) for award in catalogue.awards.values())
    counts = [[states[key, state] for state, _ in _STATES] for key in grouping.keys]
    pairs = list(zip(grouping.labels, counts, strict=True)) if any(map(any, counts)) else []
    bars = [_titles_bar(label, *count[:2]) for label, count in pairs]
    rows = tuple((*label, *map(count_cell, count)) for label, count in pairs)
    sums = {state: count_cell(sum(count[i] for count in counts)) for i, (state, _) in enumerate(_STATES)}
    table = Table(name, title, columns, rows, (sum_row(columns, "合计", **sums),))
    return Figure(bar_chart(title, "个", bars, _KEYS), table, "目前没有拟列入或者已列入的地区。")


def _titles_bar(label: tuple[Cell, ...], awarded: int, proposed: int) -> Bar:
    return Bar(
        label[-1].text,
        str(awarded),
        (Stretch("done", Decimal(awarded)), Stretch("pending", Decimal(proposed))),
        more=f"另有拟列入{proposed}" if proposed else "",
        link=label[-1].link,
        group=label[0].text if len(label) > 1 else "",
    )


_PROGRESS = (
    Column("scheme", "专项", "plan"),
    Column("category", "类别", "plan", heads=True),
    Column("years", "起止年份"),
    Column("target", "总目标", "number"),
    Column("awarded", "已列入", "number"),
    Column("proposed", "拟列入（公示中）", "number"),
    Column("revoked", "已取消（不计）", "number"),
    Column("left", "距总目标", "number"),
)


def progress_figure(catalogue: Catalogue) -> Figure:
    """What each scheme has awarded of its targets over the years."""
    rows, bars = [], []
    for scheme in catalogue.schemes.values():
        years = f"{scheme.first_year}—{scheme.last_year}年" if scheme.last_year else f"{scheme.first_year}年起"
        for kind in scheme.targets:
            left = None if kind.target is None else max(0, kind.target - kind.awarded)
            rows.append(
                (
                    text_cell(scheme.name, f"schemes/{scheme.id}/"),
                    text_cell(kind.name, f"categories/{scheme.id}.{kind.category}/"),
                    text_cell(years),
                    count_cell(kind.target, "文件未载明"),
                    *map(count_cell, (kind.awarded, kind.proposed, kind.revoked, left)),
                )
            )
            bars.append(target_bar(kind, scheme.unit, kind.name, f"{scheme.name}（{years}）"))
    table = Table("progress", "各类别列入数与总目标", _PROGRESS, tuple(rows))
    return Figure(bar_chart("各类别列入数与总目标", "", bars, _KEYS), table, "目前没有已公开的专项。")


_PLACES = (
    Column("city", "设区市"),
    Column("county", "县（市、区）", "name", heads=True),
    Column("titles", "已列入", "number"),
    Column("proposed", "拟列入（公示中）", "number"),
    Column("announced", "已公布资金（万元）", "number"),
    Column("unstated", "金额未载明（个）", "number"),
    Column("paid", "已下达资金（万元）", "number"),
    Column("rewards", "奖励（万元）", "number"),
    Column("note", "说明", "name"),
)


def place_table(places: Sequence[Place]) -> Table:
    """What the tile map shows as a table, with the cities that have no place on the map too."""
    rows, everyone = [], []
    for place in places:
        awards = [award for county in (place.county, *place.former) for award in county.awards]
        everyone += awards
        notes = [place.about_former, "开发区（功能区）" if place.county.zone else "", "已撤销" if place.gone else ""]
        named = Cell(place.county.name, link=f"counties/{place.county.id}/")
        note = text_cell("；".join(note for note in notes if note))
        rows.append((text_cell(place.county.city), named, *_place_cells(awards), note))
    sums = dict(zip((column.key for column in _PLACES[2:-1]), _place_cells(everyone), strict=True))
    return Table("places", "各县（市、区）列入数和资金", _PLACES, tuple(rows), (sum_row(_PLACES, "合计", **sums),))


def _place_cells(awards: Sequence[PublicAward]) -> tuple[Cell, ...]:
    """Titles, proposed ones, and money announced, unstated, paid and given as rewards."""
    tally = tally_of(awards)
    return (
        count_cell(tally.awarded),
        count_cell(tally.proposed),
        announced_cell(tally.money),
        count_cell(tally.money.unstated),
        wan_cell(tally.money.paid),
        wan_cell(tally.money.rewards),
    )
