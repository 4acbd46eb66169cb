"""How the site is found: the index of its own search, the site map, and the word to robots."""

import json
from collections.abc import Iterable
from html import escape

from gongshi.pages.page import Page, absolute

__all__ = ["robots", "search_index", "site_map"]


def search_index(pages: Iterable[Page]) -> bytes:
    """What the search reads: address, title, kind and text of each page that can be found."""
    entries = [
        {"url": page.url, "title": page.title, "kind": page.entry.kind, "text": " ".join(page.entry.text.split())}
        for page in pages
        if page.entry
    ]
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()


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
