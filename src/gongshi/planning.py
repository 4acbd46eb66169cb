"""From notices and the public view to tasks: what is made of what."""

import datetime as dt
import json
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from gongshi.diagnostics import Diagnostic, Place, Timing
from gongshi.documents.form import BlankForm
from gongshi.documents.notice import Notice
from gongshi.engine.task import Done, Task, fingerprint, fingerprint_files
from gongshi.measure.docx import measure_docx
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.sheets import sheets_of
from gongshi.pages.build import build_site
from gongshi.pages.shell import SiteError
from gongshi.pages.values.files import FileVersion, FormFiles, NoticeFiles
from gongshi.project import Project
from gongshi.public.types import PublicSite
from gongshi.release.record import (
    RECORD,
    Release,
    SpoiltRecordError,
    has_sum,
    read_record,
    record_text,
    versions_of,
    with_files,
)
from gongshi.release.stage import MARKER, SITE
from gongshi.render.docx import DocxError, write_docx
from gongshi.render.form_docx import write_form_docx
from gongshi.render.form_xlsx import write_form_xlsx
from gongshi.render.pandoc import PandocError
from gongshi.render.pdf import PdfError, write_pdf
from gongshi.render.refused import RefusedError
from gongshi.render.studio import Studio
from gongshi.render.web import write_html

T = TypeVar("T")

FORBIDDEN = {
    "CodeBlock": "段首有四个以上空格，成了代码",
    "Code": "反引号，成了代码",
    "BulletList": "以“-”“*”或“+”开头的列表",
    "OrderedList": "以数字和“.”开头的列表",
    "BlockQuote": "以“>”开头的引用",
    "HorizontalRule": "分隔线",
    "Image": "图片",
    "Raw": "原始代码",
    "Link": "不允许的链接",
}
"""What prose must not hold, by pandoc's name."""
PROGRAM_PARTS = ("documents", "render", "measure", "typography.py", "planning.py")
"""Source of the program that decides how a notice looks."""
SITE_PARTS = ("pages", "public", "planning.py")
"""Source of the program that decides how the site looks."""


def plan(
    notices: Sequence[Notice], forms: Sequence[BlankForm], site: PublicSite, project: Project, *, press: bool = False
) -> list[Task[Studio]]:
    """One task for each notice and each blank form, and one for the site, which reads the published notices' files.

    With `press`, one more for each approved notice makes its copy for the press.
    """
    source = Path(__file__).parent
    layout = {
        "版式": fingerprint_files(_existing(project, "print")),
        "字体": fingerprint([project.fonts.roles, _font_files(project)]),
        "程序": fingerprint_files([source / part for part in PROGRAM_PARTS]),
    }
    tasks = [_notice_task(notice, layout) for notice in notices]
    if press:
        tasks += [_press_task(notice, layout) for notice in notices if notice.state != "draft"]
    tasks += [_form_task(form, layout) for form in forms]
    public = {notice.key for programme in site.programmes for notice in programme.notices}
    blank = {form.programme: form for form in forms}
    published = [
        (notice, blank.get(notice.programme) if notice.kind == "call" else None)
        for notice in notices
        if str(notice.path) in public
    ]
    made = {task.name: task for task in tasks}
    parts = [made[task_name(notice)] for notice, _ in published]
    parts += [made[_form_name(form)] for _, form in published if form]
    inputs = {
        "公开数据": fingerprint(site),
        "公文和申报表": fingerprint([dict(task.inputs) for task in parts]),
        "网页模板": fingerprint_files([*_existing(project, "site"), project.program / "mkdocs.yml"]),
        "程序": fingerprint_files([source / part for part in SITE_PARTS]),
    }
    work = partial(_make_site, site, tuple(published), project)
    return [*tasks, Task("网站", inputs, (RECORD, SITE), work, tuple(task.name for task in parts))]


def _font_files(project: Project) -> list[tuple[str, int]]:
    """Names and sizes of the font files: reading 150 MB of them at every run would cost more than they tell."""
    files = sorted(file for folder in project.fonts.folders for file in folder.rglob("*.[ot]t[cf]"))
    return [(file.name, file.stat().st_size) for file in files]


def _existing(project: Project, kind: str) -> list[Path]:
    return [folder / kind for folder in project.templates if (folder / kind).is_dir()]


def task_name(notice: Notice) -> str:
    """The name of the task that makes a notice's files."""
    return f"公文 {notice.path}"


def outputs_of(notice: Notice) -> tuple[str, ...]:
    """Files of a notice: DOCX and PDF, and for the site the text of a public one, whole and by the pages of its PDF.

    A draft's go to build/drafts only, an internal document's to build/internal.
    """
    folder = "notices" if notice.audience != "internal" else "build/internal"
    files = [f"{folder if notice.state != 'draft' else 'build/drafts'}/{notice.path}.{end}" for end in ("docx", "pdf")]
    if notice.state != "draft" and notice.audience == "public":
        files += [f"build/text/{notice.path}.html", f"build/text/{notice.path}.json"]
    return tuple(files)


def is_output(path: str) -> bool:
    """Whether a path is one that a notice's files may have."""
    return (
        re.fullmatch(r"(notices|build/(drafts|internal|text))/[\w-]+/[\w-]+\.(docx|pdf|html|json|xlsx)", path)
        is not None
    )


def _notice_task(notice: Notice, layout: Mapping[str, str]) -> Task[Studio]:
    return Task(
        task_name(notice), {"内容": _content(notice), **layout}, outputs_of(notice), partial(_make_notice, notice)
    )


def _form_name(form: BlankForm) -> str:
    """The name of the task that makes a round's blank form."""
    return f"申报表 {form.path}"


def _form_outputs(form: BlankForm) -> tuple[str, str]:
    return f"notices/{form.path}.docx", f"notices/{form.path}.xlsx"


def _form_task(form: BlankForm, layout: Mapping[str, str]) -> Task[Studio]:
    inputs = {"内容": fingerprint(form), "程序": layout["程序"], "字体": layout["字体"]}
    return Task(_form_name(form), inputs, _form_outputs(form), partial(_make_form, form))


def _make_form(form: BlankForm, studio: Studio, staging: Path) -> Done:
    """Write the blank form below `staging`."""
    watch = _Stopwatch([])
    out = staging / f"notices/{form.path}"
    out.parent.mkdir(parents=True, exist_ok=True)
    with studio.pandoc() as pandoc:
        watch.time("申报表", lambda: write_form_docx(form, pandoc, studio.reference, out.with_suffix(".docx")))
    watch.time("申报表", lambda: write_form_xlsx(form, out.with_suffix(".xlsx")))
    return Done(timings=tuple(watch.timings))


def _content(notice: Notice) -> str:
    return fingerprint(replace(notice, source=replace(notice.source, line=None, column=None)))


def _press_task(notice: Notice, layout: Mapping[str, str]) -> Task[Studio]:
    work = partial(_make_press_copy, notice)
    inputs = {"内容": _content(notice), **layout}
    return Task(f"印刷版 {notice.path}", inputs, (f"build/press/{notice.path}.pdf",), work)


@dataclass
class _Stopwatch:
    """Times parts of a task as it goes."""

    timings: list[Timing]

    def time(self, part: str, work: Callable[[], T]) -> T:
        """Do the work and note how long it took."""
        begun = time.perf_counter()
        try:
            return work()
        finally:
            self.timings.append(Timing(part, time.perf_counter() - begun))


def _make_notice(notice: Notice, studio: Studio, staging: Path) -> Done:
    """Write a notice's files below `staging`."""
    watch = _Stopwatch([])
    problems: tuple[Diagnostic, ...] = ()
    docx, pdf, *text = (staging / output for output in outputs_of(notice))
    docx.parent.mkdir(parents=True, exist_ok=True)
    try:
        with studio.pandoc() as pandoc:
            printed = watch.time("PDF", lambda: write_pdf(notice, pandoc, studio.fonts, studio.templates))
            pdf.write_bytes(printed.data)
            written = printed.notice.with_addressees_in_imprint() if printed.crowded else printed.notice
            place = printed.imprint_page
            watch.time("DOCX", lambda: write_docx(written, pandoc, studio.reference, docx, imprint_page=place))
            if notice.state != "draft":
                problems = watch.time("测量", lambda: _broken(notice, printed.data, docx, studio))
            if text:
                whole, sheets = text
                whole.parent.mkdir(parents=True, exist_ok=True)
                whole.write_text(watch.time("网页正文", lambda: write_html(notice, pandoc)), encoding="utf-8")
                pages = watch.time("逐页文字", lambda: sheets_of(printed.data))
                sheets.write_text(json.dumps(pages, ensure_ascii=False, indent=0), encoding="utf-8")
    except (PdfError, DocxError, PandocError, RefusedError) as error:
        return Done(tuple(_refused(notice, error)), tuple(watch.timings))
    return Done(problems, tuple(watch.timings))


def _make_press_copy(notice: Notice, studio: Studio, staging: Path) -> Done:
    """Write a notice's copy for the press below `staging`: the same pages, their red in CMYK."""
    watch = _Stopwatch([])
    out = staging / f"build/press/{notice.path}.pdf"
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        with studio.pandoc() as pandoc:
            printed = watch.time(
                "印刷版", lambda: write_pdf(notice, pandoc, studio.fonts, studio.templates, press=True)
            )
    except (PdfError, PandocError, RefusedError) as error:
        return Done(tuple(_refused(notice, error)), tuple(watch.timings))
    out.write_bytes(printed.data)
    return Done(timings=tuple(watch.timings))


def _broken(notice: Notice, pdf: bytes, docx: Path, studio: Studio) -> tuple[Diagnostic, ...]:
    """Clauses that the finished files break: the PDF as measured on the page, the DOCX by its structure."""
    families = {role.name: role.families for role in studio.fonts.roles}
    rows = (*measure_pdf(pdf, families=families).broken, *measure_docx(docx).broken)
    return tuple(
        Diagnostic(
            "clause-waived" if row.clause in notice.waived else "clause-broken",
            notice.source,
            row.element,
            row.measured,
            (("document", notice.plain_title), ("page", str(row.page)), ("expected", row.expected + row.unit)),
            clause=f"GB/T 9704-2012 {row.clause}",
        )
        for row in rows
    )


def _refused(notice: Notice, error: PdfError | DocxError | PandocError | RefusedError) -> list[Diagnostic]:
    # Typst and pandoc explain themselves in several lines; the first one says what is wrong.
    reason = FORBIDDEN.get(str(error), str(error).partition("\n")[0])
    facts = (("document", notice.plain_title or notice.id), ("reason", reason))
    if isinstance(error, PdfError) and error.missing:
        return [Diagnostic("missing-glyph", notice.source, "用字", glyph, facts) for glyph in error.missing]
    if isinstance(error, RefusedError):
        return [Diagnostic("no-place", notice.source, facts=facts, clause=f"GB/T 9704-2012 {error.clause}")]
    if isinstance(error, PandocError):
        return [Diagnostic("prose-forbidden", notice.source, facts=facts)]
    return [
        Diagnostic("pdf-failed" if isinstance(error, PdfError) else "docx-failed", notice.source, "", reason, facts)
    ]


def _make_site(
    site: PublicSite,
    notices: Sequence[tuple[Notice, BlankForm | None]],
    project: Project,
    _studio: Studio,
    staging: Path,
) -> Done:
    """Build the site below `staging` from the files made in this run or, where they were up to date, before."""
    watch = _Stopwatch([])

    def made(output: str) -> Path:
        return staging / output if (staging / output).exists() else project.out / output

    files = {}
    for notice, form in notices:
        docx, pdf, text, sheets = found = tuple(made(output) for output in outputs_of(notice))
        blank = FormFiles(*(made(output) for output in _form_outputs(form))) if form else None
        if not all(file.exists() for file in (*found, *((blank.docx, blank.xlsx) if blank else ()))):
            return Done()  # what could not be made has said so
        key = str(notice.path)
        pages = tuple(json.loads(sheets.read_text(encoding="utf-8")))
        files[key] = NoticeFiles(key, text.read_text(encoding="utf-8"), docx, pdf, pages, form=blank)
    mkdocs_yml = project.program / "mkdocs.yml"
    try:
        day = dt.date.fromisoformat(site.today)
        files = watch.time("发布登记", lambda: _registered(files, project, staging, day))
        watch.time("网站", lambda: build_site(site, files, project.templates, mkdocs_yml, staging / SITE))
        (staging / SITE / MARKER).touch()
    except SpoiltRecordError as error:
        problem = Diagnostic("releases-spoilt", Place(RECORD, line=error.line), facts=(("reason", str(error)),))
        return Done((problem,), tuple(watch.timings))
    except SiteError as error:
        problem = Diagnostic("site-failed", Place("templates/site/"), facts=(("reason", str(error)),))
        return Done((problem,), tuple(watch.timings))
    return Done(timings=tuple(watch.timings))


def _registered(
    files: Mapping[str, NoticeFiles], project: Project, staging: Path, day: dt.date
) -> dict[str, NoticeFiles]:
    """The notices with every version of their files; the record of releases, as it will stand, goes into `staging`."""
    released = {key: (notice.pdf, notice.docx) for key, notice in files.items()}
    releases = with_files(read_record(project.out / RECORD), released, day)
    record = staging / RECORD
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(record_text(releases), encoding="utf-8", newline="\n")
    return {key: replace(notice, versions=_versions(releases, key, project.site)) for key, notice in files.items()}


def _versions(releases: Sequence[Release], key: str, site: Path) -> tuple[FileVersion, ...]:
    """Every version of a notice's files; the bytes of former ones are those that the site has shown until now."""
    return tuple(
        replace(version, file=next((path for path in version.places(key, site) if has_sum(path, version.sha256)), None))
        for release in versions_of(releases, key)
        for version in (
            FileVersion(file.kind, file.size, file.sha256, release.released_on.isoformat(), release.version)
            for file in release.files
        )
    )
