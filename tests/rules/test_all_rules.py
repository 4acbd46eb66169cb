"""All rules together, and the document numbers one by one."""

from pathlib import Path

import pytest
from workspace_factory import MINIMAL, REPOSITORY, lines, minimal_model, read

from gongshi.diagnostics import Report
from gongshi.model.notice import DOCUMENT_NO
from gongshi.rules.check import check
from gongshi.rules.table import RULES

OVERDUE = "content/programmes/2016-software-bases/supervision.yaml 警告 report-missing 应报月份 2016-06"


@pytest.mark.parametrize(("workspace", "told"), [(MINIMAL, []), (REPOSITORY, [OVERDUE])], ids=["minimal", "sample"])
def test_good_records_keep_every_rule(workspace: Path, told: list[str]) -> None:
    """The minimal workspace has nothing to be told, the sample nothing but the report that its board shows late."""
    model, _, report = read(workspace)

    assert lines(check(model, RULES, report).diagnostics) == told


def test_check_adds_to_what_is_known() -> None:
    """Earlier problems and timings stay in the report."""
    before = Report(language="en")

    assert check(minimal_model(), RULES, before) == before


def test_rules_stand_once_and_say_what_must_hold() -> None:
    """No rule is asked twice, and each has a sentence that says what must hold."""
    rules = RULES.every

    assert len(set(rules)) == len(rules)
    assert all((rule.__doc__ or "").split("\n")[0].endswith(".") for rule in rules)


def test_a_rule_is_silent_only_after_one_further_up() -> None:
    """A rule that leaves the word to others stands below them, for they must have spoken."""
    order = [row.rule for row in RULES.rounds]

    for row in RULES.rounds:
        assert all(order.index(first) < order.index(row.rule) for first in (*row.unless, *row.given))


@pytest.mark.parametrize(
    "number",
    ["样经信〔2021〕1号", "浙经信信息〔2014〕9001号", "浙政发〔2014〕18号"],
)
def test_numbers_as_the_standard_writes_them(number: str) -> None:
    """Code, full year in hexagonal brackets, serial without leading zeros, 号 (GB/T 9704-2012, 7.2.5)."""
    assert DOCUMENT_NO.fullmatch(number)


@pytest.mark.parametrize(
    "number",
    [
        "样经信[2021]1号",
        "样经信（2021）1号",
        "样经信【2021】1号",
        "样经信〔2021〕01号",
        "样经信〔2021〕第1号",
        "样经信〔21〕1号",
        "样经信〔2021〕1",
        "样经信〔2021〕0号",
        "〔2021〕1号",
        "样经信 〔2021〕1号",
        "样经信〔２０２１〕1号",
        "样经信〔2021〕١号",
        "样经信〔20２１〕1号",
        "样经信〔2021〕9０01号",
    ],
)
def test_numbers_of_another_form_are_none(number: str) -> None:
    """Other brackets, short years, leading zeros, 第, a missing 号 and figures of other scripts are refused."""
    assert not DOCUMENT_NO.fullmatch(number)
