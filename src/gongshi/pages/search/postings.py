"""The search index: for every pair of neighbouring characters where it stands, in few octets.

The texts are numbered fields. A pair's posting is three words, for the fields that hold it, for how often each does,
and for the places in each; every number is the distance from the one before. A number is written in base 32 with
symbols of ASCII, the last of which is below 60. templates/site/theme/assets/search/postings.js reads it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

SYMBOLS = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\')
"""The digits: what JSON writes as it is, without the space, which parts the words."""
_ENDING = 60
"""Symbols below this one end a number; the others say that it goes on."""
_BASE = len(SYMBOLS) - _ENDING


@dataclass
class _Posting:
    """Where one pair stands, while the index is being made."""

    last: int = -1
    fields: list[str] = field(default_factory=list)
    counts: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def add(self, number: int, places: list[int]) -> None:
        """Note the places in one field; fields come in their order."""
        self.fields.append(number_in_symbols(number - self.last - 1))
        self.counts.append(number_in_symbols(len(places) - 1))
        before = -1
        for place in places:
            self.places.append(number_in_symbols(place - before - 1))
            before = place
        self.last = number

    def __str__(self) -> str:
        return " ".join("".join(part) for part in (self.fields, self.counts, self.places))


@lru_cache(maxsize=1 << 16)
def number_in_symbols(number: int) -> str:
    """A whole number from 0 as symbols, the lowest digit first."""
    if number < _ENDING:
        return SYMBOLS[number]
    rest, digit = divmod(number - _ENDING, _BASE)
    return SYMBOLS[_ENDING + digit] + number_in_symbols(rest)


def postings_of(fields: Iterable[str]) -> dict[str, str]:
    """The posting of every pair of neighbouring characters of folded texts; pairs with white space are left out."""
    postings: dict[str, _Posting] = {}
    for number, text in enumerate(fields):
        found: dict[str, list[int]] = {}
        for place in range(len(text) - 1):
            found.setdefault(text[place : place + 2], []).append(place)
        for pair, places in found.items():
            if " " not in pair:
                postings.setdefault(pair, _Posting()).add(number, places)
    return {pair: str(posting) for pair, posting in sorted(postings.items())}


def shard_of(pair: str, shards: int) -> int:
    """In which of 2ⁿ shards a pair is: the FNV-1a hash of its code points."""
    value = 2166136261
    for character in pair:
        value = (value ^ ord(character)) * 16777619 & 0xFFFFFFFF
    return (value >> 15) % shards


def shards_of(postings: Mapping[str, str | int], shards: int) -> list[dict[str, str | int]]:
    """The postings by shard."""
    parts: list[dict[str, str | int]] = [{} for _ in range(shards)]
    for pair, posting in postings.items():
        parts[shard_of(pair, shards)][pair] = posting
    return parts
