"""How search engines find the site: the site map and robots.txt."""

from collections.abc import Iterable
from html import escape

from gongshi.pages.values.address import absolute
from gongshi.pages.values.page import Page


def site_map(pages: Iterable[Page], url: str) -> bytes:
    """The site map; a page's date is that of the latest fact on it, never that of the build."""
    rows = []
    for page in pages:
        dated = f"<lastmod>{page.updated}</lastmod>" if page.updated else ""
        rows.append(f"  <url><loc>{escape(absolute(page.url, url))}</loc>{dated}</url>\n")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{"".join(rows)}</urlset>\n'
    ).encode()


def robots(url: str) -> bytes:
    """Everything may be read; where the site map is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute('sitemap.xml', url)}\n".encode()
