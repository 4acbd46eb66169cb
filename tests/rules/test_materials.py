"""How many copies of a material are wanted: in words as in the figure."""

from dataclasses import replace

import pytest
from round_changes import base, told

from gongshi.rules import materials


@pytest.mark.parametrize(
    ("form", "copies", "wrong"),
    [
        ("装订成册，一式两份", 2, False),
        ("装订成册，一式二份", 2, False),
        ("一式2份", 2, False),
        ("一式十二份，A4纸", 12, False),
        ("一式五份", 1, True),
        ("一式12份", 2, True),
        ("一式两份", 12, True),
        ("一式三份", 100, True),
        ("与方案合订", 5, False),
        ("纸质一式五份，光盘一式两份", 5, False),
    ],
)
def test_words_and_figure_agree(form: str, copies: int, *, wrong: bool) -> None:
    """One 一式几份 is held against the figure; none, or two of them, are left to people."""
    round_ = base()
    (material,) = round_.programme.materials
    changed = material.model_copy(update={"form": form, "copies": copies})
    programme = round_.programme.model_copy(update={"materials": (changed,)})

    found = told(materials.copies_as_described, replace(round_, programme=programme))

    assert found == ([("copies-differ", form)] if wrong else [])
