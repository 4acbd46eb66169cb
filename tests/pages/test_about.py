"""What the site says of itself: the disclosure rules by year, how to report a mistake, how accessible it is."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from public_factory import decided_programme, site
from public_pieces import counties
from selenium.webdriver import Chrome

from gongshi.pages.tables.disclosure import duties_table, rounds_table
from gongshi.public.round import PublicProgramme


def dated(*days: str) -> PublicProgramme:
    """A round with a notice of each of these days."""
    programme = decided_programme(counties())
    notices = tuple(replace(notice, issued_on=day) for notice, day in zip(programme.notices, days, strict=False))
    return replace(programme, notices=notices)


def page(built: Path, place: str) -> Any:
    """A page as a tree; `Any` because what an XPath gives has no one type."""
    return html.fromstring((built / place / "index.html").read_bytes())


@pytest.mark.parametrize(
    ("days", "texts"),
    [
        (["2008-04-30"], []),
        (["2008-05-01"], ["第492号"]),
        (["2019-05-14"], ["第492号"]),
        (["2019-05-15"], ["第711号"]),
        (["2019-05-14", "2019-05-15"], ["第492号", "第711号"]),
    ],
)
def test_notices_fall_under_the_text_of_their_day(days: list[str], texts: list[str]) -> None:
    """The text of 2007 holds from 2008-05-01 to 2019-05-14, that of 2019 from the day after; only these are cited."""
    programmes = [dated(*days)]
    told = [re.findall(r"第\d+号", row[1].text)[0] for row in rounds_table(programmes).rows]
    heads = [column.title for column in duties_table(programmes).columns[1:]]

    assert told == texts
    assert [number for number in ("第492号", "第711号") if any(number in head for head in heads)] == texts


def test_the_lead_organ_alone_discloses_under_the_later_text() -> None:
    """What several organs made, all of them disclose under the text of 2007, the first of them under that of 2019."""
    programme = decided_programme(counties())
    under = [rounds_table([dated(day)]).rows[0][2].text for day in ("2014-06-10", "2020-06-10")]

    assert under == ["、".join(programme.organs), programme.lead_organ]
    assert len(programme.organs) > 1


def test_the_site_cites_the_rules_of_its_years(built: Path) -> None:
    """A site of 2014 and 2016 lists the articles of 2007 alone."""
    text = page(built, "about").text_content()

    assert all(article in text for article in ("第十八条", "第二十五条", "20个工作日"))
    assert "第四十一条" not in text


def test_every_page_leads_to_how_to_report_a_mistake_on_it(built: Path) -> None:
    """The foot of every page links to the accessibility statement and, with the page's address, to the report."""
    for path in built.rglob("index.html"):
        place = "" if path.parent == built else f"{path.parent.relative_to(built).as_posix()}/"
        foot = [str(link) for link in page(built, place).xpath("//footer//a/@href")]
        wanted = f"?page={place}#mistakes" if place else "about/#mistakes"
        assert any(link.endswith(wanted) for link in foot), place
        assert any(link.endswith("accessibility/") or link == "./" for link in foot), place


def test_a_report_says_whom_to_tell_and_what(built: Path) -> None:
    """The report names office, telephone and address of every round's contacts, and what to state."""
    section = page(built, "about").xpath("//section[@aria-labelledby='mistakes']")[0].text_content()
    for programme in site().programmes:
        for contact in programme.contacts:
            assert contact.office in section
            assert contact.telephone in section
    assert site().programmes[-1].objections.address in section
    assert "网页地址" in section
    assert "联系方式，以便告知处理结果" in section


def test_the_accessibility_statement_is_whole(built: Path) -> None:
    """It claims a level, tells the checks, the limits and whom to ask."""
    statement = page(built, "accessibility")

    assert [heading.text_content() for heading in statement.xpath("//h2")] == [
        "符合的标准",
        "怎样检查",
        "已知的不足",
        "求助和意见",
    ]
    assert "2.2 的 AA 级" in statement.text_content()
    assert statement.xpath("//table[@id='table-contacts']")


@pytest.mark.browser
def test_the_report_names_the_page_that_the_reader_came_from(browser: Chrome, address: str) -> None:
    """The link at the foot of a page leads to the report with that page's address; a strange one is not shown."""
    programme = f"{address}programmes/{site().programmes[0].id}/"
    shown = "const place = document.getElementById('mistaken-page'); return place.hidden ? '' : place.textContent"
    browser.get(programme)
    browser.get(browser.find_element("css selector", "footer a[href$='#mistakes']").get_attribute("href") or "")

    assert browser.execute_script(shown) == f"：{programme}"
    browser.get(f"{address}about/?page=javascript:alert(1)#mistakes")
    assert browser.execute_script(shown) == ""
