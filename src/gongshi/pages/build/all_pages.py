"""Which pages the site has: the table of what makes them, one function per kind of page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from gongshi.pages.catalogue.catalogue import Catalogue
from gongshi.pages.kinds.about import about_pages
from gongshi.pages.kinds.apply import apply_pages
from gongshi.pages.kinds.awards import award_pages
from gongshi.pages.kinds.categories import category_pages
from gongshi.pages.kinds.cities import city_pages
from gongshi.pages.kinds.counties import county_pages
from gongshi.pages.kinds.data import data_page
from gongshi.pages.kinds.feeds import feeds_page
from gongshi.pages.kinds.home import home_page
from gongshi.pages.kinds.notices import notice_pages
from gongshi.pages.kinds.programmes import programme_pages
from gongshi.pages.kinds.schemes import scheme_pages
from gongshi.pages.kinds.statistics import statistics_page
from gongshi.pages.kinds.years import year_pages
from gongshi.pages.values.page import Page
from gongshi.pages.values.table import align_decimals


def pages_of(catalogue: Catalogue, data: Mapping[str, bytes]) -> tuple[Page, ...]:
    """Every page of the site, in the order in which the hits of a search come.

    Args:
        catalogue: What the pages show.
        data: The data files by name, whose sizes and checksums the data page gives.
    """
    kinds: tuple[Callable[[Catalogue], Iterator[Page]], ...] = (
        city_pages,
        county_pages,
        programme_pages,
        apply_pages,
        scheme_pages,
        category_pages,
        year_pages,
        award_pages,
        notice_pages,
        home_page,
        statistics_page,
        partial(data_page, files=data),
        about_pages,
        feeds_page,
    )
    found = (page for pages in kinds for page in pages(catalogue))
    return tuple(replace(page, tables=tuple(map(align_decimals, page.tables))) for page in found)
