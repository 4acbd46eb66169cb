"""The page of numbers: charts and tables agree, nothing unstated is zero, every county is there once."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from lxml import html
from public_factory import CANCELLED, site
from public_pieces import notice_files

from gongshi.pages.build.bodies import body_of, environment
from gongshi.pages.catalogue.catalogue import Catalogue, catalogue_of
from gongshi.pages.charts.bars import Figure
from gongshi.pages.kinds.statistics import statistics_page
from gongshi.pages.values.page import Page
from gongshi.pages.values.table import Table
from gongshi.public.site import PublicSite

PROGRAM = Path(__file__).resolve().parents[2]


def numbers(public: PublicSite, folder: Path) -> tuple[Page, Catalogue]:
    """The page of numbers of a site."""
    catalogue = catalogue_of(public, notice_files(public, folder))
    return next(statistics_page(catalogue)), catalogue


def figures(page: Page) -> list[Figure]:
    """All its charts."""
    facts: Any = page.facts
    return [*facts["titles"], facts["targets"], *facts["money"], facts["reports"]]


def drawn(public: PublicSite, folder: Path) -> Any:
    """The page's body as a tree; `Any` because what an XPath gives has no one type."""
    page, catalogue = numbers(public, folder)
    return html.fromstring(body_of(page, catalogue, environment(PROGRAM / "templates"))[0])


def column(table: Table, key: str) -> list[Decimal | str]:
    """The numbers of a column, or the words where there is none."""
    place = [each.key for each in table.columns].index(key)
    return [row[place].text if row[place].number is None else row[place].number or Decimal(0) for row in table.rows]


def table(page: Page, name: str) -> Table:
    """One of its tables."""
    return next(each for each in page.tables if each.id == name)


def test_each_chart_equals_its_table(tmp_path: Path) -> None:
    """Bars and rows are as many, bear the same names, and each stretch stands in its row as a number."""
    page, _ = numbers(site(), tmp_path)

    for figure in figures(page):
        heads = [column.heads for column in figure.table.columns].index(True)
        assert [bar.label for bar in figure.chart.bars] == [row[heads].text for row in figure.table.rows]
        for bar, row in zip(figure.chart.bars, figure.table.rows, strict=True):
            shown = [part.number for part in (*bar.parts, *((bar.frame,) if bar.frame else ()))]
            assert set(shown) <= {cell.number for cell in row}


def test_titles_are_counted_once_and_cancelled_ones_apart(tmp_path: Path) -> None:
    """By category, city and year the sums are the same: ten stand, eight are in publicity, one is cancelled."""
    page, _ = numbers(site(), tmp_path)

    for name in ("titles-by-category", "titles-by-city", "titles-by-year"):
        sums = [cell.number for cell in table(page, name).foot[0] if cell.number is not None]
        assert sums == [10, 8, 1, 1]
    assert column(table(page, "titles-by-year"), "year") == [2014, 2015, 2016]
    assert column(table(page, "titles-by-year"), "awarded") == [10, 0, 0]


def test_unstated_money_is_never_zero(tmp_path: Path) -> None:
    """A round without stated amounts says so; a round in publicity has announced nothing yet."""
    page, _ = numbers(site(), tmp_path)
    money = table(page, "money-by-year")

    assert column(money, "announced") == ["文件未载明", "—", "—"]
    assert column(money, "unstated") == [11, 0, 0]
    assert column(money, "paid") == [5500, "—", "—"]


def decided(public: PublicSite) -> PublicSite:
    """The site with the winners in publicity announced, the first without a stated amount."""
    first, second = public.programmes
    awards = tuple(replace(award, status="awarded") for award in second.awards)
    awards = (replace(awards[0], amount=None), *awards[1:])
    return site(programmes=(first, replace(second, awards=awards, stage="decided")))


def test_stated_money_is_summed_and_the_rest_counted(tmp_path: Path) -> None:
    """Sums hold what is stated; how many are not is told beside; each payer has its own."""
    page, _ = numbers(decided(site()), tmp_path)
    payers = table(page, "money-by-payer")

    assert sum(award.amount or 0 for award in decided(site()).programmes[1].awards) == 41_000_000
    assert column(table(page, "money-by-year"), "announced") == ["文件未载明", "—", 4100]
    assert column(table(page, "money-by-year"), "unstated") == [11, 0, 1]
    assert column(payers, "payer") == ["省财政", "宁波市财政", "文件未载明资金来源"]
    assert sum(number for number in column(payers, "announced") if isinstance(number, Decimal)) == 4100
    assert column(payers, "paid") == [5500, "未见下达", "未见下达"]


def test_money_that_is_not_given_is_not_called_unstated(tmp_path: Path) -> None:
    """Whoever gets none has no payer and no missing amount; a reward stands in its own column, in its own year."""
    public = decided(site())
    first, second = public.programmes
    none = tuple(replace(award, funded=False, amount=None, payer="") for award in first.awards)
    page, _ = numbers(site(programmes=(replace(first, awards=none), second)), tmp_path)
    by_year = table(page, "money-by-year")

    assert column(by_year, "announced") == ["不安排", "—", 4100]
    assert column(by_year, "unstated") == [0, 0, 1]
    assert column(by_year, "rewards") == ["—", 50, "—"]
    assert column(table(page, "money-by-payer"), "payer") == ["省财政", "宁波市财政"]


def test_a_cancelled_title_keeps_its_money(tmp_path: Path) -> None:
    """It was announced and paid, so by year and in all the sums hold it."""
    page, _ = numbers(site(), tmp_path)
    award = site().programmes[0].awards[CANCELLED - 1]

    assert award.paid
    assert table(page, "money-by-year").foot[0][-2].number == 5500


def test_reports_past_their_day_are_counted(tmp_path: Path) -> None:
    """Those not yet due are left out, late and missing ones stand apart."""
    page, _ = numbers(site(), tmp_path)

    assert [cell.number for cell in table(page, "reports").rows[0][2:]] == [22, 14, 4, 4]


def test_every_county_of_the_day_is_a_tile_once(tmp_path: Path) -> None:
    """Tiles and table hold the same places with the same numbers; each tile leads to its county."""
    node = drawn(site(), tmp_path)
    tiles = node.xpath("//a[contains(@class, 'tile ')]")
    shown = {
        str(tile.get("href")).strip("./"): int(tile.xpath(".//*[@class='tile-count']/text()")[0]) for tile in tiles
    }
    standing = {
        f"counties/{county.id}"
        for county in site().counties
        if county.valid_from <= "2016-03" and not ("" < county.valid_to <= "2016-03")
    }
    page, _ = numbers(site(), tmp_path)
    listed = table(page, "places")
    links = [row[1].link.strip("/") for row in listed.rows]

    assert len(tiles) == len(shown)
    assert set(shown) == standing
    assert shown == dict(zip(links, column(listed, "titles"), strict=True))
    assert sum(shown.values()) == 10


def test_it_is_said_that_the_tiles_are_no_map(tmp_path: Path) -> None:
    """The words stand above the tiles."""
    assert "方格示意图，非地图" in drawn(site(), tmp_path).text_content()


def test_a_city_without_a_place_is_in_the_table_only(tmp_path: Path) -> None:
    """It is named below the tiles, and its counties stand in the table."""
    public = site()
    public = replace(public, cities=(replace(public.cities[0], tile=None), *public.cities[1:]))
    node = drawn(public, tmp_path)
    rows = ["".join(row.text_content().split()) for row in node.xpath("//table[@id='table-places']/tbody/tr")]

    assert node.xpath("//*[@id='city-330100']") == []
    assert "未画出的设区市：杭州市" in node.text_content()
    assert sum(row.startswith("杭州市") for row in rows) == 4


def test_an_empty_site_says_so_at_each_chart(tmp_path: Path) -> None:
    """Nine charts and the map, each with its words; no table, no file."""
    public = site(programmes=(), counties=())
    page, _ = numbers(public, tmp_path)

    assert len(drawn(public, tmp_path).xpath("//p[@class='empty']")) == 10
    assert page.tables == ()


def test_hostile_and_long_names_stay_text(tmp_path: Path) -> None:
    """Names of categories, cities and counties of 60 characters or of markup read back as they are."""
    hostile, long = "<script>alert(1)</script>\" onclick='x' {{ 7*7 }}", "名" * 60
    public = site()
    first, second = public.programmes
    kinds = (replace(first.categories[0], name=hostile), replace(first.categories[1], name=long))
    public = site(
        programmes=(replace(first, categories=(*kinds, *first.categories[2:])), second),
        counties=tuple(replace(county, name=f"{hostile}{long}{county.id}") for county in public.counties),
    )
    node = drawn(public, tmp_path)

    assert {hostile, long} <= set(node.xpath("//*[@class='bar-label']/text()"))
    assert f"{hostile}{long}330110" in node.xpath("//*[@class='tile-name']/text()")
    assert node.xpath("//script[not(@type='application/ld+json')] | //@onclick | //@style") == []


def test_same_figures_same_bytes(tmp_path: Path) -> None:
    """Two drawings of one site are equal."""
    first, second = (html.tostring(drawn(site(), tmp_path)) for _ in range(2))

    assert first == second
