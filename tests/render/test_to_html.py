"""A notice as HTML for its page: parts, sections that can be linked to, tables in frames, and hostile text."""

from dataclasses import replace

import notice_factory as make
from lxml import html
from printed import parsed

from gongshi.documents.notice import Attachment, Enclosure, Imprint, Notice, Signature
from gongshi.public.passage import Passage
from gongshi.render.to_html import write_html
from gongshi.typography import escape

HOSTILE = "<b>&amp;</p><script>'\""
LIST = "| **设区市** | 数量 |\n|:-:|--:|\n| 样市 | 1 |\n| 样市 | 2 |\n"


def written(notice: Notice) -> tuple[Passage, ...]:
    """The passages of a notice."""
    return write_html(parsed(notice))


def page(notice: Notice) -> html.HtmlElement:
    """All passages as one element."""
    return html.fragment_fromstring("".join(passage.html for passage in written(notice)), create_parent="div")


def test_the_text_is_cut_after_each_table() -> None:
    """A passage has the words of its table, with merged cells repeated, and the last heading before it as a name."""
    first, second, rest = written(make.notice(body=f"{LIST}\n## 名单\n\n{LIST}\n完。\n"))

    assert (first.caption, second.caption, rest.caption) == ("正文表1", "名单", "")
    assert first.head == second.head == ("设区市", "数量")
    assert first.rows == (("样市", "1"), ("样市", "2"))
    assert first.html.endswith("</table></div>")
    assert "<p>完。</p>" in rest.html


def test_sections_and_tables_can_be_reached() -> None:
    """Each h2 has an id of its own, titles of attachments too; a table's frame takes the focus, heads are scoped."""
    body = f"## 甲\n\n### 乙\n\n文。\n\n### 丙\n\n## 丁\n\n{LIST}"
    found = page(make.notice(body=body, attachments=(Attachment("附件", "样表", LIST),)))

    assert [(node.get("id"), node.text_content()) for node in found.iter("h2")] == [
        ("text-1", "一、甲"),
        ("text-2", "二、丁"),
        ("text-3", "样表"),
    ]
    assert [node.text for node in found.iter("h3")] == ["（一）乙", "（二）丙"]
    frames = found.xpath(".//div[@role='region' and @tabindex='0']")
    assert [frame.get("aria-label") for frame in frames] == ["正文表1", "正文表2"]
    assert frames[0].xpath(".//th[@scope='col']/@class") == ["align-center", "align-right"]
    assert found.xpath(".//@style") == []


def test_a_run_in_heading_keeps_the_type_of_its_level() -> None:
    """One with a number bears its level, one alone that of the text."""
    found = page(make.notice(body="## 甲。\n\n乙。\n\n## 丙。\n\n丁。\n\n### 戊。\n\n己。\n"))

    spans = [(node.get("class"), node.text) for node in found.iter("span") if node.get("class")]
    assert spans == [("level1", "一、甲。"), ("level1", "二、丙。"), ("level3", "戊。")]


def test_parts_stand_in_the_order_of_the_paper() -> None:
    """Enclosure before attachments, each in a section; the date of issue is told to programs as it was recorded."""
    found = page(replace(make.enclosing(), issued_on="2016-03-01"))

    assert [node.get("class") for node in found.iter("section")] == ["enclosure", "attachment"]
    assert found.xpath(".//p[@class='signature']/time/@datetime") == ["2016-03-01"]
    assert found.xpath(".//section[@class='attachment']//div[@class='cover']")


def test_hostile_text_is_text() -> None:
    """Markup in a value shows as it was written, wherever it stands."""
    notice = make.notice(
        body=f"## {escape(HOSTILE)}\n\n{escape(HOSTILE)}\n\n[{escape(HOSTILE)}](https://a.cn/?a=%22&b)\n",
        addressees=HOSTILE,
        signature=Signature((HOSTILE,), HOSTILE),
        attachments=(Attachment(HOSTILE, HOSTILE, f"| {escape(HOSTILE)} |\n|---|\n| {escape(HOSTILE)} |\n"),),
        enclosure=Enclosure(HOSTILE, f"{escape(HOSTILE)}\n"),
        imprint=Imprint((HOSTILE,), HOSTILE, HOSTILE),
    )
    found = page(notice)

    assert found.text_content().count(HOSTILE) == 16
    assert not list(found.iter("b", "script"))
    assert found.xpath(".//a/@href") == ["https://a.cn/?a=%22&b"]
    assert written(notice)[0].head == (HOSTILE,)
