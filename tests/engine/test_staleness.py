"""Why a task must be done again: a pure function on literal values."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from gongshi.engine.task import (
    ConflictError,
    Done,
    Remembered,
    Task,
    fingerprint,
    fingerprint_files,
    refuse_conflicts,
    staleness,
)

INPUTS = {"内容": "a1", "字体": "b1"}
OUTPUTS = {"notices/call.pdf": "p1", "notices/call.docx": "d1"}
REMEMBERED = Remembered(INPUTS, OUTPUTS)


def task(inputs: dict[str, str] = INPUTS, outputs: tuple[str, ...] = tuple(OUTPUTS), name: str = "公文") -> Task[None]:
    """A task that does nothing."""
    return Task(name, inputs, outputs, lambda _tools, _folder: Done())


def test_a_task_done_with_the_same_inputs_is_not_stale() -> None:
    """Same inputs, outputs as they were left: nothing to do."""
    assert staleness(task(), REMEMBERED, OUTPUTS) == ()


def test_a_task_never_done_is_stale() -> None:
    """Without memory everything is made for the first time."""
    assert staleness(task(), None, OUTPUTS) == ("首次生成",)


@pytest.mark.parametrize(
    ("inputs", "reasons"),
    [
        ({"内容": "a2", "字体": "b1"}, ("内容有变化",)),
        ({"内容": "a2", "字体": "b2"}, ("内容有变化", "字体有变化")),
        ({"内容": "a1", "字体": "b1", "版式": "c1"}, ("版式有变化",)),
        ({"内容": "a1"}, ("不再使用字体",)),
    ],
)
def test_each_changed_input_is_a_reason(inputs: dict[str, str], reasons: tuple[str, ...]) -> None:
    """Changed, added and dropped inputs are named as people know them."""
    assert staleness(task(inputs), REMEMBERED, OUTPUTS) == reasons


@pytest.mark.parametrize(
    ("present", "reasons"),
    [
        ({"notices/call.pdf": "p1"}, ("notices/call.docx 不存在",)),
        ({"notices/call.pdf": "p2", "notices/call.docx": "d1"}, ("notices/call.pdf 被改动",)),
        ({}, ("notices/call.pdf 不存在", "notices/call.docx 不存在")),
    ],
)
def test_each_lost_or_altered_output_is_a_reason(present: dict[str, str], reasons: tuple[str, ...]) -> None:
    """A file that somebody deleted or edited is made again."""
    assert staleness(task(), REMEMBERED, present) == reasons


def test_an_output_that_is_new_in_the_plan_is_a_reason() -> None:
    """A task that now makes one more file is done again, even if such a file lies there."""
    more = task(outputs=(*OUTPUTS, "notices/call.html"))

    assert staleness(more, REMEMBERED, OUTPUTS) == ("notices/call.html 不存在",)
    assert staleness(more, REMEMBERED, {**OUTPUTS, "notices/call.html": "h1"}) == ("notices/call.html 被改动",)


def test_two_makers_of_one_output_are_a_mistake() -> None:
    """A plan in which two tasks make the same file is refused with the names of both."""
    with pytest.raises(ConflictError, match=r"notices/call.pdf is made by both 甲 and 乙"):
        refuse_conflicts([task(name="甲"), task(name="乙")])

    refuse_conflicts([task(name="甲"), task(name="乙", outputs=("notices/award.pdf",))])


@dataclass(frozen=True)
class Figure:
    """A value to fingerprint."""

    name: str
    amount: int
    parts: tuple[Any, ...] = ()


FIGURE = Figure("甲", 1, (Figure("乙", 2),))


def test_equal_values_have_equal_fingerprints() -> None:
    """The order of keys is no difference; a fingerprint is the same on every machine."""
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint(FIGURE) == fingerprint(replace(FIGURE))
    assert fingerprint("甲") == "32d557672e4a19f7fd968924d8b6327212fbb282a7914598d4588c23f8ac054d"


@pytest.mark.parametrize(
    "other",
    [
        replace(FIGURE, name="乙"),
        replace(FIGURE, amount=2),
        replace(FIGURE, parts=()),
        replace(FIGURE, parts=(Figure("乙", 3),)),
        replace(FIGURE, parts=(Figure("乙", 2), Figure("乙", 2))),
    ],
)
def test_every_change_inside_a_value_changes_its_fingerprint(other: Figure) -> None:
    """No field is passed over, however deep."""
    assert fingerprint(other) != fingerprint(FIGURE)


def test_a_folder_is_its_files_names_and_contents(tmp_path: Path) -> None:
    """Content, name and place of every file below a folder count; where the folder itself stands does not."""
    for name in ("one", "two"):
        (tmp_path / name / "below").mkdir(parents=True)
        (tmp_path / name / "below" / "a.txt").write_text("甲", encoding="utf-8")
        (tmp_path / name / "b.txt").write_text("乙", encoding="utf-8")
    before = fingerprint_files([tmp_path / "one"])
    assert before == fingerprint_files([tmp_path / "two"])

    (tmp_path / "one" / "b.txt").write_text("丙", encoding="utf-8")
    (tmp_path / "two" / "b.txt").rename(tmp_path / "two" / "c.txt")

    assert len({before, fingerprint_files([tmp_path / "one"]), fingerprint_files([tmp_path / "two"])}) == 3


def test_compiled_modules_do_not_count(tmp_path: Path) -> None:
    """What Python leaves in __pycache__ is no change of the program."""
    (tmp_path / "module.py").write_text("x = 1\n", encoding="utf-8")
    before = fingerprint_files([tmp_path])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "module.cpython-311.pyc").write_bytes(b"compiled")

    assert fingerprint_files([tmp_path]) == before
