"""The blank application form as DOCX: cover, outline, tasks and figures, the project table on turned pages."""

from collections.abc import Iterator, Sequence

from gongshi.documents.form import BlankForm, FormField
from gongshi.documents.notice import Cover
from gongshi.project import Fonts
from gongshi.render import docx_elements as parts
from gongshi.render.docx_flow import begin_pages_after_covers, space_tables
from gongshi.render.docx_package import Package
from gongshi.render.docx_properties import core_properties
from gongshi.render.docx_sections import add_watermarks, turn_pages
from gongshi.render.ooxml import Element, paragraph
from gongshi.render.text import Heading, Line, Paragraph, Run, Table, Text, plain
from gongshi.render.to_docx import Link, docx_blocks

_BLANK = Paragraph((Run("\u3000"),))
_LINES = 3
"""Blank lines below each heading of the outline."""
_ROWS = 8
"""Blank rows of the project table; applicants add more."""
_WIDE = {"text": 10, "category": 10, "credit_code": 9, "whole": 8, "number": 6, "month": 7}
"""Widths of columns in proportion, by what goes into them; a long text takes twice as much."""


def write_form_docx(form: BlankForm, guide: Text, fonts: Fonts) -> bytes:
    """The form; equal forms give equal bytes.

    Args:
        form: What is to be filled in.
        guide: The guide of the form's call, as it is read.
        fonts: The roles of type; the DOCX names their official families.
    """
    package = Package(fonts)
    package.append(*_content(form, guide, package.link))
    space_tables(package.document)
    begin_pages_after_covers(package.document)
    add_watermarks(package, form.watermarks)
    turn_pages(package)
    return package.file(core_properties(f"{form.title}（申报表）", form.organ, form.issued_on))


def _content(form: BlankForm, guide: Text, link: Link) -> Iterator[Element]:
    more = (field.title for field in form.about if field.kind != "month" and field.title not in form.cover_fields)
    fields = (*form.cover_fields, *more)
    _caption, *cover = parts.cover(Cover(form.title, fields), [form.title])
    yield from cover
    yield parts.title(["方案提纲"], "AttachmentTitle", above=1)
    yield from docx_blocks(tuple(_outline(guide)), link)
    tables = [(title, it) for title, it in (("任务数量表", _tasks(form)), ("指标表", _figures(form))) if it.rows]
    for number, (title, table) in enumerate(tables, start=1):
        yield from _opening(number, title)
        yield from docx_blocks((table,), link)
    yield paragraph("PortraitEnd")
    yield from _opening(len(tables) + 1, "项目情况表")
    yield from docx_blocks((_note(form.projects), _projects(form)), link, turned=True)
    yield paragraph("LandscapeEnd")


def _outline(guide: Text) -> Iterator[Heading | Paragraph]:
    """Headings of the guide with room below each."""
    for block in guide:
        heading = block.lead if isinstance(block, Paragraph) else block
        if isinstance(heading, Heading):
            yield Heading(heading.level, _line(plain(heading.line).removesuffix("。")), heading.numbered)
            yield from (_BLANK,) * _LINES


def _opening(number: int, title: str) -> list[Element]:
    return [parts.label(f"附表{number}"), parts.title([title], "AttachmentTitle", above=1)]


def _note(fields: Sequence[FormField]) -> Paragraph:
    limits = [f"{field.title}不超过{field.limit}字" for field in fields if field.limit]
    return Paragraph(_line("；".join([*limits, "开始年月和结束年月写明年份和月份", "行数不够的，可以加行"]) + "。"))


def _tasks(form: BlankForm) -> Table:
    rows = [[task.category, task.name, task.amount, ""] for task in form.tasks]
    return _table(["类别", "任务", "要求", form.task_number.title], [6, 12, 6, 5], rows, groups=(0,))


def _figures(form: BlankForm) -> Table:
    rows = [[name, unit, *("" for _ in form.figure)] for name, unit in form.metrics]
    return _table(["指标", "单位", *_heads(form.figure)], [10, 4, *_widths(form.figure)], rows)


def _projects(form: BlankForm) -> Table:
    rows = [[str(at), *("" for _ in form.projects)] for at in range(1, _ROWS + 1)]
    return _table(["序号", *_heads(form.projects)], [3, *_widths(form.projects)], rows)


def _heads(fields: Sequence[FormField]) -> list[str]:
    return [field.title for field in fields]


def _widths(fields: Sequence[FormField]) -> list[int]:
    return [_WIDE[field.kind] * (2 if field.limit else 1) for field in fields]


def _table(
    heads: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]], groups: tuple[int, ...] = ()
) -> Table:
    """A table whose columns are so wide in proportion."""
    return Table(
        head=tuple(map(_line, heads)),
        rows=tuple(tuple(map(_line, row)) for row in rows),
        shares=tuple(width / sum(widths) for width in widths),
        sides=tuple("" for _ in widths),
        groups=groups,
    )


def _line(text: str) -> Line:
    return (Run(text),) if text else ()
