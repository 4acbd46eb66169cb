"""Every link of the finished site followed over HTTP, served by nginx; and how each kind of file comes.

`python bench/crawl.py [workspace]`; needs nginx. Ends with 1 if a link is dead or leads to another host.
"""

import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html
from nginx import PROGRAM, nginx


def answer(address: str) -> tuple[int, Any, bytes]:
    """Status, headers and body of an address."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310 - of this machine
    try:
        with urllib.request.urlopen(request) as got:  # noqa: S310 - as above
            return got.status, got.headers, got.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, b""


def links(page: Path) -> tuple[list[str], set[str]]:
    """Where a page leads, and the places in it that can be led to."""
    tree: Any = html.fromstring(page.read_bytes())
    found = tree.xpath("//a/@href | //link[not(@rel='canonical')]/@href | //@src | //form/@action")
    return [str(link) for link in found if not str(link).startswith(("mailto:", "tel:"))], set(tree.xpath("//@id"))


def main() -> None:
    """Print the dead links, the other hosts and a table of the kinds of files."""
    workspace = Path(sys.argv[1] if len(sys.argv) > 1 else PROGRAM)
    site = (workspace / "site").resolve()
    with tempfile.TemporaryDirectory() as name, nginx(workspace, Path(name)) as root:
        known = {
            urljoin(root, path.relative_to(site).as_posix().removesuffix("index.html")): links(path)
            for path in site.rglob("*.html")
        }
        wanted = {urljoin(page, link): page for page, (found, _) in known.items() for link in found}
        foreign = sorted(link for link in wanted if not link.startswith(root))
        own = {urldefrag(link)[0] for link in wanted if link.startswith(root)}
        answers = {address: answer(address) for address in sorted(own)}
        dead = [address for address, (status, _, _) in answers.items() if status != 200]  # noqa: PLR2004 - HTTP
        for link in wanted:
            place, fragment = urldefrag(link)
            anchors = known.get(place.partition("?")[0], ((), set[str]()))[1]
            if fragment and not urlsplit(place).path.endswith(".pdf") and unquote(fragment) not in anchors:
                dead.append(link)
        print(f"{len(known)} pages, {len(wanted)} links, {len(dead)} dead, {len(foreign)} to other hosts")
        print(*(f"{link} on {wanted.get(link, '')}" for link in [*dead, *foreign]), sep="\n")
        show_kinds({**answers, f"{root}no/such/": answer(f"{root}no/such/")})
    sys.exit(bool(dead or foreign))


def show_kinds(answers: dict[str, tuple[int, Any, bytes]]) -> None:
    """Print one line for each kind of file: status, content type, how many, and how many of them were packed."""
    kinds: dict[tuple[str, int, str], list[bool]] = {}
    for address, (status, headers, _) in answers.items():
        path = urlsplit(address).path
        kind = "page" if path.endswith("/") else PurePosixPath(path).suffix or "other"
        packed = headers.get("Content-Encoding") == "gzip"
        kinds.setdefault((kind, status, headers.get("Content-Type", "")), []).append(packed)
    for (kind, status, content_type), packed_ones in sorted(kinds.items()):
        print(f"{kind:9}{status:5}  {content_type:75}{len(packed_ones):6}{sum(packed_ones):6} gzip")


if __name__ == "__main__":
    main()
