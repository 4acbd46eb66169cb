"""Invoke tasks: parse, call, print, exit."""

import datetime as dt
import re
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from gongshi.board.desk import open_board
from gongshi.board.show import HEAD, ITEMS_HEAD, as_data, items
from gongshi.board.show import table as board_table
from gongshi.console import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE, Console, guarded
from gongshi.desk import eligibility as eligibility_desk
from gongshi.desk import ranking as ranking_desk
from gongshi.desk.reading import read_project
from gongshi.diagnostics import Report, Severity
from gongshi.environment import open_project
from gongshi.measure.file import all_known, measure_file, measure_print
from gongshi.measure.form import Form
from gongshi.measure.report import table, to_json
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.preview import preview as preview_project
from gongshi.project import Project
from gongshi.publish import compose_project
from gongshi.publish import publish as publish_project
from gongshi.records.handbook import records_handbook
from gongshi.render.borrowing import borrowed
from gongshi.render.coverage import cover
from gongshi.render.fonts_report import Listing, fonts_as_data, listings, missing
from gongshi.rules.review import is_sound
from gongshi.scaffold.notices import Wish, new_notices
from gongshi.scaffold.programmes import new_programme
from gongshi.scaffold.schemes import new_scheme
from gongshi.scaffold.workspaces import new_workspace

_HERE = Path(__file__).resolve().parent
_ROOT = "工作区文件夹，缺省为样例工作区 (workspace folder)"
_JOBS = "同时生成几份公文，缺省为处理器核数 (documents at a time)"
_TODAY = "以这一天为今天，如 2016-05-01，缺省为工作区所定或当天 (the day to take for today)"


@task(
    help={
        "root": _ROOT,
        "today": _TODAY,
        "jobs": _JOBS,
        "dry-run": "全部生成但不发布，列出将改变什么 (release nothing)",
        "press": "另在 build/press/ 生成印刷用 PDF，红色为 CMYK 0/80/80/0 (copies for the press)",
    }
)
def publish(  # noqa: PLR0913, PLR0917 - one for each option
    context: Context,
    root: str = "",
    jobs: str = "",
    today: str = "",
    dry_run: bool = False,  # noqa: FBT002 - a flag
    press: bool = False,  # noqa: FBT002 - a flag
) -> None:
    """检查记录，生成公文和公示网站 (publish notices and the public site)."""
    with guarded(_log(root)) as console:
        project = _project(context, console, root, jobs, today)
        with console.progress() as tell:
            report = publish_project(project, dry_run=dry_run, press=press, progress=tell)
        console.report(report, dry_run=dry_run)
        _leave(report)


@task(help={"root": _ROOT, "today": _TODAY})
def check(context: Context, root: str = "", today: str = "") -> None:
    """只检查记录和文稿，不生成任何文件 (check records and prose, write nothing)."""
    with guarded(_log(root)) as console:
        report = compose_project(_project(context, console, root, today=today)).report
        console.report(report)
        _leave(report)


@task(help={"root": _ROOT, "port": "本机端口 (port on this machine)", "jobs": _JOBS, "today": _TODAY})
def preview(context: Context, root: str = "", port: str = "8000", jobs: str = "", today: str = "") -> None:
    """边改边看：在本机预览网站和公文（含草稿），保存后自动重做 (live preview)."""
    with guarded(_log(root)) as console:
        project = _project(context, console, root, jobs, today)
        out = replace(project, out=project.build / "preview")
        preview_project(out, console, _positive(console, "port", port))


@task(help={"root": _ROOT, "today": _TODAY, "json": "输出 JSON (for other programs)"})
def status(context: Context, root: str = "", today: str = "", json: bool = False) -> None:  # noqa: FBT002 - a flag
    """看板：每轮申报到了哪一步，下一步做什么，何时到期，什么逾期、什么受阻 (the board of all rounds)."""
    with guarded(_log(root)) as console:
        found, report = open_board(_project(context, console, root, today=today))
        if found is None:
            console.report(report)
            _leave(report)
            return
        if json:
            console.data(as_data(found, report.counts))
            return
        console.table(f"看板 {found.today.isoformat()}", HEAD, board_table(found))
        if listed := items(found):
            console.table("事项", ITEMS_HEAD, listed)
        if found.unreadable:
            console.say(f"记录有误、未列入看板的：{'、'.join(found.unreadable)}。Left out for errors of their own.")
        if report.has_errors:
            console.say(f"记录有 {report.counts[Severity.ERROR]} 处错误，请运行 invoke check。Run invoke check.")


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
    with guarded(_log(root)) as console:
        if what == "workspace":
            project = _new_project(context, console, root, today)
            _tell_made(console, "、".join(new_workspace(project)))
            return
        project = _project(context, console, root, today=today)
        if what == "scheme":
            _tell_made(console, new_scheme(project, id, re.findall(r"[^,，、\s]+", categories)))
        elif what == "programme":
            path, last = new_programme(project, id, scheme, _positive(console, "year", year))
            _tell_made(console, f"{path}，设置抄自 {last}" if last else path)
        elif what == "notice":
            path, added = new_notices(project, Wish(programme, kind, application, all, organ, id))
            for notice in added:
                console.say(f"{path}：{notice['id']} {notice.get('document_no', '')} {notice['issued_on']}")
            console.say(f"已加草稿 {len(added)} 件，核对后再改 state。Drafts added; check them, then approve.")
        else:
            known = "workspace、scheme、programme、notice"
            console.fail(f"可新建 {known}。What may be new: see the list.", EXIT_USAGE)


@task(help={"programme": "申报编号 (id of the round)", "root": _ROOT, "json": "输出 JSON (for other programs)"})
def eligibility(context: Context, programme: str, root: str = "", json: bool = False) -> None:  # noqa: FBT002 - a flag
    """逐件列出申报是否符合条件、材料是否齐全，附理由，供内部使用 (who is eligible, and why; internal)."""
    with guarded(_log(root)) as console:
        found = eligibility_desk.assessed(*_round(context, console, root, programme))
        if json:
            console.data(eligibility_desk.as_data(programme, found))
            return
        for listed in eligibility_desk.tables(found):
            console.table(*listed)
        console.say(eligibility_desk.summary(found))


@task(help={"root": _ROOT, "json": "输出 JSON (for other programs)"})
def fonts(context: Context, root: str = "", json: bool = False) -> None:  # noqa: FBT002 - a flag
    """列出五种字体、字数、补字次序，以及公文中要补的字和缺的字 (fonts, coverage, glyphs lent or missing)."""
    with guarded(_log(root)) as console:
        project = _project(context, console, root)
        composed = compose_project(project)
        roles, found = cover(project.fonts), borrowed(project.fonts, composed.notices)
        if json:
            console.data(fonts_as_data(roles, found))
        else:
            _show_fonts(console, listings(roles, found, composed.report.language), missing(found), composed.report)
        sys.exit(EXIT_PROBLEMS if missing(found) or composed.report.has_errors else EXIT_OK)


@task(help={"programme": "申报编号 (id of the round)", "root": _ROOT, "json": "输出 JSON (for other programs)"})
def rank(context: Context, programme: str, root: str = "", json: bool = False) -> None:  # noqa: FBT002 - a flag
    """逐步列出评审排名：各专家总分、平均分、同分比较、名次、名额线、结果，供内部使用 (ranking, step by step)."""
    with guarded(_log(root)) as console:
        model, round_ = _round(context, console, root, programme)
        report = ranking_desk.problems(_project(context, console, root), model, programme)
        if not is_sound(round_, model):
            console.report(report)
        elif json:
            console.data(ranking_desk.as_data(model, round_))
        else:
            for line in ranking_desk.method(round_):
                console.say(line)
            for listed in ranking_desk.tables(model, round_):
                console.table(*listed)
            console.report(report)
        _leave(report)


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
    with guarded(_log("")) as console:
        formats = {known.value: known for known in Form}
        paths = sorted(Path().glob(files)) if not Path(files).is_absolute() else [Path(files)]
        if format and format not in formats:
            console.fail(f"没有“{format}”这种格式，可用：{'、'.join(formats)}。No such format.", EXIT_USAGE)
        if not paths or not all_known(paths):
            console.fail(f"{files}：没有这样的 PDF 或 DOCX 文件。No such PDF or DOCX file.", EXIT_USAGE)
        fonts_at_hand = open_project().fonts
        measured = []
        for path in paths:
            way = measure_print if rendered and path.suffix.lower() == ".docx" else measure_file
            measured.append((path, way(path, formats.get(format), fonts_at_hand)))
        for path, result in measured:
            console.say(to_json(result) if json else f"{path}\n{table(result, passed=all)}\n")
        sys.exit(EXIT_PROBLEMS if any(result.broken for _, result in measured) else EXIT_OK)


@task(help={"only": "只运行名称含此文字的测试 (tests whose name contains this)"})
def test(context: Context, only: str = "") -> None:
    """运行全部检查和测试 (lint and tests)."""
    lint(context)
    chosen = f' -k "{only}"' if only else ""
    context.run(f'"{sys.executable}" -m pytest -n auto{chosen}', pty=False)


@task
def lint(context: Context) -> None:
    """检查代码：格式、规范、类型、楼层 (format, style, types, floors)."""
    for command in ("ruff format --check --quiet .", "ruff check --quiet .", "mypy --no-error-summary"):
        context.run(f'"{sys.executable}" -m {command}')
    context.run(f'"{Path(sys.executable).with_name("lint-imports")}" --no-logo', hide="out")


@task
def docs(_: Context) -> None:
    """由记录的定义重写 docs/records.md (rewrite the reference of record fields)."""
    (_HERE / "docs" / "records.md").write_text(records_handbook(), encoding="utf-8")


def _tell_made(console: Console, made: str) -> None:
    console.say(f"已建 {made}，写着“待填”的地方请填写。Made; fill in what says 待填.")


def _show_fonts(console: Console, tables: Iterable[Listing], lacking: tuple[str, ...], report: Report) -> None:
    for listing in tables:
        console.table(listing.title, listing.head, listing.rows)
    if lacking:
        characters = "、".join(lacking)
        console.say(
            f"没有任何字体有：{characters}，不能发布。请把含有的字体放入 .fonts/。No font has these characters."
        )
    if report.has_errors:
        console.report(report)
    elif not lacking:
        console.say("公文所用的字都有字体。Every character of the notices can be printed.")


def _project(context: Context, console: Console, root: str, jobs: str = "", today: str = "") -> Project:
    """The project to work on; a usage error if there is none."""
    _refuse_dry_run(context, console)
    folder = Path(root) if root else _HERE
    if not (folder / "content").is_dir():
        hint = "要新建的，用 invoke new workspace"
        console.fail(f"{folder} 中没有 content 文件夹，不是工作区；{hint}。Not a workspace: no content/.", EXIT_USAGE)
    return open_project(folder, _positive(console, "jobs", jobs) if jobs else None, _day(console, "today", today))


def _new_project(context: Context, console: Console, root: str, today: str) -> Project:
    """The project of a workspace that may not be there yet."""
    _refuse_dry_run(context, console)
    return open_project(Path(root) if root else _HERE, today=_day(console, "today", today))


def _refuse_dry_run(context: Context, console: Console) -> None:
    if context.config.run.dry:
        console.fail("本任务不支持 -R，请用 --dry-run。Use --dry-run instead of -R.", EXIT_USAGE)


def _day(console: Console, name: str, text: str) -> dt.date | None:
    """A day from the command line, None if none was given."""
    if not text:
        return None
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
    except ValueError:
        console.fail(f"--{name} 应为日期，如 2016-05-01，写的是 {text}。--{name} must be a day.", EXIT_USAGE)


def _round(context: Context, console: Console, root: str, programme: str) -> tuple[Model, Round]:
    """The model and its round of that id; leaves if the records cannot be read or there is no such round."""
    model, report = read_project(_project(context, console, root))
    if model is None:
        console.report(report)
        sys.exit(EXIT_PROBLEMS)
    if programme not in model.rounds:
        known = "、".join(sorted(model.rounds)) or "（无）"
        console.fail(f"没有编号为 {programme} 的申报，现有：{known}。No such programme.", EXIT_USAGE)
    return model, model.rounds[programme]


def _positive(console: Console, name: str, text: str) -> int:
    """A number above 0 from the command line; invoke's own conversion would end in a traceback."""
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        console.fail(f"--{name} 应为正整数，写的是 {text}。--{name} must be a positive whole number.", EXIT_USAGE)
    return int(text)


def _log(root: str) -> Path:
    return (Path(root) if root else _HERE) / "build" / "error.log"


def _leave(report: Report) -> None:
    sys.exit(EXIT_PROBLEMS if report.has_errors else EXIT_OK)
