"""Rules on notices: the date agrees with the records and is not before the facts announced; none twice, none secret."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, error, warning
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.rules.order import not_before

DATE_DIFFERS = error(
    "date-differs",
    "{field}（{value}）与记录中的{other}（{other_day}）不一致。",
    "请核对两处日期。",
    "The date of issue {value} differs from the round's own record, {other_day}. Correct one.",
)


def notices_dated_as_recorded(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A notice whose day another record sets (call, 公示, 公布) has that day as its date."""
    for notice in r.notices:
        kind = model.kinds.get(notice.kind)
        recorded = kind.bears(r, notice) if kind else None
        if recorded:
            record, field, name = recorded
            day = getattr(record, field)
            if notice.issued_on != day:
                yield model.at(notice, "issued_on").problem(DATE_DIFFERS, other=name, other_day=day)


def notices_after_what_they_tell(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A notice is not dated before the decisions that it announces, e.g. a payment or a cancelled title."""
    clauses = {
        "": "",
        "publicity": r.programme.publicity.clause,
        "funding": r.scheme.funding.clause,
        "reporting": r.scheme.reporting.clause,
    }
    for notice in r.notices:
        kind = model.kinds.get(notice.kind)
        days = list(kind.tells(r, notice)) if kind else []
        if kind and days:
            record, field, name = max(days, key=lambda day: getattr(day[0], day[1]))
            last, issued = model.at(record, field).called(name), model.at(notice, "issued_on")
            yield from not_before(last, issued, clauses[kind.ruled_by])


FUTURE_NOTICE = warning(
    "future-notice",
    "成文日期（{value}）晚于今天（{today}），公文已生成，到日才上网。",
    "请核对日期。",
    "The date of issue {value} is after today, {today}: the files are made, the site shows them on that day.",
)


def not_dated_ahead(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A warning for an approved notice that is dated after today."""
    for notice in r.notices:
        if notice.state != "draft" and notice.issued_on > model.today:
            yield model.at(notice, "issued_on").problem(FUTURE_NOTICE, today=model.today)


def notices_in_order(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A notice is printed on or after the day it is issued."""
    for notice in r.notices:
        if notice.printed_on:
            yield from not_before(model.at(notice, "issued_on"), model.at(notice, "printed_on"))


NOTICE_REPEATED = error(
    "notice-repeated",
    "公文 {id} 与 {other} 文种相同、所涉事项相同，都有效。",
    "请只保留一件；前一件有误的，请更正，或者撤回后另发。",
    "The notices {id} and {other} are of the same kind and about the same matter. Keep one, or withdraw one.",
)


def notices_issued_once(r: Round, model: Model) -> Iterator[Diagnostic]:
    """No two notices in force are of the same kind and about the same thing: money would be announced twice."""
    first: dict[tuple[object, ...], str] = {}
    for n in model.now(r).in_force:
        kind = model.kinds.get(n.kind)
        about = (n.kind, n.application, n.publicity, n.objection, n.expert, n.year, n.month)
        if about in first and not (kind and kind.repeats):
            yield model.at(n, "kind").problem(NOTICE_REPEATED, id=n.id, other=first[about])
        first.setdefault(about, n.id)


SECRET = error(
    "secret",
    "公文标有密级（{value}），涉密公文不得在公开网站发布，也不得用本程序处理。",
    "请从记录中移走这份公文，按保密规定另行办理。",
    "The notice is marked {value}. Secret documents must not be handled here. Take it out of the records.",
)


def nothing_secret(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A notice with a degree of secrecy is refused: everything approved goes to a public site."""
    for notice in r.notices:
        if notice.secrecy is not None:
            yield model.at(notice, "secrecy").problem(SECRET, clause="GB/T 9704-2012 7.2.2")
