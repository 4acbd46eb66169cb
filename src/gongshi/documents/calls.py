"""Notices before the review: the call, its supplements, and the list of applications received."""

from gongshi.documents.composing import Composing
from gongshi.documents.notice import Attachment, Cover, Enclosure, Notice
from gongshi.documents.prose import Markdown
from gongshi.documents.writer import Lacking
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round


def compose_call(c: Composing) -> Notice:
    """申报通知: with the 编制指南; the 实施方案 follows as the document issued where the scheme has one."""
    scheme = c.view.scheme
    guide = Attachment(
        label="附件",
        title=scheme.guide.title,
        body=c.scheme_text(scheme.guide.text, "guide", "text"),
        cover=Cover(scheme.guide.cover_title, scheme.guide.cover_fields),
    )
    terms = c.scheme_text(scheme.terms, "terms")
    if scheme.plan_title is None:
        return c.notice(addressees=c.view.programme.addressees, body=c.block("body", terms=terms), attachments=(guide,))
    return c.notice(
        addressees=c.view.programme.addressees,
        body=c.block("body", terms=None),
        enclosure=Enclosure(scheme.plan_title, terms, (guide,)),
    )


def compose_supplement(c: Composing) -> Notice:
    """补充通知: further matters, or a later deadline with the reason for it, or both."""
    return c.notice(addressees=c.view.programme.addressees, body=c.block("body", matters=_matters(c)))


def _matters(c: Composing) -> tuple[Markdown, ...]:
    """The paragraphs that a supplement adds to the call."""
    return tuple(
        Markdown(c.prose.text(matter, c.source.below("matters", at), c.context).strip())
        for at, matter in enumerate(c.record.matters)
    )


def lacks_matters(r: Round, record: NoticeRecord) -> Lacking:
    """A record with a reason extends the deadline, so a later one must be on record; one without must have matters."""
    if record.reason and r.programme.schedule.extended_to is None:
        return "延期后的截止日期", "a later deadline"
    return (
        None
        if record.reason or record.matters
        else ("补充事项（matters）或延期事由（reason）", "matters, or a reason to extend")
    )


def compose_received(c: Composing) -> Notice:
    """收到申报情况: who applied, by category; nothing on the outcome."""
    groups = c.by_category(c.round.applications)
    number = len(c.round.applications)
    submitted_on = {application.id: application.submitted_on for application in c.round.applications}
    lists = c.lists("received", groups=groups, submitted_on=submitted_on)
    return c.notice(addressees=None, body=c.block("body", groups=groups, number=number), attachments=lists)


def lacks_applications(r: Round, record: NoticeRecord) -> Lacking:
    """The deadline has passed, and there are applications."""
    if record.issued_on <= r.programme.schedule.deadline:
        return "已经过去的申报截止日期", "a deadline that has passed"
    return None if r.applications else ("收到的申报（applications.yaml）", "an application")
