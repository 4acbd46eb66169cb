"""The surroundings of a run as plain values: the workspace's folder, the day, fonts and libraries."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FontRole:
    """One of the five roles of type (小标宋, 仿宋, 楷体, 黑体, 宋体) with the fonts that are used for it."""

    name: str
    """title, body, kai, hei or song."""
    official: str
    """The family that the DOCX names, e.g. 方正小标宋简体."""
    families: tuple[str, ...]
    """Installed families in order of preference; the others supply single glyphs that the first lacks."""
    licensed: bool
    """Whether the first family is the official one; False means a stand-in."""
    synonyms: tuple[str, ...] = ()
    """Other names of the official typeface that a document from elsewhere may use, e.g. FangSong."""


@dataclass(frozen=True)
class Fonts:
    """Fonts found on this machine for the five roles."""

    folders: tuple[Path, ...]
    """Folders that hold them; no other font is used."""
    roles: tuple[FontRole, ...]

    def role(self, name: str) -> FontRole:
        """The role of that name; KeyError if there is none."""
        return {role.name: role for role in self.roles}[name]


@dataclass(frozen=True, kw_only=True)
class WorkspaceFolder:
    """A workspace as a folder, with today's date: all that is needed to read, check and add to its records."""

    root: Path
    """The folder that holds content/."""
    program: Path
    """The folder that holds the program's own templates/ and mkdocs.yml."""
    today: dt.date
    """The clock's day, or the day that was asked for."""
    out: Path
    """Where outputs go: the workspace itself, or another folder for a preview."""
    pinned: bool = True
    """Whether the day that the workspace may pin for demonstrations overrides `today`."""

    @property
    def content(self) -> Path:
        """Records."""
        return self.root / "content"

    @property
    def templates(self) -> tuple[Path, ...]:
        """Template folders, the workspace's own first."""
        own = self.root / "templates"
        theirs = self.program / "templates"
        return (own, theirs) if own.is_dir() and own != theirs else (theirs,)

    @property
    def notices(self) -> Path:
        """Approved notices."""
        return self.out / "notices"

    @property
    def site(self) -> Path:
        """The public site's current release."""
        return self.out / "site"

    @property
    def releases(self) -> Path:
        """Releases of the site, of which `site` points at one."""
        return self.out / ".releases"

    @property
    def build(self) -> Path:
        """Drafts, staging and the memory of the last run; may be deleted at any time."""
        return self.out / "build"

    @property
    def memory(self) -> Path:
        """What the last run made, and of what."""
        return self.build / "memory.json"

    @property
    def lock(self) -> Path:
        """The file that is locked while a run writes to the workspace."""
        return self.build / "publish.lock"


@dataclass(frozen=True, kw_only=True)
class Project(WorkspaceFolder):
    """A workspace together with what this machine has to make its notices and its site."""

    fonts: Fonts
    jobs: int
    """How many documents are made at a time."""
    tools: Mapping[str, str]
    """Releases of the libraries and programs on which outputs depend, by name, e.g. typst: 0.15.2."""
