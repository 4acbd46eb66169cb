"""What a data set is: its name, what its rows are made of, and its columns, each with its entry in the dictionary."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from gongshi.pages.sheets.sheet import Row, Type, Value
from gongshi.public.site import PublicSite

Item = TypeVar("Item")
Owner = TypeVar("Owner")


@dataclass(frozen=True)
class Part(Generic[Owner, Item]):
    """One of several things that belong to something: a project of an award, a window of a round."""

    owner: Owner
    number: int
    """Its place among them, from 1."""
    item: Item


def parts(owners: Iterable[Owner], items: Callable[[Owner], Sequence[Item]]) -> Iterator[Part[Owner, Item]]:
    """What belongs to each of the owners, in their order."""
    return (Part(owner, number, item) for owner in owners for number, item in enumerate(items(owner), start=1))


@dataclass(frozen=True)
class Column(Generic[Item]):
    """A column of a data set and its entry in the data dictionary; ValueError if a word of the entry is missing."""

    key: str
    """Its name in JSON, Parquet and SQLite: lower-case ASCII; never changed once published."""
    type: Type
    title: str
    """Its head in CSV and XLSX; never changed once published."""
    english: str
    """Its head in English."""
    meaning: str
    """What it holds, in Chinese."""
    explained: str
    """What it holds, in English."""
    value: Callable[[Item], Value] | None = None
    """Takes its value from what a row is made of; without it, the attribute that is called like the key."""
    optional: bool = False
    """Whether rows may be without a value."""
    values: tuple[str, ...] = ()
    """The only values that occur; empty for any."""

    def __post_init__(self) -> None:
        missing = [word for word in ("title", "english", "meaning", "explained") if not getattr(self, word)]
        if missing:
            raise ValueError(f"{self.key}: its row in src/gongshi/pages/data/ states no {', no '.join(missing)}")

    def value_of(self, item: Item) -> Value:
        """Its value in the row that is made of the item; None if there is none."""
        source = item.item if isinstance(item, Part) else item
        found = self.value(item) if self.value else getattr(source, self.key)
        return None if found == "" else found


@dataclass(frozen=True)
class Reference:
    """A foreign key: columns that, where they have a value, are the key of a row of a data set."""

    columns: tuple[str, ...]
    dataset: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class Dataset(Generic[Item]):
    """A data set: the same rows in every format and in a table of SQLite."""

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
    """The columns whose values no two rows share."""
    references: tuple[Reference, ...] = field(default=())

    @property
    def fields(self) -> tuple[Column[Any], ...]:
        """Its columns, the last of which says whether the data is a sample."""
        return (*self.columns, SAMPLE)

    def rows(self, site: PublicSite) -> list[Row]:
        """Its rows, a value for each of its fields."""
        return [
            (*(column.value_of(item) for column in self.columns), SAMPLE.value_of(site)) for item in self.items(site)
        ]


SAMPLE = Column[PublicSite](
    "sample",
    "boolean",
    "样例",
    "Sample",
    "是否为样例数据；样例的申报单位和结果均为虚构",
    "Whether this is sample data, with invented applicants and results",
)
"""The last column of every data set, so that a file that was passed on still says what it is."""
