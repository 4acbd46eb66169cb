"""Numbers with decimals in records: exact, plain, never guessed."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError
from workspace_factory import ROUND, read, rewrite
from workspace_factory import copy_workspace as copy

from gongshi.model.application import Figure
from gongshi.model.scheme import Condition
from gongshi.rules.eligibility import assess


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (Decimal("3.50"), "3.5"),
        (Decimal("3.0"), "3"),
        (Decimal(100), "100"),
        (30, "30"),
        (Decimal("0.00"), "0"),
        (Decimal("-0.0"), "0"),
        (Decimal("1E+2"), "100"),
        (Decimal("0.30000000000000001"), "0.30000000000000001"),
    ],
)
def test_a_number_is_printed_without_noughts_at_its_end(written: Any, printed: str) -> None:
    """Noughts behind the point go, those before it stay, and no digit is lost."""
    condition = Condition(id="c", statement="样例", value=written, clause="一")

    assert str(Figure(metric="m", value=written, source="样例").value) == printed
    assert str(condition.value) == printed


@pytest.mark.parametrize("written", [3.5, float("inf"), True, "3.5", Decimal(-1), Decimal("1234567890123456789.5")])
def test_what_is_no_exact_number_is_refused(written: Any) -> None:
    """Floats, text, truth values, negative numbers and endless rows of digits are no figures."""
    with pytest.raises(ValidationError):
        Figure(metric="m", value=written, source="样例")


def test_a_percentage_goes_from_the_record_into_the_sentence(tmp_path: Any) -> None:
    """3.50 in the scheme is 3.5 in what staff read, and 3.4999 is not enough."""
    root = copy(tmp_path / "workspace")
    rewrite(root / "content/schemes/water-parks.yaml", "value: 30\n        unit: 家", "value: 3.50\n        unit: 家")
    rewrite(root / f"content/programmes/{ROUND}/applications.yaml", "firms, value: 36", "firms, value: 3.4999")
    round_ = read(root)[0].rounds[ROUND]

    sentence = next(a.sentence for a in assess(round_.scheme, round_.applications[0]) if a.item == "firms")

    assert sentence == "入园企业数为3.4999家（来源：2020年园区统计年报），要求不少于3.5家（通知二），不符合。"
