"""The data sets in the order of the data page: one literal table in parts, columns with their values."""

from typing import Any

from gongshi.pages.dataset import Column, Dataset
from gongshi.pages.datasets_after import DATASETS_AFTER
from gongshi.pages.datasets_awards import DATASETS_OF_AWARDS
from gongshi.pages.datasets_notices import DATASETS_OF_NOTICES
from gongshi.pages.datasets_places import DATASETS_OF_PLACES
from gongshi.pages.datasets_publicity import DATASETS_OF_PUBLICITY
from gongshi.pages.datasets_rounds import DATASETS_OF_ROUNDS
from gongshi.pages.datasets_schemes import DATASETS_OF_SCHEMES

__all__ = ["DATASETS", "Column", "Dataset"]

DATASETS: tuple[Dataset[Any], ...] = (
    *DATASETS_OF_AWARDS,
    *DATASETS_AFTER,
    *DATASETS_OF_NOTICES,
    *DATASETS_OF_PUBLICITY,
    *DATASETS_OF_SCHEMES,
    *DATASETS_OF_ROUNDS,
    *DATASETS_OF_PLACES,
)
"""`build` writes a CSV, an XLSX, a JSON and a schema for each; the database has a table for each."""
