"""A page before it is written, and the look-ups that pages share."""

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from gongshi.pages.clauses import sheet_of_clause
from gongshi.pages.data.files import data_files
from gongshi.pages.feeds.changes import Change, changes_of
from gongshi.pages.tables.table import Source, Table
from gongshi.pages.wording import day
from gongshi.public.passage import Passage
from gongshi.public.types import (
    PublicAward,
    PublicCategory,
    PublicCounty,
    PublicEvent,
    PublicNotice,
    PublicProgramme,
    PublicScheme,
    PublicSite,
)

__all__ = [
    "Catalogue",
    "Entry",
    "FileVersion",
    "FormFiles",
    "NoticeFiles",
    "Page",
    "absolute",
    "catalogue_of",
    "form_path",
    "relative",
]


@dataclass(frozen=True)
class FileVersion:
    """A file of a notice as it was released once."""

    kind: str
    """pdf or docx."""
    size: int
    """Octets."""
    sha256: str
    released_on: str
    """ISO date of the release that brought it, from the record of releases."""
    version: int = 1
    """Counted from 1 for each notice."""
    file: Path | None = None
    """Its bytes, if the site has kept them."""

    def address(self, key: str) -> str:
        """Where a former version stands, from the site's root: the notice's address with the first of its SHA-256."""
        return f"notices/{key}.{self.sha256[:12]}.{self.kind}"

    def places(self, key: str, site: Path) -> tuple[Path, Path]:
        """Where a site may hold it: as the version that stood until now, or as a former one already."""
        return site / f"notices/{key}.{self.kind}", site / self.address(key)


@dataclass(frozen=True)
class FormFiles:
    """The blank application form of one round."""

    docx: Path
    xlsx: Path


@dataclass(frozen=True)
class NoticeFiles:
    """The text and the finished files of one published notice."""

    key: str
    """programme/id, e.g. 2026-parks/call."""
    passages: tuple[Passage, ...]
    """The notice's text."""
    docx: Path
    pdf: Path
    sheets: tuple[str, ...] = ()
    """The text of each page of the PDF, white space taken out; by it a figure's page is found."""
    versions: tuple[FileVersion, ...] = ()
    """Every version of its files ever released, the latest first: of each version the PDF, then the DOCX."""
    form: FormFiles | None = None
    """The blank application form that goes with a call."""

    @property
    def former(self) -> tuple[FileVersion, ...]:
        """The versions that another one took the place of."""
        latest = self.versions[0].version if self.versions else 0
        return tuple(version for version in self.versions if version.version < latest)

    def sheet_with(self, words: tuple[str, ...]) -> int | None:
        """The first page of the PDF, from 1, on which all the words stand; None if there is none."""
        wanted = ["".join(word.split()) for word in words]
        found = (number for number, text in enumerate(self.sheets, start=1) if all(w in text for w in wanted))
        return next(found, None)


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


@dataclass(frozen=True)
class Catalogue:
    """The projection, with its parts by id."""

    site: PublicSite
    files: Mapping[str, NoticeFiles]
    forms: Mapping[str, FormFiles]
    """Blank application forms by round, of those whose call is public."""
    schemes: Mapping[str, PublicScheme]
    programmes: Mapping[str, PublicProgramme]
    counties: Mapping[str, PublicCounty]
    awards: Mapping[str, PublicAward]
    notices: Mapping[str, PublicNotice]
    """By key, the latest first."""
    changes: tuple[Change, ...]
    """What the public learnt, the latest first."""

    @cached_property
    def data(self) -> Mapping[str, bytes]:
        """The data files by their path inside the site's folder of data."""
        return data_files(self.site)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a round, the latest first."""
        return tuple(sorted({programme.year for programme in self.site.programmes}, reverse=True))

    def awards_of(self, divisions: Collection[str]) -> list[PublicAward]:
        """Whoever of some divisions was proposed, awarded, a pilot or fell out, by year, the latest first."""
        found = [award for award in self.awards.values() if award.division in divisions]
        return sorted(found, key=lambda award: self.programmes[award.programme].year, reverse=True)

    def category(self, award: PublicAward) -> PublicCategory:
        """The category of an award in its round."""
        categories = self.programmes[award.programme].categories
        return next(category for category in categories if category.id == award.category)

    def clause_sources(self, programme: PublicProgramme, clause: str) -> tuple[Source, ...]:
        """A clause of a round's call, or each of several that 、 joins; none if no call stands."""
        calls = [notice for notice in programme.notices if notice.kind == "call" and not notice.withdrawn_by]
        first = min(calls, key=lambda notice: (notice.issued_on, notice.key), default=None)
        return tuple(Source(first.key, part) for part in clause.split("、") if part) if first else ()

    def told_by(self, event: PublicEvent) -> tuple[Source, ...]:
        """The notice that tells a step of a round, on the page that gives its last day; none if no notice tells it."""
        if event.notice not in self.notices:
            return ()
        words = (day(event.last_day),)
        return (Source(event.notice, words=words if self.files[event.notice].sheet_with(words) else ()),)

    def sheet_of(self, source: Source) -> int | None:
        """The page of the notice's PDF on which a figure or its clause stands; None if it is nowhere in it."""
        files, notice = self.files[source.notice], self.notices[source.notice]
        if source.clause and not source.words and notice.kind == "call":
            return sheet_of_clause(files.sheets, source.clause, self.programmes[notice.programme].terms_title)
        return files.sheet_with(source.words)


def catalogue_of(site: PublicSite, files: Mapping[str, NoticeFiles]) -> Catalogue:
    """The look-ups for a site; KeyError if a published notice has no files."""
    notices = [notice for programme in site.programmes for notice in programme.notices]
    notices.sort(key=lambda notice: notice.issued_on, reverse=True)
    forms = {p.id: form for p in site.programmes if p.has_form for n in p.notices if (form := files[n.key].form)}
    awards = [award for p in site.programmes for award in (*p.awards, *p.pilots, *p.dropped)]
    return Catalogue(
        site=site,
        files={notice.key: files[notice.key] for notice in notices},
        forms=forms,
        schemes={scheme.id: scheme for scheme in site.schemes},
        programmes={programme.id: programme for programme in site.programmes},
        counties={county.id: county for county in site.counties},
        awards={award.id: award for award in awards},
        notices={notice.key: notice for notice in notices},
        changes=changes_of(site),
    )


def absolute(target: str, site_url: str) -> str:
    """The address of `target`, given from the site's root, as programs elsewhere need it."""
    return f"{site_url}{'' if site_url.endswith('/') else '/'}{quote(target, safe='/#=?')}"


def form_path(programme: str, kind: str) -> str:
    """Where a round's blank application form is, from the site's root; `kind` is docx or xlsx."""
    return f"programmes/{programme}/application-form.{kind}"


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
