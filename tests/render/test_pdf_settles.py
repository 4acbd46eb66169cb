"""The layout settles for every length of text: what it asks of itself has an answer."""

import dataclasses

import pytest
from notice_factory import joint_call, publicity
from printed import TEMPLATES, fonts, parsed

from gongshi.documents.notice import Attachment, Notice
from gongshi.measure.pdf import measure_pdf
from gongshi.measure.report import table
from gongshi.render.pdf import write_pdf

SENTENCE = "各地要加强组织领导，明确责任分工，抓好任务落实，确保取得实效。"
ROWS = "| 序号 | 地区 | 方案 |\n|:--:|:----:|:----------|\n"


def _lists(tables: int, rows: int) -> Attachment:
    body = "\n".join(
        f"## 第{n}类\n\n{ROWS}" + "".join(f"| {r} | 样例县 | 样例县示范方案 |\n" for r in range(1, rows + 1))
        for n in range(1, tables + 1)
    )
    return Attachment("附件", "样例名单", f"{body}\n注：排名不分先后。")


def _with(base: Notice, sentences: int, *lists: Attachment) -> Notice:
    body = "\n\n".join([SENTENCE * 3] * (sentences // 3) + [SENTENCE * (sentences % 3 + 1)])
    return dataclasses.replace(base, body=body, attachments=lists)


@pytest.mark.parametrize("base", [joint_call(), publicity()], ids=["with imprint", "without"])
def test_text_of_any_length_settles(base: Notice) -> None:
    """From a line to four pages, sentence by sentence."""
    for sentences in range(1, 46):
        write_pdf(parsed(_with(base, sentences)), fonts(), [TEMPLATES])


@pytest.mark.parametrize("tables", range(1, 9))
def test_any_number_of_tables_settles(tables: int) -> None:
    """Short tables and long ones, one after the other."""
    for rows in (1, 4, 9, 16, 40):
        write_pdf(parsed(_with(joint_call(), 12, _lists(tables, rows))), fonts(), [TEMPLATES])


@pytest.mark.parametrize("filled", ["样" * 25 + "；", "样例厅软件和信息服务业处，联系电话：0571-81000001；"])
def test_a_mark_at_the_edge_moves_nothing(filled: str) -> None:
    """A paragraph of one line that ends in a mark at the edge stands as near to the last one as any other."""
    for sentences in (5, 8):
        notice = _with(joint_call(attachments=()), sentences)
        ended = dataclasses.replace(notice, body=f"{notice.body}\n\n{filled}\n\n样例厅企业处。")
        measured = measure_pdf(write_pdf(parsed(ended), fonts(), [TEMPLATES]).data)
        assert measured.broken == (), table(measured)
