"""What the writers of one run share: fonts, templates, and the texts of all bodies, each read once."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from threading import Lock

from gongshi.documents.notice import Notice
from gongshi.project import Fonts
from gongshi.render.pandoc import Pandoc, PandocError
from gongshi.render.parsed import ParsedNotice, parse_notice
from gongshi.render.read import text_of_blocks
from gongshi.render.text import Text


@dataclass(frozen=True)
class RenderTools:
    """The tools of one run, shared by its threads."""

    fonts: Fonts
    templates: tuple[Path, ...]
    _idle: SimpleQueue[Pandoc]
    """Processes that are not in use at the moment."""
    _texts: dict[str, Future[Text]] = field(default_factory=dict)
    """The text, or the reading under way, of each Markdown body."""
    _lock: Lock = field(default_factory=Lock)

    def text_of(self, markdown: str) -> Text:
        """The text of a body; pandoc reads each once, and a second caller waits for the first.

        Raises:
            PandocError: The body holds what prose must not.
        """
        with self._lock:
            is_new = markdown not in self._texts
            text = self._texts.setdefault(markdown, Future())
        if is_new:
            try:
                text.set_result(self._read(markdown))
            except BaseException as error:
                text.set_exception(error)
                raise
        return text.result()

    def parsed(self, notice: Notice) -> ParsedNotice:
        """A notice with its bodies read.

        Raises:
            PandocError: A body holds what prose must not.
        """
        return parse_notice(notice, self.text_of)

    def readable(self, notices: Iterable[Notice]) -> Iterator[ParsedNotice]:
        """The notices with their bodies read; one that holds what prose must not is left out."""
        for notice in notices:
            try:
                yield self.parsed(notice)
            except PandocError:
                continue

    def _read(self, markdown: str) -> Text:
        pandoc = self._idle.get()
        try:
            return text_of_blocks(pandoc.read(markdown))
        finally:
            self._idle.put(pandoc)


@contextmanager
def open_tools(fonts: Fonts, templates: Sequence[Path], jobs: int) -> Iterator[RenderTools]:
    """Tools for `jobs` threads; their processes end with the context."""
    with ExitStack() as stack:
        idle: SimpleQueue[Pandoc] = SimpleQueue()
        for _ in range(jobs):
            idle.put(stack.enter_context(Pandoc()))
        yield RenderTools(fonts, tuple(templates), idle)
