"""Doing tasks: those that depend on nothing first, several at a time."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from gongshi.engine.task import Done, Task, Tools

Progress = Callable[[str, int, int], None]
"""Called after each task with its name, how many are done, and how many there are."""


def run_tasks(
    tasks: Sequence[Task[Tools]], tools: Tools, staging: Path, jobs: int, progress: Progress
) -> dict[str, Done]:
    """Do the tasks, with outputs in `staging`; a task that reads others' outputs waits for them.

    A task whose predecessors had problems is done all the same, to find more problems; nothing is released then.
    Threads serve because the work itself is done in pandoc processes and in Typst, which release the interpreter.
    """
    done: dict[str, Done] = {}
    names = {task.name for task in tasks}
    waiting = list(tasks)
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        while waiting:
            ready = [task for task in waiting if all(name in done for name in task.after if name in names)]
            if not ready:
                raise RuntimeError("tasks wait for each other: " + ", ".join(task.name for task in waiting))
            futures = {pool.submit(task.work, tools, staging): task for task in ready}
            for future in as_completed(futures):
                task = futures[future]
                done[task.name] = future.result()
                progress(task.name, len(done), len(tasks))
            waiting = [task for task in waiting if task.name not in done]
    return done
