"""What people read on the terminal: problems, tables, a report; and how a command ends."""

import json
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from rich.box import SIMPLE_HEAD
from rich.console import Console as Terminal
from rich.markup import escape
from rich.table import Table

from gongshi.diagnostics import Diagnostic, Place, Report, Severity
from gongshi.errors import EXIT_INTERNAL, EXIT_PROBLEMS, GongshiError

_LOOKS = {Severity.ERROR: ("错误", "bold red"), Severity.WARNING: ("警告", "yellow"), Severity.NOTE: ("说明", "cyan")}
_ENGLISH = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SHOWN = 12
"""Reasons shown one by one; the rest is only counted."""


class Console:
    """Prints to the terminal: the report on stdout, progress on stderr."""

    def __init__(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            # Consoles in GBK cannot show every character of a name; a question mark is better than a crash.
            getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
        self._out = Terminal(highlight=False, soft_wrap=True, emoji=False)
        self._err = Terminal(stderr=True, highlight=False, soft_wrap=True, emoji=False)

    def report(self, report: Report, *, dry_run: bool = False) -> None:
        """Print problems, then what was made and how long it took."""
        for diagnostic in report.diagnostics:
            self._diagnostic(diagnostic, report.language)
        self._counts(report)
        if report.timings:
            times = "，".join(f"{timing.part} {timing.seconds:.2f}" for timing in report.timings)
            self._out.print(f"用时（秒）：{times}", style="dim")
        if report.has_errors:
            self._out.print("有错误，没有发布，原有的公文和网站未动。Nothing was released.", style="bold red")
            return
        self._outputs(report, dry_run=dry_run)

    def table(self, title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print a table on a terminal; elsewhere lines with tabs between the columns."""
        if not self._out.is_terminal:
            lines = ("\t".join(row).replace("\n", " ") for row in ((title,), head, *rows))
            self._out.file.write("\n".join(lines) + "\n\n")  # `print` would make spaces of the tabs
            return
        table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
        for name in head:
            table.add_column(name, overflow="fold")
        for row in rows:
            table.add_row(*(escape(cell) for cell in row))
        self._out.print(table, soft_wrap=False)

    def data(self, value: object) -> None:
        """Print a value as JSON; in ASCII, so that no console and no file can lose a rare character."""
        self._out.out(json.dumps(value, indent=2), highlight=False)

    def say(self, text: str) -> None:
        """Print one line."""
        self._out.print(escape(text))

    def fail(self, text: str, code: int) -> NoReturn:
        """Print why nothing was done, and leave."""
        self._err.print(escape(text), style="bold red")
        sys.exit(code)

    def _diagnostic(self, diagnostic: Diagnostic, language: str) -> None:
        severity = diagnostic.severity
        word, style = _LOOKS[severity]
        rule, remedy, english = diagnostic.words
        clause = f"（依据：{diagnostic.clause}）" if diagnostic.clause else ""
        head = f"{escape(place_of(diagnostic.place))}"
        if language == "en":
            self._out.print(f"{head}  [{style}]{_ENGLISH[severity]}[/]  {escape(english)} [dim]{diagnostic.code}[/]")
            return
        if severity is Severity.NOTE:
            self._out.print(f"[{style}]{word}[/]  {escape(rule)}{escape(remedy)}")
            return
        field = f"  {escape(diagnostic.field)}：{escape(diagnostic.value)}" if diagnostic.field else ""
        self._out.print(f"{head}  [{style}]{word}[/]{field}")
        self._out.print(f"    {escape(rule)}{escape(clause)}")
        self._out.print(f"    处理：{escape(remedy)}")
        self._out.print(f"    {escape(english)} ({diagnostic.code})", style="dim")

    def _counts(self, report: Report) -> None:
        severities = [diagnostic.severity for diagnostic in report.diagnostics]
        counts = "，".join(f"{word} {severities.count(severity)}" for severity, (word, _) in _LOOKS.items())
        self._out.print(counts, style="bold")

    def _outputs(self, report: Report, *, dry_run: bool) -> None:
        if not (report.written or report.removed or report.kept):
            self._out.print("检查通过。Everything is in order.", style="bold")
            return
        verbs = ("将写入", "将删除") if dry_run else ("已写入", "已删除")
        for name, reason in report.reasons[:_SHOWN]:
            self._out.print(f"  {escape(name)}：{escape(reason)}", style="dim")
        if len(report.reasons) > _SHOWN:
            self._out.print(f"  ……另有 {len(report.reasons) - _SHOWN} 项", style="dim")
        for verb, outputs in zip(verbs, (report.written, report.removed), strict=True):
            for folder, count in Counter(output.rpartition("/")[0] or output for output in outputs).items():
                self._out.print(f"  {verb} {escape(folder)}/  {count}")
        counts = "，".join(
            f"{verb} {len(o)} 个" for verb, o in zip(verbs, (report.written, report.removed), strict=True)
        )
        self._out.print(f"{counts}，无须改动 {report.kept} 个。", style="bold")


def place_of(place: Place) -> str:
    """A place as file:line:column, as far as it is known."""
    return ":".join(str(part) for part in (place.file, place.line, place.column) if part is not None)


@contextmanager
def exit_on_error(log: Path) -> Iterator[Console]:
    """A console; an exception inside becomes a message and an exit code, never a traceback.

    Args:
        log: The file that gets the traceback of an error in the program.
    """
    console = Console()
    try:
        yield console
    except GongshiError as error:
        console.fail(error.text, error.code)
    except KeyboardInterrupt:
        console.fail("已中断，没有发布。Interrupted; nothing was released.", EXIT_PROBLEMS)
    except OSError as error:
        console.fail(f"不能读写文件：{error}。A file cannot be read or written.", EXIT_PROBLEMS)
    except Exception:  # noqa: BLE001 - the last line of defence: people get a sentence, maintainers the log
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(traceback.format_exc(), encoding="utf-8")
        console.fail(f"程序出错，详情见 {log}，请交给维护人员。Internal error; see the log.", EXIT_INTERNAL)
