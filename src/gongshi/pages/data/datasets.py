"""The data sets in the order of the data page: one literal table in parts, columns with their values."""

from typing import Any

from gongshi.pages.data.awards import DATASETS_OF_AWARDS
from gongshi.pages.data.dataset import Dataset
from gongshi.pages.data.follow_up import DATASETS_AFTER
from gongshi.pages.data.notices import DATASETS_OF_NOTICES
from gongshi.pages.data.places import DATASETS_OF_PLACES
from gongshi.pages.data.publicity import DATASETS_OF_PUBLICITY
from gongshi.pages.data.rounds import DATASETS_OF_ROUNDS
from gongshi.pages.data.schemes import DATASETS_OF_SCHEMES

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
