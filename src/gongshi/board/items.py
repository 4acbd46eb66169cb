"""What is due, what is late and what blocks in a round: one short function per kind of item, and three tables."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from gongshi.board.status import RoundStatus
from gongshi.diagnostics import Diagnostic, Severity
from gongshi.model.application import Application
from gongshi.model.base import Day
from gongshi.model.kinds import KIND_BY_NAME
from gongshi.rules.reports import due_day


@dataclass(frozen=True)
class Item:
    """One thing on the board."""

    kind: str
    """Stable name for other programs, e.g. report."""
    what: str
    """What is to be done or what blocks, in Chinese."""
    day: Day | None = None
    """The day it is or was due; None if it has none."""
    applications: tuple[str, ...] = ()
    """Applications it is about."""
    notice: str = ""
    """The notice it is about."""


def _ids(applications: Sequence[Application]) -> tuple[str, ...]:
    return tuple(application.id for application in applications)


def _missing_reports(s: RoundStatus) -> Iterator[Item]:
    for month, owing in s.missing_reports():
        yield Item("report", f"{int(month[:4])}年{int(month[5:])}月进展报告", due_day(month), owing)


def _missing_evaluations(s: RoundStatus) -> Iterator[Item]:
    for year, owing in s.missing_evaluations():
        day = due_day(f"{year + 1}-{s.reminders.evaluation_month:02}")
        yield Item("evaluation", f"{year}年度绩效评价", day, _ids(owing))


def _missing_meetings(s: RoundStatus) -> Iterator[Item]:
    for year in s.missing_meetings():
        yield Item("meeting", f"{year}年现场会", Day(year, 12, 31))


def _missing_groups(s: RoundStatus) -> Iterator[Item]:
    if s.announced_on and s.without_group:
        yield Item("group", "成立领导小组", Day(s.announced_on.year, 12, 31), _ids(s.without_group))


def _missing_plaques(s: RoundStatus) -> Iterator[Item]:
    if s.without_plaque:
        yield Item("plaque", "授牌", None, _ids(s.without_plaque))


def _missing_payments(s: RoundStatus) -> Iterator[Item]:
    if s.announced_on and s.unpaid:
        yield Item("payment", "资金下达", s.announced_on + timedelta(s.reminders.payment_days), _ids(s.unpaid))


def _missing_approvals(s: RoundStatus) -> Iterator[Item]:
    if s.announced_on and s.unapproved:
        yield Item("approval", "批复", s.announced_on + timedelta(s.reminders.approval_days), _ids(s.unapproved))


def _objections_to_decide(s: RoundStatus) -> Iterator[Item]:
    for objection in s.pending:
        day = objection.received_on + timedelta(s.reminders.objection_days)
        yield Item("objection", f"办结异议 {objection.id}", day, (objection.application,))


DUE: tuple[Callable[[RoundStatus], Iterator[Item]], ...] = (
    _missing_reports,
    _missing_evaluations,
    _missing_meetings,
    _missing_groups,
    _missing_plaques,
    _missing_payments,
    _missing_approvals,
    _objections_to_decide,
)
"""Functions that list what has to be done; an item with a day is late from the next day on, one without never."""


def _objections_in_the_way(s: RoundStatus) -> Iterator[Item]:
    for objection in s.pending:
        yield Item("objection", f"异议 {objection.id} 未办结，不得公布", None, (objection.application,))
    for objection in s.unsettled:
        yield Item("objection", f"异议 {objection.id} 成立，名单尚未调整", None, (objection.application,))
    if s.unpublicised:
        yield Item("substitution", "递补尚未公示，不得公布", None, s.unpublicised)


def _title_of_kind(kind: str) -> str:
    return KIND_BY_NAME[kind].title if kind in KIND_BY_NAME else kind


def _overdue_drafts(s: RoundStatus) -> Iterator[Item]:
    for notice in s.records.notices:
        if notice.state == "draft" and notice.issued_on <= s.today:
            what = f"{_title_of_kind(notice.kind)}（{notice.id}）已到成文日期，仍是草稿"
            yield Item("draft", what, notice.issued_on, notice=notice.id)


def _missing_numbers(s: RoundStatus) -> Iterator[Item]:
    for notice in s.records.notices:
        kind = KIND_BY_NAME.get(notice.kind)
        if kind and kind.form != "plain" and notice.document_no is None and notice.issued_on <= s.today:
            what = f"{_title_of_kind(notice.kind)}（{notice.id}）没有发文字号"
            yield Item("number", what, notice.issued_on, notice=notice.id)


def _missing_notices(s: RoundStatus) -> Iterator[Item]:
    """Steps that the records hold although there is no notice of them."""
    first = s.records.publicity
    taken = (
        ("call", s.records.programme.schedule.called_on),
        ("publicity", first.published_on if first else None),
        ("award", s.announced_on),
    )
    for kind, day in taken:
        if day and day <= s.today and kind not in s.records.notices_of_kind:
            yield Item("notice", f"没有{_title_of_kind(kind)}的公文记录", day)


BLOCKS: tuple[Callable[[RoundStatus], Iterator[Item]], ...] = (
    _objections_in_the_way,
    _overdue_drafts,
    _missing_numbers,
    _missing_notices,
)
"""Functions that list what keeps a round from its next step."""


def refused(problems: Sequence[Diagnostic], programme: str) -> Iterator[Item]:
    """Errors of the rules in a round's records, e.g. a winner that is not eligible; each kind of problem once."""
    folder = f"content/programmes/{programme}/"
    errors = [p for p in problems if p.severity is Severity.ERROR and p.place.file.startswith(folder)]
    counts = Counter(problem.code for problem in errors)
    for code, count in counts.items():
        rule = next(problem for problem in errors if problem.code == code).words[0]
        yield Item(code, rule if count == 1 else f"{rule.removesuffix('。')}（共{count}处）。")
