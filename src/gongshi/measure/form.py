"""Formats of official documents, and the keyword by which a finished document names its own."""

import re
from enum import Enum

_KEYWORD = re.compile(r"公文格式[：:=]\s*(\w+)")


class Form(Enum):
    """A format; its value is the name it has in the metadata's keywords, e.g. 公文格式：文件."""

    DOCUMENT = "文件"
    """下行文 and 平行文 with a red header (7.2)."""
    UPWARD = "上行文"
    """With 签发人 (7.2.6)."""
    LETTER = "信函"
    """10.1."""
    ORDER = "命令"
    """10.2."""
    MINUTES = "纪要"
    """10.3."""
    PUBLICITY = "公示"
    """A 公示 or 公告 without red header."""


ALL = frozenset(Form)
"""Every format."""


def declared_form(keywords: str) -> Form | None:
    """The format that a document's keywords name; None if they name none."""
    found = _KEYWORD.search(keywords)
    names = {form.value: form for form in Form}
    return names.get(found[1]) if found else None
