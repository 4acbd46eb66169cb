"""What a site's pages put into the search, and two ways to answer a query: by its postings and by reading all."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import html

from gongshi.pages.build.all_pages import pages_of
from gongshi.pages.build.bodies import write_sources
from gongshi.pages.catalogue.catalogue import catalogue_of
from gongshi.pages.data.files import data_files
from gongshi.pages.search.folding import folded
from gongshi.pages.search.index import Document, documents_of
from gongshi.pages.search.postings import SYMBOLS, shard_of
from gongshi.pages.values.files import NoticeFiles
from gongshi.public.site import PublicSite

_APART = (
    "ancestor-or-self::nav or ancestor-or-self::form or ancestor-or-self::script or ancestor-or-self::noscript "
    "or ancestor-or-self::*[@hidden or @data-search='no']"
)


def documents_in(public: PublicSite, files: Mapping[str, NoticeFiles], folder: Path) -> tuple[Document, ...]:
    """What the pages of a site put into the search; they are written into `folder`."""
    catalogue = catalogue_of(public, files)
    pages = pages_of(catalogue, data_files(catalogue.site))
    templates = Path(__file__).resolve().parents[2] / "templates"
    return documents_of(pages, write_sources(pages, catalogue, [templates], folder))


def seen_on(site: Path) -> dict[str, list[str]]:
    """The pieces of text that stand on each page of a built site, by url, without ways to elsewhere and downloads."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        url = file.parent.relative_to(site).as_posix().removeprefix(".")
        main = html.fromstring(file.read_bytes())
        pieces = main.xpath(f"//*[@id='content']//text()[normalize-space() and not(parent::*[{_APART}])]")
        assert isinstance(pieces, list)
        found[f"{url}/" if url else ""] = [str(piece) for piece in pieces]
    return found


def numbers_in(symbols: str) -> list[int]:
    """The numbers that symbols stand for; the last of each is below 60."""
    found, value, factor = [], 0, 1
    for symbol in symbols:
        digit = SYMBOLS.index(symbol)
        value, factor = value + digit * factor, factor * 32
        if digit < 60:
            found.append(value)
            value, factor = 0, 1
    return found


def places_by_field(posting: str) -> dict[int, list[int]]:
    """A posting read: the places of its pair in each field."""
    fields, counts, distances = map(numbers_in, posting.split(" "))
    steps, found, field = iter(distances), {}, -1
    for gap, count in zip(fields, counts, strict=True):
        field, place, places = field + gap + 1, -1, []
        for _ in range(count + 1):
            place += next(steps) + 1
            places.append(place)
        found[field] = places
    assert next(steps, None) is None
    return found


def from_postings(files: Mapping[str, bytes], query: str) -> list[int]:
    """Numbers of the documents that hold every term, by the postings of all neighbouring pairs; hits in order."""
    manifest = json.loads(files["search/manifest.json"])

    def read(path: str) -> Any:
        return json.loads(files[f"search/{manifest['edition']}/{path}.json"])

    def posting(pair: str) -> dict[int, list[int]]:
        found = read(f"pairs/{shard_of(pair, manifest['pairs'])}").get(pair, "  ")
        long = isinstance(found, int)
        return places_by_field(f"{read(f'often/{found}')} {read(f'often/{found}-places')}" if long else found)

    def fields_with(term: str) -> set[int]:
        steps = [posting(term[at : at + 2]) for at in range(len(term) - 1)]
        return {
            field
            for field, places in steps[0].items()
            if any(all(begin + step in other.get(field, ()) for step, other in enumerate(steps)) for begin in places)
        }

    found = [fields_with(term) for term in terms_of(query)]
    best = {
        n: [_best(3 * n + field in fields for field in range(3)) for fields in found]
        for n in {f // 3 for f in found[0]}
    }
    return _ranked(best)


def terms_of(query: str) -> tuple[str, ...]:
    """What a query asks for, as the script takes it apart: its words by white space, folded, each once."""
    return tuple(dict.fromkeys(folded(query).split(" "))) if folded(query) else ()


def looked_through(documents: Sequence[Document], query: str) -> list[int]:
    """The same without an index."""
    terms = terms_of(query)
    fields = [each.fields for each in documents]
    return _ranked({n: [_best(term in text for text in texts) for term in terms] for n, texts in enumerate(fields)})


def _best(held: Iterable[bool]) -> int:
    """The first field that holds a term: its name 0, its text 1, what it lists 2; 3 if none does."""
    return next((field for field, holds in enumerate(held) if holds), 3)


def _ranked(best: Mapping[int, Sequence[int]]) -> list[int]:
    """Documents that hold every term: most terms in the name first, then fewest only listed, then in their order."""
    hits = [n for n, fields in best.items() if fields and max(fields) < 3]
    return sorted(hits, key=lambda n: (sum(f > 0 for f in best[n]), sum(f > 1 for f in best[n]), n))
