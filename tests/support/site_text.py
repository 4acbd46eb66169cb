"""Text and links of a built site."""

import re
from pathlib import Path

from lxml import html


def pages_of(site: Path) -> dict[str, str]:
    """Text of each page's main part, without white space, by path below the site."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        root = html.fromstring(file.read_bytes())
        main = root.find(".//main")
        text = "" if main is None else "".join(str(piece) for piece in main.itertext())
        found[file.relative_to(site).as_posix()] = re.sub(r"\s+", "", text)
    return found


def site_text(site: Path) -> str:
    """Text of all pages, without white space."""
    return "\n".join(pages_of(site).values())
