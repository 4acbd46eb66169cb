"""Chinese typographic forms, and the escape that keeps text text."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import pytest
from drawn import examples
from hypothesis import given
from hypothesis import strategies as st

from gongshi import typography
from gongshi.render.pandoc import Pandoc
from gongshi.render.read import text_of_blocks
from gongshi.render.text import Paragraph, Run


@pytest.fixture(scope="module", name="pandoc")
def _pandoc() -> Iterator[Pandoc]:
    """One pandoc process for all examples."""
    with Pandoc() as process:
        yield process


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (0, "零"),
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (Decimal(3), "三"),
        (12, "十二"),
        (20, "二十"),
        (35, "三十五"),
        (99, "九十九"),
    ],
)
def test_numerals_from_0_to_99(number: int | Decimal, numeral: str) -> None:
    """Ten is 十, not 一十, and round tens end in 十."""
    assert typography.chinese_numeral(number) == numeral


@pytest.mark.parametrize("number", [-1, 100, Decimal("3.5")])
def test_numerals_end_at_99(number: int | Decimal) -> None:
    """A number outside 0 to 99, or one that is not whole, is refused, never written in part."""
    with pytest.raises(ValueError, match="between 0 and 99"):
        typography.chinese_numeral(number)


def test_dates_have_no_leading_zeros() -> None:
    """A date of issue is written without leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    assert typography.date(dt.date(2014, 7, 1)) == "2014年7月1日"
    assert typography.date(dt.date(2015, 12, 31)) == "2015年12月31日"
    assert typography.month_day(dt.date(2014, 7, 1)) == "7月1日"


def test_months_of_records_are_written_in_full() -> None:
    """A month 2014-07 reads 2014年7月, and 2014-12 keeps both figures."""
    assert typography.year_month("2014-07") == "2014年7月"
    assert typography.year_month("2014-12") == "2014年12月"


@pytest.mark.parametrize(
    ("yuan", "words"),
    [
        (0, "0万元"),
        (10_000_000, "1000万元"),
        (6_000_000, "600万元"),
        (15_000, "1.5万元"),
        (1_234_500, "123.45万元"),
        (1, "0.0001万元"),
    ],
)
def test_money_is_counted_in_wan_without_rounding(yuan: int, words: str) -> None:
    """Money prints exactly, without exponent and without trailing zeros."""
    assert typography.ten_thousand_yuan(yuan) == words
    assert typography.in_ten_thousands(yuan) == words.removesuffix("万元")


@given(st.integers(min_value=0, max_value=10**15))
def test_no_yuan_is_lost_in_print(yuan: int) -> None:
    """What is printed in 万元 reads back as the same 元."""
    whole, _, rest = typography.in_ten_thousands(yuan).partition(".")
    assert int(whole) * 10_000 + int(rest.ljust(4, "0") or "0") == yuan


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((6,), "6月底"), ((6, 12), "6月底和12月底"), ((3, 6, 9, 12), "3月底、6月底、9月底和12月底"), ((), "")],
)
def test_ends_of_months_are_listed(numbers: tuple[int, ...], words: str) -> None:
    """Months are joined by 、 and the last by 和."""
    assert typography.months(numbers) == words


@pytest.mark.parametrize(("bounds", "words"), [((10, None), "10项以上"), ((10, 15), "10—15项"), ((0, 3), "0—3项")])
def test_least_and_most_of_a_task(bounds: tuple[int, int | None], words: str) -> None:
    """A task without an upper bound reads 以上, one with both reads as a range."""
    assert typography.at_least(*bounds, "项") == words


def test_titles_inside_a_cited_title_take_single_marks() -> None:
    """《》 inside 《》 become 〈〉 (GB/T 15834-2011, 4.15.3)."""
    assert typography.cited("关于印发《方案》的通知") == "《关于印发〈方案〉的通知》"


VISIBLE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=60)
MARKUP = st.lists(
    st.sampled_from(["*", "_", "#", "1. ", "- ", "> ", "|", "`", "~~", "[a](b)", "![a](b)", "<b>", "&lt;", "&", "\\"])
    | st.sampled_from(["^", "$x$", "{.a}", ":::", "---", "...", "'", '"', "@a", "http://a.b", "甲", "方案", "2.5"]),
    min_size=1,
    max_size=12,
).map("".join)


@given(VISIBLE | MARKUP)
@examples(200)
def test_pandoc_reads_escaped_text_literally(pandoc: Pandoc, text: str) -> None:
    """Whatever stands in a value, pandoc shows it as it was written, in one paragraph and without any markup."""
    literal = " ".join(text.split())

    (paragraph,) = text_of_blocks(pandoc.read(typography.escape(text)))

    assert isinstance(paragraph, Paragraph)
    (run,) = paragraph.line
    assert run == Run(run.text)
    assert " ".join(run.text.split()) == literal


@pytest.mark.parametrize(
    ("yuan", "capitals"),
    [
        (0, "零元整"),
        (10, "壹拾元整"),
        (1_005, "壹仟零伍元整"),
        (305_000, "叁拾万伍仟元整"),
        (2_000_000, "贰佰万元整"),
        (10_000_000, "壹仟万元整"),
        (10_050_000, "壹仟零伍万元整"),
        (100_000_001, "壹亿零壹元整"),
        (123_456_789_012, "壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元整"),
    ],
)
def test_capital_numerals(yuan: int, capitals: str) -> None:
    """Every digit has its place's name, noughts between are read once, noughts at the end are not."""
    assert typography.capital(yuan) == capitals


@given(st.integers(0, 10**12 - 1))
def test_capital_numerals_can_be_read_back(yuan: int) -> None:
    """No two amounts are written alike: each is read back to the yuan."""
    steps, groups = {"拾": 10, "佰": 100, "仟": 1000}, {"万": 10**4, "亿": 10**8}
    total = group = digit = 0
    for character in typography.capital(yuan).removesuffix("元整"):
        if character in steps:
            group, digit = group + digit * steps[character], 0
        elif character in groups:
            total, group, digit = total + (group + digit) * groups[character], 0, 0
        else:
            digit = "零壹贰叁肆伍陆柒捌玖".index(character)

    assert total + group + digit == yuan


@pytest.mark.parametrize("yuan", [-1, 10**12])
def test_capital_numerals_end_below_a_trillion(yuan: int) -> None:
    """An amount outside is refused, never written in part."""
    with pytest.raises(ValueError, match="between 0 and"):
        typography.capital(yuan)
