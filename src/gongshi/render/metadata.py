"""Metadata that PDF and DOCX share: the title, and keywords that name the layout for `invoke measure`."""

from gongshi.documents.notice import Form, Head, Notice

_FORMATS: dict[Form, str] = {"document": "文件", "letter": "信函", "order": "命令", "minutes": "纪要"}


def name(notice: Notice) -> str:
    """The title; for an order, which may have none, its masthead and number: 样例厅令第1号."""
    head = notice.head
    return notice.plain_title or ("".join((*head.organs, head.suffix, head.document_no)) if head else "")


def keywords(notice: Notice) -> tuple[str, str]:
    """Keywords: the format of the document, and where its binding margin is."""
    return f"公文格式：{_format(notice.head)}", f"装订边距：{'镜像' if notice.mirrored else '左侧'}"


def _format(head: Head | None) -> str:
    if head is None:
        return "公示"
    return "上行文" if head.signers else _FORMATS[head.form]
