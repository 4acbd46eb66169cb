"""A row of the table in `writers`: the functions that compose the notices of a kind."""

from collections.abc import Callable
from dataclasses import dataclass

from gongshi.documents.composing import Composing
from gongshi.documents.notice import Notice
from gongshi.model.kinds import Kind
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round

Lacking = tuple[str, str] | None
"""What the records still lack for a notice, in Chinese and English; None if nothing."""


def lacks_nothing(_r: Round, _record: NoticeRecord) -> Lacking:
    """For a kind that can be issued at any time."""
    return None


@dataclass(frozen=True)
class Writer:
    """The functions for the notices of a kind."""

    kind: Kind
    compose: Callable[[Composing], Notice]
    lacks: Callable[[Round, NoticeRecord], Lacking]
    """What the round still lacks for such a notice."""
