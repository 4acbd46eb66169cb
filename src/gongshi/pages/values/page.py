"""A page before it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gongshi.pages.values.table import Table


@dataclass(frozen=True)
class Entry:
    """What the search knows of a page beside its title and its words."""

    kind: str
    """The kind of page in Chinese, shown beside a hit."""
    group: str = ""
    """Kinds of pages that hits are narrowed down to together, in Chinese; empty means the kind itself."""
    names: str = ""
    """What else the page's subject is called: a document number, former names; found as its title is."""
    lists: bool = False
    """Whether it only gathers what other pages are about: its words then count as listed."""


@dataclass(frozen=True)
class Page:
    """A page of the site: where it is, which template makes it, and from what."""

    url: str
    """From the site's root, with a slash at its end; empty for the home page."""
    template: str
    title: str
    description: str
    hub: str = ""
    """The page of the navigation it belongs to, by url."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """What its template gets beside the site."""
    contents: bool = False
    """Whether it carries a list of its sections."""
    entry: Entry | None = Entry("栏目")
    """None: the search does not find it."""
    updated: str = ""
    """ISO date of the latest fact on it; empty if it states none."""
    tables: tuple[Table, ...] = ()
    """Its tables; its template gets them as `tables` by their ids, and each is offered as files."""
    linked: tuple[Mapping[str, object], ...] = ()
    """What it is about, as JSON-LD objects."""
    feed: str = ""
    """The Atom feed of what it is about, from the site's root; empty for the site's own."""

    @property
    def source(self) -> str:
        """Its file in the staging folder."""
        return f"{self.url}index.md"
