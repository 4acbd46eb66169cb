"""Plans the tasks of a run: outputs and the fingerprints of their inputs; a task with a changed input is done again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from gongshi.documents.form import BlankForm
from gongshi.documents.notice import Notice
from gongshi.engine.task import Task, fingerprint, fingerprint_files
from gongshi.making import make_form, make_notice, make_press_copy, make_site
from gongshi.outputs import (
    SITE_TASK,
    form_outputs,
    form_task,
    notice_outputs,
    notice_task,
    press_output,
    press_task,
)
from gongshi.project import Project
from gongshi.public.site import PublicSite
from gongshi.release.record import RECORD
from gongshi.release.stage import SITE
from gongshi.render.tools import RenderTools

NOTICE_SOURCE = ("documents", "render", "measure", "typography.py", "outputs.py", "making.py")
"""Parts of the program on which notices and forms depend."""
SITE_SOURCE = ("pages", "projection", "public", "outputs.py", "making.py")
"""Parts of the program on which the site depends."""
NOTICE_TOOLS = ("lxml", "pypandoc-binary", "pypdfium2", "python", "rjieba", "typst", "zlib")
"""Tools that decide the bytes of a notice's files: layout, line breaks of titles, DOCX, measuring, compression."""
FORM_TOOLS = ("lxml", "pypandoc-binary", "python", "xlsxwriter", "zlib")
"""Tools that decide the bytes of a blank form."""
SITE_TOOLS = (
    *("icalendar", "jinja2", "lxml", "markdown", "mkdocs", "mkdocs-material", "pyarrow", "python", "sqlite"),
    *("xlsxwriter", "zlib"),
)
"""Tools on which the bytes of the site depend, besides those of the notices that it shows."""


def plan(
    notices: Sequence[Notice], forms: Sequence[BlankForm], site: PublicSite, project: Project, *, press: bool = False
) -> list[Task[RenderTools]]:
    """One task for each notice and each blank form, and one for the site, which reads the published notices' files.

    With `press`, one more for each approved notice makes its copy for the press.
    """
    look = {
        "版式": fingerprint_files(_existing(project, "print")),
        "字体": fingerprint([project.fonts.roles, _font_files(project)]),
        "程序": _source(NOTICE_SOURCE),
    }
    for_notices = {**look, "工具": _releases(project, NOTICE_TOOLS)}
    for_forms = {"字体": look["字体"], "程序": look["程序"], "工具": _releases(project, FORM_TOOLS)}
    tasks = [_notice_task(notice, for_notices) for notice in notices]
    if press:
        tasks += [_press_task(notice, for_notices) for notice in notices if notice.state != "draft"]
    tasks += [_form_task(form, for_forms) for form in forms]
    return [*tasks, _site_task(site, _published(notices, forms, site), tasks, project)]


def _notice_task(notice: Notice, inputs: Mapping[str, str]) -> Task[RenderTools]:
    work = partial(make_notice, notice)
    return Task(notice_task(notice), {"内容": _content(notice), **inputs}, notice_outputs(notice), work)


def _press_task(notice: Notice, inputs: Mapping[str, str]) -> Task[RenderTools]:
    work = partial(make_press_copy, notice)
    return Task(press_task(notice), {"内容": _content(notice), **inputs}, (press_output(notice),), work)


def _form_task(form: BlankForm, inputs: Mapping[str, str]) -> Task[RenderTools]:
    return Task(form_task(form), {"内容": fingerprint(form), **inputs}, form_outputs(form), partial(make_form, form))


def _site_task(
    site: PublicSite,
    published: Sequence[tuple[Notice, BlankForm | None]],
    tasks: Sequence[Task[RenderTools]],
    project: Project,
) -> Task[RenderTools]:
    """The task of the site; its inputs include those of the files that it shows."""
    names = [notice_task(notice) for notice, _ in published]
    names += [form_task(form) for _, form in published if form]
    made = {task.name: task for task in tasks}
    inputs = {
        "公开数据": fingerprint(site),
        "公文和申报表": fingerprint([dict(made[name].inputs) for name in names]),
        "网页模板": fingerprint_files([*_existing(project, "site"), project.program / "mkdocs.yml"]),
        "程序": _source(SITE_SOURCE),
        "工具": _releases(project, SITE_TOOLS),
    }
    return Task(SITE_TASK, inputs, (RECORD, SITE), partial(make_site, site, published, project), tuple(names))


def _published(
    notices: Sequence[Notice], forms: Sequence[BlankForm], site: PublicSite
) -> tuple[tuple[Notice, BlankForm | None], ...]:
    """Notices that the site shows, a call with the blank form of its round."""
    public = {notice.key for programme in site.programmes for notice in programme.notices}
    blank = {form.programme: form for form in forms}
    return tuple(
        (notice, blank.get(notice.programme) if notice.kind == "call" else None)
        for notice in notices
        if str(notice.path) in public
    )


def _content(notice: Notice) -> str:
    """Fingerprint of a notice without the position of its record in the file."""
    return fingerprint(replace(notice, source=replace(notice.source, line=None, column=None)))


def _source(parts: Sequence[str]) -> str:
    return fingerprint_files([Path(__file__).with_name(part) for part in parts])


def _releases(project: Project, tools: Sequence[str]) -> str:
    return fingerprint({tool: project.tools[tool] for tool in tools})


def _font_files(project: Project) -> list[tuple[str, int]]:
    """Names and sizes of the font files; reading their 150 MB at every run would take too long."""
    files = sorted(file for folder in project.fonts.folders for file in folder.rglob("*.[ot]t[cf]"))
    return [(file.name, file.stat().st_size) for file in files]


def _existing(project: Project, kind: str) -> list[Path]:
    return [folder / kind for folder in project.templates if (folder / kind).is_dir()]
