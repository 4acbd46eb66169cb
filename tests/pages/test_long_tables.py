"""Long tables in a real browser: searched, sorted, printed; whole without scripts."""

import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from chromium import complaints, resize, served
from public_factory import site
from public_pieces import award, category, counties, notice, notice_files, programme
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from gongshi.pages.build.site import build_site

PROGRAM = Path(__file__).resolve().parents[2]
ROWS = 120
FIRST = 100
TABLE = "#table-list-general"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a round's page with a hundred and twenty winners, a fifth of which no payer is known."""
    folder = tmp_path_factory.mktemp("long")
    places = list(counties().values())
    kind = category(amount=10_000_000)
    winners = tuple(
        award(
            "2014-lianghua",
            number,
            places[number % len(places)],
            kind,
            amount=number * 10_000,
            payer="" if number % 5 == 0 else "省财政",
            projects=(),
            notices=(),
        )
        for number in range(1, ROWS + 1)
    )
    call = notice("2014-lianghua", "call")
    made_known = replace(call, key="2014-lianghua/award", id="award", kind="award", kind_name="公布")
    round_ = programme(categories=(kind,), awards=winners, stage="decided", notices=(call, made_known))
    public = site(programmes=(round_,))
    build_site(public, notice_files(public, folder), [PROGRAM / "templates"], PROGRAM / "mkdocs.yml", folder / "site")
    with served(folder) as root:
        yield f"{root}site/programmes/2014-lianghua/"


def column(browser: Chrome, place: int) -> list[str]:
    """What the rows in view show in a column."""
    script = (
        "return Array.from(document.querySelectorAll(arguments[0] + ' tbody tr:not([hidden], .beyond)'),"
        " row => row.cells[arguments[1]].textContent.trim())"
    )
    return [str(text) for text in browser.execute_script(script, TABLE, place)]


def show_all(browser: Chrome) -> None:
    """Press the button below the table."""
    browser.find_element(By.CSS_SELECTOR, ".table-whole").click()


def press(browser: Chrome, place: int) -> str | None:
    """Press the button at the head of a column; how the column then says it is sorted."""
    head = browser.find_elements(By.CSS_SELECTOR, f"{TABLE} thead th")[place]
    browser.execute_script("arguments[0].querySelector('button').click()", head)
    return head.get_attribute("aria-sort")


def test_a_search_shows_the_rows_that_match_and_a_true_count(browser: Chrome, page: str) -> None:
    """Every word must stand in the row; what is shown is told; markup is only text; the whole comes back."""
    browser.get(page)
    field = browser.find_element(By.CSS_SELECTOR, ".table-search input")
    told = browser.find_element(By.CSS_SELECTOR, ".table-search output")
    wanted = [number for number in range(1, ROWS + 1) if number % 18 == 1]

    field.send_keys("滨江区 已列入")
    assert [int(text) for text in column(browser, 0)] == wanted
    assert told.text == f"显示{len(wanted)}行，共{ROWS}行"
    assert f"下载全部{ROWS}行" in browser.find_element(By.CSS_SELECTOR, ".table--long .table-files").text
    field.clear()
    field.send_keys("<b>")
    assert column(browser, 0) == []
    assert told.text == f"显示0行，共{ROWS}行"
    field.clear()
    field.send_keys(" ")
    assert len(column(browser, 0)) == FIRST
    assert told.text == f"共{ROWS}行"


def test_a_very_long_table_shows_its_first_rows_until_all_are_wanted(browser: Chrome, page: str) -> None:
    """A hundred rows and a button that tells how many there are; sorting shows the first hundred of the new order."""
    browser.get(page)
    button = browser.find_element(By.CSS_SELECTOR, ".table-whole")

    assert button.text == f"显示全部{ROWS}行"
    assert len(column(browser, 0)) == FIRST
    press(browser, 4)
    press(browser, 4)
    assert column(browser, 4) == [str(number) for number in range(ROWS, ROWS - FIRST, -1)]
    show_all(browser)
    assert len(column(browser, 0)) == ROWS
    assert not button.is_displayed()


def test_a_phone_shows_state_and_money_of_a_row_without_moving(browser: Chrome, page: str) -> None:
    """Rows are blocks there: every cell is within the screen."""
    resize(browser, 390)
    browser.get(page)
    script = (
        "return Math.max(...Array.from(document.querySelectorAll(arguments[0] + ' tbody td'),"
        " cell => cell.getBoundingClientRect().right))"
    )

    assert browser.execute_script(script, TABLE) <= 390
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390


def test_columns_sort_by_value_by_sound_and_back(browser: Chrome, page: str) -> None:
    """Numbers go by value, words by their sound, dashes last either way; a third press brings the list's order."""
    browser.get(page)
    show_all(browser)
    order = [str(number) for number in range(1, ROWS + 1)]

    assert press(browser, 4) == "ascending"
    assert column(browser, 4) == order
    assert press(browser, 4) == "descending"
    assert column(browser, 4) == order[::-1]
    assert press(browser, 1) == "ascending"
    assert list(dict.fromkeys(column(browser, 1))) == [
        "杭州市", "湖州市", "嘉兴市", "金华市", "宁波市", "绍兴市", "台州市", "温州市",
    ]  # fmt: skip
    assert browser.find_elements(By.CSS_SELECTOR, f"{TABLE} [aria-sort]") == browser.find_elements(
        By.CSS_SELECTOR, f"{TABLE} thead th:nth-child(2)"
    )
    press(browser, 5)
    assert column(browser, 5)[-ROWS // 5 :] == ["—"] * (ROWS // 5)
    press(browser, 5)
    assert column(browser, 5)[-ROWS // 5 :] == ["—"] * (ROWS // 5)
    assert press(browser, 5) is None
    assert column(browser, 0) == order


def test_a_short_table_and_a_page_without_scripts_stay_as_they_are(browser: Chrome, page: str) -> None:
    """A table of a few rows gets no search; without scripts the long one has every row and no dead control."""
    browser.get(page)
    assert len(browser.find_elements(By.CSS_SELECTOR, ".table-search")) == 1
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(page)
    rows = browser.find_elements(By.CSS_SELECTOR, f"{TABLE} tbody tr")
    controls = browser.find_elements(By.CSS_SELECTOR, ".table-search, .sort")

    assert len(rows) == ROWS
    assert controls == []
    assert complaints(browser) == []


def test_a_list_prints_on_a4_with_its_heads_on_every_sheet(browser: Chrome, page: str) -> None:
    """Black on white in dark mode too; heads, address and day on each sheet; no row twice, none cut, no navigation."""
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    )
    browser.get(page)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    with pymupdf.open(stream=base64.b64decode(printed["data"])) as paper:  # type: ignore[no-untyped-call]
        sheets = [sheet.get_text().replace("\n", "") for sheet in paper]
        corners = [sheet.get_pixmap(dpi=20).pixel(3, 3) for sheet in paper]
        size = [round(value / 72 * 25.4) for value in (paper[0].rect.width, paper[0].rect.height)]
    listed = [text for text in sheets if "建设实施方案" in text]

    assert size == [210, 297]
    assert set(corners) == {(255, 255, 255)}
    assert len(listed) > 1
    assert all("方案名称" in text and "支持资金（万元）" in text for text in listed)
    assert "".join(sheets).count("建设实施方案（2014—2016年）") == ROWS
    assert all("/programmes/2014-lianghua/" in text and "数据截至2016年3月20日" in text for text in sheets)
    assert not any(word in text for text in sheets for word in ("查询", "在本表中查找", "CSV", "本页目录"))
