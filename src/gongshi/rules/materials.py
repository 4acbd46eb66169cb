"""Rules on the materials that a round asks for: the number of copies agrees with the text in the notice."""

import re
from collections.abc import Iterator

from gongshi import typography
from gongshi.diagnostics import Diagnostic, error
from gongshi.model.model import Model
from gongshi.model.round import Round

_COPIES = re.compile(r"一式(\d+|[零一二两三四五六七八九十]+)份")


COPIES_DIFFER = error(
    "copies-differ",
    "“{material}”的形式要求为“{value}”，登记的份数却是 {copies} 份。",
    "请改成一致：形式要求印在通知里，份数（copies）用来核对收到的材料。",
    "The form of {material} says how many copies are wanted ({value}), but copies is {copies}. Make both agree.",
)


def copies_as_described(r: Round, model: Model) -> Iterator[Diagnostic]:
    """If a material's form says 一式几份, `copies` is the same number; forms that say it twice are not checked."""
    for material in r.programme.materials:
        said = _COPIES.findall(material.form)
        if len(said) == 1 and said[0] not in _numerals(material.copies):
            facts = {"material": material.name, "copies": material.copies}
            yield model.at(material, "form").problem(COPIES_DIFFER, clause=material.clause, **facts)


def _numerals(copies: int) -> set[str]:
    """A number of copies as people write it; 两 is 二 before a measure word."""
    in_han = {typography.chinese_numeral(copies)} if copies in range(100) else set()
    return {str(copies), *in_han, *({"两"} if copies == 2 else ())}  # noqa: PLR2004 - 两 is 2
