"""The files of a notice: its text, its PDF and DOCX, their former versions, the blank form that goes with a call."""

from dataclasses import dataclass
from pathlib import Path

from gongshi.public.passage import Passage


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
        """The path of a former version inside the site: the notice's, with the first 12 digits of the SHA-256."""
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
        """The versions before the latest."""
        latest = self.versions[0].version if self.versions else 0
        return tuple(version for version in self.versions if version.version < latest)

    def sheet_with(self, words: tuple[str, ...]) -> int | None:
        """The first page of the PDF, from 1, on which all the words stand; None if there is none."""
        wanted = ["".join(word.split()) for word in words]
        found = (number for number, text in enumerate(self.sheets, start=1) if all(w in text for w in wanted))
        return next(found, None)


def form_path(programme: str, kind: str) -> str:
    """Where a round's blank application form is, from the site's root; `kind` is docx or xlsx."""
    return f"programmes/{programme}/application-form.{kind}"
