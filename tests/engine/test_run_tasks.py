"""Doing tasks in their turn, and remembering what was done."""

import threading
from pathlib import Path

import pytest
from catalogue import CATALOGUE

from gongshi.diagnostics import Diagnostic, Place
from gongshi.engine.memory import load_memory, present_outputs, save_memory
from gongshi.engine.run import run_tasks
from gongshi.engine.task import Done, Remembered, Task

Log = list[str]


def task(name: str, *after: str, problem: bool = False) -> Task[Log]:
    """A task that writes its name down."""

    def work(log: Log, _folder: Path) -> Done:
        log.append(name)
        return Done((Diagnostic(CATALOGUE["site-failed"], Place(name)),) if problem else ())

    return Task(name, {}, (f"{name}.txt",), work, after)


def run(*tasks: Task[Log], jobs: int = 2) -> tuple[Log, dict[str, Done], list[tuple[str, int, int]]]:
    """The order in which tasks were done, what they told, and the progress."""
    log: Log = []
    told: list[tuple[str, int, int]] = []
    done = run_tasks(tasks, log, Path(), jobs, lambda *progress: told.append(progress))
    return log, done, told


@pytest.mark.parametrize("jobs", [1, 4])
def test_a_task_waits_for_those_before_it(jobs: int) -> None:
    """Whatever the order in the plan, the site comes after the notices it reads."""
    log, done, _ = run(task("site", "a", "b"), task("b", "a"), task("a"), jobs=jobs)

    assert log == ["a", "b", "site"]
    assert set(done) == {"a", "b", "site"}


def test_what_is_not_in_the_plan_is_not_waited_for() -> None:
    """A predecessor that is up to date is not among the tasks, and holds nothing up."""
    assert run(task("site", "a"))[0] == ["site"]


def test_problems_do_not_stop_the_others() -> None:
    """After a task with a problem the rest is done all the same, so that one run tells everything."""
    log, done, _ = run(task("a", problem=True), task("b", problem=True), task("site", "a", "b"))

    assert log[-1] == "site"
    assert [name for name, result in done.items() if result.diagnostics] in (["a", "b"], ["b", "a"])


def test_progress_counts_up_to_all() -> None:
    """After each task its name, how many are done and how many there are."""
    _, _, told = run(task("a"), task("b", "a"))

    assert told == [("a", 1, 2), ("b", 2, 2)]


def test_tasks_that_wait_for_each_other_are_a_mistake() -> None:
    """A circle in the plan is refused with the names of those in it, instead of waiting for ever."""
    with pytest.raises(RuntimeError, match="a, b"):
        run(task("a", "b"), task("b", "a"))


def test_several_tasks_are_done_at_a_time() -> None:
    """With two jobs two tasks are at work together: each waits until the other has begun."""
    both = threading.Barrier(2, timeout=5)

    def work(log: Log, _folder: Path) -> Done:
        both.wait()
        log.append("met")
        return Done()

    assert run(Task("a", {}, (), work), Task("b", {}, (), work))[0] == ["met", "met"]


def test_an_accident_in_a_task_is_not_swallowed() -> None:
    """An exception that no task expects reaches the caller."""

    def work(_log: Log, _folder: Path) -> Done:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(Task("a", {}, (), work))


MEMORY = {"公文 call": Remembered({"内容": "a1"}, {"notices/call.pdf": "p1"}), "网站": Remembered({}, {})}


def test_memory_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    """Names, inputs and outputs survive; saving the same again gives the same bytes."""
    file = tmp_path / "build" / "memory.json"

    save_memory(file, MEMORY)
    first = file.read_bytes()
    save_memory(file, dict(reversed(MEMORY.items())))

    assert load_memory(file) == MEMORY
    assert file.read_bytes() == first


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"format": 99, "tasks": {}}', '{"format": 1, "tasks": {"a": {"x": 1}}}', "\udcff"],
    ids=["empty", "cut off", "list", "nothing", "later format", "other fields", "not UTF-8"],
)
def test_memory_that_cannot_be_read_is_no_memory(tmp_path: Path, content: str) -> None:
    """A damaged or foreign memory only means that all is made anew."""
    file = tmp_path / "memory.json"
    file.write_bytes(content.encode(errors="surrogateescape"))

    assert load_memory(file) == {}
    assert load_memory(tmp_path / "none.json") == {}


def test_only_outputs_that_exist_are_present(tmp_path: Path) -> None:
    """Of the outputs asked for, those on disk have a fingerprint, folders as well as files."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("甲", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(b"%PDF")

    present = present_outputs(tmp_path, ["a.pdf", "b.pdf", "site"])

    assert set(present) == {"a.pdf", "site"}
    assert len(set(present.values())) == 2
