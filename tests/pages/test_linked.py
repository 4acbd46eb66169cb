"""Linked data: on every page, as the page shows it, never markup; the catalogue of data sets."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html
from public_factory import CANCELLED, decided_programme, site
from public_pieces import award, category, counties, notice_files, programme

from gongshi.pages.build.all_pages import pages_of
from gongshi.pages.catalogue.catalogue import catalogue_of
from gongshi.pages.data.files import data_files
from gongshi.pages.data.linked import linked_award, linked_document, linked_notice
from gongshi.pages.values.page import Page

ADDRESS = site().url


def parsed(path: Path) -> Any:
    """A page as a tree; `Any` because what an XPath gives has no one type."""
    return html.fromstring(path.read_bytes())


def things(page: Any) -> list[dict[str, Any]]:
    """The objects of a page's one block of linked data."""
    (block,) = page.xpath("//script[@type='application/ld+json']/text()")
    document = json.loads(block)
    assert document["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = document["@graph"]
    return found


def of_type(page: Any, kind: str) -> dict[str, Any]:
    """The page's one object of that type."""
    (thing,) = [thing for thing in things(page) if thing["@type"] == kind]
    return thing


def text_of(page: Any) -> str:
    """All a page shows, without white space."""
    return "".join(page.xpath("//main")[0].text_content().split())


def addresses(value: Any) -> set[str]:
    """Every address of the site in linked data, without fragments and templates."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return {address for each in value for address in addresses(each)}
    own = isinstance(value, str) and value.startswith(ADDRESS) and "{" not in value
    return {value.partition("#")[0]} if own else set()


def test_every_page_carries_one_block_whose_addresses_exist(built: Path) -> None:
    """It parses, and each address of the site in it is a page or a file."""
    missing = set()
    for path in built.rglob("index.html"):
        for address in addresses(things(parsed(path))):
            target = built / urlsplit(address).path.removeprefix(urlsplit(ADDRESS).path)
            if not (target / "index.html" if address.endswith("/") else target).is_file():
                missing.add(address)

    assert missing == set()


def test_the_way_back_is_the_one_shown(built: Path) -> None:
    """Names and addresses of the steps in order, then the page itself; the home page has none."""
    path = "awards/2014-lianghua-01/"
    page = parsed(built / path / "index.html")
    items = of_type(page, "BreadcrumbList")["itemListElement"]
    shown = [
        (a.text_content(), urljoin(ADDRESS + path, a.get("href"))) for a in page.xpath("//nav[@class='crumbs']//a")
    ]

    assert [(item["name"], item["item"]) for item in items[:-1]] == shown
    assert items[-1]["item"] == ADDRESS + path
    assert [item["position"] for item in items] == [1, 2, 3, 4]
    assert {thing["@type"] for thing in things(parsed(built / "index.html"))} == {"WebSite", "GovernmentOrganization"}


@pytest.mark.parametrize("number", [1, 2, 11])
def test_an_award_without_a_stated_amount_is_a_grant(built: Path, number: int) -> None:
    """Its plan, its funder and its county are what the page shows."""
    page = parsed(built / f"awards/2014-lianghua-{number:02d}/index.html")
    grant = of_type(page, "Grant")
    area = grant["fundedItem"]["areaServed"]

    assert "amount" not in grant
    assert grant["name"] in text_of(page)
    assert area["containedInPlace"]["name"] + area["name"] in text_of(page)
    assert [organ["name"] for organ in grant["sponsor"]] == list(site().programmes[0].organs)


def test_an_award_with_an_amount_is_a_monetary_grant() -> None:
    """In 元, by the payer that the list names."""
    kind = category(amount=10_000_000)
    winner = award("2014-lianghua", 1, counties()["北仑区"], kind, payer="宁波市财政")
    (grant,) = linked_award(site(), programme(), winner)

    (unfunded,) = linked_award(site(), programme(), replace(winner, funded=False, amount=None, payer=""))

    assert unfunded["@type"] == "WebPage"
    assert grant["@type"] == "MonetaryGrant"
    assert grant["amount"] == {"@type": "MonetaryAmount", "currency": "CNY", "value": 10_000_000}
    assert grant["funder"] == {"@type": "GovernmentOrganization", "name": "宁波市财政"}


def test_what_is_proposed_or_taken_away_is_no_grant(built: Path) -> None:
    """A proposal and a cancelled title are pages about a county, with their state in words."""
    cancelled = decided_programme(counties()).awards[CANCELLED - 1]
    for place, status in ((f"awards/{cancelled.id}", "已取消"), ("awards/2016-ruanjian-01", "拟列入")):
        page = of_type(parsed(built / place / "index.html"), "WebPage")
        assert page["description"].endswith(status)
        assert page["about"]["@type"] == "AdministrativeArea"


def test_a_notice_is_a_document_with_its_number(built: Path) -> None:
    """Title, number, organs and files are those of the page; its state is told."""
    page = parsed(built / "notices/2014-lianghua/award/index.html")
    document = of_type(page, "DigitalDocument")
    first = site().programmes[0].notices[0]
    (withdrawn,) = linked_notice(site(), replace(first, withdrawn_by=first.key))

    assert document["name"] == page.xpath("//h1")[0].text_content().strip()
    assert document["identifier"] in text_of(page)
    assert document["datePublished"] == "2014-09-10"
    assert all(organ["name"] in text_of(page) for organ in document["author"])
    assert [item["contentUrl"].rpartition(".")[2] for item in document["encoding"]] == ["pdf", "docx"]
    assert withdrawn["creativeWorkStatus"] == "已撤回"


def test_a_county_is_an_area_with_its_former_name(built: Path) -> None:
    """A new name leads back to the old one."""
    area = of_type(parsed(built / "counties/330111/index.html"), "AdministrativeArea")

    assert (area["name"], area["identifier"], area["alternateName"]) == ("富阳区", "330111", ["富阳市"])


def test_a_round_is_a_service_of_its_organs(built: Path) -> None:
    """Who offers it and who may apply."""
    service = of_type(parsed(built / "programmes/2014-lianghua/index.html"), "GovernmentService")

    assert service["audience"]["audienceType"] == "县（市、区）人民政府"
    assert len(service["provider"]) == 2


def test_the_data_page_is_a_catalogue_whose_files_exist(built: Path) -> None:
    """Each data set with name, licence and files; the DCAT catalogue names the same files."""
    catalog = of_type(parsed(built / "data/index.html"), "DataCatalog")
    files = {item["contentUrl"] for each in catalog["dataset"] for item in each["distribution"]}
    dcat = json.loads((built / "data/catalog.jsonld").read_bytes())
    told = {item["dcat:downloadURL"]["@id"] for each in dcat["dcat:dataset"] for item in each["dcat:distribution"]}

    assert files == told
    assert all((built / file.removeprefix(ADDRESS)).is_file() for file in files)
    assert all(each["license"] == f"{ADDRESS}about/#reuse" and each["description"] for each in catalog["dataset"])


def test_the_dcat_catalogue_says_what_dcat_asks(built: Path) -> None:
    """Title, description, publisher, language and licence of the catalogue and each data set; a type for each file."""
    dcat = json.loads((built / "data/catalog.jsonld").read_bytes())
    wanted = {"dct:title", "dct:description", "dct:publisher", "dct:language", "dct:license", "dct:modified"}
    distributions = [item for each in dcat["dcat:dataset"] for item in each["dcat:distribution"]]
    prefixes = {key.partition(":")[0] for each in (dcat, *dcat["dcat:dataset"], *distributions) for key in each}

    assert dcat["@type"] == "dcat:Catalog"
    assert all(wanted <= set(each) for each in (dcat, *dcat["dcat:dataset"]))
    assert all(item["dcat:mediaType"]["@id"].startswith("https://www.iana.org/") for item in distributions)
    assert prefixes - set(dcat["@context"]) == {"@context", "@id", "@type"}
    ids = [each["@id"] for each in (dcat, *dcat["dcat:dataset"], *distributions)]
    assert len(set(ids)) == len(ids)


def test_no_value_ends_the_block() -> None:
    """Markup in a value cannot close the element, and reads back as it was."""
    text = "</script><!-- <script> & ]]>"
    page = Page("x/", "x.html", text, "", linked=({"@type": "Thing", "name": text},))
    block = linked_document(page, site(), [(text, "../")])

    assert not set("<>&") & set(block)
    assert [thing.get("name") for thing in json.loads(block)["@graph"]] == [text, None]


def test_linked_data_of_a_sample_says_so(tmp_path: Path) -> None:
    """Every object carries the mark; without the setting none does."""
    public = site()
    files = notice_files(public, tmp_path)
    for sample in (True, False):
        of_site = replace(public, sample=sample)
        for page in pages_of(catalogue_of(of_site, files), data_files(of_site)):
            graph = json.loads(linked_document(page, of_site, ()))["@graph"]
            assert all(("disambiguatingDescription" in thing) is sample for thing in graph)


def test_pages_can_be_shared(built: Path) -> None:
    """Title, description, address and language for whoever shows a link to the page."""
    page = parsed(built / "counties/330110/index.html")
    shared = {
        str(m.get("property")): str(m.get("content")) for m in page.xpath("//meta[starts-with(@property, 'og:')]")
    }

    assert shared == {
        "og:title": "杭州市余杭区",
        "og:description": "杭州市余杭区历年列入情况。",
        "og:type": "article",
        "og:url": f"{ADDRESS}counties/330110/",
        "og:site_name": site().name,
        "og:locale": "zh_CN",
    }
    assert parsed(built / "index.html").xpath("//meta[@property='og:type']/@content") == ["website"]


def test_robots_are_shown_the_site_map(built: Path) -> None:
    """By its whole address."""
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (built / "robots.txt").read_text(encoding="utf-8").splitlines()
