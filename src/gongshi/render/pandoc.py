"""One long-lived pandoc process that reads our Markdown."""

import json
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pypandoc

from gongshi.errors import GongshiError

_PANDOC = shutil.which("pandoc", path=str(Path(pypandoc.__file__).with_name("files")))
"""The pandoc of the locked release; `pypandoc.get_pandoc_path` would take a newer one of the machine."""
_WORKER = Path(__file__).with_name("worker.lua")


class PandocError(GongshiError):
    """pandoc refused a text or failed, or a text holds what prose must not; the message says what."""

    sentence = "文稿不能转换：{0}。A text cannot be converted."


class Pandoc:
    """A process of pypandoc's own pandoc. Serves one caller at a time; use one per thread.

    Starting pandoc anew for each text costs two to three times as much (docs/adr/0010).
    """

    def __init__(self) -> None:
        if _PANDOC is None:
            raise PandocError("pypandoc-binary holds no pandoc")
        self._process = subprocess.Popen(
            [_PANDOC, "lua", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={"LC_ALL": "C.UTF-8"},
        )

    def read(self, markdown: str) -> list[dict[str, Any]]:
        """The blocks of a Markdown body, as pandoc's JSON has them.

        Raises:
            PandocError: pandoc failed; the message is its own.
        """
        if self._process.stdin is None or self._process.stdout is None:  # pragma: no cover - Popen was given pipes
            raise PandocError("the process has no pipes")
        self._process.stdin.write(json.dumps(markdown).encode() + b"\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise PandocError(f"pandoc ended with code {self._process.wait(timeout=10)}")
        answer = json.loads(line)
        if "error" in answer:
            raise PandocError(answer["error"])
        blocks: list[dict[str, Any]] = answer["blocks"]
        return blocks

    def close(self) -> None:
        """End the process."""
        if self._process.stdin and not self._process.stdin.closed:
            self._process.stdin.close()
        self._process.wait(timeout=10)
        if self._process.stdout:
            self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
