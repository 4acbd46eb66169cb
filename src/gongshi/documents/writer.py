"""Who writes the notices of a kind: a row of the table in `writers`."""

from collections.abc import Callable
from dataclasses import dataclass

from gongshi.documents.composing import Composing
from gongshi.documents.notice import Notice
from gongshi.model.kinds import Kind
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round

Lacking = tuple[str, str] | None
"""What the records still lack, in Chinese and English; None if nothing."""


def lacks_nothing(_r: Round, _record: NoticeRecord) -> Lacking:
    """For a kind that can be issued at any time."""
    return None


@dataclass(frozen=True)
class Writer:
    """What turns a record of a kind into a notice."""

    kind: Kind
    compose: Callable[[Composing], Notice]
    lacks: Callable[[Round, NoticeRecord], Lacking]
    """What the round still lacks for such a notice."""
