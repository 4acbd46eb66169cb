"""Measure a DOCX by its structure: what its pages look like is measured on a PDF printed from it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from gongshi.measure import clauses_word as word
from gongshi.measure import clauses_word_text as text
from gongshi.measure.form import ALL, Form, declared_form
from gongshi.measure.result import Finding, Measured, Verdict, measurement_of
from gongshi.measure.unseen import UNSEEN
from gongshi.measure.word import Word, read_word, text_of

DOCX_CLAUSES: tuple[tuple[str, str, frozenset[Form], Callable[[Word], Iterable[Finding]]], ...] = (
    ("5.1", "幅面", ALL, word.sheet),
    ("5.2.1", "页边距", ALL, word.area),
    ("5.2.2", "默认字体字号", ALL, word.fonts),
    ("5.2.3", "行数和字数", ALL, word.grid),
    ("5.2.4", "颜色", ALL, word.colours),
    ("7.2.1", "份号", ALL, text.copy_number),
    ("7.2.2", "密级和保密期限", ALL, text.secrecy),
    ("7.2.3", "紧急程度", ALL, text.urgency),
    ("7.2.4", "发文机关标志", ALL, word.masthead),
    ("7.2.5", "发文字号", frozenset({Form.DOCUMENT}), word.number_text),
    ("7.2.7", "红色分隔线", frozenset({Form.DOCUMENT}), word.red_rule),
    ("7.3.1", "标题", ALL, word.title),
    ("7.3.3", "结构层次", ALL, word.levels),
    ("7.3.3", "结构层次", ALL, text.level_gaps),
    ("7.3.4", "附件说明", ALL, word.note),
    ("7.3.5.1", "成文日期", ALL, word.date_place),
    ("7.3.5.4", "日期数字", ALL, word.date_form),
    ("7.3.5.5", "署名与正文同页", ALL, word.empty_page),
    ("7.3.7", "附件", ALL, word.label),
    ("7.4.1", "版记分隔线", ALL - {Form.LETTER}, word.imprint),
    ("7.5", "页码", ALL - {Form.LETTER}, word.footers),
    ("8", "表格", ALL, word.tables),
    ("9", "标点符号", ALL, word.punctuation),
    ("7", "版面位置和印章", ALL, text.positions),
    *UNSEEN,
)
"""Clause, element in Chinese, formats it holds for, and the function that reads it from the structure."""
_ABOUT_CONTENT = frozenset(
    {
        *(word.sheet, word.number_text, word.note, word.date_form, word.empty_page, word.punctuation),
        *(text.copy_number, text.secrecy, text.urgency, text.level_gaps),
    }
)
"""Functions that judge the words and the sheet, whatever program made the file; all others compare it with the
structure that this program writes."""
_NOTE_ON_OTHERS = (
    "这个文件不是本程序生成的：样式、网格、页脚等是与本程序的做法比对，做法不同不等于不合条款，都列为未判定；"
    "要逐条判定，请加 --rendered 量打印稿。"
)


def measure_docx(source: Path | bytes, *, form: Form | None = None) -> Measured:
    """Hold the structure of a DOCX against GB/T 9704-2012.

    A file whose keywords do not name a format was made by another program: what in it is built in another way than
    ours is not judged, and a note says so.

    Args:
        source: The file, or its bytes.
        form: Its format; None: as its keywords say, or else as its paragraphs show.

    Raises:
        UnreadableError: If it is no DOCX.
    """
    found = read_word(source)
    form = form or declared_form(found.keywords) or _form_of(found)
    own = declared_form(found.keywords) is not None
    rows = tuple(
        measurement_of(clause, element, row if own or measure in _ABOUT_CONTENT else _compared(row))
        for clause, element, forms, measure in DOCX_CLAUSES
        if form in forms
        for row in measure(found)
    )
    return Measured(form, rows, "" if own else _NOTE_ON_OTHERS)


def _compared(row: Finding) -> Finding:
    """A row for a file made by another program: a different structure breaks no clause, so it is not judged."""
    if row.verdict is not Verdict.FAIL:
        return row
    return replace(row, measured=f"{row.measured}：与本程序的做法不同，要量打印稿", verdict=Verdict.NOT_JUDGED)


def _form_of(word: Word) -> Form:
    """The format that a DOCX without keywords shows by its masthead and its number."""
    marks = [text_of(paragraph) for paragraph in word.paragraphs("发文机关标志")]
    if not marks:
        return Form.PUBLICITY
    if word.paragraphs("签发人") or any("签发人" in text_of(paragraph) for paragraph in word.paragraphs("发文字号")):
        return Form.UPWARD
    endings = {"文件": Form.DOCUMENT, "纪要": Form.MINUTES, "令": Form.ORDER}
    return next((form for ending, form in endings.items() for mark in marks if mark.endswith(ending)), Form.LETTER)
