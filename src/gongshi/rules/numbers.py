"""Rules on document numbers (发文字号): GB/T 9704-2012, 7.2.5."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error
from gongshi.model.model import Model
from gongshi.model.notice import DOCUMENT_NO, NoticeRecord
from gongshi.model.programme import Programme
from gongshi.rules.places import in_notice

CLAUSE = "GB/T 9704-2012 7.2.5"


def _numbered(model: Model) -> Iterator[tuple[Programme, NoticeRecord, str]]:
    for round_ in model.rounds.values():
        for notice in round_.notices:
            if notice.document_no is not None:
                yield round_.programme, notice, notice.document_no


BAD_NUMBER = error(
    "bad-number",
    "发文字号 {value} 不合规范。",
    "应依次写机关代字、〔年份〕、顺序号和“号”，年份用六角括号，顺序号不编虚位、不加“第”，如 样文〔2026〕9001号。",
    "The document number {value} is malformed; write code, 〔year〕, serial without leading zero, 号.",
)


def number_well_formed(model: Model) -> Iterator[Diagnostic]:
    """Code, full year in 〔〕, serial without leading zero, 号."""
    for programme, notice, number in _numbered(model):
        if not DOCUMENT_NO.fullmatch(number):
            place = in_notice(programme, notice.id, "document_no")
            yield Diagnostic(BAD_NUMBER, place, "发文字号", number, clause=CLAUSE)


NUMBER_CODE = error(
    "number-code",
    "发文字号 {value} 的代字不属于主办机关{organ}（{codes}）。",
    "联合行文使用主办机关的发文字号，请改正。",
    "The code of {value} does not belong to the lead organ {organ} ({codes}).",
)


def number_of_the_lead_organ(model: Model) -> Iterator[Diagnostic]:
    """A joint document carries the lead organ's number."""
    for programme, notice, number in _numbered(model):
        parts = DOCUMENT_NO.fullmatch(number)
        organ = model.organs.get(notice.lead_organ or programme.lead_organ)
        if parts and organ and parts["code"] not in organ.number_codes:
            facts = (("organ", organ.name), ("codes", "、".join(organ.number_codes)))
            place = in_notice(programme, notice.id, "document_no")
            yield Diagnostic(NUMBER_CODE, place, "发文字号", number, facts, clause=CLAUSE)


NUMBER_YEAR = error(
    "number-year",
    "发文字号 {value} 的年份与成文日期（{issued_on}）不一致。",
    "请核对年份。",
    "The year of {value} differs from the date of issue {issued_on}.",
)


def number_of_the_year(model: Model) -> Iterator[Diagnostic]:
    """The year in the number is the year of issue."""
    for programme, notice, number in _numbered(model):
        parts = DOCUMENT_NO.fullmatch(number)
        if parts and int(parts["year"]) != notice.issued_on.year:
            place = in_notice(programme, notice.id, "document_no")
            facts = (("issued_on", notice.issued_on.isoformat()),)
            yield Diagnostic(NUMBER_YEAR, place, "发文字号", number, facts, clause=CLAUSE)


SECRET = error(
    "secret",
    "公文标有密级（{value}），涉密公文不得在公开网站发布，也不得用本程序处理。",
    "请从记录中移走这份公文，按保密规定另行办理。",
    "The notice is marked {value}. Secret documents must not be handled here. Take it out of the records.",
)


def nothing_secret(model: Model) -> Iterator[Diagnostic]:
    """A notice with a degree of secrecy is refused: everything approved goes to a public site."""
    for round_ in model.rounds.values():
        for notice in round_.notices:
            if notice.secrecy is not None:
                place = in_notice(round_.programme, notice.id, "secrecy")
                yield Diagnostic(SECRET, place, "密级和保密期限", notice.secrecy, clause="GB/T 9704-2012 7.2.2")


DUPLICATE_NUMBER = error(
    "duplicate-number",
    "发文字号 {value} 重复，另见 {other}。",
    "同一代字同一年份的序号只能用一次，请改其中一个。",
    "The document number {value} is also used by {other}. Change one.",
)


def number_unique(model: Model) -> Iterator[Diagnostic]:
    """No number is used twice in the workspace."""
    first: dict[str, str] = {}
    for programme, notice, number in _numbered(model):
        name = f"{programme.id}/{notice.id}"
        if number in first:
            place = in_notice(programme, notice.id, "document_no")
            yield Diagnostic(DUPLICATE_NUMBER, place, "发文字号", number, (("other", first[number]),), clause=CLAUSE)
        first.setdefault(number, name)
