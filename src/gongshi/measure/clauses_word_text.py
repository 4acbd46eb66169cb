"""Clauses on the words of a DOCX (copy number, secrecy, urgency, level numbers), and what only a print shows."""

from collections.abc import Iterator
from itertools import takewhile

from gongshi.measure.clauses_head import COPY_NUMBER, SECRECY, URGENCY
from gongshi.measure.clauses_text import continuous
from gongshi.measure.expectation import font_plays
from gongshi.measure.result import Finding, holds, open_question
from gongshi.measure.text import RESTART, gap_in, step_of
from gongshi.measure.word import Element, Word, q, text_of, value

_LEVELLED = ("First Paragraph", "Body Text", "heading 1", "heading 2", "heading 3", "heading 4")
_BEGINS = ("附件标识", "附件标题", "印发文件标题")
"""Styles of the paragraphs that begin an attachment or a document issued: its levels count from one again."""


def copy_number(word: Word) -> Iterator[Finding]:
    """7.2.1: six figures."""
    for paragraph in word.paragraphs("份号"):
        text = _before_tab(paragraph)
        yield holds("形式", 0, "6位数字，如000001", text, good=COPY_NUMBER.fullmatch(text) is not None)


def secrecy(word: Word) -> Iterator[Finding]:
    """7.2.2: in 黑体, the term in Arabic figures after a star."""
    for paragraph in word.paragraphs("密级和保密期限"):
        text = _before_tab(paragraph)
        yield holds("形式", 0, "如机密★1年", text, good=SECRECY.fullmatch(text) is not None)
        yield _in_hei(word, "密级和保密期限")


def urgency(word: Word) -> Iterator[Finding]:
    """7.2.3: 特急 or 加急 in 黑体."""
    for paragraph in word.paragraphs("紧急程度"):
        text = _before_tab(paragraph)
        yield holds("形式", 0, "特急或加急", text, good=text in URGENCY)
        yield _in_hei(word, "紧急程度")


def _before_tab(paragraph: Element) -> str:
    """The text of a paragraph up to its first tab: in a letter the number follows on the same line (10.1)."""
    runs = takewhile(lambda run: run.find(q("tab")) is None, paragraph.iter(q("r")))
    return "".join(text_of(run) for run in runs)


def _in_hei(word: Word, style: str) -> Finding:
    family = word.inherited(word.named(style), "rPr/rFonts", "eastAsia") or ""
    return holds("字体", 0, "黑体", family or "无", good=font_plays("hei", family))


def level_gaps(word: Word) -> Iterator[Finding]:
    """7.3.3: the numbers of each level begin with the first and leave none out."""
    names = {identity: value(style, "name") or "" for identity, style in word.styles.items()}
    steps: list[tuple[int, str]] = []
    for paragraph in word.document.iter(q("p")):
        name = names.get(value(paragraph, "pPr/pStyle") or "", "")
        if name in _BEGINS:
            steps.append((RESTART, ""))
        elif name in _LEVELLED:
            steps.append(step_of(text_of(paragraph).strip()))
    if any(level > 0 for level, _ in steps):
        yield continuous(gap_in(steps))


def positions(word: Word) -> Iterator[Finding]:
    """Positions on the page and seals: reported as not judged, with the reason."""
    yield open_question("版面位置", "各要素的位置、行数和字数", "看结构量不出，加 --rendered 量打印稿")
    if len(word.paragraphs("发文机关标志")) > 1:
        yield open_question("联合行文机关顺序", "主办机关排列在前", "文件里没有写明谁是主办机关")
    if word.paragraphs("成文日期"):
        yield open_question("印章、签名章", "位置见7.3.5.1、7.3.5.3", "印章盖在纸上，文件里没有")
