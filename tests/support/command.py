"""`invoke` as people type it, away from a terminal; each command is a process of its own."""

import atexit
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

from workspace_factory import REPOSITORY


def invoke(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A task of the program on a workspace: its exit code, and what it printed on each stream."""
    arguments = ["invoke", *words, "--root", str(root)]
    server = _server()
    assert server.stdin
    assert server.stdout
    server.stdin.write(json.dumps(arguments) + "\n")
    server.stdin.flush()
    code, printed, complained = json.loads(server.stdout.readline())
    return subprocess.CompletedProcess(arguments, code, printed, complained)


@cache
def _server() -> subprocess.Popen[str]:
    """The process that loads the program once and gives a copy of itself to each command."""
    program = [sys.executable, "-m", "tests.support.command_server"]
    server = subprocess.Popen(
        program, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    atexit.register(_end, server)
    return server


def _end(server: subprocess.Popen[str]) -> None:
    if server.stdin:
        server.stdin.close()
    server.wait(timeout=10)
