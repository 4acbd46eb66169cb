"""Tables inside a notice's text, read for their files."""

from decimal import Decimal

from gongshi.pages.markup import notice_markup
from gongshi.pages.tables.of_notice import passages
from gongshi.pages.values.table import Table

MERGED = """<h2>名单</h2>
<table><thead>
<tr><th rowspan="2">设区市</th><th colspan="2">数量</th></tr>
<tr><th>示范</th><th>试点</th></tr>
</thead><tbody>
<tr><td rowspan="2">杭州市</td><td style="text-align: right;">1</td><td><p>甲</p><p>乙</p></td></tr>
<tr><td colspan="2">0571</td></tr>
</tbody></table>
<p>说明</p>"""


def tables(html: str) -> list[Table]:
    """The tables of a text as its page has it."""
    return [passage.table for passage in passages(notice_markup(html)) if passage.table]


def test_merged_cells_are_repeated() -> None:
    """Each column has one title out of all its heads, each row a cell for each column; numbers are numbers."""
    (table,) = tables(MERGED)

    assert (table.id, table.caption) == ("text-1", "名单")
    assert [column.title for column in table.columns] == ["设区市", "数量 示范", "数量 试点"]
    assert [[cell.text for cell in row] for row in table.rows] == [["杭州市", "1", "甲 乙"], ["杭州市", "0571", "0571"]]
    assert [cell.number for row in table.rows for cell in row] == [None, Decimal(1), None, None, None, None]


def test_the_text_is_whole() -> None:
    """The passages together are the text as it was; a table is named after the last heading before it."""
    text = notice_markup(MERGED + MERGED.replace("<h2>名单</h2>", ""))
    found = passages(text)

    assert "".join(passage.html for passage in found) == text
    assert [passage.table.caption for passage in found if passage.table] == ["名单", "名单"]


def test_a_form_to_fill_in_is_not_offered() -> None:
    """A table without heads, or without rows, is no data."""
    assert tables("<table><tr><td>单位</td><td></td></tr></table>") == []
    assert tables("<table><tr><th>单位</th></tr></table>") == []


def test_a_cell_that_spans_too_much_is_not_believed() -> None:
    """A span of a million columns or rows makes no table of a million."""
    (table,) = tables('<table><tr><th colspan="1000000">甲</th></tr><tr><td rowspan="1000000">乙</td></tr></table>')

    assert len(table.columns) == 100
    assert len(table.rows) == 1
    assert table.caption == "正文表1"


def test_hostile_words_stay_words() -> None:
    """Marks in heads and cells are text."""
    (table,) = tables("<table><tr><th>&lt;b&gt;</th></tr><tr><td>=1+1 &amp;amp;</td></tr></table>")

    assert table.columns[0].title == "<b>"
    assert table.rows[0][0].text == "=1+1 &amp;"
