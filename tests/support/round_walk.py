"""Walking through a round as staff do: the commands of a case's steps.txt, and its records filled in by and by."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from invoke.program import Program
from workspace_factory import REPOSITORY, line

from gongshi.diagnostics import Severity
from gongshi.model.base import UNFILLED
from gongshi.records.load import load
from gongshi.records.locate import locate
from gongshi.records.structure import structure
from gongshi.rules.check import check
from gongshi.rules.table import RULES

_STEP = re.compile(r"(?P<day>\d{4}-\d\d-\d\d) (?P<verb>invoke|填写) (?P<words>.+)")
_ITEM = "  - id: "


@dataclass(frozen=True)
class Step:
    """One line of steps.txt."""

    day: dt.date
    fills: bool
    """Whether a record is filled in; otherwise a command is run."""
    words: str
    """The command without `invoke`, or the record's file below content/."""


@dataclass(frozen=True)
class Look:
    """What a check says after commands and before the next record is filled in, or the other way round."""

    problems: tuple[str, ...]
    """Errors, a line each."""
    told: frozenset[str]
    """Where they are: file:line."""
    blanks: frozenset[str]
    """Where something is to be filled in; a block of text counts where it is opened."""


@dataclass
class Walk:
    """What was seen on the way."""

    root: Path
    scaffolded: list[Look] = field(default_factory=list)
    """A look after each run of commands."""
    filled: list[Look] = field(default_factory=list)
    """A look after each run of records that were filled in."""
    changed: dict[str, set[str]] = field(default_factory=dict)
    """By file: lines that a command had made and that the filled record does not have."""
    made: set[str] = field(default_factory=set)
    """Files that had been made by a command before they were filled in."""


def steps(case: Path) -> Iterator[Step]:
    """The lines of steps.txt that are no comment."""
    for text in (case / "steps.txt").read_text(encoding="utf-8").splitlines():
        if text and not text.startswith("#"):
            found = _STEP.fullmatch(text)
            assert found, text
            yield Step(dt.date.fromisoformat(found["day"]), found["verb"] == "填写", found["words"])


def walk(case: Path, root: Path) -> Walk:
    """Go all steps of a case, from an empty folder on."""
    seen = Walk(root)
    last: Step | None = None
    for step in steps(case):
        if last and step.fills != last.fills:
            (seen.filled if last.fills else seen.scaffolded).append(look(root, last.day))
        if step.fills:
            _fill(case, seen, step.words)
        else:
            _invoke(root, step)
        last = step
    return seen


def _invoke(root: Path, step: Step) -> None:
    """Run a task of the program, in this process, on its day."""
    words = [*step.words.split(), "--root", str(root), "--today", step.day.isoformat()]
    code: str | int | None = 0
    try:
        Program().run(["invoke", "--search-root", str(REPOSITORY), *words], exit=False)
    except SystemExit as end:
        code = end.code
    assert not code, step


def look(root: Path, day: dt.date) -> Look:
    """What a check would say of the records on a day."""
    records, report = load(root / "content")
    model, report = structure(records, report, day)
    report = check(model, RULES, report) if model and not report.has_errors else report
    problems = [line(d) for d in locate(report, records).diagnostics if d.severity is Severity.ERROR]
    told = (":".join(problem.split(":")[:2]) for problem in problems)
    blanks = (f"{name}:{number}" for name, file in records.items() for number in _blanks(file.text))
    return Look(tuple(problems), frozenset(told), frozenset(blanks))


def _blanks(text: str) -> Iterator[int]:
    """Lines with something to be filled in."""
    for number, content in enumerate(text.splitlines(), 1):
        if UNFILLED in content.partition("#")[0]:
            yield number - (content.strip() == UNFILLED)


def _fill(case: Path, seen: Walk, name: str) -> None:
    """Put the finished record in the place of what was made, and note what was made otherwise."""
    file, finished = seen.root / "content" / name, (case / "content" / name).read_text(encoding="utf-8")
    if file.exists():
        made = file.read_text(encoding="utf-8")
        finished = _as_far(finished, made) if name.endswith("notices.yaml") else finished
        seen.made.add(name)
        seen.changed.setdefault(name, set()).update(not_kept(made, finished))
    file.write_text(finished, encoding="utf-8")


def _as_far(finished: str, made: str) -> str:
    """The record up to the last item that has been made."""
    last = [text for text in made.splitlines() if text.startswith(_ITEM)][-1]
    return "\n\n".join(_paragraphs(finished, last)) + "\n"


def _paragraphs(finished: str, last: str) -> Iterator[str]:
    for paragraph in finished.rstrip("\n").split("\n\n"):
        yield paragraph
        if last in paragraph.splitlines():
            return


def not_kept(made: str, finished: str) -> Iterator[str]:
    """Lines of a made record that the finished one does not have in their order.

    A line to be filled in is kept if the finished record has it with something else in the place of 待填.
    """
    rest = finished.splitlines()
    for text in filter(None, made.splitlines()):
        head, blank, _ = text.partition(UNFILLED) if not text.lstrip().startswith("#") else (text, "", "")
        at = next((at for at, other in enumerate(rest) if other == text or (blank and other.startswith(head))), None)
        if at is None:
            yield text
        else:
            rest = rest[at + 1 :]
