"""Live preview on this machine: make, serve, watch, make again."""

import functools
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from gongshi.console import Console
from gongshi.errors import EXIT_USAGE
from gongshi.progress import progress_bar
from gongshi.project import Project
from gongshi.publish import publish
from gongshi.release.record import RECORD


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without logging, and tells browsers not to use their caches."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


def preview(project: Project, console: Console, port: int) -> None:
    """Publish into the project's `out` folder, serve that on 127.0.0.1, and do it again after every change.

    The workspace's record of releases is read but not written: a preview releases nothing.
    If records have errors, the last good preview stays. Ends with Ctrl+C.
    """
    handler = functools.partial(_Quiet, directory=str(project.out))
    try:
        listening = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        console.fail(f"端口 {port} 不能使用（{error.strerror}），请用 --port 另选。Choose another --port.", EXIT_USAGE)
    with listening as server:
        _make(project, console)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        console.say(f"预览 Preview：网站 {address}/site/，草稿 {address}/build/drafts/，公文 {address}/notices/")
        console.say("保存文件后自动重做，请在浏览器中刷新；按 Ctrl+C 结束。Reload after saving; Ctrl+C ends.")
        for _ in watch(*_watched(project), raise_interrupt=False):
            _make(project, console)
        server.shutdown()


def _watched(project: Project) -> list[Path]:
    return [project.content, *project.templates]


def _make(project: Project, console: Console) -> None:
    take_record(project)
    with progress_bar() as tell:
        console.report(publish(project, progress=tell))


def take_record(project: Project) -> None:
    """Copy the workspace's record of releases into the preview's folder, over that of an earlier preview."""
    ours, theirs = project.root / RECORD, project.out / RECORD
    theirs.unlink(missing_ok=True)
    if ours.is_file():
        theirs.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ours, theirs)
