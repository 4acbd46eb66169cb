"""Reads a workspace: from its folder of YAML files to the typed model, with every problem on the way."""

from dataclasses import dataclass, replace

from gongshi.diagnostics import Report
from gongshi.engine.timer import Timer
from gongshi.model.model import Model
from gongshi.project import WorkspaceFolder
from gongshi.records.load import Records, load
from gongshi.records.locate import locate
from gongshi.records.structure import structure


@dataclass(frozen=True)
class Read:
    """The result of reading a workspace."""

    records: Records
    """The files that could be parsed, by path."""
    model: Model | None
    """None if the settings or the regions cannot be read. Other faulty records are left out of it."""
    report: Report
    """Every problem with its line and column, in the language that the workspace wants."""


def read(folder: WorkspaceFolder) -> Read:
    """The records of a workspace; their content is checked later, by `gongshi.rules`."""
    timer = Timer()
    records, report = timer.time("读取", load, folder.content)
    model, report = timer.time("结构", structure, records, report, folder.today, pinned=folder.pinned)
    report = replace(report, timings=timer.timings, language=model.workspace.language if model else report.language)
    return Read(records, model, locate(report, records))
