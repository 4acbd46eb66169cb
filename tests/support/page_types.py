"""One address for each kind of page of a site, worked out from its pages, so that no kind can be forgotten."""

from collections.abc import Mapping
from urllib.parse import quote

from gongshi.pages.build.all_pages import pages_of
from gongshi.pages.catalogue.catalogue import catalogue_of
from gongshi.pages.data.files import data_files
from gongshi.pages.values.files import NoticeFiles
from gongshi.public.site import PublicSite


def page_types(public: PublicSite, files: Mapping[str, NoticeFiles], query: str) -> dict[str, str]:
    """The address of the fullest page made by each template, the page for lost visitors and a search, by name."""
    found: dict[str, tuple[int, str]] = {}
    for page in pages_of(catalogue_of(public, files), data_files(public)):
        weight = sum(len(table.rows) for table in page.tables) + len(str(page.facts))
        found[page.template] = max(found.get(page.template, (0, "")), (weight, page.url))
    places = {template.removesuffix(".html"): url for template, (_, url) in found.items()}
    return {**places, "404": "404.html", "hits": f"search/?q={quote(query)}"}
