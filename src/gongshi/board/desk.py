"""From a workspace to its board."""

from dataclasses import replace

from gongshi.board.board import Board, board
from gongshi.diagnostics import Report
from gongshi.project import Project
from gongshi.records.load import load
from gongshi.records.locate import locate
from gongshi.records.structure import structure
from gongshi.rules.check import check
from gongshi.rules.table import RULES


def open_board(project: Project) -> tuple[Board | None, Report]:
    """The board of a workspace and what its records' checks tell; no board if settings or regions cannot be read."""
    records, report = load(project.content)
    model, report = structure(records, report, project.today, pinned=project.pinned)
    if model is None:
        return None, locate(report, records)
    report = check(model, RULES, replace(report, language=model.workspace.language))
    programmes = (path.name for path in project.content.glob("programmes/[!.]*") if path.is_dir())
    return board(model, report.diagnostics, programmes), locate(report, records)
