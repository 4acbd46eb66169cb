"""The data sets in the order of the data page; each is a literal table of columns with their values."""

from typing import Any

from gongshi.pages.data.awards import AWARDS, DROPPED, PROJECTS
from gongshi.pages.data.dataset import Dataset
from gongshi.pages.data.follow_up import EVALUATIONS, PAID, REPORTS, REWARDS
from gongshi.pages.data.notices import AWARD_NOTICES, NOTICES
from gongshi.pages.data.places import CITIES, COUNTIES, FORMER_NAMES
from gongshi.pages.data.publicity import ANNOUNCED_SUPPORT, PUBLICITIES, SUBSTITUTIONS
from gongshi.pages.data.rounds import ROUND_CATEGORIES, ROUNDS, SITE_MEETINGS, TIMELINE
from gongshi.pages.data.schemes import SCHEMES, TARGETS

# fmt: off
# A line for each module: the formatter would give each data set a line.
DATASETS: tuple[Dataset[Any], ...] = (
    AWARDS, PROJECTS, DROPPED,
    PAID, REWARDS, REPORTS, EVALUATIONS,
    NOTICES, AWARD_NOTICES,
    PUBLICITIES, SUBSTITUTIONS, ANNOUNCED_SUPPORT,
    SCHEMES, TARGETS,
    ROUNDS, ROUND_CATEGORIES, TIMELINE, SITE_MEETINGS,
    CITIES, COUNTIES, FORMER_NAMES,
)
"""`files` writes each in every format with a schema; the database has a table for each."""
