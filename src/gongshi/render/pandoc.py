"""One long-lived pandoc process that turns our Markdown into Typst, HTML and DOCX."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pypandoc

from gongshi.errors import GongshiError

_WORKER = Path(__file__).with_name("worker.lua")


class PandocError(GongshiError):
    """pandoc refused a text or failed; the message is pandoc's or the worker's own."""

    sentence = "文稿不能转换：{0}。A text cannot be converted."


class Pandoc:
    """A `pandoc lua` process, found with pypandoc. Serves one caller at a time; use one per thread.

    Starting pandoc anew for each document costs two to three times as much (docs/adr/0010).
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [pypandoc.get_pandoc_path(), "lua", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # pandoc stamps a DOCX with the time; a fixed one keeps equal inputs equal (1980 is zip's first year).
            env={"SOURCE_DATE_EPOCH": "315532800", "LC_ALL": "C.UTF-8"},
        )

    def typst(self, markdown: str, *, labelled: bool = False) -> str:
        """Typst markup of a Markdown body: headings numbered, ASCII punctuation as code points.

        Args:
            markdown: The body.
            labelled: Whether rows of grouped lists bear the label <row> and no cells are merged.
        """
        return self._ask({"to": "typst", "markdown": markdown, "labelled": labelled})["text"]

    def html(self, markdown: str) -> str:
        """HTML fragment of a Markdown body; the first level of headings is h2."""
        return self._ask({"to": "html", "markdown": markdown})["text"]

    def docx(self, blocks: Sequence[dict[str, str]], reference: Path, out: Path) -> None:
        """Write a DOCX of blocks, each {"markdown": …} or {"openxml": …}, in the styles of `reference`."""
        self._ask({"to": "docx", "blocks": list(blocks), "reference": str(reference), "out": str(out)})

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

    def _ask(self, request: dict[str, object]) -> dict[str, str]:
        if self._process.stdin is None or self._process.stdout is None:  # pragma: no cover - Popen was given pipes
            raise PandocError("the process has no pipes")
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise PandocError(f"pandoc ended with code {self._process.wait(timeout=10)}")
        answer: dict[str, str] = json.loads(line) or {}
        if "error" in answer:
            raise PandocError(answer["error"])
        return answer
