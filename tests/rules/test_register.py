"""The register of document numbers: the next one is free, by code and year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.model.notice import DOCUMENT_NO
from gongshi.rules.register import next_number

IN_USE = ["样经信〔2021〕9001号", "样经信〔2021〕9003号", "样经信〔2020〕12号", "样财企〔2021〕7号", "样经信2021-9号"]


@pytest.mark.parametrize(
    ("code", "year", "number"),
    [
        ("样经信", 2021, "样经信〔2021〕9004号"),
        ("样经信", 2020, "样经信〔2020〕13号"),
        ("样财企", 2021, "样财企〔2021〕8号"),
        ("样经信", 2022, "样经信〔2022〕1号"),
        ("样经", 2021, "样经〔2021〕1号"),
    ],
)
def test_the_next_number_follows_the_highest_of_its_code_and_year(code: str, year: int, number: str) -> None:
    """A gap is not filled, other codes and years do not count, nor does what is no number."""
    assert next_number(code, year, IN_USE) == number


@given(st.lists(st.tuples(st.sampled_from(["样经信", "样财企"]), st.integers(2020, 2022), st.integers(1, 99999))))
def test_the_next_number_is_free_and_well_formed(used: list[tuple[str, int, int]]) -> None:
    """Whatever numbers are in use, the next one is none of them and has the form of the standard."""
    numbers = [f"{code}〔{year}〕{serial}号" for code, year, serial in used]

    number = next_number("样经信", 2021, numbers)

    assert number not in numbers
    assert DOCUMENT_NO.fullmatch(number)
