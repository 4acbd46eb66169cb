"""Notices that correct or withdraw an earlier one."""

from dataclasses import replace

from gongshi.documents.composing import Composing
from gongshi.documents.notice import Notice
from gongshi.documents.writer import Lacking
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round


def compose_correction(c: Composing) -> Notice:
    """更正: where the earlier notice is wrong and what it should say, to those who got it."""
    return _to_same_addressees(c)


def compose_withdrawal(c: Composing) -> Notice:
    """撤回: which notice is withdrawn, and why, to those who got it."""
    return _to_same_addressees(c)


def _to_same_addressees(c: Composing) -> Notice:
    """A notice to the addressees of the one that it concerns, not public unless that one is."""
    addressees = c.concerned.addressees or c.view.programme.addressees
    return replace(c.notice(addressees=addressees, body=c.block("body")), audience=c.concerned.audience)


def lacks_concerned(r: Round, record: NoticeRecord) -> Lacking:
    """What is missing if the notice concerned was not approved and issued before."""
    rank = r.rank_in_time.get(record.concerns or "")
    if rank is not None and rank < r.rank_in_time[record.id] and r.notices_in_time[rank].state != "draft":
        return None
    return "已经核准并在此前印发的所涉公文", "an approved notice, issued before, that it concerns"
