"""How the search compares text; templates/site/theme/assets/search/folding.js does the same in the browser."""

import unicodedata
from functools import cache

_OUT = frozenset({"Ps", "Pe", "Pi", "Pf", "Cf"})
"""Categories of characters that count for nothing: brackets, quotation marks, what is invisible."""
_OUT_SIGNS = frozenset('<>"')
"""Signs of other categories that people type as brackets and quotation marks."""
_SPACE = frozenset({"Zs", "Zl", "Zp", "Cc"})
"""Categories of white space."""


def settled(text: str) -> str:
    """Text as the search keeps and shows it: composed characters (NFC), white space made single."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def folded(text: str) -> str:
    """Text as it is compared: compatible characters alike (NFKC), lower case, no brackets, white space single.

    After composition each character is folded by itself, so that a place in the result can be traced to the original.
    """
    plain = "".join(_folded(character) for character in unicodedata.normalize("NFC", text))
    return " ".join(part for part in plain.split(" ") if part)


@cache
def _folded(character: str) -> str:
    return "".join(map(_counted, unicodedata.normalize("NFKC", character).lower()))


def _counted(unit: str) -> str:
    category = unicodedata.category(unit)
    if category in _OUT or unit in _OUT_SIGNS:
        return ""
    return " " if category in _SPACE else unit
