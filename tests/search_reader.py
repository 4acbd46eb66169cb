"""Two ways to answer a query: from the postings of the search index alone, and by looking through every text."""

import json
from collections.abc import Mapping, Sequence
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
    numbers = {field // 2 for field in found[0]}
    hits = [n for n in numbers if all(2 * n in fields or 2 * n + 1 in fields for fields in found)]
    return sorted(hits, key=lambda n: (sum(2 * n not in fields for fields in found), n))


def looked_through(documents: Sequence[Document], query: str) -> list[int]:
    """The same without an index."""
    terms = terms_of(query)
    hits = [n for n, each in enumerate(documents) if all(any(t in text for text in each.fields) for t in terms)]
    return sorted(hits, key=lambda n: (sum(term not in documents[n].fields[0] for term in terms), n))
