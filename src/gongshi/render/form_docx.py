"""The blank application form as DOCX: cover, outline, tasks and figures, the project table on turned pages."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from gongshi.documents.form import BlankForm, FormField
from gongshi.documents.notice import Cover
from gongshi.render import docx_elements as parts
from gongshi.render.docx_flow import begin_pages_after_covers, space_tables
from gongshi.render.docx_package import Package
from gongshi.render.docx_properties import core_properties
from gongshi.render.docx_sections import add_marks, turn_pages
from gongshi.render.docx_tables import rewrite_tables
from gongshi.render.ooxml import Element, fragment, paragraph
from gongshi.render.pandoc import Pandoc
from gongshi.typography import escape

__all__ = ["write_form_docx"]

_LINES = 3
"""Blank lines below each heading of the outline."""
_ROWS = 8
"""Blank rows of the project table; applicants add more."""
_WIDE = {"text": 10, "category": 10, "credit_code": 9, "whole": 8, "number": 6, "month": 7}
"""Widths of columns in proportion, by what goes into them; a long text takes twice as much."""


def write_form_docx(form: BlankForm, pandoc: Pandoc, reference: Path, out: Path) -> None:
    """Write the form; equal forms give equal bytes.

    Args:
        form: What is to be filled in.
        pandoc: A running pandoc; one for each thread.
        reference: What `build_reference` wrote.
        out: Where the file goes; its folder exists.

    Raises:
        PandocError: A heading of the guide holds what it must not.
    """
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "pandoc.docx"
        pandoc.docx(list(_blocks(form)), reference, raw)
        package = Package(raw, reference)
    rewrite_tables(package.document)
    space_tables(package.document)
    begin_pages_after_covers(package.document)
    add_marks(package, form.marks)
    turn_pages(package)
    package.write(core_properties(f"{form.title}（申报表）", form.organ, form.issued_on), out)


def _blocks(form: BlankForm) -> Iterator[dict[str, str]]:
    more = (field.title for field in form.about if field.kind != "month" and field.title not in form.cover_fields)
    fields = (*form.cover_fields, *more)
    _caption, *cover = parts.cover(Cover(form.title, fields), [form.title])
    yield _openxml([*cover, parts.title(["方案提纲"], "AttachmentTitle", above=1)])
    yield {"markdown": _outline(form)}
    number = 0
    for title, table in (("任务数量表", _tasks(form)), ("指标表", _figures(form))):
        if table:
            number += 1
            yield _openxml(_opening(number, title))
            yield {"markdown": table}
    yield _openxml([paragraph("PortraitEnd"), *_opening(number + 1, "项目情况表")])
    yield {"markdown": _note(form.projects)}
    yield {"markdown": _table(["序号", *_heads(form.projects)], [3, *_widths(form.projects)], _numbered(form))}
    yield _openxml([paragraph("LandscapeEnd")])


def _outline(form: BlankForm) -> str:
    """Headings with room below each, in one text: their numbers go on from one to the next."""
    room = ["&#12288;"] * _LINES
    return "\n\n".join(line for level, heading in form.outline for line in (f"{'#' * (level + 1)} {heading}", *room))


def _openxml(elements: Sequence[Element]) -> dict[str, str]:
    return {"openxml": fragment(elements)}


def _opening(number: int, title: str) -> list[Element]:
    return [parts.label(f"附表{number}"), parts.title([title], "AttachmentTitle", above=1)]


def _note(fields: Sequence[FormField]) -> str:
    limits = [f"{field.title}不超过{field.limit}字" for field in fields if field.limit]
    return "；".join([*limits, "开始年月和结束年月写明年份和月份", "行数不够的，可以加行"]) + "。"


def _tasks(form: BlankForm) -> str:
    rows = [[task.category, task.name, task.amount, ""] for task in form.tasks]
    # A strong head groups equal cells (docs/adr/0015).
    return _table(["**类别**", "任务", "要求", form.task_number.title], [6, 12, 6, 5], rows) if rows else ""


def _figures(form: BlankForm) -> str:
    rows = [[name, unit, *("" for _ in form.figure)] for name, unit in form.metrics]
    heads = ["指标", "单位", *_heads(form.figure)]
    return _table(heads, [10, 4, *_widths(form.figure)], rows) if rows else ""


def _heads(fields: Sequence[FormField]) -> list[str]:
    return [escape(field.title) for field in fields]


def _widths(fields: Sequence[FormField]) -> list[int]:
    return [_WIDE[field.kind] * (2 if field.limit else 1) for field in fields]


def _numbered(form: BlankForm) -> list[list[str]]:
    return [[str(at), *("" for _ in form.projects)] for at in range(1, _ROWS + 1)]


def _table(heads: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns are so wide in proportion; what is longer than a line takes its width from the rule."""
    # pandoc takes the widths from the rule only if a line is long enough.
    rule = "|".join("-" * 3 * width for width in widths)
    lines = ["|".join(heads), rule, *("|".join(escape(cell) for cell in row) for row in rows)]
    return "\n".join(f"|{line}|" for line in lines)
