"""What people read in a composed notice: its text, and the rows of its lists."""

import html
import re

from gongshi.documents.notice import Notice


def text(notice: Notice) -> str:
    """All that people read in it, its tables' cells parted by |."""
    parts = (notice.body, *(part for a in notice.attachments for part in (a.plain_title, a.body)))
    return html.unescape("\n".join(parts))


def rows(notice: Notice, attachment: int = 0) -> list[list[str]]:
    """Cells of the numbered rows of an attachment."""
    lines = [
        line for line in html.unescape(notice.attachments[attachment].body).splitlines() if re.match(r"\| \d", line)
    ]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
