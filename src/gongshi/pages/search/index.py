"""What the site's search reads: postings and texts in small files, so that a query loads a few of them.

The files are below a folder named by their contents, so that an old file is never read with a new manifest.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from gongshi.pages.search.folding import folded, settled
from gongshi.pages.search.postings import postings_of, shards_of
from gongshi.pages.search.reading import PageText
from gongshi.pages.values.page import Entry, Page

_VERSION = 2
"""Of the files' form; the script refuses another one."""
_PAIRS_OCTETS = 6_000
"""What a file of postings holds at most on average, before compression."""
_TEXTS_OCTETS = 12_000
"""About what a file of texts holds, before compression; a longer text has a file of its own."""
_OFTEN_OCTETS = 4_000
"""A posting longer than this has files of its own, which are loaded only if the others leave a query open."""
_MOST_SHARDS = 1 << 12


@dataclass(frozen=True)
class Document:
    """A page as the search knows it."""

    url: str
    title: str
    kind: str
    """Shown beside a hit."""
    group: str
    """What hits are narrowed down to."""
    names: str
    """What else it is called: a hit in it counts as one in the title."""
    text: str
    listed: str = ""
    """What it only lists of other pages: a hit in it comes after one in the text."""

    @property
    def fields(self) -> tuple[str, str, str]:
        """What it is found by, folded: what it is called, its text, and what it lists."""
        return folded(f"{self.title} {self.names}"), folded(self.text), folded(self.listed)


def documents_of(pages: Iterable[Page], texts: Mapping[str, PageText]) -> tuple[Document, ...]:
    """The pages that can be found, with their words by url, in the order in which hits come."""
    return tuple(_document(page, page.entry, texts[page.url]) for page in pages if page.entry)


def _document(page: Page, entry: Entry, text: PageText) -> Document:
    own, listed = ("", f"{text.own} {text.listed}") if entry.lists else (text.own, text.listed)
    return Document(
        url=page.url,
        title=settled(page.title),
        kind=entry.kind,
        group=entry.group or entry.kind,
        names=settled(entry.names),
        text=settled(own),
        listed=settled(listed),
    )


def search_files(documents: Sequence[Document]) -> dict[str, bytes]:
    """The files by their path inside the site: the manifest, files of postings and files of texts."""
    files = _files_of_pairs(postings_of(text for document in documents for text in document.fields))
    texts, together = _files_of_texts(documents)
    files |= texts
    edition = _fingerprint(files)
    groups = [[group, len(list(found))] for group, found in groupby(documents, key=lambda document: document.group)]
    pairs = sum(path.startswith("pairs/") for path in files)
    manifest = {"version": _VERSION, "edition": edition, "groups": groups, "pairs": pairs, "texts": together}
    return {
        "search/manifest.json": _json(manifest),
        **{f"search/{edition}/{path}": content for path, content in files.items()},
    }


def _files_of_pairs(postings: Mapping[str, str]) -> dict[str, bytes]:
    """Postings by shard; of a long one the shard gives the number of its two files: its fields, and the rest."""
    files: dict[str, bytes] = {}
    kept: dict[str, str | int] = {}
    for pair, posting in postings.items():
        kept[pair] = posting
        if len(posting) > _OFTEN_OCTETS:
            kept[pair] = number = len(files) // 2
            fields, rest = posting.split(" ", 1)
            files |= {f"often/{number}.json": _json(fields), f"often/{number}-places.json": _json(rest)}
    count = _power_of_two(len(_json(kept)) / _PAIRS_OCTETS)
    return files | {f"pairs/{n}.json": _json(shard) for n, shard in enumerate(shards_of(kept, count))}


def _files_of_texts(documents: Sequence[Document]) -> tuple[dict[str, bytes], int]:
    """The files of texts, and how many documents each holds; of a long text the row gives the number of its file."""
    files: dict[str, bytes] = {}
    rows: list[bytes] = []
    for document in documents:
        called = [document.url, document.title, document.kind, document.names]
        text = [document.text, document.listed]
        row = _json([*called, *text])
        if len(row) > _TEXTS_OCTETS:
            row = _json([*called, len(files)])
            files[f"long/{len(files)}.json"] = _json(text)
        rows.append(row)
    together = max(1, len(rows) * _TEXTS_OCTETS // max(1, sum(map(len, rows))))
    for number, first in enumerate(range(0, len(rows), together)):
        files[f"texts/{number}.json"] = b"[" + b",".join(rows[first : first + together]) + b"]"
    return files, together


def _power_of_two(least: float) -> int:
    shards = 1
    while shards < min(least, _MOST_SHARDS):
        shards *= 2
    return shards


def _fingerprint(files: dict[str, bytes]) -> str:
    whole = hashlib.sha256()
    for path, content in sorted(files.items()):
        whole.update(f"{path} {len(content)}\n".encode() + content)
    return whole.hexdigest()[:16]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
