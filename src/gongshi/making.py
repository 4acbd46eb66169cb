"""Makes the files of each task: a notice, its copy for the press, a blank form, the site."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from gongshi.diagnostics import Diagnostic, Place, error, warning
from gongshi.documents.form import BlankForm
from gongshi.documents.notice import Notice
from gongshi.engine.task import Done
from gongshi.engine.timer import Timer
from gongshi.errors import GongshiError
from gongshi.measure.docx import measure_docx
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.sheets import sheets_of
from gongshi.outputs import form_outputs, notice_outputs, press_output
from gongshi.pages.build.shell import SiteError
from gongshi.pages.build.site import build_site
from gongshi.pages.values.files import FileVersion, FormFiles, NoticeFiles
from gongshi.project import Fonts, Project
from gongshi.public.passage import Passage
from gongshi.public.site import PublicSite
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
from gongshi.render.docx import write_docx
from gongshi.render.form_docx import write_form_docx
from gongshi.render.form_xlsx import write_form_xlsx
from gongshi.render.ooxml import DocxError
from gongshi.render.pandoc import PandocError
from gongshi.render.pdf import PdfError, write_pdf
from gongshi.render.read import FORBIDDEN
from gongshi.render.refused import RefusedError
from gongshi.render.to_html import write_html
from gongshi.render.tools import RenderTools

CLAUSE_BROKEN = error(
    "clause-broken",
    "《{document}》第 {page} 页不合版式：应为 {expected}，实测 {value}。",
    "请改短或改写文字，或者改正模板；确需保留的，在公文记录的 waivers 中写明条款和理由。",
    "Page {page} of the document breaks a clause: expected {expected}, measured {value}. Mend it or waive it.",
)
CLAUSE_WAIVED = warning(
    "clause-waived",
    "《{document}》第 {page} 页不合版式，已豁免：应为 {expected}，实测 {value}。",
    "印制前请看过这一页。",
    "Page {page} of the document breaks a clause that is waived: expected {expected}, measured {value}.",
)
PROSE_FORBIDDEN = error(
    "prose-forbidden",
    "正文里有不允许的内容：{reason}。",
    "正文只能有标题、段落、表格和网址链接；图片、原始代码和其他链接请删去。",
    "The prose holds something that is not allowed ({reason}): no pictures, raw code or other links.",
)
MISSING_GLYPH = error(
    "missing-glyph",
    "《{document}》中的字“{value}”没有任何字体可用。",
    "请安装含有该字的字体（放入 .fonts/ 即可），或核对用字。",
    "No font has the character {value} of {document}. Put a font that has it into .fonts/, or check the text.",
)
NO_PLACE = error(
    "no-place",
    "《{document}》不能按规定格式编排：{reason}。",
    "请按所说改正记录或模板。",
    "{document} cannot be laid out as the standard wants: {reason}.",
)
PDF_FAILED = error(
    "pdf-failed",
    "《{document}》不能生成 PDF，排版程序出错。",
    "请把这份公文的记录和下面一行英文交给维护人员。",
    "No PDF of {document}: {value}.",
)
DOCX_FAILED = error(
    "docx-failed",
    "《{document}》不能生成 DOCX，生成程序出错。",
    "请把这份公文的记录和下面一行英文交给维护人员。",
    "No DOCX of {document}: {value}.",
)
RELEASES_SPOILT = error(
    "releases-spoilt",
    "发布登记有误：{reason}。",
    "请从备份恢复这个文件；确实没有备份的，把它移到别处保存，再次发布时登记从当天重新开始。",
    "The record of releases cannot be believed. Restore it from a backup; without one move it away and publish.",
)
SITE_FAILED = error(
    "site-failed",
    "网站不能生成：{reason}。",
    "请改正所指的网页模板；不是模板的问题，请交给维护人员。",
    "The site cannot be built: {reason}.",
)


def make_notice(notice: Notice, tools: RenderTools, staging: Path) -> Done:
    """Write a notice's files below `staging`, and measure them unless it is a draft."""
    timer = Timer()
    problems: tuple[Diagnostic, ...] = ()
    docx, pdf, *text = (staging / output for output in notice_outputs(notice))
    docx.parent.mkdir(parents=True, exist_ok=True)
    try:
        document = timer.time("读正文", tools.parsed, notice)
        printed = timer.time("PDF", write_pdf, document, tools.fonts, tools.templates)
        pdf.write_bytes(printed.data)
        written = printed.document
        if printed.crowded:
            written = replace(written, notice=notice.with_addressees_in_imprint())
        place = printed.imprint_page
        docx.write_bytes(timer.time("DOCX", write_docx, written, tools.fonts, imprint_page=place))
        if notice.state != "draft":
            problems = timer.time("测量", _broken, notice, printed.data, docx, tools.fonts)
        for file in text:
            passages = timer.time("网页正文", write_html, document)
            pages = timer.time("逐页文字", sheets_of, printed.data)
            content = {"passages": [asdict(passage) for passage in passages], "pages": pages}
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(content, ensure_ascii=False, indent=0), encoding="utf-8")
    except (PdfError, DocxError, PandocError, RefusedError) as why:
        problems = _refused(notice, why)
    return Done(problems, timer.timings)


def make_press_copy(notice: Notice, tools: RenderTools, staging: Path) -> Done:
    """Write a notice's copy for the press below `staging`: the same pages, their red in CMYK."""
    timer = Timer()
    problems: tuple[Diagnostic, ...] = ()
    out = staging / press_output(notice)
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        document = tools.parsed(notice)
        printed = timer.time("印刷版", write_pdf, document, tools.fonts, tools.templates, press=True)
        out.write_bytes(printed.data)
    except (PdfError, PandocError, RefusedError) as why:
        problems = _refused(notice, why)
    return Done(problems, timer.timings)


def make_form(form: BlankForm, tools: RenderTools, staging: Path) -> Done:
    """Write the blank form of a round below `staging`."""
    timer = Timer()
    docx, xlsx = (staging / output for output in form_outputs(form))
    docx.parent.mkdir(parents=True, exist_ok=True)
    try:
        guide = tools.text_of(form.guide)
    except PandocError:
        return Done()  # reported for the call, which holds the same guide
    docx.write_bytes(timer.time("申报表", write_form_docx, form, guide, tools.fonts))
    timer.time("申报表", write_form_xlsx, form, xlsx)
    return Done(timings=timer.timings)


def _broken(notice: Notice, pdf: bytes, docx: Path, fonts: Fonts) -> tuple[Diagnostic, ...]:
    """Clauses that the finished files break: the PDF as measured on the page, the DOCX by its structure."""
    families = {role.name: role.families for role in fonts.roles}
    rows = (*measure_pdf(pdf, families=families).broken, *measure_docx(docx).broken)
    return tuple(
        Diagnostic(
            CLAUSE_WAIVED if row.clause in notice.waived else CLAUSE_BROKEN,
            notice.source,
            row.element,
            row.measured,
            (("document", notice.plain_title), ("page", str(row.page)), ("expected", row.expected + row.unit)),
            clause=f"GB/T 9704-2012 {row.clause}",
        )
        for row in rows
    )


def _refused(notice: Notice, why: GongshiError) -> tuple[Diagnostic, ...]:
    """Why a file of the notice could not be made."""
    # Messages of Typst and pandoc have several lines, of which the first says what is wrong.
    reason = FORBIDDEN.get(str(why), str(why).partition("\n")[0])
    facts = (("document", notice.plain_title or notice.id), ("reason", reason))
    if isinstance(why, PdfError) and why.missing:
        return tuple(Diagnostic(MISSING_GLYPH, notice.source, "用字", glyph, facts) for glyph in why.missing)
    if isinstance(why, RefusedError):
        return (Diagnostic(NO_PLACE, notice.source, facts=facts, clause=f"GB/T 9704-2012 {why.clause}"),)
    if isinstance(why, PandocError):
        return (Diagnostic(PROSE_FORBIDDEN, notice.source, facts=facts),)
    return (Diagnostic(PDF_FAILED if isinstance(why, PdfError) else DOCX_FAILED, notice.source, "", reason, facts),)


def make_site(
    site: PublicSite,
    notices: Sequence[tuple[Notice, BlankForm | None]],
    project: Project,
    _: RenderTools,
    staging: Path,
) -> Done:
    """Build the site below `staging`, unless a file that it shows could not be made, which is reported elsewhere.

    Args:
        site: What the public may see.
        notices: Notices that the site shows, a call with the blank form of its round.
        project: The workspace, which has the files that were up to date.
        staging: The folder of this run, which has the other files.
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
    except SpoiltRecordError as why:
        problems = (Diagnostic(RELEASES_SPOILT, Place(RECORD, line=why.line), facts=(("reason", str(why)),)),)
    except SiteError as why:
        problems = (Diagnostic(SITE_FAILED, Place("templates/site/"), facts=(("reason", str(why)),)),)
    return Done(problems, timer.timings)


def _site_files(
    notices: Sequence[tuple[Notice, BlankForm | None]], project: Project, staging: Path
) -> dict[str, NoticeFiles] | None:
    """Files of each notice by its key, of this run or of an earlier one; None if one is missing."""

    def made(output: str) -> Path:
        return staging / output if (staging / output).exists() else project.out / output

    files = {}
    for notice, form in notices:
        docx, pdf, text = found = tuple(made(output) for output in notice_outputs(notice))
        blank = FormFiles(*(made(output) for output in form_outputs(form))) if form else None
        if not all(file.exists() for file in (*found, *((blank.docx, blank.xlsx) if blank else ()))):
            return None
        key = str(notice.path)
        content = json.loads(text.read_text(encoding="utf-8"))
        passages = tuple(Passage(**{**each, "rows": tuple(map(tuple, each["rows"]))}) for each in content["passages"])
        files[key] = NoticeFiles(key, passages, docx, pdf, tuple(content["pages"]), form=blank)
    return files


def _registered(
    files: Mapping[str, NoticeFiles], project: Project, staging: Path, day: dt.date
) -> dict[str, NoticeFiles]:
    """The notices with every version of their files; writes the record of releases with this run's into `staging`."""
    released = {key: (notice.pdf, notice.docx) for key, notice in files.items()}
    releases = with_files(read_record(project.out / RECORD), released, day)
    record = staging / RECORD
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(record_text(releases), encoding="utf-8", newline="\n")
    return {key: replace(notice, versions=_versions(releases, key, project.site)) for key, notice in files.items()}


def _versions(releases: Sequence[Release], key: str, site: Path) -> tuple[FileVersion, ...]:
    """Every version of a notice's files; those of former versions are taken from the present site."""
    return tuple(
        replace(version, file=next((path for path in version.places(key, site) if has_sum(path, version.sha256)), None))
        for release in versions_of(releases, key)
        for version in (
            FileVersion(file.kind, file.size, file.sha256, release.released_on.isoformat(), release.version)
            for file in release.files
        )
    )
