"""Rules on document numbers (发文字号): GB/T 9704-2012, 7.2.5."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error
from gongshi.model.located import Located
from gongshi.model.model import Model
from gongshi.model.notice import DOCUMENT_NO, NoticeRecord
from gongshi.model.round import Round

CLAUSE = "GB/T 9704-2012 7.2.5"


def _numbered(r: Round, model: Model) -> Iterator[tuple[NoticeRecord, str, Located]]:
    """The notices with a number, each with the number and its field."""
    for notice in r.notices:
        if notice.document_no is not None:
            yield notice, notice.document_no, model.at(notice, "document_no")


BAD_NUMBER = error(
    "bad-number",
    "发文字号 {value} 不合规范。",
    "应依次写机关代字、〔年份〕、顺序号和“号”，年份用六角括号，顺序号不编虚位、不加“第”，如 样文〔2026〕9001号。",
    "The document number {value} is malformed; write code, 〔year〕, serial without leading zero, 号.",
)


def number_well_formed(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Code, full year in 〔〕, serial without leading zero, 号."""
    for _, number, found in _numbered(r, model):
        if not DOCUMENT_NO.fullmatch(number):
            yield found.problem(BAD_NUMBER, clause=CLAUSE)


NUMBER_CODE = error(
    "number-code",
    "发文字号 {value} 的代字不属于主办机关{organ}（{codes}）。",
    "联合行文使用主办机关的发文字号，请改正。",
    "The code of {value} does not belong to the lead organ {organ} ({codes}).",
)


def number_of_the_lead_organ(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A joint document carries the lead organ's number."""
    for notice, number, found in _numbered(r, model):
        parts = DOCUMENT_NO.fullmatch(number)
        organ = model.organs.get(notice.lead_organ or r.programme.lead_organ)
        if parts and organ and parts["code"] not in organ.number_codes:
            codes = "、".join(organ.number_codes)
            yield found.problem(NUMBER_CODE, clause=CLAUSE, organ=organ.name, codes=codes)


NUMBER_YEAR = error(
    "number-year",
    "发文字号 {value} 的年份与成文日期（{issued_on}）不一致。",
    "请核对年份。",
    "The year of {value} differs from the date of issue {issued_on}.",
)


def number_of_the_year(r: Round, model: Model) -> Iterator[Diagnostic]:
    """The year in the number is the year of issue."""
    for notice, number, found in _numbered(r, model):
        parts = DOCUMENT_NO.fullmatch(number)
        if parts and int(parts["year"]) != notice.issued_on.year:
            yield found.problem(NUMBER_YEAR, clause=CLAUSE, issued_on=notice.issued_on)


DUPLICATE_NUMBER = error(
    "duplicate-number",
    "发文字号 {value} 重复，另见 {other}。",
    "同一代字同一年份的序号只能用一次，请改其中一个。",
    "The document number {value} is also used by {other}. Change one.",
)


def number_unique(model: Model) -> Iterator[Diagnostic]:
    """No number is used twice in the workspace."""
    first: dict[str, str] = {}
    for r in model.rounds.values():
        for notice, number, found in _numbered(r, model):
            if number in first:
                yield found.problem(DUPLICATE_NUMBER, clause=CLAUSE, other=first[number])
            first.setdefault(number, f"{r.programme.id}/{notice.id}")
