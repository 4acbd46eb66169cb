"""Data files: the same rows in CSV, XLSX, JSON and SQLite, safe in a spreadsheet, valid by their schemas."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from data_pieces import from_csv, from_json, from_parquet, from_sqlite, from_xlsx, opened
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from public_factory import site
from public_pieces import award, category, counties, notice_files, programme, project
from pyarrow import parquet

from gongshi.pages.build.all_pages import pages_of
from gongshi.pages.build.site import build_site
from gongshi.pages.catalogue.catalogue import catalogue_of
from gongshi.pages.data.datasets import DATASETS
from gongshi.pages.data.files import data_files
from gongshi.pages.sheets.formats import FORMATS
from gongshi.pages.tables.files import table_files
from gongshi.public.licence import PublicLicence
from gongshi.public.site import PublicSite

PROGRAM = Path(__file__).resolve().parents[2]
NAMES = [dataset.name for dataset in DATASETS]
SETS = {dataset.name: dataset for dataset in DATASETS}
HOSTILE = r"""<script>alert(1)</script> {{ 7*7 }} '; DROP TABLE awards; -- "d" 'e' _x000D_ &amp; 𠮷 \n"""


def one_award(plan_title: str) -> PublicSite:
    """A site with one award, whose plan has that title."""
    kind = category(amount=10_000_000)
    winner = award("2014-lianghua", 1, counties()["余杭区"], kind, plan_title=plan_title)
    return site(programmes=(programme(awards=(winner,)),))


@pytest.fixture(scope="module")
def data() -> dict[str, bytes]:
    """The data files of the sample site."""
    return data_files(site())


@pytest.mark.parametrize("name", NAMES)
def test_every_form_holds_the_same_rows(data: dict[str, bytes], name: str) -> None:
    """CSV, XLSX, JSON, Parquet and the table of the database agree row by row and cell by cell."""
    dataset = SETS[name]
    rows = from_json(data[f"{name}.json"])

    assert rows == [list(row) for row in dataset.rows(site())]
    assert from_csv(dataset, data[f"{name}.csv"]) == rows
    assert from_xlsx(dataset, data[f"{name}.xlsx"]) == rows
    assert from_parquet(data[f"{name}.parquet"]) == rows
    with opened(data["gongshi.sqlite"]) as database:
        assert from_sqlite(dataset, database) == rows


@pytest.mark.parametrize("name", NAMES)
def test_parquet_has_the_types_of_the_columns(data: dict[str, bytes], name: str) -> None:
    """Its columns have the keys, types and heads of the data set; only those that may be empty take null."""
    kinds = {"string": "string", "yearmonth": "string", "integer": "int64", "boolean": "bool", "date": "date32[day]"}
    schema = parquet.read_schema(io.BytesIO(data[f"{name}.parquet"]))

    assert [(field.name, str(field.type), field.nullable, field.metadata[b"title"].decode()) for field in schema] == [
        (column.key, kinds[column.type], column.optional, column.title) for column in SETS[name].fields
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_csv_opens_in_a_chinese_spreadsheet(data: dict[str, bytes], name: str) -> None:
    """It has a byte order mark, line ends of Windows and Chinese heads."""
    content = data[f"{name}.csv"]
    head = next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n")
    assert head == [column.title for column in SETS[name].fields]
    assert head[-1] == "样例"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    """Text that begins like a formula is quoted in CSV, is text in XLSX, and stands as it is in JSON."""
    made = data_files(one_award(f"{start}1+1"))
    row = list(csv.reader(io.StringIO(made["awards.csv"].decode("utf-8-sig"), newline="")))[1]
    with zipfile.ZipFile(io.BytesIO(made["awards.xlsx"])) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")

    assert f"'{start}1+1" in row
    assert "10000000" in row
    assert b"<f>" not in sheet
    assert json.loads(made["awards.json"])[0]["plan_title"] == f"{start}1+1"


def test_hostile_text_stays_text() -> None:
    """Markup, quotes, a statement of SQL and an escape of XLSX read back as the records have them."""
    made = data_files(one_award(HOSTILE))
    awards = SETS["awards"]
    place = [column.key for column in awards.fields].index("plan_title")

    assert from_csv(awards, made["awards.csv"])[0][place] == HOSTILE
    assert from_xlsx(awards, made["awards.xlsx"])[0][place] == HOSTILE
    assert from_parquet(made["awards.parquet"])[0][place] == HOSTILE
    with opened(made["gongshi.sqlite"]) as database:
        assert from_sqlite(awards, database)[0][place] == HOSTILE


def test_the_database_is_sound(data: dict[str, bytes]) -> None:
    """Its pages are whole, every reference leads somewhere, and every view can be read."""
    with opened(data["gongshi.sqlite"]) as database:
        views = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]

        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert len(views) == 4
        assert all(database.execute(f"SELECT * FROM {view}").fetchall() for view in views)  # noqa: S608
        assert dict(database.execute("SELECT * FROM about"))["licence"] == site().licence.name


def test_the_history_of_a_county_holds_its_former_names(data: dict[str, bytes]) -> None:
    """What the division before it was awarded stands under the later one, too."""
    query = "SELECT county FROM county_history WHERE county_name = '富阳区' ORDER BY year"
    with opened(data["gongshi.sqlite"]) as database:
        assert database.execute(query).fetchall() == [("富阳市",), ("富阳区",)]


@pytest.mark.parametrize("name", NAMES)
def test_json_is_valid_by_its_schema(data: dict[str, bytes], name: str) -> None:
    """The schema is one of 2020-12, its file keeps to it, and a row with a word too few does not."""
    schema = json.loads(data[f"schemas/{name}.json"])
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    rows = json.loads(data[f"{name}.json"])
    Draft202012Validator.check_schema(schema)

    validator.validate(rows)
    with pytest.raises(ValidationError):
        validator.validate([{"sample": True}])


def test_the_zip_holds_every_file(data: dict[str, bytes]) -> None:
    """All files that the site has but the zip and the checksums, and what explains them."""
    with zipfile.ZipFile(io.BytesIO(data["gongshi.zip"])) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    words = held.pop("README.txt").decode("utf-8-sig")

    assert held == {name: content for name, content in data.items() if name not in {"gongshi.zip", "SHA256SUMS"}}
    assert all(dataset.about in words and dataset.explained in words for dataset in DATASETS)
    assert site().licence.name in words


def test_checksums_are_those_of_the_files(data: dict[str, bytes]) -> None:
    """SHA256SUMS tells every other file, as `sha256sum --check` reads it."""
    lines = [line.split("  ") for line in data["SHA256SUMS"].decode().splitlines()]

    assert {name: digest for digest, name in lines} == {
        name: sha256(content).hexdigest() for name, content in data.items() if name != "SHA256SUMS"
    }


def test_same_site_same_bytes(data: dict[str, bytes]) -> None:
    """Nothing of the machine or the time is in a file."""
    assert data_files(site()) == data


def test_an_empty_site_has_empty_data() -> None:
    """Without rounds and counties every file is there and holds no row."""
    made = data_files(site(programmes=(), counties=()))

    assert made.keys() == data_files(site()).keys()
    for name, dataset in SETS.items():
        assert from_json(made[f"{name}.json"]) == from_xlsx(dataset, made[f"{name}.xlsx"]) == []
        assert from_parquet(made[f"{name}.parquet"]) == []


def test_a_long_list_is_whole() -> None:
    """3,000 awards are 3,000 rows in every form."""
    kind, county = category(), counties()["余杭区"]
    winners = tuple(award("2014-lianghua", n, county, kind, projects=(project(n),)) for n in range(1, 3001))
    made = data_files(site(programmes=(programme(awards=winners),)))
    awards = SETS["awards"]

    assert len(from_json(made["awards.json"])) == 3000
    assert from_csv(awards, made["awards.csv"])[-1][0] == "2014-lianghua-3000"
    assert from_xlsx(awards, made["awards.xlsx"])[-1][0] == "2014-lianghua-3000"
    assert from_parquet(made["awards.parquet"])[-1][0] == "2014-lianghua-3000"
    with opened(made["gongshi.sqlite"]) as database:
        assert database.execute("SELECT count(*) FROM projects").fetchone() == (3000,)


def test_what_fell_out_is_told_apart() -> None:
    """An area that fell out stands among the dropped and not among the awards."""
    place = counties()["余杭区"]
    gone = award("2014-lianghua", 1, place, category(), status="dropped")
    gone = replace(gone, dropped_on="2014-09-01", dropped_by="2014-lianghua/call")
    public = site(programmes=(programme(dropped=(gone,)),))

    assert SETS["awards"].rows(public) == []
    assert SETS["dropped"].rows(public)[0][-3:] == ("2014-09-01", "2014-lianghua/call", True)


def test_no_file_is_written_twice(tmp_path: Path) -> None:
    """A table of the data page, which is downloaded from the same folder, has no data set's name."""
    public = site()
    catalogue = catalogue_of(public, notice_files(public, tmp_path))

    files = data_files(public)

    assert not table_files(pages_of(catalogue, files)).keys() & {f"data/{name}" for name in files}


def test_a_licence_of_its_own_is_told_everywhere(tmp_path: Path) -> None:
    """Its name and address stand on the page, in the package for each data set and in the zip."""
    public = site(licence=PublicLicence("知识共享署名许可", "Attribution Licence", "https://licence.example/by/"))
    build_site(public, notice_files(public, tmp_path), [PROGRAM / "templates"], PROGRAM / "mkdocs.yml", tmp_path / "s")
    folder = tmp_path / "s" / "data"
    package = json.loads((folder / "datapackage.json").read_bytes())
    told = {"title": public.licence.name, "path": public.licence.url}

    assert f'<a href="{public.licence.url}">{public.licence.name}</a>' in (folder / "index.html").read_text("utf-8")
    assert [package["licenses"], *(each["licenses"] for each in package["resources"])] == [[told]] * (len(NAMES) + 1)
    with zipfile.ZipFile(folder / "gongshi.zip") as archive:
        assert f"{public.licence.english}. {public.licence.url}" in archive.read("README.txt").decode("utf-8-sig")


def test_the_page_tells_sizes_checksums_columns_and_terms(built: Path) -> None:
    """Each column in both languages, the checksum of zip and database, licence and citation stand on the page."""
    page = (built / "data" / "index.html").read_text(encoding="utf-8")

    for name in ("gongshi.zip", "gongshi.sqlite"):
        assert sha256((built / "data" / name).read_bytes()).hexdigest() in page
    for dataset in DATASETS:
        assert all(f'href="{dataset.name}.{form.suffix}"' in page for form in FORMATS)
        for column in dataset.fields:
            assert column.key in page
            assert all(words in page for words in (column.title, column.english))
    assert site().licence.name in page
    assert f"{site().name}数据[DS/OL]. (2016-03-20)" in page
