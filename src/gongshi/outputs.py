"""Names of the tasks, and paths of the files that they make, relative to the workspace."""

import re

from gongshi.documents.form import BlankForm
from gongshi.documents.notice import Notice

SITE_TASK = "网站"
"""The name of the task that makes the site."""


def notice_task(notice: Notice) -> str:
    """The name of the task that makes a notice's files."""
    return f"公文 {notice.path}"


def press_task(notice: Notice) -> str:
    """The name of the task that makes a notice's copy for the press."""
    return f"印刷版 {notice.path}"


def form_task(form: BlankForm) -> str:
    """The name of the task that makes a round's blank application form."""
    return f"申报表 {form.path}"


def notice_outputs(notice: Notice) -> tuple[str, ...]:
    """Files of a notice: DOCX and PDF, and for the site the text of a public one, as HTML and by the pages of its PDF.

    A draft's go to build/drafts only, an internal document's to build/internal.
    """
    folder = "notices" if notice.audience != "internal" else "build/internal"
    files = [f"{folder if notice.state != 'draft' else 'build/drafts'}/{notice.path}.{end}" for end in ("docx", "pdf")]
    if notice.state != "draft" and notice.audience == "public":
        files.append(f"build/text/{notice.path}.json")
    return tuple(files)


def press_output(notice: Notice) -> str:
    """The PDF of a notice for the press."""
    return f"build/press/{notice.path}.pdf"


def form_outputs(form: BlankForm) -> tuple[str, str]:
    """DOCX and XLSX of a round's blank application form."""
    return f"notices/{form.path}.docx", f"notices/{form.path}.xlsx"


def is_output(path: str) -> bool:
    """Whether a path is one that a notice's or a form's files may have, so that it may be taken away."""
    pattern = r"(notices|build/(drafts|internal|text))/[\w-]+/[\w-]+\.(docx|pdf|html|json|xlsx)"
    return re.fullmatch(pattern, path) is not None
