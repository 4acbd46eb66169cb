"""Parts of a Notice that follow from its record alone: head, imprint, watermarks, names in its titles."""

from collections.abc import Iterable, Iterator, Sequence

from gongshi import typography
from gongshi.documents.notice import Attachment, Enclosure, Head, Imprint
from gongshi.model.kinds import KindForm
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord
from gongshi.model.organ import Organ
from gongshi.model.round import Round
from gongshi.model.workspace import Workspace


def head_of(record: NoticeRecord, form: KindForm, organs: tuple[str, ...]) -> Head | None:
    """版头 with the full names of the issuing organs; None if the format has no red header."""
    if form == "plain":
        return None
    return Head(
        organs=organs,
        document_no=record.document_no or "",
        suffix="文件" if form == "document" else "",
        form=form,
        copy_no=record.copy_no or "",
        urgency=record.urgency or "",
        signers=record.signers,
    )


def imprint_of(record: NoticeRecord, form: KindForm, lead: Organ) -> Imprint | None:
    """版记, None if there is none; a letter's names neither printing office nor day (GB/T 9704-2012, 10.1)."""
    if form == "letter":
        return Imprint(record.copied_to, "", "") if record.copied_to else None
    if record.printed_on is None or form == "plain":
        return None
    return Imprint(record.copied_to, lead.imprint_office or lead.name, typography.date(record.printed_on))


def watermarks_of(record: NoticeRecord, workspace: Workspace) -> tuple[str, ...]:
    """Words in grey above the text of every page: 样例 in a sample workspace, 草稿 on a draft."""
    return (("样例",) if workspace.sample else ()) + (("草稿",) if record.state == "draft" else ())


def names_in_titles(model: Model, r: Round, titles: Iterable[str]) -> tuple[str, ...]:
    """Names of organs, regions, categories, the scheme and the round that occur in these titles, sorted."""
    scheme, text = r.scheme, tuple(titles)
    known = {scheme.name, scheme.short_name, scheme.honour, r.programme.name, *model.names}
    known |= {category.name for category in scheme.categories}
    return tuple(sorted(name for name in known if any(name in title for title in text)))


def titles_of(attachments: Sequence[Attachment], enclosure: Enclosure | None) -> Iterator[str]:
    """Titles of what follows the notice itself: attachments, their covers, the enclosure and its attachments."""
    for attachment in attachments:
        yield attachment.title
        if attachment.cover:
            yield attachment.cover.title
    if enclosure:
        yield enclosure.title
        yield from titles_of(enclosure.attachments, None)
