"""How the site is found by search engines: the site map."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote, urljoin

from gongshi.pages.page import Page

__all__ = ["site_map"]


def site_map(pages: Iterable[Page], url: str) -> bytes:
    """The site map; a page's date is that of the latest fact on it, never that of the build."""
    base = url if url.endswith("/") else f"{url}/"
    rows = []
    for page in pages:
        dated = f"<lastmod>{page.updated}</lastmod>" if page.updated else ""
        rows.append(f"  <url><loc>{escape(urljoin(base, quote(page.url)))}</loc>{dated}</url>\n")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{"".join(rows)}</urlset>\n'
    ).encode()
