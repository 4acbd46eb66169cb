"""Merged cells and broken heads of tables on paper."""

import pytest

from gongshi.render.merging import paper_head, row_spans
from gongshi.render.text import Run, Table, plain


def table(*rows: str, groups: tuple[int, ...] = (0,), pages: tuple[int, ...] = ()) -> Table:
    """A table of two columns of one character each."""
    cells = tuple(tuple((Run(word),) if word != "-" else () for word in row) for row in rows)
    return Table(((Run("甲"),), (Run("乙"),)), cells, (0.5, 0.5), ("", ""), groups, pages)


@pytest.mark.parametrize(
    ("it", "spans"),
    [
        (table("a1", "a2", "b2"), [(2, 1), (0, 1), (1, 1)]),
        (table("a1", "a1", "b1", groups=(0, 1)), [(2, 2), (0, 0), (1, 1)]),
        (table("a1", "b1", groups=(1,)), [(1, 2), (1, 0)]),
        (table("-1", "-2"), [(1, 1), (1, 1)]),
        (table("a1", "a2", "a3", pages=(4, 4, 5)), [(2, 1), (0, 1), (1, 1)]),
        (table("a1", "a2", groups=()), [(1, 1), (1, 1)]),
    ],
    ids=["equal", "left parts right", "one column", "empty", "page", "no groups"],
)
def test_equal_cells_below_each_other_are_one(it: Table, spans: list[tuple[int, int]]) -> None:
    """In the columns that group, unless they are empty; what a column to the left or a page parts stays apart."""
    assert list(row_spans(it)) == spans


def test_a_long_run_is_cut_into_equal_parts() -> None:
    """None of them has more than twelve rows."""
    assert [span for span, _ in row_spans(table(*["a1"] * 25)) if span] == [9, 8, 8]


def test_a_head_breaks_before_its_unit_where_it_has_to() -> None:
    """At its last bracket; a head with room, or without a unit, stays whole."""

    def shown(head: str, share: float) -> str:
        it = Table(((Run(head),), ()), (), (share, 1 - share), ("", ""))
        return plain(paper_head(it)[0])

    assert shown("（样）资金（万元）", 0.1) == "（样）资金\n（万元）"
    assert shown("资金（万元）", 0.5) == "资金（万元）"
    assert shown("资金承担的财政部门", 0.1) == "资金承担的财政部门"
