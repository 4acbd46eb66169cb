"""The table of writers: for each kind of notice what composes it, and what the records must hold first."""

from collections.abc import Callable

from gongshi.documents import calls, changes, eligibility, follow_up, outcomes, review
from gongshi.documents.composing import Composing
from gongshi.documents.notice import Notice
from gongshi.documents.writer import Lacking, Writer, lacks_nothing
from gongshi.model.kinds import KIND_BY_NAME
from gongshi.model.notice import NoticeRecord
from gongshi.model.round import Round


def _writer(
    name: str, compose: Callable[[Composing], Notice], lacks: Callable[[Round, NoticeRecord], Lacking]
) -> Writer:
    return Writer(KIND_BY_NAME[name], compose, lacks)


WRITERS: tuple[Writer, ...] = (
    _writer("call", calls.compose_call, lacks_nothing),
    _writer("supplement", calls.compose_supplement, calls.lacks_matters),
    _writer("received", calls.compose_received, calls.lacks_applications),
    _writer("publicity", outcomes.compose_publicity, outcomes.lacks_window),
    _writer("second-publicity", outcomes.compose_second_publicity, outcomes.lacks_substitution),
    _writer("objection-reply", outcomes.compose_objection_reply, outcomes.lacks_decision),
    _writer("award", outcomes.compose_award, outcomes.lacks_announcement),
    _writer("approval", outcomes.compose_approval, outcomes.lacks_announcement),
    _writer("pilots", outcomes.compose_pilots, outcomes.lacks_pilots),
    _writer("funding", follow_up.compose_funding, follow_up.lacks_payments),
    _writer("report-request", follow_up.compose_report_request, follow_up.lacks_report),
    _writer("evaluation", follow_up.compose_evaluation, follow_up.lacks_evaluations),
    _writer("reward", follow_up.compose_reward, follow_up.lacks_rewards),
    _writer("revocation", follow_up.compose_revocation, follow_up.lacks_revocation),
    _writer("recheck", follow_up.compose_recheck, follow_up.lacks_recheck),
    _writer("correction", changes.compose_correction, changes.lacks_concerned),
    _writer("withdrawal", changes.compose_withdrawal, changes.lacks_concerned),
    _writer("minutes", review.compose_minutes, review.lacks_proposal),
    _writer("score-sheet", review.compose_score_sheet, review.lacks_experts),
    _writer("score-summary", review.compose_score_summary, review.lacks_scores),
    _writer("eligibility-summary", eligibility.compose_eligibility_summary, eligibility.lacks_anything_to_assess),
)
