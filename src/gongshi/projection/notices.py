"""Public data of published notices, with the notices that correct, withdraw or supplement them."""

from collections.abc import Mapping, Sequence

from gongshi.documents.notice import Notice
from gongshi.projection.published import PublishedRound
from gongshi.public.notice import PublicNotice


def public_notices(
    published: PublishedRound, notices: Sequence[Notice], awards: frozenset[str]
) -> tuple[PublicNotice, ...]:
    """The notices of a round in the order of their days.

    Args:
        published: The round as far as its notices make it known.
        notices: The composed notices, of which titles and organs are taken.
        awards: Ids of the round's public awards.
    """
    corrected, withdrawn = _changed_by(published, "corrects"), _changed_by(published, "withdraws")
    supplements = tuple(published.key_of(notice) for notice in published.supplements)
    extending = {notice.id for notice in published.extensions}
    return tuple(
        PublicNotice(
            key=str(notice.path),
            programme=notice.programme,
            id=notice.id,
            kind=notice.kind,
            kind_name=notice.kind_name,
            title=notice.plain_title,
            document_no=notice.head.document_no if notice.head else "",
            organs=notice.signature.organs,
            issued_on=notice.issued_on,
            award=award if (award := f"{notice.programme}.{notice.about}") in awards else "",
            corrected_by=corrected.get(notice.id, ""),
            withdrawn_by=withdrawn.get(notice.id, ""),
            concerns=_concerned(published, notice),
            supplemented_by=supplements if notice.kind == "call" else (),
            extends_to=published.deadline.isoformat() if notice.id in extending else "",
        )
        for notice in notices
    )


def _changed_by(published: PublishedRound, change: str) -> Mapping[str | None, str]:
    """By id of a notice, the key of the latest notice in force that makes this `change` to it."""
    kinds = {name for name, kind in published.kinds.items() if kind.changes == change}
    changing = sorted(published.of(*kinds), key=lambda notice: (notice.issued_on, notice.id))
    return {notice.concerns: published.key_of(notice) for notice in changing}


def _concerned(published: PublishedRound, notice: Notice) -> str:
    """Key of the published notice that a notice corrects, withdraws or supplements; empty if it does none of these."""
    record = published.notices_by_id[notice.id]
    if published.kinds[notice.kind].changes == "supplements":
        return next((published.key_of(call) for call in published.of("call")), "")
    concerned = published.notices_by_id.get(record.concerns or "")
    return published.key_of(concerned) if concerned else ""
