"""Charts of titles: how many by category, city and year, and on the way to the targets; the table of the tile map."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.charts.bars import Bar, Figure, Fill, Stretch, bar_chart, left_of, target_bar
from gongshi.pages.charts.grouping import Grouping, by_category, by_city, by_year
from gongshi.pages.charts.tally import Tally, tally_of
from gongshi.pages.charts.tilemap import Place
from gongshi.pages.values.cells import announced_cell, category_cell
from gongshi.pages.values.table import (
    Cell,
    Column,
    Spec,
    Table,
    cells_of,
    count_cell,
    fill,
    money_cell,
    sum_row,
    text_cell,
    through,
)
from gongshi.public.award import AwardStatus
from gongshi.public.scheme import PublicScheme, PublicTarget

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


class _Aim(NamedTuple):
    """A target with the scheme that sets it."""

    scheme: PublicScheme
    target: PublicTarget


_PROGRESS: Spec[_Aim] = (
    (Column("scheme", "专项", "plan"), lambda aim: text_cell(aim.scheme.name, f"schemes/{aim.scheme.id}/")),
    (
        Column("category", "类别", "plan", heads=True),
        lambda aim: category_cell(aim.target.name, aim.scheme.id, aim.target.category),
    ),
    (Column("years", "起止年份"), lambda aim: text_cell(_years_of(aim.scheme))),
    (Column("target", "总目标", "number"), lambda aim: count_cell(aim.target.target, "文件未载明")),
    (Column("awarded", "已列入", "number"), lambda aim: count_cell(aim.target.awarded)),
    (Column("proposed", "拟列入（公示中）", "number"), lambda aim: count_cell(aim.target.proposed)),
    (Column("revoked", "已取消（不计）", "number"), lambda aim: count_cell(aim.target.revoked)),
    (Column("left", "距总目标", "number"), lambda aim: count_cell(left_of(aim.target))),
)


def progress_figure(catalogue: Catalogue) -> Figure:
    """What each scheme has awarded of its targets over the years."""
    aims = [_Aim(scheme, target) for scheme in catalogue.schemes.values() for target in scheme.targets]
    bars = [
        target_bar(target, scheme.unit, target.name, f"{scheme.name}（{_years_of(scheme)}）") for scheme, target in aims
    ]
    table = Table("progress", "各类别列入数与总目标", *fill(_PROGRESS, aims))
    return Figure(bar_chart("各类别列入数与总目标", "", bars, _KEYS), table, "目前没有已公开的专项。")


def _years_of(scheme: PublicScheme) -> str:
    return f"{scheme.first_year}—{scheme.last_year}年" if scheme.last_year else f"{scheme.first_year}年起"


_FIGURES: Spec[Tally] = (
    (Column("titles", "已列入", "number"), lambda tally: count_cell(tally.awarded)),
    (Column("proposed", "拟列入（公示中）", "number"), lambda tally: count_cell(tally.proposed)),
    (Column("announced", "已公布资金（万元）", "number"), lambda tally: announced_cell(tally.money)),
    (Column("unstated", "金额未载明（个）", "number"), lambda tally: count_cell(tally.money.unstated)),
    (Column("paid", "已下达资金（万元）", "number"), lambda tally: money_cell(tally.money.paid)),
    (Column("rewards", "奖励（万元）", "number"), lambda tally: money_cell(tally.money.rewards)),
)


class _Counted(NamedTuple):
    """A place with its awards counted."""

    place: Place
    tally: Tally


_PLACES: Spec[_Counted] = (
    (Column("city", "设区市"), lambda counted: text_cell(counted.place.county.city)),
    (
        Column("county", "县（市、区）", "name", heads=True),
        lambda counted: text_cell(counted.place.county.name, f"counties/{counted.place.county.id}/"),
    ),
    *through(_FIGURES, attrgetter("tally")),
    (Column("note", "说明", "name"), lambda counted: text_cell(_note_on(counted.place))),
)


def place_table(places: Sequence[Place]) -> Table:
    """What the tile map shows as a table, with the cities that have no place on the map too."""
    awards = [[award for county in (place.county, *place.former) for award in county.awards] for place in places]
    columns, rows = fill(_PLACES, map(_Counted, places, map(tally_of, awards)))
    whole = tally_of(award for own in awards for award in own)
    total = sum_row(columns, "合计", **cells_of(_FIGURES, whole))
    return Table("places", "各县（市、区）列入数和资金", columns, rows, (total,))


def _note_on(place: Place) -> str:
    """What has to be known of a place beside its figures; empty if nothing has."""
    notes = (place.about_former, "开发区（功能区）" if place.county.zone else "", "已撤销" if place.gone else "")
    return "；".join(note for note in notes if note)
