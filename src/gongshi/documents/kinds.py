"""The table of the kinds of notice (文种): one row each."""

from gongshi.documents import of_calls as calls
from gongshi.documents import of_changes as changes
from gongshi.documents import of_eligibility as eligibility
from gongshi.documents import of_outcomes as outcomes
from gongshi.documents import of_review as review
from gongshi.documents import of_supervision as supervision
from gongshi.documents.kind import NoticeKind

__all__ = ["NOTICE_KINDS", "NoticeKind"]

NOTICE_KINDS: tuple[NoticeKind, ...] = (
    NoticeKind("call", "申报通知", "document", calls.compose_call),
    NoticeKind(
        "supplement",
        "补充通知",
        "document",
        calls.compose_supplement,
        takes=("matters", "reason"),
        lacks=calls.lacks_matters,
    ),
    NoticeKind("received", "收到申报情况", "plain", calls.compose_received, lacks=calls.lacks_applications),
    NoticeKind("publicity", "公示", "plain", outcomes.compose_publicity, lacks=outcomes.lacks_window),
    NoticeKind(
        "second-publicity",
        "递补公示",
        "plain",
        outcomes.compose_second_publicity,
        needs=("publicity",),
        lacks=outcomes.lacks_substitution,
    ),
    NoticeKind(
        "objection-reply",
        "异议答复",
        "letter",
        outcomes.compose_objection_reply,
        audience="addressee",
        needs=("objection",),
        lacks=outcomes.lacks_decision,
    ),
    NoticeKind("award", "公布通知", "document", outcomes.compose_award, lacks=outcomes.lacks_announcement),
    NoticeKind(
        "approval",
        "批复",
        "document",
        outcomes.compose_approval,
        needs=("application",),
        lacks=outcomes.lacks_announcement,
        letter_title="复函",
    ),
    NoticeKind("pilots", "试点培育名单通知", "document", outcomes.compose_pilots, lacks=outcomes.lacks_pilots),
    NoticeKind(
        "funding",
        "资金下达通知",
        "document",
        supervision.compose_funding,
        needs=("year",),
        lacks=supervision.lacks_payments,
    ),
    NoticeKind(
        "report-request",
        "进展报告通知",
        "document",
        supervision.compose_report_request,
        needs=("year", "month"),
        lacks=supervision.lacks_report,
    ),
    NoticeKind(
        "evaluation",
        "绩效评价结果通知",
        "document",
        supervision.compose_evaluation,
        needs=("year",),
        lacks=supervision.lacks_evaluations,
    ),
    NoticeKind(
        "reward", "奖励通知", "document", supervision.compose_reward, needs=("year",), lacks=supervision.lacks_rewards
    ),
    NoticeKind(
        "revocation",
        "取消名号通知",
        "document",
        supervision.compose_revocation,
        takes=("application", "year"),
        lacks=supervision.lacks_revocation,
    ),
    NoticeKind(
        "recheck",
        "复核结果通知",
        "document",
        supervision.compose_recheck,
        needs=("year",),
        lacks=supervision.lacks_recheck,
    ),
    NoticeKind(
        "correction",
        "更正通知",
        "document",
        changes.compose_correction,
        needs=("concerns", "corrections"),
        lacks=changes.lacks_concerned,
    ),
    NoticeKind(
        "withdrawal",
        "撤回通知",
        "document",
        changes.compose_withdrawal,
        needs=("concerns", "reason"),
        lacks=changes.lacks_concerned,
    ),
    NoticeKind(
        "minutes",
        "评审会议纪要",
        "minutes",
        review.compose_minutes,
        audience="internal",
        lacks=review.lacks_proposal,
    ),
    NoticeKind(
        "score-sheet",
        "专家评分表",
        "plain",
        review.compose_score_sheet,
        audience="internal",
        needs=("expert",),
        lacks=review.lacks_experts,
    ),
    NoticeKind(
        "score-summary",
        "得分汇总表",
        "plain",
        review.compose_score_summary,
        audience="internal",
        lacks=review.lacks_scores,
    ),
    NoticeKind(
        "eligibility-summary",
        "资格审查情况表",
        "plain",
        eligibility.compose_eligibility_summary,
        audience="internal",
        lacks=eligibility.lacks_anything_to_assess,
    ),
)
