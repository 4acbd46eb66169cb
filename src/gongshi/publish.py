"""The one screen: load, check, compose, plan, run, release, report."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ParamSpec, TypeVar

from filelock import FileLock

from gongshi.diagnostics import Diagnostic, Place, Report, Timing
from gongshi.documents.compose import compose
from gongshi.documents.form import BlankForm, blank_forms
from gongshi.documents.kinds import NOTICE_KINDS
from gongshi.documents.notice import Notice
from gongshi.engine.memory import load_memory, present_outputs, save_memory
from gongshi.engine.run import Progress, run_tasks
from gongshi.engine.task import Done, Remembered, Task, refuse_conflicts, staleness
from gongshi.planning import is_output, plan, task_name
from gongshi.project import Project
from gongshi.public.projection import public_view
from gongshi.public.types import PublicSite
from gongshi.records.load import Records, load
from gongshi.records.locate import locate
from gongshi.records.structure import structure
from gongshi.release.stage import Released, changed, fresh_staging, release_outputs
from gongshi.render.glyph_fallback import fallback_glyphs, fallback_note
from gongshi.render.tools import RenderTools, open_tools
from gongshi.rules.table import RULES, check

P = ParamSpec("P")
T = TypeVar("T")


def publish(
    project: Project, *, dry_run: bool = False, press: bool = False, progress: Progress = lambda *_: None
) -> Report:
    """Turn the records of a workspace into its notices and its public site; or say all that is wrong with them.

    Nothing is written outside build/ unless everything could be made. A dry run makes everything and releases nothing.

    Args:
        project: The workspace and the world around it.
        dry_run: Whether to stop before the release.
        press: Whether to make copies for the press as well, in build/press/.
        progress: Called after each task.

    Raises:
        filelock.Timeout: Another run is at work on this workspace.
    """
    project.build.mkdir(parents=True, exist_ok=True)
    with FileLock(project.build / "publish.lock", timeout=0):
        composed = compose_project(project)
        if composed.site is None:
            return composed.report
        tasks = plan(composed.notices, composed.forms, composed.site, project, press=press)
        refuse_conflicts(tasks)
        report = _make(project, tasks, composed, dry_run=dry_run, progress=progress)
        return locate(report, composed.records)


@dataclass(frozen=True)
class Composed:
    """The records of a workspace, and what was made of them; no site if they have errors."""

    records: Records
    report: Report
    notices: Sequence[Notice] = ()
    site: PublicSite | None = None
    forms: Sequence[BlankForm] = ()


def compose_project(project: Project) -> Composed:
    """Read and check the records of a workspace and compose its notices and its public data."""
    clock = _Clock()
    records, report = clock.time("读取", load, project.content)
    model, report = clock.time("结构", structure, records, report, project.today, pinned=project.pinned)
    if model is None:
        return Composed(records, locate(report, records))
    report = replace(report, language=model.workspace.language)
    report = clock.time("检查", check, model, RULES, report)
    if report.has_errors:
        return Composed(records, locate(report, records))
    notices, views, report = clock.time("编写", compose, model, NOTICE_KINDS, project.templates, report)
    report = locate(report, records).plus(*_stand_ins(project), timings=clock.timings)
    if report.has_errors:
        return Composed(records, report)
    site = public_view(model, notices, views)
    return Composed(records, report, notices, site, blank_forms(model, notices, views))


def _make(
    project: Project, tasks: list[Task[RenderTools]], composed: Composed, *, dry_run: bool, progress: Progress
) -> Report:
    """Do the stale tasks in a staging folder and, if all went well, release what they made."""
    memory_file = project.build / "memory.json"
    memory = load_memory(memory_file)
    present = present_outputs(project.out, [output for task in tasks for output in task.outputs])
    reasons = {task.name: staleness(task, memory.get(task.name), present) for task in tasks}
    stale = [task for task in tasks if reasons[task.name]]
    vanished = _vanished(memory, tasks)
    total = sum(len(task.outputs) for task in tasks)
    report = replace(
        composed.report, kept=total, reasons=tuple((task.name, "；".join(reasons[task.name])) for task in stale)
    )
    if not stale and not vanished:
        return report
    staging = fresh_staging(project)
    with open_tools(project.fonts, project.templates, project.jobs) as tools:
        done = run_tasks(stale, tools, staging, project.jobs, progress)
        report = report.plus(*_told(done), timings=_summed(done))
        report = _with_fallback_note(report, project, tools, composed.notices)
    if report.has_errors:
        return report
    outputs = [output for task in stale for output in task.outputs]
    made = present_outputs(staging, outputs)
    if dry_run:
        released = Released(changed(project, staging, outputs), tuple(vanished))
    else:
        released = release_outputs(project, staging, outputs, vanished)
        save_memory(memory_file, _remembered(memory, tasks, stale, made))
    kept = total - len(released.written)
    return replace(report, written=released.written, removed=released.removed, kept=kept)


def _vanished(memory: Mapping[str, Remembered], tasks: list[Task[RenderTools]]) -> list[str]:
    """Outputs of earlier runs that no task makes any more; only what can be an output at all is ever taken away."""
    declared = {output for task in tasks for output in task.outputs}
    remembered = {output for task in memory.values() for output in task.outputs}
    return sorted(output for output in remembered - declared if is_output(output))


def _remembered(
    memory: Mapping[str, Remembered],
    tasks: list[Task[RenderTools]],
    stale: list[Task[RenderTools]],
    made: Mapping[str, str],
) -> dict[str, Remembered]:
    fresh = {task.name: Remembered(task.inputs, {output: made[output] for output in task.outputs}) for task in stale}
    return {task.name: fresh.get(task.name) or memory[task.name] for task in tasks}


def _told(done: Mapping[str, Done]) -> list[Diagnostic]:
    return [diagnostic for result in done.values() for diagnostic in result.diagnostics]


def _summed(done: Mapping[str, Done]) -> tuple[Timing, ...]:
    """Timings by part over all tasks; several threads add up to more than the clock shows."""
    totals: dict[str, float] = {}
    for timing in (timing for result in done.values() for timing in result.timings):
        totals[timing.part] = totals.get(timing.part, 0) + timing.seconds
    return tuple(Timing(part, seconds) for part, seconds in totals.items())


def _stand_ins(project: Project) -> list[Diagnostic]:
    """Which families stand in for the official ones, as one note."""
    pairs = [f"{role.official}→{role.families[0]}" for role in project.fonts.roles if not role.licensed]
    return [Diagnostic("stand-in-font", Place(".fonts/"), value="，".join(pairs))] if pairs else []


def _with_fallback_note(report: Report, project: Project, tools: RenderTools, notices: Sequence[Notice]) -> Report:
    """The report with one note of the glyphs that other families lend to the notices made in this run."""
    made = {name for name, _ in report.reasons}
    documents = tools.readable(notice for notice in notices if task_name(notice) in made)
    clock = _Clock()
    found = clock.time("补字核对", fallback_glyphs, project.fonts, documents)
    return report.plus(*fallback_note(found), timings=clock.timings if found else ())


class _Clock:
    """Times the parts of a run."""

    def __init__(self) -> None:
        self.timings: tuple[Timing, ...] = ()

    def time(self, part: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do the work and note how long it took."""
        begun = time.perf_counter()
        result = work(*args, **kwargs)
        self.timings += (Timing(part, time.perf_counter() - begun),)
        return result
