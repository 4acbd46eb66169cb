"""Addresses of pages and files: in full, or as a link from one page to another."""

import posixpath
from urllib.parse import quote


def absolute(target: str, site_url: str) -> str:
    """The address of `target`, given from the site's root, as programs elsewhere need it."""
    return f"{site_url}{'' if site_url.endswith('/') else '/'}{quote(target, safe='/#=?')}"


def relative(target: str, page_url: str) -> str:
    """The link from the page at `page_url` to `target`, both from the site's root; works below any path.

    An address to write to (mailto:) stays as it is.
    """
    if target.startswith("mailto:"):
        return target
    path, mark, fragment = target.partition("#")
    if mark and path == page_url:
        return f"#{fragment}"
    link = posixpath.relpath(f"/{path}", f"/{page_url}")
    slash = "/" if (not path or path.endswith("/")) else ""
    return f"{link}{slash}{mark}{fragment}"
