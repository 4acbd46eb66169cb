"""Notices on outcomes: publicity, replies to objections, announcement, approvals, pilots."""

from dataclasses import replace
from typing import Any

from gongshi.documents.composing import Composing
from gongshi.documents.notice import Notice
from gongshi.documents.writer import Lacking
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import DECIDED, STATE_NAMES
from gongshi.model.round import Round
from gongshi.public.applicant import PublicIncoming


def compose_publicity(c: Composing) -> Notice:
    """公示: basis and procedure, list, window, how to object."""
    names = _publicised(c)
    return c.notice(addressees=None, body=c.block("body", **names), attachments=c.lists("winners", **names))


def _publicised(c: Composing) -> dict[str, Any]:
    """The applications that the window makes public, also those that fell out later: a published list never changes."""
    ids = c.round.publicised_in(c.window) if c.window else ()
    listed = c.in_order(ids)
    categories = tuple(
        replace(category, winners=tuple(each for each in listed if each.category == category.id))
        for category in c.view.categories
    )
    return {"categories": categories, "winners": tuple(w for category in categories for w in category.winners)}


def lacks_window(r: Round, _record: NoticeRecord) -> Lacking:
    """What is missing if nobody is proposed or there is no window."""
    if "selected" not in r.proposed.values():
        return "列入的申报（results.yaml 的 outcomes）", "a winner"
    return None if r.publicity else ("公示起止日期（results.yaml 的 publicities）", "a publicity window")


def compose_second_publicity(c: Composing) -> Notice:
    """递补公示: who falls out and why, who steps in, and the window for those."""
    names = _publicised(c)
    stepping_in = {winner.id for winner in names["winners"]}
    states = {objection.id: STATE_NAMES[objection.state] for objection in c.round.objections}
    substitutions = [
        {
            "falls_out": c.applicant(substitution.falls_out),
            "steps_in": c.applicant(substitution.steps_in),
            "objection": states.get(substitution.objection or "", ""),
        }
        for substitution in c.round.substitutions
        if substitution.steps_in and substitution.steps_in in stepping_in
    ]
    body = c.block("body", substitutions=substitutions, **names)
    return c.notice(addressees=None, body=body, attachments=c.lists("winners", **names))


def lacks_substitution(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing if the window is not a later one, or names an application that did not step in for another."""
    window = next((window for window in r.windows[1:] if window.id == record.publicity), None)
    stepped_in = {substitution.steps_in for substitution in r.substitutions}
    if window and window.applications and set(window.applications) <= stepped_in:
        return None
    return (
        "递补记录（results.yaml 的 substitutions）及其公示起止日期（publicities 中另起一条）",
        "a substitution with a window of its own",
    )


def compose_objection_reply(c: Composing) -> Notice:
    """异议答复: to the objector alone, what was found and decided."""
    objection = c.round.objections_by_id[c.record.objection or ""]
    you = "您" if objection.objector_kind == "person" else "你单位"
    body = c.block("body", objection=objection, you=you, applicant=c.applicant(objection.application))
    return c.notice(addressees=objection.objector, body=body)


def lacks_decision(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing if the objection is not decided with its reasons, or its objector is not known."""
    objection = r.objections_by_id[record.objection or ""]
    if objection.objector is None:
        return "异议人（匿名异议无从答复）", "an objector: nobody can answer an anonymous objection"
    if objection.state == "not_accepted":
        return (
            None
            if objection.refusal
            else ("不予受理的理由（objections.yaml 的 refusal）", "the reason why it was not accepted")
        )
    decided = objection.state in DECIDED
    if decided and objection.accepted_on and objection.investigation and objection.conclusion:
        return None
    return (
        "已办结的异议及其受理日期、核查情况和处理意见（objections.yaml）",
        "a decided objection with investigation and conclusion",
    )


def compose_award(c: Composing) -> Notice:
    """公布: the procedure, the list by category, what follows; the pilots unless they have their own notice."""
    pilots = () if "pilots" in c.round.notices_of_kind else c.view.pilots
    attachments = c.lists(*(["winners", "pilots"] if pilots else ["winners"]))
    return c.notice(
        addressees=c.view.programme.addressees, body=c.block("body", pilots=pilots), attachments=attachments
    )


def compose_approval(c: Composing) -> Notice:
    """批复 or 复函 to one winner: the document it answers, the decision, the conditions."""
    incoming = c.round.application(c.winner.id).incoming
    answered = PublicIncoming(incoming.title, incoming.document_no, incoming.dated)
    return c.notice(addressees=c.winner.government, body=c.block("body", incoming=answered))


def lacks_announcement(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing for a window, or the day of announcement."""
    missing = lacks_window(r, record)
    if missing is None and r.results and r.results.announced_on is None:
        missing = ("公布日期（results.yaml 的 announced_on）", "a day of announcement")
    return missing


def compose_pilots(c: Composing) -> Notice:
    """试点培育名单: applicants that were not selected and are supported on trial."""
    return c.notice(addressees=c.view.programme.addressees, body=c.block("body"), attachments=c.lists("pilots"))


def lacks_pilots(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing for an announcement, or a pilot."""
    missing = lacks_announcement(r, record)
    return missing or (
        None if "pilot" in r.outcomes.values() else ("试点培育的申报（results.yaml 中结果为 pilot）", "a pilot")
    )
