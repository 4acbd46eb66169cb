"""The catalogue of problems: wordings that can be filled in."""

import re
import string
from pathlib import Path

import pytest
from catalogue import CATALOGUE

import gongshi
from gongshi.diagnostics import Diagnostic, Place, Report, Severity, Timing

SOURCE = "\n".join(
    line
    for path in sorted(Path(gongshi.__file__).parent.rglob("*.py"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if not line.startswith(("from ", "import ", "    from "))
)
"""The program, without the lines that only import a name."""
PROBLEM_NAMES = re.findall(r"^(?:    )?([A-Z][A-Z_]+) = (?:error|warning|note)\(", SOURCE, re.MULTILINE)
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_entry_speaks_both_languages(code: str) -> None:
    """Rule and remedy are Chinese sentences, the third wording is English and has no hanzi."""
    entry = CATALOGUE[code]

    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    for chinese in (entry.rule, entry.remedy):
        assert HAN.search(chinese)
        assert chinese.endswith(("。", "…"))
    assert not HAN.search(entry.english.replace("〔", "").replace("〕", "").replace("号", ""))
    assert entry.english.endswith(".")


@pytest.mark.parametrize("code", CATALOGUE)
def test_english_says_no_more_than_chinese(code: str) -> None:
    """What the English wording fills in is known to the Chinese one too, or is its translation."""
    entry = CATALOGUE[code]
    chinese = names(entry.rule) | names(entry.remedy) | {"field", "value", "clause"}

    assert {name.removesuffix("_en") for name in names(entry.english)} <= chinese


def names(text: str) -> set[str]:
    """Names of the values that a wording fills in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_braces_in_values_are_left_as_they_are() -> None:
    """A value that looks like a placeholder is shown as written."""
    problem = Diagnostic(CATALOGUE["duplicate-key"], Place("content/organs.yaml"), value="{field} {0}")

    rule, _, english = problem.words

    assert "“{field} {0}”" in rule
    assert "{field} {0}" in english


@pytest.mark.parametrize("name", PROBLEM_NAMES)
def test_every_problem_is_reported_somewhere(name: str) -> None:
    """No wording is left of a problem that nothing reports: its name is read where it is not defined."""
    reads = re.findall(rf"\b{name}\b(?! = )", SOURCE)

    assert reads, f"{name} is never used: delete it"


@pytest.mark.parametrize(
    ("codes", "stops"),
    [
        ((), False),
        (("stand-in-font",), False),
        (("window-holiday", "stand-in-font"), False),
        (("window-holiday", "tab"), True),
    ],
)
def test_only_errors_stop_a_run(codes: tuple[str, ...], *, stops: bool) -> None:
    """Notes and warnings are told; an error among them means that nothing is written."""
    assert Report(tuple(Diagnostic(CATALOGUE[code], Place("x")) for code in codes)).has_errors is stops


def test_a_report_grows_and_keeps_what_it_had() -> None:
    """`plus` gives a new report; the old one is as it was."""
    first = Report(language="en", timings=(Timing("读取", 0.1),))

    second = first.plus(Diagnostic(CATALOGUE["tab"], Place("x")), timings=(Timing("检查", 0.2),))

    assert first.diagnostics == ()
    assert second.language == "en"
    assert [timing.part for timing in second.timings] == ["读取", "检查"]
    assert second.diagnostics[0].severity is Severity.ERROR
