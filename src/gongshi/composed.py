"""Reads, checks and composes the records of a workspace: everything that can be said before a file is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gongshi.diagnostics import Diagnostic, Place, Report, note
from gongshi.documents.compose import compose
from gongshi.documents.notice import Notice
from gongshi.documents.round_view import RoundView
from gongshi.documents.writers import WRITERS
from gongshi.engine.timer import Timer
from gongshi.model.model import Model
from gongshi.project import Fonts, Project
from gongshi.records.load import Records
from gongshi.records.locate import locate
from gongshi.records.read import read
from gongshi.rules.check import check
from gongshi.rules.table import RULES

STAND_IN_FONT = note(
    "stand-in-font",
    "PDF 使用替代字体：{value}。",
    "有正式字体的，请放入 .fonts/ 后重新发布；DOCX 仍用正式字体名称。",
    "The PDF uses stand-in fonts. Put the office's own into .fonts/; the DOCX names the official ones.",
)


@dataclass(frozen=True)
class Composed:
    """What was made of the records of a workspace."""

    records: Records
    report: Report
    model: Model | None = None
    """None if the report has errors: nothing of it may be published then."""
    notices: Sequence[Notice] = ()
    views: Mapping[str, RoundView] = field(default_factory=dict)
    """What the notices of each round were composed from, by the round's id."""


def compose_project(project: Project) -> Composed:
    """Read and check the records of a workspace and compose its notices; stops after the first step with errors."""
    found = read(project)
    if found.model is None:
        return Composed(found.records, found.report)
    timer = Timer()
    report = timer.time("检查", check, found.model, RULES, found.report)
    if report.has_errors:
        return Composed(found.records, locate(report.plus(timings=timer.timings), found.records))
    notices, views, report = timer.time("编写", compose, found.model, WRITERS, project.templates, report)
    report = locate(report, found.records).plus(*_stand_ins(project.fonts), timings=timer.timings)
    return Composed(found.records, report, None if report.has_errors else found.model, notices, views)


def _stand_ins(fonts: Fonts) -> list[Diagnostic]:
    """Which families stand in for the official ones, as one note."""
    pairs = [f"{role.official}→{role.families[0]}" for role in fonts.roles if not role.licensed]
    return [Diagnostic(STAND_IN_FONT, Place(".fonts/"), value="，".join(pairs))] if pairs else []
