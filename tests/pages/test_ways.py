"""Ways in: every page is reached from the home page; schemes, categories, years, cities, former names, forms."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import html
from public_factory import site
from public_pieces import notice, notice_files, programme

from gongshi.pages.build.site import build_site
from gongshi.pages.catalogue.catalogue import Catalogue, catalogue_of
from gongshi.pages.catalogue.lineage import former_of, successions_of
from gongshi.pages.charts.tally import tally_of
from gongshi.pages.kinds.counties import county_pages
from gongshi.public.places import PublicCounty
from gongshi.public.round import PublicEvent
from gongshi.public.site import PublicSite

PROGRAM = Path(__file__).resolve().parents[2]
ADDRESS = site().url


def parsed(path: Path) -> Any:
    """A page as a tree; `Any` because what an XPath gives has no one type."""
    return html.fromstring(path.read_bytes())


def said(path: Path) -> str:
    """All words of a page's body, white space taken out."""
    return "".join(parsed(path).xpath("//*[@id='content']")[0].text_content().split())


def rows(path: Path, table: str) -> list[list[str]]:
    """The rows of a table's body, as shown."""
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in parsed(path).xpath(f"//table[@id='table-{table}']/tbody/tr")
    ]


def test_every_page_is_reached_from_the_home_page(built: Path) -> None:
    """Whoever follows links finds each page but the one for lost visitors."""
    pages = {
        urljoin(ADDRESS, path.relative_to(built).as_posix().removesuffix("index.html")): path
        for path in built.rglob("*.html")
        if path.name != "404.html"
    }
    reached, ahead = {ADDRESS}, [ADDRESS]
    while ahead:
        here = ahead.pop()
        found = {urldefrag(urljoin(here, str(href)))[0] for href in parsed(pages[here]).xpath("//a/@href")}
        new = (found & pages.keys()) - reached
        reached |= new
        ahead += new

    assert pages.keys() - reached == set()


def test_there_is_a_page_for_each_way_in(built: Path) -> None:
    """Each scheme, category, year, city and how to apply for each round."""
    public = site()
    wanted = ["schemes", "awards", "apply", "years/2014", "years/2016"]
    wanted += [f"cities/{city.code}" for city in public.cities]
    wanted += [f"programmes/{programme.id}/apply" for programme in public.programmes]
    for scheme in public.schemes:
        wanted += [f"schemes/{scheme.id}", *(f"categories/{scheme.id}.{kind.category}" for kind in scheme.targets)]

    assert [place for place in wanted if not (built / place / "index.html").is_file()] == []


def test_a_scheme_holds_its_targets_against_its_awards(built: Path) -> None:
    """Target, awarded, proposed, cancelled, what is left, money and clause by category; sums below; a bar for each."""
    page = built / "schemes/ruanjian/index.html"

    assert rows(page, "targets")[0][1:] == ["8", "0", "2", "0", "8", "1000", "第七条第（一）项"]
    assert [row[0] for row in rows(page, "rounds")] == ["2016"]
    assert "合计36080" in "".join(parsed(page).xpath("//tfoot")[0].text_content().split())
    assert [bar.get("max") for bar in parsed(page).xpath("//progress")] == ["8", "12", "16"]
    assert "未载明" in rows(built / "schemes/lianghua/index.html", "targets")[0]
    assert "2015年度现场会：2015年10月20日" in said(built / "schemes/lianghua/index.html")


def test_all_awards_stand_in_one_list_and_none_that_fell_out(built: Path) -> None:
    """The latest year first; by category, year and city the same rows again."""
    everybody = [award for p in site().programmes for award in (*p.awards, *p.pilots)]
    listed = rows(built / "awards/index.html", "awards")
    years = [row[0] for row in listed]

    assert len(listed) == len(everybody) == 20
    assert years == sorted(years, reverse=True)
    assert not [row for row in listed if "不再列入" in row]
    assert len(rows(built / "years/2014/index.html", "awards")) == years.count("2014")
    assert len(rows(built / "categories/lianghua.base/index.html", "awards")) == 5
    of_cities = [row for city in site().cities for row in rows(built / f"cities/{city.code}/index.html", "awards")]
    assert len(of_cities) == 20 + 1, "a city lists who fell out too"


def test_a_tally_counts_the_money_of_a_cancelled_title_as_announced() -> None:
    """It was announced and paid, whatever came after; a sum that no document states is None."""
    lianghua, ruanjian = (next(p for p in site().programmes if p.scheme == name) for name in ("lianghua", "ruanjian"))
    stated = [replace(award, status="awarded") for award in ruanjian.awards]

    assert (tally_of(lianghua.awards).awarded, tally_of(lianghua.awards).revoked) == (10, 1)
    assert (tally_of(lianghua.awards).money.announced, tally_of(lianghua.awards).money.paid) == (None, 55_000_000)
    assert tally_of(stated).money.announced == sum(award.amount or 0 for award in stated)
    assert tally_of([replace(stated[0], status="revoked")]).money.announced == stated[0].amount


def test_what_was_awarded_under_a_former_name_stands_with_its_successor(built: Path) -> None:
    """富阳区 shows what 富阳市 was given, with the name it had, and both pages tell of the change."""
    page = built / "counties/330111/index.html"

    assert [row[:2] for row in rows(page, "awards")] == [["2016", "富阳区"], ["2014", "富阳市"]]
    assert "2014年12月撤销富阳市，设立富阳区。" in said(page)
    assert "包括以富阳市名义列入的" in said(page)
    assert "2014年12月撤销富阳市，设立富阳区。" in said(built / "counties/330183/index.html")
    assert "列入时名称" not in said(built / "counties/330183/index.html")


def county(name: str, begun: str, ended: str, formerly: tuple[str, ...], later: tuple[str, ...]) -> PublicCounty:
    """A county whose id is its name."""
    return PublicCounty(name, name, "样例市", False, begun, ended, formerly=formerly, later=later)  # noqa: FBT003 - no zone


MERGED = (
    county("东区", "", "", ("西区",), ()),
    county("西区", "", "2021-03", (), ("东区", "新区")),
    county("山区", "", "", (), ("新区",)),
    county("新区", "2021-03", "", ("西区", "山区"), ()),
    county("甲县", "", "2016-09", (), ("丙区",)),
    county("乙县", "", "2016-09", (), ("丙区",)),
    county("丙区", "2016-09", "", ("甲县", "乙县"), ()),
    county("大市", "", "", ("小镇区",), ()),
    county("小镇区", "", "2018-01", (), ("大市",)),
)


def lineage(name: str) -> tuple[list[str], list[str]]:
    """The sentences on a division, and the names of those that are gone and whose place it took."""
    catalogue: Catalogue = catalogue_of(replace(site(), programmes=(), schemes=(), counties=MERGED), {})
    changes = successions_of(catalogue, catalogue.counties[name])
    sentences = [c.before + "、".join(each.name for each in c.counties) + c.after for c in changes]
    return sentences, [each.name for each in former_of(catalogue, catalogue.counties[name])]


@pytest.mark.parametrize(
    ("name", "sentence", "former"),
    [
        ("东区", "2021年3月撤销西区，其部分区域并入东区。", ["西区"]),
        ("西区", "2021年3月撤销西区，其区域分别划入东区、新区。", []),
        ("山区", "2021年3月以山区部分区域设立新区。", []),
        ("新区", "2021年3月以西区、山区的部分区域设立新区。", ["西区"]),
        ("甲县", "2016年9月撤销甲县，设立丙区。", []),
        ("丙区", "2016年9月撤销甲县、乙县，合并设立丙区。", ["甲县", "乙县"]),
        ("大市", "2018年1月撤销小镇区，其区域并入大市。", ["小镇区"]),
        ("小镇区", "2018年1月撤销小镇区，其区域并入大市。", []),
    ],
)
def test_how_a_division_came_about_is_told(name: str, sentence: str, former: list[str]) -> None:
    """Renamed, merged, joined to another, set up from parts: in one sentence; what goes on is no former name."""
    assert lineage(name) == ([sentence], former)


def test_one_that_fell_out_has_a_page_that_says_so(built: Path) -> None:
    """不再列入, the day and the notice; no plan, project or money; the round's page leads to it."""
    text = said(built / "awards/2014-lianghua-22/index.html")

    assert "公示后不再列入" in text
    assert "（2014年8月28日）" in text
    assert "不再列入" in rows(built / "counties/330212/index.html", "awards")[0]
    for gone in ("项目情况表", "支持资金", "实施期限"):
        assert gone not in text
    assert parsed(built / "programmes/2014-lianghua/index.html").xpath("//a[contains(@href, '2014-lianghua-22')]")


def test_the_leading_group_stands_with_the_award(built: Path) -> None:
    """Where there is one; a proposed area has none."""
    assert "领导小组2014年9月18日成立" in said(built / "awards/2014-lianghua-01/index.html")
    assert "领导小组" not in said(built / "awards/2016-ruanjian-01/index.html")


def test_how_to_apply_has_all_that_a_county_needs(built: Path) -> None:
    """Who, by when, conditions with clauses, materials, form, steps, whom to ask."""
    page = built / "programmes/2014-lianghua/apply/index.html"
    headings = [heading.text_content() for heading in parsed(page).xpath("//h2")]

    assert headings == ["空白申报表", "申报主体和时间", "申报条件与建设任务", "申报材料", "如何报送", "联系方式"]
    assert rows(page, "materials") == [["实施方案及项目情况表", "A4纸装订，一式五份，附电子文档", "第三条第（二）项"]]
    assert parsed(page).xpath("//a[@href='tel:0571-87050000']")
    assert parsed(page).xpath("//a[contains(@href, 'notices/2014-lianghua/call/')]")


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_blank_form_goes_with_a_public_call(built: Path, tmp_path: Path, kind: str) -> None:
    """Byte by byte beside the round's pages, offered there; no form where the call is not public."""
    form = notice_files(site(), tmp_path)["2014-lianghua/call"].form
    offered = built / f"programmes/2014-lianghua/application-form.{kind}"

    assert form is not None
    assert offered.read_bytes() == (form.docx if kind == "docx" else form.xlsx).read_bytes()
    for place in ("programmes/2014-lianghua", "programmes/2014-lianghua/apply"):
        assert parsed(built / place / "index.html").xpath(f"//a[contains(@href, 'application-form.{kind}')]")
    assert not (built / f"programmes/2016-ruanjian/application-form.{kind}").exists()


def opened() -> PublicSite:
    """A site whose one round takes applications until 10 April 2016."""
    timeline = (PublicEvent("申报", "2016-03-01", "2016-04-10", "末日为申报截止日期", "current", step="application"),)
    call = notice("2017-lianghua", "call", issued_on="2016-03-01")
    round_ = programme(
        id="2017-lianghua", year=2017, stage="open", stage_until="2016-04-10", timeline=timeline, notices=(call,)
    )
    return site(programmes=(round_,))


def test_what_is_open_comes_first(tmp_path: Path) -> None:
    """An open round stands first on the home page and under how to apply, its days in words and as data."""
    public = opened()
    files = notice_files(public, tmp_path)
    build_site(public, files, [PROGRAM / "templates"], PROGRAM / "mkdocs.yml", tmp_path / "site")
    page = parsed(tmp_path / "site/apply/index.html")
    badge = page.xpath("//section[@aria-labelledby='open']//*[@data-last]")[0]

    assert (badge.text, badge.get("data-last"), badge.get("data-after")) == ("申报中", "2016-04-10", "申报已截止")
    assert "2016年3月1日至2016年4月10日" in said(tmp_path / "site/apply/index.html")
    assert parsed(tmp_path / "site/index.html").xpath(
        "//section[@aria-labelledby='open']//a[contains(@href, 'apply/')]"
    )
    assert "申报截止日期：2016年4月10日" in said(tmp_path / "site/programmes/2017-lianghua/apply/index.html")
    assert "本轮申报已经结束" not in said(tmp_path / "site/programmes/2017-lianghua/apply/index.html")


def test_a_county_and_a_city_without_awards_say_so(tmp_path: Path) -> None:
    """In words, without an empty table."""
    public = opened()
    files = notice_files(public, tmp_path)
    build_site(public, files, [PROGRAM / "templates"], PROGRAM / "mkdocs.yml", tmp_path / "site")

    assert "鄞州区目前没有拟列入、已列入或者试点培育的记录" in said(tmp_path / "site/counties/330212/index.html")
    assert "杭州市目前没有拟列入、已列入或者试点培育的记录" in said(tmp_path / "site/cities/330100/index.html")
    assert parsed(tmp_path / "site/cities/330100/index.html").xpath("count(//table)") == 1


def test_the_list_of_counties_tells_who_comes_and_goes_and_counts_former_names(tmp_path: Path) -> None:
    """One that is still to come on the site's day says since when; what was given under a former name counts too."""
    places = tuple(replace(c, valid_from="2017-04") if c.name == "越城区" else c for c in site().counties)
    public = site(counties=places)
    catalogue = catalogue_of(public, notice_files(public, tmp_path))
    (hub, *_) = county_pages(catalogue)
    lines: Any = hub.facts["cities"]
    told = {line.county.name: (line.awarded, line.about, line.lasting) for group in lines.values() for line in group}

    assert told["越城区"][2] == "自2017年4月"
    assert told["富阳市"][2] == "至2014年12月"
    assert told["富阳区"] == (1, "含原富阳市1", "")
    assert told["余杭区"] == (1, "", "")
