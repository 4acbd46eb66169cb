"""What a data set is: its name, what its rows are made of, and its columns, each with the value it takes from a row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from gongshi.public.types import PublicSite

Cell = str | int | bool | None
"""A value; None is told as nothing: null in JSON and SQLite, an empty cell in CSV and XLSX."""
Row = tuple[Cell, ...]
Type = Literal["string", "integer", "boolean", "date", "yearmonth"]
"""As in Frictionless; date is 2014-07-01, yearmonth 2014-07."""

Item = TypeVar("Item")
Owner = TypeVar("Owner")


@dataclass(frozen=True)
class Column(Generic[Item]):
    """A field of a data set."""

    key: str
    """Its name in JSON and SQLite: lower-case ASCII; never changed once published."""
    title: str
    """Its head in CSV and XLSX; never changed once published."""
    english: str
    meaning: str
    """What it holds, in Chinese."""
    explained: str
    """What it holds, in English."""
    of: Callable[[Item], Cell]
    """Its value for what a row is made of; an empty string means none."""
    type: Type = "string"
    optional: bool = False
    """Whether rows may be without a value."""
    values: tuple[str, ...] = ()
    """The only values that occur; empty for any."""


@dataclass(frozen=True)
class Reference:
    """A foreign key: columns that, where they have a value, are the key of a row of a data set."""

    columns: tuple[str, ...]
    dataset: str
    to: tuple[str, ...]


SAMPLE: Column[PublicSite] = Column(
    "sample",
    "样例",
    "Sample",
    "是否为样例数据；样例的申报单位和结果均为虚构",
    "Whether this is sample data, with invented applicants and results",
    lambda site: site.sample,
    type="boolean",
)
"""The last column of every data set, so that a file that was passed on still says what it is."""


@dataclass(frozen=True)
class Dataset(Generic[Item]):
    """A data set: the same rows as CSV, XLSX, JSON and a table of SQLite."""

    name: str
    """Its name in addresses and SQLite: lower-case ASCII; never changed once published."""
    title: str
    english: str
    about: str
    """What a row is, in Chinese."""
    explained: str
    """What a row is, in English."""
    items: Callable[[PublicSite], Iterable[Item]]
    """What its rows are made of, one each."""
    columns: tuple[Column[Item], ...]
    """Its own columns; `fields` are all."""
    key: tuple[str, ...]
    """The columns that tell its rows apart."""
    references: tuple[Reference, ...] = field(default=())

    @property
    def fields(self) -> tuple[Column[Any], ...]:
        """Its columns, the last of which says whether the data is a sample."""
        return (*self.columns, SAMPLE)

    def rows(self, site: PublicSite) -> list[Row]:
        """Its rows, a value for each of its fields."""
        sample = SAMPLE.of(site)
        return [
            (*(None if (cell := column.of(item)) == "" else cell for column in self.columns), sample)
            for item in self.items(site)
        ]


@dataclass(frozen=True)
class Part(Generic[Owner, Item]):
    """One of several things that belong to something: a project of an award, a window of a round."""

    of: Owner
    number: int
    """Its place among them, from 1."""
    it: Item


def parts(owners: Iterable[Owner], things: Callable[[Owner], Sequence[Item]]) -> Iterator[Part[Owner, Item]]:
    """What belongs to each of the owners, in their order."""
    return (Part(owner, number, it) for owner in owners for number, it in enumerate(things(owner), start=1))
