"""The kinds of notice (文种): one row each, and how each is composed."""

from collections.abc import Callable
from dataclasses import dataclass

from gongshi.documents.composing import Composing
from gongshi.documents.notice import Attachment, Cover, Enclosure, Notice
from gongshi.model.whole import Round


@dataclass(frozen=True)
class NoticeKind:
    """A kind of notice."""

    name: str
    """As records name it; its template is templates/notices/<name>.md.j2."""
    title: str
    """As people name it."""
    numbered: bool
    """Whether it has a red header, a document number and an imprint; a 公示 has none of them."""
    per_application: bool
    """Whether each notice is about one application."""
    compose: Callable[[Composing], Notice]
    lacks: Callable[[Round], tuple[str, str] | None] = lambda _round: None
    """What the round still lacks for such a notice, in Chinese and English; None if nothing."""


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


def compose_publicity(c: Composing) -> Notice:
    """公示: basis and procedure, list, window, how to object."""
    winners = c.list_attachment("附件", "winners")
    return c.notice(addressees=None, body=c.block("body"), attachments=(winners,))


def compose_award(c: Composing) -> Notice:
    """公布: procedure passed, list by category, what follows; the pilot list where there is one."""
    lists = ["winners", "pilots"] if c.view.pilots else ["winners"]
    labels = ["附件"] if len(lists) == 1 else [f"附件{number}" for number in range(1, len(lists) + 1)]
    attachments = tuple(c.list_attachment(label, name) for label, name in zip(labels, lists, strict=True))
    return c.notice(addressees=c.view.programme.addressees, body=c.block("body"), attachments=attachments)


def compose_approval(c: Composing) -> Notice:
    """批复 to one winner: the document it answers, the decision, the conditions."""
    return c.notice(addressees=c.winner.government, body=c.block("body"))


def _lacks_window(round_: Round) -> tuple[str, str] | None:
    if not any(round_.with_outcome("selected")):
        return "列入的申报", "a winner"
    return None if round_.publicity else ("公示起止日期", "a publicity window")


def _lacks_announcement(round_: Round) -> tuple[str, str] | None:
    missing = _lacks_window(round_)
    if missing is None and round_.results and round_.results.announced_on is None:
        missing = ("公布日期", "a day of announcement")
    return missing


NOTICE_KINDS: tuple[NoticeKind, ...] = (
    NoticeKind("call", "申报通知", numbered=True, per_application=False, compose=compose_call),
    NoticeKind(
        "publicity", "公示", numbered=False, per_application=False, compose=compose_publicity, lacks=_lacks_window
    ),
    NoticeKind(
        "award", "公布通知", numbered=True, per_application=False, compose=compose_award, lacks=_lacks_announcement
    ),
    NoticeKind(
        "approval", "批复", numbered=True, per_application=True, compose=compose_approval, lacks=_lacks_announcement
    ),
)
