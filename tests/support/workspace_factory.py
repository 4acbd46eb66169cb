"""Workspaces for tests: copies of the minimal one with other files laid over it, and what a run says of them."""

import datetime as dt
import functools
import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

from case_changes import apply_changes

from gongshi.console import place_of
from gongshi.diagnostics import Diagnostic, Report, Severity
from gongshi.environment.project import open_project
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.project import Project
from gongshi.records.load import Records, load
from gongshi.records.structure import structure

REPOSITORY = Path(__file__).resolve().parents[2]
CASES = REPOSITORY / "tests" / "cases"
MINIMAL = CASES / "workspace"
"""A workspace of an invented scheme with one round from call to approval, and a draft."""
BAD = CASES / "bad"
"""One folder for each bad input: what differs from the minimal workspace, and what is to be said of it."""
ROUND = "2021-water-parks"
"""The minimal workspace's only round."""
CHANGES = "change.yaml"
"""Says what a case changes in the minimal workspace's records."""
EXPECTED = "expected.txt"
"""Says what is to be told of a case."""
RECORDS = f"content/programmes/{ROUND}"
NEW_YEAR = dt.date(2022, 1, 1)
"""A clock for workspaces that pin no day of their own."""

_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "说明"}


def copy_workspace(target: Path, case: Path | None = None) -> Path:
    """The minimal workspace at `target`, with a case laid over it."""
    shutil.copytree(MINIMAL, target)
    if case:
        overlay(target, case)
    return target


def overlay(root: Path, case: Path) -> None:
    """Lay the whole files of a case over a workspace, and make its changes."""
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(CHANGES, EXPECTED))
    if (case / CHANGES).exists():
        apply_changes(root, case / CHANGES)


def rewrite(file: Path, old: str, new: str) -> None:
    """Put `new` in the place of `old`, which stands once in the file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")


@functools.cache
def _program() -> Project:
    return open_project(MINIMAL, 2)


def project_of(root: Path) -> Project:
    """A project with two jobs for the workspace at `root`, with the fonts of this machine."""
    return replace(_program(), root=root, out=root, today=NEW_YEAR)


def read(root: Path) -> tuple[Model, Records, Report]:
    """The model of a workspace that can be read, its records, and what reading them told."""
    records, report = load(root / "content")
    model, report = structure(records, report, NEW_YEAR)
    assert model is not None, lines(report.diagnostics)
    return model, records, report


@functools.cache
def minimal_model() -> Model:
    """The model of the minimal workspace."""
    return read(MINIMAL)[0]


@functools.cache
def sample_model() -> Model:
    """The model of the sample workspace."""
    return read(REPOSITORY)[0]


def minimal_round() -> Round:
    """The only round of the minimal workspace."""
    return minimal_model().rounds[ROUND]


def with_round(changed: Round) -> Model:
    """The minimal model with another round in the place of its own."""
    return replace(minimal_model(), rounds={ROUND: changed})


def line(diagnostic: Diagnostic) -> str:
    """A problem on one line: place, weight, code, field, value; a dash where there is none."""
    word = _WORDS[diagnostic.severity]
    parts = (place_of(diagnostic.place), word, diagnostic.code, diagnostic.field or "—", diagnostic.value or "—")
    return " ".join(parts)


def lines(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Errors and warnings on a line each; notes speak of the machine and are left out."""
    return [line(d) for d in diagnostics if d.severity is not Severity.NOTE]


def snapshot(root: Path) -> dict[str, tuple[str, int]]:
    """Bytes and time of every file that people see in notices/ and site/, and where `site` points."""
    seen = {
        path.relative_to(root).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for folder in (root / "notices", (root / "site").resolve())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return seen | {"site": (str((root / "site").resolve().name), 0)}
