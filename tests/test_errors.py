"""Exceptions have one base; each tells people why in a sentence, and ends its command with a code."""

import importlib
import re
from collections import Counter
from pathlib import Path

import pytest

from gongshi.console import exit_on_error
from gongshi.engine.files import BusyError
from gongshi.errors import EXIT_BUSY, EXIT_INTERNAL, EXIT_PROBLEMS, EXIT_REFUSED, EXIT_USAGE, GongshiError
from gongshi.measure.reading import UnreadableError
from gongshi.release.stage import OccupiedError
from gongshi.scaffold.refusal import RefusedRecordError

SOURCE = Path(__file__).resolve().parents[1] / "src"
OUR_MISTAKES = {"ConflictError"}
"""What is raised for a mistake in the program alone."""


def exceptions() -> list[type[BaseException]]:
    """Every exception class of the program."""
    names = (".".join(path.relative_to(SOURCE).with_suffix("").parts) for path in sorted(SOURCE.rglob("*.py")))
    modules = [importlib.import_module(name.removesuffix(".__init__")) for name in names]
    found = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, BaseException) and value.__module__ == module.__name__
    }
    return sorted(found, key=lambda value: value.__name__)


def test_every_exception_has_the_base_and_a_name_of_its_own() -> None:
    """A new exception derives from GongshiError, and no two bear one name."""
    found = exceptions()

    assert {error.__name__ for error in found if not issubclass(error, GongshiError)} == OUR_MISTAKES
    assert Counter(error.__name__ for error in found).most_common(1)[0][1] == 1


@pytest.mark.parametrize("error", [error for error in exceptions() if issubclass(error, GongshiError)])
def test_a_sentence_is_chinese_and_english(error: type[GongshiError]) -> None:
    """Where an exception words itself the Chinese goes first; the others take both from their message."""
    if error.sentence != GongshiError.sentence:
        assert re.search(r"[\u4e00-\u9fff].*[A-Za-z]{3}.*\.$", error.sentence), error.sentence
    assert error.code in {EXIT_PROBLEMS, EXIT_USAGE, EXIT_REFUSED, EXIT_BUSY}


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (BusyError(), EXIT_BUSY, "另一个发布正在进行，请稍后再试。Another run is at work; try again later."),
        (OccupiedError(Path("site")), EXIT_REFUSED, "site 不是本程序生成的，没有发布；请移走或改名后再试。"),
        (UnreadableError("a.pdf"), EXIT_PROBLEMS, "文件不能读取：a.pdf。The file cannot be read."),
        (UnreadableError(), EXIT_PROBLEMS, "文件不能读取：。"),
        (RefusedRecordError("no-scheme", "{0}"), EXIT_USAGE, "没有编号为 {0} 的专项。There is no scheme {0}."),
        (RefusedRecordError("exists", "content/"), EXIT_REFUSED, "content/ 已经有了，不覆盖。"),
        (KeyboardInterrupt(), EXIT_PROBLEMS, "已中断，没有发布。"),
        (OSError("disk"), EXIT_PROBLEMS, "不能读写文件：disk。"),
        (KeyError("bug"), EXIT_INTERNAL, "程序出错，详情见"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_what_goes_wrong_ends_with_a_code(
    error: BaseException, code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """People get one sentence on stderr; the traceback of a mistake in the program goes to the log, no other does."""
    log = tmp_path / "build" / "error.log"

    with pytest.raises(SystemExit) as ended, exit_on_error(log):
        raise error

    assert ended.value.code == code
    assert told in capsys.readouterr().err.replace("\n", "")
    assert log.exists() == (code == EXIT_INTERNAL)
