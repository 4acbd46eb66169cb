"""Tables inside a notice's text, as their files hold them."""

from decimal import Decimal

from gongshi.pages.tables.notice_text import text_tables
from gongshi.public.passage import Passage

LIST = Passage(
    "<table></table>", "名单", ("设区市", "数量"), (("杭州市", "1"), ("杭州市", "0571"), ("宁波市", "-2.50"))
)


def test_numbers_are_numbers_and_codes_are_text() -> None:
    """What people add up has a value; a code that begins with a zero has none."""
    (table,) = text_tables([LIST])

    assert table is not None
    assert (table.id, table.caption) == ("text-1", "名单")
    assert [column.title for column in table.columns] == ["设区市", "数量"]
    assert [row[1].number for row in table.rows] == [Decimal(1), None, Decimal("-2.50")]
    assert [row[0].number for row in table.rows] == [None, None, None]


def test_a_table_is_numbered_by_its_place_in_the_text() -> None:
    """A table without heads, or without rows, is a form to fill in and no data; those after it keep their numbers."""
    form = Passage("<table></table>", "表", (), (("单位", ""),))
    heads = Passage("<table></table>", "表", ("单位",), ())
    tables = text_tables([form, heads, LIST, Passage("<p>说明</p>")])

    assert [table and table.id for table in tables] == [None, None, "text-3", None]


def test_hostile_words_stay_words() -> None:
    """Marks in heads and cells are text."""
    (table,) = text_tables([Passage("", "名单", ("<b>",), (("=1+1 &amp;",),))])

    assert table is not None
    assert table.columns[0].title == "<b>"
    assert table.rows[0][0].text == "=1+1 &amp;"
