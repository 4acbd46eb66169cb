"""Refuses notices with parts that the standard does not provide for, or without those that it demands."""

from gongshi.documents.notice import Attachment, Form, Notice
from gongshi.errors import GongshiError
from gongshi.typography import BREAK


class RefusedError(GongshiError):
    """A notice that cannot be laid out as the standard wants; the message is Chinese and for staff."""

    sentence = "公文不能编排：{0}。The standard has no place for a part of the notice."

    def __init__(self, reason: str, clause: str) -> None:
        super().__init__(reason)
        self.clause = clause
        """Of GB/T 9704-2012."""


# Fields that a format of the standard does not provide for.
_NO_PLACE: dict[Form, dict[str, str]] = {
    "document": {},
    "letter": {"signers": "签发人"},
    "order": {"copy_no": "份号", "secrecy": "密级", "urgency": "紧急程度", "signers": "签发人"},
    "minutes": {"signers": "签发人"},
}
_CLAUSES: dict[Form, str] = {"document": "7", "letter": "10.1", "order": "10.2", "minutes": "10.3"}


def refuse_unplaceable(notice: Notice) -> None:
    """Raise RefusedError for a field that the format does not provide for, or if the title or the text is missing."""
    if notice.head:
        for field, name in _NO_PLACE[notice.head.form].items():
            if getattr(notice.head, field):
                raise RefusedError(f"这种格式没有编排{name}的位置", _CLAUSES[notice.head.form])
    enclosed: tuple[Attachment, ...] = notice.enclosure.attachments if notice.enclosure else ()
    for attachment in (*notice.attachments, *enclosed):
        if not attachment.plain_title.strip():
            raise RefusedError(f"{attachment.label}没有标题", "7.3.7")
        if not attachment.body.strip():
            raise RefusedError(f"{attachment.label}没有内容", "7.3.7")
    if notice.enclosure and not notice.enclosure.title.replace(BREAK, "").strip():
        raise RefusedError("印发的文件没有标题", "7.3.1")
    if not notice.plain_title.strip() and (notice.head is None or notice.head.form != "order"):
        raise RefusedError("公文没有标题", "7.3.1")
    if not notice.body.strip():
        raise RefusedError("公文没有正文", "7.3.3")
