"""Tables of the built site: the page, CSV, XLSX and JSON show the same cells."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from public_factory import site
from public_pieces import award, category, counties, notice_files, programme, project

from gongshi.pages.build.all_pages import pages_of
from gongshi.pages.build.bodies import body_of, environment
from gongshi.pages.catalogue.catalogue import catalogue_of
from gongshi.pages.data.files import data_files
from gongshi.pages.sheets.formats import TABLE_FORMATS
from gongshi.pages.sheets.text_files import csv_bytes, json_bytes
from gongshi.pages.sheets.workbook import xlsx_bytes
from gongshi.pages.tables.files import sheet_of_table
from gongshi.pages.tables.supervision import followed_table
from gongshi.pages.values.table import Cell, Column, Table, align_decimals, count_cell, money_cell

PROGRAM = Path(__file__).resolve().parents[2]
NUMBER = re.compile(r"-?[0-9]+([.][0-9]+)?")
SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def parsed(page: str | bytes) -> Any:
    """A page as a tree; `Any` because what an XPath gives has no one type."""
    return html.fromstring(page)


def squeezed(element: Any) -> str:
    """The words of an element on one line."""
    return " ".join(element.text_content().split())


def shown(table: Any) -> list[list[str]]:
    """The cells of a table of a page, row by row; only the label of a row of sums takes the place of empty ones."""
    assert table.xpath(".//*[@rowspan] | .//thead//*[@colspan] | .//tbody//*[@colspan]") == []
    assert table.xpath(".//tfoot//td[@colspan] | .//tfoot//*[@colspan][preceding-sibling::*]") == []
    empty = [["—"] * (int(row.xpath("string(./th/@colspan)") or 1) - 1) for row in table.xpath(".//tr")]
    cells = [[squeezed(cell) for cell in row.xpath("./th | ./td")] for row in table.xpath(".//tr")]
    return [before + row for before, row in zip(empty, cells, strict=True)]


def offered(built: Path) -> Iterator[tuple[Path, Any, dict[str, Path]]]:
    """Each table that a page offers as files: the page, the table, its files by kind."""
    for path in sorted(built.rglob("index.html")):
        for line in parsed(path.read_bytes()).xpath("//p[@class='table-files']"):
            table = line.xpath("./preceding::table[1]")[0]
            files = {link.text_content(): (path.parent / link.get("href")).resolve() for link in line.xpath("./a")}
            yield path, table, files


def sheet_cells(path: Path) -> list[list[str]]:
    """The cells of a workbook's sheet as it stores them: text by its words, numbers as they are written."""
    with zipfile.ZipFile(path) as book:
        texts: Any = etree.fromstring(book.read("xl/sharedStrings.xml"))
        words = ["".join(item.xpath(".//s:t/text()", namespaces=SHEET)) for item in texts]
        sheet: Any = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.xpath("//s:row", namespaces=SHEET):
        values = [(cell.get("t"), cell.findtext("s:v", namespaces=SHEET)) for cell in row]
        rows.append([words[int(value)] if kind == "s" else value or "" for kind, value in values])
    return rows


def alike(word: str, stored: object) -> bool:
    """Whether a file's cell is the page's: the same words, or the same number."""
    if word == str(stored):
        return True
    return all(NUMBER.fullmatch(text) for text in (word, str(stored))) and Decimal(word) == Decimal(str(stored))


def test_every_table_of_every_page_is_offered(built: Path) -> None:
    """Each table with heads and rows has a line of files below it, and no file stands there for nothing."""
    tables = sum(len(parsed(path.read_bytes()).xpath("//table")) for path in built.rglob("index.html"))
    found = list(offered(built))
    named = {file for _, _, files in found for file in files.values()}

    assert len(found) == tables
    assert all(set(files) == {form.name for form in TABLE_FORMATS} for _, _, files in found)
    assert {file for file in named if not file.is_file()} == set()
    forms = set(built.glob("programmes/*/application-form.xlsx"))
    written = {path.resolve() for path in set(built.rglob("*.xlsx")) - forms if path.parent != built / "data"}
    assert written <= named


def test_every_file_equals_the_table_of_its_page(built: Path) -> None:
    """CSV, XLSX and JSON hold what the page shows, cell by cell, heads and sums included."""
    count = 0
    for path, table, files in offered(built):
        cells = shown(table)
        raw = files["CSV"].read_bytes()
        text = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
        document = json.loads(files["JSON"].read_bytes())
        objects = [list(row.values()) for row in (*document["rows"], *document["totals"])]
        sheet = sheet_cells(files["XLSX"])

        assert raw.startswith(b"\xef\xbb\xbf"), path
        assert text == cells, path
        assert [column["title"] for column in document["columns"]] == cells[0], path
        assert [len(row) for row in (*objects, *sheet[1:])] == [len(row) for row in (*cells[1:], *cells[1:])], path
        for wanted, values in zip((*cells[1:], *cells), (*objects, *sheet), strict=True):
            assert all(map(alike, wanted, values)), (path, wanted, values)
        count += 1

    assert count > 100


def test_a_caption_says_how_many_rows_are_downloaded(built: Path) -> None:
    """The line of files gives the number of rows without heads and sums."""
    for path, table, files in offered(built):
        rows = len(json.loads(files["JSON"].read_bytes())["rows"])
        line = table.xpath("./following::p[@class='table-files'][1]")[0]
        assert f"下载全部{rows}行" in squeezed(line), path


def test_no_template_writes_a_table_by_hand() -> None:
    """Only the macro that shows a table has its marks."""
    folder = PROGRAM / "templates/site"
    by_hand = [
        path.name for path in folder.rglob("*.html") if re.search(r"<t(able|head|r|d)\b", path.read_text("utf-8"))
    ]

    assert by_hand == ["_parts.html"]


def hostile_table(text: str) -> Table:
    """A table with this text as its caption, its head and its cell."""
    columns = (Column("name", text, heads=True), Column("amount", "金额（万元）", "number"))
    return Table("hostile", text, columns, ((Cell(text), money_cell(-5_000)),))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(start: str, tmp_path: Path) -> None:
    """Text like a formula is quoted in CSV, is text in XLSX and stays itself in JSON; a negative number is a number."""
    text = f"{start}1+1"
    sheet = sheet_of_table(hostile_table(text))
    (tmp_path / "hostile.xlsx").write_bytes(xlsx_bytes(sheet))
    rows = list(csv.reader(io.StringIO(csv_bytes(sheet).decode("utf-8-sig"), newline="")))

    assert rows[1] == [f"'{text}", "-0.5"]
    assert json.loads(json_bytes(sheet))["rows"] == [{"name": text, "amount": -0.5}]
    with zipfile.ZipFile(tmp_path / "hostile.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_the_same_table_gives_the_same_bytes() -> None:
    """No file tells when it was made."""
    first, second = (sheet_of_table(hostile_table("甲")) for _ in range(2))

    assert [form.write(first) for form in TABLE_FORMATS] == [form.write(second) for form in TABLE_FORMATS]


def test_points_of_numbers_stand_in_line() -> None:
    """All numbers of a number column show as many decimals, sums included; words and other columns stay."""
    columns = (Column("no", "序号", "number"), Column("code", "编号"), Column("sum", "金额", "number"))
    rows = (
        (count_cell(1), Cell("1.5", Decimal("1.5")), money_cell(12_345_000)),
        (count_cell(2), Cell("2", Decimal(2)), money_cell(None, "未载明")),
        (count_cell(3), Cell("3", Decimal(3)), money_cell(10_000_000)),
    )
    foot = ((Cell("—"), Cell("合计"), money_cell(22_345_678)),)
    table = align_decimals(Table("t", "表", columns, rows, foot))

    assert [cell.text for cell in table.rows[0]] == ["1", "1.5", "1234.5000"]
    assert [cell.text for cell in table.rows[1]] == ["2", "2", "未载明"]
    assert [cell.text for cell in table.rows[2]] == ["3", "3", "1000.0000"]
    assert [cell.text for cell in table.foot[0]] == ["—", "合计", "2234.5678"]
    assert align_decimals(Table("t", "表", columns, ())) == Table("t", "表", columns, ())


def test_three_thousand_rows_in_one_list(tmp_path: Path) -> None:
    """A list of 3,000 winners and an award of 3,000 projects have every row on their page and in their files."""
    kind = category(amount=10_000_000)
    winner = award("2014-lianghua", 1, counties()["余杭区"], kind)
    winner = replace(winner, projects=tuple(map(project, range(3_000))), notices=())
    winners = (winner, *(replace(winner, id=f"2014-lianghua.{number}", projects=()) for number in range(2_999)))
    public = site(programmes=(programme(categories=(kind,), awards=winners),), counties=())
    catalogue = catalogue_of(public, notice_files(public, tmp_path))
    pages = {page.url: page for page in pages_of(catalogue, data_files(catalogue.site))}
    env = environment(PROGRAM / "templates")

    for url, name in (("programmes/2014-lianghua/", "list-general"), (f"awards/{winner.id}/", "projects")):
        page = pages[url]
        table = next(table for table in page.tables if table.id == name)
        element = parsed(body_of(page, catalogue, env)[0]).xpath(f"//table[@id='table-{name}']")[0]
        assert table.long
        assert len(element.xpath("./tbody/tr")) == 3_000
        assert csv_bytes(sheet_of_table(table)).count(b"\r\n") == 3_001 + len(table.foot)


def test_a_table_from_records_says_so(built: Path) -> None:
    """Reports and projects stand in no notice: the page names the records, beside the clause that asks for reports."""
    page = parsed((built / "awards/2014-lianghua-01/index.html").read_bytes())
    told = [squeezed(line) for line in page.xpath("//div[@class='table-foot']/p[@class='sources']")]

    assert "依据申报材料" in told
    assert [line for line in told if line.startswith("依据业务记录")]


def test_no_column_is_for_what_nobody_has() -> None:
    """A round with plaques alone has neither grades nor rewards in its table, and its caption names plaques alone."""
    winner = replace(award("2014-lianghua", 1, counties()["余杭区"], category()), plaque_on="2014-10-15")
    table = followed_table(programme(awards=(winner,)))

    assert [column.key for column in table.columns] == ["city", "county", "plaque_on"]
    assert (table.caption, table.records) == ("授牌", "业务记录（授牌）")
