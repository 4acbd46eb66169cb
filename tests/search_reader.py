"""Two ways to answer a query: from the postings of the search index alone, and by looking through every text."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from gongshi.pages.search.folding import terms_of
from gongshi.pages.search.index import Document
from gongshi.pages.search.postings import SYMBOLS, shard_of

__all__ = ["from_postings", "looked_through", "numbers_in"]


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
