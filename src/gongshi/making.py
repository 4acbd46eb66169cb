"""Makes the files of each task: a notice, its copy for the press, a blank form, the site."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from gongshi.diagnostics import Diagnostic, Place
from gongshi.documents.form import BlankForm
from gongshi.documents.notice import Notice
from gongshi.engine.task import Done
from gongshi.errors import GongshiError
from gongshi.measure.docx import measure_docx
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.sheets import sheets_of
from gongshi.outputs import form_outputs, notice_outputs, press_output
from gongshi.pages.build import FileVersion, FormFiles, NoticeFiles, SiteError, build_site
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
from gongshi.timer import Timer

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


def make_notice(notice: Notice, studio: Studio, staging: Path) -> Done:
    """Write a notice's files below `staging`, and measure them unless it is a draft."""
    timer = Timer()
    problems: tuple[Diagnostic, ...] = ()
    docx, pdf, *text = (staging / output for output in notice_outputs(notice))
    docx.parent.mkdir(parents=True, exist_ok=True)
    try:
        with studio.pandoc() as pandoc:
            printed = timer.time("PDF", write_pdf, notice, pandoc, studio.fonts, studio.templates)
            pdf.write_bytes(printed.data)
            written = printed.notice.with_addressees_in_imprint() if printed.crowded else printed.notice
            place = printed.imprint_page
            timer.time("DOCX", write_docx, written, pandoc, studio.reference, docx, imprint_page=place)
            if notice.state != "draft":
                problems = timer.time("测量", _broken, notice, printed.data, docx, studio)
            if text:
                whole, sheets = text
                whole.parent.mkdir(parents=True, exist_ok=True)
                whole.write_text(timer.time("网页正文", write_html, notice, pandoc), encoding="utf-8")
                pages = timer.time("逐页文字", sheets_of, printed.data)
                sheets.write_text(json.dumps(pages, ensure_ascii=False, indent=0), encoding="utf-8")
    except (PdfError, DocxError, PandocError, RefusedError) as error:
        problems = _refused(notice, error)
    return Done(problems, timer.timings)


def make_press_copy(notice: Notice, studio: Studio, staging: Path) -> Done:
    """Write a notice's copy for the press below `staging`: the same pages, their red in CMYK."""
    timer = Timer()
    problems: tuple[Diagnostic, ...] = ()
    out = staging / press_output(notice)
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        with studio.pandoc() as pandoc:
            printed = timer.time("印刷版", write_pdf, notice, pandoc, studio.fonts, studio.templates, press=True)
        out.write_bytes(printed.data)
    except (PdfError, PandocError, RefusedError) as error:
        problems = _refused(notice, error)
    return Done(problems, timer.timings)


def make_form(form: BlankForm, studio: Studio, staging: Path) -> Done:
    """Write the blank form of a round below `staging`."""
    timer = Timer()
    docx, xlsx = (staging / output for output in form_outputs(form))
    docx.parent.mkdir(parents=True, exist_ok=True)
    with studio.pandoc() as pandoc:
        timer.time("申报表", write_form_docx, form, pandoc, studio.reference, docx)
    timer.time("申报表", write_form_xlsx, form, xlsx)
    return Done(timings=timer.timings)


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


def _refused(notice: Notice, error: GongshiError) -> tuple[Diagnostic, ...]:
    """Why a file of the notice could not be made."""
    # Typst and pandoc explain themselves in several lines; the first one says what is wrong.
    reason = FORBIDDEN.get(str(error), str(error).partition("\n")[0])
    facts = (("document", notice.plain_title or notice.id), ("reason", reason))
    if isinstance(error, PdfError) and error.missing:
        return tuple(Diagnostic("missing-glyph", notice.source, "用字", glyph, facts) for glyph in error.missing)
    if isinstance(error, RefusedError):
        return (Diagnostic("no-place", notice.source, facts=facts, clause=f"GB/T 9704-2012 {error.clause}"),)
    if isinstance(error, PandocError):
        return (Diagnostic("prose-forbidden", notice.source, facts=facts),)
    return (
        Diagnostic("pdf-failed" if isinstance(error, PdfError) else "docx-failed", notice.source, "", reason, facts),
    )


def make_site(
    site: PublicSite, notices: Sequence[tuple[Notice, BlankForm | None]], project: Project, _: Studio, staging: Path
) -> Done:
    """Build the site below `staging`, unless a file that it shows could not be made: that has been said already.

    Args:
        site: What the public may see.
        notices: Notices that the site shows, a call with the blank form of its round.
        project: The workspace, where files that were up to date are.
        staging: The folder of this run, where the others are.
    """
    timer = Timer()
    problems: tuple[Diagnostic, ...] = ()
    files = _site_files(notices, project, staging)
    if files is None:
        return Done()
    try:
        day = dt.date.fromisoformat(site.today)
        files = timer.time("发布登记", _registered, files, project, staging, day)
        mkdocs_yml = project.program / "mkdocs.yml"
        timer.time("网站", build_site, site, files, project.templates, mkdocs_yml, staging / SITE)
        (staging / SITE / MARKER).touch()
    except SpoiltRecordError as error:
        problems = (Diagnostic("releases-spoilt", Place(RECORD, line=error.line), facts=(("reason", str(error)),)),)
    except SiteError as error:
        problems = (Diagnostic("site-failed", Place("templates/site/"), facts=(("reason", str(error)),)),)
    return Done(problems, timer.timings)


def _site_files(
    notices: Sequence[tuple[Notice, BlankForm | None]], project: Project, staging: Path
) -> dict[str, NoticeFiles] | None:
    """Files of each notice by its key, of this run or of an earlier one; None if one is missing."""

    def made(output: str) -> Path:
        return staging / output if (staging / output).exists() else project.out / output

    files = {}
    for notice, form in notices:
        docx, pdf, text, sheets = found = tuple(made(output) for output in notice_outputs(notice))
        blank = FormFiles(*(made(output) for output in form_outputs(form))) if form else None
        if not all(file.exists() for file in (*found, *((blank.docx, blank.xlsx) if blank else ()))):
            return None
        key = str(notice.path)
        pages = tuple(json.loads(sheets.read_text(encoding="utf-8")))
        files[key] = NoticeFiles(key, text.read_text(encoding="utf-8"), docx, pdf, pages, form=blank)
    return files


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
