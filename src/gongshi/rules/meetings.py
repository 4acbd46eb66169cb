"""Rules on the yearly site meetings (现场会) and the winners' leading groups (领导小组)."""

from collections.abc import Iterator

from gongshi.diagnostics import Diagnostic, warning
from gongshi.model.model import Model
from gongshi.model.round import Round
from gongshi.rules.dates import YEAR_DIFFERS
from gongshi.rules.order import not_before

SITE_MEETING_MISSING = warning(
    "site-meeting-missing",
    "{value} 年没有召开现场会的记录。",
    "请在 supervision.yaml 的 site_meetings 中登记；没有召开的，请核实。",
    "No site meeting is on record for {value}.",
)


def site_meetings_held(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Where the scheme asks for it, each whole year from the announcement to the end of the plans has its meeting."""
    ends = [winner.ends for winner in r.with_outcome("selected")]
    # A file that could not be read may hold them.
    unread = f"{r.folder}/supervision.yaml" in model.unread
    if unread or not (r.scheme.reporting.site_meeting and r.announced_on and ends):
        return
    held = {meeting.year for meeting in r.supervision.site_meetings}
    for year in range(r.announced_on.year + 1, min(model.today.year, int(max(ends)[:4]) + 1)):
        if year not in held:
            found, clause = model.at(r.supervision, "site_meetings"), r.scheme.reporting.clause
            yield found.problem(SITE_MEETING_MISSING, value=year, clause=clause)


def site_meetings_of_their_year(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A site meeting was held in the year it counts for."""
    for meeting in r.supervision.site_meetings:
        if meeting.held_on.year != meeting.year:
            yield model.at(meeting, "held_on").problem(YEAR_DIFFERS, year=meeting.year)


def leading_groups_of_their_round(r: Round, model: Model) -> Iterator[Diagnostic]:
    """A leading group for the round is not older than its call."""
    called = model.at(r.programme.schedule, "called_on")
    for group in r.supervision.leading_groups:
        yield from not_before(called, model.at(group, "established_on"), r.scheme.reporting.clause)


LEADING_GROUP_MISSING = warning(
    "leading-group-missing",
    "以下申报还没有成立领导小组的记录：{value}。",
    "请核实后在 supervision.yaml 的 leading_groups 中登记。",
    "No leading group is on record for {value}.",
)


def leading_groups_set_up(r: Round, model: Model) -> Iterator[Diagnostic]:
    """Where the scheme asks for it, winners have a leading group once the year of the announcement is over."""
    announced_on, reporting = r.announced_on, r.scheme.reporting
    # A file that could not be read may hold them.
    unread = f"{r.folder}/supervision.yaml" in model.unread
    if unread or not (reporting.leading_group and announced_on and model.today.year > announced_on.year):
        return
    formed = {group.application for group in r.supervision.leading_groups} | r.revoked.keys()
    lacking = [winner.id for winner in r.with_outcome("selected") if winner.id not in formed]
    if lacking:
        found = model.at(r.supervision, "leading_groups")
        yield found.problem(LEADING_GROUP_MISSING, value="、".join(lacking), clause=reporting.clause)
