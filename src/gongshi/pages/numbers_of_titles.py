"""Figures on titles: how many by category, city and year, on the way to the targets, and by county."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from gongshi.pages.charts import Bar, Figure, Fill, Part, bar_chart, target_bar
from gongshi.pages.page import Catalogue
from gongshi.pages.table import Cell, Column, Table, count_cell, sum_row, text_cell, wan_cell
from gongshi.pages.tilemap import Place
from gongshi.public.types import AwardStatus, PublicAward

__all__ = ["cities_of", "place_table", "progress", "titles_by_category", "titles_by_city", "titles_by_year"]

_STATES: tuple[tuple[AwardStatus, str], ...] = (
    ("awarded", "已列入"),
    ("proposed", "拟列入（公示中）"),
    ("revoked", "已取消"),
    ("pilot", "试点培育"),
)
_COUNTS = tuple(Column(state, title, "number") for state, title in _STATES)
_KEYS: tuple[tuple[Fill, str], ...] = (("done", "已列入"), ("pending", "拟列入（公示中）"), ("whole", "总目标"))
_EMPTY = "目前没有拟列入或者已列入的地区。"


def titles_by_category(catalogue: Catalogue) -> Figure:
    """How many titles of each category of each scheme."""
    heads = (Column("scheme", "专项", "plan"), Column("category", "类别", "plan", heads=True))
    labels, groups = [], []
    for scheme in catalogue.schemes.values():
        for kind in scheme.targets:
            awards = [a for a in _of_scheme(catalogue, scheme.id) if a.category == kind.category]
            labels.append((text_cell(scheme.name), Cell(kind.name)))
            groups.append(awards)
    return _titles("titles-by-category", "各类别列入数", heads, labels, groups)


def titles_by_city(catalogue: Catalogue) -> Figure:
    """How many titles in each city."""
    heads = (Column("city", "设区市", heads=True),)
    cities = cities_of(catalogue)
    groups = [[award for award in catalogue.awards.values() if award.city == name] for name in cities]
    return _titles("titles-by-city", "各设区市列入数", heads, [(Cell(name),) for name in cities], groups)


def titles_by_year(catalogue: Catalogue) -> Figure:
    """How many titles in each year from the first round to the last; a year without a round has none."""
    heads = (Column("year", "年度", "number", heads=True),)
    years = sorted(programme.year for programme in catalogue.programmes.values())
    every = range(years[0], years[-1] + 1) if years else ()
    groups = [
        [award for award in catalogue.awards.values() if catalogue.programmes[award.programme].year == year]
        for year in every
    ]
    return _titles("titles-by-year", "各年度列入数", heads, [(count_cell(year),) for year in every], groups)


def cities_of(catalogue: Catalogue) -> tuple[str, ...]:
    """Names of the cities in the order of the records."""
    named = [city.name for city in catalogue.site.cities] + [award.city for award in catalogue.awards.values()]
    return tuple(dict.fromkeys(named))


def _of_scheme(catalogue: Catalogue, scheme: str) -> list[PublicAward]:
    awards = catalogue.awards.values()
    return [award for award in awards if catalogue.programmes[award.programme].scheme == scheme]


def _titles(
    name: str,
    title: str,
    heads: tuple[Column, ...],
    labels: Sequence[tuple[Cell, ...]],
    groups: Sequence[Sequence[PublicAward]],
) -> Figure:
    """A chart and table of titles by state; the last of the heads names a bar, the one before it its group."""
    columns = (*heads, *_COUNTS)
    counts = [[_count(awards, state) for state, _ in _STATES] for awards in groups]
    rows = [(*label, *map(count_cell, count)) for label, count in zip(labels, counts, strict=True)]
    bars = [
        Bar(
            label[-1].text,
            str(awarded),
            (Part("done", Decimal(awarded)), Part("pending", Decimal(proposed))),
            more=f"另有拟列入{proposed}" if proposed else "",
            link=label[-1].link,
            group=label[-2].text if len(label) > 1 else "",
        )
        for label, (awarded, proposed, *_) in zip(labels, counts, strict=True)
    ]
    sums = {state: count_cell(sum(count[i] for count in counts)) for i, (state, _) in enumerate(_STATES)}
    shown = any(any(count) for count in counts)
    table = Table(name, title, columns, tuple(rows) if shown else (), (sum_row(columns, "合计", **sums),))
    return Figure(bar_chart(title, "个", bars if shown else (), _KEYS), table, _EMPTY)


def _count(awards: Iterable[PublicAward], state: AwardStatus) -> int:
    return sum(award.status == state for award in awards)


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


def progress(catalogue: Catalogue) -> Figure:
    """What each scheme has awarded of its targets over the years."""
    rows, bars = [], []
    for scheme in catalogue.schemes.values():
        years = f"{scheme.first_year}—{scheme.last_year}年" if scheme.last_year else f"{scheme.first_year}年起"
        for kind in scheme.targets:
            left = None if kind.target is None else max(0, kind.target - kind.awarded)
            numbers = (kind.awarded, kind.proposed, kind.revoked)
            rows.append(
                (
                    text_cell(scheme.name, f"programmes/{scheme.programmes[0]}/"),
                    Cell(kind.name),
                    text_cell(years),
                    count_cell(kind.target, "文件未载明"),
                    *map(count_cell, numbers),
                    count_cell(left),
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
    Column("note", "说明", "name"),
)


def place_table(places: Sequence[Place]) -> Table:
    """The twin of the tile map, with the cities that have no place on it too."""
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
    """Titles, proposed ones, and money announced, unstated and paid."""
    given = [award for award in awards if award.status in {"awarded", "revoked"}]
    stated = [award.amount for award in given if award.amount is not None]
    paid = [paid.amount for award in given for paid in award.paid]
    return (
        count_cell(_count(awards, "awarded")),
        count_cell(_count(awards, "proposed")),
        wan_cell(sum(stated) if stated else None, "文件未载明" if given else "—"),
        count_cell(len(given) - len(stated)),
        wan_cell(sum(paid) if paid else None),
    )
