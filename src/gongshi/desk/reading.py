"""Records for a look at one round: read and structured, not checked, so that what is wrong with it can be seen."""

from gongshi.diagnostics import Report
from gongshi.model.model import Model
from gongshi.project import Project
from gongshi.records.load import load
from gongshi.records.locate import locate
from gongshi.records.structure import structure


def read_project(project: Project) -> tuple[Model | None, Report]:
    """The model of a workspace and what reading it told; rules between records are not asked.

    No model if a record cannot be read: what is left out would make the rest look different from what it is.
    """
    records, report = load(project.content)
    model, report = structure(records, report, project.today, pinned=project.pinned)
    report = locate(report, records)
    return (None if report.has_errors else model), report
