"""The whole program on one screen: read, check, compose, plan, run, release, report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gongshi.choice import choose, note_of_choice
from gongshi.composed import compose_project
from gongshi.diagnostics import Diagnostic, Report, Timing
from gongshi.documents.form import blank_forms
from gongshi.documents.notice import Notice
from gongshi.engine.files import alone
from gongshi.engine.memory import Memory, load_memory, present_outputs, save_memory
from gongshi.engine.run import Progress, run_tasks
from gongshi.engine.task import Done, Remembered, Task, refuse_conflicts, staleness
from gongshi.engine.timer import Timer
from gongshi.outputs import is_output, notice_task, press_task
from gongshi.plan import plan
from gongshi.project import Project
from gongshi.projection.projection import public_view
from gongshi.records.locate import locate
from gongshi.release.stage import Released, changed, fresh_staging, release_outputs
from gongshi.render.glyph_fallback import fallback_glyphs, fallback_note
from gongshi.render.tools import RenderTools, open_tools


def publish(
    project: Project,
    *,
    only: Sequence[str] = (),
    press: bool = False,
    dry_run: bool = False,
    progress: Progress = lambda *_: None,
) -> Report:
    """Turn the records of a workspace into its notices and its public site; or report all problems in them.

    Nothing is written outside build/ unless everything could be made.

    Args:
        project: The workspace and the world around it.
        only: Notices, as round/id, or rounds by their ids: nothing else is made or taken away, and not the site.
        press: Whether to make copies for the press as well, in build/press/.
        dry_run: Whether to make everything and release nothing.
        progress: Called after each task.

    Raises:
        BusyError: Another run is at work on this workspace.
        OccupiedError: The path of an output is taken by something that this program did not make.
        UnknownNoticeError: A name in `only` is no notice and no round.
    """
    with alone(project.lock):
        composed = compose_project(project)
        if composed.model is None:
            return composed.report
        notices, report = composed.notices, composed.report
        forms = blank_forms(composed.model, notices, composed.views)
        site = public_view(composed.model, notices, composed.views)
        tasks = plan(notices, forms, site, project, press=press)
        refuse_conflicts(tasks)
        memory = load_memory(project.memory)
        if only:
            chosen = choose(notices, only)
            report = report.plus(note_of_choice(only, chosen))
        work = _some(tasks, chosen, memory) if only else _everything(tasks, notices, memory)
        report = _make(project, work, report, dry_run=dry_run, progress=progress)
        return locate(report, composed.records)


@dataclass(frozen=True)
class _Work:
    """The tasks of a run, and what it needs to know of earlier runs."""

    tasks: Sequence[Task[RenderTools]]
    """Tasks that are done if they are stale."""
    vanished: Sequence[str]
    """Outputs of earlier runs that are to be taken away."""
    notices: Sequence[Notice]
    """Notices among which those made in this run are searched for glyphs of other families."""
    memory: Memory
    """Memory of earlier runs; entries of tasks that are done again are replaced."""


def _everything(tasks: Sequence[Task[RenderTools]], notices: Sequence[Notice], memory: Memory) -> _Work:
    """All tasks; outputs of earlier runs that no task makes any more are deleted, if their paths can be outputs."""
    declared = {output for task in tasks for output in task.outputs}
    remembered = {output for task in memory.values() for output in task.outputs}
    vanished = sorted(output for output in remembered - declared if is_output(output))
    names = {task.name for task in tasks}
    return _Work(tasks, vanished, notices, {name: known for name, known in memory.items() if name in names})


def _some(tasks: Sequence[Task[RenderTools]], chosen: Sequence[Notice], memory: Memory) -> _Work:
    """The tasks of the chosen notices; nothing else is done, taken away or forgotten."""
    names = {name for notice in chosen for name in (notice_task(notice), press_task(notice))}
    return _Work([task for task in tasks if task.name in names], (), chosen, memory)


def _make(project: Project, work: _Work, report: Report, *, dry_run: bool, progress: Progress) -> Report:
    """Do the stale tasks in a staging folder and, if all went well, release what they made."""
    present = present_outputs(project.out, [output for task in work.tasks for output in task.outputs])
    reasons = {task.name: staleness(task, work.memory.get(task.name), present) for task in work.tasks}
    stale = [task for task in work.tasks if reasons[task.name]]
    total = sum(len(task.outputs) for task in work.tasks)
    report = replace(report, kept=total, reasons=tuple((task.name, "；".join(reasons[task.name])) for task in stale))
    if not stale and not work.vanished:
        return report
    staging = fresh_staging(project)
    with open_tools(project.fonts, project.templates, project.jobs) as tools:
        done = run_tasks(stale, tools, staging, project.jobs, progress)
        report = report.plus(*_problems(done), timings=_summed(done))
        report = _with_fallback_note(report, project, tools, work.notices)
    if report.has_errors:
        return report
    outputs = [output for task in stale for output in task.outputs]
    made = present_outputs(staging, outputs)
    if dry_run:
        released = Released(changed(project, staging, outputs), tuple(work.vanished))
    else:
        released = release_outputs(project, staging, outputs, work.vanished)
        fresh = {
            task.name: Remembered(task.inputs, {output: made[output] for output in task.outputs}) for task in stale
        }
        save_memory(project.memory, {**work.memory, **fresh})
    kept = total - len(released.written)
    return replace(report, written=released.written, removed=released.removed, kept=kept)


def _problems(done: Mapping[str, Done]) -> list[Diagnostic]:
    return [diagnostic for result in done.values() for diagnostic in result.diagnostics]


def _summed(done: Mapping[str, Done]) -> tuple[Timing, ...]:
    """Timings by part over all tasks; several threads add up to more than the clock shows."""
    totals: dict[str, float] = {}
    for timing in (timing for result in done.values() for timing in result.timings):
        totals[timing.part] = totals.get(timing.part, 0) + timing.seconds
    return tuple(Timing(part, seconds) for part, seconds in totals.items())


def _with_fallback_note(report: Report, project: Project, tools: RenderTools, notices: Sequence[Notice]) -> Report:
    """The report with one note on the glyphs of other families in the notices made in this run."""
    made = {name for name, _ in report.reasons}
    documents = tools.readable(notice for notice in notices if notice_task(notice) in made)
    timer = Timer()
    found = timer.time("补字核对", fallback_glyphs, project.fonts, documents)
    return report.plus(*fallback_note(found), timings=timer.timings if found else ())
