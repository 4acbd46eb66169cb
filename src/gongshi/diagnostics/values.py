"""A problem as a value: code, place, field, value, facts."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error stops the run before anything is written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is: a file, and inside it either a path of keys or a line."""

    file: str
    """Path relative to the workspace, with forward slashes."""
    path: tuple[str | int, ...] = ()
    """Keys and list positions (from 0) that lead to the value, e.g. ("applications", 3, "category")."""
    line: int | None = None
    """Line, counted from 1; None until it has been worked out."""
    column: int | None = None
    """Column, counted from 1; None until it has been worked out."""
    offset: int = 0
    """Lines below the start of a block text at `path`, counted from 1; 0 if it is not inside one."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. Its wording is in the catalogue, under `code`."""

    code: str
    """Name of the entry in `gongshi.diagnostics.catalogue`."""
    place: Place
    field: str = ""
    """The field's Chinese name as staff know it."""
    value: str = ""
    """The offending value, as written."""
    facts: tuple[tuple[str, str], ...] = ()
    """Further named values for the entry's wording."""
    clause: str = ""
    """Where the rule stands: a clause of the scheme, of GB/T 9704-2012, of the handbook."""
