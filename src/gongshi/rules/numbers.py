"""Rules on document numbers (发文字号): GB/T 9704-2012, 7.2.5."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic
from gongshi.model.notice import DOCUMENT_NO, NoticeRecord
from gongshi.model.programme import Programme
from gongshi.model.whole import Model
from gongshi.rules.places import in_notice

CLAUSE = "GB/T 9704-2012 7.2.5"


def _numbered(model: Model) -> Iterator[tuple[Programme, NoticeRecord, str]]:
    for round_ in model.rounds.values():
        for notice in round_.notices:
            if notice.document_no is not None:
                yield round_.programme, notice, notice.document_no


def number_well_formed(model: Model) -> Iterator[Diagnostic]:
    """Code, full year in 〔〕, serial without leading zero, 号."""
    for programme, notice, number in _numbered(model):
        if not DOCUMENT_NO.fullmatch(number):
            place = in_notice(programme, notice.id, "document_no")
            yield Diagnostic("bad-number", place, "发文字号", number, clause=CLAUSE)


def number_of_the_lead_organ(model: Model) -> Iterator[Diagnostic]:
    """A joint document carries the lead organ's number."""
    for programme, notice, number in _numbered(model):
        parts = DOCUMENT_NO.fullmatch(number)
        organ = model.organs.get(notice.lead_organ or programme.lead_organ)
        if parts and organ and parts["code"] not in organ.number_codes:
            facts = (("organ", organ.name), ("codes", "、".join(organ.number_codes)))
            place = in_notice(programme, notice.id, "document_no")
            yield Diagnostic("number-code", place, "发文字号", number, facts, clause=CLAUSE)


def number_of_the_year(model: Model) -> Iterator[Diagnostic]:
    """The year in the number is the year of issue."""
    for programme, notice, number in _numbered(model):
        parts = DOCUMENT_NO.fullmatch(number)
        if parts and int(parts["year"]) != notice.issued_on.year:
            place = in_notice(programme, notice.id, "document_no")
            facts = (("issued_on", notice.issued_on.isoformat()),)
            yield Diagnostic("number-year", place, "发文字号", number, facts, clause=CLAUSE)


def nothing_secret(model: Model) -> Iterator[Diagnostic]:
    """A notice with a degree of secrecy is refused: everything approved goes to a public site."""
    for round_ in model.rounds.values():
        for notice in round_.notices:
            if notice.secrecy is not None:
                place = in_notice(round_.programme, notice.id, "secrecy")
                yield Diagnostic("secret", place, "密级和保密期限", notice.secrecy, clause="GB/T 9704-2012 7.2.2")


def number_unique(model: Model) -> Iterator[Diagnostic]:
    """No number is used twice in the workspace."""
    first: dict[str, str] = {}
    for programme, notice, number in _numbered(model):
        name = f"{programme.id}/{notice.id}"
        if number in first:
            place = in_notice(programme, notice.id, "document_no")
            yield Diagnostic("duplicate-number", place, "发文字号", number, (("other", first[number]),), clause=CLAUSE)
        first.setdefault(number, name)
