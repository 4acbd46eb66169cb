"""Which pages the site has: the table of what makes them, one function per kind of page."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from gongshi.pages.kinds.apply import apply_pages
from gongshi.pages.kinds.awards import award_pages
from gongshi.pages.kinds.categories import category_pages
from gongshi.pages.kinds.cities import city_pages
from gongshi.pages.kinds.counties import county_pages
from gongshi.pages.kinds.data import data_page
from gongshi.pages.kinds.feeds import feeds_page
from gongshi.pages.kinds.home import home_page
from gongshi.pages.kinds.notices import notice_pages
from gongshi.pages.kinds.numbers import numbers_page
from gongshi.pages.kinds.programmes import programme_pages
from gongshi.pages.kinds.schemes import scheme_pages
from gongshi.pages.kinds.site import other_pages
from gongshi.pages.kinds.years import year_pages
from gongshi.pages.page import Catalogue, Page
from gongshi.pages.tables.table import evened

__all__ = ["PAGE_KINDS", "pages_of"]

PAGE_KINDS: tuple[Callable[[Catalogue], Iterator[Page]], ...] = (
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
    numbers_page,
    data_page,
    other_pages,
    feeds_page,
)
"""What makes the pages; hits of a search come in this order."""


def pages_of(catalogue: Catalogue) -> tuple[Page, ...]:
    """Every page of the site; the points of its tables' numbers stand in line."""
    found = (page for pages in PAGE_KINDS for page in pages(catalogue))
    return tuple(replace(page, tables=tuple(map(evened, page.tables))) for page in found)
