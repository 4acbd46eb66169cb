"""A Markdown body as it is read: numbers, run-in headings, joined lines, tables, and what prose must not hold."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from printed import TEMPLATES, fonts, tools
from sample_workspace import sample_project

from gongshi.composed import compose_project
from gongshi.publish import publish
from gongshi.render.pandoc import Pandoc, PandocError
from gongshi.render.text import Heading, Paragraph, Run, Table, Text, plain
from gongshi.render.tools import open_tools


def read(markdown: str) -> Text:
    """The text of a body."""
    return tools().text_of(markdown)


def test_a_newer_pandoc_of_the_machine_is_left_alone(tmp_path: Path) -> None:
    """The release in the lock is an input of every notice, so no other pandoc may read the texts."""
    newer = tmp_path / "pandoc"
    newer.write_text("#!/bin/sh\necho pandoc 99.9\n", encoding="utf-8")
    newer.chmod(0o755)
    code = "from gongshi.render.pandoc import Pandoc; print(len(Pandoc().read('甲')))"
    machine = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYPANDOC_PANDOC": str(newer)}

    run = subprocess.run([sys.executable, "-c", code], env=machine, capture_output=True, text=True, check=False)

    assert (run.stdout, run.stderr) == ("1\n", "")


def headings(markdown: str) -> list[tuple[int, str]]:
    """Level of the type and text of each heading of its own."""
    return [(block.type_level, plain(block.line)) for block in read(markdown) if isinstance(block, Heading)]


def test_headings_are_numbered_by_level() -> None:
    """一、 （一） 1． （1）, each level beginning anew below the next higher one."""
    body = "## 甲\n\n### 乙\n\n### 丙\n\n## 丁\n\n#### 戊\n\n#### 己\n\n##### 庚\n\n##### 辛\n"

    assert headings(body) == [
        *((1, "一、甲"), (2, "（一）乙"), (2, "（二）丙"), (1, "二、丁")),
        *((3, "1．戊"), (3, "2．己"), (4, "（1）庚"), (4, "（2）辛")),
    ]


def test_numbers_go_on_beyond_ten() -> None:
    """十一 follows 十, 二十 is not 二〇; beyond 99, where no numeral is at hand, figures stand."""
    found = headings("\n\n".join("## 甲" for _ in range(100)))

    assert [found[at][1] for at in (9, 10, 19, 98, 99)] == ["十、甲", "十一、甲", "二十、甲", "九十九、甲", "100、甲"]


def test_a_heading_alone_on_its_level_has_no_number() -> None:
    """It is set as the text is; one below another heading does not count with it."""
    assert headings("## 甲\n\n### 乙\n\n## 丙\n\n### 丁\n") == [(1, "一、甲"), (3, "乙"), (1, "二、丙"), (3, "丁")]


def test_a_heading_with_a_full_stop_leads_its_paragraph() -> None:
    """It runs in to the paragraph after it; before a table or another heading it stands by itself."""
    first, second, third, *_ = read("## 甲。\n\n乙。\n\n丙。\n\n## 丁。\n\n| 戊 |\n|---|\n| 己 |\n")

    assert isinstance(first, Paragraph)
    assert first.lead
    assert (plain(first.lead.line), plain(first.line)) == ("一、甲。", "乙。")
    assert second == Paragraph((Run("丙。"),))
    assert isinstance(third, Heading)


def test_a_line_break_in_the_source_is_a_space_between_latin_words_alone() -> None:
    """Beside a hanzi it parts nothing; two spaces before it force a line."""
    (paragraph,) = read("甲\n乙 ab\ncd\n丙  \n丁\n")

    assert paragraph == Paragraph((Run("甲乙 ab cd丙\n丁"),))


def test_text_of_one_look_is_one_run() -> None:
    """Strong type, emphasis and links part it; entities and spaces do not."""
    (paragraph,) = read("甲&#42;乙 **丙*丁***见[戊](https://www.example.gov.cn/?a=1&b=2)\n")

    assert isinstance(paragraph, Paragraph)
    assert paragraph.line == (
        Run("甲*乙 "),
        Run("丙", strong=True),
        Run("丁", strong=True, emphasised=True),
        Run("见"),
        Run("戊", link="https://www.example.gov.cn/?a=1&b=2"),
    )


def test_a_table_has_shares_sides_and_columns_that_group() -> None:
    """Dashes give the shares, colons the sides, a strong head the grouping, and that mark is not kept."""
    (table,) = read("| **市** | 数 | 名 |\n|:-:|-----:|----|\n| 甲 | 1 | |\n| 乙 | **2** | 丙 |\n")

    assert table == Table(
        head=((Run("市"),), (Run("数"),), (Run("名"),)),
        rows=(((Run("甲"),), (Run("1"),), ()), ((Run("乙"),), (Run("2", strong=True),), (Run("丙"),))),
        shares=(3 / 13, 6 / 13, 4 / 13),
        sides=("center", "right", ""),
        groups=(0,),
    )


def test_a_table_without_heads_is_a_form_to_fill_in() -> None:
    """An empty head is none."""
    (table,) = read("|  |  |\n|---|---|\n| 单位 | |\n")

    assert isinstance(table, Table)
    assert (table.head, table.rows) == ((), (((Run("单位"),), ()),))


@pytest.mark.parametrize(
    ("markdown", "name"),
    [
        ("甲\n\n    乙\n", "CodeBlock"),
        ("甲`乙`\n", "Code"),
        ("- 甲\n", "BulletList"),
        ("1. 甲\n", "OrderedList"),
        ("> 甲\n", "BlockQuote"),
        ("甲\n\n---\n", "HorizontalRule"),
        ("**![甲](/etc/hostname)**\n", "Image"),
        ("| 甲 |\n|---|\n| ![乙](a.png) |\n", "Image"),
        ("[甲](file:///etc/hostname)\n", "Link"),
        ("[甲](javascript:alert)\n", "Link"),
        ("## [甲](../secret)\n", "Link"),
    ],
)
def test_what_prose_must_not_hold_is_refused_by_name(markdown: str, name: str) -> None:
    """By pandoc's name, wherever it stands, each time it is asked for; the next text is read as ever."""
    for _ in range(2):
        with pytest.raises(PandocError, match=f"^{name}$"):
            read(markdown)
    assert read("甲\n") == (Paragraph((Run("甲"),)),)


@pytest.mark.parametrize("address", ["http://a.cn", "https://a.cn", "mailto:a@b.cn", "tel:+8657100000000"])
def test_links_to_the_web_to_a_mailbox_and_to_a_telephone_are_allowed(address: str) -> None:
    """Their address is kept."""
    assert read(f"[甲]({address})\n") == (Paragraph((Run("甲", link=address),)),)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The bodies that pandoc reads from now on, in this process."""
    bodies: list[str] = []
    read_once = Pandoc.read

    def noted(self: Pandoc, markdown: str) -> list[dict[str, object]]:
        bodies.append(markdown)
        return read_once(self, markdown)

    monkeypatch.setattr(Pandoc, "read", noted)
    return bodies


def test_threads_that_ask_for_one_body_have_it_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All get the same value."""
    bodies = counted(monkeypatch)
    with open_tools(fonts(), [TEMPLATES], jobs=4) as own, ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(own.text_of, ["甲\n", "乙\n"] * 20))

    assert sorted(bodies) == ["乙\n", "甲\n"]
    assert len({id(text) for text in texts}) == 2


def test_each_body_of_the_sample_is_read_once_in_a_publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF, DOCX, page of the site, form and list of lacking glyphs share one reading."""
    project = sample_project(tmp_path)
    notices = compose_project(project).notices
    distinct = {notice.body for notice in notices}
    for notice in notices:
        enclosure = notice.enclosure
        distinct |= {enclosure.body} if enclosure else set()
        distinct |= {each.body for each in (*notice.attachments, *(enclosure.attachments if enclosure else ()))}
    bodies = counted(monkeypatch)

    assert not publish(project, dry_run=True).has_errors
    assert sorted(bodies) == sorted(distinct)
