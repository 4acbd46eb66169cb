"""What a data set is: its name, its columns and the function that makes its rows."""

from collections.abc import Callable
from dataclasses import dataclass

from gongshi.public.types import PublicSite

__all__ = ["PROGRAMME", "Cell", "Column", "Dataset", "Row"]

Cell = str | int | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A field of a data set."""

    key: str
    """Its name in JSON."""
    title: str
    """Its head in CSV."""
    meaning: str


@dataclass(frozen=True)
class Dataset:
    """A data set: one CSV and one JSON file with the same rows."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[PublicSite], list[Row]]


PROGRAMME = Column("programme", "申报项目编号", "所属年度申报项目，见“申报项目与类别”")
"""The column by which a row belongs to a round."""
