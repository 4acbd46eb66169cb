"""Which notices of a round tell the figures of a table."""

from collections.abc import Iterable, Sequence

from gongshi.pages.tables.table import Source
from gongshi.public.types import PublicAward, PublicNotice, PublicProgramme

__all__ = ["call_source", "list_source", "standing", "told_by"]


def told_by(programme: PublicProgramme, kind: str, clause: str = "", words: tuple[str, ...] = ()) -> tuple[Source, ...]:
    """The round's notices of a kind that still stand, the latest last, as sources of words that stand in each."""
    return tuple(Source(notice.key, clause, words) for notice in standing(programme.notices, kind))


def call_source(programme: PublicProgramme, *words: str, clause: str = "") -> tuple[Source, ...]:
    """The round's call, which sets its conditions, quotas and materials."""
    return told_by(programme, "call", clause, words)[:1]


def list_source(programme: PublicProgramme, awards: Sequence[PublicAward]) -> tuple[Source, ...]:
    """What made a list known, where its first area stands: the 公示 while it is proposed, then the 公布."""
    first = awards[0]
    kind = "publicity" if first.status == "proposed" else "award"
    sources = told_by(programme, kind, words=(first.city, first.county))
    return sources[:1]


def standing(notices: Iterable[PublicNotice], kind: str) -> list[PublicNotice]:
    """Those of a kind that were not withdrawn, the earliest first."""
    found = [notice for notice in notices if notice.kind == kind and not notice.withdrawn_by]
    return sorted(found, key=lambda notice: (notice.issued_on, notice.key))
