"""Everything a writer needs at hand: pandoc processes, the reference document, fonts, templates."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from gongshi.project import Fonts
from gongshi.render.pandoc import Pandoc
from gongshi.render.reference import build_reference


@dataclass(frozen=True)
class Studio:
    """The tools of one run, shared by its threads."""

    fonts: Fonts
    templates: tuple[Path, ...]
    reference: Path
    idle: SimpleQueue[Pandoc]

    @contextmanager
    def pandoc(self) -> Iterator[Pandoc]:
        """A pandoc process for one task; there are as many as threads."""
        process = self.idle.get()
        try:
            yield process
        finally:
            self.idle.put(process)


@contextmanager
def open_studio(fonts: Fonts, templates: Sequence[Path], folder: Path, jobs: int) -> Iterator[Studio]:
    """A studio that keeps its reference document in `folder`; its processes end with the context."""
    reference = folder / "reference.docx"
    build_reference(fonts, reference)
    with ExitStack() as stack:
        idle: SimpleQueue[Pandoc] = SimpleQueue()
        for _ in range(jobs):
            idle.put(stack.enter_context(Pandoc()))
        yield Studio(fonts, tuple(templates), reference, idle)
