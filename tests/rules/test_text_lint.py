"""Slips of Chinese official text that are pointed out, and text that is left in peace."""

from dataclasses import replace

import pytest
from workspace_factory import minimal_round, with_round

from gongshi.rules.text import text_lint


def told(closing: str) -> list[tuple[str, str, int]]:
    """Code, what was found and the line in the text, for the programme's `closing`."""
    round_ = minimal_round()
    changed = replace(round_, programme=round_.programme.model_copy(update={"closing": closing}), notices=())
    return [(d.code, d.value, d.place.offset) for d in text_lint(with_round(changed))]


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("甲,乙", "half-width-punctuation", ","),
        ("甲;", "half-width-punctuation", ";"),
        ("甲(乙", "half-width-punctuation", "("),
        ("5项)的", "half-width-punctuation", ")"),
        ("通　知", "padded-hanzi", "通　知"),
        ("通 知", "padded-hanzi", "通 知"),
        ("0571—87056463", "phone-dash", "0571—87056463"),
        ("0571－87056463", "phone-dash", "0571－87056463"),
    ],
)
def test_slips_are_found(text: str, code: str, found: str) -> None:
    """Each slip is told with its code and with what stands there."""
    assert told(text) == [(code, found, 0)]


@pytest.mark.parametrize("number", ["一、", "（二）", "3.", "4、", "1．"])
def test_numbers_typed_into_headings_are_found(number: str) -> None:
    """Headings are numbered by the program, so a number typed into one is told."""
    assert told(f"引言\n\n## {number}目标\n") == [("typed-number", f"## {number}", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "0571-87056463",
        "https://gongshi.example/a,b",
        "用A4纸，3.5万元，10:30开始",
        "{{ joint | map(attribute='short_name') | join('、') }}发文{% if a, b %}公布{% endif %}",
        "GB/T 9704-2012（下同）",
        "2—3年",
        "## 目标\n\n1.5万元",
    ],
)
def test_what_is_right_is_left_in_peace(text: str) -> None:
    """Half-width forms in figures, addresses and Jinja expressions are no slips."""
    assert told(text) == []


def test_lines_are_counted_through_expressions_of_several_lines() -> None:
    """An expression that runs over lines does not shift the places after it."""
    assert told("{% for c in\n categories %}\n好{% endfor %}\n甲,乙\n") == [("half-width-punctuation", ",", 4)]


@pytest.mark.parametrize(("text", "told"), [("减少待填吨", 1), ("（待填）、待填", 2), ("空白处有待填补", 0)])
def test_a_placeholder_inside_a_text_is_told(text: str, told: int) -> None:
    """待填 that is left among other words is an error at each place; a word that only begins like it is none."""
    round_ = minimal_round()
    programme = round_.programme.model_copy(update={"closing": text})

    found = [d for d in text_lint(with_round(replace(round_, programme=programme))) if d.code == "placeholder-left"]

    assert len(found) == told
