"""The built site: its pages, its links, and that it asks no other host for anything."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html
from public_factory import CANCELLED, decided_programme, site
from public_pieces import counties

ADDRESS = site().url
NAMES = ("http://www.w3.org/", "https://schema.org")


def parsed(path: Path) -> Any:
    """A page as a tree; `Any` because what an XPath gives has no one type."""
    return html.fromstring(path.read_bytes())


def pages(folder: Path) -> dict[str, Any]:
    """Every page by its address."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        place = path.relative_to(folder).as_posix().removesuffix("index.html")
        found[urljoin(ADDRESS, place)] = parsed(path)
    return found


def links(page: Any) -> list[str]:
    """Every link, source and form target of a page, save those to write a letter."""
    values = page.xpath("//@href | //@src | //@action | //@data-index | //@data-root")
    return [str(value) for value in values if not str(value).startswith(("mailto:", "tel:"))]


def test_no_link_is_dead(built: Path) -> None:
    """Every internal link leads to a file, and every fragment to an element of that page."""
    found = pages(built)
    root = urlsplit(ADDRESS).path
    dead = []
    for here, page in found.items():
        for link in links(page):
            target = urlsplit(urljoin(here, link))
            path = built / unquote(target.path).removeprefix(root)
            there = found.get(target._replace(query="", fragment="").geturl())
            anchors = [] if there is None else there.xpath("//@id")
            file = path / "index.html" if path.is_dir() else path
            page_of_pdf = file.suffix == ".pdf" and re.fullmatch(r"page=[1-9]\d*", target.fragment)
            if not file.is_file() or (target.fragment and not page_of_pdf and unquote(target.fragment) not in anchors):
                dead.append((here, link))

    assert dead == []


def test_no_file_names_a_foreign_host(built: Path) -> None:
    """Comments apart, pages, styles and scripts hold no address but the site's own and names of vocabularies."""
    foreign = []
    for path in built.rglob("*"):
        if path.suffix in {".html", ".css", ".js"}:
            text = re.sub(r"/\*.*?\*/|(?:<|\\3c )!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            urls = re.findall(r"(?:https?:|[\"'(=])//[\w.-]+[^\s\"'<>)]*", text)
            foreign += [(path.name, url) for url in urls if not url.startswith((ADDRESS, *NAMES))]

    assert foreign == []


def test_no_page_carries_an_inline_script(built: Path) -> None:
    """All scripts are files, so that a strict policy can be set; a block of data is none."""
    inline = "//script[not(@src or @type='application/ld+json')] | //*[@onclick]"
    assert [place for place, page in pages(built).items() if page.xpath(inline)] == []


def test_every_award_county_notice_and_programme_has_a_page(built: Path) -> None:
    """A page exists for each, and a DOCX and a PDF for each notice."""
    public = site()
    wanted = [f"counties/{county.id}/index.html" for county in public.counties]
    for programme in public.programmes:
        wanted.append(f"programmes/{programme.id}/index.html")
        wanted += [f"awards/{award.id}/index.html" for award in (*programme.awards, *programme.pilots)]
        for notice in programme.notices:
            wanted += [f"notices/{notice.key}{end}" for end in ("/index.html", ".docx", ".pdf")]

    assert [path for path in wanted if not (built / path).is_file()] == []


def test_every_page_has_one_heading_and_a_title_of_its_own(built: Path) -> None:
    """One h1 a page; titles end with the site's name and differ; ids do not repeat."""
    found = pages(built)
    titles = [page.findtext(".//title") or "" for page in found.values()]

    assert all(len(page.xpath("//h1")) == 1 for page in found.values())
    assert all(title.endswith(site().name) for title in titles)
    assert len(set(titles)) == len(titles)
    for page in found.values():
        ids = page.xpath("//@id")
        assert len(set(ids)) == len(ids)


def test_every_page_of_a_sample_says_so(built: Path) -> None:
    """The banner stands on each page, the one for lost visitors included."""
    assert all(page.xpath("//aside//strong[text()='样例']") for page in pages(built).values())


def test_tables_can_be_scrolled_and_read_aloud(built: Path) -> None:
    """Each table stands in a labelled region that takes focus, and each head has a scope."""
    for page in pages(built).values():
        regions = page.xpath("//table/parent::div[@role='region' and @tabindex='0' and @aria-label]")
        assert len(regions) == len(page.xpath("//table"))
        assert page.xpath("//table//th[not(@scope)]") == []


def test_the_home_page_sorts_rounds_by_stage(built: Path) -> None:
    """An empty list says so; the others hold their rounds, with counts."""
    page = parsed(built / "index.html")
    words = {
        name: " ".join(page.xpath(f"//section[@aria-labelledby='{name}']")[0].text_content().split())
        for name in ("open", "publicity", "decided")
    }

    assert "目前没有正在受理申报的项目" in words["open"]
    assert "拟列入8个" in words["publicity"]
    assert "2016年3月24日" in words["publicity"]
    assert "已列入10个" in words["decided"]
    assert "已取消1个" in words["decided"]


def test_a_round_shows_its_figures(built: Path) -> None:
    """Quotas, targets, amounts and totals by payer stand on the round's page, conditions on how to apply."""
    text = parsed(built / "programmes/2016-ruanjian/index.html").text_content()

    for figure in (
        "示范基地4个，特色基地5个，创业基地5个",
        "1000",
        "600",
        "300",
        "36",
        "不少于7天",
        "宁波市财政",
    ):
        assert figure in text
    assert "每个县（市、区）限报一项" in text
    assert "前15位" in parsed(built / "programmes/2016-ruanjian/apply/index.html").text_content()


def test_the_site_map_names_every_page_and_no_day_of_building(built: Path) -> None:
    """Addresses are those of the pages; dates are those of the records, of the site's day for what tells it."""
    tree: Any = etree.fromstring((built / "sitemap.xml").read_bytes())
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    named = {str(value) for value in tree.xpath("//s:loc/text()", namespaces=spaces)}
    days = {str(value) for value in tree.xpath("//s:lastmod/text()", namespaces=spaces)}

    assert named == set(pages(built)) - {urljoin(ADDRESS, "404.html")}
    assert max(days) == site().today
    assert not (built / "sitemap.xml.gz").exists()


def test_a_cancelled_title_is_told_in_words(built: Path) -> None:
    """On the round's, the award's and the county's page: 已取消, and a link to its notice.

    Its title or plan is struck through; the county is not: it still exists.
    """
    award = decided_programme(counties()).awards[CANCELLED - 1]
    pages = ("programmes/2014-lianghua", f"awards/{award.id}", f"counties/{award.division}")

    for place in pages:
        page = parsed(built / place / "index.html")
        struck = [" ".join(each.text_content().split()) for each in page.xpath("//s")]
        assert struck == [f"2014年{award.category_name}" if place == pages[1] else award.plan_title]
        assert "已取消" in page.xpath("//*[contains(@class, 'badge--revoked')]/text()")
    heading = parsed(built / pages[1] / "index.html").xpath("string(//h1)")
    assert heading == f"{award.city}{award.county} 2014年{award.category_name}（已取消）"
    for place in pages[:2]:
        assert parsed(built / place / "index.html").xpath("//a[contains(@href, 'notices/2014-lianghua/revocation/')]")


def test_a_title_that_stands_is_not_struck_through(built: Path) -> None:
    """Only the cancelled one is."""
    page = parsed(built / "awards/2014-lianghua-01/index.html")

    assert page.xpath("//s | //*[contains(@class, 'badge--revoked')]") == []


def test_a_round_shows_its_windows_and_objections_as_figures(built: Path) -> None:
    """Days of each window, counts by outcome, conclusions, and who stepped in for whom."""
    text = "".join(parsed(built / "programmes/2014-lianghua/index.html").text_content().split())

    for words in (
        "2014年8月18日2014年8月24日11",
        "公示期间收到异议3件：成立1件，不成立1件，不予受理1件。",
        "反映的情况属实，异议成立。",
        "递补公示期间未收到异议。",
        "宁波市鄞州区原为综合性示范区域拟列入地区，公示后不再列入（2014年8月28日公开），由杭州市余杭区递补。",
    ):
        assert words in text


def test_a_round_shows_reports_grades_and_money_paid(built: Path) -> None:
    """Each winner's reports by month in words, its grade, and the sum that was paid."""
    page = parsed(built / "programmes/2014-lianghua/index.html")
    heads = {
        "".join(table.xpath("./caption")[0].text_content().split()): " ".join(table.text_content().split())
        for table in page.xpath("//table")
    }

    assert "未报送" in heads["进展报告"]
    assert "优秀（继续支持）" in heads["绩效评价、奖励和授牌"]
    assert heads["已下达资金"].endswith("合计5500——")
