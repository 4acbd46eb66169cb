"""The bar on the terminal that shows how far a run has come."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console as Terminal
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from gongshi.engine.run import Progress as OnTaskDone


@contextmanager
def progress_bar() -> Iterator[OnTaskDone]:
    """A progress bar on stderr; nothing where stderr is no terminal."""
    stderr = Terminal(stderr=True, highlight=False, soft_wrap=True, emoji=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=stderr, transient=True, disable=not stderr.is_terminal) as bar:
        line = bar.add_task("准备", total=None)

        def show(name: str, done: int, total: int) -> None:
            bar.update(line, description=name, completed=done, total=total)

        yield show
