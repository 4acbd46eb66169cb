"""The internal summary of eligibility: every application's verdict with the reasons against it."""

from gongshi.documents.composing import Composing
from gongshi.documents.notice import Notice
from gongshi.documents.writer import Lacking
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round
from gongshi.rules.completeness import complete
from gongshi.rules.eligibility import assess
from gongshi.rules.verdict import WORDS, Verdict, verdict_on


def compose_eligibility_summary(c: Composing) -> Notice:
    """资格审查情况表: a row for each application, with the sentences of all that is not met or open."""
    rows = []
    for applicant in c.in_order(a.id for a in c.round.applications):
        application = c.round.application(applicant.id)
        found = (*assess(c.round.scheme, application), *complete(c.round, application))
        rows.append(
            {
                "applicant": applicant,
                "category": c.round.scheme.category(application.category).short_name,
                "verdict": WORDS[verdict_on(found)],
                "sentences": [each.in_full for each in found if each.verdict is not Verdict.MET],
            }
        )
    attachments = c.lists("assessed", landscape=True, rows=rows)
    return c.notice(addressees=None, body=c.block("body", rows=rows), attachments=attachments)


def lacks_anything_to_assess(r: Round, _record: NoticeRecord) -> Lacking:
    """What is missing if nobody has applied."""
    return None if r.applications else ("收到的申报（applications.yaml）", "an application")
