"""The table of clauses: number, element, the formats it holds for, and the function that measures it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gongshi.measure import clauses_end as end
from gongshi.measure import clauses_forms as forms
from gongshi.measure import clauses_head as head
from gongshi.measure import clauses_imprint as imprint
from gongshi.measure import clauses_page as page
from gongshi.measure import clauses_text as text
from gongshi.measure.clauses_signers import signers
from gongshi.measure.expectation import Expected
from gongshi.measure.form import ALL, Form
from gongshi.measure.layout import Layout
from gongshi.measure.result import Finding, Measurement, measurement_of
from gongshi.measure.unseen import UNSEEN

HEADED = frozenset({Form.DOCUMENT, Form.UPWARD})
LETTERED = HEADED | {Form.LETTER}
SIGNED = frozenset({Form.DOCUMENT, Form.UPWARD, Form.LETTER, Form.PUBLICITY})
"""Formats with a title of their own, a signature of organs and a date."""
IMPRINTED = ALL - {Form.LETTER}


@dataclass(frozen=True)
class Clause:
    """A clause of GB/T 9704-2012 that a page can be held against."""

    number: str
    element: str
    """The element of the document that it is about, in Chinese."""
    forms: frozenset[Form]
    """Formats it holds for."""
    measure: Callable[[Layout, Expected], Iterable[Finding]]


CLAUSES: tuple[Clause, ...] = (
    Clause("5.1", "幅面", ALL, page.sheet),
    Clause("5.2.1", "版心", ALL, page.type_area),
    Clause("5.2.2", "默认字体字号", ALL, page.default_type),
    Clause("5.2.3", "行数和字数", ALL, page.grid),
    Clause("5.2.4", "颜色", ALL, page.colour),
    Clause("6.1", "制版", ALL, page.plate),
    Clause("7.2.1", "份号", LETTERED, head.copy_number),
    Clause("7.2.1", "份号、密级、紧急程度", LETTERED, head.upper_left),
    Clause("7.2.2", "密级和保密期限", LETTERED, head.secrecy),
    Clause("7.2.3", "紧急程度", LETTERED, head.urgency),
    Clause("7.2.4", "发文机关标志", HEADED, head.masthead),
    Clause("7.2.5", "发文字号", LETTERED, head.number),
    Clause("7.2.6", "签发人", frozenset({Form.UPWARD}), signers),
    Clause("7.2.7", "红色分隔线", HEADED, head.red_rule),
    Clause("7.3.1", "标题", SIGNED, head.title),
    Clause("7.3.1", "标题分行", ALL, head.title_shape),
    Clause("7.3.2", "主送机关", LETTERED, head.addressees),
    Clause("7.3.3", "正文", ALL, text.first_page),
    Clause("7.3.3", "正文", ALL, text.indents),
    Clause("7.3.3", "结构层次", ALL, text.level_fonts),
    Clause("7.3.3", "结构层次", ALL, text.level_numbers),
    Clause("7.3.3", "结构层次", ALL, text.level_gaps),
    Clause("7.3.3", "正文", ALL, text.no_bold),
    Clause("7.3.4", "附件说明", ALL, text.note),
    Clause("7.3.5.1", "署名和日期", SIGNED, end.signature),
    Clause("7.3.5.2", "不加盖印章的署名", SIGNED, end.unsealed),
    Clause("7.3.5.3", "签发人职务和签名章", frozenset({Form.ORDER}), end.stamped),
    Clause("7.3.5.4", "日期数字", ALL, end.date_form),
    Clause("7.3.5.5", "署名与正文同页", ALL, end.shared_page),
    Clause("7.3.6", "附注", ALL, forms.annotation),
    Clause("7.3.7", "附件", ALL, text.attachments),
    Clause("7.4.1", "版记分隔线", IMPRINTED, imprint.imprint_rules),
    Clause("7.4.2", "抄送机关", ALL, imprint.copies),
    Clause("7.4.3", "印发机关和日期", IMPRINTED, imprint.printing),
    Clause("7.5", "页码", ALL, page.folios),
    Clause("8", "横排表格", ALL, page.landscape),
    Clause("9", "标点符号", ALL, page.punctuation),
    Clause("10.1", "信函格式", frozenset({Form.LETTER}), forms.letter),
    Clause("10.1", "信函格式", frozenset({Form.LETTER}), forms.letter_imprint),
    Clause("10.2", "命令格式", frozenset({Form.ORDER}), forms.order),
    Clause("10.3", "纪要格式", frozenset({Form.MINUTES}), forms.minutes),
    *(Clause(number, element, forms, tell) for number, element, forms, tell in UNSEEN),
)


def judge(layout: Layout, expected: Expected) -> Iterator[Measurement]:
    """Every clause of the document's format, measured."""
    for clause in CLAUSES:
        if layout.form not in clause.forms:
            continue
        for found in clause.measure(layout, expected):
            yield measurement_of(clause.number, clause.element, found)
