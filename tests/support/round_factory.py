"""A round with a whole life, built on the minimal one: an objection upheld, a substitution, money, reports, evaluation.

It gives a notice of every kind.
"""

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

from workspace_factory import REPOSITORY, minimal_model, minimal_round

from gongshi.diagnostics import Report
from gongshi.documents.compose import compose
from gongshi.documents.notice import Notice
from gongshi.documents.writers import WRITERS
from gongshi.model.kinds import KINDS
from gongshi.model.model import Model
from gongshi.model.notice import NoticeRecord
from gongshi.model.objection import Objection
from gongshi.model.result import Outcome, OutcomeName, PublicityWindow, Substitution
from gongshi.model.review import Expert, Recusal
from gongshi.model.round import Round
from gongshi.model.supervision import Evaluation, Payment, Plaque, Revocation, Reward, Supervision

TEMPLATES = (REPOSITORY / "templates",)
OUTCOMES: dict[str, OutcomeName] = {
    "2021-hubin": "selected",
    "2021-qingxi": "pilot",
    "2021-bailu": "selected",
    "2021-songling": "reserve",
}
"""The panel's; 松岭市 steps in for 白鹭区 later."""


def day(text: str) -> dt.date:
    """A day written 2021-04-23."""
    return dt.date.fromisoformat(text)


def _objections() -> tuple[Objection, ...]:
    first = {
        "id": "y1",
        "publicity": "first",
        "application": "2021-bailu",
        "received_on": day("2021-04-23"),
        "objector": "样例异议单位甲",
        "objector_kind": "unit",
        "matter": "反映方案所列项目已经完工",
        "state": "upheld",
        "accepted_on": day("2021-04-24"),
        "investigation": "现场核查，所列项目确已完工",
        "decided_on": day("2021-04-28"),
        "conclusion": "所列项目不符合申报要求，异议成立",
    }
    late = {
        "id": "y2",
        "publicity": "first",
        "application": "2021-hubin",
        "received_on": day("2021-04-30"),
        "objector": "样例异议人乙",
        "matter": "反映用水数据不实",
        "state": "not_accepted",
        "refusal": "异议在公示期满后提出",
    }
    return Objection.model_validate(first), Objection.model_validate(late)


def _supervision() -> Supervision:
    hubin, songling = "2021-hubin", "2021-songling"
    payment = {"year": 2021, "decided_on": day("2021-06-10")}
    judged = {"year": 2021, "evaluator": "样例评价中心", "evaluated_on": day("2022-01-20")}
    return Supervision(
        payments=(
            Payment.model_validate({"id": "z1", "application": hubin, "payer": "czt", "amount": 2_000_000, **payment}),
            Payment.model_validate(
                {"id": "z2", "application": songling, "payer": "xlczj", "amount": 1_500_000, **payment}
            ),
        ),
        evaluations=(
            Evaluation.model_validate({"application": hubin, "grade": "优秀", "continued": True, **judged}),
            Evaluation.model_validate({"application": songling, "grade": "不合格", "continued": False, **judged}),
        ),
        rewards=(Reward(application=hubin, year=2021, amount=305_000, payer="czt", decided_on=day("2022-02-20")),),
        plaques=(Plaque(application=songling, given_on=day("2021-07-01")),),
        revocations=(
            Revocation(application=songling, decided_on=day("2022-03-01"), reason="年度绩效评价不合格且逾期未整改"),
        ),
    )


def record(number: int, kind: str, issued_on: str, **more: Any) -> NoticeRecord:
    """A record of that kind, with a number of its own and its printing day the same."""
    form = next(row.form for row in KINDS if row.name == kind)
    year = issued_on[:4]
    head = {} if form == "plain" else {"document_no": f"样经信〔{year}〕{9000 + number}号"}
    printed = {"printed_on": day(issued_on)} if form in ("document", "minutes") else {}
    fields = {"id": f"n{number}", "kind": kind, "state": "approved", "issued_on": day(issued_on)}
    return NoticeRecord.model_validate({**fields, **head, **printed, **more})


RECORDS = (
    record(1, "call", "2021-03-01"),
    record(2, "supplement", "2021-03-20", reason="部分地区受持续强降雨影响", matters=("申报材料可以先报送电子文本。",)),
    record(3, "received", "2021-04-09"),
    record(22, "eligibility-summary", "2021-04-12"),
    record(4, "score-sheet", "2021-04-15", expert="e1"),
    record(5, "score-summary", "2021-04-15"),
    record(6, "minutes", "2021-04-16"),
    record(7, "publicity", "2021-04-20"),
    record(8, "objection-reply", "2021-04-28", objection="y1"),
    record(9, "second-publicity", "2021-04-29", publicity="second"),
    record(10, "objection-reply", "2021-05-06", objection="y2"),
    record(11, "award", "2021-05-10"),
    record(12, "approval", "2021-05-17", application="2021-hubin"),
    record(13, "pilots", "2021-05-18"),
    record(
        14,
        "correction",
        "2021-05-20",
        concerns="n11",
        corrections=({"place": "附件第二部分第1行", "wrong": "松岭县", "right": "松岭市"},),
    ),
    record(15, "withdrawal", "2021-05-24", concerns="n12", reason="批复的实施期限有误，需要重新核定"),
    record(16, "report-request", "2021-06-01", year=2021, month=6),
    record(17, "funding", "2021-06-10", year=2021, lead_organ="czt", document_no="样财企〔2021〕9001号"),
    record(18, "evaluation", "2022-02-10", year=2021),
    record(19, "reward", "2022-02-20", year=2021),
    record(20, "revocation", "2022-03-02", application="2021-songling"),
    record(21, "recheck", "2022-03-10", year=2022),
)
"""A notice of every kind, in the order of their days."""


@cache
def whole_round() -> Round:
    """The round with a whole life."""
    minimal = minimal_round()
    schedule = minimal.programme.schedule.model_copy(update={"extended_to": day("2021-04-08")})
    plan = minimal.programme.review and minimal.programme.review.model_copy(update={"dropped": 1, "minimum_experts": 3})
    windows = (
        {
            "id": "first",
            "published_on": day("2021-04-20"),
            "first_day": day("2021-04-21"),
            "last_day": day("2021-04-27"),
        },
        {
            "id": "second",
            "published_on": day("2021-04-29"),
            "first_day": day("2021-04-30"),
            "last_day": day("2021-05-08"),
            "applications": ("2021-songling",),
        },
    )
    stepping = {
        "falls_out": "2021-bailu",
        "objection": "y1",
        "steps_in": "2021-songling",
        "decided_on": day("2021-04-28"),
    }
    assert minimal.results is not None
    assert minimal.review is not None
    results = minimal.results.model_copy(
        update={
            "outcomes": tuple(Outcome(application=a, outcome=outcome) for a, outcome in OUTCOMES.items()),
            "publicities": tuple(PublicityWindow.model_validate(window) for window in windows),
            "substitutions": (Substitution.model_validate(stepping),),
        }
    )
    recusal = Recusal(expert="e1", application="2021-qingxi", reason="曾任该申报的顾问")
    fourth = Expert(id="e4", name="样例专家丁", employer="样例大学丁")
    scores = tuple(
        each.model_copy(
            update={
                "marks": (
                    *(each.marks[1:] if each.application == recusal.application else each.marks),
                    each.marks[-1].model_copy(update={"expert": "e4"}),
                )
            }
        )
        for each in minimal.review.scores
    )
    review = minimal.review.model_copy(
        update={
            "scores": scores,
            "experts": (*minimal.review.experts, fourth),
            "chair": "e2",
            "recusals": (recusal,),
            "place": "样例会议中心",
        }
    )
    return replace(
        minimal,
        programme=minimal.programme.model_copy(update={"schedule": schedule, "review": plan}),
        review=review,
        results=results,
        notices=RECORDS,
        objections=_objections(),
        supervision=_supervision(),
    )


def model_of(round_: Round) -> Model:
    """The minimal model with that round alone."""
    return replace(minimal_model(), rounds={round_.programme.id: round_})


def composed(round_: Round) -> tuple[tuple[Notice, ...], Report]:
    """Its notices, and what composing them told."""
    notices, _, report = compose(model_of(round_), WRITERS, TEMPLATES, Report())
    return notices, report


@cache
def notices_of_all_kinds() -> dict[str, Notice]:
    """A notice of every kind by its id; nothing may be wrong."""
    notices, report = composed(whole_round())
    assert report.diagnostics == ()
    return {notice.id: notice for notice in notices}


@cache
def notices_of_other_forms() -> dict[str, Notice]:
    """Other forms of some kinds by a name: a 复函, a re-check that cancels a title, a year's cancelled titles."""
    minimal, whole = minimal_round(), whole_round()
    letter = minimal.programme.model_copy(update={"approval_form": "letter"})
    letters = tuple(n.model_copy(update={"printed_on": None} if n.kind == "approval" else {}) for n in minimal.notices)
    untold = tuple(n for n in RECORDS if n.kind != "revocation")
    of_a_year = record(20, "revocation", "2022-04-02", year=2022)
    both = (
        *whole.supervision.revocations,
        Revocation(application="2021-hubin", decided_on=day("2022-03-28"), reason="擅自变更主要建设内容"),
    )
    cancelled = whole.supervision.model_copy(update={"revocations": both})
    forms = (
        ("approval-by-letter", "approval", replace(minimal, programme=letter, notices=letters)),
        ("recheck-that-cancels", "recheck", replace(whole, notices=untold)),
        ("revocations-of-a-year", "revocation", replace(whole, notices=(*untold, of_a_year), supervision=cancelled)),
    )
    made = {}
    for name, kind, round_ in forms:
        notices, report = composed(round_)
        assert report.diagnostics == ()
        made[name] = next(notice for notice in notices if notice.kind == kind)
    return made


def of_kind(kind: str) -> Notice:
    """The first notice of that kind."""
    return next(notice for notice in notices_of_all_kinds().values() if notice.kind == kind)
