"""All data sets as one SQLite file: a table for each, with keys, and views that answer what people ask."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Any

from gongshi.pages.data.dataset import Column, Dataset
from gongshi.pages.data.datasets import DATASETS
from gongshi.pages.data.dictionary import described, licence_url
from gongshi.pages.sheets.sheet import Row
from gongshi.pages.values.money import GIVEN
from gongshi.pages.values.wording import AWARD_STATUS
from gongshi.public.site import PublicSite

_AWARDED, _REVOKED = AWARD_STATUS["awarded"], AWARD_STATUS["revoked"]
_ANNOUNCED = ", ".join(f"'{AWARD_STATUS[status]}'" for status in GIVEN)
"""Whose money was announced, as on every page: a title that was cancelled later keeps it."""
_ABOUT = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE dictionary (
  dataset TEXT NOT NULL, title TEXT NOT NULL, key TEXT NOT NULL, english TEXT NOT NULL, type TEXT NOT NULL,
  rules TEXT NOT NULL, meaning TEXT NOT NULL, explained TEXT NOT NULL, PRIMARY KEY (dataset, key)
);
"""
_VIEWS = f"""
CREATE VIEW award_list AS -- 列入名单，附年度和项目名称 (awards with year and name of their round)
SELECT rounds.year, rounds.name AS round, awards.*
FROM awards JOIN rounds ON rounds.id = awards.programme;

CREATE VIEW totals_by_category AS -- 各年度各类别的个数和资金 (winners and money by year and category)
SELECT rounds.year, rounds.scheme, awards.category_name,
  count(*) FILTER (WHERE awards.status = '{_AWARDED}') AS awarded,
  count(*) FILTER (WHERE awards.status = '{_REVOKED}') AS revoked,
  sum(awards.amount) FILTER (WHERE awards.status IN ({_ANNOUNCED})) AS amount,
  sum(awards.paid) AS paid,
  sum(awards.rewards) AS rewards
FROM awards JOIN rounds ON rounds.id = awards.programme
GROUP BY rounds.year, rounds.scheme, awards.category_name;

CREATE VIEW totals_by_city AS -- 各设区市的个数和资金 (winners and money by city)
SELECT cities.code, cities.name,
  count(awards.id) FILTER (WHERE awards.status = '{_AWARDED}') AS awarded,
  sum(awards.amount) FILTER (WHERE awards.status IN ({_ANNOUNCED})) AS amount,
  coalesce(sum(awards.paid), 0) AS paid,
  coalesce(sum(awards.rewards), 0) AS rewards
FROM cities JOIN counties ON counties.city_code = cities.code LEFT JOIN awards ON awards.division = counties.id
GROUP BY cities.code, cities.name;

CREATE VIEW county_history AS -- 各县（市、区）连同原名称的列入情况 (awards of a county, under former names too)
WITH RECURSIVE line (county, division) AS (
  SELECT id, id FROM counties
  UNION
  SELECT line.county, former_names.former FROM line JOIN former_names ON former_names.county = line.division
)
SELECT line.county AS county_now, counties.name AS county_name, rounds.year, awards.*
FROM line
JOIN counties ON counties.id = line.county
JOIN awards ON awards.division = line.division
JOIN rounds ON rounds.id = awards.programme;
"""  # noqa: S608 - words of our own


def database_bytes(site: PublicSite, rows: Mapping[str, Sequence[Row]]) -> bytes:
    """The database as a file.

    The same rows give the same bytes with the same release of SQLite, which writes its number into the file.

    Args:
        site: What the public may see.
        rows: The rows of each data set by its name.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_ABOUT)
        database.executemany("INSERT INTO about VALUES (?, ?)", _about(site).items())
        for dataset in DATASETS:
            database.execute(_table_statement(dataset))
            marks = ", ".join("?" * len(dataset.fields))
            database.executemany(f"INSERT INTO {dataset.name} VALUES ({marks})", rows[dataset.name])  # noqa: S608 - our names
            explained = ((dataset.name, *row) for row in described(dataset))
            database.executemany("INSERT INTO dictionary VALUES (?, ?, ?, ?, ?, ?, ?, ?)", explained)
        database.executescript(_VIEWS)
        database.commit()
        database.execute("VACUUM")
        return database.serialize()


def _about(site: PublicSite) -> dict[str, str]:
    return {
        "site": site.name,
        "address": site.url,
        "publisher": site.publisher,
        "day": site.today,
        "sample": "是" if site.sample else "否",
        "licence": site.licence.name,
        "licence_address": licence_url(site),
    }


def _table_statement(dataset: Dataset[Any]) -> str:
    """The statement that makes a data set's table. References are declared; SQLite does not enforce them on its own."""
    lines = [
        *(_column_clause(column) for column in dataset.fields),
        f"PRIMARY KEY ({_quoted(dataset.key)})",
        *(
            f"FOREIGN KEY ({_quoted(reference.columns)}) REFERENCES {reference.dataset} ({_quoted(reference.to)})"
            for reference in dataset.references
        ),
    ]
    listed = "\n, ".join(lines)
    return f"CREATE TABLE {dataset.name} ( -- {dataset.title}\n  {listed}\n)"


def _column_clause(column: Column[Any]) -> str:
    kind = "INTEGER" if column.type in {"integer", "boolean"} else "TEXT"
    parts = [f'"{column.key}" {kind}', *([] if column.optional else ["NOT NULL"])]
    if column.type == "boolean":
        parts.append(f'CHECK ("{column.key}" IN (0, 1))')
    if column.values:
        words = ", ".join(f"'{word}'" for word in column.values)
        parts.append(f'CHECK ("{column.key}" IN ({words}))')
    return f"{' '.join(parts)} -- {column.title}"


def _quoted(keys: Sequence[str]) -> str:
    return ", ".join(f'"{key}"' for key in keys)
