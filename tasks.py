"""Invoke tasks: parse, call, print, exit.

Each task imports what it runs, so that none waits for libraries that only others need.
"""

import gc
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from invoke.context import Context
from invoke.tasks import task

from gongshi.arguments import UsageError, day_of, names_in, positive
from gongshi.environment.workspace import open_workspace
from gongshi.errors import EXIT_OK, EXIT_PROBLEMS
from gongshi.project import WorkspaceFolder

# Nearly all objects of a command live until it ends: looking for garbage at every 700 new ones, as Python does unasked,
# takes a tenth of its time and finds none.
gc.set_threshold(100_000)

_HERE = Path(__file__).resolve().parent
_ROOT = "工作区文件夹，缺省为样例工作区 (workspace folder)"
_JOBS = "同时生成几份公文，缺省为处理器核数 (documents at a time)"
_TODAY = "以这一天为今天，如 2016-05-01，缺省为工作区所定或当天 (the day to take for today)"


@task(
    iterable=["only"],
    help={
        "root": _ROOT,
        "today": _TODAY,
        "jobs": _JOBS,
        "only": "只生成这些公文：申报编号/公文编号，或申报编号；可写几次或以逗号分开 (only these notices)",
        "dry-run": "全部生成但不发布，列出将改变什么 (release nothing)",
        "press": "另在 build/press/ 生成印刷用 PDF，红色为 CMYK 0/80/80/0 (copies for the press)",
    },
)
def publish(  # noqa: PLR0913, PLR0917 - one for each option
    context: Context,
    only: list[str],
    root: str = "",
    jobs: str = "",
    today: str = "",
    dry_run: bool = False,  # noqa: FBT002 - a flag
    press: bool = False,  # noqa: FBT002 - a flag
) -> None:
    """检查记录，生成公文和公示网站 (publish notices and the public site)."""
    from gongshi.console import exit_on_error
    from gongshi.environment.project import open_project
    from gongshi.progress import progress_bar
    from gongshi.publish import publish as publish_project

    with exit_on_error(_log(root)) as console:
        project = open_project(_root(context, root), positive("jobs", jobs) if jobs else None, day_of("today", today))
        names = names_in(",".join(only))
        if only and not names:
            raise UsageError("请写明 --only 要生成哪些公文。Say which notices --only means.")
        with progress_bar() as tell:
            report = publish_project(project, only=names, press=press, dry_run=dry_run, progress=tell)
        console.report(report, dry_run=dry_run)
        _leave(bad=report.has_errors)


@task(help={"root": _ROOT, "today": _TODAY})
def check(context: Context, root: str = "", today: str = "") -> None:
    """只检查记录和文稿，不生成任何文件 (check records and prose, write nothing)."""
    from gongshi.composed import compose_project
    from gongshi.console import exit_on_error
    from gongshi.environment.project import open_project

    with exit_on_error(_log(root)) as console:
        report = compose_project(open_project(_root(context, root), today=day_of("today", today))).report
        console.report(report)
        _leave(bad=report.has_errors)


@task(help={"root": _ROOT, "port": "本机端口 (port on this machine)", "jobs": _JOBS, "today": _TODAY})
def preview(context: Context, root: str = "", port: str = "8000", jobs: str = "", today: str = "") -> None:
    """边改边看：在本机预览网站和公文（含草稿），保存后自动重做 (live preview)."""
    from gongshi.console import exit_on_error
    from gongshi.environment.project import open_project
    from gongshi.preview import preview as preview_project

    with exit_on_error(_log(root)) as console:
        project = open_project(_root(context, root), positive("jobs", jobs) if jobs else None, day_of("today", today))
        preview_project(replace(project, out=project.build / "preview"), console, positive("port", port))


@task(help={"root": _ROOT, "today": _TODAY, "json": "输出 JSON (for other programs)"})
def status(context: Context, root: str = "", today: str = "", json: bool = False) -> None:  # noqa: FBT002 - a flag
    """看板：每轮申报到了哪一步，下一步做什么，何时到期，什么逾期、什么受阻 (the board of all rounds)."""
    from gongshi.console import exit_on_error
    from gongshi.desk.board import HEAD, ITEMS_HEAD, as_data, errors_in, items, open_board, table

    with exit_on_error(_log(root)) as console:
        found, report = open_board(_folder(context, root, today))
        if found is None:
            console.report(report)
            _leave(bad=True)
        if json:
            console.data(as_data(found, report.counts))
            return
        console.table(f"看板 {found.today.isoformat()}", HEAD, table(found))
        if listed := items(found):
            console.table("事项", ITEMS_HEAD, listed)
        if found.unreadable:
            console.say(f"记录有误、未列入看板的：{'、'.join(found.unreadable)}。Left out for errors of their own.")
        if errors := errors_in(report):
            console.say(f"记录有 {errors} 处错误，请运行 invoke check。Run invoke check.")


@task(
    help={
        "what": "workspace 工作区，scheme 专项，programme 年度申报，notice 公文",
        "id": "新编号；公文可不写，缺省为文种名 (id of what is new)",
        "categories": "各类别的编号，以逗号分开，如 park,town (for scheme)",
        "scheme": "专项编号 (for programme)",
        "year": "年度 (for programme)",
        "programme": "年度申报编号 (for notice)",
        "kind": "文种，如 call、publicity、award、approval (for notice)",
        "application": "申报号，用于批复等一件一文的文种 (for notice)",
        "all": "逐个各拟一份，如每个列入的申报一份批复，已有的除外 (one for each)",
        "organ": "主办机关编号，缺省为年度申报的主办机关，资金和奖励为出资机关 (lead organ)",
        "today": _TODAY,
        "root": _ROOT,
    }
)
def new(  # noqa: PLR0913, PLR0917 - one for each option
    context: Context,
    what: str,
    id: str = "",  # noqa: A002 - as records call it
    categories: str = "",
    scheme: str = "",
    year: str = "",
    programme: str = "",
    kind: str = "",
    application: str = "",
    all: bool = False,  # noqa: A002, FBT002 - a flag
    organ: str = "",
    today: str = "",
    root: str = "",
) -> None:
    """新建工作区、专项、年度申报或公文的记录；已有的从不覆盖 (new records from a scaffold; nothing is overwritten)."""
    from gongshi.console import exit_on_error
    from gongshi.scaffold.notices import Wish, new_notices
    from gongshi.scaffold.programmes import new_programme
    from gongshi.scaffold.schemes import new_scheme
    from gongshi.scaffold.workspaces import new_workspace

    with exit_on_error(_log(root)) as console:
        folder = _folder(context, root, today, fresh=what == "workspace")
        if what == "notice":
            path, added = new_notices(folder, Wish(programme, kind, application, all, organ, id))
            for notice in added:
                console.say(f"{path}：{notice['id']} {notice.get('document_no', '')} {notice['issued_on']}")
            console.say(f"已加草稿 {len(added)} 件，核对后再改 state。Drafts added; check them, then approve.")
            return
        if what == "workspace":
            made = "、".join(new_workspace(folder))
        elif what == "scheme":
            made = new_scheme(folder, id, names_in(categories))
        elif what == "programme":
            path, last = new_programme(folder, id, scheme, positive("year", year))
            made = f"{path}，设置抄自 {last}" if last else path
        else:
            raise UsageError("可新建 workspace、scheme、programme、notice。What may be new: see the list.")
        console.say(f"已建 {made}，写着“待填”的地方请填写。Made; fill in what says 待填.")


@task(help={"programme": "申报编号 (id of the round)", "root": _ROOT, "json": "输出 JSON (for other programs)"})
def eligibility(context: Context, programme: str, root: str = "", json: bool = False) -> None:  # noqa: FBT002 - a flag
    """逐件列出申报是否符合条件、材料是否齐全，附理由，供内部使用 (who is eligible, and why; internal)."""
    from gongshi.console import exit_on_error
    from gongshi.desk.eligibility import as_data, assessed, summary, tables
    from gongshi.desk.round import open_round

    with exit_on_error(_log(root)) as console:
        opened, report = open_round(_folder(context, root), programme)
        if opened is None:
            console.report(report)
            _leave(bad=True)
        found = assessed(opened.model, opened.round)
        if json:
            console.data(as_data(programme, found))
            return
        for listed in tables(found):
            console.table(*listed)
        console.say(summary(found))


@task(help={"root": _ROOT, "json": "输出 JSON (for other programs)"})
def fonts(context: Context, root: str = "", json: bool = False) -> None:  # noqa: FBT002 - a flag
    """列出五种字体、字数、补字次序，以及公文中要补的字和缺的字 (fonts, coverage, glyphs lent or missing)."""
    from gongshi.composed import compose_project
    from gongshi.console import exit_on_error
    from gongshi.environment.project import open_project
    from gongshi.render.coverage import cover
    from gongshi.render.fonts_report import fonts_as_data, listings, missing
    from gongshi.render.glyph_fallback import fallback_glyphs
    from gongshi.render.tools import open_tools

    with exit_on_error(_log(root)) as console:
        project = open_project(_root(context, root))
        composed = compose_project(project)
        roles, bad = cover(project.fonts), composed.report.has_errors
        with open_tools(project.fonts, project.templates, jobs=1) as tools:
            found = fallback_glyphs(project.fonts, tools.readable(composed.notices))
        if json:
            console.data(fonts_as_data(roles, found))
            _leave(bad=bad or bool(missing(found)))
        for listing in listings(roles, found, composed.report.language):
            console.table(listing.title, listing.head, listing.rows)
        if lacking := "、".join(missing(found)):
            console.say(
                f"没有任何字体有：{lacking}，不能发布。请把含有的字体放入 .fonts/。No font has these characters."
            )
        if bad:
            console.report(composed.report)
        elif not lacking:
            console.say("公文所用的字都有字体。Every character of the notices can be printed.")
        _leave(bad=bad or bool(lacking))


@task(help={"programme": "申报编号 (id of the round)", "root": _ROOT, "json": "输出 JSON (for other programs)"})
def rank(context: Context, programme: str, root: str = "", json: bool = False) -> None:  # noqa: FBT002 - a flag
    """逐步列出评审排名：各专家总分、平均分、同分比较、名次、名额线、结果，供内部使用 (ranking, step by step)."""
    from gongshi.console import exit_on_error
    from gongshi.desk.ranking import as_data, method, problems, tables
    from gongshi.desk.round import open_round
    from gongshi.rules.review import is_sound

    with exit_on_error(_log(root)) as console:
        opened, report = open_round(_folder(context, root), programme)
        if opened is None:
            console.report(report)
            _leave(bad=True)
        model, records = opened.model, opened.round
        report = problems(opened.records, model, programme)
        sound = is_sound(records, model)
        if json and sound:
            console.data(as_data(model, records))
            _leave(bad=report.has_errors)
        if sound:
            for line in method(records):
                console.say(line)
            for listed in tables(model, records):
                console.table(*listed)
        console.report(report)
        _leave(bad=report.has_errors)


@task(
    help={
        "files": "PDF 或 DOCX 文件，可用通配符，如 'notices/*/*.pdf' (files, or a pattern)",
        "format": "公文格式：文件、上行文、信函、命令、纪要或公示，缺省为自动识别 (format)",
        "json": "输出 JSON (for other programs)",
        "all": "也列出合格的各项 (rows in order too)",
        "rendered": "DOCX 由 LibreOffice 印成 PDF 再量 (measure a DOCX as LibreOffice prints it)",
    }
)
def measure(
    _: Context,
    files: str,
    format: str = "",  # noqa: A002 - the option's name
    json: bool = False,  # noqa: FBT002 - a flag
    all: bool = False,  # noqa: A002, FBT002 - a flag
    rendered: bool = False,  # noqa: FBT002 - a flag
) -> None:
    """逐条量公文版式是否合 GB/T 9704-2012 (measure documents against the standard)."""
    from gongshi.console import exit_on_error
    from gongshi.environment.project import open_project
    from gongshi.measure.file import all_known, measure_file, measure_print
    from gongshi.measure.form import Form
    from gongshi.measure.report import table, to_json

    with exit_on_error(_log("")) as console:
        formats = {known.value: known for known in Form}
        paths = sorted(Path().glob(files)) if not Path(files).is_absolute() else [Path(files)]
        if format and format not in formats:
            raise UsageError(f"没有“{format}”这种格式，可用：{'、'.join(formats)}。No such format.")
        if not paths or not all_known(paths):
            raise UsageError(f"{files}：没有这样的 PDF 或 DOCX 文件。No such PDF or DOCX file.")
        fonts_at_hand = open_project().fonts
        measured = []
        for path in paths:
            way = measure_print if rendered and path.suffix.lower() == ".docx" else measure_file
            measured.append((path, way(path, formats.get(format), fonts_at_hand)))
        for path, result in measured:
            console.say(to_json(result) if json else f"{path}\n{table(result, passed=all)}\n")
        _leave(bad=any(result.broken for _, result in measured))


@task(help={"quick": "不用浏览器和 LibreOffice 的测试，随机取值较少 (no browser, no office, fewer examples)"})
def test(context: Context, quick: bool = False) -> None:  # noqa: FBT002 - a flag
    """运行全部检查和测试 (lint and tests)."""
    lint(context)
    chosen = ' -m "not browser and not office" --hypothesis-profile quick' if quick else ""
    context.run(f'"{sys.executable}" -m pytest -n auto{chosen}', pty=False)


@task
def lint(context: Context) -> None:
    """检查代码：格式、规范、类型、楼层 (format, style, types, floors)."""
    for command in ("ruff format --check --quiet .", "ruff check --quiet .", "mypy --no-error-summary"):
        context.run(f'"{sys.executable}" -m {command}')
    context.run(f'"{Path(sys.executable).with_name("lint-imports")}" --no-logo', hide="out")


@task
def docs(_: Context) -> None:
    """由程序中的定义重写 docs/records.md 和 docs/kinds.md 的表 (rewrite the references of fields and of kinds)."""
    from gongshi.records.handbook import records_handbook, with_kinds_table

    (_HERE / "docs" / "records.md").write_text(records_handbook(), encoding="utf-8")
    kinds = _HERE / "docs" / "kinds.md"
    kinds.write_text(with_kinds_table(kinds.read_text(encoding="utf-8")), encoding="utf-8")


def _folder(context: Context, root: str, today: str = "", *, fresh: bool = False) -> WorkspaceFolder:
    """The folder of the workspace, which need not be there yet if it is `fresh`."""
    return open_workspace(_root(context, root, fresh=fresh), day_of("today", today))


def _root(context: Context, root: str, *, fresh: bool = False) -> Path:
    """The workspace from the command line; a usage error if there is none and it is not to be made either."""
    if context.config.run.dry:
        raise UsageError("本任务不支持 -R，请用 --dry-run。Use --dry-run instead of -R.")
    folder = Path(root) if root else _HERE
    if not fresh and not (folder / "content").is_dir():
        hint = "要新建的，用 invoke new workspace"
        raise UsageError(f"{folder} 中没有 content 文件夹，不是工作区；{hint}。Not a workspace: no content/.")
    return folder


def _log(root: str) -> Path:
    return (Path(root) if root else _HERE) / "build" / "error.log"


def _leave(*, bad: bool) -> NoReturn:
    sys.exit(EXIT_PROBLEMS if bad else EXIT_OK)
